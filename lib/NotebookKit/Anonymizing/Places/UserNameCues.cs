namespace NotebookKit.Anonymizing;

/// <summary>User names behind words: fields, "my username is …", the last part of a profile's address.</summary>
internal static class UserNameCues
{
    private const int MaxLength = 40, MaxLinks = 9, MaxFinding = 5;

    /// <summary>1: nothing but a user name follows; 2: only after a mark or a link, and only where the value looks like one; 4: a host of profiles.</summary>
    private static readonly WordMap Keys = new WordMap()
        .Add(1, "username user_name user-name userid user_id db_user dbuser db_username login_name loginname screenname screen_name nickname gamertag benutzername nutzername anmeldename brukernavn brugernavn användarnamn gebruikersnaam twitter_handle"
            + " handle usernames pseudo identifiant gebruikernaam user_login userlogin mysql_user postgres_user smtp_user admin_user ftp_user login_id accountname account_name")
        .Add(2, "user users login usuario usuário utente utilisateur benutzer gebruiker användare nick skype discord telegram snapchat instagram insta tiktok wechat weixin viber kik mastodon bluesky twitter ign uid psn xbox steam snap utilizador");

    private static readonly WordMap Links = new("is was as name id account handle ist lautet es è est de di d'utilisateur utilisateur usuario usuário utente und and my your the his her new old on called named username user nome nombre nom tag number you have on file for me to bei ihnen jetzt now nu ora ahora maintenant agora");

    /// <summary>What stands between "find me" and "as".</summary>
    private static readonly WordMap Finding = new("on in at over under there here online the your this that a our my app forum forums server site board chat channel game community group platform network website");

    private static readonly WordMap NameWords = new("name nom nombre nome naam");

    private static readonly string[] Hosts = ["github.com/", "gitlab.com/", "twitter.com/", "x.com/", "instagram.com/", "facebook.com/", "linkedin.com/in/", "t.me/", "reddit.com/user/", "reddit.com/u/", "twitch.tv/", "tiktok.com/@", "medium.com/@", "youtube.com/@"];

    private static readonly WordMap NoProfiles = new(
        "users user repos search about login signup join search explore home settings features topics trending share intent sharer hashtag help privacy terms blog pricing enterprise orgs apps marketplace sponsors watch reel reels stories p i status pages groups events profile.php tr plugins dialog company jobs feed");

    /// <summary>Values that programs and forms have and nobody's name is.</summary>
    private static readonly WordMap NoNames = new(
        "null none true false undefined string str int integer varchar text char bool boolean self this new input name username user password required unique admin root guest test anonymous default example your my the a an and or not is are was in on"
        + " of to for from with by id email mail page form agent interface experience input data object model info list names field invalid already taken available found exists here there username_here your_username enter please value request req res session ctx param"
        + " optional error empty blank incorrect wrong missing locked disabled active public private has can should must will would cannot be been doing getting trying able login logout button link portal url screen site website system details credentials issue problem problems failed fails account");

