using static NotebookKit.Cleaning.LeftoverNames;

namespace NotebookKit.Cleaning;

/// <summary>The marks between which templates have their places and people write, too; what stands between them decides.</summary>
internal static class LeftoverForms
{
    private const int LongestPlace = 110;

    /// <summary>Longer marks first: <c>[[</c> is tried before <c>[</c>.</summary>
    private static readonly Form[] Forms =
    [
        new("<<", ">>", IsVariable), new(">>>", "<<<", IsFilled), new("«", "»", IsName), new("‹", "›", IsName), new("[[", "]]", IsFilledOrName), new("((", "))", IsFilled), new("%%", "%%", IsVariable),
        new("##", "##", IsTight), new("@@", "@@", IsTight), new("__", "__", IsMacro), new("~~", "~~", IsName),
        new("{", "}", IsBraced), new("[", "]", IsBracketed), new("【", "】", IsFilled), new("<", ">", IsAngled), new("%", "%", IsPercent), new("(", ")", IsOrderHere),
        new("&lt;", "&gt;", IsEscaped), new("@", "@", IsName), new("#", "#", IsName), new("~", "~", IsName), new("$", "$", IsNameOrField), new("^", "^", IsName), new("-", "-", IsFieldInCapitals), new("_", "_", IsFieldInCapitals), new("*", "*", IsFieldInCapitals),
        new("|", "|", IsName), new("::", "::", IsName), new("!!", "!!", IsName), new("§", "§", IsName), new("&", "&", IsName),
    ];

    /// <summary>Elements of HTML that are also names of fields, and keys of a keyboard.</summary>
    private static readonly HashSet<string> NoPlaces = Set("address time title link code details summary label form object data name button input select enter insert home end");

    /// <summary>Windows' own names between percent signs.</summary>
    private static readonly HashSet<string> Variables = Set(
        "path pathext temp tmp appdata localappdata programdata programfiles userprofile username userdomain windir systemroot systemdrive homepath homedrive computername comspec "
        + "allusersprofile public os cd date time random errorlevel commonprogramfiles java_home logonserver prompt number_of_processors processor_architecture");

    /// <summary>Names that compilers set.</summary>
    private static readonly HashSet<string> Macros = Set("file line dir function class method namespace va_args counter main init name");

    /// <summary>What one does with a button, whose name may stand in brackets.</summary>
    private static readonly string[] Pressing = ["press", "tap", "click", "hit", "choose", "select", "pressing", "tapping", "button", "push", "key", "menu", "tab", "switch"];

    private delegate bool Test(ReadOnlySpan<char> inner, ReadOnlySpan<char> after);

    /// <summary>Length of the place that begins at an index of a line; 0 where none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> line, int at)
    {
        if (at > 0 && line[at - 1] is '"' or '\'' or '.' or '=' or '(' && line[at] != '(' && !line[at..].StartsWith("__")) return 0;
        if (at > 0 && (line[at - 1] == '/' && line[at] != '[' || char.IsLetterOrDigit(line[at - 1]) || line[at - 1] == line[at])) return 0;
        if (line[at] is '%' && NamedFormat(line, at) is > 0 and var format) return format;
        if (line[at] is '@' && Handle(line, at) is > 0 and var handle) return handle;
        if (line[at] is '$' && Variable(line, at) is > 0 and var variable) return variable;
        foreach (var form in Forms)
            if (line[at] == form.Open[0] && line[at..].StartsWith(form.Open) && Length(line, at, form) is > 0 and var length) return length;
        return 0;
    }

    private static int Length(ReadOnlySpan<char> line, int at, Form form)
    {
        var inner = line[(at + form.Open.Length)..];
        var end = inner[..Math.Min(inner.Length, LongestPlace)].IndexOf(form.Close, StringComparison.Ordinal);
        if (end <= 0 || inner[..end].IsWhiteSpace()) return 0;
        var after = inner[(end + form.Close.Length)..];
        if (form.Open == form.Close && after is [var next, ..] && (char.IsLetterOrDigit(next) || next == form.Close[0])) return 0;
        if (form.Open is "[" or "<" && IsPressed(line[..at])) return 0;
        if (form.Open == "(" && IsOfWriter(line[..at], inner[..end], after)) return end + 2;
        if (form.Open is "[" or "<" or "{" && !(form.Open == "[" && (after is ['(' or '[', ..] || IsOwn(inner[..end]))) && (IsChosen(line[..at], inner[..end]) || ((IsAlone(line[..at], after) || (form.Open == "[" && IsNamed(line[..at], after))) && IsAnyField(inner[..end])))) return form.Open.Length + end + form.Close.Length;
        return form.Is(inner[..end], after) ? form.Open.Length + end + form.Close.Length : 0;
    }

