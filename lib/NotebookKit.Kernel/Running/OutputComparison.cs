using System.Text.Json.Nodes;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>Compares the outputs that a notebook holds with those of a fresh run. How texts are cut into lines makes no difference.</summary>
internal static class OutputComparison
{
    private const int MostCharacters = 160;

    /// <summary>The first cell that differs, said in a few lines; nothing where all are the same.</summary>
    public static IEnumerable<string> Difference(Notebook held, Notebook fresh)
    {
        var number = 0;
        foreach (var (old, now) in held.Cells.Zip(fresh.Cells).Where(c => c.First.Runs))
        {
            number++;
            if (Difference(old.Outputs, now.Outputs) is not { } difference) continue;
            var source = now.Source.Split('\n').First(l => l.Trim().Length > 0).Trim();
            return [$"In [{number}] (cell {now.Position}): {difference.What}", "    " + Cut(source), .. difference.Lines.Select(l => "    " + l)];
        }

        return [];
    }

    private static (string What, string[] Lines)? Difference(IReadOnlyList<JsonObject> held, IReadOnlyList<JsonObject> fresh)
    {
        foreach (var (old, now) in held.Zip(fresh))
        {
            var (before, after) = (Parts(old), Parts(now));
            var type = before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).FirstOrDefault(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k));
            if (type is null) continue;
            if (RawOutputs.IsRaw(old) || RawOutputs.IsRaw(now)) return ($"{type} differs from a fresh run (raw text is not printed)", []);
            return ($"{type} differs from a fresh run", FirstLine(before.GetValueOrDefault(type), after.GetValueOrDefault(type)));
        }

        return held.Count == fresh.Count ? null : ($"it holds {held.Count} outputs, a fresh run gives {fresh.Count}", []);
    }

    private static Dictionary<string, string> Parts(JsonObject output)
    {
        var parts = OutputText.All(output).ToDictionary(t => t.Type, t => t.Text, StringComparer.Ordinal);
        parts["kind of output"] = output["output_type"]!.ToString();
        return parts;
    }

    private static string[] FirstLine(string? before, string? after)
    {
        var (old, now) = ((before ?? "").Split('\n'), (after ?? "").Split('\n'));
        var at = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        var (left, right) = (old.ElementAtOrDefault(at), now.ElementAtOrDefault(at));
        // Long lines differ somewhere in their middle.
        var start = left is null || right is null ? 0 : Math.Max(0, left.Zip(right).TakeWhile(c => c.First == c.Second).Count() - 40);
        string Side(string sign, string? line) => line is null ? $"{sign} (nothing)" : $"{sign} {(start > 0 ? "…" : "")}{Cut(line[Math.Min(start, line.Length)..])}";
        return [$"line {at + 1}:", Side("- held ", left), Side("+ fresh", right)];
    }

    private static string Cut(string text) => text.Length > MostCharacters ? text[..MostCharacters] + "…" : text;
}
