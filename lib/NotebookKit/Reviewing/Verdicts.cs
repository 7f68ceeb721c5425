using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Reviewing;

/// <summary>What people said about rows: one verdict for an id. Immutable.</summary>
public sealed class Verdicts : IDescribed
{
    private readonly SortedDictionary<string, Verdict> byId;

    private Verdicts(SortedDictionary<string, Verdict> byId, int open) => (this.byId, Open) = (byId, open);

    /// <summary>Nobody said anything.</summary>
    public static Verdicts None { get; } = new(new(StringComparer.Ordinal), 0);

    /// <summary>The verdicts, in ordinal order of ids.</summary>
    public IReadOnlyCollection<Verdict> All => byId.Values;

    /// <summary>How many there are.</summary>
    public int Count => byId.Count;

    /// <summary>Rows of the files that nobody has filled in yet.</summary>
    public int Open { get; }

    /// <summary>Number of verdicts and a hash over all that decides.</summary>
    public string Description
    {
        get
        {
            var hash = 0UL;
            foreach (var verdict in byId.Values)
            {
                hash = StableHash.Combine(hash, StableHash.Of(verdict.Id));
                hash = StableHash.Combine(hash, StableHash.Of($"{verdict.Kind}|{verdict.Failed}|{verdict.Harmful}|{verdict.Edge}|{verdict.Correction}"));
            }

            return string.Create(CultureInfo.InvariantCulture, $"{Count} verdicts {hash:x16}");
        }
    }

    /// <summary>Verdicts that were made in code.</summary>
    /// <exception cref="BadInputException">Two are about the same row.</exception>
    public static Verdicts Of(IEnumerable<Verdict> verdicts, int open = 0)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var byId = new SortedDictionary<string, Verdict>(StringComparer.Ordinal);
        foreach (var verdict in verdicts)
            if (!byId.TryAdd(verdict.Id, verdict))
                throw BadInputException.At(verdict.File, verdict.Line, "id", $"there is a verdict for '{verdict.Id}' already, in {byId[verdict.Id].File}, line {Text(byId[verdict.Id].Line)}; keep one of them.");
        return new(byId, open);
    }

    /// <summary>Reads filled-in review files: JSONL as the kit writes them, or CSV with the same fields as columns.</summary>
    /// <exception cref="BadInputException">A file cannot be read, a line is no verdict, or two lines are about the same row: one line says where and what to do.</exception>
    public static Verdicts Read(params IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var all = new List<Verdict>();
        var open = 0;
        foreach (var file in files) all.AddRange(VerdictFile.Read(file, ref open));
        return Of(all, open);
    }

    /// <summary>The verdict about a row.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Verdict? verdict) => byId.TryGetValue(id, out verdict);

    /// <summary>Refuses verdicts about rows that were never read: a misspelt id would change nothing and say nothing.</summary>
    /// <exception cref="BadInputException">An id is none of the dataset's.</exception>
    public void CheckIds(Dataset read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Count == 0) return;
        var ids = read.Examples.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var verdict in byId.Values.OrderBy(v => v.File, StringComparer.Ordinal).ThenBy(v => v.Line))
            if (!ids.Contains(verdict.Id))
                throw BadInputException.At(verdict.File, verdict.Line, "id", $"no row of the inputs has the id '{verdict.Id}'; give the inputs, the seed and the key file that the sample was drawn with.");
    }

    /// <summary>The same verdicts with their corrections changed, to mask personal data in them.</summary>
    public Verdicts MapCorrections(Func<string, string> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Of(byId.Values.Select(v => v.Correction is { } text ? v with { Correction = map(text) } : v), Open);
    }

    private static string Text(long line) => line.ToString(CultureInfo.InvariantCulture);
}
