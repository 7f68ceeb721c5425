namespace NotebookKit.Samples;

/// <summary>Plants many faults of each kind of text, in rows that are sound otherwise.</summary>
internal static class DensePlanting
{
    /// <summary>How many of sixty go into tickets, interactions, clicks, notes, the public and the synthetic set.</summary>
    private static readonly Dictionary<string, int[]> Shares = new(StringComparer.Ordinal)
    {
        ["exact-duplicate"] = [26, 16, 6, 6, 3, 3],
        ["near-duplicate"] = [28, 18, 2, 6, 3, 3],
        ["pii-email"] = [32, 22, 0, 6, 0, 0],
        ["pii-phone"] = [32, 22, 0, 6, 0, 0],
        ["pii-name-introduction"] = [32, 22, 0, 6, 0, 0],
        ["refusal"] = [0, 40, 0, 0, 12, 8],
        ["error-answer"] = [0, 36, 4, 6, 6, 8],
        ["encoding-damage"] = [26, 16, 4, 6, 4, 4],
        ["template-leftover"] = [30, 16, 0, 4, 4, 6],
        ["truncated-answer"] = [30, 20, 0, 0, 4, 6],
        ["off-topic"] = [26, 22, 6, 0, 6, 0],
        ["wrong-language"] = [26, 22, 6, 0, 6, 0],
        ["contradiction"] = [20, 12, 0, 0, 0, 0],
        ["broken-json"] = [34, 26, 0, 0, 0, 0],
        ["human-decline"] = [20, 10, 0, 0, 0, 0],
        ["ambiguous"] = [16, 0, 0, 0, 0, 0],
    };

    private static readonly string[] Files =
        ["tickets.jsonl", "interactions.jsonl", "search-clicks.csv", "notes.jsonl", "public-style.json", "synthetic.jsonl"];

    public static void In(SampleFile file, Maker maker, int each)
    {
        int Count(string kind) => (Shares.GetValueOrDefault(kind, [36, 24, 0, 0, 0, 0])[Array.IndexOf(Files, file.Name)] * each + 59) / 60;
        var pair = Pair(file);
        FromVariants.Pairs(file, maker, "wrong-language", Count("wrong-language"), pair);
        FromVariants.Pairs(file, maker, "off-topic", Count("off-topic"), pair);
        Twins.Contradict(file, maker, Count("contradiction"), "contradiction", pair);
        Planting.Said(file, maker, "human-decline", Count("human-decline"), pair);
        Planting.Said(file, maker, "ambiguous", Count("ambiguous"), pair);
        Twins.Exact(file, maker, Count("exact-duplicate"), Fits);
        Twins.Near(file, maker, Count("near-duplicate"), Fits);
        Func<Row, bool> unedited = file.Name == "interactions.jsonl" ? row => Fits(row) && Harm.IsUnedited(row) : Fits;
        FromVariants.Answers(file, maker, "refusal", Count("refusal"), unedited);
        FromVariants.Answers(file, maker, "error-answer", Count("error-answer"), unedited);
        FromVariants.Truncated(file, maker, Count("truncated-answer"), Fits);
        FromVariants.Damaged(file, maker, Count("encoding-damage"), Fits);
        FromVariants.Leftovers(file, maker, Count("template-leftover"), Fits);
        file.Plant("repeated-text", Count("repeated-text"), Harm.Repeat, Fits);
        foreach (var kind in PersonalData.Values.Concat(PersonalData.Names)) FromVariants.Personal(file, maker, kind, Count(kind), Fits);
        if (Count("broken-json") > 0) FromVariants.Broken(file, maker, Count("broken-json"), file.Name == "tickets.jsonl" ? Ask.LostTicket : Ask.LostInteraction);
    }

    private static bool Fits(Row row) => Harm.IsProse(row) && Ask.IsSearched(row);

    private static Func<Draw, string, string, Row> Pair(SampleFile file) => file.Name switch
    {
        "interactions.jsonl" => Interactions.Of,
        "search-clicks.csv" => Ask.Click,
        "public-style.json" => Ask.Public,
        _ => Ask.Ticket,
    };
}
