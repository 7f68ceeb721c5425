using System.Globalization;
using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>One row of a sample file, with the places of its question and answer known, so that one fault can be planted in any file.</summary>
internal abstract class Row
{
    /// <summary>A year before the newest row; older rows leave by their date, whatever else is wrong with them.</summary>
    private static readonly DateTime YearAgo = new(2025, 7, 4, 0, 0, 0, DateTimeKind.Utc);

    public required JsonObject Json { get; init; }

    /// <summary>The row's own id, given when the file is in order; for files without ids the line number.</summary>
    public string Id { get; set; } = "";

    /// <summary>What the customer says first.</summary>
    public abstract string Question { get; set; }

    /// <summary>What is answered last.</summary>
    public abstract string Answer { get; set; }

    /// <summary>All that is said, in order.</summary>
    public abstract string Whole { get; }

    /// <summary>All that is said before the last answer.</summary>
    public abstract string Input { get; }

    public DateTime At { get; set; }

    /// <summary>True for a row without a date, or of the last year.</summary>
    public bool IsRecent => At == default || At >= YearAgo;

    /// <summary>Moves an old row into the last year.</summary>
    public Row Recent(Draw draw)
    {
        if (!IsRecent) Twins.Date(this, YearAgo.AddMinutes(draw.Below(500_000)));
        return this;
    }

    /// <summary>Where the text comes from (<c>billing/refund</c>).</summary>
    public string Topic { get; init; } = "";

    /// <summary>The row that it was made from.</summary>
    public Row? Parent { get; init; }

    /// <summary>Personal values that were planted in its texts.</summary>
    public List<string> Personal { get; } = [];

    /// <summary>The hand-written variant that was planted in it; empty where none was.</summary>
    public string Variant { get; set; } = "";

    /// <summary>An equal row.</summary>
    public abstract Row Copy();

    /// <summary>Changes all that is said.</summary>
    public abstract void MapTexts(Func<string, string> map);

    public static string Stamp(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    protected string Text(string field) => Json[field]?.GetValue<string>() ?? "";
}

/// <summary>A row whose question and answer are two fields.</summary>
internal sealed class PairRow(string question, string answer) : Row
{
    public override string Question
    {
        get => Text(question);
        set => Json[question] = value;
    }

    /// <summary>An edit is the answer where there is one.</summary>
    public override string Answer
    {
        get => Text(Json.ContainsKey("edited_output") ? "edited_output" : answer);
        set => Json[Json.ContainsKey("edited_output") ? "edited_output" : answer] = value;
    }

    public override string Input => Json.ContainsKey("instruction") && Text("input").Length > 0 ? Question + "\n" + Text("input") : Question;

    public override string Whole => Input + "\n" + Answer;

    public override Row Copy() => new PairRow(question, answer) { Json = Json.DeepClone().AsObject(), At = At, Topic = Topic, Parent = Parent };

    public override void MapTexts(Func<string, string> map)
    {
        Question = map(Question);
        if (Answer.Length > 0) Answer = map(Answer);
    }
}

/// <summary>A row that holds a list of turns, or (tickets only) one message and one reply.</summary>
internal sealed class TurnsRow(string list, string speaker, string text, string asks, string answers) : Row
{
    public JsonArray? Turns => Json[list] as JsonArray;

    public override string Question
    {
        get => Turns is null ? Text("customer_message") : Said(First(asks));
        set => Set("customer_message", First(asks), value);
    }

    public override string Answer
    {
        get => Turns is null ? Text("agent_response") : Said(Last(answers));
        set => Set("agent_response", Last(answers), value);
    }

    public override string Whole => Turns is null ? Question + "\n" + Answer : string.Join('\n', Turns.Select(t => t![text]!.GetValue<string>()));

    public override string Input => Turns is null
        ? Question
        : string.Join('\n', Turns.Take(Math.Max(1, Turns.IndexOf(Last(answers)))).Select(t => t![text]!.GetValue<string>()));

    public override Row Copy() => new TurnsRow(list, speaker, text, asks, answers)
    {
        Json = Json.DeepClone().AsObject(),
        At = At,
        Topic = Topic,
        Parent = Parent,
    };

    public override void MapTexts(Func<string, string> map)
    {
        if (Turns is null) (Question, Answer) = (map(Question), map(Answer));
        else
            foreach (var turn in Turns) turn![text] = map(turn[text]!.GetValue<string>());
    }

    public JsonObject Turn(string who, string said) => new() { [speaker] = who, [text] = said };

    /// <summary>Changes the text of a turn.</summary>
    public void Say(int turn, string said) => Turns![turn]![text] = said;

    private JsonNode? First(string who) => Turns?.FirstOrDefault(t => t![speaker]!.GetValue<string>() == who);

    private JsonNode? Last(string who) => Turns?.LastOrDefault(t => t![speaker]!.GetValue<string>() == who);

    private string Said(JsonNode? turn) => turn?[text]?.GetValue<string>() ?? "";

    private void Set(string field, JsonNode? turn, string value)
    {
        if (Turns is null) Json[field] = value;
        else turn![text] = value;
    }
}
