namespace NotebookKit.Anonymizing;

/// <summary>Days of the week, days as seen from today, and months alone behind a preposition.</summary>
internal static class RelativeDates
{
    private static readonly WordMap Relative = new(
        "yesterday tomorrow today tonight gestern heute übermorgen demain aujourd'hui mañana ayer domani ieri amanhã ontem gisteren");

    private static readonly WordMap Next = new("next last this coming past every nächsten nächste letzten letzte kommenden prochain dernier próximo prossimo");

    /// <summary>How these forms begin, for <see cref="WordStarts"/>: most words are none of them.</summary>
    public static readonly string[] Forms =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
        "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "segunda-feira", "terca-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
        "yesterday", "tomorrow", "today", "tonight", "next week", "last week", "next month", "last month", "next year", "last year", "this week", "gestern", "heute", "morgen um", "übermorgen", "hier soir", "demain", "aujourd'hui",
        "mañana", "ayer", "domani", "ieri", "amanhã", "ontem", "gisteren", "in january", "in february", "in march", "in april", "in may", "in june", "in july", "in august", "in september", "in october", "in november", "in december",
        "last january", "last march", "next april", "next may", "last june",
    ];

    private static readonly Dictionary<int, string[]> ByStart = Forms.GroupBy(f => WordStarts.Key(f[0], f[1], f[2])).ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Adds them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">What <see cref="WordStarts"/> found in it.</param>
    /// <param name="found">Takes them; null while there is none.</param>
    public static void Find(ReadOnlySpan<char> text, ReadOnlySpan<WordStart> starts, ref List<FoundDate>? found)
    {
        var done = 0;
        foreach (var start in starts)
        {
            if ((start.Kinds & WordStarts.Date) == 0) continue;
            var at = start.At;
            if (at < done || !Begins(text, at)) continue;
            var end = WordWalk.End(text, at);
            done = Math.Max(at + 1, end);
            if (Chars.IsWord(Chars.Before(text, at)) || Chars.Before(text, at) is '.' or '#' or '@' or '-' || end == at || Chars.At(text, end) is '(' or '=' or '_') continue;
            var word = text[at..end];
            if (DateTable.Days.Of(word) is > 0 and var day && (day & DateTable.Doubtful) == 0)
            {
                var first = at;
                var before = WordWalk.Before(text, at);
                if (before.Length > 3 && Next.Has(before)) first = at - before.Length - 1;
                (found ??= []).Add(new(Math.Max(0, first), end, char.IsUpper(word[0]) ? 0.5 : 0.45, DateKind.Day));
            }
            else if (Relative.Has(word)) (found ??= []).Add(new(at, end, 0.4, DateKind.Day));
            else if (word.Equals("in", StringComparison.OrdinalIgnoreCase) || Next.Has(word)) Behind(text, at, end, ref found);
        }
    }

    private static bool Begins(ReadOnlySpan<char> text, int at)
    {
        if (!ByStart.TryGetValue(WordStarts.Key(text[at], Chars.At(text, at + 1), Chars.At(text, at + 2)), out var forms)) return false;
        var fourth = Chars.At(text, at + 3);
        foreach (var form in forms)
            // "in the", "in case": one look instead of a comparison with each month.
            if ((form[3] >= 128 || fourth >= 128 || (fourth | 0x20) == form[3]) && text[at..].StartsWith(form, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
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
