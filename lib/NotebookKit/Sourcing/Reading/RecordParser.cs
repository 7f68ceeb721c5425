using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace NotebookKit.Sourcing;

/// <summary>What came of one record: drafts, or why it could not be read.</summary>
internal sealed class ParsedRecord
{
    public long Line { get; init; }

    public IReadOnlyList<Draft> Drafts { get; init; } = [];

    public RejectedRow? Rejected { get; init; }

    /// <summary>True for a line that only gives the id of the next record (bulk files of OpenSearch).</summary>
    public bool IsBulkLine { get; init; }

    public string? BulkId { get; init; }
}

/// <summary>Turns the records of a batch into drafts. Thread-safe.</summary>
internal sealed class RecordParser(string file, SourcingOptions options, RecordFormat? forced, FieldMap? map)
{
    private static readonly string[] Wrappers = ["data", "rows", "records", "examples", "items", "tickets", "interactions", "results"];

    private const string KnownFormats = "chat rows, tickets, interactions, calls or pairs were expected, or a field map";

    private readonly MappedFormat? mapped = map is null ? null : new(map);

    /// <summary>Parses JSON records.</summary>
    public List<ParsedRecord> ParseJson(Batch batch, CancellationToken cancel)
    {
        var parsed = new List<ParsedRecord>(batch.Records.Count);
        foreach (var raw in batch.Records)
        {
            cancel.ThrowIfCancellationRequested();
            Json(batch.Of(raw), raw, parsed);
        }

        return parsed;
    }

    /// <summary>A record that cannot be read.</summary>
    public ParsedRecord Reject(long line, string reason, string? field, ReadOnlySpan<byte> raw) =>
        new() { Line = line, Rejected = new(file, line, field, reason, raw.IsEmpty ? null : Shown(raw)) };

    /// <summary>Reasons that lie in the bytes alone; null where there is none.</summary>
    public ParsedRecord? Unreadable(RawRecord raw, ReadOnlySpan<byte> bytes)
    {
        if (raw.State == RawState.TooLong)
            return Reject(raw.Line, $"{RejectReasons.LineTooLong}: at most {options.MaxLineBytes} bytes were expected in one record", null, default);
        return Utf8.IsValid(bytes) ? null
            : Reject(raw.Line, $"{RejectReasons.InvalidUtf8}: UTF-8 was expected; save the file as UTF-8, or as UTF-16 with a byte order mark", null, bytes);
    }

    /// <summary>Reads one object by its format.</summary>
    public ParsedRecord Read(JsonElement record, long line, ReadOnlySpan<byte> raw)
    {
        if (record.ValueKind != JsonValueKind.Object) return Reject(line, $"{RejectReasons.NotAnObject}: a JSON object was expected", null, raw);
        var fields = new Fields(record);
        if (BulkId(record, out var id))
        {
            var alone = Reject(line, $"{RejectReasons.MissingField}: the record of this line was expected after it", null, raw);
            return new() { Line = line, IsBulkLine = true, BulkId = id, Rejected = alone.Rejected };
        }

        var format = forced ?? Recognize(fields);
        if (format is null)
            return Reject(line, $"{RejectReasons.UnknownFormat}: {KnownFormats}; the record has the fields {fields.Names}", null, raw);
        try
        {
            var drafts = format.Read(fields, options).ToList();
            foreach (var draft in drafts)
            {
                draft.Line = line;
                if (draft.IsEvent) draft.Raw = Shown(raw);
            }

            return new() { Line = line, Drafts = drafts };
        }
        catch (RecordException error)
        {
            return Reject(line, error.Message, error.Field, raw);
        }
    }

    private RecordFormat? Recognize(Fields fields)
    {
        if (mapped is not null && mapped.Fits(fields)) return mapped;
        foreach (var format in RecordFormat.Known)
            if (format.Fits(fields)) return format;
        // A map that fits no row is most likely misspelt: say so by its own words.
        return mapped;
    }

    private void Json(ReadOnlyMemory<byte> bytes, RawRecord raw, List<ParsedRecord> into)
    {
        if (Unreadable(raw, bytes.Span) is { } unreadable)
        {
            into.Add(unreadable);
            return;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, JsonValues.Reading);
        }
        catch (JsonException error)
        {
            into.Add(Reject(raw.Line, Broken(error, raw, bytes.Span), null, bytes.Span));
            return;
        }

        using (document)
        {
            if (Wrapped(document.RootElement) is not { } list)
            {
                into.Add(Read(document.RootElement, raw.Line, bytes.Span));
                return;
            }

            foreach (var item in list.EnumerateArray())
                into.Add(Read(item, raw.Line, Encoding.UTF8.GetBytes(item.GetRawText())));
        }
    }

    private static string Broken(JsonException error, RawRecord raw, ReadOnlySpan<byte> bytes) => raw.State == RawState.AtEnd && IsCut(bytes)
        ? $"{RejectReasons.Truncated}: the file ends in the middle of the record"
        : $"{RejectReasons.NotJson}: one JSON object was expected; it breaks at byte {error.BytePositionInLine}";

    /// <summary>True where nothing is wrong with the record but its missing end.</summary>
    private static bool IsCut(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new(new() { MaxDepth = JsonValues.Reading.MaxDepth, AllowTrailingCommas = true }));
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary><c>{"data": […]}</c>: the list of records in an object that is none itself.</summary>
    private JsonElement? Wrapped(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in Wrappers)
        {
            if (!root.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array) continue;
            if (list.GetArrayLength() == 0 || list[0].ValueKind != JsonValueKind.Object) continue;
            var fields = new Fields(root);
            return forced is null ? (mapped?.Fits(fields) ?? false) || RecordFormat.Known.Any(f => f.Fits(fields)) ? null : list
                : forced.Fits(fields) ? null : list;
        }

        return null;
    }

    private static bool BulkId(JsonElement record, out string? id)
    {
        id = null;
        if (record.GetPropertyCount() != 1) return false;
        if (!record.TryGetProperty("index", out var head) && !record.TryGetProperty("create", out head)) return false;
        if (head.ValueKind != JsonValueKind.Object) return false;
        if (head.GetPropertyCount() > 0 && !head.TryGetProperty("_index", out _) && !head.TryGetProperty("_id", out _)) return false;
        id = head.TryGetProperty("_id", out var given) ? given.Text() : null;
        return true;
    }

    private string Shown(ReadOnlySpan<byte> raw)
    {
        // Four bytes a character at most, so this many bytes hold enough characters.
        var text = Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 4 * options.MaxRawCharacters)]);
        if (text.Length <= options.MaxRawCharacters) return text;
        var end = options.MaxRawCharacters;
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end];
    }
}
