using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>How a word is written.</summary>
internal enum Shape : byte
{
    /// <summary>All letters small.</summary>
    Lower,

    /// <summary>First letter large, the others small.</summary>
    Capital,

    /// <summary>Two or more letters, all large.</summary>
    Upper,

    /// <summary>One large letter.</summary>
    Initial,

    /// <summary>First letter large, some others too: <c>McDonald</c>.</summary>
    Mixed,

    /// <summary>Letters of a script without cases.</summary>
    Caseless,

    /// <summary>With digits, underscores, or large letters behind a small first one: data or code.</summary>
    Code,
}

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap : byte
{
    /// <summary>Beginning of the text.</summary>
    Start,

    /// <summary>Spaces.</summary>
    Space,

    /// <summary>A line end.</summary>
    Line,

    /// <summary>A hyphen alone.</summary>
    Hyphen,

    /// <summary>An apostrophe alone.</summary>
    Apostrophe,

    /// <summary>A period, then perhaps a space.</summary>
    Period,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>An exclamation or question mark, a semicolon or a bullet.</summary>
    Stop,

    /// <summary>A bracket, a quote, a dash.</summary>
    Quote,

    /// <summary>A mark of code or addresses: <c>@ / \ = &lt; # $ [ ] { }</c>.</summary>
    Code,
}

/// <summary>A word of a text.</summary>
/// <param name="Start">Index of its first unit.</param>
/// <param name="End">Index behind its last unit.</param>
/// <param name="Hash">Hash of its folded letters.</param>
/// <param name="Info">What <see cref="NameTable"/> knows about it.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct NameToken(int Start, int End, ulong Hash, NameInfo Info, Shape Shape, Gap Gap)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>True where it is written as names are.</summary>
    public bool IsCapital => Shape is Shape.Capital or Shape.Mixed;
}

/// <summary>Cuts text into words for the name recognizers: runs of letters, marks, digits and underscores.</summary>
internal static class NameTokens
{
    internal const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    private const int LaterUpper = 1 << 8;

    private static readonly byte[] Classes = MakeClasses();

    private enum Class : byte
    {
        None,
        Lower,
        Upper,
        Caseless,
        Mark,
        Digit,
    }

    /// <summary>Hash of a word's folded letters: FNV-1a over UTF-16 units.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
            if (Fold.Char(c) is not '\0' and var folded) hash = (hash ^ folded) * Prime;
        return hash;
    }

    /// <summary>Hash of the folded letters of the word that begins at an index.</summary>
    public static ulong HashAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsUnit(text[end])) end++;
        return Hash(text[start..end]);
    }

    /// <summary>True for a unit that words are made of.</summary>
    internal static bool IsUnit(char c) => Classes[c] != 0;

    /// <summary>Fills the list with the words of a text; the program that makes the table looks nothing up.</summary>
    public static void Read(ReadOnlySpan<char> text, List<NameToken> into, bool lookUp = true)
    {
        into.Clear();
        var previousEnd = 0;
        for (var i = 0; i < text.Length;)
        {
            if (Classes[text[i]] == 0)
            {
                i += IsPicture(text[i]) ? 2 : 1;
                continue;
            }

            var start = i;
            var hash = Offset;
            // One bit per class, and one bit more for a large letter behind the first unit.
            var seen = 0;
            for (; i < text.Length; i++)
            {
                var c = text[i];
                var kind = Classes[c];
                if (kind == 0) break;
                seen |= 1 << kind;
                if (kind == (byte)Class.Upper && i > start) seen |= LaterUpper;
                var folded = Fold.Char(c);
                if (folded != '\0') hash = (hash ^ folded) * Prime;
            }

            var shape = ShapeOf((Class)Classes[text[start]], seen);
            var data = (seen & (1 << (int)Class.Digit)) != 0;
            var info = data || !lookUp ? default : NameTable.Find(hash);
            into.Add(new(start, i, hash, info, shape, into.Count == 0 && start == 0 ? Gap.Start : GapOf(text[previousEnd..start], into.Count == 0)));
            previousEnd = i;
        }
    }

    private static Shape ShapeOf(Class first, int seen)
    {
        var lower = (seen & (1 << (int)Class.Lower)) != 0;
        var later = (seen & LaterUpper) != 0;
        if ((seen & (1 << (int)Class.Digit)) != 0) return Shape.Code;
        if (first == Class.Upper) return lower ? later ? Shape.Mixed : Shape.Capital : later ? Shape.Upper : Shape.Initial;
        if (later) return Shape.Code;
        return (seen & (1 << (int)Class.Caseless)) != 0 ? Shape.Caseless : Shape.Lower;
    }

    private static Gap GapOf(ReadOnlySpan<char> between, bool first)
    {
        if (between is " ") return Gap.Space;
        if (between.ContainsAny('\n', '\r')) return Gap.Line;
        var mark = '\0';
        foreach (var c in between)
        {
            if (char.IsWhiteSpace(c)) continue;
            // The mark next to the word before decides, except that code marks and quotes decide from anywhere.
            if (mark == '\0') mark = c;
            if (c is '@' or '/' or '\\' or '=' or '<' or '>' or '#' or '$' or '[' or ']' or '{' or '}' or '|' or '&' or '+' or '~' or '^' or '`') return Gap.Code;
        }

        if (mark == '\0') return first ? Gap.Start : Gap.Space;
        return mark switch
        {
            '-' or '\u2010' or '\u2011' => between.Length == 1 ? Gap.Hyphen : Gap.Quote,
            '\'' or '\u2019' => between.Length == 1 ? Gap.Apostrophe : Gap.Quote,
            '.' => Gap.Period,
            ',' => Gap.Comma,
            ':' => Gap.Colon,
            '!' or '?' or ';' or '•' or '*' or '…' => Gap.Stop,
            _ => Gap.Quote,
        };
    }

    /// <summary>True for the first unit of an emoji (U+1F000 and on): pictures are no letters.</summary>
    internal static bool IsPicture(char c) => c is >= '\uD83C' and <= '\uD83E';

    private static byte[] MakeClasses()
    {
        var table = new byte[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            var kind = Class.None;
            if (IsPicture(c)) kind = Class.None;
            else if (char.IsLower(c)) kind = Class.Lower;
            else if (char.IsUpper(c)) kind = Class.Upper;
            else if (char.IsLetter(c) || char.IsSurrogate(c)) kind = Class.Caseless;
            else if (char.IsDigit(c) || c == '_') kind = Class.Digit;
            else if (Fold.IsWord(c)) kind = Class.Mark;
            table[i] = (byte)kind;
        }

        return table;
    }
}
