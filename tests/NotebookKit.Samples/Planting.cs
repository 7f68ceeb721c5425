using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>Says which faults, and how many, each file has.</summary>
internal static class Planting
{
    public static void In(SampleFile file, Maker maker)
    {
        switch (file.Name)
        {
            case "tickets.jsonl": InTickets(file, maker); break;
            case "interactions.jsonl": InInteractions(file, maker); break;
            case "search-clicks.csv": InClicks(file, maker); break;
            case "notes.jsonl": InNotes(file, maker); break;
            case "public-style.json": InPublic(file, maker); break;
            default: InSynthetic(file, maker); break;
        }
    }

    private static void InTickets(SampleFile file, Maker maker)
    {
        FromVariants.Pairs(file, maker, "wrong-language", 14, Ask.Ticket);
        FromVariants.Pairs(file, maker, "off-topic", 8, Ask.Ticket);
        Said(file, maker, "human-decline", 8, (draw, q, a) => Tickets.Of(draw, draw.Of("account", "technical"), "Request", q, a).Recent(draw));
        Said(file, maker, "ambiguous", 6, (draw, q, a) => Tickets.Of(draw, draw.Of("account", "technical", "billing"), "Problem", q, a).Recent(draw));
        Twins.Contradict(file, maker, 10, "contradiction", Ask.Ticket);
        Twins.Contradict(file, maker, 6, "stale-answer", Ask.Ticket);
        Twins.Exact(file, maker, 18, Harm.IsProse);
        Twins.Near(file, maker, 20, Harm.IsProse);
        Twins.SameId(file, 2);
        file.Plant("unresolved", 30, (row, draw) => (row.Json["status"], row.Json["satisfaction"]) = (draw.Of("open", "pending"), null));
        file.Plant("low-rating", 25, (row, draw) => row.Json["satisfaction"] = draw.Between(1, 2));
        file.Plant("no-rating", 15, (row, _) => row.Json["satisfaction"] = null);
        file.Plant("bot-answered", 20, (row, _) => (row.Json["agent_type"], row.Json["agent"]) = ("bot", "FitBot"));
        var longAgo = new DateTime(2022, 2, 1, 9, 0, 0, DateTimeKind.Utc);
        file.Plant("out-of-window", 12, (row, draw) => Twins.Date(row, longAgo.AddMinutes(draw.Below(800_000))));
        PersonalData.Plant(file, maker, 4, _ => true, PersonalData.Values);
        PersonalData.Plant(file, maker, 6, _ => true, PersonalData.Names);
        file.Plant("broken-turns", 6, (row, draw) => Harm.SayLast(row, "customer", draw.Of("hello? still waiting", "and the other thing?", "that is not it")),
            Harm.HasTurns);
        file.Plant("asked-again", 6, Harm.AskAgain, row => Harm.HasTurns(row) && Harm.IsSingle(row));
        file.Plant("no-answer", 5, (row, _) => ((TurnsRow)row).Turns!.RemoveAt(1), row => Harm.HasTurns(row) && Harm.IsSingle(row));
        file.Plant("empty-answer", 4, Harm.Empty, Harm.IsSingle);
        file.Plant("too-short-question", 5, Harm.ShortQuestion, Harm.IsSingle);
        file.Plant("too-short-answer", 6, Harm.ShortAnswer, Harm.IsSingle);
        Spoil(file, maker, truncated: 8, repeated: 6, garbled: 8, leftover: 6, _ => true);
        Manners(file, optedOut: 6, flagged: 4, rude: 4, threat: 5, _ => true);
        FromVariants.Broken(file, maker, 4, Ask.LostTicket);
    }

