namespace NotebookKit.Anonymizing;

/// <summary>Days of the week, days as seen from today, and months alone behind a preposition.</summary>
internal static class RelativeDates
{
    private static readonly WordMap Relative = new(
        "yesterday tomorrow today tonight gestern heute übermorgen demain aujourd'hui mañana ayer domani ieri amanhã ontem gisteren");

    private static readonly WordMap Next = new("next last this coming past every nächsten nächste letzten letzte kommenden prochain dernier próximo prossimo");

    /// <summary>Adds them.</summary>
    public static void Find(ReadOnlySpan<char> text, ref List<FoundDate>? found)
    {
        for (var from = 0; from < text.Length;)
        {
            var index = text[from..].IndexOfAny(DateTable.Starts);
            if (index < 0) return;
            var at = from + index;
            if (text[at] == '-') at = WordWalk.Start(text, at);
            var end = WordWalk.End(text, at);
            from = Math.Max(from + index + 1, end);
            if (Chars.IsWord(Chars.Before(text, at)) || Chars.Before(text, at) is '.' or '#' or '@' or '-' || end == at || Chars.At(text, end) is '(' or '=' or '_') continue;
            var word = text[at..end];
            if (DateTable.Days.Of(word) is > 0 and var day && (day & DateTable.Doubtful) == 0)
            {
                var start = at;
                var before = WordWalk.Before(text, at);
                if (before.Length > 3 && Next.Has(before)) start = at - before.Length - 1;
                (found ??= []).Add(new(Math.Max(0, start), end, char.IsUpper(word[0]) ? 0.5 : 0.45, DateKind.Day));
            }
            else if (Relative.Has(word)) (found ??= []).Add(new(at, end, 0.4, DateKind.Day));
            else if (word.Equals("in", StringComparison.OrdinalIgnoreCase) || Next.Has(word)) Behind(text, at, end, ref found);
        }
    }

    /// <summary>"in March", "next week".</summary>
    private static void Behind(ReadOnlySpan<char> text, int at, int end, ref List<FoundDate>? found)
    {
        var next = WordWalk.SkipSpaces(text, end);
        var stop = WordWalk.End(text, next);
        if (stop == next) return;
        var word = text[next..stop];
        if (DateTable.Months.Of(word) != 0)
        {
            if (char.IsUpper(word[0]) && !char.IsAsciiDigit(Chars.At(text, WordWalk.SkipSpaces(text, stop)))) (found ??= []).Add(new(text[at] is 'i' or 'I' ? next : at, stop, 0.5, DateKind.Day));
        }
        else if (word is "week" or "month" or "year") (found ??= []).Add(new(at, stop, 0.4, DateKind.Day));
    }
}
