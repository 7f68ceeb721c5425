using System.Buffers;

namespace NotebookKit.Cleaning;

/// <summary>Finds the places that a template leaves open.</summary>
internal static class Leftovers
{
    private const int LongestPlace = 60;
    private const string Lorem = "lorem ipsum";

    private static readonly SearchValues<char> Opening = SearchValues.Create("{[<%");
    private static readonly SearchValues<string> Words = SearchValues.Create([Lorem, "TODO:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Characters that prose does not hold: a line with one of them is code, and its braces are no places.</summary>
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create(";=`$\\");
    private static readonly SearchValues<string> CodeSigns = SearchValues.Create(
        ["</", "/>", "f\"", "f'", "(\"", "('", "{%", "://", "\":", "');", "->", "#{"], StringComparison.Ordinal);

    /// <summary>Words of fields in business letters: <c>{name}</c> without an underscore is a place only with one of them.</summary>
    private static readonly HashSet<string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "firstname", "lastname", "fullname", "customer", "customername", "client", "user", "username", "agent", "company", "companyname",
        "email", "phone", "address", "date", "time", "order", "ordernumber", "orderid", "product", "productname", "price", "amount", "city", "title",
        "signature", "link", "url", "subject", "author",
    };

    /// <summary>Windows' own names between percent signs.</summary>
    private static readonly HashSet<string> Variables = new(StringComparer.Ordinal)
    {
        "PATH", "PATHEXT", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "USERPROFILE", "USERNAME", "USERDOMAIN", "WINDIR",
        "SYSTEMROOT", "SYSTEMDRIVE", "HOMEPATH", "HOMEDRIVE", "COMPUTERNAME", "COMSPEC", "ALLUSERSPROFILE", "PUBLIC", "OS", "CD", "DATE", "TIME",
        "RANDOM", "ERRORLEVEL", "COMMONPROGRAMFILES", "JAVA_HOME", "LOGONSERVER", "PROMPT", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    };

    /// <summary>A cheap look that lets most texts pass.</summary>
    public static bool MayHold(ReadOnlySpan<char> text) => text.ContainsAny(Opening) || text.ContainsAny(Words);

    /// <summary>The next place in a line of prose.</summary>
    public static bool Next(ReadOnlySpan<char> line, out int from, out int length)
    {
        var todo = line.TrimStart(" -*•\t");
        if (todo.StartsWith("TODO:", StringComparison.Ordinal)) return Found(line.Length - todo.Length, 5, out from, out length);
        if (line.IndexOf(Lorem, StringComparison.OrdinalIgnoreCase) is >= 0 and var lorem) return Found(lorem, Lorem.Length, out from, out length);
        if (!line.ContainsAny(CodeMarks) && !line.ContainsAny(CodeSigns))
        {
            for (var at = line.IndexOfAny(Opening); at >= 0;)
            {
                if (PlaceAt(line, at) is > 0 and var size) return Found(at, size, out from, out length);
                var step = line[(at + 1)..].IndexOfAny(Opening);
                at = step < 0 ? -1 : at + 1 + step;
            }
        }

        return Found(0, 0, out from, out length);
    }

    private static bool Found(int at, int size, out int from, out int length)
    {
        (from, length) = (at, size);
        return size > 0;
    }

    /// <summary>Length of the place that begins here; 0 where none does.</summary>
    private static int PlaceAt(ReadOnlySpan<char> line, int at)
    {
        var (open, close) = line[at] switch
        {
            '{' when line[at..].StartsWith("{{") => ("{{", "}}"),
            '{' => ("{", "}"),
            '[' => ("[", "]"),
            '<' => ("<", ">"),
            _ => ("%", "%"),
        };
        var inner = line[(at + open.Length)..];
        var end = inner[..Math.Min(inner.Length, LongestPlace)].IndexOf(close, StringComparison.Ordinal);
        if (end <= 0 || (at > 0 && line[at - 1] is '/' or '"' or '\'' or '(' or '.')) return 0;
        var after = inner[(end + close.Length)..];
        return IsPlace(open, inner[..end].Trim(), after) ? open.Length + end + close.Length : 0;
    }

    private static bool IsPlace(string open, ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => open switch
    {
        "{{" => IsName(inner),
        "{" => IsName(inner) && (inner.Contains('_') || Fields.GetAlternateLookup<ReadOnlySpan<char>>().Contains(inner)),
        "<" => StartsWithOrder(inner),
        "%" => IsUpperName(inner) && !Variables.GetAlternateLookup<ReadOnlySpan<char>>().Contains(inner) && !after.StartsWith("\\"),
        // A link of Markdown is no place, and the kit's own placeholders are one word in capitals.
        _ => !after.StartsWith("(") && inner.Contains(' ') && (StartsWithOrder(inner) || inner.EndsWith(" Name", StringComparison.Ordinal)),
    };

    private static bool StartsWithOrder(ReadOnlySpan<char> inner) =>
        inner.StartsWith("insert ", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("your ", StringComparison.OrdinalIgnoreCase)
        || inner.StartsWith("enter ", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(ReadOnlySpan<char> inner)
    {
        foreach (var c in inner)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-' or ' ')) return false;
        return inner.Length > 0 && char.IsAsciiLetter(inner[0]);
    }

    private static bool IsUpperName(ReadOnlySpan<char> inner)
    {
        foreach (var c in inner)
            if (!char.IsAsciiLetterUpper(c) && c != '_') return false;
        return inner.Length > 2;
    }
}
