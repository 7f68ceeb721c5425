using System.Collections.Immutable;
using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>What a source got in one dimension.</summary>
/// <param name="Measured">The measured value: a share or score 0–1, examples, or money; null where it could not be measured.</param>
/// <param name="Points">1 (poor) to 5 (good) by the published cut-points; a weighted mean in the Hybrid row; null where nothing was measured.</param>
/// <param name="Shown">The measured value as people read it, with its unit; <c>–</c> where there is none.</param>
public sealed record SourceGrade(double? Measured, double? Points, string Shown)
{
    /// <summary>Nothing was measured.</summary>
    public static SourceGrade None { get; } = new(null, null, "–");

    /// <summary>Points and value: <c>4 (1,200)</c>.</summary>
    public override string ToString() => Points is { } points ? string.Create(CultureInfo.InvariantCulture, $"{points:0.#}/5 ({Shown})") : Shown;
}

/// <summary>One row of the matrix.</summary>
/// <param name="Source">Name of the source; <see cref="SourceMatrix.Hybrid"/> for all together.</param>
/// <param name="Weight">Share that it has in the Hybrid row, 0–1.</param>
/// <param name="Grades">One grade per dimension, in the order of <see cref="SourceMatrix.Dimensions"/>.</param>
/// <param name="Notes">What the grades rest on: short sentences with numbers.</param>
public sealed record SourceRow(string Source, double Weight, ImmutableArray<SourceGrade> Grades, IReadOnlyList<string> Notes);

/// <summary>S1's quality score matrix: the sources side by side, each with 1 to 5 points for relevance, diversity, quality, size and cost.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record SourceMatrix : IView
{
    /// <summary>Name of the weighted row.</summary>
    public const string Hybrid = "Hybrid (weighted)";

    /// <summary>No sources.</summary>
    public static SourceMatrix Empty { get; } = new() { Sources = [] };

    /// <summary>What is graded, in order.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["Relevance", "Diversity", "Quality", "Size", "Cost"];

    /// <summary>The sources by name, then, where there are at least two, the weighted row.</summary>
    public required ImmutableArray<SourceRow> Sources { get; init; }

    /// <summary>Points for a heat map: a row for each of <see cref="Sources"/>, a column for each of <see cref="Dimensions"/>; null where nothing was measured.</summary>
    public IReadOnlyList<IReadOnlyList<double?>> Points => [.. Sources.Select(s => (IReadOnlyList<double?>)[.. s.Grades.Select(g => g.Points)])];

    /// <summary>One row per source; a cell is points and the measured value.</summary>
    public Table ToTable() => new()
    {
        Columns = [new("Source"), .. Dimensions.Select(d => new Column(d, true)), new("Weight", true)],
        Rows = [.. Sources.Select(s => (IReadOnlyList<string>)[s.Source, .. s.Grades.Select(g => g.ToString()), Weight(s.Weight)])],
    };

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();

    private static string Weight(double share) => Numbers.Share((long)Math.Round(share * 1_000_000), 1_000_000);
}
