using System.Buffers;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Formatting;

/// <summary>Makes sure that every row can be written in the chosen format and that trainers will accept it: system prompts by one
/// policy, the OpenAI cookbook's checks on what would be written, and what the format cannot hold. It reports sizes by task.</summary>
public sealed record FormatCheck : ExampleStage
{
    /// <summary>A row or a turn is no JSON object. Measured: index of the turn, or null; no limit.</summary>
    public const string DataType = "data_type";

    /// <summary>There is no turn at all. No measure.</summary>
    public const string MissingMessagesList = "missing_messages_list";

    /// <summary>A turn lacks its role, its content, or (tool) the id of the call it answers. Measured: index of the turn; no limit.</summary>
    public const string MessageMissingKey = "message_missing_key";

    /// <summary>A turn has a field that trainers do not know. Measured: index of the turn; no limit.</summary>
    public const string MessageUnrecognizedKey = "message_unrecognized_key";

    /// <summary>A turn has a role that trainers do not know. Measured: index of the turn; no limit.</summary>
    public const string UnrecognizedRole = "unrecognized_role";

    /// <summary>A turn says nothing and calls nothing. Measured: index of the turn; no limit.</summary>
    public const string MissingContent = "missing_content";

    /// <summary>The assistant never speaks. No measure.</summary>
    public const string ExampleMissingAssistantMessage = "example_missing_assistant_message";

    /// <summary>The format has no place for the row's tools or tool calls. No measure.</summary>
    public const string CannotHoldToolCalls = "format-cannot-hold-tool-calls";

    /// <summary>The format wants turns in pairs of asking and answering, and the row's are not. No measure.</summary>
    public const string CannotHoldTurnOrder = "format-cannot-hold-turn-order";

    /// <summary>The tool definitions are no JSON list. No measure.</summary>
    public const string ToolsNotJson = "tools-not-json";

    /// <inheritdoc/>
    public override string Name => "Formatting";

    /// <summary>The format of all rows: ChatMl, ShareGpt or Alpaca. One run writes one (S3: never mix). Default ChatMl.</summary>
    public ChatFormat Format { get; init => field = Guard.Defined(value); } = ChatFormat.ChatMl;

    /// <summary>What happens to system prompts: Keep them, Set one, or Drop all. Default Keep. S3: train with the prompt that is used
    /// later; S4: the same in all rows.</summary>
    public SystemPromptPolicy SystemPolicy { get; init => field = Guard.Defined(value); } = SystemPromptPolicy.Keep;

    /// <summary>The system prompt that policy Set gives to every row. Default none; the policy needs it.</summary>
    public string? SystemPrompt { get; init; }

    /// <inheritdoc/>
    protected internal override ExampleStage Prepare(RunContext run) =>
        SystemPolicy == SystemPromptPolicy.Set && string.IsNullOrWhiteSpace(SystemPrompt)
            ? throw new ArgumentException("The policy Set for system prompts needs a system prompt.")
            : this;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        var row = WithSystemPrompt(example);
        if (FirstError(row) is { } error) return Outcome.Remove(example, error.Name, error.Turn);
        var formatter = RowFormatter.For(Format);
        if (formatter.Obstacle(row) is { } obstacle) return Outcome.Remove(example, obstacle);
        if (Format != ChatFormat.ChatMl) CountLosses(row, tally);
        return Outcome.Keep(row);
    }

    /// <inheritdoc/>
    private protected override IReadOnlyList<Finding> Conclude(IReadOnlyList<Example> kept, IReadOnlyList<Removal> removed, Tally tally) =>
        [.. SystemPrompts(kept), .. Losses(tally), .. Sizes(kept)];

    /// <summary>Applies the policy; a system turn that says nothing leaves under every policy.</summary>
    private Example WithSystemPrompt(Example example)
    {
        bool Stays(Message m) => m.Role != Role.System || (SystemPolicy == SystemPromptPolicy.Keep && !m.IsEmpty);
        if (SystemPolicy != SystemPromptPolicy.Set)
            return example.Messages.All(Stays) ? example : example with { Messages = [.. example.Messages.Where(Stays)] };
        var isSet = example.Messages is [{ Role: Role.System } first, ..] && first.Content == SystemPrompt && example.Messages.Count(m => m.Role == Role.System) == 1;
        return isSet ? example : example with { Messages = [new(Role.System, SystemPrompt), .. example.Messages.Where(Stays)] };
    }

    /// <summary>Checks the bytes that would be written, not what the kit believes about them. The other formats hold the same turns.</summary>
    private static FormatError? FirstError(Example row)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes, JsonTexts.Writing)) new ChatMlFormatter().Write(writer, row);
        using var json = JsonDocument.Parse(bytes.WrittenMemory);
        var errors = OpenAiCheck.Check(json.RootElement);
        return errors.Count > 0 ? errors[0] : null;
    }

    private static void CountLosses(Example row, Tally tally)
    {
        if (row.Messages.Any(m => m.Weight is not null and not 1)) tally.Add("weights lost");
        if (row.Messages.Any(m => m.Name is not null)) tally.Add("names lost");
    }

    private IEnumerable<Finding> Losses(Tally tally)
    {
        if (tally.Counts.GetValueOrDefault("weights lost") is > 0 and var weights)
            yield return new(Severity.Warning, "format-drops-weights",
                $"{Numbers.Count(weights, "row")} had turns with a training weight, which {Format} cannot hold: all their answers are trained.");
        if (tally.Counts.GetValueOrDefault("names lost") is > 0 and var names)
            yield return new(Severity.Note, "format-drops-names", $"{Numbers.Count(names, "row")} had names of speakers, which {Format} cannot hold.");
    }

    private static IEnumerable<Finding> SystemPrompts(IReadOnlyList<Example> kept)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var without = 0;
        foreach (var example in kept)
            if (example.SystemPrompt is { } prompt) distinct.Add(prompt);
            else without++;
        if (kept.Count == 0) yield break;
        var consistent = distinct.Count == 0 || (distinct.Count == 1 && without == 0);
        yield return consistent
            ? new(Severity.Note, "system-prompts-consistent", distinct.Count == 0 ? "No row has a system prompt." : "All rows have the same system prompt.")
            : new(Severity.Warning, "system-prompts-differ", $"{Numbers.Count(distinct.Count, "system prompt")} in {Numbers.Count(kept.Count, "row")}, "
                + $"{Numbers.Count(without)} without one. S3: train with the prompt that is used later; S4: the same in all rows.");
    }

    private static IEnumerable<Finding> Sizes(IReadOnlyList<Example> kept) =>
        kept.GroupBy(e => e.Task).OrderBy(g => g.Key).Select(g => SizeGuide.For(g.Key).Judge(g.Key, g.LongCount()));
}
