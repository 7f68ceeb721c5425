using System.Buffers;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>What a word says about secrets nearby.</summary>
internal enum SecretCue : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>"password".</summary>
    Password,

    /// <summary>"PIN", "door code".</summary>
    Pin,

    /// <summary>"passcode": a word or a number.</summary>
    Passcode,

    /// <summary>"token".</summary>
    Key,

    /// <summary>"log in", "credentials".</summary>
    Login,

    /// <summary>"user", "account": what stands beside its name may be a password.</summary>
    Account,

    /// <summary>"tried", "typed": what follows may be a password.</summary>
    Use,

    /// <summary>"passphrase": several words may follow.</summary>
    Phrase,
}

/// <summary>A word of a line without the marks around it.</summary>
/// <param name="Start">Index of its first unit.</param>
/// <param name="End">Index behind its last unit.</param>
/// <param name="Cue">What it says about secrets nearby.</param>
/// <param name="Opened">True where a quote, bracket or mark of assignment stands before it.</param>
/// <param name="Paired">True where a slash or colon stands between it and the word before, as between a user's name and the password.</param>
/// <param name="Stopped">True where a mark that ends a part of a sentence stands behind it.</param>
/// <param name="Bound">True where a colon or an equals sign right behind the word before gives it this value.</param>
internal readonly record struct SpokenWord(int Start, int End, SecretCue Cue, bool Opened, bool Paired, bool Stopped, bool Bound);

/// <summary>Cuts a line into words and tells which of them speak of secrets.</summary>
internal static class SpokenWords
{
    private const int MaxCue = 24, MaxName = 200;
    private static readonly SearchValues<char> NameChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Words that make "code" one that keeps others out, and words that make it one that tells something.</summary>
    private static readonly HashSet<string> Codes = Set("two-factor two-step factor unlock one-time onetime verification security access login sms 2fa otp entry door lock gate alarm locker auth authentication confirm confirmation pass secret screen backup recovery time voicemail safe studio bike"),
        OpenCodes = Set("error status zip postal post country area dialling dial promo promotion discount voucher coupon referral invite gift product article exit response dress bar qr source color colour sort branch tax swift http hex item booking order activity identifier claim access-point ref reference suite box");

    private static readonly HashSet<string> Nets = Set("wifi wi-fi wlan wpa wpa2 wpa3 network router");
    private static readonly HashSet<string> Passes = Set("boarding ski bus gym day week season monthly annual train rail travel class visitor museum backstage hall press mountain free");

    private static readonly Dictionary<string, SecretCue> Cues = Table(
        (SecretCue.Password, "password passwords passwort passwd pass pwd pw passphrase kennwort contraseña contrasena clave senha wachtwoord hasło hasłem hasła lösenord wifi-password wifi-key wlan-key wlan-passwort pword psk passord adgangskode kodeord salasana heslo jelszó parola şifre şifrem şifresi пароль κωδικός passkey pasword passwrd pass-word passe mdp passw p/w u/p psw pswd psswd pssword passwrt paswort passwordt passsword paassword passwod passwor passowrd passwrod passwird passwrord paswrd pswrd pwrd p@ssword pa$$word p@$$word passw0rd password1 password2 passwort1 user/password username/password"),
        (SecretCue.Pin, "pin otp tan pincode pin-code mpin authenticator pins puk geheimzahl zugangscode geheimcode digicode mtan"),
        (SecretCue.Passcode, "passcode pass-code passcodes"),
        (SecretCue.Key, "key apikey api-key api_key token api-token api_token access-token secret secrets client-secret bearer keys tokens"),
        (SecretCue.Login, "login log logs sign credentials creds credential signin logon locked zugangsdaten anmeldung loggar identifiants acceso logged"),
        (SecretCue.Account, "wifi wi-fi wlan ssid user username account accounts auth admin root user/pass login/password"),
        (SecretCue.Use, "try tried typed type forgot forgotten always typing accept accepts accepted take takes refuses refused rejects rejected enter entered"));

