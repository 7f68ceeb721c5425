using System.Globalization;
using System.Text.Json;
using NotebookKit.Display;
using NotebookKit.Trails;

namespace NotebookKit.Writing;

/// <summary>Writes <c>trail.jsonl</c>: for each row that was read, where it was read, what each stage changed about it, and how it ended; no texts. The first line names the
/// stages. What many rows share is written once, in a line of its own before its first use: <c>{"scores":0,"names":[…]}</c> (names of scores),
/// <c>{"changes":0,"items":[["score","quality"],…]}</c> (what a stage changed). A record that went into another row is <c>{"joined":id,"file","line"}</c>, two rows
/// that a stage compared are <c>{"related":id,"kind","other","similarity"}</c>. A row is
/// <c>{"id","at":[input,record,part,line],"source","label","hash","split","repeat","occurrences","weight","cluster","scores":[names,value,…],"flags":[[stage,reason,measured,limit]],
/// "tags","gone":[stage,reason,measured,limit,cause,withheld,earlier run],"did":[[stage,changes,value,…]]}</c>; what says nothing is left out.</summary>
internal sealed class TrailFile
{
    /// <summary>Name of the file in the audit folder.</summary>
    public const string FileName = "trail.jsonl";

    /// <summary>The mark in its first line.</summary>
    public const string Kind = "notebookkit-trail";

    /// <summary>Version of its form.</summary>
    public const int Version = 1;

