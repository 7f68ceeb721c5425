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
            var lengths = LengthBins.Of(expected.Select(w => w.Length), rows.Count);
            drifts.Add(Make("length", split, expected, actual, lengths.Names, w => lengths.BinOf(w.Length)));
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

    private static List<Example> Drawn(List<Example> rows, ulong seed) => rows.Count <= MostRows ? rows : KeyedDraw.Of(rows, MostRows, seed, "drift", r => r.Id);

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

    private static Drift Make(string feature, Split split, Written[] expected, Written[] actual, string[] names, Func<Written, int> binOf)
    {
        var (e, a) = (new long[names.Length], new long[names.Length]);
        foreach (var row in expected) e[binOf(row)]++;
        foreach (var row in actual) a[binOf(row)] += row.Copies;
        var bins = names.Select((n, i) => new DriftBin(n, e[i], a[i])).ToList();
        if (actual.Length < FewestRows) return new(feature, split, null, CheckState.Pass, bins);
        var shift = Shift.Of(e, a, expected.Length, actual.Length);
        return new(feature, split, shift.Psi, shift.State, bins);
    }
}
