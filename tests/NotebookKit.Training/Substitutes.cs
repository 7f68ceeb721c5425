using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Running text with names in the place of pronouns and of words such as "the city" and "the company": contexts as people write them, of which no
/// list of sentences has enough.</summary>
internal static partial class Substitutes
{
    private const int MaxText = 400;

    public static IEnumerable<Marked> Rows(Carriers carriers, IEnumerable<string> texts)
    {
        var number = 0;
        foreach (var text in texts)
            foreach (var part in Parts(text))
                if (Replaced(part, carriers, number++) is { } row) yield return row;
    }

    /// <summary>Paragraphs, cut at ends of sentences where they are long.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var rest = line;
            while (rest.Length > MaxText)
            {
                var cut = rest.LastIndexOf(". ", MaxText, StringComparison.Ordinal);
                if (cut < 20) break;
                yield return rest[..(cut + 1)];
                rest = rest[(cut + 2)..];
            }

            if (rest.Length <= 2 * MaxText) yield return rest;
        }
    }

    private static Marked? Replaced(string text, Carriers carriers, int number)
    {
        var matches = Words().Matches(text);
        if (matches.Count == 0) return null;
        var changed = new StringBuilder();
        var spans = new List<(int, int, int)>();
        var position = 0;
        foreach (Match match in matches)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"sub {number} {match.Index}");
            if (KeyedRandom.Unit(9, "replace", id) < 0.4) continue;
            var (group, type) = match.Groups["p"].Success ? (match.Groups["p"], Corpora.Person) : match.Groups["c"].Success ? (match.Groups["c"], Corpora.Place) : (match.Groups["o"], Corpora.Organization);
            var name = carriers.Name(type, id);
            changed.Append(text, position, group.Index - position);
            spans.Add((changed.Length, changed.Length + name.Length, type));
            changed.Append(name);
            if (group.Value is "his" or "His") changed.Append("'s");
            position = group.Index + group.Length;
        }

        if (spans.Count == 0) return null;
        var row = new Marked(changed.Append(text, position, text.Length - position).ToString(), spans, OnlyUnknown: true);
        var style = KeyedRandom.Unit(9, "style", number.ToString(CultureInfo.InvariantCulture));
        return style < 0.2 ? Carriers.Small(row) : style < 0.24 ? Carriers.Large(row) : row;
    }

    [GeneratedRegex(@"\b(?<p>[Hh]e|[Ss]he|him|[Hh]is|the (user|customer|man|woman|boy|girl|king|teacher|doctor))\b(?!')|\b(in|to|from|at|near|around|through|across|of|for) (?<c>the (city|town|village|country|store|office|kitchen|forest|world|area|region|hotel|airport|island|mountains|beach|kingdom|school|park|restaurant|location|airlines?))\b|\b(?<o>([Tt]he|my|our|this|your) (company|team|bank|store|firm|government|organization|restaurant|school|university|hospital|agency|business|group|website|club|platform))\b")]
    private static partial Regex Words();
}
