using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds the words of a text that speak of secrets.</summary>
internal static class SecretWords
{
    private const int MaxWord = 128;

    /// <summary>Words that take a secret of any form, and those beside which it has a digit or a mark.</summary>
    private static readonly HashSet<ulong> Strong = Set([.. Of(SecretCue.Password, SecretCue.Passcode, SecretCue.Pin), "code", "codes", "kod", "koden", "codigo", "codice", "phrase", "pattern", "word"]);

    private static readonly string[] Others =
        ["loggar", "logging", "signed", "signing", "signup", "registered", "authentication", "authorization", "mysql", "mysqldump", "psql", "changed", "combination", "refuse", "reject", "acceso", "keycode", "logins", "reset", "rejecting", "accepting", "security", "sshpass", "network"];

    private static readonly HashSet<ulong> All = [.. Strong, .. Set([.. Of(SecretCue.Key, SecretCue.Login, SecretCue.Account, SecretCue.Use), .. Others])];

    /// <summary>Hints of labels by their first three units, without the marks before them.</summary>
    private static readonly ILookup<int, (string Hint, int Bit)> Labels = SecretLabels.Hints.Select(h => (Hint: h.Hint.TrimStart('"', '\'', '|', ' ', ';', ',', '\t'), h.Bit)).ToLookup(h => WordStarts.Key(h.Hint[0], h.Hint[1], h.Hint.Length > 2 ? h.Hint[2] : '\0'));

    /// <summary>The words and hints, for <see cref="WordStarts"/>.</summary>
    public static IEnumerable<string> Beginnings =>
        [.. Strings([.. Of([.. Enum.GetValues<SecretCue>()]), "code", "codes", "kod", "koden", "codigo", "codice", "phrase", "pattern", "word", .. Others]).Where(w => w.Length > 1), .. Labels.SelectMany(l => l).Select(l => l.Hint)];

    /// <summary>Adds where the words begin, twice the index, and one more for a word that takes any secret; tells which groups of labels the text may hold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">What <see cref="WordStarts"/> found in it.</param>
    /// <param name="into">Takes the places.</param>
    public static int Read(ReadOnlySpan<char> text, ReadOnlySpan<WordStart> starts, List<int> into)
    {
        var isAscii = !text.ContainsAnyExceptInRange('\0', '\u007F');
        var labels = !isAscii && text.ContainsAny("üÜéÉ") ? SecretLabels.WithAccents : 0;
        foreach (var start in starts)
        {
            if ((start.Kinds & WordStarts.Secret) == 0) continue;
            if (isAscii) Add(text, start.At, into, ref labels);
            else AddFolded(text, start.At, into, ref labels);
        }

        return labels;
    }

    private static void Add(ReadOnlySpan<char> text, int start, List<int> into, ref int labels)
    {
        var hash = NameTokens.Offset;
        var i = start;
        for (; i < text.Length && i - start < MaxWord && Chars.IsWord(text[i]); i++) hash = (hash ^ Fold.Char(text[i])) * NameTokens.Prime;
        if (All.Contains(hash)) into.Add((start << 1) | (Strong.Contains(hash) ? 1 : 0));
        AddLabels(text, start, ref labels);
    }

    /// <summary>The same for texts with other letters than ASCII, whose words are cut as <see cref="NameTokens.Read"/> cuts them.</summary>
    private static void AddFolded(ReadOnlySpan<char> text, int start, List<int> into, ref int labels)
    {
        var hash = NameTokens.HashAt(text, start);
        if (All.Contains(hash)) into.Add((start << 1) | (Strong.Contains(hash) ? 1 : 0));
        AddLabels(text, start, ref labels);
    }

    private static void AddLabels(ReadOnlySpan<char> text, int start, ref int labels)
    {
        if (start + 3 > text.Length) return;
        foreach (var (hint, bit) in Labels[WordStarts.Key(text[start], text[start + 1], text[start + 2])])
            if (text[start..].StartsWith(hint, StringComparison.OrdinalIgnoreCase)) labels |= bit;
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
