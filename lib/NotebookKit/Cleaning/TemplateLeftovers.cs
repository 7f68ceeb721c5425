namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose answer still holds a place of a template: <c>{{name}}</c>, <c>&lt;insert date&gt;</c>, <c>[Your
/// Name]</c>, "lorem ipsum". Source: own rule; a model that learns them says them.</summary>
/// <remarks>Judged: assistant turns outside code fences and lines of code, and of JSON the values; not the kit's own placeholders such as
/// <c>[EMAIL]</c>, and not a place that stands in the user's text too, or any where the user asks for a template: then the conversation is
/// about them.</remarks>
public sealed record TemplateLeftovers : ExampleStage
{
    /// <summary>An assistant turn holds a place of a template. <c>measured</c>: how many; <c>limit</c>: 0.</summary>
    public const string Reason = "template-leftover";

    /// <summary>A text of fewer lines is no program; its lines are judged one by one.</summary>
    private const int ProgramLines = 4;

    /// <inheritdoc/>
    public override string Name => "Template leftovers";

    /// <inheritdoc/>
    public override int Version => 4;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var finds = 0;
        var talk = new LeftoverTalk(example);
        foreach (var turn in example.Messages)
        {
            if (turn is { Role: Role.Assistant, Content: { } text }) finds += Count(text, talk);
        }

        if (Answers.AreFields(example)) finds = Answers.Last(example)?.Content is { Length: > 0 } json && json.TrimStart() is ['{' or '[' or '`', ..] ? LeftoverValues.CountIn(json) : 0;
        return finds == 0 || talk.AsksForPlaces ? Outcome.Keep(example) : Outcome.Remove(example, Reason, finds, 0);
    }

    /// <summary>A line that is only a place ends like a line of code, and is none.</summary>
    private static bool IsProgram(string text) =>
        CodeFences.IsMostly(text, ProgramLines) && !(text.Contains("{{", StringComparison.Ordinal) && !CodeFences.IsMostly(text.Replace("}}", "", StringComparison.Ordinal), ProgramLines));

    private static int Count(string text, LeftoverTalk talk)
    {
        var finds = 0;
        var places = new List<(int From, int Length)>();
        ReadOnlySpan<char> above = default;
        foreach (var line in CodeFences.Prose(text))
        {
            places.Clear();
            if (LeftoverAsides.IsBlankSignature(above, line)) finds++;
            if (!line.IsWhiteSpace()) above = line;
            Leftovers.AddTo(places, line, talk);
            if (places.Count == 0) continue;
            places.Sort();
            var end = 0;
            foreach (var (from, length) in places)
            {
                // Two patterns may see one place.
                if (from >= end && !talk.Holds(line.Slice(from, length))) finds++;
                end = Math.Max(end, from + length);
            }
        }

        if (finds == 0 && (LeftoverAsides.EndsInLabel(text) || LeftoverAsides.EndsInEmptyForm(text) || LeftoverAsides.EndsInPlace(text))) finds++;
        return finds > 0 && IsProgram(text) ? 0 : finds;
    }
}
