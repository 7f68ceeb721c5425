namespace NotebookKit.Anonymizing;

/// <summary>Passwords, PINs, one-time codes and keys that people mention in a sentence rather than assign: "the password Oak#7 is refused", "I always use
/// fluffy77 as password", "PIN 4711 on the watch", "user / password" pairs and pass phrases of several words.</summary>
public sealed class SpokenSecretRecognizer : Recognizer
{
    /// <summary>Words between a cue and its value.</summary>
    private const int Before = 4, Behind = 3, FarBefore = 10, FarBehind = 8;

    /// <summary>A line is read in parts of so many characters; in each, so many words are looked at.</summary>
    private const int Part = 4096;

    private const int LongKey = 16, MaxValue = 256, MaxSpare = 1 << 16;

    /// <summary>A list to work with, so that a text in which nothing is found takes no memory.</summary>
    [ThreadStatic]
    private static List<int>? hinted;

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.ApiKey;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var hints = new SecretHints(text, context, hinted ??= []);
        if (hints.Labels != 0) SecretLabels.AddTo(text, hints.Labels, into, At);
        if (hints.Next(0) < text.Length) FindSpoken(text, ref hints, into);
        if (hinted.Capacity > MaxSpare) hinted = null;
    }

    private void FindSpoken(string text, ref SecretHints hints, List<Span> into)
    {
        var words = new List<SpokenWord>();
        var wanted = false;
        for (var from = 0; from < text.Length;)
        {
            // What is said in a line is known by its own words; most lines hold none that speak of secrets.
            var next = hints.Next(from);
            if (next == text.Length && !wanted) return;
            if (!wanted && next > from) from = Math.Max(from, text.LastIndexOf('\n', next, next - from + 1) + 1);
            var end = text.IndexOf('\n', from, Math.Min(Part, text.Length - from)) is >= 0 and var line ? line : Cut(text, from);
            if (wanted || (next < end && hints.MayHold(from, end)))
            {
                SpokenWords.Read(text, from, end, words);
                // "My password:" and the value on the next line.
                if (wanted && words.Count is > 0 and < 4 && !IsAssignedTo(text, words[0]) && SecretShape.Of(Value(text, words[0])) > SecretShape.None) into.Add(At(words[0].Start, words[0].End, 0.75));
                wanted = words.Count > 0 && SecretPlaces.IsName(words[^1]) && (words.Count == 1 || words[^1].Stopped) || (wanted && words.Count == 0);
                InLine(text, words, into);
            }

            from = Math.Max(end, from + 1);
            if (from < text.Length && text[from] == '\n') from++;
        }
    }

    /// <summary>"$dbname = …": the next name in code that is given a value, not the value of the one before.</summary>
    private static bool IsAssignedTo(string text, SpokenWord word) => text.AsSpan(word.End, Math.Min(3, text.Length - word.End)).TrimStart(' ') is ['=', ..];

    /// <summary>Where a part of a long line ends: behind a word, if there is one.</summary>
    private static int Cut(string text, int from)
    {
        if (text.Length - from <= Part) return text.Length;
        var space = text.LastIndexOf(' ', from + Part - 1, Part / 2);
        return space > from ? space : from + Part;
    }

    private void InLine(string text, List<SpokenWord> words, List<Span> into)
    {
        var last = -100;
        var named = false;
        foreach (var word in words) named |= SecretPlaces.IsName(word);
        for (var w = 0; w < words.Count; w++)
        {
            var word = words[w];
            // A word of letters alone is a secret only where "password" stands in the line, or as a part of a pair or a phrase.
            if (!named && !word.Paired && word.Cue != SecretCue.Phrase && SecretShape.IsPlain(Value(text, word))) continue;
            if (word.Cue == SecretCue.Phrase || (SecretPlaces.IsName(word) && text.AsSpan(word.Start, word.End - word.Start).Equals("passphrase", StringComparison.OrdinalIgnoreCase))) AddPhrase(text, words, w, into);
            if (word.Cue != SecretCue.None && SecretShape.Of(Value(text, word)) < SecretShape.Mixed) continue;
            if (SecretNumbers.Spaced(text, words, w) is > 0 and var digits)
            {
                into.Add(At(word.Start, words[w + digits - 1].End, 0.75));
                w += digits - 1;
                continue;
            }

            var length = word.End - word.Start;
            if (word.Opened && word.Start > 0 && SecretPlaces.Quoted(text, words, w) is > 0 and var close) into.Add(At(word.Start, close, 0.75));
            if (length is < 3 or > MaxValue) continue;
            var value = Value(text, word);
            // "stage:burpees-forever", "-pS3tpoint!": the value is the end of the word.
            var cut = SecretPlaces.Cut(text, words, w, value);
            if (cut == 0 && !IsSecret(text, words, w, value, last)) continue;
            into.Add(At(word.Start + cut, SecretNumbers.IsTwin(text, words, w) ? words[w + 1].End : word.End, 0.75));
            last = w;
        }
    }

    private static ReadOnlySpan<char> Value(string text, SpokenWord word) => SecretPlaces.Value(text, word);

    private static bool IsSecret(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value, int last)
    {
        if (words[at].Bound && SecretSentences.IsUserColon(text, words, at)) return true;
        // A value that is given to something else: "host: db1, password: …".
        if (words[at].Bound && !words[at].Paired && SecretPlaces.IsOther(text, words, at) && (words[at].Stopped || !Has(words, at, SecretCue.Password, 0, Behind))) return false;
        if (SecretShape.IsPin(value) && IsSpokenPin(text, words, at, value)) return true;
        if (SecretShape.IsTurns(value) && (Has(words, at, SecretCue.Pin, value.Length == 5 ? 1 : FarBefore, 0) || (value.Length == 7 && SecretNumbers.IsCode(text, words, at)))) return true;
        if (SecretNumbers.IsTwin(text, words, at) || SecretNumbers.IsSpokenNumber(text, words, at, value)) return true;
        var shape = SecretShape.Of(value);
        if (value is ['G', '-', ..] && SecretShape.IsPin(value[2..]) && Has(words, at, SecretCue.Pin, Before, Behind)) return true;
        if (value.Length > 3 && SecretShape.IsPin(value) && (SecretSentences.IsSentCode(text, words, at) || SecretSentences.IsToldCode(text, words, at))) return true;
        if (shape == SecretShape.None) return SecretPlaces.IsPlainValue(text, words, at, value) || SecretSentences.IsPlainlyCalled(text, words, at) || SecretSentences.IsOddBeside(text, words, at);
        // "case-sensitive" is no password that somebody chose.
        if (shape <= SecretShape.Odd && !words[at].Opened && (SecretPlaces.IsState(value) || (shape == SecretShape.Word && SecretPlaces.IsForm(value) && at > 0 && SecretPlaces.Value(text, words[at - 1]) is "is" or "was"))) return false;
        // "$password, $dbname": names in code.
        if (shape <= SecretShape.Odd && value[0] == '$' && at > 0 && text[Math.Max(0, words[at - 1].Start - 1)] == '$' | text[words[at - 1].Start] == '$') return false;
        if (shape == SecretShape.Word || (shape == SecretShape.Odd && !SecretShape.IsVariable(value)))
        {
            if (SecretSentences.IsCalled(text, words, at) || SecretSentences.IsBeside(text, words, at) || SecretSentences.IsSet(text, words, at) || SecretSentences.IsTyped(text, words, at)) return true;
        }

        if (shape >= SecretShape.Mixed && (SecretShape.IsClassName(value) || SecretShape.IsHash(value)) && Has(words, at, SecretCue.Key, FarBehind, Behind) && !Has(words, at, SecretCue.Password, FarBefore, Before)) return false;
        if (value.Length >= LongKey && IsKey(value) && (Has(words, at, SecretCue.Key, FarBehind, Behind) || Has(words, at, SecretCue.Password, FarBehind, Behind))) return true;
        if (shape >= SecretShape.Mixed && (Has(words, at, SecretCue.Password, FarBefore, Before) || Has(words, at, SecretCue.Pin, Before, 0))) return true;
        if (shape >= SecretShape.Mixed && value.ContainsAnyInRange('0', '9') && IsUsed(text, words, at, value, shape, last)) return true;
        if (words[at].Paired && SecretPlaces.IsPair(text, words, at)) return true;
        if (shape >= SecretShape.Odd && words[at].Opened && !SecretShape.IsVariable(value)
            && (Has(words, at, SecretCue.Password, FarBefore, SecretPlaces.IsListed(text, words[at]) ? 0 : Before) || (Has(words, at, SecretCue.Use, 0, 0) && SecretPlaces.IsQuoted(text, words[at]) && !words[at].Bound))) return true;
        if (shape >= SecretShape.Odd && SecretPlaces.IsNext(text, words, last, at) && SecretShape.IsMarked(value)) return true;
        return SecretPlaces.IsAssigned(text, words, at, shape);
    }

    /// <summary>Four to eight digits beside "PIN", or as "the code is 71842".</summary>
    private static bool IsSpokenPin(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value) =>
        Has(words, at, SecretCue.Pin, Before + (words[at].Opened ? 3 : 0), Behind) || SecretNumbers.IsCode(text, words, at)
        || ((value.Length > 5 || words[at].Opened || SecretPlaces.IsBeside(text, words, at)) && SecretPlaces.IsAssigned(text, words, at, SecretShape.Odd))
        || (value.Length > 5 && at > 0 && words[at - 1].Stopped && Has(words, at, SecretCue.Password, Before, 0))
        || (at > 0 && Value(text, words[at - 1]) is "is" or "was" && Has(words, at, SecretCue.Pin, FarBehind, 0));

    /// <summary>What somebody says that he typed, tried or logs in with.</summary>
    private static bool IsUsed(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value, int shape, int last)
    {
        if (SecretPlaces.IsNext(text, words, last, at) || SecretShape.IsUsual(value)) return true;
        if (value.Count('.') > 1 || value.Contains("your", StringComparison.OrdinalIgnoreCase) || value.Contains("example", StringComparison.OrdinalIgnoreCase)) return false;
        if (shape == SecretShape.Strong && value.Length > 7 && SecretShape.IsMarked(value) && Has(words, at, SecretCue.Login, FarBehind, FarBehind)) return true;
        if (SecretShape.IsInner(value) && SecretSentences.IsGiven(text, words, at)) return true;
        if ((SecretShape.IsInner(value) || SecretShape.IsNamed(value)) && (SecretSentences.IsSetTo(text, words, at) || (Has(words, at, SecretCue.Use, Before, 0) && SecretShape.IsInner(value)))) return true;
        if (SecretShape.IsChosen(value) && SecretSentences.IsLogin(text, words, at)) return true;
        if (SecretPlaces.IsAfterWith(text, words, at) && (Has(words, at, SecretCue.Login, FarBehind, 0) || (SecretShape.IsChosen(value) && SecretPlaces.HasAddress(text, words, at)))) return true;
        if (SecretPlaces.HasAddress(text, words, at, 1) && SecretShape.IsChosen(value) && (Has(words, at, SecretCue.Login, FarBehind, Behind) || Has(words, at, SecretCue.Account, FarBehind, Behind))) return true;
        if (shape == SecretShape.Strong && SecretShape.IsMarked(value) && Has(words, at, SecretCue.Use, Before, 0)) return true;
        if (!SecretShape.IsChosen(value)) return false;
        if (SecretPlaces.IsKeyValue(text, words, at) && (SecretShape.IsMarked(value) || SecretShape.IsNamed(value) || !words[at].Bound)) return true;
        if ((SecretShape.IsMarked(value) || SecretShape.IsNamed(value)) && SecretPlaces.IsSaid(text, words, at)) return true;
        if (Has(words, at, SecretCue.Password, 0, words[at].Opened ? FarBehind : 6)) return true;
        if (SecretPlaces.IsForgotten(text, words, at) || (SecretPlaces.IsFromTo(text, words, at) && SecretPlaces.IsChanged(text, words, at))) return true;
        return Has(words, at, SecretCue.Use, words[at].Opened ? FarBehind : Before, 0) && (SecretPlaces.HasSibling(text, words, at) || SecretShape.IsNamed(value) || Has(words, at, SecretCue.Login, FarBefore, FarBefore))
            || (SecretPlaces.HasSibling(text, words, at) && SecretPlaces.IsChanged(text, words, at));
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

        // Behind a colon stands the phrase itself, whatever its first word means.
        var bound = first == cue + 1 && first < words.Count && words[first].Bound;
        if (!bound && first < words.Count && (SecretPlaces.IsState(Value(text, words[first])) || Value(text, words[first]) is "a" or "an" or "in" or "with" or "as")) return;
        if (last - first >= 3 && (first > cue + 1 || words[first].Opened || SecretShape.Of(Value(text, words[first])) > SecretShape.None || last - first > 3)) into.Add(At(words[first].Start, words[last - 1].End, 0.75));
    }

    private static bool Has(List<SpokenWord> words, int at, SecretCue cue, int before, int behind) => SecretPlaces.Has(words, at, cue, before, behind);

    private static bool IsKey(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '+' or '=')) return false;
        return value.ContainsAnyInRange('0', '9') && Secrets.LooksSecret(value, LongKey);
    }
}
