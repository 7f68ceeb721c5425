using System.Text.Json;

namespace NotebookKit.Sourcing;

/// <summary>Finds the names of people that a record gives in fields of its own, so that Anonymizing can mask them wherever they occur.</summary>
internal static class PersonNames
{
    private const int MaxLength = 100;
    private const int MaxDepth = 4;

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "name", "full_name", "first_name", "last_name", "surname", "display_name", "user_name", "customer_name", "client_name", "patient_name",
        "agent_name", "author_name", "contact_name", "customer", "agent", "author", "requester", "assignee", "reporter", "contact", "sender", "from", "to",
        "cc", "reply_to", "email", "customer_email", "agent_email", "user_email", "e_mail", "email_address", "assigned_to", "owner", "nickname",
    };

    private static readonly HashSet<string> NotNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "agent", "customer", "client", "user", "support", "bot", "system", "admin", "unknown", "anonymous", "human", "ai", "assistant", "none",
        "null", "team", "guest", "info", "service", "sales", "noreply", "no-reply", "help", "helpdesk", "office", "mail", "contact", "hello", "n/a",
    };

    /// <summary>True for a field whose value names a person.</summary>
    public static bool IsField(string key) => Fields.Contains(key);

    /// <summary>The names in a field's value: <c>Anna Meier</c>, <c>"Meier, Anna" &lt;anna.meier@example.org&gt;</c>.</summary>
    public static IEnumerable<string> In(string? value)
    {
        if (value is null || value.Length > MaxLength) yield break;
        var address = value.IndexOf('@', StringComparison.Ordinal);
        if (address < 0)
        {
            if (IsName(value.Trim())) yield return value.Trim();
            yield break;
        }

        var bracket = value.IndexOf('<', StringComparison.Ordinal);
        var shown = bracket > 0 ? value[..bracket].Trim(' ', '"', '\'') : "";
        if (IsName(shown)) yield return shown;
        var local = value[(bracket >= 0 && bracket < address ? bracket + 1 : 0)..address].Trim();
        var parts = local.Split('.', '_', '-');
        if (parts.Length > 1 && parts.All(p => p.Length > 1 && p.All(char.IsLetter)) && IsName(local)) yield return string.Join(' ', parts);
    }

    /// <summary>Looks for name fields in values that the kit does not know otherwise.</summary>
    public static void Scan(Draft draft, string name, JsonElement value, int depth)
    {
        if (depth > MaxDepth) return;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject()) Scan(draft, JsonValues.Name(property), property.Value, depth + 1);
        }
        else if (value.ValueKind == JsonValueKind.String && IsField(Sourcing.Fields.Key(name)))
        {
            draft.Know(JsonValues.String(value));
        }
    }

    private static bool IsName(string text)
    {
        if (text.Length < 2 || NotNames.Contains(text)) return false;
        var hasLetter = false;
        foreach (var c in text)
        {
            if (char.IsDigit(c) || char.IsControl(c) || c is '_' or '/' or '<' or '{') return false;
            hasLetter |= char.IsLetter(c) || char.IsSurrogate(c);
        }

        return hasLetter;
    }
}