    private static void InInteractions(SampleFile file, Maker maker)
    {
        FromVariants.Pairs(file, maker, "wrong-language", 10, Interactions.Of);
        FromVariants.Pairs(file, maker, "off-topic", 9, Interactions.Of);
        Said(file, maker, "human-decline", 4, (draw, q, a) =>
        {
            var row = Interactions.Of(draw, q, "Sure, here is what you asked for.");
            row.Json["edited_output"] = a;
            Harm.SetEvents(row, "edited", "accepted");
            return row;
        });
        Twins.Contradict(file, maker, 4, "contradiction", Interactions.Of);
        Twins.Exact(file, maker, 14, Harm.IsProse);
        Twins.Near(file, maker, 14, Harm.IsProse);
        Twins.SameId(file, 2);
        file.Plant("rejected", 35, (row, _) => Harm.SetEvents(row, "rejected"), Harm.IsUnedited);
        file.Plant("thumbs-down", 15, (row, _) => Harm.SetEvents(row, "thumbs_down"), Harm.IsUnedited);
        file.Plant("asked-again", 15, (row, _) => Harm.SetEvents(row, "asked_again"), Harm.IsUnedited);
        file.Plant("abandoned", 18, (row, draw) => Harm.SetEvents(row, draw.Chance(40) ? ["accepted", "abandoned"] : ["abandoned"]), Harm.IsUnedited);
        file.Plant("crashed", 14, (row, _) => Harm.SetEvents(row, "crashed"), Harm.IsUnedited);
        file.Plant("low-rating", 10, (row, draw) =>
        {
            row.Json["rating"] = draw.Between(1, 2);
            Harm.SetEvents(row, "copied");
        }, Harm.IsUnedited);
        FromVariants.Answers(file, maker, "refusal", 12, Harm.IsUnedited);
        FromVariants.Answers(file, maker, "error-answer", 8, Harm.IsUnedited);
        Unaccepted(file, "empty-answer", 5, Harm.Empty);
        Unaccepted(file, "no-answer", 6, (row, _) => row.Json["output"] = null);
        PersonalData.Plant(file, maker, 2, Harm.IsProse, PersonalData.Values);
        PersonalData.Plant(file, maker, 3, Harm.IsProse, PersonalData.Names);
        file.Plant("too-short-question", 4, Harm.ShortQuestion, Harm.IsProse);
        file.Plant("too-short-answer", 4, Harm.ShortAnswer, Harm.IsProse);
        Spoil(file, maker, truncated: 8, repeated: 6, garbled: 6, leftover: 5, Harm.IsProse);
        Manners(file, optedOut: 8, flagged: 3, rude: 3, threat: 2, Harm.IsProse);
        FromVariants.Broken(file, maker, 3, Ask.LostInteraction);
        file.CutEnd = """{"id":"I-99999","session_id":"s-10000","user_id":"u-0001","created_at":"2026-06-30T21:5""";
    }

    private static void InClicks(SampleFile file, Maker maker)
    {
        FromVariants.Pairs(file, maker, "wrong-language", 4, Ask.Click);
        FromVariants.Pairs(file, maker, "off-topic", 4, Ask.Click);
        Twins.Exact(file, maker, 6, Ask.IsSearched);
        Twins.Near(file, maker, 4, row => Shingles.Words(row.Whole).Count < 400);
        PersonalData.Plant(file, maker, 3, _ => true, "pii-email");
        file.Plant("too-short-question", 4, Harm.ShortQuestion);
        file.Plant("empty-answer", 4, (row, draw) =>
        {
            row.Json["clicked_title"] = "";
            Harm.Empty(row, draw);
        });
        FromVariants.Truncated(file, maker, 4, _ => true);
        FromVariants.Damaged(file, maker, 4, _ => true);
    }

    private static void InNotes(SampleFile file, Maker maker)
    {
        Twins.Exact(file, maker, 6, _ => true);
        Twins.Near(file, maker, 6, _ => true);
        PersonalData.Plant(file, maker, 3, _ => true, "pii-email", "pii-phone");
        PersonalData.Plant(file, maker, 6, _ => true, "pii-name-introduction");
        file.Plant("empty-answer", 4, Harm.Empty);
        file.Plant("too-short-question", 2, Harm.ShortQuestion);
        file.Plant("too-short-answer", 4, Harm.ShortAnswer);
        Spoil(file, maker, truncated: 4, repeated: 3, garbled: 4, leftover: 3, _ => true);
    }

