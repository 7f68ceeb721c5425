using System.Text;
using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>The fields of one record. Names are compared in snake case (<c>customerMessage</c>, <c>Customer Message</c> and <c>customer_message</c>
/// are one). It knows which fields were taken: the rest becomes the example's metadata.</summary>
internal sealed class Fields
{
    private readonly JsonElement record;
    private readonly (string Name, string Key, JsonElement Value)[] entries;
    private readonly bool[] taken;

    public Fields(JsonElement record)
    {
        this.record = record;
        entries = new (string, string, JsonElement)[record.GetPropertyCount()];
        taken = new bool[entries.Length];
        var i = 0;
        foreach (var property in record.EnumerateObject())
        {
            var name = JsonValues.Name(property);
            entries[i++] = (name, Key(name), property.Value);
        }
    }

    /// <summary>The whole record.</summary>
    public JsonElement Record => record;

    /// <summary>Names for messages, the first few.</summary>
    public string Names => string.Join(", ", entries.Take(8).Select(e => e.Name.Length > 40 ? e.Name[..40] : e.Name)) + (entries.Length > 8 ? " …" : "");

    /// <summary>True where one of the fields is there and not null.</summary>
    public bool Has(params ReadOnlySpan<string> keys) => Find(keys) >= 0;

    /// <summary>True where one of the fields is there, be it null.</summary>
    public bool HasName(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            foreach (var entry in entries)
                if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True where a field that <see cref="TakePath"/> finds is there.</summary>
    public bool HasPath(string path) => HasName(Key(path)) || (path.Contains('.', StringComparison.Ordinal) && HasName(Key(path.Split('.')[0])));

    /// <summary>The first of the fields that is there and not null, left untaken.</summary>
    public JsonElement? Peek(params ReadOnlySpan<string> keys) => Find(keys) is var i and >= 0 ? entries[i].Value : null;

    /// <summary>The name, as written, of the first of the fields that is there.</summary>
    public string? NameOf(params ReadOnlySpan<string> keys) => Find(keys) is var i and >= 0 ? entries[i].Name : null;

    /// <summary>Takes the first of the fields that is there and not null.</summary>
    public JsonElement? Take(params ReadOnlySpan<string> keys)
    {
        var i = Find(keys);
        if (i < 0) return null;
        taken[i] = true;
        return entries[i].Value;
    }

    /// <summary>Takes the first field that is there as text, exactly as written; objects and lists are no text and stay.</summary>
    public string? TakeText(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            var i = Find([key]);
            if (i < 0 || entries[i].Value.Text() is not { } text) continue;
            taken[i] = true;
            return text;
        }

        return null;
    }

    /// <summary>Takes the first field with a text in it, trimmed; null where all are empty.</summary>
    public string? TakeValue(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            var i = Find([key]);
            if (i < 0 || entries[i].Value.Text() is not { } text || string.IsNullOrWhiteSpace(text)) continue;
            taken[i] = true;
            return text.Trim();
        }

        return null;
    }

    /// <summary>A field by its exact or folded name, else a field inside a field by a path with dots.</summary>
    public JsonElement? TakePath(string path)
    {
        for (var i = 0; i < entries.Length; i++)
            if (string.Equals(entries[i].Name, path, StringComparison.Ordinal)) return Taken(i);
        if (Find([Key(path)]) is var folded and >= 0) return Taken(folded);
        var parts = path.Split('.');
        var first = Find([Key(parts[0])]);
        if (parts.Length < 2 || first < 0) return null;
        var value = entries[first].Value;
        foreach (var part in parts.AsSpan(1))
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value)) return null;
        taken[first] = true;
        return value;
    }

    /// <summary>What was not taken and is not empty.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Rest()
    {
        for (var i = 0; i < entries.Length; i++)
            if (!taken[i] && !entries[i].Value.IsBlank()) yield return (entries[i].Name, entries[i].Value);
    }

    /// <summary><c>customerMessage</c>, <c>Customer Message</c> → <c>customer_message</c>.</summary>
    public static string Key(string name)
    {
        var plain = name.Length > 0;
        foreach (var c in name) plain &= c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_';
        if (plain) return name;
        var key = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var isUpper = char.IsUpper(c);
            if (c is ' ' or '-' or '_' or '.') Separate(key);
            else
            {
                if (isUpper && i > 0 && char.IsLower(name[i - 1])) Separate(key);
                key.Append(char.ToLowerInvariant(c));
            }
        }

        while (key.Length > 0 && key[^1] == '_') key.Length--;
        return key.ToString();
    }

    private static void Separate(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != '_') key.Append('_');
    }

    private JsonElement Taken(int i)
    {
        taken[i] = true;
        return entries[i].Value;
    }

    private int Find(ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            for (var i = 0; i < entries.Length; i++)
                if (!taken[i] && string.Equals(entries[i].Key, key, StringComparison.Ordinal) && entries[i].Value.ValueKind != JsonValueKind.Null) return i;
        return -1;
    }
}
