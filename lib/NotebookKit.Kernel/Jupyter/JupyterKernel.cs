using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Jupyter.Messages;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>A Jupyter kernel over a <see cref="NotebookSession"/>: protocol 5.3 on ZMTP 3.0, without another library. Source:
/// jupyter-client.readthedocs.io, "Messaging in Jupyter" and "Making kernels for Jupyter".</summary>
/// <remarks>Each client has threads of its own. Cells run one after the other; whatever else a client asks is answered at once, also while a cell runs.</remarks>
internal sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan ToSayGoodbye = TimeSpan.FromSeconds(1);

    private readonly ServerSocket shell, iopub, stdin, control, heartbeat;
    private readonly MessageCodec codec;
    private readonly Broadcast broadcast;
    private readonly History history = new();
    private readonly CellQueue cells;
    private readonly Answers answers;
    private readonly Action<string> log;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ServerSocket> open = [];

    /// <summary>Opens the sockets; <see cref="Start"/> begins to answer.</summary>
    /// <param name="file">Where to listen, and the key.</param>
    /// <param name="session">Runs the cells.</param>
    /// <param name="limits">What clients may ask for.</param>
    /// <param name="log">Takes one line for each client that is sent away.</param>
    /// <exception cref="InvalidDataException">The file names no address of this machine.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">An address is taken.</exception>
    public JupyterKernel(ConnectionFile file, NotebookSession session, WireLimits limits, Action<string> log)
    {
        this.log = log;
        try
        {
            ServerSocket Open(string name, SocketKind kind, int at)
            {
                var socket = new ServerSocket(name, kind, file.Where(at), limits, log);
                open.Add(socket);
                return socket;
            }

            (shell, iopub, stdin) = (Open("shell", SocketKind.Router, 0), Open("iopub", SocketKind.Pub, 1), Open("stdin", SocketKind.Router, 2));
            (control, heartbeat) = (Open("control", SocketKind.Router, 3), Open("heartbeat", SocketKind.Rep, 4));
        }
        catch
        {
            open.ForEach(s => s.Dispose());
            throw;
        }

        codec = new(file.Key);
        broadcast = new(iopub, codec);
        cells = new(session, codec, broadcast, history, new(stdin, codec));
        answers = new(codec, history, session);
        shell.Received = (client, frames) => Take(shell, client, frames);
        control.Received = (client, frames) => Take(control, client, frames);
    }

    /// <summary>Ends when a client asked the kernel to end.</summary>
    public Task Ended => ended.Task;

    /// <summary>The ports that are listened on: shell, iopub, stdin, control, heartbeat.</summary>
    public IReadOnlyList<int> Ports => [shell.Port, iopub.Port, stdin.Port, control.Port, heartbeat.Port];

    /// <summary>Begins to answer.</summary>
    public void Start()
    {
        broadcast.Say(null, "status", json => json.WriteString("execution_state", "starting"));
        open.ForEach(s => s.Start());
    }

    /// <summary>Interrupts the cell that runs.</summary>
    public void Interrupt() => cells.Interrupt();

    /// <inheritdoc/>
    public void Dispose()
    {
        cells.Dispose();
        foreach (var client in open.SelectMany(s => s.Clients)) client.Flush(ToSayGoodbye);
        open.ForEach(s => s.Dispose());
    }

    private void Take(ServerSocket from, Client client, List<byte[]> frames)
    {
        var request = codec.Read(client, frames);
        if (request.Type == "execute_request" && from == shell)
        {
            cells.Add(request);
            return;
        }

        broadcast.Busy(request);
        try
        {
            Answer(request);
        }
        catch (Exception error) when (error is not WireException)
        {
            // A request that cannot be answered costs its answer, not the client.
            log($"a request ({Known(request.Type)}) could not be answered: {error.GetType().Name}");
            codec.Error(request, error.GetType().Name, "The kernel could not carry out the request.");
        }

        broadcast.Idle(request);
        if (request.Type == "shutdown_request") ended.TrySetResult();
    }

    private void Answer(Request request)
    {
        switch (request.Type)
        {
            case "interrupt_request":
                cells.Interrupt();
                codec.Ok(request);
                break;
            case "shutdown_request":
                var restart = request.Flag("restart", false);
                codec.Ok(request, json => json.WriteBoolean("restart", restart));
                broadcast.Say(request.Header, "shutdown_reply", json =>
                {
                    json.WriteString("status", "ok");
                    json.WriteBoolean("restart", restart);
                });
                cells.Interrupt();
                break;
            case "comm_open":
                // No widget is known here; the other side is told that its end is closed.
                broadcast.Say(request.Header, "comm_close", json =>
                {
                    json.WriteText("comm_id", request.Text("comm_id"));
                    json.WriteEmpty("data");
                });
                break;
            case "comm_msg" or "comm_close": break;
            default: answers.Answer(request); break;
        }
    }

    /// <summary>A type for the log: what a client made up is not repeated.</summary>
    private static string Known(string type) => Answers.Types.Contains(type) ? type : "unknown";
}
