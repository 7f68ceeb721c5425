using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Greetings, thanks and closings that name a field instead of a person: whatever marks stand around the field, a name has none.</summary>
internal static partial class LeftoverGreeting
{
    /// <summary>The place behind a greeting that begins a line or follows an end mark.</summary>
    public static bool Find(ReadOnlySpan<char> line, out int from, out int length)
    {
        foreach (var match in Greeted().EnumerateMatches(line))
        {
            var found = line.Slice(match.Index, match.Length);
            var place = found[(found.TrimEnd().LastIndexOf(' ') + 1)..];
            var name = place.Trim("~#$%|+=^:!&§¤()[]{}<>‹›@.*_-");
            if (place.Length == name.Length || name.IsEmpty || LeftoverNames.IsOwn(name) || place[0] is '(' && place[^1] is not ')') continue;
            var stressed = place[0] is '*' or '_';
            if (!LeftoverNames.IsField(name) && !LeftoverNames.IsIdentifier(name) && (stressed || place[^1] != place[0] || !LeftoverNames.IsCapitals(name))) continue;
            (from, length) = (match.Index + match.Length - place.Length, place.Length);
            return true;
        }

        foreach (var match in Either().EnumerateMatches(line))
        {
            (from, length) = (match.Index, match.Length);
            return true;
        }

        (from, length) = (0, 0);
        return false;
    }

    [GeneratedRegex(@"(?<=^\W*|[.!?]\s)(?i:dear|hi|hello|hey|hallo|liebe|lieber|liebe\(r\)|hola|bonjour|chère?|ciao|estimad[oa]|good\s(?:morning|afternoon|evening)|thanks|thank\syou|welcome|welcome\sback|sorry)(?:\s(?i:mr|mrs|ms|dr|herr|frau|there)\.?)?,?\s[~#$%|+=^:!&§¤(\[{<‹@*_-]+\p{L}[\p{L}\d_.]*[~#$%|+=^:!&§¤)\]}>›@*_-]*(?=[\s,!.;:–]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Greeted();

    // "Dear First Name" was never filled in, "Dear Mr/Ms Smith" never decided; "Dear Sir/Madam" is a greeting.
    [GeneratedRegex(@"(?<=\b(?:Dear|Hello|Hi|Sehr geehrte|Liebe)\s)(?:(?i:(?:your|customer|client|user|first|last|full|recipient|guest|member)(?:'s)?[\s_-]?(?:first\s|last\s)?name\b|vorname\b|nachname\b)|(?:(?:Mr|Mrs|Ms|Miss|Herr|Frau|Hr|Fr)\.?\s?/\s?)+(?:Mr|Mrs|Ms|Miss|Herr|Frau|Hr|Fr)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Either();
}
