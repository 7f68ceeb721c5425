namespace NotebookKit.Cleaning;

/// <summary>The marks between which templates have their places, and what stands between them.</summary>
internal static class LeftoverForms
{
    private const int LongestPlace = 60;

    /// <summary>Longer marks first: <c>{{</c> is tried before <c>{</c>.</summary>
    private static readonly Form[] Forms =
    [
        new("{{", "}}", IsVariable), new("${", "}", IsVariable), new("<%=", "%>", IsVariable), new("<<", ">>", IsVariable), new("«", "»", IsTight), new("[[", "]]", IsField),
        new("{%", "%}", IsStatement), new("{!", "}", IsVariable),
        new("*|", "|*", IsConstant), new("%%", "%%", IsVariable), new("##", "##", IsTight), new("@@", "@@", IsTight), new("__", "__", IsMacro),
        new("{", "}", IsBraced), new("[", "]", IsBracketed), new("<", ">", IsAngled), new("%", "%", IsPercent), new("(", ")", IsOrderHere),
        new("&lt;", "&gt;", IsAngled), new("@", "@", IsConstantLike),
    ];

    /// <summary>Words that name a field of a letter, an order or an account; the last word of a place is one of them.</summary>
    private static readonly HashSet<string> Fields = Set(
        "name firstname lastname fullname surname customer customername client user username agent company companyname business organization employer email mail phone telephone contact "
        + "address street date day month year time hour hours duration deadline order ordernumber orderid number amount price cost total fee percentage quantity product productname "
        + "service item model plan brand city country state location venue title position role department team signature link url website subject topic author reason issue problem "
        + "details information description ticket invoice account agent id code reference recipient sender manager event project here greeting salutation closing remark remarks position");

    /// <summary>Words that begin an order to fill something in.</summary>
    private static readonly HashSet<string> Orders = Set("insert your enter add specify fill type customer's client's user's company's recipient's salesperson's provide include attach paste put");

    /// <summary>Fields that are also remarks when they stand in brackets by themselves: "[link]", "[here]".</summary>
    private static readonly HashSet<string> Remarks = Set("here link url website code id reference details information description issue problem reason model state number percentage");

    /// <summary>What the kit itself writes in brackets.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "NAME", "EMAIL", "PHONE", "CARD", "IBAN", "IP", "SSN", "SECRET", "ADDRESS", "URL", "PERSON", "TERM", "IP_ADDRESS", "EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD", "API_KEY", "IBAN_CODE", "US_SSN" };

    /// <summary>Elements of HTML that are also names of fields.</summary>
    private static readonly HashSet<string> Elements = Set("address time title link code details summary label form object data name");

    /// <summary>Windows' own names between percent signs.</summary>
    private static readonly HashSet<string> Variables = Set(
        "path pathext temp tmp appdata localappdata programdata programfiles userprofile username userdomain windir systemroot systemdrive homepath homedrive computername comspec "
        + "allusersprofile public os cd date time random errorlevel commonprogramfiles java_home logonserver prompt number_of_processors processor_architecture");

    /// <summary>Names that compilers set.</summary>
    private static readonly HashSet<string> Macros = Set("file line dir function class method namespace va_args counter main init");

    private delegate bool Test(ReadOnlySpan<char> inner, ReadOnlySpan<char> after);

    /// <summary>Length of the place that begins at an index of a line; 0 where none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> line, int at)
    {
        if (at > 0 && line[at - 1] is '/' or '"' or '\'' or '.' or '=' or '(' && line[at] != '(' && !line[at..].StartsWith("__")) return 0;
        if (line[at] is '%' && Printf(line, at) is > 0 and var format) return format;
        if (line[at] is '$' && Variable(line, at) is > 0 and var variable) return variable;
        foreach (var form in Forms)
            if (line[at] == form.Open[0] && line[at..].StartsWith(form.Open) && Length(line[at..], form) is > 0 and var length) return length;
        return 0;
    }

    private static int Length(ReadOnlySpan<char> text, Form form)
    {
        var inner = text[form.Open.Length..];
        var end = inner[..Math.Min(inner.Length, LongestPlace)].IndexOf(form.Close, StringComparison.Ordinal);
        if (end <= 0 || inner[..end].IsWhiteSpace()) return 0;
        return form.Is(inner[..end], inner[(end + form.Close.Length)..]) ? form.Open.Length + end + form.Close.Length : 0;
    }

