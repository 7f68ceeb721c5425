using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>The end of an answer that has no end mark where a sentence of prose would have one.</summary>
/// <param name="Word">The last word, folded and hashed.</param>
/// <param name="Pair">The last two words; 0 where there is one only.</param>
/// <param name="Place">What stands before it: <c>+</c> finished sentences, <c>-</c> none, <c>=</c> finished sentences, but the open one is a
/// few words on a line of their own, as closings are.</param>
internal readonly record struct OpenSentence(uint Word, uint Pair, char Place)
{
    /// <summary>Fewest words of a sentence that no other stands before; fewer on a line of their own may be a closing.</summary>
    private const int FewWords = 4;

    /// <summary>A line of so many words below a salutation or closing is no name.</summary>
    private const int ManyWords = 6;

    /// <summary>Lines of verse are shorter.</summary>
    private const int ProseLine = 90;

    /// <summary>The open sentence at the end of a text; null where it ends otherwise, or ends as titles, closings, lists, verse and code
    /// do.</summary>
    public static OpenSentence? Of(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        if (text.IsEmpty || !(char.IsLetterOrDigit(text[^1]) || text[^1] is '\'' or '’')) return null;
        var start = text.LastIndexOf('\n') + 1;
        var line = text[start..].Trim();
        if (CodeFences.IsMostly(text) || CodeFences.EndsInCode(line) || line.Contains("://", StringComparison.Ordinal) || line.Contains(" -", StringComparison.Ordinal) || line[0] is '#' or '/' or '$') return null;
        var above = text[..start].TrimEnd();
        if (!above.IsEmpty && (above[^1] == ':' || (above[^1] == ',' && EndMarks.Next(line) < 0 && Words.Count(line) < ManyWords) || CodeFences.IsCode(above[(above.LastIndexOf('\n') + 1)..]) || ListsWithoutMarks(above, line) || IsVerse(above))) return null;
        var (last, finished) = LastSentence(ListItems.Content(line));
        var words = Words.Hashes(last);
        if (last.LastIndexOf('#') > last.LastIndexOf(' ')) return null;
        var follows = finished || EndMarks.Next(above) > 0;
        if (words.Count < (follows ? 1 : FewWords) || IsNameOrTitle(last) || (words.Count <= FewWords && IsSigned(last))) return null;
        var word = char.IsDigit(last[^1]) ? EndCounts.Number : IsLetter(last) ? EndCounts.Letter : EndCounts.Bucket(words[^1]);
        var pair = words.Count > 1 ? EndCounts.PairOf(EndCounts.Bucket(words[^2]), word) : 0;
        return new(word, pair, finished || (follows && words.Count >= FewWords) ? '+' : follows ? '=' : '-');
    }

    /// <summary>What stands behind the last end mark of a line, and whether there is one.</summary>
    private static (string Last, bool Finished) LastSentence(ReadOnlySpan<char> line)
    {
        var finished = false;
        for (var end = EndMarks.Next(line); end > 0; end = EndMarks.Next(line))
        {
            line = line[end..];
            finished = true;
        }

        return (line.Trim().ToString(), finished);
    }

    /// <summary>One small letter behind a word: "4 g" is a unit, "I" a word, "plan B" a name.</summary>
    private static bool IsLetter(ReadOnlySpan<char> text) => text is [.., var before, ' ', >= 'b' and <= 'z'] && char.IsLetter(before);

    /// <summary>All words but the smallest are written large, or all behind the last comma are: "Yours sincerely, Jane Doe".</summary>
    private static bool IsNameOrTitle(ReadOnlySpan<char> sentence)
    {
        if (sentence.Contains(' ') && IsLarge(sentence)) return true;
        var comma = sentence.LastIndexOf(',');
        return comma > 0 && Words.Count(sentence[..comma]) < 5 && IsLarge(sentence[comma..]);
    }

    /// <summary>A few words that end with who writes: "Your support team".</summary>
    private static bool IsSigned(ReadOnlySpan<char> sentence)
    {
        foreach (var signer in (ReadOnlySpan<string>)["team", "support", "crew", "staff", "service"])
            if (sentence.EndsWith(signer, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsLarge(ReadOnlySpan<char> text)
    {
        var large = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’')) i++;
            if (char.IsUpper(text[start])) large++;
            else if (i - start > 3) return false;
        }

        return large > 0;
    }

    /// <summary>An item of a list whose other items have no end marks either.</summary>
    private static bool ListsWithoutMarks(ReadOnlySpan<char> above, ReadOnlySpan<char> line)
    {
        if (!ListItems.IsItem(line)) return false;
        int items = 0, marked = 0;
        foreach (var other in above.EnumerateLines())
        {
            if (!ListItems.IsItem(other)) continue;
            items++;
            if (EndMarks.Ends(other)) marked++;
        }

        return marked * 2 < items || items == 0;
    }

    /// <summary>Three or more lines, most of them short and without an end mark.</summary>
    private static bool IsVerse(ReadOnlySpan<char> above)
    {
        int lines = 0, open = 0;
        foreach (var raw in above.EnumerateLines())
        {
            if (raw.Trim() is not { IsEmpty: false } line) continue;
            if (line.Length > ProseLine) return false;
            lines++;
            if (char.IsLetterOrDigit(line[^1]) || line[^1] is ',' or '-' or ':') open++;
        }

        return lines > 2 && open * 2 > lines;
    }
}
