namespace NotebookKit.Anonymizing;

/// <summary>Addresses of ships and posts abroad: <c>PSC 1234, Box 5678 ⏎ APO AA 34002</c>, <c>USS Example ⏎ FPO AE 09123</c>.</summary>
internal static class MilitaryMail
{
    private const int MaxLine = 48;

    private static readonly WordMap Posts = new("FPO APO DPO"), Areas = new("AA AE AP");

    private static readonly string[] Units = ["unit ", "psc ", "cmr ", "opc "];

    /// <summary>Index of the post's name in a block of an address, or −1.</summary>
    public static int Post(ReadOnlySpan<char> text)
    {
        for (var p = 0; p < text.Length; p++)
        {
            if (text[p] is not ('F' or 'A' or 'D' or 'f' or 'a' or 'd') || Chars.IsWord(Chars.Before(text, p))) continue;
            if (Chars.At(text, p + 3) == ' ' && Chars.At(text, p + 6) == ' ' && p + 7 < text.Length && char.IsAsciiDigit(text[p + 7]) && Posts.Has(text.Slice(p, 3)) && Areas.Has(text.Slice(p + 4, 2))) return p;
        }

        return -1;
    }

    /// <summary>Start of the box that stands before a post, in whatever case; the index itself where none does.</summary>
    public static int Lead(ReadOnlySpan<char> text, int start)
    {
        if (Post(text[start..Math.Min(text.Length, start + 9)]) != 0) return start;
        var from = Math.Max(0, start - MaxLine);
        var line = text[from..start].TrimEnd(" ,\r\n\\n");
        foreach (var prefix in Units)
        {
            var unit = line.LastIndexOf(prefix, StringComparison.OrdinalIgnoreCase);
            if (unit >= 0 && !line[unit..].Contains('\n') && !Chars.IsWord(Chars.Before(line, unit)) && char.IsAsciiDigit(Chars.At(line, unit + prefix.Length)) && line[unit..].Contains("box ", StringComparison.OrdinalIgnoreCase)) return from + unit;
        }

        return start;
    }
}
