using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>A row without personal data.</summary>
/// <param name="Source">The set.</param>
/// <param name="Id">The row, by file and number.</param>
/// <param name="Text">The text.</param>
/// <param name="Disputed">True where the row may hold personal data by its set's own making: it is counted apart.</param>
/// <param name="Whole">The row before anything was cut out of it; the half that it is in hangs on that.</param>
internal sealed record CleanRow(string Source, string Id, string Text, bool Disputed = false, string? Whole = null)
{
    /// <summary>True where a forename stands in a query: counted apart too, unless the earlier rule is asked for.</summary>
    public bool HasForename { get; init; }
}

/// <summary>Rows of public sets in which a find is a false alarm.</summary>
/// <remarks>
/// What is done so that the rows are clean, by rule and never by hand:
/// - gpteacher: the answers of the set Codegen. Those with one of the 300 most frequent forenames of the United States (list name_bias, 1960–2020; capital letter, whole
///   word), with one of the customary Alice, Bob, Charlie and Eve, or with an e-mail address hold invented people as sample data: they are counted apart, as gpteacher*.
/// - logs: the texts of pii_anon_eval with every marked span cut out. The set marks one of several phone numbers and hardware addresses of a row only, and long keys only,
///   so what stands behind <c>Phone:</c>, <c>MAC:</c> and <c>"api_key":</c> is cut out, too.
/// - snips: the queries with the words of slots cut out that name persons or works (<see cref="NamingSlots"/>); places, dates and numbers stay.
/// - snips and hwu64: queries with one of those forenames (whole word, in any case, as people type queries in small letters) are about people as a rule, "call mike", "geraldine's
///   house"; they are counted apart, as snips* and hwu64*, by the rule that gpteacher has had from the start. It takes rows along in which the word is none (april, mark, austin).
///   <see cref="Alarms"/> prints the total without this rule, too.
/// - hwu64: the queries. This copy has no slots, so those of intents in which people name people, artists or authors (<see cref="NamingIntents"/>: mails, calendar, music,
///   radio, audio books, facts, social networks) are counted apart, as hwu64*.
/// - Rows that are empty after that are not drawn.
/// - Rows of the half that the name model is trained on (<see cref="Halves"/>) are not drawn. Where a set then has fewer rows than its share, the others give more.
/// An alarm in a row that is not set apart counts, however one may dispute it.
/// </remarks>
internal static partial class CleanRows
{
    /// <summary>Slots of SNIPS whose values are names of people, or of works and places that bear such names.</summary>
    private static readonly HashSet<string> NamingSlots = ["artist", "album", "track", "playlist", "playlist_owner", "entity_name", "object_name", "movie_name", "restaurant_name", "party_size_description"];

    private static readonly string[] NamingIntents = ["email_", "calendar_", "music_", "play_", "qa_factoid", "qa_definition", "social_"];

    private static readonly (string Source, int Share)[] Shares = [("gpteacher", 30), ("logs", 20), ("snips", 25), ("hwu64", 25)];

    /// <summary>So many clean rows by a fixed draw, more of the other sets where one has too few, and the disputed rows that come up before they are together.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="withoutForenames">False: queries with forenames are among the clean rows, as they once were.</param>
    public static IEnumerable<CleanRow> Draw(int rows, ulong seed, bool withoutForenames = true)
    {
        var sets = Shares.Select(share =>
        {
            var draw = new Draw(seed);
            return (share.Source, share.Share, Rows: Of(share.Source).Where(r => !string.IsNullOrWhiteSpace(r.Text) && !Halves.IsForTraining(r.Whole ?? r.Text))
                .Select(r => (Key: draw.Next(), Row: withoutForenames && r.HasForename ? r with { Disputed = true } : r)).OrderBy(r => r.Key).Select(r => r.Row).ToList());
        }).ToList();
        var wanted = Quotas(rows, [.. sets.Select(s => (s.Share, s.Rows.Count(r => !r.Disputed)))]);
        for (var set = 0; set < sets.Count; set++)
        {
            var left = wanted[set];
            foreach (var row in sets[set].Rows)
            {
                if (!row.Disputed && left-- == 0) break;
                yield return row.Disputed ? row with { Source = sets[set].Source + "*" } : row;
            }
        }
    }

    /// <summary>How many rows of each set: its share, or all that it has, and what is missing from those that have more, from the last set on.</summary>
    private static int[] Quotas(int rows, (int Share, int Count)[] sets)
    {
        var quotas = sets.Select(s => Math.Min(s.Count, rows * s.Share / 100)).ToArray();
        while (rows > quotas.Sum() && Enumerable.Range(0, sets.Length).Where(i => quotas[i] < sets[i].Count).ToList() is { Count: > 0 } open)
        {
            var part = Math.Max(1, (rows - quotas.Sum()) / open.Count);
            foreach (var i in open.AsEnumerable().Reverse()) quotas[i] += Math.Min(Math.Min(part, sets[i].Count - quotas[i]), rows - quotas.Sum());
        }

        return quotas;
    }

