using System.Text;
using System.Text.RegularExpressions;

namespace NotebookKit.Samples;

/// <summary>Looks at what was made with other eyes than those that made it: are twins twins, are clean rows clean, is everybody invented?</summary>
internal static partial class Check
{
    /// <summary>From here on two rows are near-duplicates.</summary>
    private const double Alike = 0.8;

    public static IReadOnlyList<string> Of(Samples samples)
    {
        var faults = new List<string>();
        Counts(samples, faults);
        foreach (var file in samples.Files)
        {
            Ids(file, faults);
            Pairs(file, faults);
            Personal(file, faults);
        }

        CleanRows(samples, faults);
        foreach (var (name, bytes) in samples.Bytes) Invented(name, Encoding.UTF8.GetString(bytes), faults);
        return faults;
    }

    private static void Counts(Samples samples, List<string> faults)
    {
        foreach (var kind in Kinds.All)
        {
            var count = samples.Files.Sum(f => kind.Code == "broken-json" ? f.BrokenLines.Count : f.Faults.GetValueOrDefault(kind.Code, []).Count);
            if (count < kind.Minimum) faults.Add($"{kind.Code}: {count} planted, at least {kind.Minimum} expected");
        }

        foreach (var (name, bytes) in samples.Bytes)
            if (bytes.Length >= 1_500_000) faults.Add($"{name} has {bytes.Length} bytes");
    }

    private static void Ids(SampleFile file, List<string> faults)
    {
        var shared = file.Faults.Where(f => f.Key.StartsWith("same-id", StringComparison.Ordinal))
            .SelectMany(f => f.Value).Select(p => p.Rows[0].Id).ToHashSet();
        foreach (var same in file.Rows.GroupBy(r => r.Id).Where(g => g.Count() > 1 != shared.Contains(g.Key)))
            faults.Add($"{file.Name}: {same.Count()} rows have the id {same.Key}");
        foreach (var (kind, planted) in file.Faults)
            foreach (var row in planted.SelectMany(p => p.Rows))
                if (!file.Rows.Contains(row) && kind != "copy-of-parent") faults.Add($"{file.Name}: {kind} names a row that is not in the file");
    }

    private static void Pairs(SampleFile file, List<string> faults)
    {
        foreach (var (kind, pairs) in file.Faults)
            foreach (var pair in pairs.Where(p => p.Rows.Length == 2))
            {
                var (a, b) = (pair.Rows[0], pair.Rows[1]);
                var whole = Shingles.Jaccard(a.Whole, b.Whole);
                var holds = kind switch
                {
                    "exact-duplicate" => Edits.Bare(a.Whole) == Edits.Bare(b.Whole) && a.Id != b.Id,
                    "near-duplicate" or "copy-of-parent" => whole is >= Alike and < 1,
                    "contradiction" or "stale-answer" => Shingles.Jaccard(a.Input, b.Input) >= Alike && Shingles.Jaccard(a.Answer, b.Answer) < 0.4,
                    "same-id-same-record" => Written.Line(a.Json) == Written.Line(b.Json),
                    "same-id-other-record" => whole < 0.5,
                    _ => false,
                };
                if (!holds) faults.Add(FormattableString.Invariant($"{file.Name}: {a.Id} and {b.Id} are no {kind} (similarity {whole:0.00})"));
                if (kind == "stale-answer" && (b.At - a.At).TotalDays < 250) faults.Add($"{file.Name}: {a.Id} is not much older than {b.Id}");
            }
    }

    private static void Personal(SampleFile file, List<string> faults)
    {
        foreach (var row in file.Rows)
            foreach (var value in row.Personal)
                if (!row.Whole.Contains(value, StringComparison.Ordinal)) faults.Add($"{file.Name}: {row.Id} does not hold its personal value");
    }

    /// <summary>No two clean rows of any files are alike, none has an empty or very short text, none holds what a fault would look like.</summary>
    private static void CleanRows(Samples samples, List<string> faults)
    {
        var wholes = new Likeness();
        var inputs = new Likeness();
        var seen = new List<Row>();
        foreach (var (file, row) in samples.Files.SelectMany(f => f.Clean.Select(r => (f, r))))
        {
            var near = wholes.Nearest(row.Whole);
            var asked = inputs.Nearest(row.Input);
            if (near.Value >= Alike) faults.Add(FormattableString.Invariant($"{file.Name}: {row.Id} is like {seen[near.Index].Id} ({near.Value:0.00})"));
            if (asked.Value >= Alike) faults.Add(FormattableString.Invariant($"{file.Name}: {row.Id} asks like {seen[asked.Index].Id} ({asked.Value:0.00})"));
            wholes.Add(row.Whole);
            inputs.Add(row.Input);
            seen.Add(row);
            var isTag = row.Json["feature"]?.GetValue<string>() == "activity_tagger";
            if (row.Question.Length < 10 || (row.Answer.Length < 20 && !isTag)) faults.Add($"{file.Name}: {row.Id} is too short");
            if (!isTag && !".?!".Contains(row.Answer[^1])) faults.Add($"{file.Name}: {row.Id} has no end: {row.Answer[^20..]}");
            if (row.Personal.Count > 0 || file.Faults.GetValueOrDefault("human-decline", []).Exists(p => p.Rows[0] == row)) continue;
            if (Suspect().Match(row.Whole) is { Success: true } match) faults.Add($"{file.Name}: {row.Id} holds '{match.Value}'");
        }
    }

    private static void Invented(string name, string text, List<string> faults)
    {
        foreach (Match match in Domain().Matches(text))
            if (!Reserved().IsMatch(match.Groups[1].Value.TrimEnd('.'))) faults.Add($"{name}: {match.Value} is no reserved domain");
    }

    [GeneratedRegex(
        @"[\[\]{}|<>@]|\s,|  |sorry, but|As an AI|I cannot|I can't|unable to|went wrong|error occurred|try again later|\d{6,}|\uFFFD|â€",
        RegexOptions.CultureInvariant)]
    private static partial Regex Suspect();

    [GeneratedRegex(@"(?:@(?=[A-Za-z0-9-]+\.)|https?://|www\.)([A-Za-z0-9.-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"(^|\.)example\.(com|org|net)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
