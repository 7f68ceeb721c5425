using NotebookKit.Text;

namespace NotebookKit.Formatting;

/// <summary>How many examples a task needs, by the article that says so.</summary>
/// <param name="Task">The task.</param>
/// <param name="Minimum">Below this, training hardly helps.</param>
/// <param name="Good">Enough for most uses.</param>
/// <param name="Excellent">From here on more of the same adds little.</param>
/// <param name="Article">Where the numbers come from.</param>
public sealed record SizeGuide(TaskKind Task, int Minimum, int Good, int Excellent, string Article)
{
    /// <summary>The advice by task. S0 has a table; it does not name extraction, for which S3 (floor 200, a narrow task is at its
    /// ceiling with 1,000–2,000) and S2 (5,000–10,000 pairs make format errors nearly disappear) speak.</summary>
    public static IReadOnlyList<SizeGuide> All { get; } =
    [
        new(TaskKind.Classification, 200, 500, 2_000, "S0"),
        new(TaskKind.QuestionAnswering, 300, 1_000, 3_000, "S0"),
        new(TaskKind.Chat, 500, 2_000, 5_000, "S0"),
        new(TaskKind.Summarization, 300, 1_000, 3_000, "S0"),
        new(TaskKind.Generation, 500, 1_500, 5_000, "S0"),
        new(TaskKind.Extraction, 200, 1_000, 5_000, "S2, S3"),
    ];

    /// <summary>Floors that hold for any task: S2 (50: the least with a noticeable effect), S1 (100: the least to see overfitting), S3 (200: the
    /// least for a steady effect; 500 good ones for most domains).</summary>
    public static IReadOnlyList<(int Examples, string Meaning, string Article)> Floors { get; } =
    [
        (50, "the least with a noticeable effect", "S2"),
        (100, "the least to see overfitting", "S1"),
        (200, "the least for a steady effect", "S3"),
    ];

    /// <summary>The advice for a task; an unknown one is taken for chat.</summary>
    public static SizeGuide For(TaskKind task) => All.FirstOrDefault(g => g.Task == task) ?? All.First(g => g.Task == TaskKind.Chat);

    /// <summary>What the advice says about a number of examples.</summary>
    public Finding Judge(TaskKind task, long examples)
    {
        var name = task == TaskKind.Unknown ? "Unknown task (taken for chat)" : Sentence(Numbers.Words(task));
        var advice = $"{Article} asks for {Numbers.Count(Minimum)}, calls {Numbers.Count(Good)} good and {Numbers.Count(Excellent)} excellent";
        var text = $"{name}: {Numbers.Count(examples, "example")}; {advice}.";
        if (examples >= Excellent) return new(Severity.Note, "size-excellent", text);
        if (examples >= Good) return new(Severity.Note, "size-good", text);
        if (examples >= Minimum) return new(Severity.Note, "size-minimum", text);
        var missed = Floors.Where(f => examples < f.Examples).Select(f => $"{f.Article}: {Numbers.Count(f.Examples)} is {f.Meaning}").ToList();
        return new(Severity.Warning, "size-below-minimum", missed.Count == 0 ? text : $"{text} {string.Join("; ", missed)}.");
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
