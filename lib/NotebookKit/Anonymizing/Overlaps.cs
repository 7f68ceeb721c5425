namespace NotebookKit.Anonymizing;

/// <summary>Decides between spans that overlap: spans of one type become one that covers them all; of different types the longest wins, then the
/// surest, then the first, then the type in ordinal order.</summary>
internal static class Overlaps
{
    /// <summary>Leaves spans that do not overlap, in the order of the text.</summary>
    public static void Resolve(List<Span> spans)
    {
        if (spans.Count < 2) return;
        Join(spans);
        if (spans.Count < 2) return;
        spans.Sort(static (a, b) => a.Start.CompareTo(b.Start) is not 0 and var order ? order : Better(a, b));
        var kept = 0;
        for (var i = 1; i < spans.Count; i++)
        {
            // Kept spans do not overlap each other, so a new one can only meet those at the end of the list.
            if (!spans[kept].Overlaps(spans[i])) spans[++kept] = spans[i];
            else if (Better(spans[i], spans[kept]) < 0)
            {
                spans[kept] = spans[i];
                while (kept > 0 && spans[kept - 1].Overlaps(spans[kept])) spans[--kept] = spans[kept + 1];
            }
        }

        spans.RemoveRange(kept + 1, spans.Count - kept - 1);
    }

    private static void Join(List<Span> spans)
    {
        spans.Sort(static (a, b) => string.CompareOrdinal(a.Type, b.Type) is not 0 and var byType ? byType
            : a.Start.CompareTo(b.Start) is not 0 and var byStart ? byStart : Better(a, b));
        var last = 0;
        for (var i = 1; i < spans.Count; i++)
        {
            var (a, b) = (spans[last], spans[i]);
            if (!string.Equals(a.Type, b.Type, StringComparison.Ordinal) || !a.Overlaps(b))
            {
                spans[++last] = b;
                continue;
            }

            var surest = b.Score > a.Score ? b : a;
            spans[last] = surest with { Start = a.Start, End = Math.Max(a.End, b.End), Identity = a.Identity ?? b.Identity };
        }

        spans.RemoveRange(last + 1, spans.Count - last - 1);
    }

    private static int Better(Span a, Span b)
    {
        if (a.Length != b.Length) return b.Length.CompareTo(a.Length);
        if (a.Score != b.Score) return b.Score.CompareTo(a.Score);
        if (a.Start != b.Start) return a.Start.CompareTo(b.Start);
        var type = string.CompareOrdinal(a.Type, b.Type);
        return type != 0 ? type : string.CompareOrdinal(a.Recognizer, b.Recognizer);
    }
}
