using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotebookKit.Benchmarks;

/// <summary>Public rows, where the folder of data is there (<c>NOTEBOOKKIT_DATA</c>, else <c>../shared/data</c>). Nothing of them is printed.</summary>
internal static partial class PublicTexts
{
    private static readonly string[] Folders =
    [
        "abcd_sample", "broad_twitter_corpus", "dedupe_examples", "email_reply_parser", "fastchat", "ftfy_cases", "gpteacher", "irc", "juandr_ner", "lingua_testdata", "llamafactory_demo", "minhash_articles",
        "multidogo", "oasst_samples", "pasteguard_pii", "pii_syn_nano", "snips", "spamassassin", "stackexchange_beer", "sms_spam", "tweebank_ner", "ubi_sample", "wnut17",
    ];

    private static readonly string Repository = FindRepository();

    /// <summary>The folder of data, which may not be there.</summary>
    public static string Folder { get; } = Path.GetFullPath(Environment.GetEnvironmentVariable("NOTEBOOKKIT_DATA") is { Length: > 0 } named ? named : Path.Combine(Repository, "..", "shared", "data"));

    /// <summary>Chat-like texts of so many megabytes: support conversations of twelve turns and instructions with answers; generated rows where there are no public ones.</summary>
    public static List<string> Chat(int megabytes)
    {
        string[] pool = Directory.Exists(Path.Combine(Folder, "multidogo"))
            ? [.. Conversations(), .. Instructions()]
            : [.. ChatRows.Dataset(20_000, 7).Examples.Select(e => string.Join('\n', e.Messages.Select(m => m.Content)))];
        var texts = new List<string>();
        for (long size = 0, i = 0; size < megabytes * 1_000_000L; i++)
        {
            texts.Add(pool[i * 7919 % pool.Length]);
            size += texts[^1].Length;
        }

        return texts;
    }

    /// <summary>Lines of all kinds of files, twelve of them together, and these with what the tests of the repository say about secrets, addresses and numbers in them.</summary>
    public static IEnumerable<string> Mixed()
    {
        var said = Directory.GetFiles(Path.Combine(Repository, "tests", "NotebookKit.Tests", "Anonymizing"), "*.cs").Order(StringComparer.Ordinal)
            .SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => Regex.Unescape(m.Groups[1].Value))).Where(s => s.Length > 5).Distinct().ToArray();
        foreach (var one in said)
        {
            yield return one;
            yield return one.ToUpperInvariant();
        }

        var number = 0;
        foreach (var folder in Folders)
            foreach (var file in Directory.GetFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                if (Path.GetExtension(file) is ".gz" or ".png" or ".jpg" or ".zip" or ".parquet" or ".wav" or ".mp3" or ".mp4") continue;
                foreach (var lines in File.ReadLines(file).Take(6000).Chunk(12))
                {
                    foreach (var line in lines) yield return line.Length > 20_000 ? line[..20_000] : line;
                    var all = string.Join('\n', lines.Select(l => l.Length > 2000 ? l[..2000] : l));
                    yield return all;
                    var at = all.IndexOf(' ', all.Length / 2);
                    var one = said[number++ % said.Length];
                    yield return at < 0 ? one + "\n" + all : $"{all[..at]}{(number % 3 == 0 ? "\n" : " ")}{one}{(number % 2 == 0 ? "." : "")}{all[at..]}";
                }
            }
    }

    private static IEnumerable<string> Conversations() => ((string[])["airline", "software"])
        .SelectMany(f => File.ReadLines(Path.Combine(Folder, "multidogo", "splits_annotated_at_turn_level", f, "train.tsv")).Skip(1))
        .Select(l => l.Split('\t')).Where(c => c.Length > 4).Select(c => c[3]).Chunk(12).Select(c => string.Join('\n', c));

    private static IEnumerable<string> Instructions()
    {
        foreach (var file in (string[])["Roleplay/roleplay-simple-deduped-roleplay-instruct.json", "Codegen/codegen-instruct.json"])
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "gpteacher", file)));
            foreach (var row in document.RootElement.EnumerateArray()) yield return string.Join('\n', row.EnumerateObject().Select(p => p.Value.GetString()));
        }
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NotebookKit.sln was not found above the program.");
    }

    [GeneratedRegex("(?<![@$\"])\"((?:[^\"\\\\\\n]|\\\\[nrt\"\\\\])*)\"(?!\")", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
