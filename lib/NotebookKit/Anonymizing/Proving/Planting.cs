using System.Text.Encodings.Web;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A row with one piece of invented personal data in it.</summary>
/// <param name="Row">The copy.</param>
/// <param name="Type">What was planted.</param>
/// <param name="Place">Where.</param>
/// <param name="Telling">Words and numbers of the value that stand nowhere else in the row: where one of them is left, the value leaked.</param>
internal sealed record Planting(Example Row, string Type, PlantedPlace Place, IReadOnlyList<string> Telling)
{
    /// <summary>Turns and characters of a row that are copied: what is planted at the end of a long conversation is found no other way.</summary>
    private const int MostTurns = 4, MostCharacters = 1_500;

    /// <summary>Values that are tried until one has words that the row has not.</summary>
    private const int Tries = 8;

    private const int Places = 6;

    /// <summary>Plants a value of a type in a copy of a row; null where there is none to plant.</summary>
    public static Planting? Of(Example row, string type, ulong bits, ulong seed)
    {
        var copy = Short(row);
        var rest = WordsOf(copy);
        var place = (PlantedPlace)(bits % Places);
        // Case is what some kinds are known by: a secret in lower case is another secret.
        if (place == PlantedPlace.LowerCase && type is EntityTypes.ApiKey or EntityTypes.Url or EntityTypes.Title) place = PlantedPlace.OwnSentence;
        // An age or a form of address alone says nothing about anybody.
        if (place is PlantedPlace.ToolArguments && type is EntityTypes.Age or EntityTypes.Title or EntityTypes.Nrp) place = PlantedPlace.InsideTurn;
        for (ulong attempt = 0; attempt < Tries; attempt++)
        {
            var value = Value(type, KeyedRandom.Bits(seed, "planted value", type, bits + attempt));
            if (value is null) return null;
            var (language, sentence) = PlantedSentences.For(type, KeyedRandom.Bits(seed, "planted sentence", type, bits));
            var around = WordsOf($"{sentence.Replace("{v}", " ", StringComparison.Ordinal)} {PlantedLabels.Word(type, language)} {PlantedLabels.Key(type)} {EntityTypes.ShortName(type)}");
            List<string> telling = [.. WordsOf(value).Where(w => !rest.Contains(w) && !around.Contains(w) && (w.Length > 1 || char.IsAsciiDigit(w[0])))];
            if (telling.Count > 0) return new(Put(copy, type, value, place, language, sentence), type, place, telling);
        }

        return null;
    }

    /// <summary>How many of the telling words are in a text.</summary>
    public int Left(Example masked)
    {
        var words = WordsOf(masked);
        return Telling.Count(words.Contains);
    }

    /// <summary>What is planted for a type.</summary>
    public static string? Value(string type, ulong bits) => PlantedValues.Make(type, bits);

    private static Example Put(Example row, string type, string value, PlantedPlace place, int language, string sentence)
    {
        var word = PlantedLabels.Word(type, language);
        var said = sentence.Replace("{l}", word, StringComparison.Ordinal).Replace("{v}", value, StringComparison.Ordinal);
        if (place == PlantedPlace.ToolArguments) return WithCall(row, PlantedLabels.Key(type), value);
        var at = row.Messages.ToList().FindLastIndex(m => m.Role == Role.User && !string.IsNullOrEmpty(m.Content));
        if (at < 0) at = row.Messages.ToList().FindLastIndex(m => !string.IsNullOrEmpty(m.Content));
        var text = at < 0 ? "" : row.Messages[at].Content!;
        var form = $"{char.ToUpperInvariant(word[0])}{word[1..]}: {value}";
        text = place switch
        {
            PlantedPlace.InsideTurn when text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var stop => $"{text[..(stop + 2)]}{said} {text[(stop + 2)..]}",
            PlantedPlace.InsideTurn => $"{said} {text}",
            PlantedPlace.List when type is not (EntityTypes.Age or EntityTypes.Title or EntityTypes.Nrp) => $"{text}\n- {form}\n- …\n",
            PlantedPlace.Form when type is not (EntityTypes.Title or EntityTypes.Nrp) => $"{text}\n\n{form}\n",
            PlantedPlace.LowerCase => $"{text} {said.ToLowerInvariant()}",
            _ => $"{text}\n\n{said}",
        };
        return at < 0 ? row with { Messages = [.. row.Messages, new(Role.User, text)] } : row with { Messages = [.. row.Messages.Select((m, i) => i == at ? m with { Content = text } : m)] };
    }

    private static Example WithCall(Example row, string key, string value)
    {
        var call = new ToolCall("planted", "update_record", $"{{\"{key}\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)}\"}}");
        return row with { Messages = [.. row.Messages, new Message { Role = Role.Assistant, ToolCalls = [call] }] };
    }

    private static Example Short(Example row) => new()
    {
        Id = row.Id,
        Messages = [.. row.Messages.Skip(Math.Max(0, row.Messages.Count - MostTurns)).Select(m => new Message(m.Role, Cut(m.Content)))],
    };

    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= MostCharacters) return text;
        var end = text.AsSpan(0, MostCharacters).LastIndexOfAny(' ', '\n');
        return text[..(end > 0 ? end : MostCharacters - (char.IsHighSurrogate(text[MostCharacters - 1]) ? 1 : 0))];
    }

    private static HashSet<string> WordsOf(Example row) => WordsOf(string.Join('\n', row.Texts.Select(t => t.Text)));

    /// <summary>Runs of letters and digits, in lower case.</summary>
    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start])) continue;
            var end = start + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            words.Add(text[start..end].ToLowerInvariant());
            start = end;
        }

        return words;
    }
}
