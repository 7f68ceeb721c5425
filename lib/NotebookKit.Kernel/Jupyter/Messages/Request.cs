using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Jupyter.Messages;

/// <summary>A message that a client sent, its signature checked.</summary>
/// <param name="From">The client.</param>
/// <param name="Routing">The frames before the delimiter; they go back with the answer.</param>
/// <param name="Header">The header as it was sent: the parent of all that answers it.</param>
/// <param name="Type">Its type, such as <c>execute_request</c>.</param>
/// <param name="Content">What it asks.</param>
/// <param name="ParentId">The <c>msg_id</c> of the message that it answers; null where it names none.</param>
internal sealed partial record Request(Client From, IReadOnlyList<byte[]> Routing, byte[] Header, string Type, JsonElement Content, string? ParentId = null)
{
    /// <summary>The type of the answer.</summary>
    public string ReplyType => Type.EndsWith("_request", StringComparison.Ordinal) ? string.Concat(Type.AsSpan(0, Type.Length - "_request".Length), "_reply") : Type + "_reply";

    /// <summary>Whether the content has a text of the name.</summary>
    public bool Has(string name) => Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String;

    /// <summary>A text of the content. Half a surrogate pair, which is no text, becomes the replacement character, as in what the kernel says.</summary>
    public string Text(string name, string otherwise = "")
    {
        if (!Content.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return otherwise;
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonSerializer.Deserialize<string>(Escape().Replace(value.GetRawText(), e => e.Groups["half"].Success ? @"\ufffd" : e.Value))!;
        }
    }

    /// <summary>A number of the content.</summary>
    public int Number(string name, int otherwise) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : otherwise;

    /// <summary>A switch of the content.</summary>
    public bool Flag(string name, bool otherwise) =>
        Content.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : otherwise;

    /// <summary>An escape of JSON: a whole pair, half of one, or any other.</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")]
    private static partial Regex Escape();
}
