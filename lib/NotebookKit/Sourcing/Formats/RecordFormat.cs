using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Turns one record into drafts.</summary>
internal abstract class RecordFormat
{
    /// <summary>All formats that are recognized by their fields, the most telling first.</summary>
    public static readonly IReadOnlyList<RecordFormat> Known =
    [
        new LlmLogFormat(), new TreeFormat(), new TicketFormat(), new ShareGptFormat(), new OpenAiFormat(), new AlpacaFormat(),
        new SearchLogFormat(), new InteractionFormat(), new PairFormat(),
    ];

    /// <summary>Which format this is.</summary>
    public abstract SourceFormat Format { get; }

    /// <summary>True where the record has this format's fields.</summary>
    public abstract bool Fits(Fields fields);

    /// <summary>Reads the record; what cannot be read is a <see cref="RecordException"/>.</summary>
    public abstract IEnumerable<Draft> Read(Fields fields, SourcingOptions options);

    /// <summary>The format with a name.</summary>
    public static RecordFormat Of(SourceFormat format, FieldMap? map) => format == SourceFormat.Mapped
        ? new MappedFormat(map ?? throw new ArgumentException("The format 'mapped' needs a field map.", nameof(map)))
        : Known.First(k => k.Format == format);

    /// <summary>A draft of this format.</summary>
    protected Draft New() => new() { Format = Format };

    /// <summary>A user turn and, where there is one, the answer.</summary>
    protected static List<Message> Exchange(string input, string? output)
    {
        var messages = new List<Message>(2) { new(Role.User, input) };
        if (output is not null) messages.Add(new(Role.Assistant, output));
        return messages;
    }

    /// <summary>Adds a system turn in front where there is none.</summary>
    protected static void Prepend(List<Message> messages, string? system)
    {
        if (!string.IsNullOrEmpty(system) && (messages.Count == 0 || messages[0].Role != Role.System)) messages.Insert(0, new(Role.System, system));
    }

    /// <summary>Tool definitions as JSON text; null where there are none.</summary>
    protected static string? Tools(JsonElement? value) => value is { } v && !v.IsBlank() && v.Json() is { Length: > 0 } json && json is not "[]" ? json : null;

    /// <summary>Refuses rows that go with pictures, sounds or films.</summary>
    protected static void TextOnly(Fields fields)
    {
        foreach (var field in (ReadOnlySpan<string>)["images", "image", "videos", "video", "audios", "audio"])
            if (fields.Peek(field) is { } value && !value.IsBlank()) throw new RecordException(RejectReasons.UnsupportedContent, "only text is read", field);
    }

    /// <summary>A label: KTO's true and false are thumbs, a text is a class.</summary>
    protected static void Label(Fields fields, Draft draft)
    {
        if (fields.Peek("label", "kto_tag") is { ValueKind: JsonValueKind.True or JsonValueKind.False } thumb)
        {
            fields.Take("label", "kto_tag");
            draft.Events |= thumb.GetBoolean() ? Events.ThumbsUp : Events.ThumbsDown;
        }
        else
        {
            draft.Label ??= fields.TakeValue("label", "category", "topic", "intent");
        }
    }
}
