using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Digits as words, in a row: "two one two, five five five, oh one four seven"; English, German, Spanish, French, Italian, Dutch and Portuguese.</summary>
internal static class NumberWords
{
    /// <summary>With fewer words it is a row of figures.</summary>
    private const int LeastWords = 4;

    /// <summary>Longest way from one word of a number to the next: figures and marks may stand between. In characters.</summary>
    private const int Reach = 160;

    private const int Double = 10, Triple = 11, Hundred = 12, Dash = 13;

    private static readonly string[] Words =
    [
        "zero oh o nought null cero nul", "one eins uno un um een", "two zwei zwo dos deux due dois twee", "three drei tres trois tre drie", "four vier cuatro quatre quattro quatro",
        "five fünf fuenf cinco cinq cinque vijf", "six sechs seis sei zes", "seven sieben siete sept sette sete zeven", "eight acht ocho huit otto oito",
        "nine neun nueve neuf nove negen", "double doppel doble", "triple dreifach", "hundred", "dash hyphen minus strich tiret guion",
    ];

    private static readonly Dictionary<ulong, int> Values = Make();

    /// <summary>One bit for each word, so that other words cost one look.</summary>
    private static readonly ulong Sieve = Values.Keys.Aggregate(0UL, (bits, hash) => bits | Bit(hash));

    /// <summary>The words, for <see cref="WordStarts"/>.</summary>
    public static IEnumerable<string> All => Words.SelectMany(w => w.Split(' '));

    /// <summary>False where the text cannot hold a row: it has not enough of the words near one another. Spares the cutting into words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">What <see cref="WordStarts"/> found in it.</param>
    public static bool May(ReadOnlySpan<char> text, ReadOnlySpan<WordStart> starts)
    {
        var (row, last) = (0, 0);
        foreach (var start in starts)
        {
            if ((start.Kinds & WordStarts.Number) == 0) continue;
            var at = start.At;
            var hash = NameTokens.HashAt(text, at);
            if ((Sieve & Bit(hash)) == 0 || !Values.ContainsKey(hash)) continue;
            row = at - last <= Reach ? row + 1 : 1;
            last = at;
            if (row == LeastWords) return true;
        }

        return false;
    }

    /// <summary>Adds each row of digits that is long enough.</summary>
    public static void Find(string text, List<NameToken> words, List<SpelledNumber> into)
    {
        var tokens = CollectionsMarshal.AsSpan(words);
        for (var i = 0; i + 3 < tokens.Length;)
        {
            if (Value(text, tokens[i]) is < 0 or Hundred or Dash)
            {
                i++;
                continue;
            }

            var number = new SpelledNumber(text, tokens[i].Start);
            int last = i, spoken = 0;
            for (var times = 1; last < tokens.Length && !number.IsTooLong; last++)
            {
                var value = Value(text, tokens[last]);
                if (value < 0 || (last > i && !Continues(text, tokens[last - 1], tokens[last]))) break;
                if (value is Double or Triple) times = value - Double + 2;
                else if (value == Hundred) number.Add(0, 2, tokens[last].Start, tokens[last].End);
                else if (value == Dash) number.Part();
                else
                {
                    if (last > i && tokens[last].Gap is Gap.Comma or Gap.Period or Gap.Line or Gap.Quote) number.Part();
                    number.Add(value, times, tokens[last].Start, tokens[last].End);
                    times = 1;
                    if (tokens[last].Shape != Shape.Code) spoken++;
                }
            }

            if (spoken >= LeastWords && number.Digits >= SpelledNumber.Least && !number.IsTooLong) into.Add(number);
            i = Math.Max(last, i + 1);
        }
    }

    private static bool Continues(string text, NameToken before, NameToken token) =>
        token.Start - before.End < 4 && token.Gap is Gap.Space or Gap.Comma or Gap.Hyphen or Gap.Line or Gap.Period or Gap.Quote && !text.AsSpan(before.End, token.Start - before.End).ContainsAny('(', '"', '|');

    private static int Value(string text, NameToken token)
    {
        if (token.Length == 1 && char.IsAsciiDigit(text[token.Start])) return text[token.Start] - '0';
        return token.Length <= 8 && (Sieve & Bit(token.Hash)) != 0 && Values.TryGetValue(token.Hash, out var value) ? value : -1;
    }

    private static ulong Bit(ulong hash) => 1UL << (int)((hash >> 13) & 63);

    private static Dictionary<ulong, int> Make()
    {
        var values = new Dictionary<ulong, int>();
        for (var i = 0; i < Words.Length; i++)
            foreach (var word in Words[i].Split(' ')) values.TryAdd(NameTokens.Hash(word), i);
        return values;
    }
}
