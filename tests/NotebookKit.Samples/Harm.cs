namespace NotebookKit.Samples;

/// <summary>Ways to spoil a row that need no hand-written variants; each works on any file.</summary>
internal static class Harm
{
    public static void Empty(Row row, Draw draw) => row.Answer = draw.Of("", "", " ", "\n\n");

    public static void ShortQuestion(Row row, Draw draw) => row.Question = Fragment("short-question", draw);

    public static void ShortAnswer(Row row, Draw draw) => row.Answer = Fragment("short-answer", draw);

    public static void Swear(Row row, Draw draw) => row.Answer = $"{row.Answer} And honestly, {Fragment("flagged", draw)}.";

    public static void BeRude(Row row, Draw draw) => row.Question = $"{row.Question} {Fragment("rude", draw)}!!";

    public static void Threaten(Row row, Draw draw) => row.Question = $"{row.Question} {Fragment("threat", draw)}";

    public static void OptOut(Row row, Draw draw) => row.Json["consent"] = "opted-out";

    public static void Repeat(Row row, Draw draw)
    {
        var text = row.Answer;
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end > 20 ? text[..(end + 1)] : text;
        row.Answer = text + " " + string.Join(draw.Of(" ", "\n"), Enumerable.Repeat(sentence, draw.Between(6, 9)));
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
}
