using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Where in a line a secret stands: behind "password is", beside a user's name, beside another one that is nearly the same.</summary>
internal static class SecretPlaces
{
    private const int MaxFillers = 5, Near = 8;

    /// <summary>Words that may stand between "password" and its value, and those of them that say that a value comes.</summary>
    private static readonly HashSet<string> Fillers = Set("is was still now just the it be should must to into from set as my for of currently always exactly then called reads says es ist lautet war est é era är on er to: are were new old temporary current said a this that really "
            + "at first thought wlan wifi app account yesterday today changed vom von zu på med mit con mot de literally simply used"),
        Links = Set("is was be to = : are es ist lautet war est é era är now as -> => use should must - – — … ... literally simply still"), Dashes = Set("- – — … ... -> => » : ="),
        Joins = Set("and or to now was und oder et ou y o e the new old then maybe perhaps , / → ->");

    private static readonly HashSet<string> Again = Set("again repeat confirm confirmation retype code digits number"), Places = Set("for of on in at hint vom von du de der del zum für i we you that which i'm i’ve i've");

    private static readonly HashSet<string> Users = Set("admin root guest administrator postgres sa login");

    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("/'\"{},");

    /// <summary>What passwords are said to be, and what stands in their place in forms and code.</summary>
    private static readonly HashSet<string> States = Set("wrong incorrect invalid valid correct right expired weak strong required optional forgotten lost gone blocked locked different same secure unsafe safe empty blank hidden visible long short shorter longer easy hard simple unique good bad fine okay "
            + "missing none null undefined true false yes no not too very also always never only already really still being kept stored saved sent shown here there below above this that these those what which case string text value input field important needed ready okay working broken stuck too new old "
            + "reset changed updated accepted refused rejected unknown private secret confidential mine yours theirs protected enabled disabled available unavailable encrypted hashed admin user username email mail name number default something anything nothing everything unchanged impossible possible "
            + "falsch richtig ungültig abgelaufen vergessen geändert gesperrt leer unbekannt sichtbar weg verloren notwendig nötig gespeichert zurückgesetzt incorrecta correcta incorrect oublié "
            + "case-sensitive complex complicated difficult tricky obvious identical active inactive outdated older newer hard-coded plaintext plain-text alphanumeric reused");

    /// <summary>The word without the marks around it.</summary>
    public static ReadOnlySpan<char> Value(string text, SpokenWord word) => text.AsSpan(word.Start, word.End - word.Start);

    /// <summary>True for "password" and "passcode", of which only the first is never a number alone.</summary>
    public static bool IsName(SpokenWord word) => word.Cue is SecretCue.Password or SecretCue.Passcode;

    /// <summary>True for "wrong" and other words that passwords are said to be.</summary>
    public static bool IsState(ReadOnlySpan<char> word) => Is(States, word.TrimEnd("!?"));

    /// <summary>True where a cue stands up to so many words before, or behind.</summary>
    public static bool Has(List<SpokenWord> words, int at, SecretCue cue, int before, int behind)
    {
        for (var i = Math.Max(0, at - before - 1); i < words.Count && i <= at + behind; i++)
            // "call 2214 9931 Passcode: x": a cue with a value of its own says nothing about what stands before it.
            if (i != at && (words[i].Cue == cue || (words[i].Cue == SecretCue.Passcode && cue is SecretCue.Password or SecretCue.Pin)) && !(i > at && i + 1 < words.Count && words[i + 1].Bound)) return true;
        return false;
    }

    /// <summary>True where only words such as "is now" stand between "password" and the value.</summary>
    public static bool IsAssigned(string text, List<SpokenWord> words, int at, int shape)
    {
        var linked = words[at].Opened;
        for (var i = at - 1; i >= 0 && i >= at - 1 - MaxFillers; i--)
        {
            var word = Value(text, words[i]);
            if (IsName(words[i]))
            {
                // "boarding pass to", "pass the list": what is no secret's name needs a mark.
                if (shape <= SecretShape.Odd && word.Equals("pass", StringComparison.OrdinalIgnoreCase) && !(words[at].Bound || (i == at - 2 && Value(text, words[i + 1]) is "is" or "was"))) return false;
                if (linked || shape > SecretShape.Word) return true;
                // "my password iluvpilates": nothing between, and the word is none.
                return i == at - 1 && shape == SecretShape.Word && at > 1 && Value(text, words[i - 1]) is "my" or "My" or "mein" && !words[i].Stopped && char.IsLower(Value(text, words[at])[0]) && Value(text, words[at]).Length > 7;
            }

            if (!Is(Fillers, word) && !(i == at - 1 && Is(Dashes, word))) return IsOfThing(text, words, at);
            linked |= i == at - 1 && Is(Links, word) && (shape > SecretShape.Word || word is not "to");
        }

        return false;
    }

