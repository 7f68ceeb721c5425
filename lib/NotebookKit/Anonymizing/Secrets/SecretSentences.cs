using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>How sentences tell a password that no mark or digit gives away: "x is my password", "the password x is refused", "change it to x".</summary>
internal static class SecretSentences
{
    private const int Reach = 4, FarReach = 8;

    private static readonly SearchValues<char> CodeChars = SearchValues.Create("[]@/\\<>{}()=");

    /// <summary>Words between the value and "password": "x as my new password".</summary>
    private static readonly HashSet<string> Owners = Set("my the a our your new old current temporary temp first last wifi admin login account app mein das neues altes als");

    /// <summary>How a sentence goes on behind "x is my password", and behind "the password x".</summary>
    private static readonly HashSet<string> Goes = Set("i we you that for on and but now in to of here still since yesterday today please it at with"),
        Fails = Set("does doesn't doesnt is isn't isnt was wasn't did didn't has hasn't stopped fails failed no not won't works worked will cannot can't keeps gets got once since again for to on and but funktioniert geht ist wird wurde hat");

    /// <summary>What stands behind "password" as a part of its name, though no list has it.</summary>
    private static readonly HashSet<string> Parts = Set("autofill keychain manager managers generator generators popup pop-up textbox checkbox dropdown lockout vault resetting reset recovery prompt prompts toggle hashing hashes bitwarden lastpass dashlane keepass "
            + "onepassword rotation autocomplete captcha signup sign-up login logins signin sso oauth ldap biometrics fingerprint faceid username usernames emails app apps tab tooltip placeholder resets validator validation regex metadata config wizard inputs complexity "
            + "zurücksetzen vergessen ändern eingeben speichern anzeigen feld felder manager-app settings");

    private static readonly HashSet<string> Pronouns = Set("what where here this that which when there who whose these those it mine yours one none nothing something anything same birthday name names everything field link button hint page box option error message words characters letters screen forgotten"),
        Asks = Set("forgot forgotten change reset show hide enter the\"");

    private static readonly HashSet<string> Changes = Set("change changed changing reset resetting set setting update updated switch switched make made put ändern geändert gesetzt setzen");

    /// <summary>"x is my password", "I use x as password": the value stands first.</summary>
    public static bool IsCalled(string text, List<SpokenWord> words, int at)
    {
        if (at + 2 >= words.Count || words[at].Stopped && !SecretPlaces.IsQuoted(text, words[at]) || SecretPlaces.Value(text, words[at + 1]) is not ("is" or "was" or "as" or "for" or "ist" or "war" or "als")) return false;
        if (IsPart(text, words, at)) return false;
        for (var i = at + 2; i < words.Count && i <= at + 2 + 2; i++)
        {
            if (SecretPlaces.IsName(words[i])) return IsOver(text, words, i) || (i + 1 < words.Count && Is(Goes, SecretPlaces.Value(text, words[i + 1])));
            if (!Is(Owners, SecretPlaces.Value(text, words[i]))) return false;
        }

        return false;
    }

    /// <summary>"I use x as my password", "x is my password", of a usual word, where nothing else is said.</summary>
    public static bool IsPlainlyCalled(string text, List<SpokenWord> words, int at)
    {
        var value = SecretPlaces.Value(text, words[at]);
        if (value.Length < 4 || value.ContainsAny(CodeChars) || SecretPlaces.IsForm(value) || at + 2 >= words.Count || words[at].Stopped && !SecretPlaces.IsQuoted(text, words[at]) || IsPart(text, words, at) || Is(Pronouns, value)) return false;
        var link = SecretPlaces.Value(text, words[at + 1]);
        var used = at > 0 && (words[at - 1].Cue == SecretCue.Use || SecretPlaces.Value(text, words[at - 1]) is "use" or "used" or "using" or "set" or "choose" or "chose" or "chosen");
        if (!(link is "as" && (used || SecretPlaces.IsQuoted(text, words[at]))) && !(link is "is" or "was" && (at == 0 || words[at - 1].Stopped || SecretPlaces.IsQuoted(text, words[at])))) return false;
        for (var i = at + 2; i < words.Count && i <= at + 2 + 2; i++)
        {
            if (SecretPlaces.IsName(words[i])) return IsOver(text, words, i);
            if (!Is(Owners, SecretPlaces.Value(text, words[i]))) return false;
        }

        return false;
    }

    /// <summary>"the password 77moon is refused", "password "moonlight" fails": what stands right behind "password", with a digit in it or in quotes.</summary>
    public static bool IsOddBeside(string text, List<SpokenWord> words, int at)
    {
        if (at == 0 || !SecretPlaces.IsName(words[at - 1]) || words[at - 1].Stopped || words[at].Bound) return false;
        var value = SecretPlaces.Value(text, words[at]);
        if (value.Length < 4 || value.ContainsAny(CodeChars) || IsPart(text, words, at) || Is(Pronouns, value)) return false;
        if (SecretPlaces.IsQuoted(text, words[at])) return Chars.At(text, words[at].End) is '"' or '”' or '“' or '\'' && at > 1 && !Is(Asks, SecretPlaces.Value(text, words[at - 2]));
        var (digits, letters) = SecretShape.Count(value);
        return digits > 0 && letters > 1 && value.IndexOf('-') < 0 && at + 1 < words.Count && Is(Fails, SecretPlaces.Value(text, words[at + 1])) && SecretPlaces.Value(text, words[at + 1]) is not ("for" or "to" or "on" or "and");
    }

