using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Two streets that meet: "the corner of Oak Street and Mill Lane", "intersection of 5th and Main". The span has both; where each has its own word for
/// a street ("Oak St. and Hill St."), each has its own.</summary>
internal static class StreetCorners
{
    private const int MaxWords = 6;

    private static readonly SearchValues<string> Cues = SearchValues.Create(["corner of ", "corners of ", "intersection of ", "junction of ", "Ecke ", "angle de la ", "esquina de ", "angolo di "], StringComparison.Ordinal);

    private static readonly WordMap Short = new("st str rd ave av blvd ln dr");

    private static readonly WordMap Joins = new("and & und et y e with");

    /// <summary>Adds the corners of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="made">Whose spans they are.</param>
    /// <param name="into">Takes the spans. Those of the same recognizer that run over "and" are taken out.</param>
    /// <param name="before">Index of the recognizer's first span in the list.</param>
    public static void Find(ReadOnlySpan<char> text, StreetAddressRecognizer made, List<Span> into, int before)
    {
        List<(int Start, int End)>? cuts = null;
        List<Span>? corners = null;
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOfAny(Cues);
            if (found < 0) break;
            var at = from + found;
            var start = at + text[at..].IndexOf(' ') + 1;
            if (text[at] != 'E') start += text[start..].IndexOf(' ') + 1;
            if (text[start..].StartsWith("la ", StringComparison.Ordinal)) start += 3;
            from = start;
            if (Chars.IsWord(Chars.Before(text, at))) continue;
            var middle = Street(text, start, out var first);
            if (middle == start) continue;
            var p = WordWalk.SkipSpaces(text, Chars.At(text, middle) == '.' ? middle + 1 : middle);
            var join = Chars.At(text, p) is '&' or '/' ? p + 1 : WordWalk.End(text, p);
            if (join == p || !(text[p] is '&' or '/' || Joins.Has(text[p..join]))) continue;
            var next = WordWalk.SkipSpaces(text, join);
            var end = Street(text, next, out var second);
            if (end == next || !(first || second)) continue;
            corners ??= [];
            if (Short.Has(WordWalk.Before(text, middle)) && Short.Has(WordWalk.Before(text, end)))
            {
                (cuts ??= []).Add((middle, next));
                corners.Add(made.Made(start, middle, 0.8));
                corners.Add(made.Made(next, end, 0.8));
            }
            else corners.Add(made.Made(start, end, 0.7));
            from = end;
        }

        if (cuts is not null)
        {
            // What was read as one street with a number amid ends before "and".
            var kept = before;
            for (var i = before; i < into.Count; i++)
                if (!IsCut(cuts, into[i])) into[kept++] = into[i];
            into.RemoveRange(kept, into.Count - kept);
        }

        if (corners is not null) into.AddRange(corners);
    }

    /// <summary>True where a span runs over one of the cuts, which are in the order of the text.</summary>
    private static bool IsCut(List<(int Start, int End)> cuts, Span span)
    {
        var (low, high) = (0, cuts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cuts[middle].End <= span.Start) low = middle + 1;
            else high = middle;
        }

        return low < cuts.Count && cuts[low].Start < span.End;
    }

    /// <summary>Index behind a street's words, with its number where one stands in front or behind; <paramref name="isStreet"/> where they say so themselves.</summary>
    private static int Street(ReadOnlySpan<char> text, int start, out bool isStreet)
    {
        isStreet = false;
        var (p, end) = (start, start);
        for (var i = 0; i < MaxWords; i++)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p) break;
            var word = text[p..stop];
            var isNumber = char.IsAsciiDigit(word[0]);
            if (!isNumber && !NumberFirst.IsName(word) && !StreetTable.Types.Has(word) && !(StreetTable.Particles.Has(word) && !Joins.Has(word))) break;
            if (isNumber || NumberFirst.IsName(word) || (StreetTable.Types.Of(word) & ~StreetTable.WeakFirst) != 0) end = stop;
            isStreet |= isNumber || (i > 0 && StreetTable.Types.Has(word) && word.Length > 1) || StreetTable.Ending(word) == 1;
            var dotted = Chars.At(text, stop) == '.' && stop - p <= 5 && WordWalk.IsSpace(Chars.At(text, stop + 1));
            p = WordWalk.SkipSpaces(text, dotted ? stop + 1 : stop);
            if (p == stop) break;
        }

        return end;
    }
}
