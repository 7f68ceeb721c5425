using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Keys and tokens that no prefix gives away: long runs whose letters and digits change places as chance has it, hexadecimal runs and numbered
/// ids in a text that speaks of keys, serials in groups, and the part of a web hook's address that opens it.</summary>
public sealed class RandomTokenRecognizer : Recognizer
{
    /// <summary>Shortest run that is looked at, and shortest one that is taken without a word that speaks of keys.</summary>
    private const int Least = TokenRuns.Least, LeastAlone = 24;

    /// <summary>How far before a run a word may speak of it, in characters.</summary>
    private const int Window = 120;

    private static readonly PhraseSearch Cues = new(
        ["key", "token", "secret", "bearer", "auth", "credential", "creds", "schlüssel", "schluessel", "klucz", "clé", "clave", "chiave", "chave", "sleutel", "nyckel", "ключ", "anahtar",
            "jeton", "webhook", "serial", "licen", "activation", "signature", "sig=", "passw", "login", "キー", "トークン", "密钥", "密鑰", "令牌"]);

    /// <summary>Words before hashes and ids that are no secrets.</summary>
    private static readonly PhraseSearch Others = new(["uuid", "guid", "commit", "md5", "sha1", "sha2", "hash", "checksum", "digest", "etag", "revision", "build", "request-id", "trace", "message-id", "fingerprint", "ids:"]);

    private static readonly SearchValues<string> Hooks = SearchValues.Create(["hooks/", "webhook", "hooks."], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.ApiKey;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        foreach (var (start, end) in context.LongRuns(text)) Run(text, start, end, into);
    }

    private void Run(ReadOnlySpan<char> text, int start, int end, List<Span> into)
    {
        // The path of an address: slashes part what belongs to it, and behind a web hook's number all is secret.
        var isAddress = start > 1 && text[start - 1] == ':' && text[start..].StartsWith("//");
        if (isAddress && Hook(text, start, end) is > 0 and var hook)
        {
            while (end > hook && text[end - 1] is '.' or '/') end--;
            into.Add(At(hook, end, 0.9));
            return;
        }

        if (!isAddress && Take(text, start, end, into)) return;
        for (var from = start; from < end;)
        {
            var cut = text[from..end].IndexOfAny('/', '=');
            var stop = cut < 0 ? end : from + cut;
            // What pads base64 at the end belongs to it.
            var last = stop;
            while (cut >= 0 && last < end && text[last] == '=') last++;
            if (!isAddress || IsGiven(text, start, from)) Take(text, from, stop, into, last);
            from = Math.Max(stop, last - 1) + 1;
        }
    }

    private bool Take(ReadOnlySpan<char> text, int start, int end, List<Span> into, int last = 0)
    {
        while (start < end && !char.IsAsciiLetterOrDigit(text[start])) start++;
        while (end > start && text[end - 1] is '.' or '-' or '/' or '+' or '~') end--;
        if (end - start < Least || !IsToken(text, start, end)) return false;
        into.Add(At(start, Math.Max(end, last == 0 || last - end > 2 ? end : last), 0.8));
        return true;
    }

    /// <summary>Where the secret part of a web hook's address begins; −1 where it is none.</summary>
    private static int Hook(ReadOnlySpan<char> text, int start, int end)
    {
        var found = text[start..end].IndexOfAny(Hooks);
        if (found < 0) return -1;
        var path = text[(start + 2)..end].IndexOf('/');
        if (path < 0) return -1;
        for (var i = start + 2 + path + 1; i < end; i++)
        {
            var next = text[i..end].IndexOf('/');
            var part = next < 0 ? text[i..end] : text[i..(i + next)];
            if (part.Length > 5 && part.IndexOfAnyExceptInRange('0', '9') >= 0 && !IsWords(part)) return i;
            if (next < 0) return -1;
            i += next;
        }

        return -1;
    }

    /// <summary>Small letters and hyphens alone: a word of the path.</summary>
    private static bool IsWords(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
            if (!char.IsAsciiLetterLower(c) && c is not ('-' or '_' or '.')) return false;
        return true;
    }

