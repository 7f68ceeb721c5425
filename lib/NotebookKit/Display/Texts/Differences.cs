using System.Text;

namespace NotebookKit.Display;

/// <summary>How a stretch of text got from one text to the other.</summary>
public enum Change
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is in the first only.</summary>
    Deleted,

    /// <summary>It is in the second only.</summary>
    Inserted,
}

/// <summary>A stretch of text.</summary>
/// <param name="Change">Which of the two texts it is in.</param>
/// <param name="Text">The text; never empty.</param>
public sealed record DifferencePart(Change Change, string Text);

/// <summary>Two texts as one, word by word: what is in both, in the first only, in the second only. The parts that are not inserted make the first
/// text, those that are not deleted the second. Work is bounded: the time grows with the length, not with its square.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record Differences : IView
{
    /// <summary>Characters of a text that are compared; what is beyond is cut, and the cut is said in the text.</summary>
    public const int MostCharacters = 200_000;

    private Differences(IReadOnlyList<DifferencePart> parts) => Parts = parts;

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<DifferencePart> Parts { get; }

    /// <summary>True where both texts are the same.</summary>
    public bool IsSame => Parts.All(p => p.Change == Change.Same);

    /// <summary>Characters that both have ÷ characters of the longer one, 0–1; 1 for two empty texts.</summary>
    public double Common
    {
        get
        {
            var (same, first, second) = (0L, 0L, 0L);
            foreach (var part in Parts)
            {
                if (part.Change == Change.Same) same += part.Text.Length;
                if (part.Change != Change.Inserted) first += part.Text.Length;
                if (part.Change != Change.Deleted) second += part.Text.Length;
            }

            return Math.Max(first, second) == 0 ? 1 : (double)same / Math.Max(first, second);
        }
    }

    /// <summary>Compares two texts; null is an empty one.</summary>
    public static Differences Of(string? first, string? second) =>
        new(WordDifferences.Of(Visible.Cut(first ?? "", MostCharacters), Visible.Cut(second ?? "", MostCharacters)));

    /// <summary>Two texts that are taken for altogether different.</summary>
    internal static Differences Apart(string first, string second)
    {
        var parts = new List<DifferencePart>();
        if (first.Length > 0) parts.Add(new(Change.Deleted, first));
        if (second.Length > 0) parts.Add(new(Change.Inserted, second));
        return new(parts);
    }

    /// <summary>One text with marks: <c>the [-red-]{+green+} box</c>.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            var shown = Visible.Text(part.Text);
            _ = part.Change switch
            {
                Change.Deleted => text.Append("[-").Append(shown).Append("-]"),
                Change.Inserted => text.Append("{+").Append(shown).Append("+}"),
                _ => text.Append(shown),
            };
        }

        return text.ToString();
    }

    /// <summary>One text with <c>del</c> and <c>ins</c> elements.</summary>
    public string ToHtml() => Html.Element("div", Join(Parts), "nk-diff").ToString();

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <summary>The first text, with what the second does not have marked.</summary>
    internal Html First() => Join(Parts.Where(p => p.Change != Change.Inserted));

    /// <summary>The second text, with what the first does not have marked.</summary>
    internal Html Second() => Join(Parts.Where(p => p.Change != Change.Deleted));

    private static Html Join(IEnumerable<DifferencePart> parts) => Html.Join(parts.Select(p => p.Change switch
    {
        Change.Deleted => Html.Element("del", Marked.Text(p.Text)),
        Change.Inserted => Html.Element("ins", Marked.Text(p.Text)),
        _ => Marked.Text(p.Text),
    }));
}
