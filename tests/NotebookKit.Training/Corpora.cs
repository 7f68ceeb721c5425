using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NotebookKit.Privacy;

namespace NotebookKit.Training;

/// <summary>A text with the names in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spans">Where they are, and of what: 0 a person, 1 a place, 2 an organization; from 3 on what is left open (see <see cref="Corpora"/>).</param>
/// <param name="OnlyUnknown">True where nobody marked the names: only words that no list of names has are learned, as no names.</param>
/// <param name="OnlyPersons">True where only persons are marked: that a place or an organization is none is not learned.</param>
/// <param name="NoPersons">True where there is no person, but for a full name of usual words, which is left open; places and organizations are not marked.</param>
/// <param name="MadeUp">True for a sentence that somebody filled in.</param>
internal sealed record Marked(string Text, IReadOnlyList<(int Start, int End, int Type)> Spans, bool OnlyUnknown = false, bool OnlyPersons = false, bool NoPersons = false, bool MadeUp = false);

/// <summary>Reads the public sets.</summary>
internal static class Corpora
{
    public const int Person = 0, Place = 1, Organization = 2;

    /// <summary>Marks that leave open what a stretch is: anything, anything but a person, an organization or nothing; and one that says that it is nothing.</summary>
    public const int Open = 3, NoPerson = 4, Service = 5, Nothing = 6;

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

    public static IEnumerable<string> Gpteacher() => Gpteacher("Roleplay").Concat(Gpteacher("Codegen"));

