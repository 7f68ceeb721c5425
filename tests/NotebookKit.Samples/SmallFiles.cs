using System.Globalization;
using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>Search clicks, notes, the public-style and the synthetic set.</summary>
internal static class SmallFiles
{
    private static readonly string[] Categories = ["billing", "technical", "account", "workouts", "nutrition"];

    public static SampleFile Clicks(Maker maker)
    {
        var file = new SampleFile("search-clicks.csv")
        {
            About = "Queries in FitTracker's help search and the result that was clicked. Ids in the lists are line numbers "
                + "(the header is line 1); a row whose text holds line breaks is named by its first line.",
            Fields =
            [
                ("query", "what was typed"), ("clicked_title", "title of the help page"), ("clicked_text", "the passage that was shown"),
                ("session_id", "session"), ("position", "place in the list, from 1"), ("timestamp", "when"),
            ],
        };
        for (var i = 0; i < 482; i++) file.Rows.Add(maker.New($"click {i}", attempt => Click(i, attempt)));
        return file;
    }

    public static SampleFile Notes(Maker maker)
    {
        var file = new SampleFile("notes.jsonl")
        {
            About = "Session notes of FitTracker's coaches with the summary they wrote.",
            Fields = [("id", "the note's number"), ("note", "the note"), ("summary", "its summary"), ("author", "the coach"), ("created_at", "when")],
        };
        for (var i = 0; i < 288; i++) file.Rows.Add(maker.New($"note {i}", attempt => Note(i, attempt)));
        return file;
    }

    public static SampleFile Public(Maker maker)
    {
        var file = new SampleFile("public-style.json")
        {
            About = "A set in the manner of public chat sets (ShareGPT form), with a licence on each row. "
                + "The licences are part of the story; the file itself is CC0 like the others.",
            Fields =
            [
                ("id", "the row's id"), ("conversations", "turns with from (human or gpt) and value"), ("licence", "licence of the row"),
                ("source", "invented name of the set"),
            ],
        };
        for (var i = 0; i < 139; i++) file.Rows.Add(maker.New($"public {i}", attempt => PublicChat(i, attempt)));
        return file;
    }

    public static SampleFile Synthetic(Maker maker, SampleFile tickets, SampleFile interactions)
    {
        var file = new SampleFile("synthetic.jsonl")
        {
            About = "Rows that invented models made from tickets and interactions (Alpaca form); parent_id names the row they were made from.",
            Fields =
            [
                ("id", "the row's id"), ("instruction", "the question"), ("input", "further text, often empty"), ("output", "the answer"),
                ("origin", "synthetic"), ("generator", "which invented model wrote it"), ("parent_id", "id in tickets.jsonl or interactions.jsonl"),
            ],
        };
        var parents = tickets.Clean.Concat(interactions.Clean).Where(r => Categories.Contains(r.Topic.Split('/')[0])).ToList();
        var chosen = new Draw("synthetic parents").Shuffled(parents).Take(142).ToList();
        for (var i = 0; i < chosen.Count; i++) file.Rows.Add(maker.New($"synthetic {i}", attempt => SyntheticRow(i, attempt, chosen[i])));
        return file;
    }

    private static PairRow Click(int number, int attempt)
    {
        var draw = new Draw("click", number, attempt);
        var topic = draw.Of(Bank.Of(draw.Of(Categories)));
        var story = new Story(topic, draw);
        var query = Mess.Typos(story.Take("s"), draw);
        // A help page speaks to everyone, so what an agent did for one customer is left out.
        var lines = story.CauseAndStep().Concat(new[] { "e", "e", "e" }.Select(m => story.Take(m))).Select(Grammar.Sentence)
            .Where(t => !t.StartsWith("I ", StringComparison.Ordinal));
        var text = string.Join(draw.Chance(30) ? "\n" : " ", lines.Take(draw.Between(2, 3)));
        var title = Grammar.Sentence(story.Take("t")).TrimEnd('.');
        return ClickOf(draw, topic.Key, query, draw.Chance(15) ? $"\"{title}\" and more" : title, text);
    }