    /// <summary>"the password x is refused", "user y, password x": a word that no list has right behind "password".</summary>
    public static bool IsBeside(string text, List<SpokenWord> words, int at)
    {
        if (at == 0 || !SecretPlaces.IsName(words[at - 1]) || IsPart(text, words, at)) return false;
        var name = SecretPlaces.Value(text, words[at - 1]);
        if (name.EndsWith("s", StringComparison.OrdinalIgnoreCase) && !name.Equals("pass", StringComparison.OrdinalIgnoreCase)) return false;
        // "my password, x, does not work"
        if (words[at - 1].Stopped && !(Chars.At(text, words[at - 1].End) == ',' && Chars.At(text, words[at].End) == ',' && at + 1 < words.Count && Is(Fails, SecretPlaces.Value(text, words[at + 1])))) return false;
        if (words[at - 1].Stopped) return true;
        if (Chars.At(text, words[at].End) == ':') return false;
        if (!IsOver(text, words, at)) return at + 1 < words.Count && Is(Fails, SecretPlaces.Value(text, words[at + 1]));
        return at == 1 || (at > 2 && SecretPlaces.Value(text, words[at - 2]) is "the" or "my" && SecretPlaces.Value(text, words[at - 3]) is "use" or "try" or "enter" or "type" or "with" or "tried" or "used" or "typed" or "entered") || SecretPlaces.Value(text, words[at - 2]) is "and" or "with" or "use" or "using" or "try" or "tried" or "typed" or "type" or "new" or "old" or "mit" or "und" || (words[at - 2].Stopped && SecretPlaces.Has(words, at - 1, SecretCue.Account, Reach, 0));
    }

    /// <summary>"change my password to x", "reset it from x to y".</summary>
    public static bool IsSet(string text, List<SpokenWord> words, int at)
    {
        if (at < 2 || IsPart(text, words, at) || SecretPlaces.Value(text, words[at - 1]) is not ("to" or "from" or "auf" or "in")) return false;
        for (var i = at - 2; i >= 0 && i >= at - 2 - Reach; i--)
        {
            if (!SecretPlaces.IsName(words[i])) continue;
            for (var k = i - 1; k >= 0 && k >= i - Reach; k--)
                if (Is(Changes, SecretPlaces.Value(text, words[k]))) return true;
            return i + 1 < words.Count && Is(Changes, SecretPlaces.Value(text, words[i + 1]));
        }

        return false;
    }

    /// <summary>"when it asks for the password I type x": what is typed into the field.</summary>
    public static bool IsTyped(string text, List<SpokenWord> words, int at) =>
        at > 1 && !IsPart(text, words, at) && words[at - 1].Cue == SecretCue.Use && SecretPlaces.Value(text, words[at - 1]) is "type" or "typed" or "enter" or "entered"
        && SecretPlaces.Has(words, at, SecretCue.Password, FarReach, 0);

    /// <summary>"could you reset it to x": no word says what, but hardly anything else looks like it.</summary>
    public static bool IsSetTo(string text, List<SpokenWord> words, int at)
    {
        if (at < 2 || SecretPlaces.Value(text, words[at - 1]) is not "to" || SecretPlaces.Value(text, words[at - 2]) is not ("it" or "that" or "mine" or "them")) return false;
        return at > 2 && Is(Changes, SecretPlaces.Value(text, words[at - 3]));
    }

    /// <summary>"login jane x", "my login is jane and x": the user's name, then what opens.</summary>
    public static bool IsLogin(string text, List<SpokenWord> words, int at)
    {
        if (at < 2 || SecretShape.Of(SecretPlaces.Value(text, words[at - 1])) > SecretShape.Odd) return false;
        var joined = SecretPlaces.Value(text, words[at - 1]) is "and" or "und" or "," or "/" or "with";
        var user = joined ? at - 2 : at - 1;
        if (user < 1 || !IsUnknown(SecretPlaces.Value(text, words[user]))) return false;
        var cue = SecretPlaces.IsLink(SecretPlaces.Value(text, words[user - 1])) ? user - 2 : user - 1;
        return cue >= 0 && words[cue].Cue == SecretCue.Login && SecretPlaces.Value(text, words[cue]) is not ("in" or "log" or "sign");
    }

