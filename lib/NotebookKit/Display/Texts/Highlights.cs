using System.Text;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>A text with personal data marked, in colours by type. Colours follow the page, light or dark; each mark also says its type, for who cannot tell colours apart.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record Highlights : IView
{
    private static readonly string[] Colours = ["note", "good", "warn", "fail"];

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>What is marked, in the order of the text, without overlaps.</summary>
    public required IReadOnlyList<Span> Spans { get; init; }

    /// <inheritdoc/>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (piece, span) in Pieces())
        {
            if (span is { } marked && !IsPlaceholder(piece)) text.Append('⟦').Append(Visible.Text(piece)).Append('|').Append(marked.Type).Append('⟧');
            else text.Append(Visible.Text(piece));
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public string ToHtml()
    {
        var html = new StringBuilder();
        foreach (var (piece, span) in Pieces()) html.Append(span is { } marked ? Mark(piece, marked) : Html.Text(piece));
        return Html.Element("div", Html.Trusted(html.ToString()), "nk-said") + Legend();
    }

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private IEnumerable<(string Text, Span? Span)> Pieces()
    {
        var at = 0;
        foreach (var span in Spans)
        {
            if (span.Start > at) yield return (Text[at..span.Start], null);
            yield return (Text[span.Start..span.End], span);
            at = span.End;
        }

        if (at < Text.Length) yield return (Text[at..], null);
    }

    private static string Mark(string piece, Span span)
    {
        var tag = IsPlaceholder(piece) ? "" : $"<small style=\"opacity:.75;margin-left:.35em\">{Html.Text(span.Type)}</small>";
        return $"<mark style=\"{Style(span.Type)}\">{Html.Text(piece)}{tag}</mark>";
    }

    private string Legend()
    {
        var types = Spans.Select(s => s.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(t => $"<span style=\"{Style(t)}\">{Html.Text(t)} {Numbers.Count(Spans.Count(s => s.Type == t))}</span>").ToList();
        return types.Count == 0 ? "" : $"<p class=\"nk-note\">{string.Join(" ", types)}</p>";
    }

    /// <summary>One of four colours of the page, with a full or a broken line: eight looks, the same one for a type everywhere.</summary>
    private static string Style(string type)
    {
        var hash = StableHash.Of(type);
        var colour = Colours[hash % 4];
        return $"background:var(--{colour}-bg);color:var(--{colour});border-bottom:2px {(hash / 4 % 2 == 0 ? "solid" : "dashed")} var(--{colour});border-radius:3px;padding:0 3px";
    }

    private static bool IsPlaceholder(string piece) => piece.Length > 2 && piece[0] == '[' && PlaceholderShape.EndAt(piece, 0) == piece.Length;
}

/// <summary>Shows what a masker does to a text.</summary>
public static class HighlightExtensions
{
    /// <summary>The text after masking, with what took the place of personal data marked. Placeholders and pseudonyms are marked; asterisks and invented values that look
    /// like the text are not.</summary>
    /// <param name="masker">What masks; <see cref="Anonymizer.For"/> makes it.</param>
    /// <param name="text">The text, as it was recorded.</param>
    public static Highlights Show(this Masker masker, string text)
    {
        ArgumentNullException.ThrowIfNull(masker);
        ArgumentNullException.ThrowIfNull(text);
        var masked = masker.MaskText(text);
        var spans = new List<Span>();
        for (var at = masked.IndexOf('['); at >= 0 && at < masked.Length; at = masked.IndexOf('[', at + 1))
            if (PlaceholderShape.EndAt(masked, at) is > 0 and var end) spans.Add(new(at, end, TypeOf(masked[(at + 1)..(end - 1)]), 1, "Placeholder"));
        return new() { Text = masked, Spans = spans };
    }

    /// <summary>The text as it was recorded, with personal data marked by type. It is raw: what saves notebooks refuses it, unless the cell has the tag
    /// <c>allow-raw</c>.</summary>
    /// <param name="masker">What finds; <see cref="Anonymizer.For"/> makes it.</param>
    /// <param name="text">The text, as it was recorded.</param>
    public static RawView ShowRaw(this Masker masker, string text)
    {
        ArgumentNullException.ThrowIfNull(masker);
        ArgumentNullException.ThrowIfNull(text);
        return new(new Highlights { Text = text, Spans = masker.Find(text) }, isRaw: true);
    }

    /// <summary>The type whose placeholder has this word; the word itself where no type has.</summary>
    private static string TypeOf(string word)
    {
        var name = word;
        while (true)
        {
            if (EntityTypes.All.FirstOrDefault(t => EntityTypes.ShortName(t) == name) is { } type) return type;
            // Codes stand behind a line: NAME_3f2a9c01, NAME_1.
            var cut = name.LastIndexOf('_');
            if (cut <= 0) return word;
            name = name[..cut];
        }
    }
}
