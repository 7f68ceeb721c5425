namespace NotebookKit.Anonymizing;

/// <summary>A number whose digits stand one by one: as words or with spaces between them.</summary>
internal sealed class SpelledNumber
{
    /// <summary>Fewer digits are counting, more are data. A telephone number of a town has seven, an account number up to 34 (ISO 13616).</summary>
    public const int Least = 7, Most = 34;

    /// <summary>Characters before and behind the number that recognizers see, too: their words lie within 40.</summary>
    private const int Before = 48, Behind = 16;

    private readonly List<int> values = [];
    private readonly string text;
    private MappedText? mapped;
    private bool parts;

    /// <summary>Begins a number.</summary>
    public SpelledNumber(string text, int start) => (this.text, Start) = (text, start);

    /// <summary>Where its first digit stands.</summary>
    public int Start { get; }

    /// <summary>Where its last digit ends.</summary>
    public int End { get; private set; }

    /// <summary>Digits so far.</summary>
    public int Digits => values.Count;

    /// <summary>True where it is data.</summary>
    public bool IsTooLong => values.Count > Most;

    /// <summary>Adds a digit, once or several times.</summary>
    public void Add(int value, int times, int start, int end)
    {
        if (mapped is null)
        {
            var before = Math.Max(0, Start - Before);
            mapped = new(Start - before + (3 * Most) + Behind + 8);
            mapped.Copy(text, before, Start);
            if (mapped.Last is not ('+' or '(') && Chars.IsWord(mapped.Last)) mapped.Add(' ', Start, Start, false);
        }

        if (parts && values.Count > 0) mapped.Add('-', start, start, false);
        parts = false;
        for (var i = 0; i < times && !IsTooLong; i++)
        {
            mapped.Add((char)('0' + value), start, end);
            values.Add(value);
        }

        End = end;
    }

    /// <summary>A mark between two groups.</summary>
    public void Part() => parts = true;

    /// <summary>The number in figures, with what stands around it.</summary>
    public MappedText Close()
    {
        mapped!.Copy(text, End, Math.Min(text.Length, End + Behind));
        return mapped;
    }

    /// <summary>True for counting (one two three four), for rows of two values (0 1 1 0), and for one value.</summary>
    public bool IsCount
    {
        get
        {
            var steps = 0;
            for (var i = 1; i < values.Count; i++)
                if (Math.Abs(values[i] - values[i - 1]) == 1) steps++;
            return steps * 2 >= values.Count || values.Distinct().Count() < 3;
        }
    }

    /// <summary>True for ten digits as numbers of North America have them: area and exchange begin with 2–9 (NANP); also with a 1 before.</summary>
    public bool IsNorthAmerican => values.Count == 10 && values[0] > 1 && values[3] > 1 || values.Count == 11 && values[0] == 1 && values[1] > 1 && values[4] > 1;
}
