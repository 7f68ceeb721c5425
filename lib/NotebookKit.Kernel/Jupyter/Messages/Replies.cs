using System.Text.Json;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Jupyter.Messages;

/// <summary>Answers requests, each to the client that asked.</summary>
internal static class Replies
{
    /// <summary>Answers that all went well.</summary>
    public static void Ok(this MessageCodec codec, Request request, Action<Utf8JsonWriter>? more = null) => codec.Reply(request, json =>
    {
        json.WriteString("status", "ok");
        more?.Invoke(json);
    });

    /// <summary>Answers that it did not.</summary>
    public static void Error(this MessageCodec codec, Request request, string name, string value) => codec.Reply(request, json =>
    {
        json.WriteString("status", "error");
        json.WriteError(name, value, [value]);
    });

    /// <summary>Answers.</summary>
    public static void Reply(this MessageCodec codec, Request request, Action<Utf8JsonWriter> content) =>
        request.From.Send(FrameWriter.Message(codec.Write(request.Routing, request.ReplyType, request.Header, content)));
}
