using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>E-mail addresses that people disguise: <c>jo (at) mail (dot) org</c>, <c>jo[at]mail.org</c>, <c>jo&amp;#64;mail.org</c>.</summary>
public sealed class DisguisedEmailRecognizer : Recognizer
{
    private static readonly SearchValues<string> Ats = SearchValues.Create(AtForms, StringComparison.OrdinalIgnoreCase);

    private static readonly string[] DotForms = ["(dot)", "[dot]", "{dot}", "(punkt)", "[punkt]", "(point)", "(punto)"];

    private static string[] AtForms => ["(at)", "[at]", "{at}", "&#64;", "&commat;", "%40", "(arroba)", "(@)", "[@]"];

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
            var found = span[from..].IndexOfAny(Ats);
            if (found < 0) return;
            var at = from + found;
            var behind = at + LengthOfAt(span[at..]);
            var left = at > 0 && span[at - 1] == ' ' ? at - 1 : at;
            var start = EmailRecognizer.StartOfLocal(span, left);
            var end = start < left ? EndOfDomain(span, Skip(span, behind)) : -1;
            if (end > 0) into.Add(At(start, end, 0.85));
            from = behind;
        }
    }

    private static int LengthOfAt(ReadOnlySpan<char> text)
    {
        foreach (var form in AtForms)
            if (text.StartsWith(form, StringComparison.OrdinalIgnoreCase)) return form.Length;
        return 1;
    }

    /// <summary>Labels of letters, digits and hyphens with a dot or a word for it between them, at most five.</summary>
    private static int EndOfDomain(ReadOnlySpan<char> text, int from)
    {
        var position = from;
        for (var labels = 1; labels <= 5; labels++)
        {
            var end = position;
            while (end < text.Length && end - position < 63 && (char.IsLetterOrDigit(text[end]) || text[end] == '-')) end++;
            if (end == position) return -1;
            var next = AfterDot(text, end);
            if (next < 0 || !char.IsLetterOrDigit(Chars.At(text, next))) return labels > 1 && end - position >= 2 && char.IsLetter(text[end - 1]) ? end : -1;
            position = next;
        }

        return -1;
    }

    private static int AfterDot(ReadOnlySpan<char> text, int from)
    {
        if (Chars.At(text, from) == '.') return from + 1;
        var dot = Skip(text, from);
        foreach (var form in DotForms)
            if (text[dot..].StartsWith(form, StringComparison.OrdinalIgnoreCase)) return Skip(text, dot + form.Length);
        return -1;
    }

    private static int Skip(ReadOnlySpan<char> text, int index) => Chars.At(text, index) == ' ' ? index + 1 : index;
}
