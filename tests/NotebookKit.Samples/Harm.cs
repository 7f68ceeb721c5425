using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>The ways in which a sound text is spoilt; each works on any file.</summary>
internal static class Harm
{
    /// <summary>Characters; a limit of length cuts off long answers, so those are taken where there are enough.</summary>
    public const int LongAnswer = 260;

    public static void Refuse(Row row, Draw draw) => row.Answer = Fragment("refusal", draw);

    public static void Error(Row row, Draw draw) => row.Answer = Fragment("error", draw);

    public static void Empty(Row row, Draw draw) => row.Answer = draw.Of("", "", " ", "\n\n");

    public static void ShortQuestion(Row row, Draw draw) => row.Question = Fragment("short-question", draw);

    public static void ShortAnswer(Row row, Draw draw) => row.Answer = Fragment("short-answer", draw);

    public static void Swear(Row row, Draw draw) => row.Answer = $"{row.Answer} And honestly, {Fragment("flagged", draw)}.";

    public static void BeRude(Row row, Draw draw) => row.Question = $"{row.Question} {Fragment("rude", draw)}!!";

    public static void Threaten(Row row, Draw draw) => row.Question = $"{row.Question} {Fragment("threat", draw)}";

    public static void OptOut(Row row, Draw draw) => row.Json["consent"] = "opted-out";

    /// <summary>Places of templates look like our own choices and slots, so these fragments are taken as they are.</summary>
    public static void LeaveTemplate(Row row, Draw draw) => row.Answer = $"{draw.Of(Bank.Get("fault/leftover")["o"])} {row.Answer}";

    /// <summary>Four of five stop behind a comma or at a word that cannot end a sentence, the others anywhere.</summary>
    public static void Truncate(Row row, Draw draw)
    {
        var text = row.Answer.TrimEnd('.', '?', '!');
        var earliest = Math.Max(text.Length * 45 / 100, text.Length > LongAnswer ? LongAnswer - 50 : 0);
        List<int> ends = [];
        foreach (var word in new[] { ", ", " the ", " and ", " your ", " of ", " or " })
            for (var at = text.IndexOf(word, earliest, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                ends.Add(at + word.TrimEnd().Length);
        row.Answer = ends.Count == 0 || draw.Chance(20) ? text[..draw.Between(earliest, text.Length * 95 / 100)] : text[..draw.Of(ends)];
    }

    public static void Repeat(Row row, Draw draw)
    {
        var text = row.Answer;
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end > 20 ? text[..(end + 1)] : text;
        row.Answer = text + " " + string.Join(draw.Of(" ", "\n"), Enumerable.Repeat(sentence, draw.Between(6, 9)));
    }

    /// <summary>UTF-8 read as Windows-1252, or characters that a reader could not decode.</summary>
    public static void Garble(Row row, Draw draw)
    {
        var lost = draw.Chance(25);
        row.MapTexts(text => lost
            ? text.Replace("ing ", "in\uFFFD ", StringComparison.Ordinal).Replace("the ", "th\uFFFD ", StringComparison.Ordinal)
                .Replace("er", "e\uFFFD", StringComparison.Ordinal)
            : text.Replace("'", "â€™", StringComparison.Ordinal).Replace(", ", " â€“ ", StringComparison.Ordinal)
                .Replace("$", "â‚¬", StringComparison.Ordinal).Replace(". ", "â€¦ ", StringComparison.Ordinal));
        if (!lost) row.Answer += " Liebe GrÃ¼ÃŸe vom cafÃ© im Haus.";
    }

    /// <summary>Adds a turn at the end.</summary>
    public static void SayLast(Row row, string who, string said) => ((TurnsRow)row).Turns!.Add(((TurnsRow)row).Turn(who, said));

    /// <summary>Says again what was not understood.</summary>
    public static void AskAgain(Row row, Draw draw)
    {
        var turns = ((TurnsRow)row).Turns!;
        var again = draw.Of("I asked this already: ", "again: ", "that was not my question. ", "no no, ") + row.Question;
        var answer = row.Answer;
        var beside = draw.Of("Please look at our help pages, most questions are answered there.", "Thank you for the kind feedback about our app!");
        turns.Insert(1, ((TurnsRow)row).Turn("agent", beside));
        turns.Insert(2, ((TurnsRow)row).Turn("customer", again));
        row.Answer = answer;
    }

    public static string Fragment(string kind, Draw draw) => Grammar.Expand(draw.Of(Bank.Get("fault/" + kind)["o"]), draw, new Slots(draw));

    /// <summary>True for a row with one question and one answer.</summary>
    public static bool IsSingle(Row row) => row is not TurnsRow { Turns.Count: not 2 };

    public static bool HasTurns(Row row) => row is TurnsRow { Turns: not null };

    /// <summary>True for a row that answers in sentences, so not with a category.</summary>
    public static bool IsProse(Row row) => row.Json["feature"]?.GetValue<string>() is not ("activity_tagger" or "plan_template");

    /// <summary>True for prose whose answer is the model's own.</summary>
    public static bool IsUnedited(Row row) => IsProse(row) && !row.Json.ContainsKey("edited_output");

    public static void SetEvents(Row row, params string[] events) => Interactions.Happened(row, new Draw("events", row.Question), events);

    /// <summary>A record that a logger damaged: cut off, a quote lost, a second record in the line, or no record at all.</summary>
    public static string Break(JsonObject record, int way, Func<JsonObject, string> write)
    {
        var line = write(record);
        return (way % 4) switch
        {
            0 => line[..(line.Length * 2 / 3)],
            1 => line.Replace("\"created_at\":", "\"created_at:", StringComparison.Ordinal),
            2 => "2026-02-11 03:14:07 WARN writer restarted, 1 record pending",
            _ => line[..^1] + ",}" + line[..20],
        };
    }
}
