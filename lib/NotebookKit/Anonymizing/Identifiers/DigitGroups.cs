namespace NotebookKit.Anonymizing;

/// <summary>Groups of digits with the separators that telephone numbers use between them.</summary>
internal sealed class DigitGroups
{
    /// <summary>More digits than this are no telephone number (E.164: 15, and a prefix of two).</summary>
    public const int MaxDigits = 17;

    private const int MaxGroups = 9;

    private readonly int[] starts = new int[MaxGroups];
    private readonly int[] ends = new int[MaxGroups];

    /// <summary>How many groups count; lowering it shortens the number.</summary>
    public int Count { get; set; }

    /// <summary>Where the number begins, with its plus or bracket.</summary>
    public int Start { get; private set; }

    /// <summary>Where the last group ends.</summary>
    public int End => ends[Count - 1];

    /// <summary>Whether a plus stands in front.</summary>
    public bool HasPlus { get; private set; }

    /// <summary>Index of the group in brackets; −1 where there is none.</summary>
    public int Bracketed { get; private set; }

    /// <summary>Digits of all groups.</summary>
    public int Digits
    {
        get
        {
            var sum = 0;
            for (var i = 0; i < Count; i++) sum += Length(i);
            return sum;
        }
    }

    /// <summary>Digits of a group.</summary>
    public int Length(int group) => ends[group] - starts[group];

    /// <summary>A group.</summary>
    public ReadOnlySpan<char> Group(ReadOnlySpan<char> text, int group) => text[starts[group]..ends[group]];

    /// <summary>The separator behind a group.</summary>
    public ReadOnlySpan<char> Separator(ReadOnlySpan<char> text, int group) => text[ends[group]..starts[group + 1]];

    /// <summary>True where one separator of one character stands between all groups.</summary>
    public bool HasUniform(ReadOnlySpan<char> text, char separator)
    {
        for (var i = 0; i + 1 < Count; i++)
            if (starts[i + 1] - ends[i] != 1 || text[ends[i]] != separator) return false;
        return Count > 1;
    }

    /// <summary>Reads the groups from a first digit; false where no number can begin there.</summary>
    public bool Read(ReadOnlySpan<char> text, int digit)
    {
        Count = 0;
        Bracketed = -1;
        Start = digit;
        if (Chars.Before(text, Start) == '(') Start--;
        HasPlus = Chars.Before(text, Start) == '+';
        if (HasPlus) Start--;
        if (HasPlus && Chars.Before(text, Start) == '(') Start--;
        if (!MayBegin(text, Start)) return false;
        for (var position = digit; Count < MaxGroups;)
        {
            starts[Count] = position;
            ends[Count] = position = Chars.EndOfDigits(text, position);
            if (starts[Count] > 0 && text[starts[Count] - 1] == '(' && Chars.At(text, position) == ')') Bracketed = Count;
            Count++;
            if (Length(Count - 1) > MaxDigits) return false;
            position = Next(text, position);
            if (position < 0) break;
        }

        if (Start < starts[0] && text[Start] == '(' && Bracketed != 0 && !HasPlus) Start++;
        return true;
    }

    /// <summary>Shortens the number until it ends where a number may end; false where nothing is left.</summary>
    public bool DropTo(ReadOnlySpan<char> text)
    {
        while (Count > 0 && !MayEnd(text)) Count--;
        return Count > 0;
    }

    private bool MayEnd(ReadOnlySpan<char> text)
    {
        if (Digits > MaxDigits) return false;
        var end = End;
        var next = Chars.At(text, end);
        if (next == '-' && PhoneShapes.LabelAt(text, end) > 0) return true;
        if (next is ' ' or '\u00A0' or '\u202F' or ',' or '.' or ';' or ':' or '/' or '-') return next is ' ' or '\u00A0' or '\u202F' || !char.IsAsciiLetterOrDigit(Chars.At(text, end + 1));
        return next is not ('%' or '€' or '$' or '£' or '(' or '\'' or '"' or '_' or '=' or '*' or '+' or '@') && (!Chars.IsWord(next) || next is 'x' or 'X' or 'e' or 'E') || IsQuote(text, next);
    }

    private bool IsQuote(ReadOnlySpan<char> text, char next) => next is '"' or '\'' && Start > 0 && text[Start - 1] == next;

    private static bool MayBegin(ReadOnlySpan<char> text, int start)
    {
        var before = Chars.Before(text, start);
        if (before == ',') return !char.IsAsciiDigit(Chars.Before(text, start - 1));
        if (before is '.' or '-' or '/' or ':' or '=' or '\u2013' or '\u2011')
            return before is ':' or '=' or '-' or '/' && !char.IsAsciiLetterOrDigit(Chars.Before(text, start - 1)) || before is ':' or '=' && !char.IsAsciiDigit(Chars.Before(text, start - 1));
        return !Chars.IsWord(before) && before is not ('#' or '$' or '€' or '£' or '@' or '%' or '*' or '+' or '~' or '^' or '\\' or '&');
    }

    /// <summary>Where the next group begins, at most three separators on; −1 where there is none.</summary>
    private static int Next(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (end - position < 3 && Chars.At(text, end) is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0' or '\u202F' or '\u2011' or '\u2013' or '\u2010') end++;
        return end > position && char.IsAsciiDigit(Chars.At(text, end)) ? end : -1;
    }
}
