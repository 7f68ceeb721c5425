using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Public questions with their labels, written cleanly, and damaged the way people type: by other code than that of the kit's own variants, so that what helps against one is not what made the other.</summary>
internal static class GapSets
{
    private static readonly string[] Asking = ["what", "who", "when", "where", "how", "why", "which", "is", "are", "do", "does", "can", "could", "will", "would", "did", "should", "what's", "whats"];

    private static readonly string[] Light = ["the", "a", "an", "i", "me", "my", "to", "of", "is", "are", "do", "does", "can", "you", "please", "for", "in", "on", "what", "how", "have", "it", "be"];

    private static readonly (string Whole, string Short)[] Shortened = [("you", "u"), ("please", "pls"), ("are", "r"), ("tomorrow", "tmrw"), ("your", "ur"), ("to", "2"), ("for", "4"), ("today", "2day"), ("what", "wat"), ("the", "da")];

    /// <summary>Rows of HWU64 (train): 64 intents, spoken to an assistant at home.</summary>
    public static Dataset Hwu(string part, bool clean) => Dataset.Of(File.ReadLines(Path.Combine(PublicTexts.Folder, "fewshot_intent_oos", "HWU64", part, "seq.in"))
        .Zip(File.ReadLines(Path.Combine(PublicTexts.Folder, "fewshot_intent_oos", "HWU64", part, "label")))
        .Select((p, i) => Row(FormattableString.Invariant($"hwu-{part}-{i:D5}"), clean ? Clean(p.First) : p.First, p.Second)));

    /// <summary>Turns of customers of multidogo.</summary>
    public static Dataset Multidogo(string domain, string part) => Dataset.Of(File.ReadLines(Path.Combine(PublicTexts.Folder, "multidogo", "splits_annotated_at_turn_level", domain, part + ".tsv")).Skip(1)
        .Select(l => l.Split('\t')).Where(c => c.Length > 4 && c[3].Length > 0).Select((c, i) => Row(FormattableString.Invariant($"{domain}-{part}-{i:D5}"), c[3], c[^1], c[0])));

    /// <summary>A row with a question and the same answer for all.</summary>
    public static Example Row(string id, string text, string? label = null, string? conversation = null) =>
        new() { Id = id, Label = label, Conversation = conversation, Messages = [new(Role.User, text), new(Role.Assistant, label ?? "ok")], IsAnonymized = true };

    /// <summary>About half of the rows, by a keyed hash.</summary>
    public static (Dataset First, Dataset Second) Halves(Dataset data, ulong seed) =>
        (Dataset.Of(data.Examples.Where(e => InFirst(e, seed))), Dataset.Of(data.Examples.Where(e => !InFirst(e, seed))));

    /// <summary>The same rows, each damaged in one of four ways: letters (a tenth of them), small letters without marks, a few words, short forms.</summary>
    public static Dataset Damaged(Dataset data) => Dataset.Of(data.Examples.Select(e => e with { Messages = [new(Role.User, Damage(e.LastUserTurn, e.Id)), .. e.Messages.Skip(1)] }));

    private static bool InFirst(Example row, ulong seed) => (KeyedRandom.Bits(seed, "half", row.Id) & 1) == 0;

    private static string Clean(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w is "i" ? "I" : w is "i'm" or "i've" or "i'd" or "i'll" ? "I" + w[1..] : w).ToArray();
        if (words.Length == 0) return text;
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words) + (Asking.Contains(words[0].ToLowerInvariant()) ? "?" : ".");
    }

    private static string Damage(string text, string id)
    {
        var small = text.ToLowerInvariant().TrimEnd('?', '.');
        return (KeyedRandom.Bits(3, "damage", id) % 4) switch
        {
            0 => Letters(small, id),
            1 => small,
            2 => string.Join(' ', small.Split(' ').Where(w => !Light.Contains(w)).DefaultIfEmpty(small).Take(4)),
            _ => string.Join(' ', small.Split(' ').Select(w => Array.Find(Shortened, s => s.Whole == w) is { Short: { } brief } ? brief : w)),
        };
    }

    private static string Letters(string text, string id)
    {
        var made = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var luck = KeyedRandom.Unit(4, "letter", id, (ulong)i);
            if (luck >= 0.1 || !char.IsAsciiLetterLower(text[i])) made.Append(text[i]);
            else if (luck < 0.03) made.Append((char)('a' + (KeyedRandom.Bits(5, "which", id, (ulong)i) % 26)));
            else if (luck < 0.06) made.Append(text[i]).Append(text[i]);
        }

        return made.ToString();
    }
}
