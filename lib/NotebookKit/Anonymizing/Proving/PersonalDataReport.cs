namespace NotebookKit.Anonymizing;

/// <summary>What an anonymizer finds in a dataset: counts by type and by recognizer, rows that a person should look at, and pieces of text as they are after masking. Rows
/// are named by their ids; no text that was not masked is in it.</summary>
/// <remarks>It keeps how sure each find is, so that <see cref="At"/> counts for another limit without a second look. Finds are those of a first look at each text: what a second
/// look, or another text of the row, gives away is masked in a run, too, but not counted here.</remarks>
public sealed partial class PersonalDataReport
{
    private readonly IReadOnlyList<Example> rows;
    private readonly IReadOnlyList<ReportedFind> finds;
    private readonly Masker masker;
    private readonly ReportOptions options;

    private PersonalDataReport(IReadOnlyList<Example> rows, IReadOnlyList<ReportedFind> finds, Masker masker, double minScore, ReportOptions options)
    {
        (this.rows, this.finds, this.masker, MinScore, this.options) = (rows, finds, masker, minScore, options);
        List<ReportedFind> sure = [.. finds.Where(f => f.Score >= minScore)];
        Rows = rows.Count;
        Finds = sure.Count;
        RowsTouched = sure.Select(f => f.Row).Distinct().Count();
        ByType = FindCounts.Of(sure, f => f.Type);
        ByRecognizer = FindCounts.Of(sure, f => $"{f.Recognizer} ({f.Type})");
        Risks = RiskList.Of(rows, finds, minScore, ByType, options);
    }

    /// <summary>Rows that were looked at.</summary>
    public int Rows { get; }

    /// <summary>Rows with a find.</summary>
    public int RowsTouched { get; }

    /// <summary>Finds at or above <see cref="MinScore"/>.</summary>
    public int Finds { get; }

    /// <summary>The limit below which finds stay in the text, 0–1.</summary>
    public double MinScore { get; }

    /// <summary>Finds by type, the most frequent first.</summary>
    public IReadOnlyList<FindCounts> ByType { get; }

    /// <summary>Finds by what found them, with the type, the most frequent first.</summary>
    public IReadOnlyList<FindCounts> ByRecognizer { get; }

    /// <summary>Rows that a person should look at, those with the most reasons first.</summary>
    public IReadOnlyList<RiskyRow> Risks { get; }

    /// <summary>Looks at all texts of all rows.</summary>
    /// <param name="data">The rows, not masked yet.</param>
    /// <param name="anonymizer">What looks; null for the defaults.</param>
    /// <param name="options">Limits of the list of risks; null for the defaults.</param>
    /// <param name="run">Threads and key; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static PersonalDataReport Of(Dataset data, Anonymizer? anonymizer = null, ReportOptions? options = null, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        anonymizer ??= new();
        options ??= new();
        run ??= new();
        var masker = anonymizer.For(run);
        // What is less sure is looked for apart: where spans overlap, an unsure one must not take the place of a sure one.
        var unsure = anonymizer.MinScore > options.LowestScore ? (anonymizer with { MinScore = options.LowestScore }).For(run) : null;
        var examples = data.Examples;
        var finds = Chunks.Run(examples.Count, run, (from, to) =>
        {
            var found = new List<ReportedFind>();
            for (var row = from; row < to; row++)
            {
                foreach (var field in examples[row].Texts)
                {
                    var sure = masker.Find(field.Text, examples[row].KnownNames);
                    foreach (var span in sure) found.Add(new(row, span.Type, span.Recognizer, span.Score));
                    foreach (var span in unsure?.Find(field.Text, examples[row].KnownNames) ?? [])
                        if (span.Score < anonymizer.MinScore && !Meets(sure, span)) found.Add(new(row, span.Type, span.Recognizer, span.Score));
                }
            }

            return found;
        });
        return new(examples, [.. finds.SelectMany(f => f)], masker, anonymizer.MinScore, options);
    }

    /// <summary>True where one of spans in the order of the text, without overlaps, overlaps another one.</summary>
    private static bool Meets(IReadOnlyList<Span> spans, Span other) => SpanMatch.FirstEndingBehind(spans, other.Start) is var at && at < spans.Count && spans[at].Start < other.End;

    /// <summary>The same finds counted for another limit, without a second look. Pieces of text are still those of the first limit.</summary>
    /// <param name="minScore">The limit: from <see cref="ReportOptions.LowestScore"/> (or the anonymizer's own, where that is lower) to 1.</param>
    public PersonalDataReport At(double minScore) => new(rows, finds, masker, Guard.InRange(minScore, Math.Min(options.LowestScore, MinScore), 1), options);

    /// <summary>Pieces of text around what took the place of finds, as they are after masking: the first of each row with finds, rows with few finds first.</summary>
    /// <param name="count">How many, at least 0. Default 10.</param>
    public IReadOnlyList<MaskedPiece> Samples(int count = 10)
    {
        Guard.AtLeast(count, 0);
        var pieces = new List<MaskedPiece>();
        foreach (var row in finds.Where(f => f.Score >= MinScore).GroupBy(f => f.Row).OrderBy(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key))
        {
            if (pieces.Count >= count) break;
            if (MaskedPiece.First(masker.Mask(rows[row])) is { } piece) pieces.Add(piece);
        }

        return pieces;
    }
}

/// <summary>One find, without its text.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="Type">What it is.</param>
/// <param name="Recognizer">What found it.</param>
/// <param name="Score">How sure it is, 0–1.</param>
internal readonly record struct ReportedFind(int Row, string Type, string Recognizer, double Score);