    public static PairRow ClickOf(Draw draw, string topic, string query, string title, string text)
    {
        var at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(draw.Below(121 * 86400));
        return new("query", "clicked_text")
        {
            At = at,
            Topic = topic,
            Json = new()
            {
                ["query"] = query,
                ["clicked_title"] = title,
                ["clicked_text"] = text,
                ["session_id"] = FormattableString.Invariant($"q-{draw.Between(10000, 99999)}"),
                ["position"] = draw.Weighted((1, 48), (2, 22), (3, 13), (4, 8), (5, 5), (7, 4)).ToString(CultureInfo.InvariantCulture),
                ["timestamp"] = Row.Stamp(at),
            },
        };
    }

    private static PairRow Note(int number, int attempt)
    {
        var draw = new Draw("note", number, attempt);
        var story = new Story(Bank.Get("note/start"), draw);
        var sections = new List<string> { "note/work", "note/problem", "note/next" };
        if (draw.Chance(75)) sections.Insert(0, "note/start");
        if (draw.Chance(45)) sections.Insert(sections.IndexOf("note/work"), "note/work");
        if (draw.Chance(25)) sections.Add("note/next");
        var pairs = sections.Select(s => Bank.Sides(story.TakeRaw(Bank.Get(s), "o"))).ToList();
        var between = draw.Weighted(("\n", 40), (". ", 35), ("\n- ", 25));
        var note = string.Join(between, pairs.Select(p => story.Fill(p[0]))) + ".";
        var summary = string.Join(". ", pairs.Select(p => Capital(story.Fill(p[1])))) + ".";
        var at = new DateTime(2025, 9, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(draw.Below(300 * 86400));
        return new("note", "summary")
        {
            At = at,
            Topic = "note",
            Json = new()
            {
                ["id"] = "",
                ["note"] = draw.Chance(60) ? Mess.Abbreviated(Mess.Typos(note, draw), draw) : Capital(note),
                ["summary"] = summary,
                ["author"] = People.Agent(20 + draw.Below(9)).Name,
                ["created_at"] = Row.Stamp(at),
            },
        };
    }

    private static TurnsRow PublicChat(int number, int attempt)
    {
        var draw = new Draw("public", number, attempt);
        var topic = draw.Of(Bank.Of(draw.Of("workouts", "workouts", "nutrition", "nutrition", "technical")));
        var story = new Story(topic, draw);
        var row = PublicOf(draw, topic.Key, story.Ask(brief: true), story.Reply(brief: true));
        foreach (var (more, reply) in story.FollowUps(draw.Weighted((0, 60), (1, 30), (2, 10))))
        {
            row.Turns!.Add(row.Turn("human", more));
            row.Turns.Add(row.Turn("gpt", reply));
        }

        return row;
    }

    public static TurnsRow PublicOf(Draw draw, string topic, string question, string answer)
    {
        var row = new TurnsRow("conversations", "from", "value", "human", "gpt") { Json = new() { ["id"] = "" }, Topic = topic };
        row.Json["conversations"] = new JsonArray { row.Turn("human", question), row.Turn("gpt", answer) };
        row.Json["licence"] = "CC-BY-4.0";
        row.Json["source"] = draw.Of("open-fitness-dialogues", "community-coach-chats");
        return row;
    }

    private static PairRow SyntheticRow(int number, int attempt, Row parent)
    {
        var draw = new Draw("synthetic", number, attempt);
        var story = new Story(Bank.Get(parent.Topic), draw);
        var question = Grammar.Sentence(story.Take("q"));
        var detail = draw.Chance(45) ? Grammar.Sentence(story.Take("d")) : "";
        if (draw.Chance(60)) question += " " + Grammar.Sentence(story.Take("a"));
        return new("instruction", "output")
        {
            Topic = parent.Topic,
            Parent = parent,
            Json = new()
            {
                ["id"] = "",
                ["instruction"] = question,
                ["input"] = detail,
                ["output"] = story.Reply(brief: true),
                ["origin"] = "synthetic",
                ["generator"] = draw.Of("teacher-large-2", "teacher-mini-1"),
                ["parent_id"] = "",
            },
        };
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
