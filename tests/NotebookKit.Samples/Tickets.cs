using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>The support desk's tickets.</summary>
internal static class Tickets
{
    public static SampleFile Make(Maker maker)
    {
        var file = new SampleFile("tickets.jsonl")
        {
            About = "Support tickets of the invented subscription app FitTracker, May 2025 to June 2026.",
            Fields =
            [
                ("id", "the ticket's number"), ("created_at", "when it was opened"), ("status", "resolved, open or pending"),
                ("satisfaction", "1 to 5, or null"), ("agent_type", "human or bot"), ("agent", "who answered"), ("customer", "who asked"),
                ("customer_email", "the customer's address"), ("subject", "subject line"), ("category", "billing, technical, account, workouts or nutrition"),
                ("messages", "turns with sender (customer or agent) and text; some rows have customer_message and agent_response instead"),
                ("consent", "opted-in or opted-out; some rows only"),
            ],
        };
        for (var i = 0; i < 1892; i++) file.Rows.Add(maker.New($"ticket {i}", attempt => Ticket(i, attempt)));
        return file;
    }

    private static TurnsRow Ticket(int number, int attempt)
    {
        var draw = new Draw("ticket", number, attempt);
        var category = draw.Weighted(("billing", 30), ("technical", 26), ("account", 18), ("workouts", 14), ("nutrition", 12));
        var topic = draw.Of(Bank.Of(category));
        var story = new Story(topic, draw);
        var row = Blank(draw, topic.Key, Grammar.Sentence(story.Take("subject")).TrimEnd('.'), category);
        var question = story.Ask(brief: false);
        var answer = story.Reply(brief: false);
        if (draw.Chance(12))
        {
            row.Json["customer_message"] = question;
            row.Json["agent_response"] = answer;
            return row;
        }

        var turns = new JsonArray { row.Turn("customer", question), row.Turn("agent", answer) };
        foreach (var (more, reply) in story.FollowUps(draw.Weighted((0, 62), (1, 23), (2, 11), (3, 4))))
        {
            turns.Add(row.Turn("customer", more));
            turns.Add(row.Turn("agent", reply));
        }

        row.Json["messages"] = turns;
        return row;
    }

    /// <summary>A ticket of one question and one answer.</summary>
    public static TurnsRow Of(Draw draw, string category, string subject, string question, string answer)
    {
        var row = Blank(draw, "", subject, category);
        row.Json["messages"] = new JsonArray { row.Turn("customer", question), row.Turn("agent", answer) };
        return row;
    }

    public static void SetPeople(Row row, int customer, int agent)
    {
        row.Json["agent"] = People.Agent(agent).Name;
        row.Json["customer"] = People.Number(customer).Name;
        row.Json["customer_email"] = People.Number(customer).Mail;
    }

    private static TurnsRow Blank(Draw draw, string topic, string subject, string category)
    {
        // More tickets in later months, and in working hours.
        var day = Math.Max(draw.Below(426), draw.Below(426));
        var at = new DateTime(2025, 5, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day).AddSeconds(draw.Between(6 * 3600, 22 * 3600));
        var row = new TurnsRow("messages", "sender", "text", "customer", "agent") { Json = [], At = at, Topic = topic };
        row.Json["id"] = "";
        row.Json["created_at"] = Row.Stamp(at);
        row.Json["status"] = "resolved";
        row.Json["satisfaction"] = draw.Weighted((5, 60), (4, 40));
        row.Json["agent_type"] = "human";
        SetPeople(row, draw.Below(700), draw.Weighted((0, 22), (1, 16), (2, 14), (3, 11), (4, 9), (5, 8), (6, 6), (7, 5), (8, 4), (9, 3), (10, 1), (11, 1)));
        row.Json["subject"] = subject;
        row.Json["category"] = category;
        if (draw.Chance(30)) row.Json["consent"] = "opted-in";
        return row;
    }
}
