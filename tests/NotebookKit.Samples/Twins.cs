namespace NotebookKit.Samples;

/// <summary>Plants rows that say the same as another one, or the opposite.</summary>
internal static class Twins
{
    private static readonly (string From, string To)[] Synonyms =
    [
        ("the", "this"), ("is", "seems"), ("and", "plus"), ("your", "the"), ("shows", "displays"), ("open", "launch"), ("please", "kindly"),
        ("days", "nights"), ("app", "program"), ("still", "yet"), ("after", "following"), ("tap", "hit"), ("week", "fortnight"), ("needs", "wants"),
    ];

    private static readonly DateTime End = new(2026, 6, 30, 21, 0, 0, DateTimeKind.Utc);

    /// <summary>Verbatim, in other case, or with other white space; always another customer or session.</summary>
    public static void Exact(SampleFile file, int count, Func<Row, bool> fit) => Plant(file, "exact-duplicate", count, fit, (row, draw) =>
    {
        var way = draw.Below(4);
        if (way < 2) return true;
        row.MapTexts(text => way switch
        {
            2 => draw.Chance(50) ? text.ToUpperInvariant() : text.ToLowerInvariant(),
            _ => "  " + text.Replace(". ", ".  ", StringComparison.Ordinal).Replace(" the ", "  the\n", StringComparison.Ordinal) + " \n",
        });
        return true;
    });

    /// <summary>One to three words changed in sixty or more.</summary>
    public static void Near(SampleFile file, int count, Func<Row, bool> fit) =>
        Plant(file, "near-duplicate", count, row => fit(row) && Shingles.Words(row.Whole).Count >= 45, Edit);

    /// <summary>Changes a few words, so that the row stays similar; false where the draw gave too much or too little.</summary>
    public static bool Edit(Row row, Draw draw)
    {
        var before = row.Whole;
        row.MapTexts(text => string.Join(' ', text.Split(' ').Select(word => Edited(word, draw))));
        return Shingles.Jaccard(before, row.Whole) is >= 0.84 and <= 0.97;
    }

    /// <summary>The same question with two answers. Stale: the first is ten months older.</summary>
    public static void Contradict(SampleFile file, IEnumerable<string> fragments, string kind, Func<Draw, string, string, Row> make)
    {
        foreach (var fragment in fragments)
        {
            var sides = Bank.Sides(fragment);
            var draw = new Draw(kind, fragment);
            var first = make(draw, Grammar.Sentence(sides[0]), sides[1]);
            var second = make(draw, draw.Of(sides[0] + " please", "hi, " + sides[0], sides[0] + "??"), sides[2]);
            Date(first, kind == "stale-answer" ? new DateTime(2025, 5, 3, 8, 0, 0, DateTimeKind.Utc).AddMinutes(draw.Below(90_000)) : first.At);
            Date(second, kind == "stale-answer" ? End.AddMinutes(-draw.Below(60_000)) : second.At);
            if (first.Json.ContainsKey("agent"))
            {
                Tickets.SetPeople(first, draw.Below(350), draw.Below(5));
                Tickets.SetPeople(second, draw.Between(351, 699), draw.Between(5, 9));
            }

            file.Rows.AddRange([first, second]);
            file.Note(kind, first, second);
        }
    }

    /// <summary>The same id for two rows: the same record again, or another one.</summary>
    public static void SameId(SampleFile file, int each)
    {
        foreach (var row in file.Take("same-id-same-record", each))
        {
            var again = row.Copy();
            file.Rows.Insert(file.Rows.IndexOf(row) + 1, again);
            file.Note("same-id-same-record", row, again);
        }

        foreach (var pair in file.Take("same-id-other-record", 2 * each).Chunk(2)) file.Note("same-id-other-record", pair);
    }

    public static void Date(Row row, DateTime at)
    {
        row.At = at;
        foreach (var field in new[] { "created_at", "timestamp" })
            if (row.Json.ContainsKey(field)) row.Json[field] = Row.Stamp(at);
    }

    private static void Plant(SampleFile file, string kind, int count, Func<Row, bool> fit, Func<Row, Draw, bool> change)
    {
        var number = 0;
        foreach (var row in file.Take(kind, count, fit))
        {
            for (var attempt = 0; ; attempt++)
            {
                if (attempt == 200) throw new InvalidDataException($"{file.Name}: no {kind} of a row could be made.");
                var draw = new Draw(file.Name, kind, number, attempt);
                var twin = row.Copy();
                if (!change(twin, draw)) continue;
                Another(twin, draw);
                file.Rows.Add(twin);
                file.Note(kind, row, twin);
                break;
            }

            number++;
        }
    }

    /// <summary>Another customer, another session, some days later.</summary>
    private static void Another(Row row, Draw draw)
    {
        var later = row.At.AddMinutes(draw.Between(30, 40_000));
        Date(row, later < End ? later : End.AddMinutes(-draw.Below(500)));
        if (row.Json["agent"]?.GetValue<string>() is { } agent)
        {
            Tickets.SetPeople(row, draw.Below(700), 0);
            row.Json["agent"] = agent;
        }

        if (row.Json.ContainsKey("session_id")) row.Json["session_id"] = FormattableString.Invariant($"s-{draw.Between(10000, 99999)}");
        if (row.Json.ContainsKey("user_id")) row.Json["user_id"] = FormattableString.Invariant($"u-{draw.Between(1, 320):0000}");
    }

    private static string Edited(string word, Draw draw)
    {
        foreach (var (from, to) in Synonyms)
            if (word == from && draw.Chance(14)) return to;
        return word.Length > 5 && draw.Chance(1) ? word + " again" : word;
    }
}
