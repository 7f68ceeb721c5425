using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>The views of an example that several rules share.</summary>
internal static class Answers
{
    /// <summary>The last assistant turn; null where there is none.</summary>
    public static Message? Last(Example example)
    {
        for (var i = example.Messages.Count - 1; i >= 0; i--)
            if (example.Messages[i].Role == Role.Assistant) return example.Messages[i];
        return null;
    }

    /// <summary>True where short and bare answers are right: labels, fields, JSON, a call of a tool.</summary>
    public static bool AreFields(Example example)
    {
        if (example.Task is TaskKind.Classification or TaskKind.Extraction) return true;
        if (Last(example) is not { } answer) return false;
        var text = answer.Content ?? "";
        return answer.ToolCalls.Count > 0 || IsLabel(example.Label, text) || JsonAnswer.IsWhole(text);
    }

    /// <summary>True where a person wrote, edited or accepted the answer, so that it says what it was meant to say.</summary>
    public static bool AreVouchedFor(Example example) =>
        AreByPerson(example) || example.Signals.Has(Events.Accepted);

    /// <summary>True where a person wrote or edited the answer.</summary>
    public static bool AreByPerson(Example example) =>
        example.Origin == Origin.HumanWritten || example.Signals.AnsweredBy is AnsweredBy.Human or AnsweredBy.EditedModel
        || example.Signals.Has(Events.Edited);

    /// <summary>True where nothing can be read: white space, zero-width and control characters at most.</summary>
    public static bool IsBlank(string? text)
    {
        foreach (var c in text ?? "")
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && Fold.Char(c) != '\0') return false;
        return true;
    }

    private static bool IsLabel(string? label, string text) =>
        label is { Length: > 0 } && text.Length <= label.Length + 8 && string.Equals(Fold.Key(label), Fold.Key(text), StringComparison.Ordinal);
}
