using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Passwords, PINs, one-time codes and keys that people mention in a sentence rather than assign: "the password Oak#7 is refused", "I always use
/// fluffy77 as password", "PIN 4711 on the watch", "user / password" pairs and pass phrases of several words.</summary>
public sealed class SpokenSecretRecognizer : Recognizer
{
    /// <summary>Words between a cue and its value.</summary>
    private const int Before = 4, Behind = 3, FarBefore = 12, FarBehind = 8, MaxFillers = 5, MaxWords = 400;

    private const int LongKey = 16, MaxValue = 256;

    private static readonly HashSet<string> Fillers = new(
        ("is was still now just the it be should must to into from set as my for of currently always exactly then called reads says es ist lautet war est é era är on er to: are were new old temporary current said a this that really "
            + "at first thought wlan wifi app account yesterday today changed vom von zu på med mit con").Split(' '), StringComparer.OrdinalIgnoreCase),
        Links = new("is was be to = : are es ist lautet war est é era är now as -> => use should must".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["pass", "pw", "pin", "key", "token", "secret", "code", "otp", "tan ", "log in", "login", "sign", "locked", "cred", "kennwort", "contrase", "clave", "senha", "wachtwoord", "hasł", "lösenord", "bearer", "psk", "kodeord", "heslo", "jelsz",
            "parola", "şifre", "парол", "κωδικ", "mdp", "auth", "account", "username", "loggar", "mysql", "zugang", "pattern", "identifiants", "パスワード", "暗証番号", "密码", "密碼", "비밀번호", "salasana", "adgangs"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Uses = SearchValues.Create([" use ", " used ", "always", "tried", "try ", "typed", "type ", "changed", "chose"], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.ApiKey;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        // Most texts hold none of these.
        if (!text.AsSpan().ContainsAny(Hints) && !(text.AsSpan().ContainsAnyInRange('0', '9') && text.AsSpan().ContainsAny(Uses))) return;
        var words = new List<SpokenWord>();
        var wanted = false;
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from) is >= 0 and var line ? line : text.Length;
            SpokenWords.Read(text, from, Math.Min(end, from + 4096), words);
            // "My password:" and the value on the next line.
            if (wanted && words.Count is > 0 and < 4 && SecretShape.Of(Value(text, words[0])) > SecretShape.None) into.Add(At(words[0].Start, words[0].End, 0.75));
            wanted = words.Count > 0 && words[^1].Cue == SecretCue.Password && (words.Count == 1 || words[^1].Stopped) || (wanted && words.Count == 0);
            InLine(text, words, into);
            from = end + 1;
        }
    }

    private void InLine(string text, List<SpokenWord> words, List<Span> into)
    {
        var count = Math.Min(words.Count, MaxWords);
        var chained = -100;
        for (var w = 0; w < count; w++)
        {
            var word = words[w];
            if (word.Cue == SecretCue.Phrase || (word.Cue == SecretCue.Password && text.AsSpan(word.Start, word.End - word.Start).Equals("passphrase", StringComparison.OrdinalIgnoreCase))) AddPhrase(text, words, w, into);
            if (word.Cue != SecretCue.None && SecretShape.Of(Value(text, word)) < SecretShape.Mixed) continue;
            var length = word.End - word.Start;
            if (length is < 3 or > MaxValue) continue;
            var value = Value(text, word);
            // "stage:burpees-forever", "-pS3tpoint!": the value is the end of the word.
            var cut = Cut(text, words, w, value);
            if (cut == 0 && !IsSecret(text, words, w, value, w - chained <= 4)) continue;
            into.Add(At(word.Start + cut, IsTwin(text, words, w) ? words[w + 1].End : word.End, 0.75));
            chained = w;
        }
    }

    private static ReadOnlySpan<char> Value(string text, SpokenWord word) => text.AsSpan(word.Start, word.End - word.Start);

