using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>Says which faults, and how many, each file has.</summary>
internal static class Planting
{
    public static void InTickets(SampleFile file, Maker maker)
    {
        Foreign(file, maker, 14, (draw, q, a) => Tickets.Of(draw, draw.Of("billing", "technical"), draw.Of("Abo", "Frage", "Factura", "Consulta"), q, a));
        OffTopic(file, 0, 8, (draw, q, a) => Tickets.Of(draw, "technical", "Question", q, a));
        Said(file, maker, "human-decline", 8, (draw, q, a) => Tickets.Of(draw, draw.Of("account", "technical"), "Request", q, a));
        Said(file, maker, "ambiguous", 6, (draw, q, a) => Tickets.Of(draw, draw.Of("account", "technical", "billing"), "Problem", q, a));
        var claims = Bank.Get("contradiction/any")["o"];
        Twins.Contradict(file, claims.Take(10), "contradiction", Ticket);
        Twins.Contradict(file, claims.Skip(10).Take(6), "stale-answer", Ticket);
        Twins.Exact(file, 18, Harm.IsProse);
        Twins.Near(file, 20, Harm.IsProse);
        Twins.SameId(file, 2);
        file.Plant("unresolved", 30, (row, draw) => (row.Json["status"], row.Json["satisfaction"]) = (draw.Of("open", "pending"), null));
        file.Plant("low-rating", 25, (row, draw) => row.Json["satisfaction"] = draw.Between(1, 2));
        file.Plant("no-rating", 15, (row, _) => row.Json["satisfaction"] = null);
        file.Plant("bot-answered", 20, (row, _) => (row.Json["agent_type"], row.Json["agent"]) = ("bot", "FitBot"));
        var longAgo = new DateTime(2022, 2, 1, 9, 0, 0, DateTimeKind.Utc);
        file.Plant("out-of-window", 12, (row, draw) => Twins.Date(row, longAgo.AddMinutes(draw.Below(800_000))));
        PersonalData.Plant(file, 4, _ => true);
        PersonalData.PlantNames(file, 6, _ => true);
        file.Plant("broken-turns", 6, (row, draw) => Harm.SayLast(row, "customer", draw.Of("hello? still waiting", "and the other thing?", "that is not it")),
            Harm.HasTurns);
        file.Plant("asked-again", 6, Harm.AskAgain, row => Harm.HasTurns(row) && Harm.IsSingle(row));
        file.Plant("no-answer", 5, (row, _) => ((TurnsRow)row).Turns!.RemoveAt(1), row => Harm.HasTurns(row) && Harm.IsSingle(row));
        file.Plant("empty-answer", 4, Harm.Empty, Harm.IsSingle);
        file.Plant("too-short-question", 5, Harm.ShortQuestion, Harm.IsSingle);
        file.Plant("too-short-answer", 6, Harm.ShortAnswer, Harm.IsSingle);
        Spoil(file, truncated: 8, repeated: 6, garbled: 8, leftover: 6, _ => true);
        Manners(file, optedOut: 6, flagged: 4, rude: 4, threat: 5, _ => true);
        Broken(file, maker, 4, draw => Tickets.Of(draw, "billing", "Lost", Filler(draw), "See above."));
    }

