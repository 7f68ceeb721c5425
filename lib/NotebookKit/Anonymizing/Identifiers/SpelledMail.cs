namespace NotebookKit.Anonymizing;

/// <summary>The two sides of a mail address that is spelled out, and how surely they are one.</summary>
internal static class SpelledMail
{
    private const int MaxLabels = 6, MaxLabel = 63, MaxLetters = 32, Window = 48;

    private static readonly string[] Dots = ["(dot)", "[dot]", "{dot}", "<dot>", "( dot )", "[ dot ]", "(punkt)", "[punkt]", "(point)", "[point]", "(punto)", "[punto]", "(.)", "[.]", "{.}", "_dot_", "-dot-", " dot ", " punkt ", " point ", " punto ", " ponto ", " tecka ", " . "];

    /// <summary>Words for marks inside the local part, as they are said.</summary>
    private static readonly string[] Joins = [" dot ", " punkt ", " point ", " punto ", " ponto ", " underscore ", " unterstrich ", " dash ", " hyphen ", " minus ", " bindestrich ", " tiret ", " guion ", " plus ", "(dot)", "[dot]", " (dot) ", " [dot] ", "(punkt)", " . "];

    /// <summary>Words that stand before "at", or "@", without being an address.</summary>
    private static readonly HashSet<string> Stops = new(
        ("look looking looks meet meeting me us him her them you it he she we they i is are was were be am been arrive arrives arrived available visit online site page more details website shop sold buy bought found find check start starts "
        + "started starting stay staying work works working live lives living sign stop point stare laugh aim good best only here there now today tomorrow up out in on off not and or the a an of to for by with from store office home school day time "
        + "email mail call write contact reach order ordered orders book booked eat ate dinner lunch see seen saw read join joined follow download downloaded hosted posted listed published error exception called executed").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("0123456789._+");

    private static readonly string[] Cues = ["mail", "correo", "courriel", "correio", "posta", "adress", "address", "contact", "reach", "write", "schreib", "erreich", "send", "escrib", "écri", "scriv", "login", "account", "user"];

    /// <summary>A side of an address: where it begins and ends, whether marks are said as words, whether it has a mark or digit inside, and its labels.</summary>
    public readonly record struct Side(int Start, int End, bool Spoken, bool Marked, int LastLabel, int FirstEnd);

    /// <summary>The local part that ends before an index; a start below 0 where there is none.</summary>
    public static Side LocalBefore(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end > 0 && at - end < 2 && text[end - 1] == ' ') end--;
        var start = EmailRecognizer.StartOfLocal(text, end);
        if (start == end) return new(-1, -1, false, false, 0, 0);
        var marked = text[start..end].ContainsAny(Marks);
        var spoken = false;
        // Letters one by one: "j o h n".
        for (var letters = 1; letters < MaxLetters && end - start == (letters * 2) - 1 && start > 1 && text[start - 1] == ' ' && char.IsLetterOrDigit(text[start - 2]) && (start == 2 || text[start - 3] == ' '); letters++)
        {
            start -= 2;
            spoken = true;
        }

        for (var labels = 1; labels < MaxLabels; labels++)
        {
            var join = LengthBefore(text, start);
            if (join == 0) break;
            var word = EmailRecognizer.StartOfLocal(text, start - join);
            if (word == start - join) break;
            start = word;
            spoken = marked = true;
        }

        return new(start, end, spoken, marked, start, end);
    }

    /// <summary>The domain that begins at an index, with a known top level; an end below 0 where there is none.</summary>
    public static Side DomainFrom(ReadOnlySpan<char> text, int from)
    {
        var position = from;
        while (position < text.Length && position - from < 2 && text[position] == ' ') position++;
        var start = position;
        var spoken = false;
        var best = new Side(-1, -1, false, false, 0, 0);
        var firstEnd = 0;
        for (var labels = 1; labels <= MaxLabels; labels++)
        {
            var end = EndOfLabel(text, position, out var letters);
            if (end == position) break;
            if (labels == 1) firstEnd = end;
            if (labels > 1 && IsTopLevel(text[position..end]) && !Chars.IsWord(Chars.At(text, end))) best = new(start, end, spoken, false, position, firstEnd);
            var next = AfterDot(text, end, out var worded);
            // Letters one by one stand alone; "com p l e" is no label.
            if (next < 0) break;
            spoken |= worded || letters;
            position = next;
        }

        return best;
    }

