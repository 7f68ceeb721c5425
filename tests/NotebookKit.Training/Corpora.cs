using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace NotebookKit.Training;

/// <summary>A text with the persons in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Persons">Where they are.</param>
/// <param name="OnlyUnknown">True where nobody marked the persons: only words that no list of names has are learned, as no names.</param>
internal sealed record Marked(string Text, IReadOnlyList<(int Start, int End)> Persons, bool OnlyUnknown = false);

/// <summary>Reads the public sets.</summary>
internal static class Corpora
{
    public static IEnumerable<string> RunningTexts()
    {
        foreach (var row in Gpteacher()) yield return row;
        foreach (var file in (string[])["airline", "software"])
            foreach (var line in File.ReadLines(DataFolder.At("multidogo", "splits_annotated_at_turn_level", file, "train.tsv")).Skip(1)) if (line.Split('\t') is [_, _, _, var turn, ..]) yield return turn;
        foreach (var line in File.ReadLines(DataFolder.At("wnut17", "wnut17train.conll")).Chunk(400)) yield return string.Join(' ', line.Select(l => l.Split('\t')[0]));
        foreach (var line in File.ReadLines(DataFolder.At("juandr_ner", "wikigold", "CONLL-format", "data", "wikigold.conll.txt")).Chunk(400)) yield return string.Join(' ', line.Select(l => l.Split(' ')[0]));
        foreach (var line in File.ReadLines(DataFolder.At("juandr_ner", "SEC-filings", "CONLL-format", "data", "train", "FIN5.txt")).Chunk(400)) yield return string.Join(' ', line.Select(l => l.Split(' ')[0]));
    }

    /// <summary>Pairs of neighbouring words of languages that write with Latin letters; nobody marked the names in them.</summary>
    public static IEnumerable<string> WordPairs() =>
        ((string[])["de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "pl", "fi", "cs", "hu", "ro", "tr"])
        .SelectMany(language => File.ReadLines(DataFolder.At("lingua_testdata", language, "testdata", "word-pairs.txt")));

    public static IEnumerable<string> Gpteacher()
    {
        foreach (var file in (string[])["Roleplay/roleplay-simple-deduped-roleplay-instruct.json", "Codegen/codegen-instruct.json"])
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(DataFolder.At("gpteacher", file)));
            foreach (var row in document.RootElement.EnumerateArray())
                yield return string.Join('\n', row.EnumerateObject().Select(p => p.Value.GetString()));
        }
    }

    /// <summary>Sentences of the NER sets; the words are joined as people write them.</summary>
    public static IEnumerable<Marked> Conll()
    {
        (string[] Path, int Tag, char Cut)[] files =
        [
            (["wnut17", "wnut17train.conll"], 1, '\t'), (["wnut17", "emerging.dev.conll"], 1, '\t'),
            (["broad_twitter_corpus", "train_dev_test_conll", "btc.train"], 1, '\t'), (["broad_twitter_corpus", "train_dev_test_conll", "btc.dev"], 1, '\t'),
            (["broad_twitter_corpus", "train_dev_test_conll", "btc.test"], 1, '\t'),
            (["tweebank_ner", "Tweebank-NER-v1.0", "train.bio"], 3, '\t'), (["tweebank_ner", "Tweebank-NER-v1.0", "dev.bio"], 3, '\t'),
            (["juandr_ner", "wikigold", "CONLL-format", "data", "wikigold.conll.txt"], 1, ' '),
            (["juandr_ner", "SEC-filings", "CONLL-format", "data", "train", "FIN5.txt"], 3, ' '),
        ];
        foreach (var (path, _, cut) in files)
        {
            var sentence = new List<(string Word, bool Person)>();
            foreach (var line in File.ReadLines(DataFolder.At(path)).Append(""))
            {
                var cells = line.Split(cut);
                if (cells.Length < 2 || cells[0].Length == 0)
                {
                    if (sentence.Count > 0) yield return Join(sentence);
                    sentence.Clear();
                    continue;
                }

                var handle = cells[0].StartsWith('@') || (sentence.Count > 0 && sentence[^1].Word == "@");
                sentence.Add((cells[0], !handle && cells[^1].Contains("PER", StringComparison.OrdinalIgnoreCase)));
            }
        }
    }

    /// <summary>Turns of support conversations with the slot "name".</summary>
    public static IEnumerable<Marked> Multidogo()
    {
        foreach (var file in (string[])["airline", "software"])
        {
            foreach (var line in File.ReadLines(DataFolder.At("multidogo", "splits_annotated_at_turn_level", file, "train.tsv")).Skip(1))
            {
                var cells = line.Split('\t');
                if (cells.Length < 5) continue;
                var words = cells[3].Split(' ');
                var slots = cells[4].Split(' ');
                if (words.Length == slots.Length) yield return Join([.. words.Zip(slots, (w, s) => (w, s == "name"))]);
            }
        }
    }

    /// <summary>Technical logs and notes with planted persons.</summary>
    public static IEnumerable<Marked> PiiAnon()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(DataFolder.At("pii_anon_eval", "splits", "test_technology.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var persons = document.RootElement.GetProperty("annotations").EnumerateArray().Where(a => a.GetProperty("entity_type").GetString() == "PERSON_NAME")
                .Select(a => (a.GetProperty("start").GetInt32(), a.GetProperty("end").GetInt32())).ToList();
            yield return new(document.RootElement.GetProperty("text").GetString()!, persons);
        }
    }

    private static Marked Join(List<(string Word, bool Person)> words)
    {
        var text = new StringBuilder();
        var persons = new List<(int, int)>();
        var start = -1;
        var open = false;
        foreach (var (word, person) in words)
        {
            var tight = text.Length == 0 || open || word is "." or "," or "!" or "?" or ";" or ":" or ")" or "'s" or "n't" or "'m" or "'re" or "'ve" or "'ll" or "'d" or "’s" or "...";
            open = word is "(" or "@" or "#" or "$";
            if (start >= 0 && !person)
            {
                persons.Add((start, text.Length));
                start = -1;
            }

            if (!tight) text.Append(' ');
            if (person && start < 0) start = text.Length;
            text.Append(word);
        }

        if (start >= 0) persons.Add((start, text.Length));
        return new(text.ToString(), persons);
    }
}
