using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Tells fast which lines of a text may hold a secret that is said: by the hashes of its words, which all recognizers share.</summary>
internal ref struct SecretHints
{
    /// <summary>What names a secret inside other words, too ("SmtpPassword"): eight, because the vectorized search tells so many apart at once.</summary>
    private static readonly SearchValues<string> Inside = SearchValues.Create(["passw", "passp", "passc", "secret", "token", "kennw", "_pass", "pwd"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Rows of keys, which are secrets with digits alone, and a masked address with what opens it behind.</summary>
    private static readonly SearchValues<string> Rows = SearchValues.Create(["qwert", "asdf", "iloveyou", "letmein", "1q2w", "zxcv", "email]:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of a pair: "p/w", "u/p".</summary>
    private static readonly SearchValues<string> Pairs = SearchValues.Create(["p/w", "u/p"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Foreign = SearchValues.Create(
        ["hasł", "lösenord", "şifre", "парол", "κωδικ", "código", "contraseñ", "パスワード", "暗証番号", "密码", "密碼", "口令", "비밀번호", "암호"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Marks = SearchValues.Create("/|\"“„");

    /// <summary>Words that take a secret of any form, and those beside which it has a digit or a mark.</summary>
    private static readonly HashSet<ulong> Strong = Set([.. Of(SecretCue.Password, SecretCue.Passcode, SecretCue.Pin), "code", "codes", "kod", "koden", "codigo", "codice", "phrase", "pattern", "word"]),
        All = [.. Strong, .. Set([.. Of(SecretCue.Key, SecretCue.Login, SecretCue.Account, SecretCue.Use), "loggar", "logging", "signed", "signing", "signup", "registered", "authentication", "authorization", "mysql", "mysqldump", "psql", "changed", "combination", "refuse", "reject", "acceso", "keycode", "logins", "reset", "rejecting", "accepting", "security", "sshpass", "network"])];

    /// <summary>A bit for the low bits of each hash: most words are told from hints by one look.</summary>
    private static readonly ulong[] Bits = MakeBits();

    private readonly ReadOnlySpan<char> text;
    private readonly List<NameToken> tokens;
    private readonly bool isAll, hasDigits;
    private int token, inside = -1;

    /// <summary>Prepares the search.</summary>
    public SecretHints(ReadOnlySpan<char> text, List<NameToken> tokens)
    {
        this.text = text;
        this.tokens = tokens;
        // Words in other scripts, and an address that may stand beside what opens it.
        isAll = HasOpener(text) || (text.Contains('/') && text.ContainsAny(Pairs))
            || (text.ContainsAnyExceptInRange('\0', '\u007F') && (text.ContainsAnyInRange('\u00C0', '\u05FF') || text.ContainsAnyInRange('\u3000', '\uD7FF')) && text.ContainsAny(Foreign));
        hasDigits = text.ContainsAnyInRange('0', '9');
    }

    /// <summary>Where at or after an index, which never goes back, the next word stands that may speak of secrets; the length of the text where there is none.</summary>
    public int Next(int from)
    {
        if (isAll) return Math.Min(from, text.Length);
        while (token < tokens.Count && (tokens[token].Start < from || !IsHint(tokens[token].Hash))) token++;
        if (inside < from && from < text.Length) inside = Math.Min(Find(from, Inside), hasDigits ? Find(from, Rows) : text.Length);
        return Math.Min(token < tokens.Count ? tokens[token].Start : text.Length, Math.Max(inside, from));
    }

    /// <summary>True where right behind a mail address something with letters and digits stands, or a mark that parts it from what opens it.</summary>
    private static bool HasOpener(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at < 0) return false;
        if (text.Contains(" / ", StringComparison.Ordinal) || text.Contains(" | ", StringComparison.Ordinal)) return true;
        for (var count = 0; count < 4 && at >= 0; count++)
        {
            text = text[(at + 1)..];
            var end = text.IndexOfAny(" ,:;\n");
            if (end < 0) return false;
            var behind = text.Slice(end, Math.Min(24, text.Length - end));
            for (var i = 1; i < behind.Length; i++)
                if (char.IsAsciiDigit(behind[i]) && (char.IsLetter(behind[i - 1]) || behind[i - 1] is '#' or '!' or '$')) return true;
            at = text.IndexOf('@');
        }

        return false;
    }

    private readonly int Find(int from, SearchValues<string> words) => text[from..].IndexOfAny(words) is >= 0 and var found ? from + found : text.Length;

    /// <summary>True for a part of the text with a digit or a mark, or with words that take other secrets, too.</summary>
    public readonly bool MayHold(int from, int to)
    {
        var line = text[from..to];
        if (isAll || inside < to || line.ContainsAnyInRange('0', '9') || line.ContainsAny(Marks)) return true;
        for (var i = token; i < tokens.Count && tokens[i].Start < to; i++)
            if (IsHint(tokens[i].Hash) && Strong.Contains(tokens[i].Hash)) return true;
        return false;
    }

    private static bool IsHint(ulong hash) => (Bits[(hash >> 6) & 255] >> (int)(hash & 63) & 1) != 0 && All.Contains(hash);

    private static ulong[] MakeBits()
    {
        var bits = new ulong[256];
        foreach (var hash in All) bits[(hash >> 6) & 255] |= 1UL << (int)(hash & 63);
        return bits;
    }

    private static IEnumerable<string> Of(params SecretCue[] cues) => SpokenWords.CueWords.Where(w => cues.Contains(w.Value)).Select(w => w.Key);

    /// <summary>Words are cut as those of texts are: "pin-code" is two.</summary>
    private static HashSet<ulong> Set(IEnumerable<string> words)
    {
        var read = new List<NameToken>();
        var hashes = new HashSet<ulong>();
        foreach (var word in words)
        {
            NameTokens.Read(word, read);
            hashes.UnionWith(read.Where(t => t.Length > 1).Select(t => t.Hash));
        }

        return hashes;
    }
}
