using NotebookKit.Checking;
using NotebookKit.Display;
using NotebookKit.Reviewing;
using NotebookKit.Text;

namespace NotebookKit.Tests.Checking;

/// <summary>A dataset with which nothing is wrong, small enough to be checked in a moment; tests change one thing in it.</summary>
internal static class CheckData
{
    public const int Count = 420, TestRows = 60, ValidationRows = 40;

    private static readonly string[] Starts = ["bor", "cal", "den", "fir", "gol", "hal", "jun", "kel", "lor", "mun", "nar", "pol", "rin", "sal", "tur", "vel", "win", "zor"];

    private static readonly string[] Ends = ["ash", "eck", "ider", "olm", "una", "ost", "ivert", "ampel", "urn", "enta", "ogle", "istan"];

    /// <summary>A word; 216 of them.</summary>
    public static string Word(ulong number) => Starts[number % 18] + Ends[number / 18 % 12];

    /// <summary>Words drawn by a key.</summary>
    public static string Words(string key, int count) => string.Join(' ', Enumerable.Range(0, count).Select(w => Word(StableHash.Of($"{key} {w}"))));

    public static Example Row(int i) => Build.Example($"row-{i}", $"How can {Words($"in {i}", 4 + (i % 9 * 3))} be done?", $"Open {Words($"out {i}", 12)} and choose it.") with
    {
        Task = TaskKind.QuestionAnswering,
        Origin = Origin.ProductionLog,
        Source = i % 3 == 0 ? "chats" : "tickets",
        Label = new[] { "billing", "account", "delivery", "technical" }[i % 4],
        Author = $"author {i % 5}",
        Licence = "MIT",
        Consent = "opted-in",
        CreatedAt = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-i),
        Split = i % 7 == 0 ? Split.Test : i % 11 == 5 ? Split.Validation : Split.Train,
        Tags = i switch { 10 => ["edge:decline"], 12 => ["edge:ambiguous"], 15 => ["edge:out-of-domain"], _ => [] },
    };

    public static List<Example> Rows(int count = Count) => [.. Enumerable.Range(0, count).Select(Row)];

    /// <summary>Rows with some of them changed.</summary>
    public static Dataset With(Func<Example, int, Example> change) => Dataset.Of(Rows().Select(change));

    public static Assessment Assess(Dataset data, AssessmentOptions? options = null) => Assessment.Of(data, options ?? Options);

    public static AssessmentOptions Options { get; } = new() { Run = new() { Seed = 7, Threads = 2 } };

    /// <summary>Options with a verdict about each of so many rows of each source.</summary>
    public static AssessmentOptions Reviewed(Dataset data, int perSource, Func<int, Verdict, Verdict> say) => Options with
    {
        Verdicts = Verdicts.Of(data.Examples.GroupBy(e => e.Source).SelectMany(g => g.Take(perSource).Select((e, i) => say(i, new() { Id = e.Id, Kind = VerdictKind.Right })))),
    };

    public static ChecklistItem Item(this Assessment assessment, string id) => assessment.Checklist[id] ?? throw new InvalidOperationException($"There is no item '{id}'.");
}