    /// <summary>Reads the value behind a cue that begins at an index.</summary>
    public static double Read(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        (start, end) = (at, at);
        foreach (var host in Hosts)
            if (text[at..].StartsWith(host, StringComparison.OrdinalIgnoreCase)) return Profile(text, at, host.Length, out start, out end);
        var as_ = Phrase(text, at);
        if (as_ > 0) return Value(text, as_, 1, true, out start, out end);
        // The key may have begun before: "db_user", "dbUser", "twitter_handle".
        var keyStart = at;
        while (keyStart > 0 && at - keyStart < 20 && Chars.IsWord(text[keyStart - 1])) keyStart--;
        var keyEnd = at;
        while (keyEnd < text.Length && keyEnd - at < 24 && (Chars.IsWord(text[keyEnd]) || (text[keyEnd] == '-' && text[keyEnd..].StartsWith("-name", StringComparison.OrdinalIgnoreCase)))) keyEnd++;
        var key = text[keyStart..keyEnd];
        var kind = Keys.Of(key);
        if (kind == 0) kind = key.EndsWith("username", StringComparison.OrdinalIgnoreCase) || key.EndsWith("_user", StringComparison.OrdinalIgnoreCase) ? 1 : key.EndsWith("User", StringComparison.Ordinal) && key.Length > 4 ? 2 : 0;
        if (kind == 0 || Chars.Before(text, keyStart) is '.' or '$' or '@' or '/' or '<') return 0;
        var p = keyEnd;
        // "user name", "login id", "Skype name is".
        var isSpoken = false;
        if (kind == 2 && IsNamed(text, keyStart)) kind = 1;
        for (var i = 0; i < MaxLinks; i++)
        {
            var gap = WordWalk.SkipSpaces(text, p);
            if (gap == p) break;
            var word = WordWalk.End(text, gap);
            if (word == gap || !Links.Has(text[gap..word])) break;
            if (text[gap..word] is "name" or "id" or "handle" or "tag" or "utilisateur" or "usuario" or "usuário" or "utente" or "d'utilisateur" or "username" or "ID" or "Name") kind = 1;
            if (text[gap..word] is "is" or "was" or "ist" or "lautet" or "es" or "è" or "est" or "as" || (kind == 1 && text[gap..word] is "to")) isSpoken = true;
            p = word;
        }

        return isSpoken ? Value(text, p, kind, true, out start, out end) : Assigned(text, p, kind, out start, out end);
    }