    /// <summary>True where a cue stands in an address before a part of it: "…?token=x".</summary>
    private static bool IsGiven(ReadOnlySpan<char> text, int start, int part) => Cues.IndexIn(text[Math.Max(start, part - 24)..part]) >= 0;

    private static bool IsToken(ReadOnlySpan<char> text, int start, int end)
    {
        var value = text[start..end];
        int upper = 0, lower = 0, digits = 0, hex = 0, changes = 0, groups = 0, pairs = 0, words = 0, small = 0;
        var before = 0;
        foreach (var c in value)
        {
            var kind = char.IsAsciiDigit(c) ? 1 : char.IsAsciiLetterUpper(c) ? 2 : char.IsAsciiLetterLower(c) ? 3 : 0;
            if (kind == 1) digits++;
            if (kind == 1 && before != 1) groups++;
            if (kind == 2) upper++;
            if (kind == 2 && before == 2) pairs++;
            if (kind == 3) lower++;
            small = kind == 3 ? small + 1 : 0;
            // A run of three small letters and more reads like a word; chance hardly makes one.
            words += small == 3 ? 3 : small > 3 ? 1 : 0;
            if (char.IsAsciiHexDigit(c)) hex++;
            if (kind > 0 && before > 0 && kind != before) changes++;
            before = kind;
        }

        var solid = upper + lower + digits;
        var marks = value.Length - solid;
        if (solid < 12 || digits == solid || (digits == 0 && !(pairs > 2 && lower > 5 && solid >= 32 && changes * 10 > solid * 4))) return false;
        // Base64 and base62: three kinds of characters, changing more often than words and names of models do.
        var isMixed = upper > 1 && lower > 1 && (digits == 0 || (groups > 1 && changes * 10 >= solid * 3)) && marks * 5 < value.Length && words * 10 <= solid * 4;
        if (isMixed) return !IsPicture(text, start) && solid >= (solid < LeastAlone && Speaks(text, start, end) ? 18 : LeastAlone);
        // Hexadecimal of 128 bits and more, and ids of 8-4-4-4-12; other long runs in one case; serials: groups of one length, with letters and digits.
        var isOther = (hex == solid && solid is 32 or 40 or 48 or 56 or 64 or 96 or 128 && marks is 0 or 4 && groups > 3)
            || (solid >= 32 && groups > 3 && marks <= 3 && changes * 10 >= solid * 2 && words * 10 <= solid * 4)
            || ((upper == 0 || lower == 0) && IsSerial(value) && lower + upper > 1);
        return isOther && Speaks(text, start, end);
    }

    /// <summary>"data:image/png;base64,…"</summary>
    private static bool IsPicture(ReadOnlySpan<char> text, int start) => text[Math.Max(0, start - 24)..start].Contains("base64,", StringComparison.Ordinal);

    /// <summary>True where what stands close by speaks of keys, and nothing closer of hashes and ids.</summary>
    private static bool Speaks(ReadOnlySpan<char> text, int start, int end)
    {
        var window = text[Math.Max(0, start - Window)..start];
        var cue = Cues.LastIn(window);
        if (cue < 0) return Cues.IndexIn(text[end..Math.Min(text.Length, end + 24)]) >= 0 && Others.LastIn(window) < 0;
        return Others.LastIn(window) < cue && Others.IndexIn(text[end..Math.Min(text.Length, end + 16)]) < 0;
    }

    private static bool IsSerial(ReadOnlySpan<char> value)
    {
        var first = value.IndexOf('-');
        if (first is < 4 or > 8 || (value.Length + 1) % (first + 1) != 0 || (value.Length + 1) / (first + 1) < 3) return false;
        for (var i = 0; i < value.Length; i++)
            if ((i + 1) % (first + 1) == 0 ? value[i] != '-' : !char.IsAsciiLetterOrDigit(value[i])) return false;
        return true;
    }
}
