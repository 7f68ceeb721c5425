using System.Text.Json;
using NotebookKit.Display;

namespace NotebookKit.Writing;

/// <summary>Writes <c>removed.jsonl</c>: <c>{"id","stage","reason","measured","limit","cause","example"}</c>, in the order of the stages. Texts
/// are masked; <c>example</c> is null where the text is withheld. <c>causeRun</c> stands behind <c>cause</c> where that is a row of an earlier run: the run's name.</summary>
internal static class RemovedFile
{
    private const int Block = 8192;

    /// <summary>Reason of examples that lack an answer: they are worth a person's time.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Writes the file, and hands what lacks an answer to the list for labelling.</summary>
    public static WrittenFile Write(RunOutput output, TextMask mask, string folder, ToLabel toLabel, Steps steps)
    {
        using var file = new OutputFile(folder, "removed.jsonl", ownerOnly: true);
        var stages = output.Result.History.Stages;
        for (var s = 0; s < stages.Count; s++)
        {
            var removed = stages[s].Removed;
            for (var from = 0; from < removed.Count; from += Block)
            {
                var block = new Slice<Removal>(removed, from, Math.Min(Block, removed.Count - from));
                foreach (var (removal, shown) in Masked(block, s, mask, output.Run))
                {
                    file.WriteRow((removal, shown), static (json, row) => WriteRemoval(json, row.removal, row.shown));
                    if (shown is not null && removal.Reason == NoAnswer) toLabel.Add(shown);
                    steps.Done(1);
                }
            }
        }

        return file.Finish();
    }

    /// <summary>Masking costs far more than writing, so it uses all threads; the order stays.</summary>
    private static IEnumerable<(Removal Removal, Example? Shown)> Masked(Slice<Removal> block, int stage, TextMask mask, RunContext run)
    {
        var parts = Chunks.Run(block.Count, run, (from, to) =>
        {
            var shown = new (Removal, Example?)[to - from];
            for (var i = from; i < to; i++) shown[i - from] = (block[i], mask.Of(block[i], stage));
            return shown;
        });
        return parts.SelectMany(p => p);
    }

    private static void WriteRemoval(Utf8JsonWriter json, Removal removal, Example? shown)
    {
        json.WriteStartObject();
        json.WriteString("id", removal.Example.Id);
        json.WriteString("stage", removal.Stage);
        json.WriteString("reason", removal.Reason);
        ExampleJson.Number(json, "measured", removal.Measured);
        ExampleJson.Number(json, "limit", removal.Limit);
        json.WriteString("cause", removal.CauseId);
        if (removal.CauseRun is { } run) json.WriteString("causeRun", run);
        json.WritePropertyName("example");
        if (shown is null) json.WriteNullValue();
        else ExampleJson.Write(json, shown);
        json.WriteEndObject();
    }
}
