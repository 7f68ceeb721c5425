using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A text as recognizers see it: without zero-width characters and combining marks, styled and full-width forms and digits of all scripts as
/// ASCII, look-alikes of other scripts inside Latin words as Latin letters; with the way back to the original.</summary>
internal readonly struct PlainText
{
    private readonly MappedText? mapped;

    private PlainText(string text, MappedText? mapped)
    {
        Text = text;
        this.mapped = mapped;
    }

    /// <summary>The text to look at; the original itself where nothing is in disguise.</summary>
    public string Text { get; }

    /// <summary>Makes it.</summary>
    public static PlainText Of(string text)
    {
        // Nothing is in disguise where all is ASCII, and one look tells.
        if (Ascii.IsValid(text)) return new(text, null);
        var next = text.AsSpan().IndexOfAny(PlainChars.Disguises);
        if (next < 0) return new(Homoglyphs.Mended(text), null);
        var mapped = new MappedText(text.Length);
        var from = 0;
        while (next >= 0)
        {
            mapped.Copy(text, from, next);
            from = Take(text, next, mapped);
            var found = text.AsSpan(from).IndexOfAny(PlainChars.Disguises);
            next = found < 0 ? -1 : from + found;
        }

        mapped.Copy(text, from, text.Length);
        return new(Homoglyphs.Mended(mapped.Text), mapped);
    }

    /// <summary>The span over the original text.</summary>
    public Span Original(Span span) => mapped is null ? span : mapped.Original(span);

    /// <summary>Adds the plain form of what stands at an index; returns the index behind it.</summary>
    private static int Take(string text, int at, MappedText into)
    {
        var c = text[at];
        if (c == PlainChars.MathLead)
        {
            var plain = at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? PlainChars.OfMath(text[at + 1]) : '\0';
            if (plain == '\0') into.Copy(text, at, at + 1);
            else into.Add(plain, at, at + 2);
            return plain == '\0' ? at + 1 : at + 2;
        }

        if (PlainChars.IsMark(c))
        {
            // A keycap: the digit, a sign for its style, the frame.
            if (into.Last == PlainChars.Style && c == PlainChars.Keycap) into.Drop();
            if (char.IsAsciiDigit(into.Last) || PlainChars.TakesMark(into.Last)) into.Widen(at + 1);
            else into.Copy(text, at, at + 1);
        }
        else if (PlainChars.Of(c) is not '\0' and var plain)
        {
            into.Add(plain, at, at + 1);
        }

        return at + 1;
    }
}
