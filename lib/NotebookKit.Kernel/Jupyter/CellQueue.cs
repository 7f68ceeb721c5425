using System.Text.Json;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Jupyter.Messages;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>Runs the cells that clients send, one after the other, on a thread of its own.</summary>
internal sealed class CellQueue : IDisposable
{
    /// <summary>Requests that may wait.</summary>
    private const int Most = 10_000;

    private readonly NotebookSession session;
    private readonly MessageCodec codec;
    private readonly Broadcast broadcast;
    private readonly History history;
    private readonly InputChannel input;
    private readonly Queue<Request> waiting = [];
    private CancellationTokenSource? running;
    private bool closed, interruptNext;

    public CellQueue(NotebookSession session, MessageCodec codec, Broadcast broadcast, History history, InputChannel input)
    {
        (this.session, this.codec, this.broadcast, this.history, this.input) = (session, codec, broadcast, history, input);
        new Thread(Work) { IsBackground = true, Name = "cells" }.UnsafeStart();
    }

    /// <summary>Lets a request wait for its turn.</summary>
    public void Add(Request request)
    {
        lock (waiting)
        {
            if (closed) return;
            if (waiting.Count < Most)
            {
                waiting.Enqueue(request);
                Monitor.PulseAll(waiting);
                return;
            }
        }

        Abort(request);
    }

    /// <summary>Interrupts the cell that runs, or was about to; those that wait then end as after an error.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? cell;
        lock (waiting)
        {
            cell = running;
            interruptNext = cell is null && waiting.Count > 0;
        }

        try
        {
            cell?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended at this moment.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (waiting)
        {
            closed = true;
            waiting.Clear();
            Monitor.PulseAll(waiting);
        }

        Interrupt();
    }

    private void Work()
    {
        while (Next() is var (request, cancel))
        {
            broadcast.Running(request);
            broadcast.Busy(request);
            List<Request> doomed = [];
            try
            {
                doomed = Run(request, cancel.Token);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (Exception error)
            {
                // Nothing of a request may end the thread that answers all others.
                codec.Error(request, error.GetType().Name, "The kernel could not carry out the request.");
            }
            finally
            {
                lock (waiting) running = null;
                cancel.Dispose();
            }

            broadcast.Running(null);
            broadcast.Idle(request);
            doomed.ForEach(Abort);
        }
    }

    /// <summary>The next request, which can be interrupted from this moment on; null at the end.</summary>
    private (Request Request, CancellationTokenSource Cancel)? Next()
    {
        lock (waiting)
        {
            while (waiting.Count == 0 && !closed) Monitor.Wait(waiting);
            if (closed) return null;
            running = new();
            if (interruptNext) running.Cancel();
            interruptNext = false;
            return (waiting.Dequeue(), running);
        }
    }

    /// <summary>Runs one request.</summary>
    /// <returns>The requests behind it that shall not run, because it failed. What a client sends after it has the answer is not among them.</returns>
    private List<Request> Run(Request request, CancellationToken cancel)
    {
        var code = request.Text("code");
        var silent = request.Flag("silent", false);
        var store = !silent && request.Flag("store_history", true);
        var number = store ? history.Add(code) : history.Count;
        if (!silent)
        {
            broadcast.Say(request.Header, "execute_input", json =>
            {
                json.WriteText("code", code);
                json.WriteNumber("execution_count", number);
            });
        }

        var name = FormattableString.Invariant($"Cell[{number}]");
        var isErrorTold = silent;
        void Show(CellOutput output)
        {
            isErrorTold |= output is ErrorOutput;
            broadcast.Show(request, number, output);
        }

        CellResult result;
        using (var line = input.For(request))
            result = session.RunBeforeAsync(code, name, new(silent ? null : Show, line, KeepsOutputs: false), cancel).GetAwaiter().GetResult();
        if (result.Error is { } error)
        {
            // A cell that was interrupted before it began tells nothing itself.
            if (!isErrorTold) Show(error);
            var doomed = request.Flag("stop_on_error", true) ? TakeWaiting() : [];
            codec.Reply(request, json =>
            {
                json.WriteString("status", "error");
                json.WriteNumber("execution_count", number);
                json.WriteError(error.Name, error.Value, error.Traceback);
                json.WriteEmpty("user_expressions");
                json.WriteTexts("payload", []);
            });
            return doomed;
        }

        var asked = Expressions(request, cancel);
        codec.Ok(request, json =>
        {
            json.WriteNumber("execution_count", number);
            json.WriteStartObject("user_expressions");
            foreach (var (key, value) in asked) Write(json, key, value);
            json.WriteEndObject();
            json.WriteTexts("payload", []);
        });
        return [];
    }

    private List<(string Key, CellResult Value)> Expressions(Request request, CancellationToken cancel)
    {
        var values = new List<(string, CellResult)>();
        if (!request.Content.TryGetProperty("user_expressions", out var asked) || asked.ValueKind != JsonValueKind.Object) return values;
        foreach (var field in asked.EnumerateObject())
            if (field.Value.ValueKind == JsonValueKind.String)
                values.Add((field.Name, session.RunAsync(field.Value.GetString()!, "expression", null, cancel).GetAwaiter().GetResult()));
        return values;
    }

    private static void Write(Utf8JsonWriter json, string key, CellResult value)
    {
        json.WriteStartObject(key);
        json.WriteString("status", value.Error is null ? "ok" : "error");
        if (value.Error is { } error) json.WriteError(error.Name, error.Value, error.Traceback);
        else json.WriteBundle(value.Outputs.OfType<ResultOutput>().LastOrDefault()?.Data ?? MimeBundle.OfText(""));
        json.WriteEndObject();
    }

    private List<Request> TakeWaiting()
    {
        lock (waiting)
        {
            List<Request> left = [.. waiting];
            waiting.Clear();
            return left;
        }
    }

    private void Abort(Request request)
    {
        broadcast.Busy(request);
        // No number: a page would write it beside the cell as if it had run.
        codec.Reply(request, json => json.WriteString("status", "aborted"));
        broadcast.Idle(request);
    }
}
