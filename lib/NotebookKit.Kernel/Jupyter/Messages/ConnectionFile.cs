using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace NotebookKit.Kernel.Jupyter.Messages;

/// <summary>What the client that starts a kernel tells it: where to listen, and the key that messages are signed with.</summary>
/// <param name="Address">Where: an address of this machine, or the beginning of paths.</param>
/// <param name="IsIpc">Whether it is the beginning of paths.</param>
/// <param name="Ports">The ports, or the ends of the paths: shell, iopub, stdin, control, heartbeat.</param>
/// <param name="Key">The key; empty where messages are not signed.</param>
internal sealed record ConnectionFile(string Address, bool IsIpc, IReadOnlyList<int> Ports, byte[] Key)
{
    private static readonly string[] Names = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"];

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is no connection file, or asks for what the kernel does not do.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the connection file cannot be read: {error.Message}");
        }
    }

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="InvalidDataException">It is no connection file, or asks for what the kernel does not do.</exception>
    public static ConnectionFile Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            string Text(string name, string otherwise) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : otherwise;
            var ports = Names.Select(n => root.TryGetProperty(n, out var port) && port.TryGetInt32(out var number) && number is >= 0 and <= 65535 ? number
                : throw new InvalidDataException($"the connection file: {n}: expected a number from 0 to 65535")).ToList();
            if (Text("signature_scheme", "hmac-sha256") != "hmac-sha256") throw new InvalidDataException("the connection file: signature_scheme: only hmac-sha256 is known");
            var transport = Text("transport", "tcp");
            if (transport is not ("tcp" or "ipc")) throw new InvalidDataException("the connection file: transport: expected tcp or ipc");
            return new(Text("ip", "127.0.0.1"), transport == "ipc", ports, Encoding.UTF8.GetBytes(Text("key", "")));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("the connection file is not a JSON object");
        }
    }

    /// <summary>Where the n-th socket listens.</summary>
    /// <exception cref="InvalidDataException">The address is not of this machine alone.</exception>
    public EndPoint Where(int socket)
    {
        if (IsIpc) return new UnixDomainSocketEndPoint(FormattableString.Invariant($"{Address}-{Ports[socket]}"));
        if (Address == "localhost") return new IPEndPoint(IPAddress.Loopback, Ports[socket]);
        if (IPAddress.TryParse(Address, out var address) && IPAddress.IsLoopback(address)) return new IPEndPoint(address, Ports[socket]);
        throw new InvalidDataException("the connection file: ip: the kernel listens on this machine only; expected 127.0.0.1, ::1 or localhost");
    }
}
