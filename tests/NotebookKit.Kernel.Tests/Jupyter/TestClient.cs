using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NotebookKit.Kernel.Tests.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter;

/// <summary>A message that a client received.</summary>
internal sealed record Message(string Type, JsonNode Content, string? Parent, string Id);

/// <summary>A Jupyter client, written for the tests alone.</summary>
internal sealed class TestClient : IDisposable
{
    private readonly byte[] key;
    private readonly Peer iopub;
    private int count;

    public TestClient(Func<int, EndPoint> where, string key, string identity = "")
    {
        this.key = Encoding.UTF8.GetBytes(key);
        var name = Encoding.ASCII.GetBytes(identity);
        Shell = new(where(0), "DEALER", name);
        iopub = new(where(1), "SUB");
        Stdin = new(where(2), "DEALER", name);
        Control = new(where(3), "DEALER", name);
    }

    public Peer Shell { get; }

    public Peer Control { get; }

    public Peer Stdin { get; }

    public Peer Iopub => iopub;

    /// <summary>Waits until the kernel knows the subscription: what it says is heard from then on.</summary>
    public TestClient Ready()
    {
        while (!iopub.HasBytes(20))
        {
            Ask("kernel_info_request", []);
            Reply();
        }

        // Only what is asked from now on is heard whole.
        var last = Ask("kernel_info_request", []);
        Reply();
        Heard(last);
        return this;
    }

    public string Ask(string type, JsonObject content, Peer? to = null, Func<byte[][], byte[][]>? change = null, string? parent = null)
    {
        var id = FormattableString.Invariant($"message-{GetHashCode()}-{++count}");
        byte[][] parts = [.. new JsonNode[] { new JsonObject { ["msg_id"] = id, ["msg_type"] = type, ["session"] = "s", ["username"] = "u", ["version"] = "5.3" }, parent is null ? new JsonObject() : new JsonObject { ["msg_id"] = parent }, new JsonObject(), content }
            .Select(n => Encoding.UTF8.GetBytes(n.ToJsonString()))];
        byte[][] frames = [Encoding.ASCII.GetBytes("<IDS|MSG>"), key.Length == 0 ? [] : Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, parts.SelectMany(p => p).ToArray()))), .. parts];
        (to ?? Shell).Send(change is null ? frames : change(frames));
        return id;
    }

    public string Execute(string code, JsonObject? more = null)
    {
        var content = more ?? [];
        content["code"] = code;
        return Ask("execute_request", content);
    }

    public Message Reply(Peer? from = null) => Read((from ?? Shell).Receive());

    /// <summary>What all clients heard of a request, up to its idle.</summary>
    public List<Message> Heard(string id)
    {
        var heard = new List<Message>();
        while (true)
        {
            var message = Read(iopub.Receive());
            if (message.Parent != id) continue;
            if (message is { Type: "status" } && (string?)message.Content["execution_state"] == "idle") return heard;
            if (message.Type != "status") heard.Add(message);
        }
    }

    /// <summary>How much a cell displayed, and its result as a number; nothing is kept.</summary>
    public (int Shown, long Result) Count(string id)
    {
        var (shown, result) = (0, 0L);
        while (true)
        {
            var message = Read(iopub.Receive());
            if (message.Parent != id) continue;
            if (message.Type == "display_data") shown++;
            if (message.Type == "execute_result") result = long.Parse((string)message.Content["data"]!["text/plain"]!, System.Globalization.CultureInfo.InvariantCulture);
            if (message is { Type: "status" } && (string?)message.Content["execution_state"] == "idle") return (shown, result);
        }
    }

    /// <summary>What all clients heard up to the idle of the n-th cell.</summary>
    public List<Message> HeardOfMany(int cells)
    {
        var heard = new List<Message>();
        var begun = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var message = Read(iopub.Receive());
            if (message.Type == "execute_input") begun.Add(message.Parent!);
            if (message.Type != "status") heard.Add(message);
            else if ((string?)message.Content["execution_state"] == "idle" && begun.Count == cells && begun.Contains(message.Parent!)) return heard;
        }
    }

    public (Message Reply, List<Message> Heard) Run(string code, JsonObject? more = null)
    {
        var id = Execute(code, more);
        return (Reply(), Heard(id));
    }

    public void Dispose()
    {
        Shell.Dispose();
        iopub.Dispose();
        Control.Dispose();
        Stdin.Dispose();
    }

    private Message Read(List<byte[]> frames)
    {
        var at = frames.FindIndex(f => f.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        var expected = key.Length == 0 ? "" : Convert.ToHexStringLower(HMACSHA256.HashData(key, frames.Skip(at + 2).Take(4).SelectMany(p => p).ToArray()));
        if (expected != Encoding.ASCII.GetString(frames[at + 1])) throw new InvalidDataException("The kernel did not sign what it sent as it should.");
        JsonNode Part(int n) => JsonNode.Parse(frames[at + n])!;
        return new((string)Part(2)["msg_type"]!, Part(5), (string?)Part(3)["msg_id"], (string)Part(2)["msg_id"]!);
    }
}
