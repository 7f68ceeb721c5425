namespace NotebookKit.Anonymizing;

/// <summary>International bank account numbers in any case, also in groups: the country's length and the check digits must be right, or the word IBAN stands before.</summary>
public sealed class IbanRecognizer : Recognizer
{
    /// <summary>Country and length. Source: SWIFT IBAN Registry, release 99.</summary>
    private const string Lengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28"
        + "HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29"
        + "PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private static readonly Cues Words = new("iban");

    private static readonly byte[] LengthOf = MakeTable();

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Iban;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        var span = text.AsSpan();
        foreach (var run in context.Numbers(text))
        {
            var start = run.Start - 2;
            // "DE 89": a space behind the country.
            if (run.Length >= 2 && start > 0 && text[run.Start - 1] == ' ') start--;
            if (start < 0 || !char.IsAsciiLetter(text[start])) continue;
            var end = End(span, start, out var isRight);
            if (end > 0 && (isRight || Words.AreNear(text, start, start))) into.Add(At(start, end, isRight ? 0.95 : 0.55));
        }
    }

    /// <summary>Length of the country's numbers, 0 where the two letters are no country that has them.</summary>
    internal static int Length(char first, char second)
    {
        int a = first | 0x20, b = second | 0x20;
        return a is >= 'a' and <= 'z' && b is >= 'a' and <= 'z' ? LengthOf[((a - 'a') * 26) + b - 'a'] : 0;
    }

    /// <summary>Where an account ends that is as long as its country's are; −1 where there is none.</summary>
    private static int End(ReadOnlySpan<char> text, int start, out bool isRight)
    {
        isRight = false;
        if (start < 0 || Chars.IsWord(Chars.Before(text, start))) return -1;
        var length = Length(text[start], text[start + 1]);
        if (length == 0) return -1;
        Span<char> account = stackalloc char[length];
        var position = start;
        for (var taken = 0; taken < length; position++)
        {
            var c = Chars.At(text, position);
            if (c is ' ' or '\u00A0' or '\u202F' or '-' or '.' && taken is 2 or > 3 && char.IsAsciiLetterOrDigit(Chars.At(text, position + 1))) continue;
            if (!char.IsAsciiLetterOrDigit(c) || (taken is 2 or 3 && char.IsAsciiLetter(c))) return -1;
            account[taken++] = c;
        }

        isRight = Remainder(account) == 1;
        return Chars.IsWord(Chars.At(text, position)) || (!isRight && account[4..].IndexOfAnyInRange('0', '9') < 0) ? -1 : position;
    }

    /// <summary>The account without separators modulo 97, its first four characters moved to the end. Source: ISO 13616-1, annex A.</summary>
    internal static int Remainder(ReadOnlySpan<char> account)
    {
        var remainder = 0;
        for (var i = 4; i < account.Length + 4; i++)
        {
            var c = account[i % account.Length];
            remainder = Append(remainder, char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10) % 97;
        }

        return remainder;
    }

    private static int Append(int number, int value) => (number * (value > 9 ? 100 : 10)) + value;

    private static byte[] MakeTable()
    {
        var table = new byte[26 * 26];
        for (var i = 0; i < Lengths.Length; i += 4)
            table[((Lengths[i] - 'A') * 26) + Lengths[i + 1] - 'A'] = (byte)(((Lengths[i + 2] - '0') * 10) + Lengths[i + 3] - '0');
        return table;
    }
}