    private static readonly string[] Asian = ["パスワード", "暗証番号", "密码", "密碼", "口令", "비밀번호", "암호"];

    /// <summary>The words that speak of secrets, and how.</summary>
    public static IReadOnlyDictionary<string, SecretCue> CueWords => Cues;

    /// <summary>The words of <c>text[from..to]</c>.</summary>
    public static void Read(string text, int from, int to, List<SpokenWord> into)
    {
        into.Clear();
        for (var i = from; i < to;)
        {
            while (i < to && char.IsWhiteSpace(text[i])) i++;
            var start = i;
            while (i < to && !char.IsWhiteSpace(text[i]) && (i == start || IsAsian(text[i]) == IsAsian(text[i - 1])) && text[i] != '→') i++;
            if (i == start) i++;
            else Add(text, start, i, into);
        }
    }

    /// <summary>A word without the marks around it; what stands before a mark of assignment in it is a word of its own.</summary>
    private static void Add(string text, int start, int end, List<SpokenWord> into)
    {
        var cut = start;
        // "pw:runner12", "key=…": the value begins behind the mark.
        for (var i = start + 1; i < Math.Min(end - 3, start + MaxName); i++)
        {
            if (text[i] is not (':' or '=' or '>') || text[i + 1] == '/' || (text[i] == '>' && text[start] != '<')) continue;
            var own = Cue(text.AsSpan(start, i - start).Trim("\"'(*-_`?&{<$"), into, text);
            if (own == SecretCue.None) own = NamedCue(text.AsSpan(start, i - start));
            if (own == SecretCue.None && i == start + 1 && text[start] is 'p' or 'P' && HasUser(into, text)) own = SecretCue.Password;
            if (own == SecretCue.None && !(text.AsSpan(start, i - start).Equals("value", StringComparison.OrdinalIgnoreCase) && into.Count > 0 && IsSecretName(text.AsSpan(into[^1].Start, into[^1].End - into[^1].Start)))) continue;
            into.Add(new(start, i, own == SecretCue.None ? SecretCue.Password : own, false, false, false, false));
            cut = i + 1;
            end = EndOf(text, cut, end);
            break;
        }

        var bound = cut > start || IsBound(text, start);
        var opened = bound || IsAssigned(text, start);
        var paired = IsPaired(text, start);
        while (cut < end && text[cut] is '"' or '\'' or '(' or '[' or '{' or '“' or '”' or '„' or '«' or '‘' or '’' or '`' or '<' or '*')
        {
            opened |= text[cut] is not ('[' or '<' or '*');
            cut++;
        }

        var stop = end;
        while (stop > cut && text[stop - 1] is '"' or '\'' or ')' or ']' or '}' or '”' or '“' or '’' or '»' or '`' or ',' or ';' or ':' or '>' or '*' or '.') stop--;
        if (stop == cut) return;
        var bare = text.AsSpan(cut, stop - cut).TrimEnd("!?-=");
        var cue = Cue(bare.TrimStart("-$"), into, text);
        // "DB_PASSWORD = …"
        if (cue == SecretCue.None && bare.Length > 5 && text.AsSpan(stop).TrimStart(" \"'") is [':' or '=', ..]) cue = NamedCue(bare);
        if (cue == SecretCue.Password && stop - cut == 4 && text.AsSpan(cut, 4).Equals("pass", StringComparison.OrdinalIgnoreCase) && !IsPassword(text, stop, into)) cue = SecretCue.None;
        into.Add(new(cut, stop, cue, opened, paired, stop < end, bound));
    }

