using System.Diagnostics;
using NotebookKit.Deduplicating;

namespace NotebookKit.Benchmarks;

/// <summary>One question asked again and again: twelve answers in turn, and a different answer every time. Twice the rows must cost about twice the time, not four times.</summary>
internal static class ContradictionBenchmark
{
    private const string Question = "How long does a refund take until it is back in my account?";

    public static int Run(int count)
    {
        var exact = true;
        foreach (var differ in new[] { false, true })
            foreach (var policy in new[] { ContradictionPolicy.List, ContradictionPolicy.KeepMostFrequent })
                for (var rows = count; rows <= 4 * count; rows *= 2)
                {
                    var data = Dataset.Of(Enumerable.Range(0, rows).Select(i => Row(i, differ ? i : i % 12)));
                    var watch = Stopwatch.StartNew();
                    var result = (ContradictionsResult)data.Apply(new Contradictions { Policy = policy });
                    var applied = watch.Elapsed;
                    var versions = result.Questions.Single().Versions.Count;
                    var told = result.ToTable().Rows.Count + result.ToAuthorTable().Rows.Count;
                    var removed = policy == ContradictionPolicy.List ? 0 : differ ? rows - 1 : rows - ((rows + 11) / 12);
                    exact &= versions == (differ ? rows : 12) && result.Removed.Count == removed;
                    Console.WriteLine(FormattableString.Invariant($"{(differ ? "all differ" : "12 answers")} {policy,-16} {rows,8:N0} rows {applied.TotalSeconds,7:F2} s, told in {(watch.Elapsed - applied).TotalSeconds,6:F2} s: {versions:N0} versions, removed {result.Removed.Count:N0}, {told} lines"));
                }

        return exact ? 0 : 1;
    }

    private static Example Row(int i, int answer) => new()
    {
        Id = FormattableString.Invariant($"r-{i:D7}"),
        Messages = [new(Role.User, Question), new(Role.Assistant, FormattableString.Invariant($"ticket {answer} was answered by colleague {answer * 7} on day {answer * 3} of room {answer * 11}"))],
        Author = FormattableString.Invariant($"agent {i % 12}"),
    };
}
