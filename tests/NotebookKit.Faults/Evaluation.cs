using NotebookKit.Recipes;
using NotebookKit.Samples;

namespace NotebookKit.Faults;

/// <summary>Writes a set with planted faults, runs the default recipe over it, and looks up what became of each fault.</summary>
internal sealed class Evaluation
{
    private readonly Dictionary<Row, List<Example>> read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Removal> removed;
    private readonly Dictionary<string, Example> kept;
    private readonly ILookup<string, long> rejected;
    private readonly string keptTexts;
    private readonly Samples.Samples set;

    private Evaluation(Samples.Samples set, Dataset result)
    {
        this.set = set;
        removed = result.History.Removals.ToDictionary(r => r.Example.Id, StringComparer.Ordinal);
        kept = result.Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
        rejected = result.History.Rejected.ToLookup(r => Path.GetFileName(r.File), r => r.Line, StringComparer.Ordinal);
        keptTexts = string.Join('\n', result.Examples.SelectMany(e => e.Texts).Select(t => t.Text));
        var all = kept.Values.Concat(removed.Values.Select(r => r.Example)).ToLookup(e => e.Position.Source);
        for (var f = 0; f < set.Files.Count; f++) Match(set.Files[f], all[f]);
    }

    /// <summary>Makes the set of a seed in <paramref name="folder"/> and measures the default recipe on it.</summary>
    public static Measured Run(ulong seed, VariantHalf half, int each, string folder, int threads)
    {
        var set = Samples.Samples.Make(seed, half, each);
        Directory.CreateDirectory(folder);
        foreach (var file in set.Files) File.WriteAllBytes(Path.Combine(folder, file.Name), set.Bytes[file.Name]);
        var result = FineTuning.Prepare(set.Files.Select(f => Path.Combine(folder, f.Name)), run: new() { Threads = threads });
        return new Evaluation(set, result.Data).Measure(seed);
    }

    /// <summary>Rows with an id are found by it; those of the CSV file come out in the order in which they were written. A broken line that was
    /// read all the same is no row of the set.</summary>
    private void Match(SampleFile file, IEnumerable<Example> examples)
    {
        var source = Path.GetFileNameWithoutExtension(file.Name);
        var byId = examples.GroupBy(e => e.Position.Record).OrderBy(g => g.Key).ToLookup(g => g.First().Id, StringComparer.Ordinal);
        var inOrder = byId.SelectMany(g => g).ToList();
        var hasIds = file.Rows[0].Json.ContainsKey("id");
        if (!hasIds && inOrder.Count != file.Rows.Count)
            throw new InvalidDataException($"{file.Name}: {file.Rows.Count} rows were written, examples came of {inOrder.Count}.");
        for (var i = 0; i < file.Rows.Count; i++)
            read[file.Rows[i]] = hasIds ? [.. byId[$"{source}/{file.Rows[i].Id}"].Single()] : [.. inOrder[i]];
    }

    private Measured Measure(ulong seed)
    {
        var verdicts = set.Files.SelectMany(Verdicts).ToList();
        // Clean: nothing was planted in the row, it is not the first of two twins, and it is young enough for the default window of a year.
        var clean = set.Files.SelectMany(f =>
        {
            var twins = f.Faults.Where(l => Kinds.Of(l.Key).IsPair).SelectMany(l => l.Value).SelectMany(p => p.Rows).ToHashSet();
            var sound = Wanted.Sound.SelectMany(k => f.Faults.GetValueOrDefault(k, [])).SelectMany(p => p.Rows).ToHashSet();
            return f.Clean.Where(r => !twins.Contains(r) && r.IsRecent).Select(r => (File: f, Row: r, IsSound: sound.Contains(r)));
        }).ToList();
        var alarms = clean.SelectMany(c => Alarms(c.File, c.Row, c.IsSound)).ToList();
        return new(seed, set.Files.Sum(f => f.Rows.Count + f.Broken.Count), clean.Count, verdicts, alarms);
    }

    private IEnumerable<Alarm> Alarms(SampleFile file, Row row, bool sound)
    {
        foreach (var example in read[row])
        {
            if (removed.TryGetValue(example.Id, out var removal)) yield return new($"{file.Name} {row.Id}", removal.Reason, true, sound, row.Whole);
            else
                foreach (var reason in kept[example.Id].Flags.Select(f => f.Reason).Distinct())
                    yield return new($"{file.Name} {row.Id}", reason, false, sound, row.Whole);
        }
    }

    private IEnumerable<Verdict> Verdicts(SampleFile file)
    {
        foreach (var (broken, line) in file.Broken.OrderBy(b => file.Rows.IndexOf(b.Before)).Zip(file.BrokenLines))
        {
            // A reader that gets all of the record out of the line did as well as one that rejects it.
            var found = rejected[file.Name].Contains(line) || IsRepaired(broken);
            yield return new("broken-json", $"{file.Name}:{line}", broken.Variant, broken.Text, found, found ? [Wanted.Rejected] : []);
        }

        foreach (var (kind, planted) in file.Faults)
        {
            if (!Wanted.Kinds.Contains(kind)) continue;
            foreach (var rows in planted)
            {
                // Both of two contradicting rows have to be listed; of two duplicates, one has to go.
                if (kind == "contradiction")
                    foreach (var row in rows.Rows) yield return ByReason(file, kind, row, [row]);
                else if (Wanted.Placeholders.TryGetValue(kind, out var placeholder)) yield return ByPlaceholder(file, kind, rows.Rows[0], placeholder);
                else yield return ByReason(file, kind, rows.Rows[^1], rows.Rows);
            }
        }
    }

    private bool IsRepaired(BrokenLine broken)
    {
        var id = broken.Row.Json["id"]!.GetValue<string>();
        return kept.Values.Concat(removed.Values.Select(r => r.Example)).Any(e => e.Id.EndsWith("/" + id, StringComparison.Ordinal)
            && e.Messages.Any(m => m.Content == broken.Row.Answer) && e.CreatedAt is not null);
    }

    private Verdict ByReason(SampleFile file, string kind, Row shown, Row[] rows)
    {
        var reasons = rows.SelectMany(r => read[r]).SelectMany(Reasons).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new(kind, $"{file.Name} {shown.Id}", shown.Variant, shown.Whole, reasons.Intersect(Wanted.Reasons[kind]).Any(), reasons);
    }

    private Verdict ByPlaceholder(SampleFile file, string kind, Row row, string placeholder)
    {
        var example = read[row][0];
        var reasons = Reasons(example).Order(StringComparer.Ordinal).ToArray();
        var found = kept.TryGetValue(example.Id, out var now) && Leak.Of(kind, row.Personal, now, keptTexts) is null
            && now.Messages.Any(m => m.Content?.Contains(placeholder, StringComparison.Ordinal) == true);
        return new(kind, $"{file.Name} {row.Id}", row.Variant, row.Whole, found, found || now is not null ? [] : reasons);
    }

    /// <summary>Why the example left; where it stayed, what was remarked.</summary>
    private IEnumerable<string> Reasons(Example example) =>
        removed.TryGetValue(example.Id, out var removal) ? [removal.Reason] : kept[example.Id].Flags.Select(f => f.Reason).Distinct();
}
