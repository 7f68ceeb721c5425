using System.Buffers;
using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A text as recognizers see it: without zero-width characters, full-width forms and digits of all scripts as ASCII; with the way back to the original.</summary>
internal readonly struct PlainText
{
    private readonly int[]? origins;

    private PlainText(string text, int[]? origins)
    {
        Text = text;
        this.origins = origins;
    }

    private static readonly SearchValues<char> Disguises = SearchValues.Create(MakeDisguises());

    /// <summary>The text to look at; the original itself where nothing is in disguise.</summary>
    public string Text { get; }

    /// <summary>Makes it.</summary>
    public static PlainText Of(string text)
    {
        var first = text.AsSpan().IndexOfAny(Disguises);
        if (first < 0) return new(text, null);
        var plain = new char[text.Length];
        var origins = new int[text.Length + 1];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i >= first && Disguises.Contains(c))
            {
                if (Fold.Char(c) == '\0') continue;
                c = Plain(c);
            }

            plain[length] = c;
            origins[length++] = i;
        }

        origins[length] = text.Length;
        return new(new(plain, 0, length), origins);
    }

    /// <summary>The span over the original text.</summary>
    public Span Original(Span span) =>
        origins is null ? span : span with { Start = origins[span.Start], End = span.End > span.Start ? origins[span.End - 1] + 1 : origins[span.End] };

    /// <summary>Case stays: only width and digits change.</summary>
    private static char Plain(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : Fold.Char(c);

    private static char[] MakeDisguises()
    {
        var disguises = new List<char>();
        for (var i = 128; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            if (c is >= '\uFF01' and <= '\uFF5E' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.DecimalDigitNumber) disguises.Add(c);
        }

        return [.. disguises];
    }
}