    /// <summary>"DB_PASSWORD", "…;Pwd", "…&amp;password": a name in code that ends with the word for a password.</summary>
    private static SecretCue NamedCue(ReadOnlySpan<char> name)
    {
        var first = (name = name.TrimEnd("\"'`")).LastIndexOfAnyExcept(NameChars) + 1;
        name = name[first..];
        if (name.Length is < 2 or > 40) return SecretCue.None;
        foreach (var end in (ReadOnlySpan<string>)["password", "passwd", "pwd", "passphrase", "passwort", "_pass", "_pw"])
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return SecretCue.Password;
        return first > 0 && (name.Equals("pass", StringComparison.OrdinalIgnoreCase) || name.Equals("pw", StringComparison.OrdinalIgnoreCase)) ? SecretCue.Password : SecretCue.None;
    }

    /// <summary>Where a value ends that further ones follow: "Pwd=x;Port=1", "pw=x&amp;user=y", "&lt;pw&gt;x&lt;/pw&gt;".</summary>
    private static int EndOf(string text, int from, int end)
    {
        for (var i = from + 1; i < end - 1; i++)
        {
            if (text[i] == '<' && text[i + 1] == '/') return i;
            if (text[i] is not (';' or '&')) continue;
            var next = text.AsSpan(i + 1, end - i - 1).IndexOfAnyExcept(NameChars);
            if (next > 0 && text[i + 1 + next] == '=') return i;
        }

        return end;
    }

    /// <summary>"u: jane p: x"</summary>
    private static bool HasUser(List<SpokenWord> before, string text)
    {
        for (var i = before.Count - 1; i >= 0 && i >= before.Count - 4; i--)
            if (before[i].Cue == SecretCue.Account || text.AsSpan(before[i].Start, before[i].End - before[i].Start) is "u" or "U" or "un" or "u:" or "U:") return true;
        return false;
    }

    /// <summary>"pass" is also what lets somebody in, and a verb.</summary>
    private static bool IsPassword(string text, int end, List<SpokenWord> before)
    {
        if (text.AsSpan(end).TrimStart(' ') is [':' or '=', ..] or ['i', 's', ' ', ..] or ['w', 'a', 's', ' ', ..]) return true;
        if (before.Count > 0 && Passes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(before[^1].Start, before[^1].End - before[^1].Start))) return false;
        // The value follows, perhaps behind one more word.
        var rest = text.AsSpan(end, Math.Min(text.Length - end, 80)).TrimStart(" -–—,:");
        for (var i = 0; i < 2 && !rest.IsEmpty; i++)
        {
            var stop = rest.IndexOfAny(" \r\n\t");
            if (SecretShape.Of((stop < 0 ? rest : rest[..stop]).Trim("\"'(),;")) >= SecretShape.Mixed) return true;
            rest = stop < 0 ? default : rest[stop..].TrimStart(' ');
        }

