using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Rows with near-duplicates whose Jaccard similarity is known, the same at every run: words are drawn evenly, so no two rows are alike by chance, and
/// one replaced word changes three shingles of three words.</summary>
internal static class NearRows
{
    private const int Words = 20_000;

    private static readonly string[] Vocabulary = MakeVocabulary();

    /// <summary>What row <paramref name="i"/> of the documents is: a document, or a copy of the one before it with so many words replaced.</summary>
    /// <remarks>Of 138 shingles 1, 3 and 5 replaced words leave a similarity of .957, .878 and .804; 6 leave .769.</remarks>
    public static int? Replaced(int i) => (i % 100) switch { 7 => 0, 17 or 47 => 1, 27 or 57 => 3, 37 => 5, 67 or 87 => 6, _ => null };

    /// <summary>A document of 140 words, about 870 bytes, told as an answer.</summary>
    public static Example Document(int i)
    {
        var replaced = Replaced(i);
        var words = Draw(replaced is null ? i : i - 1, 1, 140);
        for (var r = 0; r < replaced; r++) words[10 + (20 * r)] = Vocabulary[(int)(Mix(i, 2, r) % Words)];
        return Row(i, "", Sentences(words));
    }

    /// <summary>A short chat: 13 words asked, 27 answered; 1 of 33 is said again, 1 of 33 with a word more.</summary>
    public static Example Chat(int i)
    {
        var source = i % 33 is 5 or 15 ? i - 1 : i;
        var answer = Draw(source, 4, 27);
        return Row(i, Sentences(Draw(source, 3, 13)), Sentences(i % 33 == 15 ? [.. answer, Vocabulary[i % Words]] : answer));
    }

    /// <summary>A chat like the one above, but 5% are made from a few templates: 32 of 48 shingles are shared, a similarity of .667.</summary>
    public static Example ChatOrTemplate(int i, int templates)
    {
        if (i % 20 != 10 || i % 33 is 4 or 5 or 14 or 15) return Chat(i);
        var template = -1 - (i / 20 % templates);
        var answer = Draw(template, 4, 30);
        Draw(i, 5, 6).CopyTo(answer.AsSpan(12));
        return Row(i, Sentences(Draw(template, 3, 14)), Sentences(answer));
    }

    private static Example Row(int i, string asked, string answered) => new()
    {
        Id = $"row-{i:D8}",
        Position = new(0, i + 1),
        Messages = [new(Role.User, asked), new(Role.Assistant, answered)],
        CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(i),
    };

    private static string[] Draw(int row, int purpose, int count)
    {
        var words = new string[count];
        for (var w = 0; w < count; w++) words[w] = Vocabulary[(int)(Mix(row, purpose, w) % Words)];
        return words;
    }

    private static ulong Mix(int row, int purpose, int word) => StableHash.Combine((ulong)row, (ulong)((purpose * 1000) + word));

    private static string Sentences(string[] words)
    {
        var text = new StringBuilder(words.Length * 7);
        for (var w = 0; w < words.Length; w++)
        {
            if (w % 12 == 0) text.Append(char.ToUpperInvariant(words[w][0])).Append(words[w].AsSpan(1));
            else text.Append(words[w]);
            text.Append(w == words.Length - 1 ? "." : w % 12 == 11 ? ". " : w % 12 == 5 ? ", " : " ");
        }

        return text.ToString();
    }

    /// <summary>Words of 3 to 7 letters, 5.1 on average.</summary>
    private static string[] MakeVocabulary()
    {
        const string onsets = "bcdfghjklmnprstvwz", nuclei = "aeiou";
        var words = new HashSet<string>();
        for (ulong i = 0; words.Count < Words; i++)
        {
            var bits = StableHash.Combine(i, 77);
            var word = new StringBuilder();
            for (var s = 0; s <= (int)(bits % 7 / 3) && s < 3; s++, bits /= 1024)
                word.Append(onsets[(int)(bits / 7 % 18)]).Append(nuclei[(int)(bits / 126 % 5)]);
            word.Append("nrstlmkd"[(int)(bits / 630 % 8)]);
            words.Add(word.ToString());
        }

        return [.. words];
    }
}
