using System.Text;
using System.Text.Json;
using NotebookKit.Comparing;
using NotebookKit.Display;
using NotebookKit.Text;
using NotebookKit.Writing;

namespace NotebookKit.Console;

/// <summary>Writes what a comparison of two sets found: as JSON, and the sampling plan as a file that says row by row what to do.</summary>
internal static class GapFiles
{
    /// <summary>The mark in the first line of a plan.</summary>
    public const string PlanKind = "notebookkit-sampling-plan";

    /// <summary>The comparison as one JSON object. No text of a row is in it.</summary>
    public static string Json(GapResult gap) => JsonPage.Build(json =>
    {
        json.WriteNumber("trainRows", gap.TrainRows);
        json.WriteNumber("liveRows", gap.LiveRows);
        json.WriteStartObject("test");
        if (gap.Test.Auc is { } auc) json.WriteNumber("auc", auc);
        else json.WriteNull("auc");
        json.WriteNumber("low", gap.Test.Low);
        json.WriteNumber("high", gap.Test.High);
        json.WriteNumber("chance", gap.Test.ChanceLimit);
        json.WriteBoolean("canBeToldApart", gap.Test.CanBeToldApart);
        json.WriteEndObject();
        List(json, "features", gap.Features, f =>
        {
            json.WriteString("name", f.Name);
            json.WriteNumber("psi", f.Psi);
            json.WriteNumber("chance", f.Chance);
            json.WriteNumber("jensenShannon", f.JensenShannon);
            json.WriteString("state", f.State.ToString().ToLowerInvariant());
        });
        List(json, "terms", gap.Test.Terms, t =>
        {
            json.WriteString("term", t.Text);
            json.WriteString("pointsTo", t.PointsToLive ? "live" : "train");
            json.WriteNumber("weight", t.Weight);
            json.WriteNumber("train", t.Train);
            json.WriteNumber("live", t.Live);
        });
        List(json, "thinClusters", gap.ThinClusters(), c =>
        {
            json.WriteNumber("cluster", c.Number);
            json.WriteNumber("live", c.Live);
            json.WriteNumber("train", c.Train);
            ExampleJson.Texts(json, "terms", c.Terms);
            json.WriteString("central", c.Central);
        });
        json.WriteStartObject("plan");
        json.WriteNumber("rowsToLabel", gap.Plan.ToLabel.Count);
        json.WriteNumber("rowsRepeated", gap.Plan.Repeats.Count);
        Totals(json, gap.Plan);
        json.WriteEndObject();
        List(json, "notes", gap.Notes, n =>
        {
            json.WriteString("code", n.Code);
            json.WriteString("text", n.Text);
        });
    });

    /// <summary>Writes the plan: a first line with its totals, then <c>{"do":"label","id","file","line","cluster","input"}</c> for each live row to label, in the order in which they help most, and
    /// <c>{"do":"repeat","id","file","line","copies"}</c> for each training row to repeat. It holds masked texts: only its owner may read it.</summary>
    /// <exception cref="UsageException">The path is a folder, does not end in .jsonl, or is a file that is no plan.</exception>
    public static void WritePlan(string path, GapResult gap, GapSide train, GapSide live)
    {
        var whole = Path.GetFullPath(path);
        var temporary = $".{Path.GetFileName(whole)}.tmp{Environment.ProcessId}";
        var folder = Path.GetDirectoryName(whole)!;
        try
        {
            using (var file = new OutputFile(folder, temporary, ownerOnly: true))
            {
                file.WriteRow(gap.Plan, static (json, plan) =>
                {
                    json.WriteStartObject();
                    json.WriteString("kind", PlanKind);
                    json.WriteNumber("version", 1);
                    Totals(json, plan);
                    json.WriteEndObject();
                });
                var asked = live.Data.Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
                foreach (var row in gap.Plan.ToLabel)
                    file.WriteRow((row, asked[row.Id], live.File), static (json, x) =>
                    {
                        Place(json, "label", x.Item2, x.File);
                        json.WriteNumber("cluster", x.row.Cluster);
                        json.WriteString("input", x.Item2.LastUserTurn);
                        json.WriteEndObject();
                    });
                var known = train.Data.Examples.ToDictionary(e => e.Id, StringComparer.Ordinal);
                foreach (var (id, copies) in gap.Plan.Repeats)
                    file.WriteRow((known[id], copies, train.File), static (json, x) =>
                    {
                        Place(json, "repeat", x.Item1, x.File);
                        json.WriteNumber("copies", x.copies);
                        json.WriteEndObject();
                    });
                file.Finish();
            }

            File.Move(Path.Combine(folder, temporary), whole, overwrite: true);
        }
        finally
        {
            File.Delete(Path.Combine(folder, temporary));
        }
    }

    /// <summary>Refuses a path that a plan must not be written to, before any row is read.</summary>
    /// <exception cref="UsageException">The path is a folder, lies in none, does not end in .jsonl, or is a file that is no plan.</exception>
    public static void CheckPlan(string path)
    {
        if (Directory.Exists(path)) throw new UsageException($"--plan: '{path}' is a folder; give a file.");
        if (!string.Equals(Path.GetExtension(path), ".jsonl", StringComparison.OrdinalIgnoreCase)) throw new UsageException($"--plan: '{path}' must end in .jsonl.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) throw new UsageException($"--plan: the folder of '{path}' does not exist.");
        if (!File.Exists(path)) return;
        using var reader = new StreamReader(path, Encoding.UTF8);
        var start = new char[200];
        if (!new string(start, 0, reader.ReadBlock(start)).Contains(PlanKind, StringComparison.Ordinal)) throw new UsageException($"--plan: '{path}' is there and is no sampling plan; it is not replaced.");
    }

    private static void Totals(Utf8JsonWriter json, SamplingPlan plan)
    {
        json.WriteNumber("linesBefore", plan.LinesBefore);
        json.WriteNumber("linesAfter", plan.LinesAfter);
        json.WriteNumber("psiBefore", plan.PsiBefore);
        json.WriteNumber("psiRepeated", plan.PsiRepeated);
        json.WriteNumber("psiLabelled", plan.PsiLabelled);
    }

    private static void Place(Utf8JsonWriter json, string what, Example row, string file)
    {
        json.WriteStartObject();
        json.WriteString("do", what);
        json.WriteString("id", row.Id);
        json.WriteString("file", Path.GetFileName(file));
        json.WriteNumber("line", row.Position.Line);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
