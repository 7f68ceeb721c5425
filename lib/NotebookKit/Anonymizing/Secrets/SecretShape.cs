using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>How much a word looks like a password.</summary>
internal static class SecretShape
{
    /// <summary>A usual word, a number, an address or a placeholder.</summary>
    public const int None = -1;

    /// <summary>A word that no list knows, or a known one with a hyphen: a password where something says so directly.</summary>
    public const int Word = 0;

    /// <summary>Large letters inside, or a mark that words do not have.</summary>
    public const int Odd = 1;

    /// <summary>Letters and digits in one word that is no number with a unit, version, date or name of a model.</summary>
    public const int Mixed = 2;

    /// <summary>Letters, digits and such a mark.</summary>
    public const int Strong = 3;

    private const int ShortPassword = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("#&!$%*?_+@^~");

    private static readonly SearchValues<char> HardMarks = SearchValues.Create("#&!$%*?@^"), PathMarks = SearchValues.Create("/.='\","), CodeMarks = SearchValues.Create("/='\",");

    /// <summary>What stands in names in code and in examples.</summary>
    private static readonly SearchValues<string> Names = SearchValues.Create(["password", "passwd", "secret", "token", "your", "user_", "username", "example", "env.", "varchar", "xxx", "mypass", "dbpass", "userpass"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> TurnChars = SearchValues.Create("0123456789-");

    private static readonly HashSet<string> Models = new(
        ("iphone ipad android ios galaxy pixel garmin forerunner fenix vivoactive vivosmart versa charge inspire sense edge instinct venu windows win macos macbook apple watch huawei redmi xiaomi note oneplus ipv utf sha base covid wifi "
            + "http oauth python java html css week day level plan version zone step round room unit bluetooth usb chrome firefox safari phase set part page chapter item order invoice ticket line error code case model type size number band "
            + "fitbit polar suunto coros amazfit nokia sony moto ironman couch build release firmware app premium pro basic team gym").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>How much the word looks like a password: <see cref="None"/> to <see cref="Strong"/>.</summary>
    public static int Of(ReadOnlySpan<char> value)
    {
        if (value.Length < 4 || value[0] is '[' or '{' or '<' || value.ContainsAny('\\', '[', '(') || value.Contains("://", StringComparison.Ordinal) || IsMail(value) || IsIdentifier(value)) return None;
        int letters = 0, digits = 0, inner = 0, hyphens = 0, upper = 0, slashes = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsLetter(c)) letters++;
            else if (char.IsAsciiDigit(c)) digits++;
            else if (Marks.Contains(c) && (i < value.Length - 1 || c is not ('!' or '?'))) inner++;
            else if (c is '-' or '.') hyphens++;
            else if (c == '/') slashes++;
            if (i > 0 && char.IsUpper(c) && char.IsLower(value[i - 1])) upper++;
        }

        var tail = value[^1] is '!' or '?';
        if (letters < 2 || (slashes > 0 && digits == 0)) return None;
        if (digits > 0 && letters > 1 && inner > 0 && value.Length > ShortPassword) return Strong;
        if (digits > 0 && value.Length >= ShortPassword && letters > 2 && !IsOrder(value) && !IsModel(value)) return tail && upper + digits > 1 ? Strong : Mixed;
        if (digits > 0) return None;
        if (upper > 0 || inner > 0) return letters > 4 && value.Length > 5 ? Odd : None;
        if (hyphens == 0) return IsUnknown(tail ? value[..^1] : value) ? Word : None;
        return hyphens > 0 && value.Length > 9 && value.IndexOf('.') < 0 ? Word : None;
    }

    /// <summary>True for small letters, the first of which may be large, with hyphens and apostrophes between them, and one mark behind at most.</summary>
    public static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value.Length > 1 && value[^1] is '!' or '?') value = value[..^1];
        if (value.IsEmpty || !char.IsAsciiLetter(value[0])) return false;
        foreach (var c in value[1..])
            if (!char.IsAsciiLetterLower(c) && c is not ('-' or '\'' or '’')) return false;
        return true;
    }

    /// <summary>True for four to eight digits, perhaps with the sign that ends their input.</summary>
    public static bool IsPin(ReadOnlySpan<char> value)
    {
        value = value.TrimEnd("#*");
        return value.Length is >= 4 and <= 8 && value.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>"3-9-27": the turns of a lock.</summary>
    public static bool IsTurns(ReadOnlySpan<char> value) =>
        (value is [_, _, _, '-', _, _, _] or [_, _, '-', _, _] && value.IndexOfAnyExcept(TurnChars) < 0 && value.Count('-') == 1)
        || value.Length is >= 5 and <= 17 && value.Count('-') is >= 2 and <= 8 && value.IndexOfAnyExcept(TurnChars) < 0 && char.IsAsciiDigit(value[0]) && value[..4].Contains('-');

    private static bool IsUnknown(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsLetter(c)) return false;
        var info = NameTable.Find(NameTokens.Hash(value));
        return value.Length > 4 && info.Common == 0;
    }

    /// <summary>"qwerty123": rows of keys and the words that everybody takes, with digits.</summary>
    public static bool IsUsual(ReadOnlySpan<char> value)
    {
        if (value.Length is < 7 or > 24 || Count(value) is not ( > 0, var letters) || letters < 4) return false;
        foreach (var stem in (ReadOnlySpan<string>)["qwert", "asdf", "zxcv", "letmein", "iloveyou", "1q2w"])
            if (value.Contains(stem, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>True where a mark stands in the word that names in code do not have.</summary>
    public static bool IsMarked(ReadOnlySpan<char> value) => value.IndexOfAny(HardMarks) is > 0 and var at && at < value.Length && !value.ContainsAny(CodeMarks);

    /// <summary>A word with digits that somebody would think of: four letters or more, and none of the marks of addresses and code.</summary>
    public static bool IsChosen(ReadOnlySpan<char> value) => !value.ContainsAny(PathMarks) && value.Length - Count(value).Digits > 3;

    /// <summary>"Hamster99": a word and two digits or more, written as a name is.</summary>
    public static bool IsNamed(ReadOnlySpan<char> value)
    {
        var (digits, letters) = Count(value);
        return digits > 1 && digits + letters == value.Length && char.IsUpper(value[0]) && value[1..].IndexOfAnyInRange('A', 'Z') < 0 && char.IsAsciiDigit(value[^1]) && char.IsAsciiDigit(value[letters]);
    }

    /// <summary>"quiet7river": two words with a number between them, which is no "to" or "for".</summary>
    public static bool IsInner(ReadOnlySpan<char> value)
    {
        var digit = value.IndexOfAnyInRange('0', '9');
        if (digit < 4 || value.Length < 9) return false;
        var behind = value[digit..].IndexOfAnyExceptInRange('0', '9');
        if (behind < 1 || value.Length - digit - behind < 4 || (behind == 1 && value[digit] is '2' or '4')) return false;
        foreach (var c in value)
            if (!char.IsLetterOrDigit(c)) return false;
        return !value[(digit + behind)..].ContainsAnyInRange('0', '9') && !IsModel(value);
    }

    /// <summary>As long as the usual hashes, in hexadecimal: <see cref="RandomTokenRecognizer"/> tells keys from hashes by what is said beside them.</summary>
    public static bool IsHash(ReadOnlySpan<char> value)
    {
        if (value.Length is not (32 or 40 or 64)) return false;
        foreach (var c in value)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    /// <summary>"JwtToken2Parser": a name in code, of two words or more that begin large.</summary>
    public static bool IsClassName(ReadOnlySpan<char> value)
    {
        int humps = 0, digits = 0, run = 0, shortest = int.MaxValue;
        if (value.IsEmpty || !char.IsAsciiLetter(value[0])) return false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (!char.IsAsciiLetterOrDigit(c)) return false;
            if (char.IsAsciiDigit(c)) digits++;
            if (char.IsAsciiLetterUpper(c))
            {
                if (run > 0) shortest = Math.Min(shortest, run);
                humps++;
                run = 0;
            }

            run += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return humps > 1 && digits < 3 && Math.Min(shortest, run) > 2;
    }

    /// <summary>"table_name", "$total": names in code.</summary>
    public static bool IsVariable(ReadOnlySpan<char> value) => value[0] == '$' || (value.Contains('_') && !value.ContainsAnyInRange('A', 'Z') && !value.ContainsAnyInRange('0', '9') && !value.ContainsAny(HardMarks));

    /// <summary>How many digits and letters there are.</summary>
    public static (int Digits, int Letters) Count(ReadOnlySpan<char> value)
    {
        int digits = 0, letters = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
        }

        return (digits, letters);
    }

    /// <summary>"userPassword", "DB_SECRET": a name in code.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> value)
    {
        if (value.ContainsAnyInRange('0', '9')) return false;
        return value.ContainsAny(Names) || (value.Contains('_') && !value.ContainsAnyInRange('a', 'z'));
    }

    private static bool IsMail(ReadOnlySpan<char> value) => value.IndexOf('@') is > 0 and var at && value[at..].Contains('.');

    /// <summary>"FT-66676": capitals, a hyphen and digits are a number of an order or an article.</summary>
    private static bool IsOrder(ReadOnlySpan<char> value)
    {
        var hyphen = value.IndexOf('-');
        return hyphen > 0 && value[..hyphen].IndexOfAnyExceptInRange('A', 'Z') < 0 && value[(hyphen + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>"Note12pad": what goes on behind the digits is no name of a model's kind.</summary>
    private static bool IsWord(ReadOnlySpan<char> behind) => behind.Length > 2 && behind.IndexOfAnyExceptInRange('a', 'z') < 0 && behind is not ("plus" or "pro" or "max" or "mini" or "lite" or "ultra" or "bit" or "min" or "kg");

    /// <summary>"Forerunner255", "30minutes", "Galaxy-S21".</summary>
    private static bool IsModel(ReadOnlySpan<char> value)
    {
        var digit = value.IndexOfAnyInRange('0', '9');
        if (digit > 0)
        {
            var name = value[..digit];
            if (name.IndexOfAny('-', '.') is > 0 and var cut) name = name[..cut];
            return value.Length - digit <= 5 && !IsWord(value[digit..].TrimStart("0123456789")) && Models.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
        }

        var rest = value.TrimStart("0123456789.,-");
        return rest.IndexOfAnyExceptInRange('a', 'z') < 0 && (rest.Length < 4 || NameTable.Find(NameTokens.Hash(rest)).Common > 0);
    }
}
