using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Handles by their shape: <c>@name</c>, <c>u/name</c>, <c>name#1234</c>.</summary>
internal static class Handles
{
    private const int MaxLength = 39;

    /// <summary>Words behind an at sign in code and style sheets.</summary>
    private static readonly WordMap Keywords = new(
        "param return returns throws override media import author since version deprecated see link type typedef property class function example todo test before after beforeeach aftereach autowired component service controller repository"
        + " entity table column id bean configuration injectable input output ngmodule staticmethod classmethod abstractmethod dataclass wraps app pytest decorator keyframes charset include mixin extend font-face supports page layer use forward"
        + " if else for each while function content interface implementation protocol end selector property synthesize dynamic try catch finally public private protected package inheritdoc suppresswarnings nullable notnull get post put delete patch"
        + " requestmapping getmapping postmapping putmapping deletemapping pathvariable requestbody requestparam springbootapplication restcontroller value transactional onetomany manytoone latest next types angular babel vue react all here everyone channel"
        + " main available objc discardableresult escaping state binding published observedobject environmentobject property.setter login_required route api task var set declare identity rowcount error version echo gmail yahoo hotmail outlook cache callback lru_cache njit jit tf keras support help team admin info sales service services staff mods everybody model action computed watch emit data options size min max end");

    private static readonly SearchValues<string> Code = SearchValues.Create(
        ["import ", "def ", "function ", "class ", "public ", "{\n", "});", "();", "</", "#include", "SELECT ", "@param", "@Override", "DECLARE ", "npm ", "```", "=> ", "static ", "@media"], StringComparison.Ordinal);

    /// <summary><c>@name</c> at its sign; the span has the sign.</summary>
    public static double At(ReadOnlySpan<char> text, int at, ref bool? isCode, out int start, out int end)
    {
        (start, end) = (at, at + 1);
        var before = Chars.Before(text, at);
        if (before == '\'' && Chars.At(text, at + 1) == '\'') return Account(text, at, out start, out end);
        if (Chars.IsWord(before) || before is '.' or '@' or '-' or '+' or '/' or '\\' or '$' or '%' or '&' or '=' or '`' or '{' or '~' or '!' or '*' or '}') return 0;
        if (before is '"' or '\'' && Chars.At(text, EndOf(text, at + 1)) is '/') return 0;
        end = EndOf(text, at + 1);
        var name = text[(at + 1)..end];
        if (name.Length is < 3 or > MaxLength || !char.IsLetter(name[0]) && name[0] != '_' && !name.ContainsAnyInRange('a', 'z') || Keywords.Has(name)) return 0;
        var next = Chars.At(text, end);
        if (next is '(' or '/' or '@' or '=' or '[' or '{' or '<' or '-' || (next is ':' && Chars.At(text, end + 1) != ' ') || (next == '.' && char.IsLetterOrDigit(Chars.At(text, end + 1)))) return 0;
        // "@consumer service", "@examplesupport": a company's.
        if (WordWalk.Behind(text, end) is "service" or "services" or "support" || name.EndsWith("support", StringComparison.OrdinalIgnoreCase) || name.EndsWith("service", StringComparison.OrdinalIgnoreCase) || name.Contains("company", StringComparison.OrdinalIgnoreCase)) return 0.3;
        isCode ??= text[..Math.Min(text.Length, 20_000)].ContainsAny(Code);
        var odd = name.ContainsAnyInRange('0', '9') || name.Contains('_');
        if (isCode == true) return odd && before is ' ' or '(' or ',' && !AtLineStart(text, at) ? 0.45 : 0.25;
        if (odd || AtWords(text, at)) return 0.8;
        if (!char.IsUpper(name[0]) || !AtLineStart(text, at)) return 0.7;
        // "@Hannah, the list is ready": as long as the name itself, so that a recognizer of names may win.
        start = at + 1;
        return 0.5;
    }

    /// <summary><c>'name'@'host'</c> of a database.</summary>
    private static double Account(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        (start, end) = (at - 1, at - 1);
        while (start > 0 && end - start < MaxLength && (Chars.IsWord(text[start - 1]) || text[start - 1] is '.' or '-')) start--;
        if (end - start < 3 || Chars.Before(text, start) != '\'') return 0;
        return text[start..end].ContainsAnyInRange('0', '9') || text[start..end].Contains('_') ? 0.75 : 0.4;
    }

    private static bool AtWords(ReadOnlySpan<char> text, int at) => WordWalk.Before(text, at) is "handle" or "is" or "follow" or "by" or "via" or "Twitter" or "Instagram" or "twitter" or "instagram" or "tag";

    private static bool AtLineStart(ReadOnlySpan<char> text, int at) => Chars.Before(text, WordWalk.SkipSpacesBack(text, at)) == '\n';

    /// <summary><c>u/name</c>, also <c>/u/name</c>; the span is the name with its prefix.</summary>
    public static double Reddit(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        (start, end) = (at, at);
        var before = Chars.Before(text, at);
        if (before == '/') start = at - 1;
        if (Chars.IsWord(Chars.Before(text, start)) || Chars.Before(text, start) is '.' or '/' or '-' or ':' && start < at) return 0;
        end = EndOf(text, at + 2);
        while (Chars.At(text, end) == '-' && Chars.IsWord(Chars.At(text, end + 1))) end = EndOf(text, end + 1);
        var name = text[(at + 2)..end];
        if (name.Length is < 3 or > 20 || Chars.At(text, end) is '/' or '.' && Chars.IsWord(Chars.At(text, end + 1))) return 0;
        return text[at] == 'U' ? 0.3 : 0.75;
    }

    /// <summary><c>name#1234</c> at its sign.</summary>
    public static double Discriminator(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        (start, end) = (at, Chars.EndOfDigits(text, at + 1));
        if (end - at != 5 || Chars.IsWord(Chars.At(text, end)) || Chars.At(text, end) == '-') return 0;
        while (start > 0 && at - start < 32 && (Chars.IsWord(text[start - 1]) || (text[start - 1] is '.' or '-' && start > 1 && Chars.IsWord(text[start - 2])))) start--;
        var name = text[start..at];
        if (name.Length < 2 || Chars.Before(text, start) is '/' or '#' or '&' or '@' || !name.ContainsAnyInRange('a', 'z')) return 0;
        return name is "order" or "Order" or "ticket" or "Ticket" or "issue" or "Issue" or "case" or "Case" or "PR" or "bug" or "Bug" or "invoice" or "Invoice" or "No" or "no" or "ref" or "Ref" or "item" or "Item" or "account" or "Account" or "flight" or "Flight" or "color" or "colour" or "id" or "ID" or "Suite" or "Apt" or "apt" or "room" or "Room" or "Unit" or "number" or "Number" ? 0 : name.ContainsAnyInRange('0', '9') || name.Contains('_') ? 0.75 : 0.55;
    }

    /// <summary>Index behind the letters, digits, underscores and single inner dots of a name.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= MaxLength + 1 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || text[end] >= 128 && char.IsLetter(text[end]))) end++;
        return end;
    }
}
