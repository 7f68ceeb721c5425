namespace NotebookKit.Augmenting;

/// <summary>Makes the last user turn of a row messy; all other turns stay, or leave where that is the kind.</summary>
internal static class MessyTurn
{
    /// <summary>A longer turn is a document, and nobody types one in a hurry.</summary>
    public const int MaxChars = 4_000;

    /// <summary>The turns of the variant; null where nothing would change.</summary>
    public static IReadOnlyList<Message>? Of(Example parent, MessyKind kind, MessyHand hand)
    {
        var at = parent.Messages.Count - 1;
        while (at >= 0 && parent.Messages[at].Role != Role.User) at--;
        if (at < 0 || parent.Messages[at].Content is not { } text || text.Length > MaxChars) return null;
        if (kind == MessyKind.DroppedContext) return DroppedContext.Of(parent.Messages, at, hand);
        var messy = kind switch
        {
            MessyKind.Typos => Hurried(text, TypingErrors.In(text, hand), hand),
            MessyKind.Abbreviations => Hurried(text, ShortForms.In(text, hand), hand),
            MessyKind.LowerCase => hand.Luck.Unit() < hand.Strength ? WithoutEnd(Lower(text)) : Lower(text),
            MessyKind.Fragments => KeywordStyle.Of(text, hand),
            _ => SpeechText.Of(text, hand),
        };
        return With(parent.Messages, at, messy);
    }

    /// <summary>The turns with another text in one of them; null where it is the same or says nothing.</summary>
    public static Message[]? With(IReadOnlyList<Message> messages, int at, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || string.Equals(text, messages[at].Content, StringComparison.Ordinal)) return null;
        Message[] all = [.. messages];
        all[at] = all[at] with { Content = text };
        return all;
    }

    /// <summary>Who types in a hurry leaves out more than one thing: capitals and the mark at the end often go with the rest. Where the rest changed nothing, nothing is done.</summary>
    private static string Hurried(string text, string messy, MessyHand hand) =>
        string.Equals(text, messy, StringComparison.Ordinal) || hand.Luck.Unit() >= hand.Strength ? messy : WithoutEnd(Lower(messy));

    private static string WithoutEnd(string text) => text.TrimEnd(' ', '.', '!', '?', '…') is { Length: > 0 } rest && !rest.EndsWith('`') ? rest : text;

    private static string Lower(string text) => TextPieces.Join(TextPieces.Of(text).Select(p => p.Kind == PieceKind.Fixed ? p : p with { Text = p.Text.ToLowerInvariant() }));
}
