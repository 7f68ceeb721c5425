using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NotebookKit.Kernel.Tests.Jupyter;

namespace NotebookKit.Benchmarks;

/// <summary>What a process holds, in the system's own count.</summary>
/// <param name="MegaBytes">Memory of its own: resident, and not from a file.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Handles">Open files and sockets, without the libraries, which are loaded when they are first needed.</param>
/// <param name="Sockets">The sockets among them.</param>
internal sealed record Held(double MegaBytes, int Threads, int Handles, int Sockets);

/// <summary>The real kernel in a process of its own, as Jupyter starts it.</summary>
internal sealed class KernelProcess : IDisposable
{
    private const string Secret = "a-key-of-the-benchmarks";

    private readonly Process process;
    private readonly string folder = Directory.CreateTempSubdirectory("kernel-").FullName;
    private readonly int[] ports = FreePorts();
    private readonly List<string> log = [];

    public KernelProcess()
    {
        var file = Path.Combine(folder, "connection.json");
        string[] names = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"];
        var connection = new JsonObject { ["ip"] = "127.0.0.1", ["transport"] = "tcp", ["signature_scheme"] = "hmac-sha256", ["key"] = Secret };
        for (var i = 0; i < names.Length; i++) connection[names[i]] = ports[i];
        File.WriteAllText(file, connection.ToJsonString());
        var program = Path.Combine(AppContext.BaseDirectory, "notebookkit-kernel.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [program, file]) { RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, e) =>
        {
            lock (log)
                if (e.Data is not null) log.Add(e.Data);
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Whether it runs.</summary>
    public bool IsAlive => !process.HasExited;

    /// <summary>The key that messages are signed with.</summary>
    public string Key => Secret;

    /// <summary>Lines of its log so far.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (log) return [.. log];
        }
    }

    /// <summary>Where the n-th socket listens.</summary>
    public EndPoint Where(int socket) => new IPEndPoint(IPAddress.Loopback, ports[socket]);

    /// <summary>A client; the first waits until the kernel listens.</summary>
    public TestClient Client()
    {
        for (var until = Environment.TickCount64 + 20_000; ; Thread.Sleep(20))
            try
            {
                return new TestClient(Where, Secret).Ready();
            }
            catch (SocketException) when (Environment.TickCount64 < until && IsAlive)
            {
                // It does not listen yet.
            }
    }

    /// <summary>What it holds now; threads that end and memory that is free are given a moment.</summary>
    public Held Holds()
    {
        var entries = Directory.GetFileSystemEntries($"/proc/{process.Id}/fd");
        var open = entries.Select(e => new FileInfo(e).LinkTarget ?? "").Where(t => !t.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        return new(Status("RssAnon:") / 1024.0, Status("Threads:"), open.Count, open.Count(t => t.StartsWith("socket:", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        if (IsAlive) process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private int Status(string name) =>
        int.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        listeners.ForEach(l => l.Stop());
        return ports;
    }
}
