using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Benchmarks;

/// <summary>Makes chat rows of about 600 bytes, the same at every run: a vocabulary with Zipf's frequencies, so that words and n-grams repeat as in real
/// text; 3% exact twins, 3% near twins, 2% with personal data.</summary>
internal static class ChatRows
{
    private static readonly string[] Vocabulary = MakeVocabulary(20_000);

    public static Dataset Dataset(int count, ulong seed) => NotebookKit.Dataset.Of(Enumerable.Range(0, count).Select(i => new Example
    {
        Id = $"row-{i:D8}",
        Position = new(0, i + 1),
        Messages = [.. Turns(i, seed).Select((text, t) => new Message(t % 2 == 0 ? Role.User : Role.Assistant, text))],
        Source = "chat",
        Label = $"topic-{Label(i, seed)}",
        Conversation = $"thread-{i / 2}",
        CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(i),
    }));

    /// <summary>Writes OpenAI messages, one row a line.</summary>
    public static void Write(string path, int count, ulong seed)
    {
        using var file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        for (var i = 0; i < count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("id", $"c{i}");
            writer.WriteString("label", $"topic-{Label(i, seed)}");
            writer.WriteString("conversation_id", $"t{i / 2}");
            writer.WriteString("created_at", DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(i));
            writer.WriteStartArray("messages");
            var role = "user";
            foreach (var text in Turns(i, seed))
            {
                writer.WriteStartObject();
                writer.WriteString("role", role);
                writer.WriteString("content", text);
                writer.WriteEndObject();
                role = role == "user" ? "assistant" : "user";
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            file.WriteByte((byte)'\n');
        }
    }

    /// <summary>The row that this one repeats; itself for most.</summary>
    private static int Original(int row, ulong seed) => row > 1000 && KeyedRandom.Unit(seed, "kind", $"{row}") < 0.06
        ? row - 1 - (int)(KeyedRandom.Unit(seed, "twin", $"{row}") * 900)
        : row;

    private static int Label(int row, ulong seed) => Topic(Original(row, seed), seed);

    private static int Topic(int row, ulong seed) => (int)(KeyedRandom.Unit(seed, "label", $"{row}") * KeyedRandom.Unit(seed, "skew", $"{row}") * 20);

    private static IEnumerable<string> Turns(int row, ulong seed)
    {
        var kind = KeyedRandom.Unit(seed, "kind", $"{row}");
        var source = Original(row, seed);
        var near = source != row && kind >= 0.03;
        var turns = KeyedRandom.Unit(seed, "turns", $"{source}") < 0.3 ? 4 : 2;
        for (var t = 0; t < turns; t++)
        {
            var words = (t % 2 == 0 ? 13 : 40) * (turns == 4 ? 2 : 3) / 3;
            var text = Sentences(source, t, words, seed);
            if (near && t == turns - 1) text += " " + Vocabulary[row % Vocabulary.Length] + ".";
            if (t == 0 && kind > 0.98) text += $" Please write to user{row}@example.com or call +1 415 555 01{row % 90 + 10}.";
            yield return text;
        }
    }

    private static string Sentences(int row, int turn, int words, ulong seed)
    {
        var text = new StringBuilder();
        for (var w = 0; w < words; w++)
        {
            // Squaring a uniform number three times over gives frequencies close to Zipf's.
            var u = KeyedRandom.Unit(seed, "word", $"{row}", (ulong)((turn * 1000) + w));
            var word = Vocabulary[(int)(u * u * u * Vocabulary.Length)];
            var first = w % 12 == 0;
            text.Append(first ? char.ToUpperInvariant(word[0]) + word[1..] : word).Append(w % 12 == 11 || w == words - 1 ? ". " : " ");
        }

        return text.ToString().TrimEnd();
    }

    private static string[] MakeVocabulary(int count)
    {
        string[] onsets = ["b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "sh", "st", "t", "tr", "v", "w"];
        string[] nuclei = ["a", "e", "i", "o", "u", "ea", "ou", "ai", "ee"];
        string[] codas = ["", "n", "r", "s", "t", "l", "nd", "ck", "ng", "m"];
        var words = new HashSet<string>();
        for (ulong i = 0; words.Count < count; i++)
        {
            var word = new StringBuilder();
            for (ulong s = 0; s <= StableHash.Combine(i, 9) % 2; s++)
            {
                var bits = StableHash.Combine(i, s);
                word.Append(onsets[bits % 26]).Append(nuclei[bits / 26 % 9]).Append(codas[bits / 234 % 10]);
            }

            words.Add(word.ToString());
        }

        return [.. words];
    }
}