    /// <summary>"the password for the scale is x."</summary>
    private static bool IsOfThing(string text, List<SpokenWord> words, int at)
    {
        var bound = words[at].Bound;
        if (at < (bound ? 3 : 4) || !(bound || Value(text, words[at - 1]) is "is" or "was" or "ist" or "es" or "est") || !IsLast(text, words, at) || IsForm(Value(text, words[at])) || Is(States, Value(text, words[at]))) return false;
        for (var i = at - (bound ? 2 : 3); i >= 0 && i >= at - 1 - MaxFillers; i--)
            if (IsName(words[i])) return Is(Places, Value(text, words[i + 1]));
        return false;
    }

    /// <summary>A usual word or a number, where "password is" or "password:" right before leaves nothing else, and nothing goes on behind.</summary>
    public static bool IsPlainValue(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value)
    {
        value = value.TrimEnd('!');
        if (value.Length < 3 || value[0] is '[' || IsAddress(value) || value.Contains("]", StringComparison.Ordinal) && !value.Contains('[') || value.IndexOf("://") >= 0 || Is(States, value) || SecretShape.IsIdentifier(value)) return false;
        var (digits, letters) = SecretShape.Count(value);
        // "password: 4!81#2": right behind the colon even a short one.
        if (value.Length > digits + letters && (digits > 0 || value.Length > 3) && SecretShape.IsMarked(value.TrimEnd('?')) && digits + letters > 1 && (IsLinked(text, words, at) || IsBeside(text, words, at) && !words[at - 1].Stopped)) return true;
        if (value.Length == 3) return digits is 1 or 2 && letters + digits == 3 && char.IsLetter(value[0]) && IsLinked(text, words, at) && value[0] is not ('v' or 'V');
        if (letters == 0) return digits is > 4 and < 17 && digits == value.Length && IsAssigned(text, words, at, SecretShape.Odd);
        if (digits > 0 && (value.Length > 4 || IsLinked(text, words, at))) return IsAssigned(text, words, at, SecretShape.Word);
        if (!IsLinked(text, words, at)) return false;
        return IsQuoted(text, words[at]) || (letters == value.Length && letters > 4 && (IsLast(text, words, at) || IsGoingOn(text, words, at)) && !IsForm(value) && !(char.IsUpper(value[0]) && char.IsLower(value[1]) && words[at].Bound && at + 1 < words.Count));
    }

    /// <summary>"blocked", "misleading": what passwords are said to be, too.</summary>
    public static bool IsForm(ReadOnlySpan<char> value) => value.EndsWith("ed") || value.EndsWith("ing") || value.EndsWith("able") || value.EndsWith("ible") || value.EndsWith("ly");

    /// <summary>"password is x and it …", "password is x but I …".</summary>
    private static bool IsGoingOn(string text, List<SpokenWord> words, int at) =>
        at + 2 < words.Count && Value(text, words[at + 1]) is "and" or "but" && Value(text, words[at + 2]) is "it" or "I" or "i" or "is" or "that";

    /// <summary>True for the last word of its line or part of a sentence.</summary>
    private static bool IsLast(string text, List<SpokenWord> words, int at) => (at + 1 == words.Count || words[at].Stopped) && Chars.At(text, words[at].End) is '\n' or '\r' or ',' or '.' or '!' or ' ';

    /// <summary>"password is", "password:" right before.</summary>
    private static bool IsLinked(string text, List<SpokenWord> words, int at)
    {
        if (at == 0) return false;
        if (IsName(words[at - 1])) return text[words[at - 1].End] is ':' or '=' || words[at].Bound;
        if (at > 1 && Value(text, words[at - 1]) is "still" or "now" or "just" or "simply" or "literally") at--;
        return at > 1 && IsName(words[at - 2]) && Value(text, words[at - 1]) is "is" or "was" or "=" or "ist" or "war" or "es" or "est" or "is:";
    }

    /// <summary>True where a colon or equals sign gives the value to a word that says nothing of secrets.</summary>
    public static bool IsOther(string text, List<SpokenWord> words, int at)
    {
        if (at == 0) return false;
        var name = words[at - 1];
        var word = Value(text, name);
        if (name.Cue is not (SecretCue.None or SecretCue.Account) || Is(Fillers, word) || Is(Joins, word) || Is(Again, word) || word is [.., ')'] || Chars.At(text, name.End) == ')') return false;
        if (at > 1 && words[at - 2].Cue is SecretCue.Password or SecretCue.Passcode or SecretCue.Use or SecretCue.Pin or SecretCue.Key && name.Cue != SecretCue.Account) return false;
        // "password of the router: x" means the password, "password: y, router: x" the router.
        for (var i = at - 1; i >= 0 && i >= at - 1 - Near; i--)
            if (words[i].Cue is SecretCue.Password or SecretCue.Passcode or SecretCue.Pin or SecretCue.Use && !words[i].Bound) return name.Cue == SecretCue.Account || words[i + 1].Bound && i + 1 < at;
        return true;
    }

