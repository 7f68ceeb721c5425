using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Greetings, thanks and closings that name a field instead of a person: whatever marks stand around the field, a name has none.</summary>
internal static partial class LeftoverGreeting
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["dear", "hi ", "hi,", "hello", "hey", "hallo", "lieb", "hola", "bonjour", "cher", "ciao", "estimad", "good ", "thank", "welcome", "sorry", "sehr geehrte"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Salutations = SearchValues.Create(["Dear ", "Hello ", "Hi ", "Sehr geehrte ", "Liebe "], StringComparison.Ordinal);

    /// <summary>What stands behind a greeting of nobody.</summary>
    private static readonly SearchValues<string> Absent = SearchValues.Create(
        ["i ,", "o ,", "y ,", "r ,", "i {", "o {", "y {", "r {", "i [", "o [", "y [", "r [", "i (", "o (", "y (", "r (", "i <", "o <", "y <", "r <", "i \"", "o \"", "y \"", "r \"", "i '", "o '", "y '", "r '", " -", " ?", " _", " #", " \u2026", " ...", "NN", "N.N.", "null", "undefined", "false", "none", "nan,", "n/a", " xx", " test", "name,", "_name"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What a place behind a greeting has one of: a mark, or two capitals.</summary>
    private static readonly SearchValues<char> PlaceMarks = SearchValues.Create("~#$%|+=^:&§¤([{<‹@*_");

    /// <summary>Characters of a line that may greet.</summary>
    private const int Longest = 2_000;

    /// <summary>Adds the places behind greetings that begin a line or follow an end mark.</summary>
    public static void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, Longest)];
        if (!line.ContainsAny(Words)) return;
        if (MayHoldPlace(line))
            foreach (var start in LeftoverStarts.Of(line)) AddAt(places, line, start);
        if (line.ContainsAny(Absent))
            foreach (var start in LeftoverStarts.Of(line))
                foreach (var match in Nobody().EnumerateMatches(line[start..])) places.Add((start + match.Index, match.Length));
        if (line.ContainsAny(Salutations))
            foreach (var match in Either().EnumerateMatches(line)) places.Add((match.Index, match.Length));
    }

    private static bool MayHoldPlace(ReadOnlySpan<char> line)
    {
        if (line.ContainsAny(PlaceMarks) || line.Contains(" -", StringComparison.Ordinal) || line.Contains(" !", StringComparison.Ordinal)) return true;
        for (var at = line.IndexOfAnyInRange('A', 'Z'); at >= 0 && at + 1 < line.Length;)
        {
            if (char.IsUpper(line[at + 1])) return true;
            var next = line[(at + 1)..].IndexOfAnyInRange('A', 'Z');
            if (next < 0) return false;
            at += next + 1;
        }

        return false;
    }

    private static void AddAt(List<(int From, int Length)> places, ReadOnlySpan<char> line, int start)
    {
        foreach (var match in Greeted().EnumerateMatches(line[start..]))
        {
            var found = line.Slice(start + match.Index, match.Length);
            var place = found[(found.TrimEnd().LastIndexOf(' ') + 1)..].TrimEnd(",.!;");
            var name = place.Trim("~#$%|+=^:!&§¤()[]{}<>‹›@.*_-");
            if (name.IsEmpty || (place[0] is '[' && LeftoverNames.IsOwn(name)) || (place[0] is '(' && place[^1] is not ')')) continue;
            if (Stands(place, name)) places.Add((start + match.Index + match.Length - place.Length, place.Length));
        }
    }

    /// <summary>A field between marks, or one in capitals by itself.</summary>
    private static bool Stands(ReadOnlySpan<char> place, ReadOnlySpan<char> name)
    {
        if (place.Length == name.Length) return LeftoverNames.IsCapitals(name) && name.Length > 3 && LeftoverNames.IsField(name);
        // Nobody is called between brackets.
        if (place is ['<', .., '>'] or ['{', .., '}'] or ['[', .., ']']) return true;
        var stressed = place[0] is '*' or '_';
        return LeftoverNames.IsField(name) || LeftoverNames.IsIdentifier(name) || (!stressed && place[^1] == place[0] && LeftoverNames.IsCapitals(name));
    }

    [GeneratedRegex(@"\G(?i:dear|hi|hello|hey|hallo|liebe|lieber|liebe\(r\)|hola|bonjour|chère?|ciao|estimad[oa]|good\s(?:morning|afternoon|evening)|thanks|thank\syou|welcome|welcome\sback|sorry)(?:\s(?i:mr|mrs|ms|dr|herr|frau|there)\.?)?,?\s(?:[~#$%|+=^:!&§¤(\[{<‹@*_-]+\p{L}|\p{Lu}{2})[\p{L}\d_.]*[~#$%|+=^:!&§¤)\]}>›@*_-]*(?=[\s,!.;:–]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Greeted();

    // No name, an empty pair of marks, what a program writes for none, or the name of the field; a comma or end mark follows.
    [GeneratedRegex("""
        \G(?i:dear|hi|hello|hey|hallo|liebe|lieber|hola|ciao|estimad[oa]|(?:good\s(?:morning|afternoon|evening)))\s
        (?:(?=,\s)|[-–?_\#]{1,6}|…|\.{3}|N\.?N\.?|(?i:xx+|test|null|undefined|false|none|n/a)|NaN|nan|(?!\[NAME\])[\[({<]\s?(?i:null|undefined|none|first\s?name|name)?\s?[\])}>]|\{\{\s*\}\}|["“]\s?(?i:name|first_?name)?\s?["”]|'(?i:first_?name|name)?'|(?i:first|last|user|full|customer)[_.](?i:first_?)?name|\{(?=,))
        \s?(?=[,!.:]|\s?–)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Nobody();

    // "Dear First Name" was never filled in, "Dear Mr/Ms Smith" never decided; "Dear Sir/Madam" is a greeting.
    [GeneratedRegex(@"(?<=\b(?:Dear|Hello|Hi|Sehr geehrte|Liebe)\s)(?:(?i:(?:your|customer|client|user|first|last|full|recipient|guest|member)(?:'s)?[\s_-]?(?:first\s|last\s)?name\b|vorname\b|nachname\b)|(?:(?:Mr|Mrs|Ms|Miss|Herr|Frau|Hr|Fr)\.?\s?/\s?)+(?:Mr|Mrs|Ms|Miss|Herr|Frau|Hr|Fr)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Either();
}