    private static bool IsSecret(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value, bool chained)
    {
        if (SecretShape.IsPin(value)) return Has(words, at, SecretCue.Pin, Before + (words[at].Opened ? 3 : 0), Behind) || IsCode(text, words, at) || (value.Length > 5 || words[at].Opened) && IsAssigned(text, words, at, SecretShape.Odd)
            || (at > 0 && Value(text, words[at - 1]) is "is" or "was" && Has(words, at, SecretCue.Pin, FarBehind, 0));
        if (SecretShape.IsTurns(value)) return Has(words, at, SecretCue.Pin, FarBefore, 0);
        if (IsTwin(text, words, at)) return true;
        var shape = SecretShape.Of(value);
        if (shape == SecretShape.None) return value.Length > 3 && !value.ContainsAny('[', '@') && (Digits(value) is > 0 and var d && d < value.Length - 1 && value.Length > 4 ? IsAssigned(text, words, at, SecretShape.Word) : IsQuoted(text, words[at]) && IsLinked(text, words, at));
        if (value.Length >= LongKey && IsKey(value) && (Has(words, at, SecretCue.Key, FarBehind, Behind) || Has(words, at, SecretCue.Password, FarBehind, Behind))) return true;
        if (shape >= SecretShape.Mixed && (Has(words, at, SecretCue.Password, FarBefore, Before) || Has(words, at, SecretCue.Pin, Before, 0))) return true;
        if (shape == SecretShape.Strong && value.Length > 7 && (Has(words, at, SecretCue.Login, FarBehind, FarBehind) || Has(words, at, SecretCue.Use, Behind, 0))) return true;
        if (shape >= SecretShape.Mixed && Digits(value) > 0 && (chained || Has(words, at, SecretCue.Use, Before, 0) && IsChosen(value) || words[at].Opened && Has(words, at, SecretCue.Use, FarBehind, 0) && IsChosen(value) || IsAfterWith(text, words, at) && Has(words, at, SecretCue.Login, FarBehind, 0))) return true;
        if (words[at].Paired && IsPair(text, words, at)) return true;
        if (shape >= SecretShape.Odd && words[at].Opened && (Has(words, at, SecretCue.Password, FarBefore, Before) || Has(words, at, SecretCue.Use, 0, 0) && IsQuoted(text, words[at]))) return true;
        if (shape >= SecretShape.Odd && chained) return value.IndexOfAny('#', '!', '&') > 0;
        return IsAssigned(text, words, at, shape);
    }

    /// <summary>True where only words such as "is now" stand between "password" and the value.</summary>
    private static bool IsAssigned(string text, List<SpokenWord> words, int at, int shape)
    {
        var linked = words[at].Opened;
        for (var i = at - 1; i >= 0 && i >= at - 1 - MaxFillers; i--)
        {
            var word = Value(text, words[i]);
            if (words[i].Cue == SecretCue.Password)
            {
                if (linked || shape > SecretShape.Word) return true;
                // "my password iluvpilates": nothing between, and the word is none.
                return i == at - 1 && shape == SecretShape.Word && at > 1 && Value(text, words[i - 1]) is "my" or "My" or "mein" && !words[i].Stopped && char.IsLower(Value(text, words[at])[0]) && Value(text, words[at]).Length > 7;
            }

            if (!Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return false;
            linked |= i == at - 1 && Links.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
        }

        return false;
    }

    /// <summary>"password is", "password:" right before.</summary>
    private static bool IsLinked(string text, List<SpokenWord> words, int at) =>
        at > 0 && (words[at - 1].Cue == SecretCue.Password && text[words[at - 1].End] is ':' or '=' || (at > 1 && words[at - 2].Cue == SecretCue.Password && Value(text, words[at - 1]) is "is" or "was" or "="));

    /// <summary>"name / value" in a line about a login, or behind an address.</summary>
    private static bool IsPair(string text, List<SpokenWord> words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 8; i--)
            if (words[i].Cue is SecretCue.Login or SecretCue.Password || (i >= at - 2 && (Value(text, words[i]).Contains('@') || Value(text, words[i]).Contains("EMAIL", StringComparison.Ordinal)))) return true;
        return false;
    }

    /// <summary>"The code is 71842".</summary>
    private static bool IsCode(string text, List<SpokenWord> words, int at)
    {
        if (at > 0 && Value(text, words[at - 1]).Equals("code", StringComparison.OrdinalIgnoreCase)) return words[at - 1].Cue == SecretCue.Key && words[at].Opened;
        return at > 1 && Value(text, words[at - 2]).Equals("code", StringComparison.OrdinalIgnoreCase) && words[at - 2].Cue == SecretCue.Key && Value(text, words[at - 1]) is "is" or "was";
    }