    /// <summary>"name / value" in a line about a login, or behind an address.</summary>
    public static bool IsPair(string text, List<SpokenWord> words, int at)
    {
        var shape = SecretShape.Of(Value(text, words[at]));
        for (var i = at - 1; i >= 0 && i >= at - Near; i--)
            if (IsName(words[i]) || (words[i].Cue is SecretCue.Login or SecretCue.Account && shape > SecretShape.Word)
                || (i >= at - 2 && (Value(text, words[i]).Contains('@') || Value(text, words[i]).Contains("EMAIL", StringComparison.Ordinal)))) return true;
        return false;
    }

    /// <summary>"password 4711", "password is 4711": nothing else stands between.</summary>
    public static bool IsBeside(string text, List<SpokenWord> words, int at) => at > 0 && ((IsName(words[at - 1]) && !words[at - 1].Stopped) || IsLinked(text, words, at));

    /// <summary>"my key is x", "secret x", "the login x": a value right behind a word that keys and logins are called by.</summary>
    public static bool IsKeyValue(string text, List<SpokenWord> words, int at)
    {
        var i = at - 1;
        if (i > 0 && Is(Links, Value(text, words[i]))) i--;
        return i >= 0 && words[i].Cue is SecretCue.Key or SecretCue.Login && !words[i].Stopped | words[at].Bound && !SecretNumbers.IsCodeWord(text, words[i]);
    }

    /// <summary>"the key to my account is x", "x is what I log in with".</summary>
    public static bool IsSaid(string text, List<SpokenWord> words, int at) =>
        (at > 0 && Is(Links, Value(text, words[at - 1])) && (Has(words, at, SecretCue.Key, Near, 0) || Has(words, at, SecretCue.Login, Near, 0)))
        || (at + 1 < words.Count && Is(Links, Value(text, words[at + 1])) && (Has(words, at, SecretCue.Key, 0, Near) || Has(words, at, SecretCue.Login, 0, Near)));

    /// <summary>True where a mail address, or its placeholder, stands up to so many words before.</summary>
    public static bool HasAddress(string text, List<SpokenWord> words, int at, int before = 3)
    {
        for (var i = at - 1; i >= 0 && i >= at - before; i--)
            if (Value(text, words[i]).IndexOf('@') > 0 || Value(text, words[i]) is "[EMAIL" or "EMAIL" or "[EMAIL]" or "mail" or "email" or "e-mail") return true;
        return false;
    }

    /// <summary>Where a value of several words ends that begins with a quote behind "password": at the closing quote; −1 where there is none.</summary>
    public static int Quoted(string text, List<SpokenWord> words, int at)
    {
        if (text[words[at].Start - 1] is not ('"' or '“' or '„') || !IsAssigned(text, words, at, SecretShape.Odd)) return -1;
        var close = text.AsSpan(words[at].End, Math.Min(48, text.Length - words[at].End)).IndexOfAny("\"”“\n");
        return close > 0 && text[words[at].End + close] != '\n' ? words[at].End + close : -1;
    }

    /// <summary>True where only "and", "or", "now" and the like stand between the last secret and this word.</summary>
    public static bool IsNext(string text, List<SpokenWord> words, int last, int at)
    {
        if (last < 0 || at - last > 4) return false;
        for (var i = last + 1; i < at; i++)
            if (!Is(Joins, Value(text, words[i])) && !IsName(words[i])) return false;
        return true;
    }

    /// <summary>True where another word of the line differs from this one in some signs only: "Pudel12 … Pudel13".</summary>
    public static bool HasSibling(string text, List<SpokenWord> words, int at)
    {
        var value = Value(text, words[at]);
        for (var i = Math.Max(0, at - Near); i < words.Count && i <= at + Near; i++)
        {
            var other = Value(text, words[i]);
            if (i == at || Math.Abs(other.Length - value.Length) > 6 || other.Length < 5 || other.SequenceEqual(value)) continue;
            var shared = 0;
            while (shared < Math.Min(value.Length, other.Length) && char.ToUpperInvariant(value[shared]) == char.ToUpperInvariant(other[shared])) shared++;
            if (shared > 3 && shared * 2 > value.Length && SecretShape.Of(other) >= SecretShape.Word) return true;
        }

        return false;
    }

