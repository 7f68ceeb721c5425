using System.Text;
using System.Text.Json;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Jupyter.Messages;

/// <summary>What all clients hear: whether the kernel is busy, and what cells show. All clients hear it in the same order.</summary>
internal sealed class Broadcast(ServerSocket socket, MessageCodec codec)
{
    private readonly Lock gate = new();
    private byte[]? running;

    /// <summary>Says something.</summary>
    /// <param name="parent">The header of the request it belongs to; null for none.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="content">Writes its content's fields.</param>
    public void Say(byte[]? parent, string type, Action<Utf8JsonWriter> content)
    {
        var (topic, message) = Message(parent, type, content);
        lock (gate) socket.Publish(topic, message);
    }

    /// <summary>Says what a cell shows: clients that read are waited for.</summary>
    public void SayPatiently(byte[]? parent, string type, Action<Utf8JsonWriter> content)
    {
        var (topic, message) = Message(parent, type, content);
        socket.AwaitRoom(topic, message.Length);
        lock (gate) socket.Publish(topic, message);
    }

    /// <summary>Says that the kernel works for a request.</summary>
    public void Busy(Request request) => State(request.Header, "busy");

    /// <summary>Says that it is done with it. While a cell runs, clients that show one state for the whole kernel are told so again.</summary>
    public void Idle(Request request)
    {
        lock (gate)
        {
            State(request.Header, "idle");
            if (running is { } cell) State(cell, "busy");
        }
    }

    /// <summary>Names the request whose cell runs; null for none.</summary>
    public void Running(Request? request)
    {
        lock (gate) running = request?.Header;
    }

    /// <summary>Says what a cell showed.</summary>
    public void Show(Request request, int number, CellOutput output)
    {
        switch (output)
        {
            case StreamOutput text:
                SayPatiently(request.Header, "stream", json =>
                {
                    json.WriteText("name", text.Name);
                    json.WriteText("text", text.Text);
                });
                break;
            case DisplayOutput shown:
                SayPatiently(request.Header, shown.IsUpdate ? "update_display_data" : "display_data", json =>
                {
                    json.WriteBundle(shown.Data);
                    json.WriteStartObject("transient");
                    if (shown.DisplayId is { } id) json.WriteText("display_id", id);
                    json.WriteEndObject();
                });
                break;
            case ResultOutput result:
                SayPatiently(request.Header, "execute_result", json =>
                {
                    json.WriteNumber("execution_count", number);
                    json.WriteBundle(result.Data);
                });
                break;
            case ClearOutput clear: SayPatiently(request.Header, "clear_output", json => json.WriteBoolean("wait", clear.Wait)); break;
            case ErrorOutput error: SayPatiently(request.Header, "error", json => json.WriteError(error.Name, error.Value, error.Traceback)); break;
            default: throw new InvalidOperationException($"There is no message for {output.GetType().Name}.");
        }
    }

    private (byte[] Topic, byte[] Message) Message(byte[]? parent, string type, Action<Utf8JsonWriter> content)
    {
        var topic = Encoding.ASCII.GetBytes("kernel." + type);
        return (topic, FrameWriter.Message(codec.Write([topic], type, parent, content)));
    }

    private void State(byte[] parent, string state) => Say(parent, "status", json => json.WriteString("execution_state", state));
}
