using System.Buffers;
using System.Text;
using System.Text.Json;

namespace NotebookKit.Cleaning;

/// <summary>Tells answers that are JSON, and JSON that stops in the middle, from everything else.</summary>
internal static class JsonAnswer
{
    private enum Form
    {
        Other,
        Whole,
        Cut,
    }

    /// <summary>True where the whole answer is one JSON object or array, in a code fence or bare.</summary>
    public static bool IsWhole(string text)
    {
        var bare = Bare(text);
        return bare.Length > 1 && bare[0] is '{' or '[' && bare[^1] is '}' or ']' && Read(bare) == Form.Whole;
    }

    /// <summary>True where the answer is JSON up to its end, but the end is missing.</summary>
    public static bool IsCut(string text)
    {
        var bare = Bare(text);
        // A bracket alone opens much that is not JSON; a brace or bracket followed by a quoted text or another one hardly does.
        return bare.Length > 2 && bare[0] is '{' or '[' && bare[1..].TrimStart() is ['"' or '{' or '[', ..] && Read(bare) == Form.Cut;
    }

    /// <summary>True where prose is followed by an object of JSON whose end is missing.</summary>
    public static bool EndsCut(string text)
    {
        var at = text.IndexOf("{\"", StringComparison.Ordinal);
        return at > 0 && !text.Contains("```", StringComparison.Ordinal) && text.AsSpan(at).Contains("\":", StringComparison.Ordinal) && Read(text.AsSpan(at).Trim()) == Form.Cut;
    }

    /// <summary>The text without white space at its ends and without the fence around it.</summary>
    private static ReadOnlySpan<char> Bare(string text)
    {
        var bare = text.AsSpan().Trim();
        if (!bare.StartsWith("```")) return bare;
        var line = bare.IndexOf('\n');
        if (line < 0) return bare;
        bare = bare[(line + 1)..];
        return (bare.EndsWith("```") ? bare[..^3] : bare).Trim();
    }

    private static Form Read(ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, bytes);
            var reader = new Utf8JsonReader(bytes.AsSpan(0, length), isFinalBlock: false, default);
            while (reader.Read()) { }
            var whole = reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            return whole ? Form.Whole : Form.Cut;
        }
        catch (JsonException)
        {
            return Form.Other;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