    private static IEnumerable<CleanRow> Of(string source) => source switch { "gpteacher" => Gpteacher(), "logs" => Logs(), "snips" => Snips(), _ => Hwu64() };

    private static IEnumerable<CleanRow> Gpteacher()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(DataFolder.At("gpteacher", "Codegen", "codegen-instruct.json")));
        var forenames = Forenames();
        var number = 0;
        foreach (var row in document.RootElement.EnumerateArray())
        {
            var text = row.GetProperty("response").GetString()!;
            yield return new("gpteacher", Invariant($"codegen-{number++}"), text, AddressShape().IsMatch(text) || AnyOf(Capitalized().EnumerateMatches(text), text, forenames));
        }
    }

    private static HashSet<string> Forenames() => File.ReadLines(DataFolder.At("name_bias", "data", "names_aggregate_1960_2020.csv")).Skip(1).Select(l => l.Split(','))
        .OrderByDescending(c => double.Parse(c[1], CultureInfo.InvariantCulture)).Take(300).Select(c => char.ToUpperInvariant(c[0][0]) + c[0][1..].ToLowerInvariant()).Concat(["Alice", "Bob", "Charlie", "Eve"]).ToHashSet();

    private static IEnumerable<CleanRow> Logs() => PublicSets.PiiAnon().Select(t =>
        new CleanRow("logs", t.Id, KeyField().Replace(HardwareField().Replace(PhoneField().Replace(Without(t), "Phone: "), "MAC: "), "\"api_key\": \"\""), Whole: t.Text));

    private static IEnumerable<CleanRow> Snips()
    {
        var forenames = new HashSet<string>(Forenames(), StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.EnumerateFiles(DataFolder.At("snips"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // One file of the set holds bytes that are no UTF-8; they become replacement characters.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(file)));
            var number = 0;
            foreach (var row in document.RootElement.EnumerateObject().Single().Value.EnumerateArray())
            {
                var pieces = row.GetProperty("data").EnumerateArray()
                    .Where(p => !(p.TryGetProperty("entity", out var slot) && NamingSlots.Contains(slot.GetString()!))).Select(p => p.GetProperty("text").GetString());
                var text = string.Concat(pieces);
                yield return new("snips", Invariant($"{Path.GetFileNameWithoutExtension(file)}-{number++}"), text, Whole: string.Concat(row.GetProperty("data").EnumerateArray().Select(p => p.GetProperty("text").GetString()))) { HasForename = AnyOf(Words().EnumerateMatches(text), text, forenames) };
            }
        }
    }

    private static IEnumerable<CleanRow> Hwu64()
    {
        var forenames = new HashSet<string>(Forenames(), StringComparer.OrdinalIgnoreCase);
        foreach (var part in (string[])["train", "valid", "test"])
        {
            var number = 0;
            var intents = File.ReadLines(DataFolder.At("fewshot_intent_oos", "HWU64", part, "label"));
            foreach (var (line, intent) in File.ReadLines(DataFolder.At("fewshot_intent_oos", "HWU64", part, "seq.in")).Zip(intents))
                yield return new("hwu64", Invariant($"{part}-{number++}"), line, Array.Exists(NamingIntents, i => intent.StartsWith(i, StringComparison.Ordinal))) { HasForename = AnyOf(Words().EnumerateMatches(line), line, forenames) };
        }
    }

    private static string Without(GoldText text)
    {
        var left = new StringBuilder();
        var at = 0;
        foreach (var span in text.Spans.OrderBy(s => s.Start))
        {
            if (span.Start > at) left.Append(text.Text, at, span.Start - at);
            at = Math.Max(at, span.End);
        }

        return left.Append(text.Text, at, text.Text.Length - at).ToString();
    }

    private static bool AnyOf(Regex.ValueMatchEnumerator words, string text, HashSet<string> listed)
    {
        foreach (var word in words)
            if (listed.Contains(text.Substring(word.Index, word.Length))) return true;
        return false;
    }

    [GeneratedRegex(@"\b[A-Z][a-z]+\b")]
    private static partial Regex Capitalized();

    [GeneratedRegex(@"\b[A-Za-z]+\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"\w@\w+\.\w")]
    private static partial Regex AddressShape();

    [GeneratedRegex(@"""api_key"": ""[^""]*""")]
    private static partial Regex KeyField();

    [GeneratedRegex(@"Phone: [+(]?\d[\d() .-]+\d")]
    private static partial Regex PhoneField();

    [GeneratedRegex(@"MAC: [0-9a-f]{2}(:[0-9a-f]{2}){5}", RegexOptions.IgnoreCase)]
    private static partial Regex HardwareField();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