        return before.Count > 0 && (before[^1].Cue != SecretCue.None || text.AsSpan(before[^1].Start, before[^1].End - before[^1].Start) is "my" or "and" or "db" or "wifi" or "wi-fi" or "mail" or "old" or "new" or "wrong"
            || (before.Count > 1 && before[^2].Cue is SecretCue.Account or SecretCue.Login));
    }

    private static SecretCue Cue(ReadOnlySpan<char> bare, List<SpokenWord> before, string text)
    {
        if (bare.EndsWith("'s") || bare.EndsWith("’s")) bare = bare[..^2];
        if (bare.Length is 0 or > MaxCue || !SpokenCues.MayBe(bare)) return SecretCue.None;
        if (bare.Equals("key", StringComparison.OrdinalIgnoreCase) && before.Count > 0 && Nets.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(before[^1].Start, before[^1].End - before[^1].Start))) return SecretCue.Password;
        if (bare.EndsWith("-code", StringComparison.OrdinalIgnoreCase) && Codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare[..^5])) return SecretCue.Pin;
        if (Cues.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare, out var found)) return found;
        if (bare[0] >= 0x3000)
        {
            foreach (var word in Asian)
                if (bare.Contains(word, StringComparison.Ordinal)) return SecretCue.Password;
            return SecretCue.None;
        }

        if ((bare.Equals("phrase", StringComparison.OrdinalIgnoreCase) && before.Count > 0 && text.AsSpan(before[^1].Start, before[^1].End - before[^1].Start) is "pass" or "seed" or "recovery" or "secret")
            || bare.Equals("passphrase", StringComparison.OrdinalIgnoreCase)) return SecretCue.Phrase;
        if (bare is "combination" && before.Count > 0 && Codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(before[^1].Start, before[^1].End - before[^1].Start))) return SecretCue.Pin;
        if (bare is "kod" or "koden" or "código" or "codigo" or "codice") return SecretCue.Key;
        if ((bare.Equals("answer", StringComparison.OrdinalIgnoreCase) || bare.Equals("word", StringComparison.OrdinalIgnoreCase) || bare.Equals("question", StringComparison.OrdinalIgnoreCase)) && before.Count > 0)
            return text.AsSpan(before[^1].Start, before[^1].End - before[^1].Start) is "secret" or "security" or "Secret" or "Security" or "pass" ? SecretCue.Password : SecretCue.None;
        if (!bare.StartsWith("code", StringComparison.OrdinalIgnoreCase) && !bare.Equals("pattern", StringComparison.OrdinalIgnoreCase)) return SecretCue.None;
        if (bare.Length > (bare[0] is 'c' or 'C' ? 5 : 7)) return SecretCue.None;
        for (var i = before.Count - 1; i >= 0 && i >= before.Count - 2; i--)
        {
            var word = text.AsSpan(before[i].Start, before[i].End - before[i].Start);
            if (OpenCodes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return SecretCue.None;
            if (Codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return SecretCue.Pin;
        }

        // Any other code counts only where the number follows at once: "the code is 4711".
        return bare.Length == 4 ? SecretCue.Key : SecretCue.None;
    }

    /// <summary>"SmtpPassword", "db_secret".</summary>
    private static bool IsSecretName(ReadOnlySpan<char> word) =>
        word.Contains("passw", StringComparison.OrdinalIgnoreCase) || word.Contains("secret", StringComparison.OrdinalIgnoreCase)
        || word.Contains("token", StringComparison.OrdinalIgnoreCase) || word.Contains("apikey", StringComparison.OrdinalIgnoreCase);

    private static bool IsAssigned(string text, int start)
    {
        var i = Mark(text, start);
        return i >= 0 && (text[i] is ':' or '=' or '→' || (text[i] == '>' && i > 0 && text[i - 1] is '-' or '=') || (text[i] is '–' or '—' && i < start - 1));
    }

    /// <summary>Index of the mark before a word; "**Password:** x" has more than spaces between.</summary>
    private static int Mark(string text, int start)
    {
        var i = start - 1;
        while (i >= 0 && text[i] == ' ') i--;
        while (i > 1 && i < start - 1 && text[i] == '*') i--;
        return i;
    }

    /// <summary>"name: value", "name = value".</summary>
    private static bool IsBound(string text, int start)
    {
        var i = Mark(text, start);
        return i > 0 && text[i] is ':' or '=' && (text[i - 1] != ' ' || text[i] == '=');
    }

    private static bool IsPaired(string text, int start)
    {
        var i = start - 1;
        while (i >= 0 && text[i] == ' ') i--;
        return i > 1 && text[i] is '/' or '|' or ':' && text[i - 1] == ' ';
    }

    private static bool IsAsian(char c) => c >= 0x3000 && (Fold.IsIdeograph(c) || c is (>= '\u3000' and <= '\u30FF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF00' and <= '\uFF65'));

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, SecretCue> Table(params (SecretCue Cue, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(' ').Select(w => (w, r.Cue))).DistinctBy(r => r.w, StringComparer.OrdinalIgnoreCase).ToDictionary(r => r.w, r => r.Cue, StringComparer.OrdinalIgnoreCase);
}
