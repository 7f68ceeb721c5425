using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Passwords, PINs, one-time codes and keys that people mention in a sentence rather than assign: "the password Oak#7 is refused", "I always use
/// fluffy77 as password", "PIN 4711 on the watch".</summary>
public sealed class SpokenSecretRecognizer : Recognizer
{
    /// <summary>Words between a cue and its value.</summary>
    private const int Before = 4, Behind = 3, AnywhereBehind = 8;

    private const int LongKey = 16, ShortPassword = 6, MaxValue = 256;

    private enum Cue : byte
    {
        None,
        Password,
        Pin,
        Key,
        Login,
    }

    /// <summary>Words that make "code" one that keeps others out.</summary>
    private static readonly HashSet<string> Codes = Set("unlock one-time onetime verification security access login sms 2fa otp entry door lock auth authentication confirm pass secret screen backup recovery time");

    private static readonly Dictionary<string, Cue> Cues = new Dictionary<string, Cue>(StringComparer.OrdinalIgnoreCase)
        .With(Cue.Password, "password passwords passwort passwd pass pwd pw passphrase kennwort contraseña senha wachtwoord hasło lösenord passcode wifi-password pword")
        .With(Cue.Pin, "pin passcode otp tan pincode pin-code mpin")
        .With(Cue.Key, "key apikey api-key api_key token api-token api_token access-token secret secrets client-secret bearer credential credentials keys tokens")
        .With(Cue.Login, "login log sign credentials signin logon locked");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.ApiKey;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        if (!MayHold(text)) return;
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from) is >= 0 and var line ? line : text.Length;
            if (text.AsSpan(from, end - from).ContainsAnyInRange('0', '9')) InLine(text, from, end, into);
            from = end + 1;
        }
    }

    /// <summary>Most texts hold none of these.</summary>
    private static bool MayHold(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9') && text.ContainsAny(Hints);

    private static readonly System.Buffers.SearchValues<string> Hints = System.Buffers.SearchValues.Create(
        ["pass", "pw", "pin", "key", "token", "secret", "code", "otp", "tan ", "login", "log in", "sign in", "locked", "credential", "kennwort", "contrase", "senha", "wachtwoord", "hasło", "lösenord", "bearer"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("#&!$%*?_+");

    private void InLine(string text, int from, int to, List<Span> into)
    {
        var words = new List<(int Start, int End, Cue Cue)>();
        for (var i = from; i < to;)
        {
            while (i < to && char.IsWhiteSpace(text[i])) i++;
            var start = i;
            while (i < to && !char.IsWhiteSpace(text[i])) i++;
            if (i > start) words.Add(Word(text, start, i, words));
        }

        for (var w = 0; w < words.Count; w++)
        {
            var (start, end, _) = words[w];
            if (end - start is < 4 or > MaxValue) continue;
            var value = text.AsSpan(start, end - start);
            if (IsSecret(words, w, value)) into.Add(At(start, end, 0.75));
        }
    }

    /// <summary>A word without the marks around it; what stands before a mark of assignment in it is its cue.</summary>
    private static (int Start, int End, Cue Cue) Word(string text, int start, int end, List<(int Start, int End, Cue Cue)> before)
    {
        var cut = start;
        // "pw:runner12", "key=…": the value begins behind the mark.
        for (var i = start; i < end - 4; i++)
            if (text[i] is ':' or '=' && Cues.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, i - start).Trim("\"'(*-_`?&"), out var own))
            {
                before.Add((start, i, own));
                cut = i + 1;
                break;
            }

        while (cut < end && text[cut] is '"' or '\'' or '(' or '[' or '{' or '“' or '‘' or '`' or '<' or '*') cut++;
        while (end > cut && text[end - 1] is '"' or '\'' or ')' or ']' or '}' or '”' or '’' or '`' or ',' or ';' or ':' or '>' or '*' or '.') end--;
        var word = text.AsSpan(cut, end - cut);
        var bare = word.TrimEnd("!?-=").TrimEnd();
        var cue = Cues.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare, out var found) ? found
            : bare.Equals("code", StringComparison.OrdinalIgnoreCase) && before.Count > 0 && Codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(before[^1].Start, before[^1].End - before[^1].Start)) ? Cue.Pin
            : Cue.None;
        return (cut, end, cue);
    }

    private static bool IsSecret(List<(int Start, int End, Cue Cue)> words, int at, ReadOnlySpan<char> value)
    {
        if (!value.ContainsAnyInRange('0', '9') || value.ContainsAny('@', '/', '\\') || value.Contains("://", StringComparison.Ordinal)) return false;
        if (Has(words, at, Cue.Pin, Before, Behind) && IsPin(value)) return true;
        if (value.Length >= ShortPassword && IsPassword(value) && (Has(words, at, Cue.Password, Before, Behind) || Has(words, at, Cue.Pin, 2, 0))) return true;
        if (value.Length >= LongKey && IsKey(value) && (Has(words, at, Cue.Key, AnywhereBehind, Behind) || Has(words, at, Cue.Password, AnywhereBehind, Behind))) return true;
        return value.Length > ShortPassword + 1 && IsMixed(value) && Has(words, at, Cue.Login, AnywhereBehind, AnywhereBehind);
    }

    /// <summary>True where a cue stands up to so many words before, or behind.</summary>
    private static bool Has(List<(int Start, int End, Cue Cue)> words, int at, Cue cue, int before, int behind)
    {
        for (var i = Math.Max(0, at - before - 1); i < words.Count && i <= at + behind; i++)
            if (i != at && words[i].Cue == cue) return true;
        return false;
    }

    private static bool IsPin(ReadOnlySpan<char> value) => value.Length is >= 4 and <= 8 && value.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Letters and digits in one word that is no number with a unit, version, date or name of a model ("S21", "2fa", "10km").</summary>
    private static bool IsPassword(ReadOnlySpan<char> value)
    {
        int letters = 0, digits = 0;
        foreach (var c in value)
        {
            if (char.IsLetter(c)) letters++;
            if (char.IsAsciiDigit(c)) digits++;
        }

        return letters > 2 && digits > 0 && value[0] != '[' && !IsOrder(value);
    }

    /// <summary>"FT-66676": capitals, a hyphen and digits are a number of an order or an article.</summary>
    private static bool IsOrder(ReadOnlySpan<char> value)
    {
        var hyphen = value.IndexOf('-');
        return hyphen > 0 && value[..hyphen].IndexOfAnyExceptInRange('A', 'Z') < 0 && value[(hyphen + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsKey(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '+' or '=')) return false;
        return value.ContainsAnyInRange('a', 'z') | value.ContainsAnyInRange('A', 'Z') && Secrets.LooksSecret(value, LongKey);
    }

    /// <summary>Three kinds of characters or more, one of them a mark that names and models do not have.</summary>
    private static bool IsMixed(ReadOnlySpan<char> value) => IsPassword(value) && value.ContainsAny(Marks) && Secrets.Classes(value) > 2;

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}

/// <summary>Fills a table of words.</summary>
file static class WordTable
{
    public static Dictionary<string, T> With<T>(this Dictionary<string, T> table, T value, string words)
    {
        foreach (var word in words.Split(' ')) table[word] = value;
        return table;
    }
}
