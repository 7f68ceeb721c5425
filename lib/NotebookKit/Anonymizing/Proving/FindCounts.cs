using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds of one type, or of one recognizer.</summary>
/// <param name="Name">The type, or the recognizer with its type.</param>
/// <param name="Finds">How many.</param>
/// <param name="Rows">In how many rows.</param>
/// <param name="LowestScore">The least sure of them, 0–1.</param>
/// <param name="MeanScore">How sure they are on average, 0–1.</param>
public sealed record FindCounts(string Name, int Finds, int Rows, double LowestScore, double MeanScore)
{
    internal static IReadOnlyList<FindCounts> Of(IReadOnlyList<ReportedFind> finds, Func<ReportedFind, string> name) =>
    [
        .. finds.GroupBy(name, StringComparer.Ordinal)
            .Select(g => new FindCounts(g.Key, g.Count(), g.Select(f => f.Row).Distinct().Count(), g.Min(f => f.Score), Math.Round(g.Average(f => f.Score), 4)))
            .OrderByDescending(c => c.Finds).ThenBy(c => c.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A piece of a masked text.</summary>
/// <param name="Id">The row.</param>
/// <param name="Text">The text around the first placeholder, as it is after masking.</param>
public sealed record MaskedPiece(string Id, string Text)
{
    /// <summary>Characters before and behind the placeholder.</summary>
    private const int Around = 40;

    /// <summary>The piece around the first placeholder of a masked row; null where it has none.</summary>
    internal static MaskedPiece? First(Example masked)
    {
        var placeholders = new List<(int Start, int End)>();
        foreach (var text in masked.Texts.Select(t => t.Text))
        {
            Placeholders.Find(text, placeholders);
            if (placeholders.Count == 0) continue;
            var (start, end) = (Math.Max(0, placeholders[0].Start - Around), Math.Min(text.Length, placeholders[0].End + Around));
            if (start > 0 && char.IsLowSurrogate(text[start])) start--;
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end++;
            return new(masked.Id, $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}");
        }

        return null;
    }
}

/// <summary>Which rows a report calls risky.</summary>
public sealed record ReportOptions
{
    /// <summary>Finds from this score on are kept for <see cref="PersonalDataReport.At"/> and for the list of risks. 0–1, default 0.25: recognizers are to add
    /// nothing below.</summary>
    public double LowestScore { get; init => field = Guard.Ratio(value); } = 0.25;

    /// <summary>A find is just below the limit, or just above it, where its score is at most so far away. 0–1, default 0.1. Own choice.</summary>
    public double Near { get; init => field = Guard.Ratio(value); } = 0.1;

    /// <summary>A row has many finds from so many on: together they may tell who it is where each alone does not. At least 2, default 6. Own choice.</summary>
    public int Many { get; init => field = Guard.AtLeast(value, 2); } = 6;

    /// <summary>A type is rare where so few rows at most have it: it may be a mistake, or the one row with a passport number. At least 0, default 3. Own choice.</summary>
    public int Rare { get; init => field = Guard.AtLeast(value, 0); } = 3;

    /// <summary>Rows in the list of risks at most. At least 1, default 100.</summary>
    public int MostRisks { get; init => field = Guard.AtLeast(value, 1); } = 100;
}
