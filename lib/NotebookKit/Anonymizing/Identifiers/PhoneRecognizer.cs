namespace NotebookKit.Anonymizing;

/// <summary>Telephone numbers, national and international, with extension. The shape gives a score, words before it raise or lower it; dates, prices, order
/// numbers, IP addresses, cards and time stamps are not phones.</summary>
public sealed class PhoneRecognizer : Recognizer
{
    private const int Window = 40;

    private static readonly PhraseSearch Cues = new(
    [
        "phone", "tel.", "tel:", "tel ", "telefon", "télé", "teléf", "handy", "call", "mobil", "móvil", "móvel", "telemóvel", "cell", "gsm", "celular", "whatsapp", "fax", "contact", "reach", "text me", "messages to",
        "sms", "dial", "telefoon", "joindre au", "bereikbaar op", "trovate al", "trovi al", "disponible en el", "disponível no", "ring ", "anruf", "rufnummer", "rückruf", "portable", "appel", "llama", "chiama", "ligue", "hotline", "my number", "your number", "his number", "her number",
    ]);

    private static readonly PhraseSearch Others = new(
    [
        "order", "ticket", "invoice", "ref", "account", "acct", "tracking", "article", "sku", "isbn", "case", "serial", "version", "confirmation", "booking", "policy", "item", "product",
        "model", "card", "zip", "postal", "bestell", "kundennummer", "rechnung", "commande", "pedido", "flight", "license", "licence", "passport", "price", "total", "amount", "id:", "id ", "#", "$", "€", "£", "ssn", "iban", "routing",
    ]);

    private static readonly string[] Extensions = ["extension", "ext.", "ext", "durchwahl", "poste", "x", "#"];

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Phone;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        var span = text.AsSpan();
        var runs = context.Numbers(text);
        DigitGroups? number = null;
        var done = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            var run = runs[i];
            // Most digits stand alone: a number of its own needs six, or a neighbour.
            if (run.Start < done || (run.Length < 6 && !HasNeighbour(span, runs, i) && !MayBeVanity(span, run))) continue;
            if (run.TokenStart < run.Start) continue;
            number ??= new();
            var end = number.Read(span, run.Start) ? Best(span, number, into) : -1;
            if (end < 0) end = Vanity(span, run, into);
            done = Math.Max(done, end);
        }
    }

    /// <summary>True where the next digits are as near as groups of one number are, and a mark that parts groups stands between.</summary>
    private static bool HasNeighbour(ReadOnlySpan<char> text, ReadOnlySpan<DigitRun> runs, int i) =>
        i + 1 < runs.Length && runs[i + 1].Start - runs[i].End <= 3 && text[runs[i].End] is ' ' or '-' or '.' or '/' or ')' or '\u00A0' or '\u202F' or '\u2010' or '\u2011' or '\u2013' or '(';

    private static bool MayBeVanity(ReadOnlySpan<char> text, DigitRun run) => run.Length == 3 && text[run.Start] == '8' && Chars.At(text, run.End) is '-' or ' ';

    /// <summary><c>1-800-FLOWERS</c>, <c>800-GET-HELP</c>: a code of calls that cost nothing and seven upper-case letters or digits.</summary>
    private int Vanity(ReadOnlySpan<char> text, DigitRun run, List<Span> into)
    {
        var start = run.Start;
        var code = run.Start;
        if (run.Length == 1 && text[start] == '1' && Chars.At(text, run.End) is '-' or ' ') code = run.End + 1;
        if (Chars.EndOfDigits(text, code) != code + 3 || text[code] != '8' || (text[code + 1] != text[code + 2] && !text.Slice(code, 3).SequenceEqual("800")) || Chars.At(text, code + 3) != '-' || Chars.IsWord(Chars.Before(text, start)) || Chars.Before(text, start) is '-' or '.') return -1;
        var end = code + 4;
        int count = 0, letters = 0;
        for (; count < 11 && (char.IsAsciiLetterUpper(Chars.At(text, end)) || char.IsAsciiDigit(Chars.At(text, end)) || (Chars.At(text, end) == '-' && char.IsAsciiLetterOrDigit(Chars.At(text, end + 1)))); end++)
        {
            if (text[end] == '-') continue;
            count++;
            if (char.IsAsciiLetter(text[end])) letters++;
        }

        if (count < 7 || letters < 3 || Chars.IsWord(Chars.At(text, end))) return -1;
        into.Add(At(start, end, code > start || Context(text, start) > 0 ? 0.75 : 0.5));
        return end;
    }

    /// <summary>Tries the whole run of groups, then shorter ones that end at a space; adds the first that is a number.</summary>
    private int Best(ReadOnlySpan<char> text, DigitGroups number, List<Span> into)
    {
        for (; number.Count > 0 && number.DropTo(text); number.Count--)
        {
            var score = PhoneShapes.Score(text, number);
            if (score <= 0) continue;
            var end = number.End;
            var withExtension = Extension(text, end);
            if (withExtension > end) score += 0.2;
            if (score < 0.9) score += PhoneShapes.LabelAt(text, end) > 0 ? 0.4 : Math.Max(Context(text, number.Start), score >= 0.8 ? -0.3 : -0.4);
            if (score < 0.3) continue;
            into.Add(At(number.Start, withExtension, Math.Min(score, 0.95)));
            return withExtension;
        }

        return -1;
    }

    /// <summary>The nearest word before the number decides: a word for telephones raises, a word for other numbers lowers, but not in a question or paragraph before.</summary>
    private static double Context(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - Window)..start];
        var cue = Cues.LastIn(before);
        var other = Others.LastIn(before);
        if (cue < 0 && other < 0) return 0;
        return cue > other ? 0.4 : other < 0 || IsApart(before[other..]) ? 0 : -0.4;
    }

    /// <summary>A question has ended, or another paragraph has begun.</summary>
    private static bool IsApart(ReadOnlySpan<char> between) => between.Contains("? ", StringComparison.Ordinal) || between.Contains("?\n", StringComparison.Ordinal) || between.Contains("\n\n", StringComparison.Ordinal);

    private static int Extension(ReadOnlySpan<char> text, int end)
    {
        var position = end;
        while (Chars.At(text, position) is ' ' or ',' && position - end < 2) position++;
        foreach (var word in Extensions)
        {
            if (!text[Math.Min(position, text.Length)..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var digits = position + word.Length;
            while (Chars.At(text, digits) is ' ' or ':' && digits - position < word.Length + 2) digits++;
            var stop = Chars.EndOfDigits(text, digits);
            if (stop - digits is > 0 and <= 6 && !Chars.IsWord(Chars.At(text, stop))) return stop;
        }

        return end;
    }
}
