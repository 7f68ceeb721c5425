using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Anonymizing;

/// <summary>Secrets behind a label: a code word, the answer to a security question, a key of JSON, the code that unlocks a device, groups of an app's
/// password, the column of a table whose head says "password".</summary>
internal static partial class SecretLabels
{
    private const int MaxLine = 4_000;

    private const double Score = 0.75;

    /// <summary>What stands in a text in which a pattern is sought.</summary>
    private static readonly string[]
        WordHints = ["code word", "codeword", "code-word", "magic word", "memorable word", "safe word", "safeword", "secret word", "security word", "watchword", "key phrase", "keyphrase", "key-phrase", "security phrase", "secret phrase", "kennwort", "losung", "codewort", "geheimwort", "mot secret", "palabra secreta"],
        AnswerHints = ["security question", "secret question", "security answer", "secret answer", "sicherheitsfrage", "pregunta de seg", "question secr", "memorable "],
        UnlockHints = ["unlock", "entsperr", "zugangsc", "sicherheitsc", "bestätigungsc", "freischaltc", "einmalc", "türc", "toegangsc", "ontgrendel", "déverrouill", "desbloque", "opens with", "door is", "gate is", "safe is", "alarm is", "locker is"],
        GroupsHints = ["app password", "app-password", "app specific", "app-specific", "backup code", "backup-code", "recovery code", "recovery key", "emergency code", "backup key", "ssid", "wlan", "wpa", "wifi", "wi-fi", "network key", "licence key", "license key", "activation code", "activation key", "product key", "pairing code"],
        PatternHints = ["pattern", "swipe", "combination"],
        JsonHints = ["\"pass\"", "'pass'", "\"pw\"", "'pw'", "\"pwd\"", "'pwd'", "\"pin\"", "'pin'", "\"passwd\"", "\"passcode\"", "\"otp\"", "\"passwort\"", "\"user_pass\"", "\"login_pw\"", "pass:\"", "pass: \"", "pw:\""],
        GluedHints = ["password/", "passwort/", "pw/", "pwd/", "password;", "pw;", "password|", "pw|", "password,", "passwort,", "admin/", "root/", "p.w", "psswrd", "paswoord", "parool", "pin/", "p/w", "p: ", "pw- ", "pass- ", "password -", "password #", "passw.", "pass."];

    private static readonly string[] HeadHints = ["passw", "kennw", "| pass", "|pass", "| pw", "|pw", "| pin", "|pin", ";pass", ",pass", "\tpass", ";pw", ",pw", "\tpw", "wachtw", "contrase", "mot de passe"];

    private static readonly (string[] Words, SearchValues<string> Hints, Func<Regex> Pattern)[] Patterns =
    [
        (WordHints, Any(WordHints), Word), (AnswerHints, Any(AnswerHints), Answer), (JsonHints, Any(JsonHints), Json), (GluedHints, Any(GluedHints), Glued),
        (UnlockHints, Any(UnlockHints), Unlock), (GroupsHints, Any(GroupsHints), Groups), (PatternHints, Any(PatternHints), Pattern),
    ];

    /// <summary>Bit of the group that has hints with accents at their beginning, and bit of columns.</summary>
    public const int WithAccents = 1 << 4, Columns = 1 << 7;

    /// <summary>What a text with a label holds, with the bit of its group.</summary>
    public static IEnumerable<(string Hint, int Bit)> Hints => Patterns.SelectMany((p, i) => p.Words.Select(w => (w, 1 << i))).Concat(HeadHints.Select(w => (w, Columns)));

    private static readonly SearchValues<string> Heads = Any(HeadHints), HeadNames = Any("pass", "pw", "pin", "kennw", "wachtw", "contrase");

    /// <summary>Adds the values behind labels of the groups whose bits are given.</summary>
    public static void AddTo(string text, int groups, List<Span> into, Func<int, int, double, Span> span)
    {
        var found = new List<(int Start, int End)>();
        for (var i = 0; i < Patterns.Length; i++)
            if ((groups & (1 << i)) != 0) Add(text, Patterns[i].Hints, Patterns[i].Pattern, found);
        if ((groups & Columns) != 0 && text.Contains('\n') && text.AsSpan().ContainsAny(Heads)) AddColumn(text, found);
        foreach (var (start, end) in found) into.Add(span(start, end, Score));
    }

    private static void Add(string text, SearchValues<string> hints, Func<Regex> pattern, List<(int Start, int End)> found)
    {
        if (!text.AsSpan().ContainsAny(hints)) return;
        foreach (Match match in pattern().Matches(text))
            if (match.Groups["value"] is { Success: true } value && Trimmed(text, value.Index, value.Index + value.Length) is var end && end - value.Index > 2) found.Add((value.Index, end));
    }

