using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Formatting;

/// <summary>Turns an example into one row of a training file: one formatter for each <see cref="ChatFormat"/>. Stateless and thread-safe.</summary>
public abstract class RowFormatter
{
    private protected RowFormatter() { }

    /// <summary>The format.</summary>
    public abstract ChatFormat Format { get; }

    /// <summary>The format's name in files and on the command line: <c>chatml</c>, <c>sharegpt</c>, <c>alpaca</c>.</summary>
    public string Name => Format.ToString().ToLowerInvariant();

    /// <summary>The formatter of a format.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of the three.</exception>
    public static RowFormatter For(ChatFormat format) => format switch
    {
        ChatFormat.ChatMl => new ChatMlFormatter(),
        ChatFormat.ShareGpt => new ShareGptFormatter(),
        ChatFormat.Alpaca => new AlpacaFormatter(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "ChatMl, ShareGpt or Alpaca."),
    };

    /// <summary>Why the format cannot hold the example: a reason of <see cref="FormatCheck"/>, or null where it can.</summary>
    public abstract string? Obstacle(Example example);

    /// <summary>Writes the row as one JSON object.</summary>
    public abstract void Write(Utf8JsonWriter writer, Example example);

    /// <summary>The row as JSON text on one line.</summary>
    public string ToJson(Example example)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonTexts.Writing)) Write(writer, example);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>True where the turns, after an optional system prompt, are pairs that each end with the assistant.</summary>
    private protected static bool IsInPairs(IReadOnlyList<Message> messages, bool toolsAsk)
    {
        var first = FirstTurn(messages);
        if (first == messages.Count || (messages.Count - first) % 2 != 0) return false;
        for (var i = first; i < messages.Count; i++)
        {
            var role = messages[i].Role;
            var fits = (i - first) % 2 == 1 ? role == Role.Assistant : role == Role.User || (toolsAsk && role == Role.Tool);
            if (!fits) return false;
        }

        return true;
    }

    /// <summary>Index of the first turn behind a leading system prompt.</summary>
    private protected static int FirstTurn(IReadOnlyList<Message> messages) => messages.Count > 0 && messages[0].Role == Role.System ? 1 : 0;
}