    /// <summary>0 where it is a sentence, else how sure it is an address.</summary>
    public static double Score(ReadOnlySpan<char> text, Side local, Side domain, bool bracketed)
    {
        if (bracketed) return local.Spoken || local.Marked || domain.Spoken || !IsStop(text[local.Start..local.End]) ? 0.85 : 0;
        var top = text[domain.LastLabel..domain.End];
        var mailer = SpelledDomains.IsMailer(text[domain.Start..domain.FirstEnd]);
        var strong = local.Marked || local.Spoken;
        if (!strong && IsStop(text[local.Start..local.End])) return 0;
        var cued = HasCue(text, local.Start);
        var info = strong ? default : NameTable.Find(NameTokens.Hash(text[local.Start..local.End]));
        var common = info.Common > 1 && info.Forename < 2;
        if (mailer) return common && !cued ? 0.45 : 0.85;
        // "at noon dot is", "at home point a la": a top level that is a word needs more.
        if (SpelledDomains.IsWord(top) && !(strong || cued)) return 0;
        if (!domain.Spoken && !strong && !cued && !(info.IsName && !common)) return 0;
        return strong || cued ? 0.8 : common ? 0 : 0.65;
    }

    private static bool IsStop(ReadOnlySpan<char> word) => Stops.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool HasCue(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - Window)..start];
        foreach (var cue in Cues)
            if (before.Contains(cue, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (!label.Contains(' ')) return SpelledDomains.Has(label);
        Span<char> letters = stackalloc char[16];
        var count = 0;
        foreach (var c in label)
            if (c != ' ' && count < letters.Length) letters[count++] = c;
        return SpelledDomains.Has(letters[..count]);
    }

    /// <summary>Letters, digits and hyphens, or letters one by one.</summary>
    private static int EndOfLabel(ReadOnlySpan<char> text, int from, out bool letters)
    {
        var end = from;
        while (end < text.Length && end - from < MaxLabel && (char.IsLetterOrDigit(text[end]) || text[end] == '-')) end++;
        letters = false;
        if (end != from + 1) return end;
        for (var count = 1; count < MaxLetters && Chars.At(text, end) == ' ' && char.IsLetterOrDigit(Chars.At(text, end + 1)) && !Chars.IsWord(Chars.At(text, end + 2)); count++)
        {
            end += 2;
            letters = true;
        }

        return end;
    }

    private static int AfterDot(ReadOnlySpan<char> text, int from, out bool worded)
    {
        worded = false;
        if (Chars.At(text, from) == '.' && char.IsLetterOrDigit(Chars.At(text, from + 1))) return from + 1;
        worded = true;
        if (!MayBeDot(text, from) && !(Chars.At(text, from) == ' ' && MayBeDot(text, from + 1))) return -1;
        foreach (var space in (ReadOnlySpan<int>)[0, 1])
        {
            if (space == 1 && Chars.At(text, from) != ' ') continue;
            var dot = from + space;
            foreach (var form in Dots)
            {
                if (dot > text.Length || !text[dot..].StartsWith(form, StringComparison.OrdinalIgnoreCase)) continue;
                var next = dot + form.Length;
                if (Chars.At(text, next) == ' ') next++;
                if (char.IsLetterOrDigit(Chars.At(text, next))) return next;
            }
        }

        return -1;
    }

    /// <summary>False where none of the forms of a dot begins; most words are followed by another one.</summary>
    private static bool MayBeDot(ReadOnlySpan<char> text, int at) =>
        Chars.At(text, at) is '(' or '[' or '{' or '<' or '_' or '-' || (Chars.At(text, at) == ' ' && Chars.At(text, at + 1) is 'd' or 'D' or 'p' or 'P' or 't' or 'T' or '.');

    private static int LengthBefore(ReadOnlySpan<char> text, int end)
    {
        // All of them end with a space or a bracket behind a word.
        if (end < 3 || text[end - 1] is not (' ' or ')' or ']') || text[end - 2] is ' ') return 0;
        foreach (var join in Joins)
            if (text[..end].EndsWith(join, StringComparison.OrdinalIgnoreCase)) return join.Length;
        return 0;
    }
}