    private static int Trimmed(string text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or ',' or '?' or ':' or ';' or '"' or '\'' or ')' or ']' or '}') end--;
        return end;
    }

    /// <summary>The cells below a head that says "password", up to a line of another form.</summary>
    private static void AddColumn(string text, List<(int Start, int End)> found)
    {
        var (column, mark, cells) = (-1, '\0', 0);
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from) is >= 0 and var line ? line : text.Length;
            var row = text.AsSpan(from, Math.Min(end - from, MaxLine)).TrimEnd();
            if (column >= 0 && row.Count(mark) == cells)
            {
                var (start, stop) = Cell(row, mark, column);
                var value = row[start..stop].Trim();
                if (value.Length > 2 && value.IndexOfAnyExcept("-: =") >= 0 && !value.StartsWith("[")) found.Add((from + row[..stop].LastIndexOf(value), from + row[..stop].LastIndexOf(value) + value.Length));
            }
            else
            {
                (column, mark) = Head(row);
                cells = column < 0 ? 0 : row.Count(mark);
            }

            from = end + 1;
        }
    }

    private static (int Column, char Mark) Head(ReadOnlySpan<char> row)
    {
        if (!row.ContainsAny(HeadNames)) return (-1, '\0');
        foreach (var mark in "|\t;,")
        {
            if (row.Count(mark) is 0 or > 12) continue;
            for (var column = 0; column <= row.Count(mark); column++)
            {
                var (start, stop) = Cell(row, mark, column);
                if (Column().IsMatch(row[start..stop])) return (column, mark);
            }
        }

        return (-1, '\0');
    }

    private static (int Start, int End) Cell(ReadOnlySpan<char> row, char mark, int column)
    {
        var start = 0;
        for (; column > 0; column--) start += row[start..].IndexOf(mark) + 1;
        var end = row[start..].IndexOf(mark);
        return (start, end < 0 ? row.Length : start + end);
    }

    private static SearchValues<string> Any(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*""?(?:passw(?:ord|ort|d)|pass|pw|pwd|pin|kennwort|wachtwoord|contraseña|mot\sde\spasse|passcode)""?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Column();

    // "code word: bluebell12", "my codeword with you is …". Without a colon or "is", only a value with a digit.
    [GeneratedRegex("""
        \b(?:(?:magic|memorable|code|safe|secret|security)[\s-]?word|codeword|safeword|watchword|(?:key|security|secret)[\s-]?phrase|kennwort|losungswort|codewort|geheimwort|mot\ssecret|palabra\ssecreta)
        (?:\s(?:with|for|of|on|at)\s(?:\w+\s?){1,3})?
        (?:\s?(?::|=|->)\s?|\s(?:is|was|ist|lautet|est|es)\s:?|\s)["'“„]?
        (?<value>(?<=[:=>]\s?["'“„]?|\b(?:is|was|ist|lautet|est|es)\s:?["'“„]?)(?!(?:not|no|wrong|correct|the|a|an|too|very|set|being|also|still|now|my|your|what|that|weak|strong|required|missing|empty|invalid|incorrect|accepted|refused|rejected)\b)[\p{L}\d][^\s"'”“,;<>()\[\]]{3,63}|(?=[^\s]{0,63}\d)(?=[^\s]{0,63}\p{L})[\p{L}\d][^\s"'”“,;<>()\[\]]{3,63})
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();

    // "security question: mother's maiden name, answer: …", "secret answer …".
    [GeneratedRegex("""
        \b(?:(?:security|secret)\squestion|sicherheitsfrage|pregunta\sde\sseguridad|question\ssecrète)\b[^\n]{0,120}?\b(?:answer|antwort|respuesta|réponse)(?:\sis|\swas|\sist)?\s?[:=]?\s?["'“„]?(?<value>[\p{L}\d][^\s"'”“,;<>()\[\]]{2,63})
        |\b(?:security|secret)\sanswers?(?:\s(?:is|was)\s|\s?[:=]\s?)["'“„]?(?<value>(?!(?:not|no|wrong|correct|the|a|an|set|my|your|required|missing)\b)[\p{L}\d][^\s"'”“,;<>()\[\]]{2,63})
        |\bmemorable\s(?:name|place|date|information|info|answer)(?:\s(?:is|was)\s|\s?[:=]\s?)["'“„]?(?<value>[\p{L}\d][^\s"'”“,;<>()\[\]]{2,63})
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Answer();

    [GeneratedRegex("""
        (?:"|'|\b)(?:user_|login_)?(?:pass|pw|pwd|pin|passwd|passcode|otp|passwort)(?:"|')?\s?[:=]\s?(?:"(?<value>(?!\[)[^"\n]{3,64})"|'(?<value>(?!\[)[^'\n]{3,64})')
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Json();

    // "password/x", "admin/x", "p.w. x": a value with a digit, glued to its label or right behind it.
    [GeneratedRegex("""
        \b(?:passwor[dt]|passwd|pwd?|passcode|admin|root)[/;|,](?<value>(?=[^\s]{0,63}\d)(?=[^\s]{0,63}\p{L})[^\s"'”“,;<>()\[\]/|]{5,63})(?=[\s.,;!?]|$)
        |\b(?:p\.\s?w\.?|psswrd|paswoord|parool|pass(?:w)?\.)\s?(?::\s?|is\s|=\s?)?["'“„]?(?<value>(?=[^\s]{0,63}\d)(?=[^\s]{0,63}\p{L})[^\s"'”“,;<>()\[\]]{4,63})
        |\b(?:passwor[dt]|passwd|pwd?|pass)\s?[-–#]\s(?<value>(?=[^\s]{0,63}\d)(?=[^\s]{0,63}\p{L})[\p{L}\d][^\s"'”“,;<>()\[\]]{5,63})(?=[\s.,;!?]|$)
        |\bu(?:ser)?:\s?\S{2,60}[\s,/|]{1,3}p(?:w|ass)?:\s?(?<value>[^\s"'”“,;<>()\[\]]{4,63})
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Glued();

    // "unlock it with 4821", "Entsperrcode: 482133", "the safe is 48-21-33".
    [GeneratedRegex("""
        \bunlock\w{0,3}\b[^.!?\n]{0,30}?(?:\b(?:with|use|using|is|by|code|enter|type|dial|press)\b\s?:?\s?|[:,]\s(?:use\s)?|=\s?)["'“„]?(?<value>\d{4,9})\b(?!\s?(?:steps|km|m|kcal|points|times|minutes|hours|days|euros|badges|%|levels?)\b)
        |\b(?:entsperr|zugangs|sicherheits|bestätigungs|freischalt|einmal|tür|toegangs|ontgrendel)-?(?:code|kode|pin|muster)\b[^.!?\n\d]{0,15}?(?<value>\d{4,9}|\d{3}[\s-]\d{3})\b
        |\b(?:code\s(?:de\s)?déverrouillage|code\sde\sdesbloqueo|código\sde\sdesbloqueo|desbloque\w+\scon)\W{1,3}(?:es\s|est\s)?(?<value>\d{4,9})\b
        |\b(?:door|gate|safe|alarm|locker)(?:\s(?:opens\swith|code|pin))?\sis\s(?<value>\d{4,8}|\d{2}-\d{2}-\d{2})\b(?!\s?(?:m|cm|euros|km)\b)
        |\bopens\swith\s(?:the\s)?(?:code\s|pin\s)?(?<value>\d{4,8})\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Unlock();

    // "app password abcd e12f gh3j kl45", "backup code 4821-9931", "SSID home, key 4821-9931-…".
    [GeneratedRegex("""
        \bapp[\s-](?:specific\s)?password\b(?:\sis|\swas)?\W{1,3}(?<value>[a-z\d]{4}(?:[\s-][a-z\d]{4}){2,4})\b
        |\b(?:backup|recovery|emergency|pairing|activation)[\s-](?:code|key)s?\b(?:\sis|\swas)?\W{1,3}(?<value>(?=[^\s]{0,63}\d)[A-Z\d]{3,8}(?:-[A-Z\d]{3,8}){1,7})\b
        |\b(?:licen[cs]e|product)\skey\b(?:\sis|\swas)?\W{1,3}(?<value>(?=[^\s]{0,63}\d)[A-Z\d]{4,8}(?:-[A-Z\d]{4,8}){2,7})\b
        |\b(?:ssid|wlan|wpa[23]?|wi-?fi|network)\b[^.\n]{0,40}?\bkey\b(?:\sis|\swas)?\W{1,3}(?<value>(?=[^\s]{0,63}\d)[A-Z\d]{4,16}(?:-[A-Z\d]{4,16}){1,7}|(?=[^\s]{0,63}\d)(?=[^\s]{0,63}\p{L})[^\s"'”“,;<>()\[\]]{8,63})
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Groups();

    [GeneratedRegex("""
        \b(?:swipe|unlock|lock(?:\sscreen)?|screen)\s(?:pattern|combination)\b(?:\s(?:is|was|for|on|of)\b[^.\n\d]{0,20}?)?\W{0,3}(?<value>\d(?:[-\s]?\d){3,8})\b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
