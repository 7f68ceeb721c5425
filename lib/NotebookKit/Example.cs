namespace NotebookKit;

/// <summary>The record that flows through every stage: one whole conversation with all that is known about it.
/// Immutable. Records that hold lists do not compare by content: use <see cref="ContentHash"/> for that.</summary>
public sealed record Example
{
    /// <summary>Given once, in Sourcing; unique in a dataset; no stage may change it.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was read.</summary>
    public Position Position { get; init; }

    /// <summary>The conversation.</summary>
    public IReadOnlyList<Message> Messages { get; init; } = [];

    /// <summary>Tool definitions, JSON as received.</summary>
    public string? Tools { get; init; }

    /// <summary>The answer that lost (an edited draft, a rejected answer): with it the example is one preference pair.</summary>
    public IReadOnlyList<Message>? Declined { get; init; }

    /// <summary>The class or topic, where there is one; splits are stratified by it.</summary>
    public string? Label { get; init; }

    /// <summary>What is asked of the model.</summary>
    public TaskKind Task { get; init; }

    /// <summary>What kind of source it comes from.</summary>
    public Origin Origin { get; init; }

    /// <summary>Name of the source (by default the input file's name without folder and extension).</summary>
    public string? Source { get; init; }

    /// <summary>Who wrote the answer; a keyed code after Anonymizing.</summary>
    public string? Author { get; init; }

    /// <summary>The person the example is about or from; a keyed code after Anonymizing.</summary>
    public string? Subject { get; init; }

    /// <summary>The conversation, thread or session; a keyed code after Anonymizing.</summary>
    public string? Conversation { get; init; }

    /// <summary>For synthetic examples: the id of the example it was made from.</summary>
    public string? ParentId { get; init; }

    /// <summary>Name of the model that wrote the answer; <c>unknown-model</c> where a model did but was not logged.</summary>
    public string? Generator { get; init; }

    /// <summary>The prompt that the generator was given.</summary>
    public string? GeneratorPrompt { get; init; }

    /// <summary>Licence of the text, as the source wrote it (SPDX where possible).</summary>
    public string? Licence { get; init; }

    /// <summary>Basis on which the text may be used: <c>opted-in</c>, <c>contract</c>, <c>legitimate-interest</c> …,
    /// or <c>opted-out</c>.</summary>
    public string? Consent { get; init; }

    /// <summary>How many times the text went through a model: 0 for people's text.</summary>
    public int Generation { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How the answer was received.</summary>
    public Signals Signals { get; init; } = Signals.None;

    /// <summary>How many input rows this one stands for: 1, until deduplication adds up.</summary>
    public int Occurrences { get; init; } = 1;

    /// <summary>What stages measured.</summary>
    public Scores Scores { get; init; }

    /// <summary>Remarks of stages that kept it.</summary>
    public IReadOnlyList<Flag> Flags { get; init; } = [];

    /// <summary>Short marks such as <c>edge:decline</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The group of similar examples it belongs to.</summary>
    public string? Cluster { get; init; }

    /// <summary>Decided by Splitting.</summary>
    public Split? Split { get; init; }

    /// <summary>How many copies go into the training file; decided by Balancing.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Training weight of the whole example, where a stage decided one.</summary>
    public double? Weight { get; init; }

    /// <summary>Fields of the input that the kit does not know, as one JSON object.</summary>
    public string? Metadata { get; init; }

    /// <summary>Names that the record itself gives (fields, headers); set by sources, used and cleared by Anonymizing.</summary>
    public IReadOnlyList<string> KnownNames { get; init; } = [];

    /// <summary>True once a stage that masks personal data has kept it. It is in no file; views show text of other examples masked.</summary>
    internal bool IsAnonymized { get; init; }

    /// <summary>What an anonymizing stage wrote into the texts, or left there on purpose, that looks like personal data (surrogates): later looks leave it alone. It is in no file.</summary>
    internal IReadOnlyList<string> StandIns { get; init; } = [];

    /// <summary>Text of the last assistant turn; empty where there is none.</summary>
    public string Output => Last(Role.Assistant);

    /// <summary>Text of the last user turn; empty where there is none.</summary>
    public string LastUserTurn => Last(Role.User);

    /// <summary>Text of the first system turn; null where there is none.</summary>
    public string? SystemPrompt
    {
        get
        {
            foreach (var message in Messages)
                if (message.Role == Role.System) return message.Content;
            return null;
        }
    }

    /// <summary>All that the model is given before its last turn, without the system prompt: turns joined by a line feed.</summary>
    public string Input
    {
        get
        {
            var end = Messages.Count;
            while (end > 0 && Messages[end - 1].Role != Role.Assistant) end--;
            if (end == 0) end = Messages.Count + 1;
            string? only = null;
            System.Text.StringBuilder? joined = null;
            for (var i = 0; i < end - 1; i++)
            {
                if (Messages[i].Role == Role.System || Messages[i].Content is not { Length: > 0 } text) continue;
                if (only is null) only = text;
                else (joined ??= new(only)).Append('\n').Append(text);
            }

            return joined?.ToString() ?? only ?? "";
        }
    }

    /// <summary>Characters (UTF-16 units) of all turns.</summary>
    public int Length
    {
        get
        {
            var sum = 0;
            foreach (var message in Messages) sum += message.Content?.Length ?? 0;
            return sum;
        }
    }

    /// <summary>128-bit hash over roles and all <see cref="Texts"/>, length-prefixed; scores and decisions are not in it.</summary>
    public UInt128 ContentHash => ExampleTexts.Hash(this);

    /// <summary>The one list of all free text in the example. What reads, masks or counts text goes through it, so
    /// that no field is forgotten.</summary>
    public IEnumerable<TextField> Texts => ExampleTexts.List(this);

    /// <summary>The same example with every text of <see cref="Texts"/> replaced by what <paramref name="map"/> returns;
    /// this instance itself where nothing changed. JSON stays valid JSON.</summary>
    public Example MapTexts(Func<TextField, string> map) => ExampleTexts.Map(this, map);

    /// <summary>The same example with a remark.</summary>
    public Example WithFlag(Flag flag) => this with { Flags = [.. Flags, flag] };

    /// <summary>The same example with a mark; unchanged where it has it already.</summary>
    public Example WithTag(string tag) => Tags.Contains(tag) ? this : this with { Tags = [.. Tags, tag] };

    /// <summary>The same example with a score.</summary>
    public Example WithScore(string name, double value) => this with { Scores = Scores.With(name, value) };

    private string Last(Role role)
    {
        for (var i = Messages.Count - 1; i >= 0; i--)
            if (Messages[i].Role == role) return Messages[i].Content ?? "";
        return "";
    }
}
