using NotebookKit.Display.Charts;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>What went in and out: from records to lines, over all stages and for each source.</summary>
internal static class FlowSection
{
    private const int MostSources = 30;

    public static IEnumerable<ReportSection> Of(ReportData data)
    {
        var history = data.Result.History;
        if (history.Stages.Count == 0) yield break;
        yield return new("flow", "What went in and out", "Every record that came in was rejected, removed or kept; nothing leaves without a reason.",
        [
            new Card("From records to training lines", Ledger(data)),
            new Card("What each stage kept", Chart.Funnel("What each stage kept", Stages(history), new() { ShowTitle = false, Width = 900 }),
                new Disclosure("The same as a table", null, StageTable(history))),
            .. Sources(data),
        ]);
    }

    private static IEnumerable<FunnelStage> Stages(History history) =>
        history.Stages.Select(s => new FunnelStage(s.Report.Name, s.Report.Kept, s.Report.Removed));

    /// <summary>The account as steps, each with its sign.</summary>
    private static Table Ledger(ReportData data)
    {
        var numbers = data.Numbers;
        var inputs = data.Result.History.Inputs;
        var lines = numbers.Lines.Values.Sum();
        List<(string Name, string Count, string Note)> steps = [];
        if (inputs.Count > 0)
        {
            steps.Add(("records in the inputs", Numbers.Count(inputs.Sum(i => i.Records)), Numbers.Count(inputs.Count, "input")));
            steps.Add(("− joined into another record's example", Numbers.Count(inputs.Sum(i => i.Joined)), "an answer into its question, an event into its interaction"));
            steps.Add(("− rejected", Numbers.Count(numbers.Rejected), "could not be read; audit/rejected.jsonl says why"));
            steps.Add(("+ expanded", Numbers.Count(inputs.Sum(i => i.Expanded)), "further examples of one record"));
        }

        steps.Add(("= examples", Numbers.Count(numbers.Read - numbers.Rejected), ""));
        if (numbers.Created > 0) steps.Add(("+ created", Numbers.Count(numbers.Created), "made by the run itself"));
        steps.Add(("− removed", Numbers.Count(numbers.Removed), $"{Numbers.Share(numbers.Removed, numbers.Read)} of what was read; audit/removed.jsonl has every one"));
        steps.Add(("= kept", Numbers.Count(numbers.Kept), ""));
        steps.Add(("+ copies", Numbers.Count(lines - numbers.Kept), "examples that balancing repeats"));
        steps.Add(("= lines to hand over", Numbers.Count(lines), string.Join(", ", numbers.Lines.Where(l => l.Value > 0).Select(l => $"{Numbers.Words(l.Key)} {Numbers.Count(l.Value)}"))));
        return new()
        {
            InOrder = true,
            Columns = [new("step"), new("count", true), new("what it means")],
            Rows = [.. steps.Select(s => (IReadOnlyList<string>)[s.Name, s.Count, s.Note])],
        };
    }

    private static Table StageTable(History history) => new()
    {
        Columns = [new("stage"), new("received", true), new("kept", true), new("removed", true), new("changed", true), new("main reasons")],
        Rows = [.. history.Stages.Select(s => (IReadOnlyList<string>)
        [
            s.Report.Name, Numbers.Count(s.Report.Received), Numbers.Count(s.Report.Kept), Numbers.Count(s.Report.Removed), Numbers.Count(s.Report.Changed),
            string.Join(", ", s.Report.Reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(3).Select(r => $"{r.Key} {Numbers.Count(r.Value)}")),
        ])],
    };

    /// <summary>Where the examples of each source went.</summary>
    private static IEnumerable<IView> Sources(ReportData data)
    {
        var fates = new Dictionary<string, SourceFate>(StringComparer.Ordinal);
        SourceFate Of(Example example)
        {
            var name = example.Source is { Length: > 0 } source ? source : DatasetProfile.None;
            if (!fates.TryGetValue(name, out var fate)) fates[name] = fate = new();
            return fate;
        }

        foreach (var removal in data.Result.History.Removals) Of(removal.Example).Remove(removal.Reason);
        foreach (var example in data.Result.Examples) Of(example).Keep(example);
        if (fates.Count == 0) yield break;
        var rows = fates.Select(f => (Name: data.Mask.Text(f.Key), Fate: f.Value)).OrderByDescending(f => f.Fate.Read).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        var table = new Table
        {
            Columns =
            [
                new("source"), .. new[] { "examples", "removed", "kept" }.Select(n => new Column(n, true)), new("share kept", true),
                .. Enum.GetValues<Split>().Select(s => new Column(Numbers.Words(s), true)), new("lines", true), new("main reasons to leave"),
            ],
            Rows = [.. rows.Take(MostSources).Select(r => (IReadOnlyList<string>)
            [
                r.Name, Numbers.Count(r.Fate.Read), Numbers.Count(r.Fate.Removed), Numbers.Count(r.Fate.Kept), Numbers.Share(r.Fate.Kept, r.Fate.Read),
                .. Enum.GetValues<Split>().Select(s => Numbers.Count(r.Fate.In(s))), Numbers.Count(r.Fate.Lines), r.Fate.MainReasons,
            ])],
        };
        var flows = rows.Take(12).SelectMany(r => r.Fate.Flows(r.Name));
        yield return new Card("By source", Chart.Sankey("From source to split", flows, new() { ShowTitle = false, Width = 900 }), table);
    }

    /// <summary>What became of one source's examples.</summary>
    private sealed class SourceFate
    {
        private readonly Dictionary<string, long> reasons = new(StringComparer.Ordinal);
        private readonly long[] splits = new long[Enum.GetValues<Split>().Length];

        public long Removed => reasons.Values.Sum();

        public long Kept => splits.Sum();

        public long Read => Removed + Kept;

        public long Lines { get; private set; }

        public string MainReasons => string.Join(", ",
            reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(3).Select(r => $"{r.Key} {Numbers.Count(r.Value)}"));

        public void Remove(string reason) => reasons[reason] = reasons.GetValueOrDefault(reason) + 1;

        public void Keep(Example example)
        {
            splits[(int)RunNumbers.SplitOf(example)]++;
            Lines += RunNumbers.CopiesOf(example);
        }

        public long In(Split split) => splits[(int)split];

        public IEnumerable<Flow> Flows(string source) =>
            new Flow[] { new(source, "train", In(Split.Train)), new(source, "validation", In(Split.Validation)), new(source, "test", In(Split.Test)), new(source, "removed", Removed) }
                .Where(f => f.Amount > 0);
    }
}