    private readonly OutputFile file;
    private readonly TextMask mask;
    private readonly Dictionary<string, int> shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<ChangeItem[], int> lists = new(TrailLists.Comparer);
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);

    private TrailFile(OutputFile file, TextMask mask)
    {
        this.file = file;
        this.mask = mask;
    }

    /// <summary>Writes the file.</summary>
    public static WrittenFile Write(RunOutput output, TextMask mask, string folder)
    {
        using var file = new OutputFile(folder, FileName, ownerOnly: true);
        var writer = new TrailFile(file, mask);
        writer.Head(output);
        foreach (var joined in output.Result.History.Joined)
            file.WriteRow(joined, static (json, j) =>
            {
                json.WriteStartObject();
                json.WriteString("joined", j.Id);
                json.WriteString("file", j.File);
                json.WriteNumber("line", j.Line);
                json.WriteEndObject();
            });
        foreach (var relation in output.Result.History.Stages.SelectMany(s => s.Report.Relations))
            file.WriteRow(relation, static (json, r) =>
            {
                json.WriteStartObject();
                json.WriteString("related", r.Id);
                json.WriteString("kind", r.Kind);
                json.WriteString("other", r.Other);
                ExampleJson.Number(json, "similarity", r.Similarity);
                json.WriteEndObject();
            });
        var rows = 0;
        foreach (var row in TrailWalker.Walk(output.Result))
        {
            if ((++rows & 0xFFF) == 0) output.Run.Cancel.ThrowIfCancellationRequested();
            writer.Row(row);
        }

        return file.Finish();
    }

    private void Head(RunOutput output) => file.WriteRow(output, static (json, run) =>
    {
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteNumber("version", Version);
        ExampleJson.Texts(json, "inputs", run.Result.History.Inputs.Select(i => i.File));
        ExampleJson.Texts(json, "stages", run.Result.History.Stages.Select(s => s.Report.Name));
        json.WriteEndObject();
    });

    private void Row(RowTrail row)
    {
        var shape = ShapeOf(row.Scores);
        var did = row.Changes?.Select(c => (c.Stage, List: ListOf(c.Changes), c.Changes)).ToList();
        file.WriteRow((this, row, shape, did), static (json, x) => x.Item1.Row(json, x.row, x.shape, x.did));
    }

    private void Row(Utf8JsonWriter json, RowTrail row, int shape, List<(int Stage, int List, IReadOnlyList<RowChange> Changes)>? did)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteStartArray("at");
        json.WriteNumberValue(row.At.Source);
        json.WriteNumberValue(row.At.Record);
        json.WriteNumberValue(row.At.Part);
        json.WriteNumberValue(row.At.Line);
        json.WriteEndArray();
        if (row.Source is { } source) json.WriteString("source", source);
        if (row.Label is { } label) json.WriteString("label", Safe(label, row));
        if (row.Hash is { } hash) json.WriteString("hash", hash.ToString("x16", CultureInfo.InvariantCulture));
        if (row.Split is { } split) json.WriteString("split", split.ToString().ToLowerInvariant());
        if (row.Repeat != 1) json.WriteNumber("repeat", row.Repeat);
        if (row.Occurrences != 1) json.WriteNumber("occurrences", row.Occurrences);
        if (row.Weight is { } weight && double.IsFinite(weight)) json.WriteNumber("weight", weight);
        if (row.Cluster is { } cluster) json.WriteString("cluster", cluster);
        WriteScores(json, row.Scores, shape);
        WriteFlags(json, row.Flags);
        if (row.Tags.Count > 0) ExampleJson.Texts(json, "tags", row.Tags);
        if (row.Exit is { } exit) WriteExit(json, exit);
        if (did is { Count: > 0 }) WriteChanges(json, row, did);
        else if (did is null) json.WriteNull("did");
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, Scores scores, int shape)
    {
        if (scores.Count == 0) return;
        json.WriteStartArray("scores");
        json.WriteNumberValue(shape);
        foreach (var (_, value) in scores) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static void WriteFlags(Utf8JsonWriter json, IReadOnlyList<Flag> flags)
    {
        if (flags.Count == 0) return;
        json.WriteStartArray("flags");
        foreach (var flag in flags)
        {
            json.WriteStartArray();
            json.WriteStringValue(flag.Stage);
            json.WriteStringValue(flag.Reason);
            Number(json, flag.Measured);
            Number(json, flag.Limit);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteExit(Utf8JsonWriter json, RowExit exit)
    {
        json.WriteStartArray("gone");
        json.WriteNumberValue(exit.Stage);
        json.WriteStringValue(exit.Reason);
        Number(json, exit.Measured);
        Number(json, exit.Limit);
        json.WriteStringValue(exit.CauseId);
        json.WriteBooleanValue(exit.Withheld);
        if (exit.CauseRun is { } run) json.WriteStringValue(run);
        json.WriteEndArray();
    }

    private void WriteChanges(Utf8JsonWriter json, RowTrail row, List<(int Stage, int List, IReadOnlyList<RowChange> Changes)> did)
    {
        json.WriteStartArray("did");
        foreach (var (stage, list, changes) in did)
        {
            json.WriteStartArray();
            json.WriteNumberValue(stage);
            json.WriteNumberValue(list);
            foreach (var change in changes)
            {
                if (change.Kind.Values() is ChangeValues.Counts or ChangeValues.Numbers) Number(json, change.Before);
                if (change.Kind.Values() is ChangeValues.Count or ChangeValues.Counts or ChangeValues.Numbers) Number(json, change.After);
                if (change.Kind.Values() != ChangeValues.Labels) continue;
                json.WriteStringValue(change.From is null ? null : mask.Text(change.From));
                json.WriteStringValue(change.To is null ? null : Safe(change.To, row));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>A label is left as it is where the run masked the row; else it is masked here, each label once.</summary>
    private string Safe(string label, RowTrail row)
    {
        if (mask.IsMasked(row.Exit?.Stage)) return label;
        if (!labels.TryGetValue(label, out var safe)) labels[label] = safe = mask.Text(label);
        return safe;
    }

    private int ShapeOf(Scores scores)
    {
        if (scores.Count == 0) return -1;
        var key = string.Join('\n', scores.Select(s => s.Key));
        if (shapes.TryGetValue(key, out var number)) return number;
        shapes[key] = number = shapes.Count;
        file.WriteRow((number, scores), static (json, x) =>
        {
            json.WriteStartObject();
            json.WriteNumber("scores", x.number);
            json.WriteStartArray("names");
            foreach (var (name, _) in x.scores) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return number;
    }

    private int ListOf(IReadOnlyList<RowChange> changes)
    {
        var items = changes.Select(c => new ChangeItem(c.Kind, c.Name)).ToArray();
        if (lists.TryGetValue(items, out var number)) return number;
        lists[items] = number = lists.Count;
        file.WriteRow((number, items), static (json, x) =>
        {
            json.WriteStartObject();
            json.WriteNumber("changes", x.number);
            json.WriteStartArray("items");
            foreach (var (kind, name) in x.items)
            {
                json.WriteStartArray();
                json.WriteStringValue(kind.Code());
                if (name is not null) json.WriteStringValue(name);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        return number;
    }

    private static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumberValue(number);
        else json.WriteNullValue();
    }
}