    private static int Phrase(ReadOnlySpan<char> text, int at)
    {
        foreach (var phrase in (ReadOnlySpan<string>)["logged in as ", "log in as ", "sign in as ", "signed in as "])
            if (text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return at + phrase.Length - 1;
        if (!text[at..].StartsWith("find me ", StringComparison.OrdinalIgnoreCase) || Chars.IsWord(Chars.Before(text, at))) return 0;
        // "find me on the forum as …".
        for (var (p, i) = (at + 7, 0); i < MaxFinding; i++)
        {
            var gap = WordWalk.SkipSpaces(text, p);
            p = WordWalk.End(text, gap);
            if (text[gap..p] is "as") return p;
            if (!Finding.Has(text[gap..p])) return 0;
        }

        return 0;
    }

    /// <summary>"nombre de usuario", "nom d'utilisateur", "nome utente".</summary>
    private static bool IsNamed(ReadOnlySpan<char> text, int key)
    {
        var end = WordWalk.SkipSpacesBack(text, key);
        if (end > 1 && text[end - 1] is '\'' or '’' && text[end - 2] is 'd' or 'D') end = WordWalk.SkipSpacesBack(text, end - 2);
        var word = WordWalk.Start(text, end);
        if (text[word..end] is "de" or "di" or "do") word = WordWalk.Start(text, end = WordWalk.SkipSpacesBack(text, word));
        return NameWords.Has(text[word..end]);
    }

    private static double Profile(ReadOnlySpan<char> text, int at, int length, out int start, out int end)
    {
        start = end = at + length;
        if (char.IsLetterOrDigit(Chars.Before(text, at)) || Chars.Before(text, at) == '-') return 0;
        while (end < text.Length && end - start < MaxLength && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' && char.IsAsciiLetterOrDigit(Chars.At(text, end + 1)))) end++;
        if (end - start < 2 || NoProfiles.Has(text[start..end])) return 0;
        var next = Chars.At(text, end);
        // "github.com/owner/project" names a project; the owner may be a company.
        return next == '/' && char.IsLetterOrDigit(Chars.At(text, end + 1)) ? 0.35 : text[at] is 'g' or 'G' ? 0.6 : 0.7;
    }

    private static double Assigned(ReadOnlySpan<char> text, int p, int kind, out int start, out int end)
    {
        start = end = p;
        var q = p;
        if (Chars.At(text, q) is '"' or '\'' or '`' or '*' or ']' or ')') q++;
        q = WordWalk.SkipSpaces(text, q);
        var mark = Chars.At(text, q);
        if (mark is ':' or '=')
        {
            q++;
            if (Chars.At(text, q) is '=' or '>') q++;
            if (Chars.At(text, q) is '=' or '>' or '/') return 0;
            return Value(text, q, kind, false, out start, out end);
        }

        // "CREATE USER 'dev_1'", "username jdoe42".
        if (q == p) return 0;
        if (mark is '\'' or '"') return Value(text, q, kind, true, out start, out end) is > 0 and var quoted ? Math.Min(quoted, 0.7) : 0;
        return Value(text, q, kind, true, out start, out end) is >= 0.6 ? 0.55 : 0;
    }

    /// <summary>The value; in running text it must look like a user name, in a field a word is enough.</summary>
    private static double Value(ReadOnlySpan<char> text, int index, int kind, bool isSpoken, out int start, out int end)
    {
        start = WordWalk.SkipSpaces(text, index);
        var quote = Chars.At(text, start);
        var quoted = quote is '"' or '\'' or '`' or '\u201C' or '*';
        if (quoted) start++;
        if (Chars.At(text, start) == '@') start++;
        if (Chars.At(text, start) is ':') start = WordWalk.SkipSpaces(text, start + 1);
        end = start;
        while (end < text.Length && end - start <= MaxLength && (Chars.IsWord(text[end]) || (text[end] is '.' or '-' && Chars.IsWord(Chars.At(text, end + 1)) && end > start))) end++;
        var name = text[start..end];
        if (name.Length is < 3 or > MaxLength || NoNames.Has(name) || !name.ContainsAnyInRange('a', 'z') && !name.ContainsAnyInRange('A', 'Z')) return 0;
        var next = Chars.At(text, end);
        if (next is '@' && (quoted ? false : char.IsLetterOrDigit(Chars.At(text, end + 1)))) return 0;
        if (next is '(' or '[' or '{' or '<' or '$' or '/' or '\\' || (next == '=' && !quoted) || text[Math.Min(end, text.Length)..].StartsWith("::", StringComparison.Ordinal)) return 0;
        if (quoted && next != quote && !(quote == '\u201C')) return 0;
        var digits = name.ContainsAnyInRange('0', '9');
        var odd = digits || name.Contains('_') || name.Contains('.');
        // "jane.d42" at the end of a line or a sentence; members of objects in code go on, or have no digits at their end.
        var isDotted = digits && name.Count('.') == 1 && char.IsAsciiDigit(name[^1]) && !name[..name.IndexOf('.')].ContainsAnyInRange('0', '9') && EndsValue(text, end);
        // Code names its own variables: "username = user_name".
        if (isSpoken) return odd ? name.Contains('.') && !digits && !quoted ? 0.3 : kind == 1 ? 0.85 : 0.65 : quoted && kind == 1 ? 0.55 : kind == 1 ? 0.3 : 0;
        if (quoted) return digits ? 0.8 : odd ? 0.6 : kind == 1 ? 0.45 : 0.35;
        if (digits) return next is ';' or ',' or ')' && !name.Contains('_') || !name.Contains('.') ? 0.75 : isDotted ? 0.7 : 0.4;
        return odd ? name.Contains('.') ? 0.3 : 0.4 : EndsLine(text, end) && kind == 1 && char.IsLower(name[0]) && name.Length > 4 ? 0.4 : 0.25;
    }

    private static bool EndsValue(ReadOnlySpan<char> text, int end) => WordWalk.SkipSpaces(text, end) is var next && (next >= text.Length || text[next] is '\n' or '\r' || (text[next] == '.' && !Chars.IsWord(Chars.At(text, next + 1))));

    private static bool EndsLine(ReadOnlySpan<char> text, int end) => Chars.At(text, WordWalk.SkipSpaces(text, end)) is '\n' or '\r' or ',' or ';';
}
