using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>A stage whose knowledge of rows can be kept for later runs, and that can take such of earlier ones.</summary>
internal interface ISketchingStage
{
    string Name { get; }

    int Version { get; }

    /// <summary>What earlier runs kept; null where there are none.</summary>
    EarlierRuns? Earlier { get; }

    /// <summary>Options that must be the same where sketches are to be compared, as they stand in its description.</summary>
    IReadOnlyList<string> SketchOptions { get; }

    StageDescription Describe();

    /// <summary>The stage with earlier runs.</summary>
    Stage After(EarlierRuns earlier);
}

/// <summary>What one stage knew about the rows that it left in, the best first.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Options">The options that a later stage must share.</param>
/// <param name="Rows">The rows.</param>
/// <param name="HasSets">True where rows are compared as sets or vectors, false where as hashes.</param>
/// <param name="BandWords">Before the words of each row's answer stand so many with the keys of its bands.</param>
internal sealed record KeptStage(string Stage, int Version, IReadOnlyList<SketchOption> Options, SketchBlock Rows, bool HasSets, int BandWords);

/// <summary>An option of a stage on which its sketches depend.</summary>
internal readonly record struct SketchOption(string Name, string Value)
{
    /// <summary>Those of a stage.</summary>
    public static IReadOnlyList<SketchOption> Of(ISketchingStage stage)
    {
        using var options = System.Text.Json.JsonDocument.Parse(stage.Describe().Options);
        return [.. stage.SketchOptions.Select(name => new SketchOption(name, options.RootElement.GetProperty(name).ToString()))];
    }
}

/// <summary>Collects, stage by stage, what later runs need to know about rows: copied out of the summary before that goes, so that nothing is computed again.
/// About 60 bytes a row and its id stay in memory; hashes go to temporary files where they are many.</summary>
internal sealed class KeptSketches
{
    /// <summary>Words of 64 bits that the keys of a row's bands fill.</summary>
    public const int WordsOfBands = MinHash.Bands / 2;

    private readonly List<KeptStage> stages = [];

    public IReadOnlyList<KeptStage> Stages => stages;

    /// <summary>Takes the rows that a stage leaves in.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="rows">All rows that it saw.</param>
    /// <param name="table">What it decided.</param>
    /// <param name="run">Where hashes go.</param>
    /// <param name="keys">Band keys of the first of equal sets, where the stage has them.</param>
    /// <param name="edges">Which rows are equal to which first.</param>
    public void Take(ISketchingStage stage, RankedRows rows, ReplacementTable table, RunContext run, BandKeys? keys = null, IReadOnlyList<SimilarEdge>? edges = null)
    {
        var firsts = new Dictionary<int, int>();
        foreach (var edge in edges ?? [])
            if (edge.Jaccard >= 1) firsts[edge.B] = edge.A;
        var block = new SketchBlock(run.Scratch);
        ulong[] set = [], answer = [];
        for (var rank = 0; rank < rows.Count; rank++)
        {
            if (!table.Stays(rank)) continue;
            if ((rank & 0xFFF) == 0) run.Cancel.ThrowIfCancellationRequested();
            rows.CopyTo(block, rank, keys is null ? [] : MemoryMarshal.Cast<uint, ulong>(keys.Of(firsts.GetValueOrDefault(rank, rank))), ref set, ref answer);
        }

        stages.Add(new(stage.Name, stage.Version, SketchOption.Of(stage), block.Done(), stage is not ExactDuplicates, keys is null ? 0 : WordsOfBands));
    }
}