    /// <summary>All rows of a part but those of code in the half that is kept for counting false alarms.</summary>
    public static IEnumerable<string> Gpteacher(string part)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(DataFolder.At("gpteacher", part == "Codegen" ? "Codegen/codegen-instruct.json" : "Roleplay/roleplay-simple-deduped-roleplay-instruct.json")));
        foreach (var row in document.RootElement.EnumerateArray().Where(r => part != "Codegen" || Halves.IsForTraining(r.GetProperty("response").GetString()!))) yield return string.Join('\n', row.EnumerateObject().Select(p => p.Value.GetString()));
    }

    /// <summary>Sentences of the sets that the model may learn from.</summary>
    public static IEnumerable<Marked> ToLearn() =>
    [
        .. Conll(["wnut17", "wnut17train.conll"]), .. Conll(["broad_twitter_corpus", "train_dev_test_conll", "btc.train"]), .. Conll(["broad_twitter_corpus", "train_dev_test_conll", "btc.dev"]),
        .. Conll(["tweebank_ner", "Tweebank-NER-v1.0", "train.bio"]), .. Wikigold().Where((_, i) => i % 5 != 4), .. Sec("train", "FIN5.txt"),
    ];

    /// <summary>Sets that the model never sees, by name.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<Marked> Rows)> KeptApart()
    {
        yield return ("wnut17 emerging.dev", [.. Conll(["wnut17", "emerging.dev.conll"])]);
        yield return ("twitter (btc.test)", [.. Conll(["broad_twitter_corpus", "train_dev_test_conll", "btc.test"])]);
        yield return ("tweebank dev", [.. Conll(["tweebank_ner", "Tweebank-NER-v1.0", "dev.bio"])]);
        yield return ("wikigold, a fifth", [.. Wikigold().Where((_, i) => i % 5 == 4)]);
        yield return ("SEC FIN3", [.. Sec("test", "FIN3.txt")]);
        yield return ("multidogo test", [.. Multidogo("test")]);
        yield return ("pii-anon, the other half", [.. PiiAnon().Where(r => !Halves.IsForTraining(r.Text))]);
    }

    /// <summary>Turns of support conversations with the slots for names, cities and companies.</summary>
    public static IEnumerable<Marked> Multidogo(string part = "train")
    {
        foreach (var file in (string[])["airline", "software"])
        {
            foreach (var line in File.ReadLines(DataFolder.At("multidogo", "splits_annotated_at_turn_level", file, part + ".tsv")).Skip(1))
            {
                var cells = line.Split('\t');
                if (cells.Length < 5) continue;
                var words = cells[3].Split(' ');
                var slots = cells[4].Split(' ');
                if (words.Length == slots.Length)
                    yield return Join([.. words.Zip(slots, (w, s) => (w, s switch { "name" => Person, "arrival_city" or "departure_city" => Place, "company_name" => Organization, _ => -1 }, false))]) with { OnlyPersons = true };
            }
        }
    }

    /// <summary>Technical logs and notes with planted persons and organizations.</summary>
    public static IEnumerable<Marked> PiiAnon()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(DataFolder.At("pii_anon_eval", "splits", "test_technology.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var spans = document.RootElement.GetProperty("annotations").EnumerateArray()
                .Select(a => (Start: a.GetProperty("start").GetInt32(), End: a.GetProperty("end").GetInt32(), Type: a.GetProperty("entity_type").GetString() switch { "PERSON_NAME" => Person, "ORGANIZATION_NAME" => Organization, _ => -1 }))
                .Where(a => a.Type >= 0).OrderBy(a => a.Start).ToList();
            yield return new(document.RootElement.GetProperty("text").GetString()!, spans, OnlyPersons: true);
        }
    }

    private static IEnumerable<Marked> Wikigold() => Conll(["juandr_ner", "wikigold", "CONLL-format", "data", "wikigold.conll.txt"]);

    /// <summary>The filings mark roles of a contract ("Lender") as persons: those are none.</summary>
    private static IEnumerable<Marked> Sec(string part, string file) =>
        Conll(["juandr_ner", "SEC-filings", "CONLL-format", "data", part, file])
            .Select(row => row with { Spans = [.. row.Spans.Where(s => s.Type != Person || row.Text[s.Start..s.End].Contains(' ', StringComparison.Ordinal))] });

    private static IEnumerable<Marked> Conll(string[] path)
    {
        var sentence = new List<(string Word, int Type, bool Begins)>();
        foreach (var line in File.ReadLines(DataFolder.At(path)).Append(""))
        {
            var cells = line.Split('\t', ' ');
            if (cells.Length < 2 || cells[0].Length == 0 || cells[0] == "-DOCSTART-")
            {
                if (sentence.Count > 0) yield return Join(sentence);
                sentence.Clear();
                continue;
            }

            var handle = cells[0].StartsWith('@') || (sentence.Count > 0 && sentence[^1].Word == "@");
            sentence.Add((cells[0], handle ? -1 : TypeOf(cells[^1]), cells[^1].StartsWith("B-", StringComparison.Ordinal)));
        }
    }

    private static int TypeOf(string tag)
    {
        var kind = tag.Length > 2 ? tag[2..].ToUpperInvariant() : "";
        return kind switch { "PER" or "PERSON" => Person, "LOC" or "LOCATION" or "GEO-LOC" => Place, "ORG" or "ORGANISATION" or "CORPORATION" or "GROUP" => Organization, _ => -1 };
    }

    private static Marked Join(List<(string Word, int Type, bool Begins)> words)
    {
        var text = new StringBuilder();
        var spans = new List<(int, int, int)>();
        int start = -1, type = -1;
        var open = false;
        foreach (var (word, own, begins) in words)
        {
            var tight = text.Length == 0 || open || word is "." or "," or "!" or "?" or ";" or ":" or ")" or "'s" or "n't" or "'m" or "'re" or "'ve" or "'ll" or "'d" or "’s" or "...";
            open = word is "(" or "@" or "#" or "$";
            if (start >= 0 && (own != type || begins))
            {
                spans.Add((start, text.Length, type));
                start = -1;
            }

            if (!tight) text.Append(' ');
            if (own >= 0 && start < 0) (start, type) = (text.Length, own);
            text.Append(word);
        }

        if (start >= 0) spans.Add((start, text.Length, type));
        return new(text.ToString(), spans);
    }
}
