using System.Text;
using System.Text.Json;
using NotebookKit.Privacy;

namespace NotebookKit.Training;

/// <summary>Requests to an assistant, from the halves of SNIPS and HWU64 that are for training (see <see cref="Halves"/>).</summary>
internal static class Queries
{
    private static readonly string[] NamingIntents = ["email_", "calendar_", "music_", "play_", "qa_factoid", "qa_definition", "social_"];

    public static IEnumerable<Marked> Rows() => Snips(training: true).Concat(Hwu64(training: true));

    /// <summary>Requests with slots: towns, states and countries are places; what a slot may name besides is left open. Each comes a second time without the words of the
    /// slots that name artists and works.</summary>
    public static IEnumerable<Marked> Snips(bool training)
    {
        foreach (var file in Directory.EnumerateFiles(DataFolder.At("snips"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(file)));
            foreach (var row in document.RootElement.EnumerateObject().Single().Value.EnumerateArray())
            {
                var pieces = row.GetProperty("data").EnumerateArray()
                    .Select(p => (Text: p.GetProperty("text").GetString()!, Slot: p.TryGetProperty("entity", out var slot) ? slot.GetString()! : "")).ToList();
                if (Halves.IsForTraining(string.Concat(pieces.Select(p => p.Text))) != training) continue;
                yield return Joined(pieces);
                if (pieces.Exists(p => TypeOf(p.Slot) == Corpora.Open)) yield return Joined(pieces.Where(p => TypeOf(p.Slot) != Corpora.Open));
            }
        }
    }

    /// <summary>Requests of intents in which people name nobody.</summary>
    public static IEnumerable<Marked> Hwu64(bool training)
    {
        foreach (var part in (string[])["train", "valid", "test"])
        {
            var intents = File.ReadLines(DataFolder.At("fewshot_intent_oos", "HWU64", part, "label"));
            foreach (var (line, intent) in File.ReadLines(DataFolder.At("fewshot_intent_oos", "HWU64", part, "seq.in")).Zip(intents))
                if (Halves.IsForTraining(line) == training && !Array.Exists(NamingIntents, i => intent.StartsWith(i, StringComparison.Ordinal))) yield return new(line, [], NoPersons: true);
        }
    }

    private static Marked Joined(IEnumerable<(string Text, string Slot)> pieces)
    {
        var text = new StringBuilder();
        var spans = new List<(int, int, int)>();
        foreach (var (piece, slot) in pieces)
        {
            var word = piece.TrimEnd();
            if (TypeOf(slot) is var type and >= 0 && word.Length > 0) spans.Add((text.Length, text.Length + word.Length, type));
            text.Append(piece);
        }

        return new(text.ToString(), spans);
    }

    private static int TypeOf(string slot) => slot switch
    {
        "city" or "state" or "country" => Corpora.Place,
        "service" => Corpora.Service,
        "artist" or "album" or "track" or "playlist" or "playlist_owner" or "entity_name" or "object_name" or "movie_name" or "restaurant_name" or "party_size_description" or "poi" => Corpora.Open,
        "geographic_poi" or "location_name" or "object_location_type" or "served_dish" or "cuisine" => Corpora.NoPerson,
        _ => -1,
    };
}
