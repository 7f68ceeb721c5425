namespace NotebookKit.Samples;

/// <summary>One question with its answer and what followed, composed of the fragments of a topic.</summary>
internal sealed record Exchange(string Question, string Answer);

/// <summary>Composes what people say: many independent fragments, so that rows of one topic differ.</summary>
internal sealed class Story(Topic topic, Draw draw)
{
    private static readonly Topic Customer = Bank.Get("general/customer");
    private static readonly Topic Agent = Bank.Get("general/agent");

    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private IReadOnlyList<(int Cause, int Step)> fits = [];

    public Slots Slots { get; } = new(draw);

    /// <summary>A customer's message: greeting, problem, details, wish.</summary>
    public string Ask(bool brief)
    {
        var parts = new List<string>();
        if (!brief && draw.Chance(45)) parts.Add(Take(Customer, "hi"));
        parts.Add(Take(topic, "q"));
        if (draw.Chance(brief ? 45 : 75)) parts.Add(Take(topic, "d"));
        if (draw.Chance(brief ? 20 : 38)) parts.Add(Take(Customer, "d"));
        if (draw.Chance(brief ? 45 : 65)) parts.Add(Take(topic, "a"));
        if (!brief && draw.Chance(35)) parts.Add(Take(Customer, "bye"));
        return Mess.Write(parts, draw);
    }

    /// <summary>An agent's reply: opening, cause, steps, what to expect, close.</summary>
    public string Reply(bool brief)
    {
        var parts = new List<string>();
        if (draw.Chance(brief ? 20 : 60)) parts.Add(Take(Agent, topic.Category is "workouts" or "nutrition" || draw.Chance(60) ? "open" : "sorry"));
        parts.AddRange(CauseAndStep());
        if (draw.Chance(brief ? 50 : 70)) parts.Add(Take(topic, "e"));
        if (!brief && draw.Chance(22)) parts.Add(Take(Agent, "close"));
        return string.Join(draw.Chance(15) ? "\n" : " ", parts.Select(Grammar.Sentence));
    }

    /// <summary>A cause and a step that answer what was asked.</summary>
    public IEnumerable<string> CauseAndStep()
    {
        var (cause, step) = fits.Count > 0 ? draw.Of(fits) : (draw.Below(topic["c"].Count), draw.Below(topic["f"].Count));
        return [Fill(topic["c"][cause]), Fill(topic["f"][step])];
    }

    /// <summary>Further questions with their answers; the last may be a thank-you.</summary>
    public IEnumerable<Exchange> FollowUps(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var last = i == count - 1;
            var source = last && draw.Chance(45) ? Bank.Get("general/done") : draw.Chance(55) ? topic : Bank.Get("general/exchange");
            var sides = Bank.Sides(Choose(source, "u"));
            yield return new(Mess.Write([Fill(sides[0])], draw), Grammar.Sentence(Fill(sides[1])));
        }
    }

    /// <summary>A fragment that this story has not used yet, expanded.</summary>
    public string Take(Topic from, string mark) => Fill(Choose(from, mark));

    /// <summary>The same, not expanded yet.</summary>
    public string TakeRaw(Topic from, string mark) => Choose(from, mark);

    /// <summary>A fragment of the story's own topic.</summary>
    public string Take(string mark) => Take(topic, mark);

    public string Fill(string fragment) => Grammar.Expand(fragment, draw, Slots);

    private string Choose(Topic from, string mark)
    {
        var open = from[mark].Where(f => !used.Contains(f)).ToList();
        var chosen = draw.Of<string>(open.Count > 0 ? open : from[mark]);
        used.Add(chosen);
        if (from == topic && mark is "q" or "s") fits = topic.Fits(chosen);
        return chosen;
    }
}