    /// <summary>"changed from", "the old with … the new with": two values of one thing.</summary>
    public static bool IsChanged(string text, List<SpokenWord> words, int at)
    {
        for (var i = Math.Max(0, at - Near); i < at; i++)
            if (Value(text, words[i]) is "changed" or "old" or "new" or "old:" or "new:" or "Old" or "New" or "forgot") return true;
        return false;
    }

    /// <summary>"from x to y", both of them words that hardly stand for anything else.</summary>
    public static bool IsFromTo(string text, List<SpokenWord> words, int at) =>
        (at > 0 && at + 2 < words.Count && Value(text, words[at - 1]) is "from" && Value(text, words[at + 1]) is "to" && SecretShape.Of(Value(text, words[at + 2])) >= SecretShape.Mixed)
        || (at > 2 && Value(text, words[at - 3]) is "from" && Value(text, words[at - 1]) is "to" && SecretShape.Of(Value(text, words[at - 2])) >= SecretShape.Mixed);

    /// <summary>"forgot if it was": what is forgotten is no model and no file.</summary>
    public static bool IsForgotten(string text, List<SpokenWord> words, int at)
    {
        for (var i = Math.Max(0, at - Near); i < at; i++)
            if (Value(text, words[i]) is "forgot" or "forgotten" or "remember") return true;
        return false;
    }

    /// <summary>True for "is", "=" and other words that say that a value comes.</summary>
    public static bool IsLink(ReadOnlySpan<char> word) => Is(Links, word);

    /// <summary>How many units before the value belong to something else: a switch of a command, or the user's name.</summary>
    public static int Cut(string text, List<SpokenWord> words, int at, ReadOnlySpan<char> value)
    {
        if (value.Length > 6 && value.StartsWith("-p") && value[2] is not ('-' or 'a' or 'r') && at > 0 && SecretShape.Of(value[2..]) > SecretShape.Word)
            for (var i = Math.Max(0, at - 2 * Near); i < at; i++)
                if (Value(text, words[i]) is "mysql" or "mysqldump" or "psql" or "mongo" or "mongosh" or "docker" or "sshpass" or "7z") return 2;
        var colon = value.IndexOf(':');
        if (colon < 0 && value.IndexOf('/') is > 1 and var slash && slash < value.Length - 5 && SecretShape.Of(value[(slash + 1)..]) >= SecretShape.Mixed && SecretShape.IsChosen(value[(slash + 1)..]) && !value[..slash].ContainsAny("./")
            && at > 0 && (words[at - 1].Cue is SecretCue.Login or SecretCue.Password || (at > 1 && words[at - 2].Cue is SecretCue.Login or SecretCue.Password && Value(text, words[at - 1]) is "is" or "was"))) return slash + 1;
        if (colon < 2 || colon > value.Length - 5 || value[..colon].ContainsAnyInRange('0', '9') || value.ContainsAny(CodeMarks)) return 0;
        var isUser = Is(Users, value[..colon]) || IsAddress(value[..colon]) || at > 0 && (Value(text, words[at - 1]) is "-u" or "--user") || Has(words, at, SecretCue.Login, Near, 0) || Has(words, at, SecretCue.Account, Near, 0) || Has(words, at, SecretCue.Password, Near, 0)
            || (Has(words, at, SecretCue.Login, 0, Near / 2) && SecretShape.IsInner(value[(colon + 1)..]));
        return isUser && SecretShape.Of(value[(colon + 1)..]) >= SecretShape.Word ? colon + 1 : 0;
    }

    private static bool IsAddress(ReadOnlySpan<char> value) => value is "EMAIL]" or "EMAIL" || (value.IndexOf('@') is > 0 and var sign && value[sign..].Contains('.'));

    /// <summary>"log in with", quoted or not.</summary>
    public static bool IsAfterWith(string text, List<SpokenWord> words, int at) =>
        at > 0 && (words[at].Opened || Value(text, words[at - 1]) is "with" or "as" or "med" or "mit" or "con" or "avec" or "by" || (at > 2 && Value(text, words[at - 1]) is "and" or "und" or "et" or "y" && Value(text, words[at - 2]).IndexOfAny('@', ']') >= 0));

    /// <summary>True where a comma ends the value: what follows is about something else.</summary>
    public static bool IsListed(string text, SpokenWord word) => Chars.At(text, word.End) == ',' || (Chars.At(text, word.End) is '"' or '\'' && Chars.At(text, word.End + 1) == ',');

    /// <summary>True where a quote stands before the word.</summary>
    public static bool IsQuoted(string text, SpokenWord word) => word.Start > 0 && text[word.Start - 1] is '"' or '“' or '„' or '\'';

    private static bool Is(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