    /// <summary>"615 220" of an app that makes codes.</summary>
    private static bool IsTwin(string text, List<SpokenWord> words, int at) =>
        at + 1 < words.Count && IsThree(Value(text, words[at])) && IsThree(Value(text, words[at + 1])) && words[at + 1].Start == words[at].End + 1 && Has(words, at, SecretCue.Pin, FarBefore, Behind);

    private static bool IsThree(ReadOnlySpan<char> value) => value.TrimEnd("?!").Length == 3 && value.TrimEnd("?!").IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>How many units before the value belong to something else: a switch of a command, or the user's name.</summary>
    private static int Cut(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value)
    {
        if (value.Length > 6 && value.StartsWith("-p") && value[2] is not ('-' or 'a' or 'r') && at > 0 && SecretShape.Of(value[2..]) > SecretShape.Word)
            for (var i = 0; i < at; i++)
                if (Value(text, words[i]) is "mysql" or "mysqldump" or "psql" or "mongo" or "mongosh" or "docker" or "sshpass" or "7z") return 2;
        var colon = value.IndexOf(':');
        if (colon < 2 || colon > value.Length - 5 || value[..colon].ContainsAnyInRange('0', '9') || value.IndexOf('/') >= 0) return 0;
        var isUser = at > 0 && (Value(text, words[at - 1]) is "-u" or "--user") || Has(words, at, SecretCue.Login, FarBehind, 0) || Has(words, at, SecretCue.Password, FarBehind, 0);
        return isUser && SecretShape.Of(value[(colon + 1)..]) >= SecretShape.Word ? colon + 1 : 0;
    }

    /// <summary>Several words as a pass phrase: quoted, or up to a mark or a word that goes on with the sentence.</summary>
    private void AddPhrase(string text, List<SpokenWord> words, int cue, List<Span> into)
    {
        var first = cue + 1;
        while (first < words.Count && Value(text, words[first]) is "is" or "was" or "now" or "to" or ":" or "=" or "of" or "mine") first++;
        var last = first;
        while (last < words.Count && last - first < 24 && !(Value(text, words[last]) is "for" or "but" or "which" or "when" or "because" or "does" or "is" or "not" or "please" or "doesn't" or "isn't" or "has" or "must" or "should" or "and" or "or" or "you" or "it" or "my" or "gets"))
        {
            last++;
            if (words[last - 1].Stopped) break;
        }

        if (last - first >= 3 && (first > cue + 1 || words[first].Opened || SecretShape.Of(Value(text, words[first])) > SecretShape.None || last - first > 3)) into.Add(At(words[first].Start, words[last - 1].End, 0.75));
    }

    private static bool IsAfterWith(string text, List<SpokenWord> words, int at) => at > 0 && (words[at].Opened || Value(text, words[at - 1]) is "with" or "as" or "med" or "mit" or "con" or "avec" or "by");

    private static bool IsQuoted(string text, SpokenWord word) => word.Start > 0 && text[word.Start - 1] is '"' or '“' or '„' or '\'';

    /// <summary>A word with digits that somebody would think of: four letters or more.</summary>
    private static bool IsChosen(ReadOnlySpan<char> value) => value.IndexOfAny('/', '.') < 0 && value.Length - Digits(value) > 3;

    private static int Digits(ReadOnlySpan<char> value)
    {
        var count = 0;
        foreach (var c in value)
            if (char.IsAsciiDigit(c)) count++;
        return count;
    }

    /// <summary>True where a cue stands up to so many words before, or behind.</summary>
    private static bool Has(List<SpokenWord> words, int at, SecretCue cue, int before, int behind)
    {
        for (var i = Math.Max(0, at - before - 1); i < words.Count && i <= at + behind; i++)
            if (i != at && words[i].Cue == cue) return true;
        return false;
    }

    private static bool IsKey(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '+' or '=')) return false;
        return value.ContainsAnyInRange('0', '9') && Secrets.LooksSecret(value, LongKey);
    }
}
