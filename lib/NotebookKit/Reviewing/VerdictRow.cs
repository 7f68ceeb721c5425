using System.Collections.Immutable;

namespace NotebookKit.Reviewing;

/// <summary>One line of a filled-in file, its fields as text.</summary>
internal sealed record VerdictRow(string File, long Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Kinds of edge case, as they are written.</summary>
    public static readonly string[] Edges = ["decline", "ambiguous", "out-of-domain", "none"];

    /// <summary>Field that says why a row is in the sample.</summary>
    public const string Drawn = "drawn", Random = "random";

    /// <summary>Fields that a person fills in, beside the questions.</summary>
    public const string VerdictField = "verdict", Correction = "correction", Harmful = "harmful", Edge = "edge";

    private static readonly HashSet<string> Known = new(ReviewQuestions.All.Select(q => q.Key), StringComparer.Ordinal)
        { "id", VerdictField, Correction, Harmful, Edge, "note", Drawn, "source", "label", "flags", "input", "output" };

    /// <summary>The verdict; null where nothing is filled in yet.</summary>
    /// <exception cref="BadInputException">A field holds something else than was expected.</exception>
    public static Verdict? Parse(VerdictRow row) => row.Read();

    private Verdict? Read()
    {
        if (Fields.Keys.FirstOrDefault(k => !Known.Contains(k)) is { } odd)
            throw Bad(odd, $"there is no such field; a row has {string.Join(", ", new[] { "id", VerdictField, Correction }.Concat(ReviewQuestions.All.Select(q => q.Key)).Append(Harmful).Append(Edge).Append("note"))}.");
        var id = Text("id") ?? throw Bad("id", "the id of a row was expected; keep the ids that the review sample has.");
        var answers = ReviewQuestions.All.Select(q => (q.Key, Said: YesNo(q.Key))).Where(a => a.Said is not null)
            .ToImmutableSortedDictionary(a => a.Key, a => a.Said!.Value, StringComparer.Ordinal);
        var (harmful, edge, correction) = (YesNo(Harmful), EdgeKind(), Text(Correction));
        if (Kind(answers, harmful, edge, correction) is not { } kind) return null;
        if (kind == VerdictKind.Corrected && correction is null) throw Bad(Correction, "the verdict is corrected, so the right answer was expected here.");
        if (kind != VerdictKind.Corrected && correction is not null) throw Bad(VerdictField, "a correction is given, so \"corrected\" was expected; or empty the correction.");
        return new() { Id = id, Kind = kind, Correction = correction, Answers = answers, Harmful = harmful, Edge = edge, IsRandom = Text(Drawn) is null or Random, File = File, Line = Line };
    }

    /// <summary>The decision; where only the questions are answered, it follows from them. Null where nothing is filled in.</summary>
    private VerdictKind? Kind(ImmutableSortedDictionary<string, bool> answers, bool? harmful, string? edge, string? correction)
    {
        if (Text(VerdictField) is { } said)
            return said.ToLowerInvariant() switch
            {
                "right" or "pass" => VerdictKind.Right,
                "wrong" or "reject" => VerdictKind.Wrong,
                "corrected" or "fix" => VerdictKind.Corrected,
                _ => throw Bad(VerdictField, $"right, wrong or corrected was expected, but it is '{Shown(said)}'."),
            };
        if (correction is not null) return VerdictKind.Corrected;
        if (answers.Count == ReviewQuestions.All.Count || harmful == true || answers.Count(a => !a.Value) >= ReviewQuestions.MostFailed) return VerdictKind.Right;
        if (answers.Count > 0) throw Bad(VerdictField, $"it is empty, and so is {string.Join(", ", ReviewQuestions.All.Select(q => q.Key).Where(k => !answers.ContainsKey(k)))}; write right, wrong or corrected, or answer all five questions.");
        return harmful is null && edge is null ? null : throw Bad(VerdictField, "it is empty, but the row is filled in elsewhere; write right, wrong or corrected.");
    }

    private bool? YesNo(string field) => Text(field)?.ToLowerInvariant() switch
    {
        null => null,
        "yes" or "y" or "true" or "1" => true,
        "no" or "n" or "false" or "0" => false,
        _ => throw Bad(field, $"yes or no was expected, but it is '{Shown(Text(field)!)}'."),
    };

    private string? EdgeKind() => Text(Edge)?.ToLowerInvariant() is not { } kind ? null
        : Edges.Contains(kind) ? kind : throw Bad(Edge, $"{string.Join(", ", Edges)} or nothing was expected, but it is '{Shown(kind)}'.");

    private string? Text(string field) => Fields.GetValueOrDefault(field)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>What was written, where it is no more than a word: an answer that slipped into the wrong field is not repeated.</summary>
    private static string Shown(string text) => text.Length <= 20 ? text : "longer text";

    private BadInputException Bad(string field, string problem) => BadInputException.At(File, Line, field, problem);
}
