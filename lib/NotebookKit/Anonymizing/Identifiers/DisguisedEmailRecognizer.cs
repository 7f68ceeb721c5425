namespace NotebookKit.Anonymizing;

/// <summary>E-mail addresses that people disguise or spell out: <c>jo (at) mail (dot) org</c>, <c>jo[at]mail.org</c>, <c>jo at mail dot org</c>,
/// <c>j o @ m a i l . o r g</c>, <c>jo arroba mail punto es</c>.</summary>
public sealed class DisguisedEmailRecognizer : Recognizer
{
    private static readonly string[] Brackets =
    [
        "(at)", "[at]", "{at}", "<at>", "(@)", "[@]", "{@}", "( at )", "[ at ]", "(a)", "[a]", "(arroba)", "[arroba]", "(klammeraffe)", "(arobase)", "[arobase]", "(chiocciola)", "_at_", "-at-", "*at*", "|at|",
    ];

    private static readonly string[] Words = [" at ", " arroba ", " klammeraffe ", " arobase ", " chiocciola ", " (at) ", " at-sign ", " at sign ", " apestaartje "];

    /// <summary>The words in these forms, for <see cref="WordStarts"/>.</summary>
    internal static readonly string[] Signs = ["at", "a", "arroba", "klammeraffe", "arobase", "chiocciola", "apestaartje"];

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Email;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        foreach (var start in context.Starts(text))
            if ((start.Kinds & WordStarts.Mail) != 0 && start.At > 0) FromWord(span, start.At, into);
        if (context.Signs(text) is { At: false, Underscore: false }) return;
        for (var at = span.IndexOfAny('@', '_'); at >= 0;)
        {
            FromSign(span, at, into);
            var next = span[(at + 1)..].IndexOfAny('@', '_');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>By the word that stands for the sign.</summary>
    private void FromWord(ReadOnlySpan<char> text, int word, List<Span> into)
    {
        var at = word - 1;
        // "( at )"
        if (text[at] == ' ' && Chars.Before(text, at) is '(' or '[') at--;
        // " at " is the usual one by far: no look for brackets there, and none behind it for what can be no domain.
        if (text[at] == ' ' && Chars.At(text, at + 3) == ' ' && text[at + 1] is 'a' or 'A' && text[at + 2] is 't' or 'T')
        {
            if (Chars.At(text, at + 4) is ' ' or '-' || char.IsLetterOrDigit(Chars.At(text, at + 4))) Try(text, at, at + 4, false, into);
        }
        else if (text[at] != ' ')
        {
            if (LengthOf(text, at, Brackets) is > 0 and var bracket) Try(text, at, at + bracket, true, into);
        }
        else if (char.IsLetter(Chars.At(text, word + 1)) && LengthOf(text, at, Words) is > 0 and var length) Try(text, at, at + length, false, into);
    }

    /// <summary>By the sign itself, in brackets or with a space beside it; one without is the plain recognizer's. "_at_" is inside a word.</summary>
    private void FromSign(ReadOnlySpan<char> text, int at, List<Span> into)
    {
        if (text[at] == '_')
        {
            if (text[at..].StartsWith("_at_", StringComparison.OrdinalIgnoreCase)) Try(text, at, at + 4, true, into);
            return;
        }

        if (at > 0 && LengthOf(text, at - 1, Brackets) is > 0 and var bracket) Try(text, at - 1, at - 1 + bracket, true, into);
        if (Chars.Before(text, at) == ' ' || Chars.At(text, at + 1) == ' ') Try(text, at, at + 1, false, into);
    }

    private void Try(ReadOnlySpan<char> text, int at, int behind, bool bracketed, List<Span> into)
    {
        var domain = SpelledMail.DomainFrom(text, behind);
        if (domain.End < 0) return;
        var local = SpelledMail.LocalBefore(text, at);
        if (local.Start < 0) return;
        var score = SpelledMail.Score(text, local, domain, bracketed);
        if (score > 0) into.Add(At(local.Start, domain.End, score));
    }

    private static int LengthOf(ReadOnlySpan<char> text, int at, string[] forms)
    {
        foreach (var form in forms)
            if (text[at..].StartsWith(form, StringComparison.OrdinalIgnoreCase)) return form.Length;
        return 0;
    }
}