    private static void InPublic(SampleFile file, Maker maker)
    {
        FromVariants.Pairs(file, maker, "off-topic", 5, Ask.Public);
        Twins.Exact(file, maker, 3, _ => true);
        Twins.Near(file, maker, 3, _ => true);
        file.Plant("licence-nc", 12, (row, _) => row.Json["licence"] = "CC-BY-NC-4.0");
        file.Plant("licence-unknown", 1, (row, _) => row.Json["licence"] = "unknown");
        FromVariants.Answers(file, maker, "refusal", 4, _ => true);
        file.Plant("broken-turns", 4, (row, draw) =>
        {
            var turns = ((TurnsRow)row).Turns!;
            if (draw.Chance(50)) turns.Insert(1, ((TurnsRow)row).Turn("gpt", "One moment, I look that up for you."));
            else Harm.SayLast(row, "human", "and what about the other one?");
        });
        FromVariants.Damaged(file, maker, 2, _ => true);
    }

    private static void InSynthetic(SampleFile file, Maker maker)
    {
        Twins.Exact(file, maker, 4, _ => true);
        foreach (var row in file.Take("copy-of-parent", 4, r => Shingles.Words(r.Parent!.Whole).Count > 45 && Harm.IsSingle(r.Parent)))
        {
            // The model hardly changed what it was given.
            var parent = row.Parent!;
            row.Json["input"] = "";
            do (row.Question, row.Answer) = (parent.Question, parent.Answer);
            while (!Twins.Edit(row, row.Variant = maker.Variants.Next("near-duplicate")));

            file.Note("copy-of-parent", parent, row);
        }

        FromVariants.Answers(file, maker, "refusal", 5, _ => true);
        file.Plant("unknown-parent", 3, (row, draw) => row.Json["parent_id"] = FormattableString.Invariant($"T-9{draw.Between(1000, 9999)}"));
        Spoil(file, maker, truncated: 3, repeated: 3, garbled: 0, leftover: 3, _ => true);
    }

    private static void Unaccepted(SampleFile file, string kind, int count, Action<Row, Draw> change) => file.Plant(kind, count, (row, draw) =>
    {
        row.Json.Remove("rating");
        Harm.SetEvents(row, "copied");
        change(row, draw);
    }, Harm.IsUnedited);

    private static void Spoil(SampleFile file, Maker maker, int truncated, int repeated, int garbled, int leftover, Func<Row, bool> fit)
    {
        FromVariants.Truncated(file, maker, truncated, fit);
        file.Plant("repeated-text", repeated, Harm.Repeat, fit);
        if (garbled > 0) FromVariants.Damaged(file, maker, garbled, fit);
        FromVariants.Leftovers(file, maker, leftover, fit);
    }

    private static void Manners(SampleFile file, int optedOut, int flagged, int rude, int threat, Func<Row, bool> fit)
    {
        file.Plant("opted-out", optedOut, Harm.OptOut, fit);
        file.Plant("flagged-words", flagged, Harm.Swear, fit);
        file.Plant("rude-customer", rude, Harm.BeRude, fit);
        file.Plant("threat", threat, Harm.Threaten, fit);
    }

    /// <summary>Sound edge cases: a person says no, or asks back.</summary>
    public static void Said(SampleFile file, Maker maker, string kind, int count, Func<Draw, string, string, Row> make)
    {
        for (var i = 0; i < count; i++)
        {
            var row = maker.New($"{file.Name}, {kind} {i}", attempt =>
            {
                var draw = new Draw(file.Name, kind, i, attempt);
                var topic = Bank.Get(kind == "ambiguous" ? "fault/ambiguous" : "fault/decline");
                var story = new Story(topic, draw);
                var sides = kind == "ambiguous" ? [draw.Of(topic["q"]), draw.Of(topic["c"])] : Bank.Sides(topic["o"][(i + attempt) % topic["o"].Count]);
                var customer = Bank.Get("general/customer");
                var asked = Mess.Write([story.Take(customer, "hi"), story.Fill(sides[0]), story.Take(customer, "d")], draw);
                var opening = draw.Chance(40) ? story.Take(Bank.Get("general/agent"), "open") + " " : "";
                return make(draw, asked, opening + story.Fill(sides[1]));
            });
            file.Rows.Add(row);
            file.Note(kind, row);
        }
    }
}