    /// <summary>A choice or a count, but no box to tick at the head of an item.</summary>
    private static bool IsChosen(ReadOnlySpan<char> before, ReadOnlySpan<char> inner) => !before.TrimEnd(" -*•\t").IsEmpty && IsChoice(inner);

    /// <summary>Nothing else stands on the line but the mark of an item or a label.</summary>
    private static bool IsAlone(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        after.Trim(" .,;*_").IsEmpty && (before.TrimEnd() is [] or [.., ':'] or [.., '.'] or [.., '!'] or [.., '?'] || before.Trim(" -*•\t0123456789.)#_").IsEmpty);

    /// <summary>Words that a noun follows stand before, and the sentence goes on or ends: "sorry for [problem]".</summary>
    private static bool IsNamed(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before is not [.., ' '] || after is not ([] or ['.' or ',' or '!' or '?' or ' ', ..]) || before.ContainsAny('"', '“', '„')) return false;
        before = before[..^1];
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word is "for" or "about" or "your" or "our" or "with" or "regarding" or "concerning";
    }

    /// <summary><c>%(name)s</c>.</summary>
    private static int NamedFormat(ReadOnlySpan<char> line, int at)
    {
        var rest = line[(at + 1)..];
        return rest.StartsWith("(") && rest.IndexOf(')') is > 1 and < 30 and var close && close + 1 < rest.Length && rest[close + 1] is 's' or 'd' ? close + 3 : 0;
    }