    /// <summary>"the code in the mail was 482133", "use 482133 to log in", "4821 does not work as PIN".</summary>
    public static bool IsToldCode(string text, List<SpokenWord> words, int at)
    {
        var six = words[at].End - words[at].Start == 6;
        for (var i = at - 2; at > 2 && six && i >= 0 && i >= at - 2 - Reach && SecretPlaces.Value(text, words[at - 1]) is "is" or "was"; i--)
            if (SecretNumbers.IsCodeWord(text, words[i])) return true;
        if (six && at > 0 && at + 1 < words.Count && SecretPlaces.Value(text, words[at - 1]) is "use" or "Use" or "enter" or "Enter" or "type" or "with" && SecretPlaces.Value(text, words[at + 1]) is "to" or "as" or "in" or "into" or "and"
            && (words[at - 1].Cue == SecretCue.Use || SecretPlaces.Has(words, at, SecretCue.Login, Reach, Reach) || SecretPlaces.Has(words, at, SecretCue.Key, 0, Reach))) return true;
        for (var i = at + 2; i < words.Count && i <= at + FarReach; i++)
            if (words[i].Cue is SecretCue.Pin or SecretCue.Passcode) return SecretPlaces.Value(text, words[i - 1]) is "as" || (SecretPlaces.Value(text, words[i - 1]) is "a" or "the" or "my" && SecretPlaces.Value(text, words[i - 2]) is "as");
        return false;
    }

    /// <summary>"the code you sent, 482133, is over", "482133 as the verification code".</summary>
    public static bool IsSentCode(string text, List<SpokenWord> words, int at)
    {
        var comma = at > 1 && Chars.At(text, words[at - 1].End) == ',' && Chars.At(text, words[at].End) == ',';
        for (var i = at - 1; comma && i >= 0 && i >= at - Reach; i--)
            if ((words[i].Cue == SecretCue.Pin || SecretNumbers.IsCodeWord(text, words[i])) && i + 1 < at && SecretPlaces.Value(text, words[i + 1]) is "you" or "I" or "i" or "we" or "from") return true;
        if (at + 2 >= words.Count || words[at].Stopped || SecretPlaces.Value(text, words[at + 1]) is not ("as" or "is" or "was")) return false;
        for (var i = at + 2; i < words.Count && i <= at + 2 + Reach; i++)
            if (words[i].Cue == SecretCue.Pin || (i == at + 3 && SecretNumbers.IsCodeWord(text, words[i]) && SecretPlaces.Value(text, words[i - 1]) is "the" or "my")) return true;
        return false;
    }

    /// <summary>"the password is the day of our wedding, 14.06.1998".</summary>
    public static bool IsExplained(string text, List<SpokenWord> words, int at)
    {
        for (var i = at - 3; i >= 0 && i >= at - FarReach - 1; i--)
            if (SecretPlaces.IsName(words[i])) return SecretPlaces.Value(text, words[i + 1]) is "is" or "was" or "ist" && SecretPlaces.Value(text, words[i + 2]) is "the" or "my" or "our" or "mein" or "unser" or "der" or "das";
        return false;
    }

    /// <summary>"admin:x": a name that every system has, and what stands right behind its colon.</summary>
    public static bool IsUserColon(string text, List<SpokenWord> words, int at) =>
        at > 0 && words[at].Start == words[at - 1].End + 1 && text[words[at - 1].End] == ':' && SecretPlaces.Value(text, words[at - 1]) is "admin" or "root" or "guest" or "sa" or "postgres"
        && SecretShape.Of(SecretPlaces.Value(text, words[at])) >= SecretShape.Mixed && SecretShape.IsChosen(SecretPlaces.Value(text, words[at]));

    /// <summary>"use x to log in", "network key: x", "sshpass -p x": for a value that is no name of a thing.</summary>
    public static bool IsGiven(string text, List<SpokenWord> words, int at) =>
        at > 0 && (SecretPlaces.Value(text, words[at - 1]) is "use" or "using" or "with" && SecretPlaces.Has(words, at, SecretCue.Login, 0, Reach)
            || (words[at].Bound && SecretPlaces.Has(words, at, SecretCue.Key, Reach, 0)) || SecretPlaces.Has(words, at, SecretCue.Login, FarReach, FarReach)
            || SecretPlaces.HasAddress(text, words, at, 2) || SecretPlaces.Value(text, words[at - 1]) is "rejecting" or "accepting" or "refusing"
            || (at > 1 && SecretPlaces.Value(text, words[at - 1]) is "-p" && SecretPlaces.Value(text, words[at - 2]) is "sshpass"));

    private static bool IsPart(string text, List<SpokenWord> words, int at) => Is(Parts, SecretPlaces.Value(text, words[at])) || SecretPlaces.IsState(SecretPlaces.Value(text, words[at]));

    private static bool IsOver(string text, List<SpokenWord> words, int at) => at + 1 == words.Count || words[at].Stopped || Chars.At(text, words[at].End) == '\n';

    private static bool IsUnknown(ReadOnlySpan<char> word) => word.Length > 1 && NameTable.Find(NameTokens.Hash(word)) is { Common: 0 } or { IsName: true };

    private static bool Is(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