    public static void InInteractions(SampleFile file, Maker maker)
    {
        Foreign(file, maker, 10, Interactions.Of);
        OffTopic(file, 8, 9, Interactions.Of);
        Said(file, maker, "human-decline", 4, (draw, q, a) =>
        {
            var row = Interactions.Of(draw, q, "Sure, here is what you asked for.");
            row.Json["edited_output"] = a;
            Harm.SetEvents(row, "edited", "accepted");
            return row;
        });
        Twins.Contradict(file, Bank.Get("contradiction/any")["o"].Skip(16), "contradiction", Interactions.Of);
        Twins.Exact(file, 14, Harm.IsProse);
        Twins.Near(file, 14, Harm.IsProse);
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
        // Nobody accepted what follows: an accepted refusal would be one that a person approves of.
        Unaccepted(file, "refusal", 12, Harm.Refuse);
        Unaccepted(file, "error-answer", 8, Harm.Error);
        Unaccepted(file, "empty-answer", 5, Harm.Empty);
        Unaccepted(file, "no-answer", 6, (row, _) => row.Json["output"] = null);
        PersonalData.Plant(file, 2, Harm.IsProse);
        PersonalData.PlantNames(file, 3, Harm.IsProse);
        file.Plant("too-short-question", 4, Harm.ShortQuestion, Harm.IsProse);
        file.Plant("too-short-answer", 4, Harm.ShortAnswer, Harm.IsProse);
        Spoil(file, truncated: 8, repeated: 6, garbled: 6, leftover: 5, Harm.IsProse);
        Manners(file, optedOut: 8, flagged: 3, rude: 3, threat: 2, Harm.IsProse);
        Broken(file, maker, 3, draw => Interactions.Of(draw, Filler(draw), "Lost in the log."));
        file.CutEnd = """{"id":"I-99999","session_id":"s-10000","user_id":"u-0001","created_at":"2026-06-30T21:5""";
    }

    public static void InClicks(SampleFile file, Maker maker)
    {
        Foreign(file, maker, 4, (draw, q, a) => SmallFiles.ClickOf(draw, "", q, draw.Of("Hilfe", "Ayuda"), a));
        OffTopic(file, 17, 4, (draw, q, a) => SmallFiles.ClickOf(draw, "", q, "Other topics", a));
        Twins.Exact(file, 6, _ => true);
        Twins.Near(file, 4, row => Shingles.Words(row.Whole).Count < 400);
        PersonalData.Plant(file, 3, _ => true, "pii-email");
        file.Plant("too-short-question", 4, Harm.ShortQuestion);
        file.Plant("empty-answer", 4, (row, draw) =>
        {
            row.Json["clicked_title"] = "";
            Harm.Empty(row, draw);
        });
        file.Plant("truncated-answer", 4, Harm.Truncate);
        file.Plant("encoding-damage", 4, Harm.Garble);
    }

    public static void InNotes(SampleFile file)
    {
        Twins.Exact(file, 6, _ => true);
        Twins.Near(file, 6, _ => true);
        PersonalData.Plant(file, 3, _ => true, "pii-email", "pii-phone");
        file.Plant("pii-name-introduction", 6, (row, draw) =>
        {
            var who = People.Number(draw.Between(700, 1500));
            row.Question = draw.Of($"Client: {who.Name}. ", $"Session with {who.Name}, ", $"client's name is {who.Name}, ") + row.Question;
            row.Personal.Add(who.Name);
        });
        file.Plant("empty-answer", 4, Harm.Empty);
        file.Plant("too-short-question", 2, Harm.ShortQuestion);
        file.Plant("too-short-answer", 4, Harm.ShortAnswer);
        Spoil(file, truncated: 4, repeated: 3, garbled: 4, leftover: 3, _ => true);
    }

    public static void InPublic(SampleFile file)
    {
        OffTopic(file, 21, 5, (draw, q, a) => SmallFiles.PublicOf(draw, "", q, a));
        Twins.Exact(file, 3, _ => true);
        Twins.Near(file, 3, _ => true);
        file.Plant("licence-nc", 12, (row, _) => row.Json["licence"] = "CC-BY-NC-4.0");
        file.Plant("licence-unknown", 1, (row, _) => row.Json["licence"] = "unknown");
        file.Plant("refusal", 4, Harm.Refuse);
        file.Plant("broken-turns", 4, (row, draw) =>
        {
            var turns = ((TurnsRow)row).Turns!;
            if (draw.Chance(50)) turns.Insert(1, ((TurnsRow)row).Turn("gpt", "One moment, I look that up for you."));
            else Harm.SayLast(row, "human", "and what about the other one?");
        });
        file.Plant("encoding-damage", 2, Harm.Garble);
    }

