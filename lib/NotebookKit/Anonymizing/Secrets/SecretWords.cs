using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds the words of a text that speak of secrets.</summary>
internal static class SecretWords
{
    private const int MaxWord = 128;

    /// <summary>How much a word asks of the line: a secret of any form may stand there, one of digits at least, or one as <see cref="SecretHints"/> tells them from numbers.</summary>
    public const int Any = 2, Digits = 1, Code = 0;

    private static readonly string[] Codes = ["code", "codes", "kod", "koden", "codigo", "codice", "pattern"], Phrases = ["phrase", "word"];

    /// <summary>What opens by a number, and what may be opened by anything.</summary>
    private static readonly HashSet<ulong> Numbers = Set([.. Of(SecretCue.Pin), .. Codes]), Strong = Set([.. Of(SecretCue.Password, SecretCue.Passcode), .. Phrases]);

    private static readonly string[] Others =
        ["loggar", "logging", "signed", "signing", "signup", "registered", "authentication", "authorization", "mysql", "mysqldump", "psql", "changed", "combination", "refuse", "reject", "acceso", "keycode", "logins", "reset", "rejecting", "accepting", "security", "sshpass", "network"];

    private static readonly HashSet<ulong> All = [.. Strong, .. Numbers, .. Set([.. Of(SecretCue.Key, SecretCue.Login, SecretCue.Account, SecretCue.Use), .. Others])];

    /// <summary>Hints of labels by their first three units, without the marks before them.</summary>
    private static readonly Dictionary<int, (string Hint, int Bit)[]> Labels = SecretLabels.Hints.Select(h => (Hint: h.Hint.TrimStart('"', '\'', '|', ' ', ';', ',', '\t'), h.Bit))
        .GroupBy(h => WordStarts.Key(h.Hint[0], h.Hint[1], h.Hint.Length > 2 ? h.Hint[2] : '\0')).ToDictionary(g => g.Key, g => g.Distinct().ToArray());

    /// <summary>The words, for <see cref="WordStarts"/>.</summary>
    public static IEnumerable<string> Words =>
        Strings([.. Of([.. Enum.GetValues<SecretCue>()]), .. Codes, .. Phrases, .. Others]).Where(w => w.Length > 1);

    /// <summary>The beginnings of labels, for <see cref="WordStarts"/>.</summary>
    public static IEnumerable<string> LabelWords => Labels.Values.SelectMany(l => l).Select(l => l.Hint);

    /// <summary>Adds where the words begin, four times the index and what it asks of the line; tells which groups of labels the text may hold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAscii">True where it has nothing else.</param>
    /// <param name="starts">What <see cref="WordStarts"/> found in it.</param>
    /// <param name="into">Takes the places.</param>
    public static int Read(ReadOnlySpan<char> text, bool isAscii, ReadOnlySpan<WordStart> starts, List<int> into)
    {
        var labels = !isAscii && text.ContainsAny("üÜéÉ") ? SecretLabels.WithAccents : 0;
        foreach (var start in starts)
        {
            if ((start.Kinds & WordStarts.Secret) != 0)
            {
                var hash = isAscii ? HashAt(text, start.At) : NameTokens.HashAt(text, start.At);
                if (All.Contains(hash)) into.Add((start.At << 2) | (Strong.Contains(hash) ? Any : Numbers.Contains(hash) ? Digits : Code));
            }

            if ((start.Kinds & WordStarts.Label) != 0) AddLabels(text, start.At, ref labels);
        }

        return labels;
    }

    /// <summary>The hash of a word of a text of ASCII alone, with the underscores in it.</summary>
    private static ulong HashAt(ReadOnlySpan<char> text, int start)
    {
        var hash = NameTokens.Offset;
        for (var i = start; i < text.Length && i - start < MaxWord && Chars.IsWord(text[i]); i++) hash = (hash ^ Fold.Char(text[i])) * NameTokens.Prime;
        return hash;
    }

    private static void AddLabels(ReadOnlySpan<char> text, int start, ref int labels)
    {
        if (start + 3 > text.Length) return;
        if (!Labels.TryGetValue(WordStarts.Key(text[start], text[start + 1], text[start + 2]), out var hints)) return;
        foreach (var (hint, bit) in hints)
            if ((labels & bit) == 0 && text[start..].StartsWith(hint, StringComparison.OrdinalIgnoreCase)) labels |= bit;
    }

    private static IEnumerable<string> Of(params SecretCue[] cues) => SpokenWords.CueWords.Where(w => cues.Contains(w.Value)).Select(w => w.Key);

    /// <summary>Words are cut as those of texts are: "pin-code" is two.</summary>
    private static HashSet<ulong> Set(IEnumerable<string> words) => [.. Strings(words).Select(w => NameTokens.Hash(w))];

    private static List<string> Strings(IEnumerable<string> words)
    {
        var read = new List<NameToken>();
        var all = new List<string>();
        foreach (var word in words)
        {
            NameTokens.Read(word, read);
            all.AddRange(read.Where(t => t.Length > 1).Select(t => string.Concat(word[t.Start..t.End].Select(c => Fold.Char(c)))));
        }

        return all;
    }
}
