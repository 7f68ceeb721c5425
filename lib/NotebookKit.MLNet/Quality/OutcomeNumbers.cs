namespace NotebookKit.MLNet;

/// <summary>Names of columns of the model of quality.</summary>
internal static class QualityColumns
{
    public const string Input = "InputTerms", Output = "OutputTerms";
}

/// <summary>What is known of a row beside its words, in numbers from 0 to 1.</summary>
internal static class OutcomeNumbers
{
    /// <summary>How many numbers.</summary>
    public const int Count = 21;

    private const double ManyWords = 1_000, ManyTurns = 20;

    private static readonly (string Name, Events Any)[] Recorded =
    [
        ("accepted", Events.Accepted), ("edited", Events.Edited), ("rejected", Events.Rejected), ("copied", Events.Copied), ("asked again", Events.AskedAgain), ("thumbs up", Events.ThumbsUp),
        ("thumbs down", Events.ThumbsDown), ("resolved", Events.Resolved), ("broken off", Events.Abandoned | Events.Crashed), ("chosen", Events.Clicked | Events.CategoryAssigned | Events.TemplateUsed),
    ];

    private static readonly (string Name, AnsweredBy By)[] Authors = [("by a person", AnsweredBy.Human), ("by a model", AnsweredBy.Model), ("edited by a person", AnsweredBy.EditedModel)];

    /// <summary>The names of the numbers.</summary>
    public static string[] Names { get; } =
    [
        "words of the answer", "words of the question", "different words of the answer", "letters of the answer", "marks of the answer", "turns", "rated", "rating",
        .. Recorded.Select(r => r.Name), .. Authors.Select(a => a.Name),
    ];

    public static float[] Of(Example example)
    {
        var (output, signals) = (example.Output, example.Signals);
        string[] words = Words(output);
        var rating = signals.Rating is { } r && double.IsFinite(r) ? Math.Clamp((r - 1) / 4, 0, 1) : (double?)null;
        double[] numbers =
        [
            Long(words.Length), Long(Words(example.Input).Length), words.Length == 0 ? 0 : (double)words.Distinct(StringComparer.OrdinalIgnoreCase).Count() / words.Length,
            Share(output, char.IsLetterOrDigit), Share(output, c => char.IsPunctuation(c) || char.IsSymbol(c)), Math.Min(1, example.Messages.Count / ManyTurns), rating is null ? 0 : 1, rating ?? 0,
            .. Recorded.Select(e => (signals.Events & e.Any) != 0 ? 1.0 : 0), .. Authors.Select(a => signals.AnsweredBy == a.By ? 1.0 : 0),
        ];
        return [.. numbers.Select(n => (float)n)];
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static double Long(int words) => Math.Min(1, Math.Log(1 + words) / Math.Log(1 + ManyWords));

    private static double Share(string text, Func<char, bool> isOne) => text.Length == 0 ? 0 : (double)text.Count(isOne) / text.Length;
}