    /// <summary><c>@trainer_name</c>, where a field stands behind the underscore.</summary>
    private static int Handle(ReadOnlySpan<char> line, int at)
    {
        var end = at + 1;
        while (end < line.Length && (char.IsAsciiLetterLower(line[end]) || line[end] == '_')) end++;
        var name = line[(at + 1)..end];
        return name.Contains('_') && name[(name.LastIndexOf('_') + 1)..] is "name" or "id" or "number" or "date" or "email" or "link" && IsField(name) && !(end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] == '@')) ? end - at : 0;
    }

    /// <summary><c>$ticket_subject</c>, or <c>$name</c> where the line has another one; one alone may be spoken of.</summary>
    private static int Variable(ReadOnlySpan<char> line, int at)
    {
        var end = at + 1;
        while (end < line.Length && (char.IsAsciiLetter(line[end]) || line[end] == '_')) end++;
        var name = line[(at + 1)..end];
        if (end < line.Length && line[end] == '$') return 0;
        return name.Length > 2 && ((name.Contains('_') && IsField(name)) || (Leftovers.CountVariables(line) > 1 && (name.Contains('_') || IsFieldWord(name)))) ? end - at : 0;
    }

    private static bool IsPressed(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - 20)..].TrimEnd(" *_\"'“");
        var word = before[(before.LastIndexOf(' ') + 1)..];
        foreach (var press in Pressing)
            if (word.Equals(press, StringComparison.OrdinalIgnoreCase)) return true;
        return word is [.., '>'] && !word.Contains('<');
    }

    private static bool IsVariable(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        inner = inner.Trim();
        foreach (var c in inner)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-' or ' ' or '|')) return false;
        return char.IsLetter(inner[0]);
    }

    private static bool IsTight(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => !inner.Contains(' ') && IsVariable(inner, after);

    private static bool IsFilled(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => IsField(inner);

    private static bool IsFilledOrName(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => IsField(inner) || IsName(inner.Trim(), after);

    /// <summary>One word that names a field or is written as programs write names.</summary>
    private static bool IsName(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        !inner.Contains(' ') && (IsIdentifier(inner) || IsField(inner) || (IsCapitals(inner) && inner.Length > 3));

    private static bool IsNameOrField(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => IsName(inner, after) || (IsAnyField(inner) && inner.IndexOfAnyExceptInRange('a', 'z') < 0);

    /// <summary>Between marks that also stress a word or join words.</summary>
    private static bool IsFieldInCapitals(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => IsCapitals(inner) && IsField(inner);

    private static bool IsMacro(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => (IsCapitals(inner) || (IsIdentifier(inner) && IsField(inner))) && !Has(Macros, inner);

    private static bool IsPercent(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        !inner.Contains(' ') && (IsCapitals(inner) || IsIdentifier(inner) || IsField(inner)) && !Has(Variables, inner) && !after.StartsWith("\\");

    /// <summary>A field, also with a format behind a colon (<c>{start_date:dd.MM.yyyy}</c>), or a number from 0 to 9 by itself or with a format.</summary>
    private static bool IsBraced(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        if (inner is [>= '0' and <= '9'] or [>= '0' and <= '9', ':', ..]) return true;
        if (HasDefault(inner)) return true;
        if (inner.IndexOf(':') is > 0 and var colon && colon + 1 < inner.Length && inner[colon + 1] != ' ') inner = inner[..colon];
        inner = inner.Trim(" %$@#*-|~!:");
        return !inner.IsEmpty && (IsIdentifier(inner) || IsField(inner) || IsCapitals(inner) || (inner.Length > 3 && inner.IndexOfAnyExceptInRange('a', 'z') < 0));
    }

    private static bool IsAngled(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        inner = inner.Trim("$%@# ");
        if (inner.StartsWith("path/")) return true;
        return inner.Contains(' ') || inner.Contains('_') ? IsField(inner) : !Has(NoPlaces, inner) && !inner.IsEmpty && IsField(inner);
    }

    private static bool IsEscaped(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) => IsAngled(inner, after) || inner is "name";

    /// <summary>A link of Markdown is no place, and the kit's own placeholders, perhaps with a number, are none.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> inner, ReadOnlySpan<char> after)
    {
        if (after.StartsWith("(") || after.StartsWith("[") || IsOwn(inner)) return false;
        if (HasDefault(inner) || IsNumberedMedium(inner)) return true;
        inner = inner.Trim(" %$@#*-|~!:");
        return !inner.IsEmpty && (inner.Contains(' ') || !inner.ContainsAnyInRange('0', '9')) && !IsOwn(inner) && (IsField(inner) || IsIdentifier(inner));
    }

    private static bool IsOrderHere(ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        (IsAddition(inner) || inner.StartsWith("insert ", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("enter ", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("fill in ", StringComparison.OrdinalIgnoreCase)
            || (inner.StartsWith("your ", StringComparison.OrdinalIgnoreCase) && inner.EndsWith(" here", StringComparison.OrdinalIgnoreCase)) || inner.EndsWith(" goes here", StringComparison.OrdinalIgnoreCase))
        && (IsAddition(inner) || IsField(inner)) || IsAddressed(inner);

    /// <summary>"(your name)" at the end of a line by itself or behind a closing, where who writes would sign.</summary>
    private static bool IsOfWriter(ReadOnlySpan<char> before, ReadOnlySpan<char> inner, ReadOnlySpan<char> after) =>
        (before.TrimEnd() is [] or [.., ',' or ':'] || before.TrimEnd().Equals("Dear", StringComparison.OrdinalIgnoreCase)) && after.Trim(" .!,").IsEmpty
        && (inner.StartsWith("your ", StringComparison.OrdinalIgnoreCase) || inner.EndsWith("name", StringComparison.OrdinalIgnoreCase)) && IsField(inner);

    /// <summary>"(add the price)", "(add reason)".</summary>
    private static bool IsAddition(ReadOnlySpan<char> inner) =>
        (((inner.StartsWith("add ", StringComparison.Ordinal) || inner.StartsWith("put ", StringComparison.Ordinal)) && inner.Count(' ') == 1) || inner.StartsWith("add the ", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("add your ", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("put the ", StringComparison.OrdinalIgnoreCase))
        && IsFieldWord(inner[(inner.LastIndexOf(' ') + 1)..]);

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    private sealed record Form(string Open, string Close, Test Is);
}
