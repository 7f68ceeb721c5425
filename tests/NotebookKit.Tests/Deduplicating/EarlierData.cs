using NotebookKit.Deduplicating;
using NotebookKit.Writing;

namespace NotebookKit.Tests.Deduplicating;

/// <summary>Runs of the steps that remove duplicates, as folders that later runs take.</summary>
internal static class EarlierData
{
    private static readonly string[] Things = ["invoice", "password", "parcel", "refund", "subscription", "screen", "export", "calendar", "route", "battery", "coupon", "profile", "lamp", "printer", "window"];

    private static readonly string[] Verbs = ["change", "find", "cancel", "repair", "share", "download", "explain", "delay", "replace", "check", "print"];

    /// <summary>The steps, with an embedder that a test can foresee.</summary>
    public static Recipe Steps(EarlierRuns? earlier = null) => new("duplicates",
    [
        new("exact", new ExactDuplicates { Earlier = earlier }),
        new("near", new NearDuplicates { Earlier = earlier }),
        new("semantic", new SemanticDuplicates { Embedder = new WordEmbedder(), Earlier = earlier }),
    ]);

    /// <summary>Runs the steps, and leaves what later runs need in a folder.</summary>
    public static Dataset Run(Dataset data, string folder, Recipe? recipe = null, RunContext? run = null, EarlierRuns? earlier = null)
    {
        recipe ??= Steps(earlier);
        var sketches = new KeptSketches();
        run ??= new();
        var result = recipe.Run(data, run with { Sketches = sketches });
        var audit = Path.Combine(folder, "audit");
        Directory.CreateDirectory(audit);
        File.Delete(Path.Combine(audit, "kept.sketches"));
        KeptFile.Write(new() { Result = result, Recipe = recipe, Mask = e => e, MaskText = t => t, Run = run, Sketches = sketches, Earlier = earlier?.Runs ?? [] }, audit);
        return result;
    }

    /// <summary>What an earlier run kept, for tests that need no folder afterwards.</summary>
    public static EarlierRuns Of(Dataset data, Recipe? recipe = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"notebookkit-earlier-{Guid.NewGuid():N}", "january");
        Run(data, folder, recipe);
        var runs = EarlierRuns.Read(folder);
        // The file is open, so its name may go.
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        return runs;
    }

    /// <summary>Rows of few templates with words exchanged, so that many are alike in all degrees: equal, near, in other words, answered otherwise.</summary>
    public static Dataset Month(string name, int count, ulong seed)
    {
        var rows = new List<Example>();
        for (var i = 0; i < count; i++)
        {
            int Draw(string what, int below) => (int)(NotebookKit.Text.KeyedRandom.Unit(seed, $"{name} {i}", what) * below);
            var (verb, thing, other) = (Verbs[Draw("verb", Verbs.Length)], Things[Draw("thing", Things.Length)], Things[Draw("other", Things.Length)]);
            var question = $"dear team since last week i try to {verb} my {thing} but the page with the {other} says that it is not there and now i do not know what else i could do about it";
            var tail = Draw("tail", 4) switch { 0 => "", 1 => " thank you", 2 => " please help me", _ => $" regards number {Draw("number", 3)}" };
            var answer = Draw("answer", 5) == 0 ? $"no this is not possible with {thing} at all" : $"open the settings choose {thing} and then {verb} it a mail will tell you when it is done";
            rows.Add(Build.Example($"{name}-{i}", question + tail, answer) with { Signals = new Signals { Rating = Draw("rating", 5) + 1 } });
        }

        return Dataset.Of(rows);
    }
}
