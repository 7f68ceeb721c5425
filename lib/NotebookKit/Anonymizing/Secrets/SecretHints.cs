using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Tells fast which lines of a text may hold a secret that is said.</summary>
internal ref struct SecretHints
{
    /// <summary>What names a secret inside other words, too ("SmtpPassword").</summary>
    private static readonly string[] InsideWords = ["passw", "passp", "passc", "secret", "token", "kennw", "_pass", "pwd"];

    /// <summary>Rows of keys, which are secrets with digits alone, and a masked address with what opens it behind.</summary>
    private static readonly string[] RowWords = ["qwert", "asdf", "iloveyou", "letmein", "1q2w", "zxcv", "email]:"];

    private static readonly SearchValues<string> Inside = SearchValues.Create(InsideWords, StringComparison.OrdinalIgnoreCase), Rows = SearchValues.Create(RowWords, StringComparison.OrdinalIgnoreCase), InsideOrRows = SearchValues.Create([.. InsideWords, .. RowWords], StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of a pair: "p/w", "u/p".</summary>
    private static readonly SearchValues<string> Pairs = SearchValues.Create(["p/w", "u/p"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Foreign = SearchValues.Create(
        ["hasł", "lösenord", "şifre", "парол", "κωδικ", "código", "contraseñ", "パスワード", "暗証番号", "密码", "密碼", "口令", "비밀번호", "암호"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Marks = SearchValues.Create("/|\"“„");

    private readonly ReadOnlySpan<char> text;
    private readonly List<int> words;
    private readonly bool isAll;

    /// <summary>What is sought inside words: nothing where the text has neither a stem nor digits.</summary>
    private readonly SearchValues<string>? sought;
    private int word, inside = -1;

    /// <summary>Prepares the search.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What is known of it.</param>
    /// <param name="words">A list to work with.</param>
    public SecretHints(string text, RecognizerContext context, List<int> words)
    {
        this.text = text;
        this.words = words;
        words.Clear();
        var isAscii = context.IsAscii(text);
        Labels = SecretWords.Read(text, isAscii, context.Starts(text), words);
        // Words in other scripts, and an address that may stand beside what opens it.
        isAll = (context.Signs(text).At && HasOpener(text)) || (text.Contains('/') && text.AsSpan().ContainsAny(Pairs))
            || (!isAscii && (text.AsSpan().ContainsAnyInRange('\u00C0', '\u05FF') || text.AsSpan().ContainsAnyInRange('\u3000', '\uD7FF')) && text.AsSpan().ContainsAny(Foreign));
        var hasDigits = !context.Numbers(text).IsEmpty;
        sought = context.HasSecretStem(text) ? hasDigits ? InsideOrRows : Inside : hasDigits ? Rows : null;
    }

    /// <summary>Groups of labels that the text may hold: bits of <see cref="SecretLabels"/>.</summary>
    public int Labels { get; }

    /// <summary>Where at or after an index, which never goes back, the next word stands that may speak of secrets; the length of the text where there is none.</summary>
    public int Next(int from)
    {
        if (isAll) return Math.Min(from, text.Length);
        while (word < words.Count && words[word] >> 2 < from) word++;
        if (inside < from) inside = sought is not null && text[from..].IndexOfAny(sought) is >= 0 and var found ? from + found : text.Length;
        return Math.Min(word < words.Count ? words[word] >> 2 : text.Length, inside);
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

    /// <summary>True for a part of the text with a mark, or with digits as secrets have them, or with words that take other secrets, too. <see cref="Next"/> has looked at or before its beginning.</summary>
    public readonly bool MayHold(int from, int to)
    {
        if (isAll || inside < to || text[from..to].ContainsAny(Marks)) return true;
        var digits = false;
        for (var i = word; i < words.Count && words[i] >> 2 < to; i++)
        {
            if ((words[i] & 3) == SecretWords.Any) return true;
            digits |= (words[i] & 3) == SecretWords.Digits;
        }

        if (digits) return text[from..to].ContainsAnyInRange('0', '9');
        return HasCode(text[from..to]);
    }

    /// <summary>True where digits stand with letters between spaces, or four and more of them.</summary>
    private static bool HasCode(ReadOnlySpan<char> line)
    {
        for (var digit = Chars.NextDigit(line, 0); digit >= 0;)
        {
            int start = digit, end = digit, digits = 0;
            while (start > 0 && !char.IsWhiteSpace(line[start - 1])) start--;
            for (; end < line.Length && !char.IsWhiteSpace(line[end]); end++)
                if (char.IsAsciiDigit(line[end])) digits++;
            if (digits > 3) return true;
            foreach (var c in line[start..end])
                if (char.IsLetter(c)) return true;
            digit = Chars.NextDigit(line, end);
        }

        return false;
    }
}
