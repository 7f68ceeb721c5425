using NotebookKit.Display;
using NotebookKit.Sourcing;
using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>Compares how the inputs of train and test are written with how all inputs were before anything was removed (S3's production gap): by length,
/// typing errors and fragments.</summary>
/// <remarks>Not among "all inputs": rows that left because another one stands for them (removing duplicates is no drift), rows of people who opted out, and inputs
/// that a model wrote.</remarks>
internal static class Drifts
{
    /// <summary>Fewer rows of a split say nothing.</summary>
    public const int FewestRows = 30;

    /// <summary>Rows of each set that are looked at, drawn by the seed.</summary>
    private const int MostRows = 5_000;

    private const int MostBins = 10, RowsPerBin = 10;

    private readonly record struct Written(int Length, int Typos, int Fragment, int Copies);

    /// <summary>The drift of train and of test, feature by feature.</summary>
    public static IReadOnlyList<Drift> Of(Dataset result, RunContext run)
    {
        var before = Drawn(Before(result), run.Seed);
        if (before.Count == 0) return [];
        var typos = new Typos(before.Select(InputMess.TextOf));
        var expected = Measure(before, typos, run, copies: false);
        var drifts = new List<Drift>();
        foreach (var split in new[] { Split.Train, Split.Test })
        {
            var rows = Drawn([.. result.Examples.Where(e => RunNumbers.SplitOf(e) == split && IsAsked(e))], run.Seed);
            if (rows.Count == 0) continue;
            var actual = Measure(rows, typos, run, copies: split == Split.Train);
            var edges = Edges(expected, rows.Count);
            drifts.Add(Make("length", split, expected, actual, Names(edges), w => BinOf(edges, w.Length)));
            drifts.Add(Make("typos", split, expected, actual, InputMess.TypoKinds, w => InputMess.TypoBin(w.Typos)));
            drifts.Add(Make("fragments", split, expected, actual, InputMess.FragmentKinds, w => w.Fragment));
        }

        return drifts;
    }

    /// <summary>The inputs as they came: what is kept and what stages took out.</summary>
    private static List<Example> Before(Dataset result) =>
    [
        .. result.Examples.Where(IsReal),
        .. result.History.Removals.Where(r => (r.CauseId is null || OutsideCause.Of(r.CauseId) is not null) && r.Reason != Permissions.OptedOut && IsReal(r.Example)).Select(r => r.Example),
    ];

    private static bool IsReal(Example example) => example.Origin != Origin.Synthetic && IsAsked(example);

    private static bool IsAsked(Example example) => !string.IsNullOrWhiteSpace(InputMess.TextOf(example));

    private static List<Example> Drawn(List<Example> rows, ulong seed)
    {
        if (rows.Count <= MostRows) return rows;
        var keys = rows.Select(r => KeyedRandom.Bits(seed, "drift", r.Id)).ToArray();
        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(keys, order);
        return [.. order.Take(MostRows).Order().Select(i => rows[i])];
    }

    private static Written[] Measure(List<Example> rows, Typos typos, RunContext run, bool copies)
    {
        var parts = Chunks.Run(rows.Count, run, (from, to) =>
        {
            var part = new Written[to - from];
            for (var i = from; i < to; i++)
            {
                var text = InputMess.TextOf(rows[i]);
                part[i - from] = new(text.Length, typos.CountIn(text), InputMess.Fragment(text), copies ? RunNumbers.CopiesOf(rows[i]) : 1);
            }

            return part;
        });
        return [.. parts.SelectMany(p => p)];
    }

    /// <summary>Last length of each bin but the last: equal shares of the inputs, ten bins, or fewer for a small split.</summary>
    private static int[] Edges(Written[] expected, int actual)
    {
        var lengths = expected.Select(w => w.Length).Order().ToArray();
        var bins = Math.Clamp(actual / RowsPerBin, 2, MostBins);
        return [.. Enumerable.Range(1, bins - 1).Select(i => lengths[(int)((long)lengths.Length * i / bins)]).Distinct().Where(e => e < lengths[^1])];
    }

    private static string[] Names(int[] edges) =>
        [.. Enumerable.Range(0, edges.Length + 1).Select(i => i == edges.Length ? FormattableString.Invariant($"over {(i == 0 ? 0 : edges[i - 1])}")
            : FormattableString.Invariant($"{(i == 0 ? 0 : edges[i - 1] + 1)}–{edges[i]}"))];

    private static int BinOf(int[] edges, int length)
    {
        var bin = 0;
        while (bin < edges.Length && length > edges[bin]) bin++;
        return bin;
    }

    private static Drift Make(string feature, Split split, Written[] expected, Written[] actual, string[] names, Func<Written, int> binOf)
    {
        var (e, a) = (new long[names.Length], new long[names.Length]);
        foreach (var row in expected) e[binOf(row)]++;
        foreach (var row in actual) a[binOf(row)] += row.Copies;
        var bins = names.Select((n, i) => new DriftBin(n, e[i], a[i])).ToList();
        if (actual.Length < FewestRows) return new(feature, split, null, CheckState.Pass, bins);
        // Bins that neither set uses are no degrees of freedom.
        var used = Enumerable.Range(0, names.Length).Where(i => e[i] + a[i] > 0).ToList();
        var index = PopulationStability.Index([.. used.Select(i => e[i])], [.. used.Select(i => a[i])]);
        var byChance = index <= PopulationStability.Chance95(used.Count, expected.Length, actual.Length);
        var state = byChance || index <= PopulationStability.WarnAbove ? CheckState.Pass : index <= PopulationStability.FailAbove ? CheckState.Warn : CheckState.Fail;
        return new(feature, split, index, state, bins);
    }
}
