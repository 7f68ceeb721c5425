using System.Buffers;

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

    /// <summary>How these forms begin; no letter beyond ASCII, so that the search stays vectorized.</summary>
    private static readonly SearchValues<string> Starts = SearchValues.Create(
    [
        "(at", "[at", "{at", "<at", "(@", "[@", "{@", "( at", "[ at", "(a)", "[a]", "(arroba", "[arroba", "(klammeraffe", "(arobase", "[arobase", "(chiocciola", "_at_", "-at-", "*at*", "|at|",
        " at ", " at-sign ", " at sign ", " arroba ", " klammeraffe ", " arobase ", " chiocciola ", " apestaartje ",
    ], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Email;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        for (var from = 0; from < span.Length;)
        {
            var found = span[from..].IndexOfAny(Starts);
            if (found < 0) break;
            var at = from + found;
            from = at + 1;
            // " at " is the usual one by far: no look for brackets there, and none behind it for what can be no domain.
            if (span[at] == ' ' && Chars.At(span, at + 3) == ' ')
            {
                if (Chars.At(span, at + 4) is ' ' or '-' || char.IsLetterOrDigit(Chars.At(span, at + 4))) Try(span, at, at + 4, false, into);
            }
            else if (LengthOf(span, at, Brackets) is > 0 and var bracket) Try(span, at, at + bracket, true, into);
            else if (LengthOf(span, at, Words) is > 0 and var word) Try(span, at, at + word, false, into);
        }

        for (var at = span.IndexOf('@'); at >= 0;)
        {
            // A sign with a space beside it; one without is the plain recognizer's.
            if (Chars.Before(span, at) == ' ' || Chars.At(span, at + 1) == ' ') Try(span, at, at + 1, false, into);
            var next = span[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private void Try(ReadOnlySpan<char> text, int at, int behind, bool bracketed, List<Span> into)
    {
        var local = SpelledMail.LocalBefore(text, at);
        var domain = SpelledMail.DomainFrom(text, behind);
        if (local.Start < 0 || domain.End < 0) return;
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