    /// <summary><c>%s</c>, <c>%d</c> or <c>%(name)s</c> as a word of its own, not behind a number.</summary>
    private static int Printf(ReadOnlySpan<char> line, int at)
    {
        var rest = line[(at + 1)..];
        var length = rest.StartsWith("(") && rest.IndexOf(')') is > 1 and < 30 and var close ? close + 1 : 0;
        if (length >= rest.Length || rest[length] is not ('s' or 'd' or 'i' or 'f') || (length + 1 < rest.Length && char.IsLetterOrDigit(rest[length + 1]))) return 0;
        var before = line[..at].TrimEnd();
        return before.IsEmpty || (!char.IsDigit(before[^1]) && !char.IsLetter(at > 0 ? line[at - 1] : ' ')) ? length + 2 : 0;
    }

    /// <summary><c>$name</c>, where the line has another one; one alone may be spoken of.</summary>
    private static int Variable(ReadOnlySpan<char> line, int at)
    {
        var end = at + 1;
        while (end < line.Length && (char.IsAsciiLetter(line[end]) || line[end] == '_')) end++;
        var name = line[(at + 1)..end];
        return name.Length > 2 && Leftovers.CountVariables(line) > 1 && (name.Contains('_') || Has(Fields, name)) ? end - at : 0;
    }

    private static bool IsVariable(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        inner = inner.Trim();
        foreach (var c in inner)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-' or ' ' or '|')) return false;
        return char.IsLetter(inner[0]);
    }

    private static bool IsStatement(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        inner = inner.Trim(" -");
        foreach (var word in (ReadOnlySpan<string>)["if ", "else", "end", "for ", "include ", "set ", "unless "])
            if (inner.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsTight(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => !inner.Contains(' ') && IsVariable(inner, after);

    private static bool IsConstant(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => inner.Length > 2 && inner.IndexOfAnyExcept(Upper) < 0;

    private static bool IsConstantLike(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => char.IsUpper(inner[0]) && IsTight(inner, after) && !inner.Contains('.');

    private static bool IsMacro(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => IsConstant(inner, after) && !Has(Macros, inner);

    private static bool IsPercent(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        (IsConstant(inner, after) || (inner.Contains('_') && IsTight(inner, after))) && !Has(Variables, inner) && !after.StartsWith("\\");

    /// <summary>A field, also with a format behind a colon (<c>{start_date:dd.MM.yyyy}</c>), or a number from 0 to 9 by itself.</summary>
    private static bool IsBraced(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        if (inner is [>= '0' and <= '9']) return true;
        if (inner.IndexOf(':') is > 0 and var colon) inner = inner[..colon];
        return IsVariable(inner, after) && (inner.ContainsAny('_', '.') || IsField(inner, after));
    }

    private static bool IsAngled(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        inner.Contains(' ') || inner.Contains('_') ? IsField(inner, after) : !Has(Elements, inner) && IsField(inner, after);

    /// <summary>A link of Markdown is no place, and the kit's own placeholders, perhaps with a number, are none.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        !after.StartsWith("(") && !after.StartsWith("[") && !inner.ContainsAnyInRange('0', '9') && !Own.Contains(inner.ToString()) && IsField(inner, after);

    private static bool IsOrderHere(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        (inner.StartsWith("insert ", StringComparison.OrdinalIgnoreCase) || (inner.StartsWith("your ", StringComparison.OrdinalIgnoreCase) && inner.EndsWith(" here", StringComparison.OrdinalIgnoreCase)))
        && IsField(inner, after);

    /// <summary>One to six words that begin with an order to fill in, or end with the name of a field.</summary>
    private static bool IsField(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        Span<Range> words = stackalloc Range[8];
        var count = inner.SplitAny(words, " _-/", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (count is 0 or > 7) return false;
        foreach (var c in inner)
            if (!char.IsLetter(c) && c is not (' ' or '_' or '-' or '/' or '\'' or '’' or ',' or '.' or '&' or '#' or ':')) return false;
        if (count > 1 && Has(Orders, Plain(inner[words[0]]))) return true;
        return count < 5 && !(count == 1 && Has(Remarks, inner)) && Has(Fields, Plain(inner[words[count - 1]])) && !inner.Contains(". ", StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> word) => word.Trim(",.:#") is [.. var stem, '’', 's'] ? stem : word.Trim(",.:#");

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Upper => "ABCDEFGHIJKLMNOPQRSTUVWXYZ_";

    private sealed record Form(string Open, string Close, Test Is);
}
