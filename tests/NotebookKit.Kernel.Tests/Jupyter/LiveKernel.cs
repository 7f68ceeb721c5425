using System.Net;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Jupyter;
using NotebookKit.Kernel.Jupyter.Messages;
using NotebookKit.Kernel.Jupyter.Wire;
using NotebookKit.Kernel.Tests.Cells;

namespace NotebookKit.Kernel.Tests.Jupyter;

/// <summary>A kernel that listens, over the session of all tests.</summary>
internal sealed class LiveKernel : IDisposable
{
    private readonly string key;
    private readonly List<TestClient> clients = [];
    private readonly Func<int, EndPoint>? paths;

    public LiveKernel(NotebookSession session, WireLimits? limits = null, string key = "a key", string? ipc = null)
    {
        this.key = key;
        var file = new ConnectionFile(ipc ?? "127.0.0.1", ipc is not null, ipc is null ? [0, 0, 0, 0, 0] : [1, 2, 3, 4, 5], System.Text.Encoding.UTF8.GetBytes(key));
        if (ipc is not null) paths = file.Where;
        Kernel = new(file, session, limits ?? new(), line =>
        {
            lock (Log) Log.Add(line);
        });
        Kernel.Start();
    }

    public JupyterKernel Kernel { get; }

    public List<string> Log { get; } = [];

    public TestClient Client(string? otherKey = null, string identity = "")
    {
        var client = new TestClient(Where, otherKey ?? key, identity);
        clients.Add(client);
        return client;
    }

    public EndPoint Where(int socket) => paths is null ? new IPEndPoint(IPAddress.Loopback, Kernel.Ports[socket]) : paths(socket);

    public void Dispose()
    {
        clients.ForEach(c => c.Dispose());
        Kernel.Dispose();
    }
}
