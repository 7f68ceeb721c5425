using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Tells a secret value from a word, an example value and a piece of code.</summary>
internal static class Secrets
{
    private const int MaxValue = 512, MaxGap = 24;

    private static readonly string[] Names =
    [
        "password", "passwort", "passwd", "passphrase", "secret", "apikey", "api_key", "api-key", "api key", "access_key", "access-key", "access_token", "auth_token",
        "client_secret", "private_key", "accesskey", "accountkey", "secretkey", "clientsecret", "authtoken", "sharedaccess", "db_pass", "dbpass", "token", "bearer", "kennwort", "contraseña", "mot de passe",
    ];

    /// <summary>How the names begin: few and long enough for the vectorized search.</summary>
    private static readonly SearchValues<string> NameStarts = SearchValues.Create(
        ["passw", "passp", "secret", "api", "access", "auth_t", "clients", "client_s", "accountk", "sharedacc", "autht", "private_", "db_pass", "dbpass", "token", "bearer", "kennwort", "contrase", "mot de p"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What each of the names and most other words that speak of secrets hold: eight, because the vectorized search tells so many apart at once.</summary>
    private static readonly SearchValues<string> Stems = SearchValues.Create(["pass", "secret", "key", "token", "shareda", "bearer", "kennw", "pwd"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a word may stand in the text that names a secret, by itself or inside another one.</summary>
    public static bool HasStem(ReadOnlySpan<char> text) => text.ContainsAny(Stems);

    /// <summary>True where a name may stand in the text to which something is assigned.</summary>
    public static bool MayHoldName(string text, RecognizerContext context) => context.HasSecretStem(text) || (!context.IsAscii(text) && text.Contains("contrase", StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the next value that is assigned to a name (<c>password: x</c>) at or after <paramref name="from"/>, and moves that behind it.</summary>
    public static bool NextValue(ReadOnlySpan<char> text, ref int from, out int start, out int end)
    {
        while (NextName(text, from) is >= 0 and var name)
        {
            from = name + 3;
            start = ValueAfterName(text, name);
            if (start < 0) continue;
            end = EndOfValue(text, start);
            from = Math.Max(from, end);
            return true;
        }

        start = end = -1;
        return false;
    }

    /// <summary>Index of the next name that a secret is assigned to; −1 where there is none.</summary>
    private static int NextName(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var found = text[from..].IndexOfAny(NameStarts);
            if (found < 0) return -1;
            from += found;
            if (IsName(text[from..])) return from;
            from += 3;
        }

        return -1;
    }

    /// <summary>Where the value begins that is assigned to the name at an index (<c>password: x</c>, <c>API_KEY = "x"</c>, <c>password is x</c>,
    /// <c>Bearer x</c>); −1 where nothing is assigned.</summary>
    private static int ValueAfterName(ReadOnlySpan<char> text, int name)
    {
        var position = name;
        var bearer = text[position..].StartsWith("bearer ", StringComparison.OrdinalIgnoreCase);
        while (position < text.Length && position - name < MaxGap && (char.IsLetter(text[position]) || text[position] is '_' or '-' || (text[position] == ' ' && IsKeyWord(text[(position + 1)..])))) position++;
        if (bearer) return Chars.At(text, name + 6) == ' ' ? name + 7 : -1;
        if (Chars.At(text, position) is '"' or '\'' or '`') position++;
        while (Chars.At(text, position) == ' ') position++;
        if (text[Math.Min(position, text.Length)..].StartsWith("is ", StringComparison.OrdinalIgnoreCase)) position += 2;
        else if (Chars.At(text, position) is ':' or '=' or '→') position++;
        else return -1;
        while (Chars.At(text, position) is ' ' or '"' or '\'' or '`' or '=' or '>') position++;
        return position < text.Length ? position : -1;
    }

    /// <summary>Where a value ends: at white space, a quote, or a mark that closes a sentence or bracket.</summary>
    private static int EndOfValue(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxValue && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or '<' or '>' or ',' or ';' or ')' or ']' or '}')) end++;
        if (IsQuery(text, start) && text[start..end].IndexOf('&') is > 0 and var query) end = start + query;
        while (end > start && text[end - 1] is '.' or '!' or '?' or ':' && Classes(text[start..end]) < 4) end--;
        return end;
    }

    /// <summary>True where the value stands in the query of a web address: there an ampersand ends it.</summary>
    private static bool IsQuery(ReadOnlySpan<char> text, int start)
    {
        if (Chars.Before(text, start) != '=') return false;
        for (var i = start - 1; i >= 0 && start - i < MaxValue && !char.IsWhiteSpace(text[i]); i--)
            if (text[i] == '?') return true;
        return false;
    }

    /// <summary>True for a value of at least a length that mixes letters and digits (or letters, cases and marks) as no word and no identifier does.</summary>
    public static bool LooksSecret(ReadOnlySpan<char> value, int atLeast)
    {
        if (value.Length < atLeast || value[0] is '[' or '{' or '$' or '%' or '*' || value.ContainsAny('(', '[', '*')) return false;
        if (value.IndexOf("://") >= 0 || value.Contains("your", StringComparison.OrdinalIgnoreCase) || value.Contains("xxx", StringComparison.OrdinalIgnoreCase)
            || value.Contains("example", StringComparison.OrdinalIgnoreCase) || value.Contains("password", StringComparison.OrdinalIgnoreCase)) return false;
        var digits = false;
        var letters = false;
        Span<bool> seen = stackalloc bool[128];
        var distinct = 0;
        foreach (var c in value)
        {
            digits |= char.IsAsciiDigit(c);
            letters |= char.IsLetter(c);
            if (c >= 128 || seen[c]) continue;
            seen[c] = true;
            distinct++;
        }

        // "user.password2" is a path, "2024-01-31" a date: at least half of a secret's characters differ, up to six.
        return letters && (digits || Classes(value) > 3) && distinct >= Math.Min(6, (value.Length / 2) + 1) && !IsDotted(value);
    }

    /// <summary>How many of: lower case, upper case, digits, marks.</summary>
    public static int Classes(ReadOnlySpan<char> value)
    {
        bool lower = false, upper = false, digit = false, mark = false;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) digit = true;
            else if (!char.IsLetter(c)) mark = true;
            else if (char.IsUpper(c)) upper = true;
            else lower = true;
        }

        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (mark ? 1 : 0);
    }

    private static bool IsKeyWord(ReadOnlySpan<char> text) =>
        text.StartsWith("key", StringComparison.OrdinalIgnoreCase) || text.StartsWith("token", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("de passe", StringComparison.OrdinalIgnoreCase) || text.StartsWith("passe", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>config.database.password1</c>: names with dots between them are code.</summary>
    private static bool IsDotted(ReadOnlySpan<char> value)
    {
        var dot = value.IndexOf('.');
        return dot > 0 && value.Count('.') <= 4 && Classes(value) <= 3 && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(Chars.At(value, dot + 1)) && !value.ContainsAnyInRange('A', 'Z');
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var name in Names)
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