    public static void InSynthetic(SampleFile file)
    {
        Twins.Exact(file, 4, _ => true);
        foreach (var row in file.Take("copy-of-parent", 4, r => Shingles.Words(r.Parent!.Whole).Count > 45 && Harm.IsSingle(r.Parent)))
        {
            // The model hardly changed what it was given.
            var parent = row.Parent!;
            row.Json["input"] = "";
            for (var attempt = 0; ; attempt++)
            {
                (row.Question, row.Answer) = (parent.Question, parent.Answer);
                if (Twins.Edit(row, new Draw("copy", parent.Question, attempt))) break;
            }

            file.Note("copy-of-parent", parent, row);
        }

        file.Plant("refusal", 5, Harm.Refuse);
        file.Plant("unknown-parent", 3, (row, draw) => row.Json["parent_id"] = FormattableString.Invariant($"T-9{draw.Between(1000, 9999)}"));
        Spoil(file, truncated: 3, repeated: 3, garbled: 0, leftover: 3, _ => true);
    }

    private static TurnsRow Ticket(Draw draw, string question, string answer) => Tickets.Of(draw, "account", "Question", question, answer);

    private static string Filler(Draw draw) => new Story(Bank.Get("billing/refund"), draw).Ask(brief: true);

    private static void Unaccepted(SampleFile file, string kind, int count, Action<Row, Draw> change) => file.Plant(kind, count, (row, draw) =>
    {
        row.Json.Remove("rating");
        Harm.SetEvents(row, "copied");
        change(row, draw);
    }, Harm.IsUnedited);

    private static void Spoil(SampleFile file, int truncated, int repeated, int garbled, int leftover, Func<Row, bool> fit)
    {
        file.Plant("truncated-answer", truncated, Harm.Truncate, row => fit(row) && row.Answer.Length > (file.Name == "tickets.jsonl" || file.Name == "interactions.jsonl" ? Harm.LongAnswer : 120));
        file.Plant("repeated-text", repeated, Harm.Repeat, fit);
        if (garbled > 0) file.Plant("encoding-damage", garbled, Harm.Garble, fit);
        file.Plant("template-leftover", leftover, Harm.LeaveTemplate, fit);
    }

    private static void Manners(SampleFile file, int optedOut, int flagged, int rude, int threat, Func<Row, bool> fit)
    {
        file.Plant("opted-out", optedOut, Harm.OptOut, fit);
        file.Plant("flagged-words", flagged, Harm.Swear, fit);
        file.Plant("rude-customer", rude, Harm.BeRude, fit);
        file.Plant("threat", threat, Harm.Threaten, fit);
    }

    private static void OffTopic(SampleFile file, int from, int count, Func<Draw, string, string, Row> make)
    {
        foreach (var fragment in Bank.Get("offtopic/any")["o"].Skip(from).Take(count))
        {
            var sides = Bank.Sides(fragment);
            var row = make(new Draw("offtopic", sides[0]), sides[0], sides[1]);
            file.Rows.Add(row);
            file.Note("off-topic", row);
        }
    }

    private static void Foreign(SampleFile file, Maker maker, int count, Func<Draw, string, string, Row> make)
    {
        for (var i = 0; i < count; i++)
        {
            var row = maker.New($"{file.Name}, language {i}", attempt =>
            {
                var draw = new Draw(file.Name, "language", i, attempt);
                var topic = Bank.Get((i % 2 == 0 ? "de/" : "es/") + draw.Of("billing", "training"));
                var story = new Story(topic, draw);
                var at = draw.Below(3);
                return make(draw, story.Fill(topic["q"][at]), story.Fill(topic["c"][at]) + " " + story.Take("f"));
            });
            file.Rows.Add(row);
            file.Note("wrong-language", row);
        }
    }

    /// <summary>Sound edge cases: a person says no, or asks back.</summary>
    private static void Said(SampleFile file, Maker maker, string kind, int count, Func<Draw, string, string, Row> make)
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

    private static void Broken(SampleFile file, Maker maker, int count, Func<Draw, Row> make)
    {
        var before = file.Take("broken-json", count);
        for (var i = 0; i < count; i++)
        {
            var row = maker.New($"{file.Name}, broken {i}", attempt => make(new Draw(file.Name, "broken", i, attempt)));
            row.Json["id"] = FormattableString.Invariant($"{char.ToUpperInvariant(file.Name[0])}-9900{i}");
            file.Broken.Add(new(before[i], Harm.Break(row.Json, i, json => Written.Line(json))));
        }
    }
}
