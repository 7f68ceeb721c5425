namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose answer still holds a place of a template: <c>{{name}}</c>, <c>&lt;insert date&gt;</c>, <c>[Your
/// Name]</c>, "lorem ipsum". Source: own rule; a model that learns them says them.</summary>
/// <remarks>Judged: assistant turns outside code fences and lines of code; not JSON answers, not the kit's own placeholders such as
/// <c>[EMAIL]</c>, and not a place that stands in the user's text too, because then the conversation is about it.</remarks>
public sealed record TemplateLeftovers : ExampleStage
{
    /// <summary>An assistant turn holds a place of a template. <c>measured</c>: how many; <c>limit</c>: 0.</summary>
    public const string Reason = "template-leftover";

    /// <inheritdoc/>
    public override string Name => "Template leftovers";

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var finds = 0;
        foreach (var turn in example.Messages)
            if (turn is { Role: Role.Assistant, Content: { } text } && Leftovers.MayHold(text)) finds += Count(example, text);
        return finds == 0 || Answers.AreFields(example) ? Outcome.Keep(example) : Outcome.Remove(example, Reason, finds, 0);
    }

    private static int Count(Example example, string text)
    {
        var finds = 0;
        foreach (var line in CodeFences.Prose(text))
        {
            for (var rest = line; Leftovers.Next(rest, out var from, out var length); rest = rest[(from + length)..])
                if (!IsAskedFor(example, rest.Slice(from, length))) finds++;
        }

        return finds;
    }

    private static bool IsAskedFor(Example example, ReadOnlySpan<char> place)
    {
        foreach (var turn in example.Messages)
            if (turn.Role == Role.User && turn.Content.AsSpan().Contains(place, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
