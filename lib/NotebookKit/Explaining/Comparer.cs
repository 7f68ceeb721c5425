using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>Compares two folders.</summary>
internal static class Comparer
{
    private const double LeastShare = 0.001;

    public static RunComparison Compare(RunFolder first, RunFolder second)
    {
        var read = new ComparedRows[2];
        try
        {
            Parallel.For(0, 2, i => read[i] = ComparedRows.Of(i == 0 ? first : second));
        }
        catch (AggregateException errors)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }

        var (before, after) = (read[0], read[1]);
        var pairs = Pairs(before, after);
        var paired = pairs.ToDictionary(p => p.Before, p => p.After, StringComparer.Ordinal);
        return new()
        {
            Before = first.Path,
            After = second.Path,
            Splits = [.. Enum.GetValues<Split>().Select(s => new CountPair("split", s.ToString().ToLowerInvariant(), before.Splits.GetValueOrDefault(s), after.Splits.GetValueOrDefault(s))),
                new("split", "all", before.Kept, after.Kept)],
            Added = Added(after, pairs),
            Removed = [.. before.Rows.Where(r => r.Value.Split is not null && !paired.ContainsKey(r.Key)).Select(r => new LostRow(r.Key, Why(r.Key, after)))],
            Changed = [.. pairs.Where(p => before.Rows[p.Before].Hash != after.Rows[p.After].Hash).Select(p => p.After)],
            Unchanged = pairs.Count(p => before.Rows[p.Before].Hash == after.Rows[p.After].Hash),
            Renamed = pairs.Count(p => p.Before != p.After),
            Moved = Moved(before, after, pairs),
            Reasons = Reasons(before, after),
            Settings = SettingDiff.Of(first.Manifest, second.Manifest),
            Checklist = Checklist(first, second),
            Shares = [.. Shares("label", before, after, r => r.Label), .. Shares("source", before, after, r => r.Source)],
        };
    }

    /// <summary>Kept rows of both: by id, then those that are left over by what they say.</summary>
    private static List<(string Before, string After)> Pairs(ComparedRows before, ComparedRows after)
    {
        var pairs = new List<(string, string)>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var open = new List<string>();
        foreach (var (id, row) in before.Rows)
        {
            if (row.Split is null) continue;
            if (after.Rows.TryGetValue(id, out var same) && same.Split is not null)
            {
                pairs.Add((id, id));
                taken.Add(id);
            }
            else
            {
                open.Add(id);
            }
        }

        foreach (var id in open)
            if (after.ByHash.TryGetValue(before.Rows[id].Hash, out var other) && taken.Add(other)) pairs.Add((id, other));
        return pairs;
    }

    private static List<string> Added(ComparedRows after, List<(string Before, string After)> pairs)
    {
        var there = pairs.Select(p => p.After).ToHashSet(StringComparer.Ordinal);
        return [.. after.Rows.Where(r => r.Value.Split is not null && !there.Contains(r.Key)).Select(r => r.Key)];
    }

    private static string Why(string id, ComparedRows after) =>
        after.Rows.TryGetValue(id, out var row) ? Reason(after.NameOf(row.Exit)) : "not read under this id";

    private static string Reason(string name) => name.Split('\t') is [var stage, var reason] ? $"{stage}: {reason}" : name;

    /// <summary>Pairs in different splits; and held-out rows whose very text is in train under another id, though their own id is still held out.</summary>
    private static List<MovedRow> Moved(ComparedRows before, ComparedRows after, List<(string Before, string After)> pairs)
    {
        var moved = new List<MovedRow>();
        foreach (var (id, other) in pairs)
        {
            var (was, now) = (before.Rows[id], after.Rows[other]);
            if (was.Split != now.Split) moved.Add(new(other, was.Split!.Value, now.Split!.Value, id == other));
        }

        var known = moved.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, row) in before.Rows)
            if (row.Split is Split.Test or Split.Validation && after.Train.TryGetValue(row.Hash, out var twin) && known.Add(twin))
                moved.Add(new(twin, row.Split.Value, Split.Train, false));
        return moved;
    }

    private static List<CountPair> Reasons(ComparedRows before, ComparedRows after)
    {
        var counts = new SortedDictionary<string, (long Before, long After)>(StringComparer.Ordinal);
        foreach (var (_, row) in before.Rows)
            if (row.Exit >= 0) counts[before.NameOf(row.Exit)] = (counts.GetValueOrDefault(before.NameOf(row.Exit)).Before + 1, 0);
        foreach (var (_, row) in after.Rows)
            if (row.Exit >= 0) counts[after.NameOf(row.Exit)] = (counts.GetValueOrDefault(after.NameOf(row.Exit)).Before, counts.GetValueOrDefault(after.NameOf(row.Exit)).After + 1);
        return [.. counts.Where(c => c.Value.Before != c.Value.After)
            .Select(c => new CountPair(c.Key.Split('\t')[0], c.Key.Split('\t')[^1], c.Value.Before, c.Value.After))
            .OrderByDescending(c => Math.Abs(c.After - c.Before))];
    }

    private static IEnumerable<CountPair> Shares(string group, ComparedRows before, ComparedRows after, Func<ComparedRow, int> of)
    {
        var counts = new SortedDictionary<string, (long Before, long After)>(StringComparer.Ordinal);
        foreach (var (_, row) in before.Rows)
            if (row.Split is not null) counts[before.NameOf(of(row))] = (counts.GetValueOrDefault(before.NameOf(of(row))).Before + 1, 0);
        foreach (var (_, row) in after.Rows)
            if (row.Split is not null) counts[after.NameOf(of(row))] = (counts.GetValueOrDefault(after.NameOf(of(row))).Before, counts.GetValueOrDefault(after.NameOf(of(row))).After + 1);
        double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
        return counts.Select(c => new CountPair(group, c.Key, c.Value.Before, c.Value.After))
            .Where(c => Math.Abs(Share(c.After, after.Kept) - Share(c.Before, before.Kept)) >= LeastShare)
            .OrderByDescending(c => Math.Abs(Share(c.After, after.Kept) - Share(c.Before, before.Kept))).ThenBy(c => c.Name, StringComparer.Ordinal);
    }

    private static List<TextPair> Checklist(RunFolder first, RunFolder second)
    {
        var (before, after) = (Points(first), Points(second));
        return [.. before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal)
            .Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k)).Select(k => new TextPair(k, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))];
    }

    /// <summary>State and evidence of each point.</summary>
    private static Dictionary<string, string> Points(RunFolder folder)
    {
        var points = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = folder.AuditPath("report.json");
        if (!File.Exists(path)) return points;
        foreach (var point in JsonFields.Page(path).Items("checklist"))
            if ((point.Text("text") ?? point.Text("id")) is { } name) points[name] = string.Join(": ", new[] { point.Text("state"), point.Text("evidence") }.Where(t => !string.IsNullOrEmpty(t)));
        return points;
    }
}
