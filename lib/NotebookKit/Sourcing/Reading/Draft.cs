using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>An example while its file is being read: what the record says, before ids are given and options applied.</summary>
internal sealed class Draft
{
    private List<(string Name, JsonElement Value)>? extra;
    private List<string>? names;

    public int Input { get; set; }

    public long Record { get; set; }

    public int Part { get; set; }

    public long Line { get; set; }

    public required SourceFormat Format { get; init; }

    /// <summary>Which names of the field map the record has, one bit each.</summary>
    public ulong MapFields { get; set; }

    /// <summary>The source's own id for the record.</summary>
    public string? GivenId { get; set; }

    public List<Message> Messages { get; set; } = [];

    public List<Message>? Declined { get; set; }

    public string? Tools { get; set; }

    public string? Label { get; set; }

    /// <summary>The task where the record itself shows it.</summary>
    public TaskKind Task { get; set; }

    public Origin Origin { get; set; }

    public string? Author { get; set; }

    public string? Subject { get; set; }

    public string? Conversation { get; set; }

    public string? ParentId { get; set; }

    public string? Generator { get; set; }

    public string? GeneratorPrompt { get; set; }

    public int Generation { get; set; }

    public string? Licence { get; set; }

    public string? Consent { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public Events Events { get; set; }

    /// <summary>The rating as given.</summary>
    public double? Rating { get; set; }

    /// <summary>The best rating possible, where the record says it (<c>4/5</c>).</summary>
    public double? RatingOf { get; set; }

    public string? Status { get; set; }

    public AnsweredBy AnsweredBy { get; set; }

    /// <summary>What the record refers to: the interaction, query or conversation that it belongs to.</summary>
    public string? Reference { get; set; }

    /// <summary>True for a record that is no example by itself, only something that happened to another.</summary>
    public bool IsEvent { get; set; }

    /// <summary>What the format needs to join records: its own type.</summary>
    public object? JoinData { get; set; }

    /// <summary>True where a line before it only gave its id.</summary>
    public bool HasBulkLine { get; set; }

    /// <summary>True once it went into another example.</summary>
    public bool IsJoined { get; set; }

    /// <summary>The draft that it went into, where it is joined.</summary>
    public Draft? JoinedTo { get; set; }

    /// <summary>Set where joining shows that the record cannot be read.</summary>
    public string? Rejection { get; set; }

    /// <summary>What it looked like, kept only for records that joining may reject.</summary>
    public string? Raw { get; set; }

    public IReadOnlyList<string> KnownNames => names is null ? [] : names;

    public string? Metadata { get; private set; }

    /// <summary>Keeps a value that has no place of its own.</summary>
    public void Keep(string name, JsonElement value)
    {
        if (!value.IsBlank()) (extra ??= []).Add((name, value));
    }

    /// <summary>Keeps a text that has no place of its own.</summary>
    public void Keep(string name, string text)
    {
        if (text.Length > 0) (extra ??= []).Add((name, JsonSerializer.SerializeToElement(text)));
    }

    /// <summary>Notes a person's name.</summary>
    public void Know(string? name)
    {
        foreach (var known in PersonNames.In(name))
            if (!(names ??= []).Contains(known, StringComparer.Ordinal)) names.Add(known);
    }

    /// <summary>Closes the draft: everything not taken becomes metadata. Afterwards the JSON document may go.</summary>
    public void Close(Fields fields)
    {
        foreach (var (name, value) in fields.Rest())
        {
            PersonNames.Scan(this, name, value, 0);
            (extra ??= []).Add((name, value));
        }

        Close();
    }

    /// <summary>Closes a draft that has no fields of its own left.</summary>
    public void Close()
    {
        if (extra is { Count: > 0 }) Metadata = JsonValues.Object(extra);
        extra = null;
    }
}
