namespace NotebookKit.Anonymizing;

/// <summary>Numbers of passports, driving licences, patients, policies, employees, customers and bank accounts, and plates of cars, by the words right before them.</summary>
public sealed class LabelledIdRecognizer : Recognizer
{
    private const int MaxGap = 40, Window = 64, MaxValue = 24;

    private static readonly Cues Any = new(string.Join('|', LabelledId.All.Select(l => l.Labels)));

    private static readonly Cues Plates = new(
        "license plate|licence plate|number plate|plate number|plate no|plates|registration plate|registration number|vehicle registration|car registration|kennzeichen|autokennzeichen|nummernschild|"
        + "plate:|plate #|plaque d'immatriculation|immatriculation|matrícula|matricula|placa|targa|kenteken|rejestracyjny");

    private static readonly string[] Fillers =
        ["number", "numbers", "no", "nr", "num", "id", "is", "was", "code", "the", "my", "of", "for", "as", "it", "it's", "und", "ist", "lautet", "nummer", "numéro", "numero", "número", "est", "es", "è", "é", "n", "card", "with", "following", "last", "name", "ending", "in", "us", "new", "old", "expires", "plate", "registration", "de", "del", "da", "mit",
        "to", "i", "you", "we", "have", "has", "on", "file", "me", "now", "should", "be", "bei", "ihnen", "jetzt", "neu", "ahora", "maintenant", "ora", "agora", "nu", "americano", "americana", "américain", "américaine", "estadounidense", "amerikaans", "amerikanische"];

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Passport;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types =>
        [EntityTypes.Passport, EntityTypes.UsPassport, EntityTypes.UsDriverLicense, EntityTypes.DriverLicense, EntityTypes.MedicalRecord, EntityTypes.InsuranceNumber, EntityTypes.PersonalNumber, EntityTypes.BankAccount, EntityTypes.Imei, EntityTypes.LicensePlate];

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        var done = 0;
        foreach (var run in context.Numbers(text))
        {
            // A short number alone is a count or a year; groups of a longer one are looked at from the first.
            if (run.Start < done || !run.IsFirst(span)) continue;
            if (IsPlain(span, run)) continue;
            var (start, end) = Value(span, run);
            done = end;
            if (end - start < 3 || Chars.IsWord(Chars.Before(span, start)) || Chars.Before(span, start) is '+' or '$' or '€' or '£' or '.' or ',') continue;
            var value = span[start..end];
            var (letters, digits) = Count(value);
            if (digits >= 4 && letters + digits <= 18) Labelled(span, start, end, letters, digits, into);
            if (letters + digits <= 9) Plate(span, start, end, into);
        }
    }

    /// <summary>A short number between words that have nothing of an id: "5 items", "(12)", "in 2019".</summary>
    private static bool IsPlain(ReadOnlySpan<char> text, DigitRun run)
    {
        if (!run.IsWhole || run.Length > 4) return false;
        if (Chars.At(text, run.End) is ' ' or '-' && char.IsAsciiLetterOrDigit(Chars.At(text, run.End + 1)) && !char.IsAsciiLetterLower(Chars.At(text, run.End + 1))) return false;
        if (Chars.Before(text, run.Start) is ' ' or '-' && char.IsAsciiLetterUpper(Chars.Before(text, run.Start - 1))) return false;
        return run.Length < 4 || text[run.Start] is '1' or '2' && text[run.Start + 1] is '9' or '0' || Chars.Before(text, run.Start) is not (' ' or ':' or '#' or '=' or '"');
    }

    /// <summary>The token with further groups of letters and digits behind hyphens, and groups of digits behind a space.</summary>
    private static (int Start, int End) Value(ReadOnlySpan<char> text, DigitRun run)
    {
        var start = run.TokenStart;
        // "MRN-2006383", "B-MW 1234": letters before.
        if (Chars.Before(text, start) == '-')
        {
            var head = start - 1;
            while (head > 0 && start - head < 6 && char.IsAsciiLetter(text[head - 1])) head--;
            if (head < start - 1 && !Chars.IsWord(Chars.Before(text, head))) start = head;
        }

        var end = run.TokenEnd;
        while (end - start < MaxValue)
        {
            var next = Chars.At(text, end);
            var digitBehind = char.IsAsciiDigit(Chars.At(text, end + 1));
            if (next is not ('-' or ' ') || (next == '-' && !char.IsAsciiLetterOrDigit(Chars.At(text, end + 1))) || (next == ' ' && !(digitBehind && char.IsAsciiDigit(text[end - 1])))) break;
            var stop = end + 1;
            while (stop < text.Length && stop - start <= MaxValue && char.IsAsciiLetterOrDigit(text[stop])) stop++;
            if (stop - start > MaxValue || (next == '-' && !digitBehind && stop - end > 4)) break;
            end = stop;
        }

        return (start, end);
    }

    private static (int Letters, int Digits) Count(ReadOnlySpan<char> value)
    {
        int letters = 0, digits = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAsciiLetter(c)) letters++;
        }

        return (letters, digits);
    }

    private void Labelled(ReadOnlySpan<char> text, int start, int end, int letters, int digits, List<Span> into)
    {
        var from = Math.Max(0, start - Window);
        // "MRN-2006383": the label belongs to the value.
        var inner = start + (text[start..end].IndexOf('-') is > 1 and < 6 and var hyphen && !text.Slice(start, hyphen).ContainsAnyInRange('0', '9') ? hyphen : 0);
        var at = Any.Last(text, from, inner, out var behind);
        if (at < 0 || !IsGap(text, behind, start)) return;
        // "Account('12345678')" makes something in code.
        if (start - behind == 2 && text[behind] == '(' && text[behind + 1] is '\'' or '"') return;
        foreach (var kind in LabelledId.All)
        {
            if (kind.Cues.Last(text, at, inner, out _) != at || letters + digits < kind.Least || letters + digits > kind.Most || digits < kind.Digits || (letters > 0 && !kind.Letters)) continue;
            var type = Refined(kind.Type, text, at, start, end, letters, digits);
            if (type is null) continue;
            var tight = start <= behind + 3 || text[behind..start].ContainsAny(':', '#', '=');
            into.Add(At(start, end, type, tight || kind.Type == EntityTypes.UsDriverLicense ? 0.75 : 0.6));
            return;
        }
    }

    /// <summary>The kind with what its value says: a form of a state, a passport of the United States, a telephone number that is no account.</summary>
    private static string? Refined(string type, ReadOnlySpan<char> text, int label, int start, int end, int letters, int digits)
    {
        var value = text[start..end];
        switch (type)
        {
            case EntityTypes.Passport:
                var before = text[Math.Max(0, label - 16)..label];
                var us = before.Contains("us ", StringComparison.OrdinalIgnoreCase) || before.Contains("u.s", StringComparison.OrdinalIgnoreCase) || before.Contains("american", StringComparison.OrdinalIgnoreCase) || before.Contains("united states", StringComparison.OrdinalIgnoreCase);
                return us && letters <= 1 && digits is 8 or 9 ? EntityTypes.UsPassport : type;
            case EntityTypes.UsDriverLicense:
                Span<char> compact = stackalloc char[value.Length];
                var length = 0;
                foreach (var c in value)
                    if (char.IsAsciiLetterOrDigit(c)) compact[length++] = c;
                return LabelledId.IsUsLicense(compact[..length]) ? type : EntityTypes.DriverLicense;
            case EntityTypes.BankAccount:
                return IsPhoneLike(value) ? null : type;
            default:
                return type;
        }
    }

    /// <summary><c>202-555-0107</c>, <c>1-202-555-0107</c>: three, three and four digits.</summary>
    private static bool IsPhoneLike(ReadOnlySpan<char> value) => value.Length >= 12 && value[^5] is '-' or ' ' && value[^9] is '-' or ' ' && value.Length <= 14;

    /// <summary>True where only marks and words such as "number is" stand between label and value.</summary>
    private static bool IsGap(ReadOnlySpan<char> text, int from, int to)
    {
        if (to - from > MaxGap) return false;
        for (var i = from; i < to;)
        {
            var c = text[i];
            if (char.IsLetter(c))
            {
                var end = i;
                while (end < to && (char.IsLetter(text[end]) || text[end] is '\'' or '’')) end++;
                if (!IsFiller(text[i..end])) return false;
                i = end;
                continue;
            }

            if (char.IsDigit(c) || c is '\n' or '?' or '!' or ';' or '/' or '[' || (c == ',' && from != i)) return false;
            i++;
        }

        return true;
    }

    private static bool IsFiller(ReadOnlySpan<char> word)
    {
        foreach (var filler in Fillers)
            if (word.Equals(filler, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Letters of one case and digits in two or three short groups: <c>B-MW 1234</c>, <c>AB12 CDE</c>, <c>7ABC123</c>, <c>nep 2844</c>.</summary>
    private void Plate(ReadOnlySpan<char> text, int start, int end, List<Span> into)
    {
        var at = Plates.Last(text, Math.Max(0, start - Window), start, out var behind);
        if (at < 0) return;
        // Small letters are words as a rule: only a short group right before the digits is taken for a part.
        var upper = Chars.Before(text, start) is ' ' or '-' && char.IsAsciiLetterUpper(Chars.Before(text, start - 1));
        while (start - 1 > behind && text[start - 1] is ' ' or '-' && IsPart(text[start - 2], upper))
        {
            var head = start - 1;
            while (head > behind && IsPart(text[head - 1], upper) && start - head < 5) head--;
            if (start - 1 - head > 3 || Chars.IsWord(Chars.Before(text, head)) || end - head > 11 || (!upper && IsFiller(text[head..(start - 1)]))) break;
            start = head;
            if (!upper) break;
        }

        if (Chars.At(text, end) is ' ' && char.IsAsciiLetterUpper(Chars.At(text, end + 1)))
        {
            var tail = end + 1;
            while (tail < text.Length && tail - end < 5 && char.IsAsciiLetterUpper(text[tail])) tail++;
            if (tail - end <= 4 && !Chars.IsWord(Chars.At(text, tail)) && tail - end > 2) end = tail;
        }

        var (letters, digits) = Count(text[start..end]);
        if (letters == 0 || digits == 0 || letters + digits is < 4 or > 9) return;
        if (text[start..end].ContainsAnyInRange('a', 'z') && text[start..end].ContainsAnyInRange('A', 'Z')) return;
        if (IsGap(text, behind, start)) into.Add(At(start, end, EntityTypes.LicensePlate, 0.75));
    }

    private static bool IsPart(char c, bool upper) => upper ? char.IsAsciiLetterUpper(c) : char.IsAsciiLetterLower(c);
}
