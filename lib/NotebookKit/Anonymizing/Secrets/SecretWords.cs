using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Finds the words of a text that speak of secrets, in one pass: the beginnings of words are told 32 units at a time, and a table of the first three letters lets
/// hardly any other word through to a closer look.</summary>
internal static class SecretWords
{
    private const int Wide = 32, MaxWord = 128;

    /// <summary>Words that take a secret of any form, and those beside which it has a digit or a mark.</summary>
    private static readonly HashSet<ulong> Strong = Set([.. Of(SecretCue.Password, SecretCue.Passcode, SecretCue.Pin), "code", "codes", "kod", "koden", "codigo", "codice", "phrase", "pattern", "word"]);

    private static readonly string[] Others =
        ["loggar", "logging", "signed", "signing", "signup", "registered", "authentication", "authorization", "mysql", "mysqldump", "psql", "changed", "combination", "refuse", "reject", "acceso", "keycode", "logins", "reset", "rejecting", "accepting", "security", "sshpass", "network"];

    private static readonly HashSet<ulong> All = [.. Strong, .. Set([.. Of(SecretCue.Key, SecretCue.Login, SecretCue.Account, SecretCue.Use), .. Others])];

    /// <summary>Hints of labels by their first three units, without the marks before them.</summary>
    private static readonly ILookup<int, (string Hint, int Bit)> Labels = SecretLabels.Hints.Select(h => (Hint: h.Hint.TrimStart('"', '\'', '|', ' ', ';', ',', '\t'), h.Bit)).ToLookup(h => Key(h.Hint[0], h.Hint[1], h.Hint.Length > 2 ? h.Hint[2] : '\0'));

    /// <summary>A bit for each three first units that a word or a hint has.</summary>
    private static readonly ulong[] Starts = MakeStarts();

    /// <summary>Adds where the words begin, twice the index, and one more for a word that takes any secret; tells which groups of labels the text may hold.</summary>
    public static int Read(ReadOnlySpan<char> text, List<int> into)
    {
        var labels = 0;
        if (text.ContainsAnyExceptInRange('\0', '\u007F')) return ReadAll(text, into);
        var before = false;
        var from = 0;
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; from + Wide <= text.Length; from += Wide)
        {
            var bytes = Vector256.Narrow(Vector256.LoadUnsafe(ref units, (nuint)from), Vector256.LoadUnsafe(ref units, (nuint)from + 16));
            var isUnit = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26))
                | Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10)) | Vector256.Equals(bytes, Vector256.Create((byte)'_'));
            var inside = isUnit.ExtractMostSignificantBits();
            var starts = inside & ~((inside << 1) | (before ? 1u : 0u));
            before = (int)inside < 0;
            for (; starts != 0; starts &= starts - 1)
            {
                var at = from + BitOperations.TrailingZeroCount(starts);
                if (IsStart(text, at)) Add(text, at, into, ref labels);
            }
        }

        for (; from < text.Length; from++)
        {
            var inside = Chars.IsWord(text[from]);
            if (inside && !before && IsStart(text, from)) Add(text, from, into, ref labels);
            before = inside;
        }

        return labels;
    }

    /// <summary>The same for texts with other letters than ASCII, as <see cref="NameTokens.Read"/> cuts them.</summary>
    private static int ReadAll(ReadOnlySpan<char> text, List<int> into)
    {
        var labels = text.ContainsAny("üÜéÉ") ? SecretLabels.WithAccents : 0;
        for (var i = 0; i < text.Length;)
        {
            if (!NameTokens.IsUnit(text[i]))
            {
                i += NameTokens.IsPicture(text[i]) ? 2 : 1;
                continue;
            }

            var start = i;
            var hash = NameTokens.Offset;
            for (; i < text.Length && NameTokens.IsUnit(text[i]); i++)
                if (Fold.Char(text[i]) is not '\0' and var folded) hash = (hash ^ folded) * NameTokens.Prime;
            if (All.Contains(hash)) into.Add((start << 1) | (Strong.Contains(hash) ? 1 : 0));
            if (IsStart(text, start)) AddLabels(text, start, ref labels);
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

    private static void AddLabels(ReadOnlySpan<char> text, int start, ref int labels)
    {
        if (start + 3 > text.Length) return;
        foreach (var (hint, bit) in Labels[Key(text[start], text[start + 1], text[start + 2])])
            if (text[start..].StartsWith(hint, StringComparison.OrdinalIgnoreCase)) labels |= bit;
    }

    private static bool IsStart(ReadOnlySpan<char> text, int at)
    {
        var key = Key(text[at], at + 1 < text.Length ? text[at + 1] : '\0', at + 2 < text.Length ? text[at + 2] : '\0');
        return (Starts[key >> 6] >> key & 1) != 0;
    }

    /// <summary>Five bits of each: letters of both cases are the same, and some marks are the same as letters.</summary>
    private static int Key(char first, char second, char third) => ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

    private static ulong[] MakeStarts()
    {
        var starts = new ulong[1 << 9];
        var words = Strings([.. Of([.. Enum.GetValues<SecretCue>()]), "code", "codes", "kod", "koden", "codigo", "codice", "phrase", "pattern", "word", .. Others]);
        foreach (var word in words.Where(w => w.Length > 2)) Mark(Key(word[0], word[1], word[2]));
        foreach (var word in words.Where(w => w.Length == 2))
            for (var third = 0; third < 32; third++) Mark(Key(word[0], word[1], (char)third));
        foreach (var label in Labels) Mark(label.Key);
        return starts;

        void Mark(int key) => starts[key >> 6] |= 1UL << (key & 63);
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
