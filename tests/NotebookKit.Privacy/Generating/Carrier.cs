using System.Text;
using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>A text that is put together of pieces, some of them marked.</summary>
internal sealed class Carrier
{
    private readonly StringBuilder text = new();
    private readonly List<Span> spans = [];

    public Carrier Add(string plain)
    {
        text.Append(plain);
        return this;
    }

    public Carrier Mark(string value, string type)
    {
        spans.Add(new(text.Length, text.Length + value.Length, type, 1, "gold"));
        text.Append(value);
        return this;
    }

    /// <summary>A sentence with {v} for the value.</summary>
    public Carrier Sentence(string sentence, string value, string type)
    {
        var at = sentence.IndexOf("{v}", StringComparison.Ordinal);
        return Add(sentence[..at]).Mark(value, type).Add(sentence[(at + 3)..]);
    }

    public GoldText As(string id, bool lower) => new(id, lower ? Lower(text) : text.ToString(), [.. spans]);

    /// <summary>Letter by letter, so that no offset moves.</summary>
    private static string Lower(StringBuilder text) => string.Create(text.Length, text, (chars, from) =>
    {
        for (var i = 0; i < chars.Length; i++) chars[i] = char.ToLowerInvariant(from[i]);
    });
}
