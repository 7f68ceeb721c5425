using System.Text;

namespace NotebookKit.Display;

/// <summary>A piece of HTML that is known to be safe. All text enters through <see cref="Text"/>, the one place of the kit that
/// encodes: training data is hostile HTML by nature.</summary>
public readonly record struct Html
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"'`");

    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>Nothing.</summary>
    public static Html Empty => default;

    /// <summary>Encodes a text, for content and for attributes in double quotes; hidden characters become visible marks.</summary>
    public static Html Text(string? text)
    {
        if (string.IsNullOrEmpty(text)) return default;
        var shown = Visible.Text(text);
        if (shown.AsSpan().IndexOfAny(Special) < 0) return new(shown);
        var encoded = new StringBuilder(shown.Length + 32);
        foreach (var c in shown)
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                '`' => encoded.Append("&#96;"),
                _ => encoded.Append(c),
            };
        return new(encoded.ToString());
    }

    /// <summary>Markup that the kit itself wrote: only constants and other <see cref="Html"/> may be in it.</summary>
    internal static Html Trusted(string markup) => new(markup);

    /// <summary>An element around safe content. Name and class are constants of the kit.</summary>
    internal static Html Element(string name, Html content, string? css = null) =>
        new(css is null ? $"<{name}>{content}</{name}>" : $"<{name} class=\"{css}\">{content}</{name}>");

    /// <summary>An element around text, which is encoded.</summary>
    internal static Html Element(string name, string? text, string? css = null) => Element(name, Text(text), css);

    /// <summary>Pieces, one after the other.</summary>
    internal static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    /// <summary>The markup.</summary>
    public override string ToString() => markup ?? "";
}
