using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Running;
using NotebookKit.Kernel.Jupyter.Messages;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>Asks the very client whose cell runs for a line, over the stdin socket. Its connections to shell and stdin bear one identity; the newest
/// connection of an identity counts. Source: jupyter-client.readthedocs.io, "Messages on the stdin (ROUTER/DEALER) channel".</summary>
internal sealed class InputChannel
{
    /// <summary>Clients open their sockets at once, but not in an order: a cell may come before the stdin socket does.</summary>
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(3);

    private readonly ServerSocket socket;
    private readonly MessageCodec codec;
    private Question? asked;

    public InputChannel(ServerSocket socket, MessageCodec codec)
    {
        (this.socket, this.codec) = (socket, codec);
        socket.Received = (client, frames) => Take(codec.Read(client, frames));
        socket.Left = Leave;
    }

    /// <summary>The input of the cell that a request runs; at the cell's end it is disposed.</summary>
    public CellLine For(Request cell) => new(this, cell);

    private string Ask(Request cell, string prompt, bool isPassword, CancellationToken cancel)
    {
        if (!cell.Flag("allow_stdin", false))
            throw new InputNotAllowedException("The cell asks for input, and the front end does not allow it. Run it where somebody can answer, or put the value into the cell.");
        var question = new Question(Find(cell.From.Identity, cancel) ?? throw Gone(), codec.NewId());
        // A front end shows one question at a time. There is no lock: a thread that is interrupted in one would never let go of the question.
        while (Interlocked.CompareExchange(ref asked, question, null) is not null)
        {
            cancel.ThrowIfCancellationRequested();
            Thread.Sleep(10);
        }

        try
        {
            // It may have left before anybody waited for it.
            if (!socket.Clients.Contains(question.Client)) throw Gone();
            question.Client.Send(FrameWriter.Message(codec.Write(cell.Routing, "input_request", cell.Header, json =>
            {
                json.WriteText("prompt", prompt);
                json.WriteBoolean("password", isPassword);
            }, question.Id)));
            question.Answer.Task.Wait(cancel);
            return question.Answer.Task.Result ?? throw Gone();
        }
        finally
        {
            Volatile.Write(ref asked, null);
        }
    }

    private static InputNotAllowedException Gone() => new("The cell asks for input, but the front end that sent it has no stdin connection under the identity of its shell connection.");

    private Client? Find(byte[] identity, CancellationToken cancel)
    {
        if (identity.Length == 0) return null;
        for (var until = Environment.TickCount64 + (long)ToConnect.TotalMilliseconds; ;)
        {
            if (socket.Clients.LastOrDefault(c => c.Identity.AsSpan().SequenceEqual(identity)) is { } found) return found;
            if (Environment.TickCount64 >= until) return null;
            cancel.ThrowIfCancellationRequested();
            Thread.Sleep(20);
        }
    }

    /// <summary>Takes an answer. One that comes late, to another question, from another client or without a text is left alone.</summary>
    private void Take(Request reply)
    {
        if (reply.Type != "input_reply" || !reply.Has("value")) return;
        if (Volatile.Read(ref asked) is { } question && question.Client == reply.From && (reply.ParentId is not { } parent || parent == question.Id))
            question.Answer.TrySetResult(reply.Text("value"));
    }

    private void Leave(Client client)
    {
        if (Volatile.Read(ref asked) is { } question && question.Client == client) question.Answer.TrySetResult(null);
    }

    /// <summary>What was asked, of whom; the answer is null where the client left.</summary>
    private sealed record Question(Client Client, string Id)
    {
        public TaskCompletionSource<string?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>The input of one cell. What the cell left behind is not answered after its end.</summary>
    internal sealed class CellLine(InputChannel channel, Request cell) : ICellInput, IDisposable
    {
        private readonly CancellationTokenSource ended = new();

        /// <inheritdoc/>
        public string Read(string prompt, bool isPassword, CancellationToken cancel)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ended.Token);
            try
            {
                return channel.Ask(cell, prompt, isPassword, either.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                throw new InputNotAllowedException("What a cell left behind asked for input, and the cell has ended.");
            }
        }

        /// <inheritdoc/>
        public void Dispose() => ended.Cancel();
    }
}
