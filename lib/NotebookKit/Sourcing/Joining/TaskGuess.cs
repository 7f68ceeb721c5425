namespace NotebookKit.Sourcing;

/// <summary>Guesses what the examples of one source are for, from shares and medians; the user sees the guess and can set another.</summary>
internal static class TaskGuess
{
    private const int LongInput = 400, ShortRequest = 200, LongOutput = 800, ShortLabel = 40;

    /// <summary>The task that most examples show by themselves, else the one that fits the lengths and forms of inputs and outputs.</summary>
    public static TaskKind Of(IReadOnlyList<Draft> drafts)
    {
        var shown = drafts.GroupBy(d => d.Task).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        if (shown is null) return TaskKind.Unknown;
        if (shown.Key != TaskKind.Unknown) return shown.Key;
        var answered = drafts.Where(d => d.Task == TaskKind.Unknown && d.Messages.Exists(m => m.Role == Role.Assistant)).ToList();
        if (answered.Count == 0) return TaskKind.Unknown;
        if (2 * answered.Count(d => d.Messages.Count(m => m.Role == Role.User) > 1) >= answered.Count) return TaskKind.Chat;
        var last = answered.ConvertAll(d => d.Messages.FindLast(m => m.Role == Role.Assistant)!);
        var outputs = last.ConvertAll(m => m.Content ?? "");
        // A tool call is text brought into fields.
        if (5 * last.Count(m => m.ToolCalls.Count > 0 || IsJson(m.Content ?? "")) >= 4 * last.Count) return TaskKind.Extraction;
        var input = Median(answered.ConvertAll(InputLength));
        var output = Median(outputs.ConvertAll(o => o.Length));
        if (outputs.Count >= 20 && output <= ShortLabel && outputs.Distinct(StringComparer.Ordinal).Count() <= outputs.Count / 5) return TaskKind.Classification;
        if (input >= LongInput && 3 * output <= input) return TaskKind.Summarization;
        if (input <= ShortRequest && output >= LongOutput) return TaskKind.Generation;
        return TaskKind.QuestionAnswering;
    }

    private static bool IsJson(string text) => text.AsSpan().Trim() is ['{', .., '}'] or ['[', .., ']'] && JsonValues.Parse(text) is not null;

    private static int InputLength(Draft draft)
    {
        var sum = 0;
        foreach (var message in draft.Messages)
            if (message.Role == Role.User) sum += message.Content?.Length ?? 0;
        return sum;
    }

    private static int Median(List<int> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
