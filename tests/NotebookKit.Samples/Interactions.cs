using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>What users did with the app's suggestions.</summary>
internal static class Interactions
{
    private static readonly string[] Categories = ["cardio", "strength", "mobility", "recovery", "nutrition"];

    public static SampleFile Make(Maker maker)
    {
        var file = new SampleFile("interactions.jsonl")
        {
            About = "What users of FitTracker did with the suggestions of its assistant.",
            Fields =
            [
                ("id", "the interaction's number"), ("session_id", "session"), ("user_id", "user, a number only"), ("created_at", "when"),
                ("feature", "coach, support_draft, plan_template or activity_tagger"), ("model", "which invented model suggested it"),
                ("input", "what the user wrote"), ("output", "what the model suggested; null where nothing came"), ("edited_output", "what the user made of it"),
                ("event / events", "accepted, edited, rejected, copied, asked_again, thumbs_up, thumbs_down, template_used, category_assigned, abandoned, crashed"),
                ("rating", "1 to 5; some rows"), ("category", "what the user assigned; activity_tagger only"), ("consent", "opted-in or opted-out; some rows"),
            ],
        };
        for (var i = 0; i < 1439; i++) file.Rows.Add(maker.New($"interaction {i}", attempt => Interaction(i, attempt)));
        return file;
    }

    private static PairRow Interaction(int number, int attempt)
    {
        var draw = new Draw("interaction", number, attempt);
        return draw.Weighted((0, 40), (1, 36), (2, 6), (3, 18)) switch
        {
            0 => Suggestion(draw, "coach", draw.Of("workouts", "nutrition")),
            1 => Suggestion(draw, "support_draft", draw.Of("billing", "technical", "account")),
            2 => Template(draw),
            _ => Tagged(draw),
        };
    }

    /// <summary>A question with a suggested answer that was accepted, copied, liked or edited.</summary>
    private static PairRow Suggestion(Draw draw, string feature, string category)
    {
        var topic = draw.Of(Bank.Of(category));
        var story = new Story(topic, draw);
        var row = Blank(draw, feature, topic.Key);
        row.Json["input"] = story.Ask(brief: true);
        row.Json["output"] = story.Reply(brief: true);
        var was = draw.Weighted(("accepted", 46), ("edited", 24), ("copied", 14), ("thumbs_up", 16));
        if (was == "edited")
        {
            // The user keeps the point and says it better.
            var better = string.Join(' ', story.CauseAndStep().Append(story.Take("e")).Select(Grammar.Sentence));
            row.Json["edited_output"] = better;
        }

        Happened(row, draw, was == "edited" && draw.Chance(70) ? ["edited", "accepted"] : [was]);
        if (draw.Chance(18)) row.Json["rating"] = draw.Between(4, 5);
        return row;
    }

    /// <summary>A template that was filled in and used.</summary>
    private static PairRow Template(Draw draw)
    {
        var topic = Bank.Get("template/plan");
        var story = new Story(topic, draw);
        var row = Blank(draw, "plan_template", topic.Key);
        row.Json["input"] = Mess.Write([story.Take("q"), story.Take(draw.Of(Bank.Of(draw.Of("workouts", "nutrition"))), "d")], draw);
        row.Json["output"] = string.Join('\n', Grammar.Sentence(story.Take("c")), Grammar.Sentence(story.Take("f")), Grammar.Sentence(story.Take("e")));
        Happened(row, draw, ["template_used"]);
        return row;
    }

    /// <summary>A note that the user put into a category, often the one that was suggested.</summary>
    private static PairRow Tagged(Draw draw)
    {
        var category = draw.Weighted(("cardio", 34), ("strength", 28), ("nutrition", 18), ("mobility", 12), ("recovery", 8));
        var topic = Bank.Get("activity/" + category);
        var story = new Story(topic, draw);
        var row = Blank(draw, "activity_tagger", topic.Key);
        row.Json["input"] = Mess.Write(draw.Chance(35) ? [story.Take("q"), story.Take("q")] : [story.Take("q")], draw);
        row.Json["output"] = draw.Chance(85) ? category : draw.Of<string>(Categories);
        row.Json["category"] = category;
        Happened(row, draw, ["category_assigned"]);
        return row;
    }

    /// <summary>An interaction of one question and one answer.</summary>
    public static PairRow Of(Draw draw, string question, string answer)
    {
        var row = Blank(draw, "coach", "");
        row.Json["input"] = question;
        row.Json["output"] = answer;
        Happened(row, draw, ["accepted"]);
        return row;
    }

    /// <summary>Some versions of the app log one event, others a list.</summary>
    public static void Happened(Row row, Draw draw, params string[] events)
    {
        row.Json.Remove("event");
        row.Json.Remove("events");
        if (events.Length == 1 && draw.Chance(65)) row.Json["event"] = events[0];
        else row.Json["events"] = new JsonArray([.. events.Select(e => (JsonNode)e)]);
    }

    private static PairRow Blank(Draw draw, string feature, string topic)
    {
        var at = new DateTime(2026, 1, 7, 0, 0, 0, DateTimeKind.Utc).AddSeconds(draw.Below(174 * 86400));
        var row = new PairRow("input", "output") { Json = [], At = at, Topic = topic };
        row.Json["id"] = "";
        row.Json["session_id"] = FormattableString.Invariant($"s-{draw.Between(10000, 99999)}");
        row.Json["user_id"] = FormattableString.Invariant($"u-{draw.Between(1, 320):0000}");
        row.Json["created_at"] = Row.Stamp(at);
        row.Json["feature"] = feature;
        row.Json["model"] = draw.Weighted(("fit-assist-1", 35), ("fit-assist-2", 65));
        if (draw.Chance(30)) row.Json["consent"] = "opted-in";
        return row;
    }
}
