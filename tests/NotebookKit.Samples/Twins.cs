namespace NotebookKit.Samples;

/// <summary>Plants rows that say the same as another one, or the opposite.</summary>
internal static class Twins
{
    private static readonly DateTime End = new(2026, 6, 30, 21, 0, 0, DateTimeKind.Utc);

    /// <summary>From here on a twin is made a near-duplicate; a little above what counts as one, since words can be cut in more than one way.</summary>
    private const double Alike = 0.82;

    /// <summary>The same text written in another way; always another customer or session.</summary>
    public static void Exact(SampleFile file, Maker maker, int count, Func<Row, bool> fit) =>
        Plant(file, maker, "exact-duplicate", count, fit, (row, recipe) => Edits.Apply(row, recipe));

    /// <summary>A few words changed in forty-five or more.</summary>
    public static void Near(SampleFile file, Maker maker, int count, Func<Row, bool> fit) =>
        Plant(file, maker, "near-duplicate", count, row => fit(row) && Shingles.Words(row.Whole).Count >= 45, Edit);

    /// <summary>Changes a few words by a recipe, so that the row stays similar; false where the recipe does not fit the row.</summary>
    public static bool Edit(Row row, string recipe)
    {
        var before = row.Whole;
        return Edits.Apply(row, recipe) && Shingles.Jaccard(before, row.Whole) is >= Alike and < 1 && Shingles.Jaccard(before, row.Whole, numbers: true) >= Alike;
    }

    /// <summary>The same question with two answers. Stale: the first is ten months older.</summary>
    public static void Contradict(SampleFile file, Maker maker, int count, string kind, Func<Draw, string, string, Row> make)
    {
        foreach (var variant in maker.Variants.Take("contradiction", count))
        {
            var sides = Bank.Sides(variant);
            var draw = new Draw(kind, variant);
            var first = make(draw, Grammar.Sentence(sides[0]), sides[1]);
            var second = make(draw, Again(sides[0], draw), sides[2]);
            first.Variant = second.Variant = variant;
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

    /// <summary>Asked a second time, by somebody else, in almost the same words.</summary>
    private static string Again(string question, Draw draw)
    {
        var bare = question.TrimEnd('?');
        foreach (var asked in draw.Shuffled([bare + " please", "hi, " + question, bare + "??", "hello, " + question, bare.ToLowerInvariant(), bare + " (android)", "short one: " + question]))
            if (Shingles.Jaccard(question, asked) >= Alike) return asked;
        return bare.ToLowerInvariant() + "??";
    }

    /// <summary>Looks for each recipe a row that it fits; a recipe that fits no row of the file is left for another file.</summary>
    private static void Plant(SampleFile file, Maker maker, string kind, int count, Func<Row, bool> fit, Func<Row, string, bool> change)
    {
        var free = file.Free(kind, fit);
        for (var (number, tried) = (0, 0); number < count; tried++)
        {
            if (tried > count + 100) throw new InvalidDataException($"{file.Name}: {kind} fits too few rows.");
            var recipe = maker.Variants.Next(kind);
            if (Fitting(free, recipe, change) is not var (row, twin)) continue;
            free.Remove(row);
            twin.Variant = recipe;
            Another(twin, new Draw(file.Name, kind, number++));
            file.Rows.Add(twin);
            file.Note(kind, row, twin);
        }
    }

    private static (Row Row, Row Twin)? Fitting(List<Row> free, string recipe, Func<Row, string, bool> change)
    {
        foreach (var row in free)
        {
            var twin = row.Copy();
            if (change(twin, recipe)) return (row, twin);
        }

        return null;
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
}
