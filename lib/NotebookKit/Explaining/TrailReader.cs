using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookKit.Trails;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>Reads <c>audit/trail.jsonl</c>: once from end to end for ids and causes, then single rows where they lie.</summary>
internal sealed class TrailReader
{
    private readonly string path;
    private readonly Dictionary<int, string[]> shapes = [];
    private readonly Dictionary<int, ChangeItem[]> lists = [];
    private long number;

    private TrailReader(string path) => this.path = path;

    /// <summary>Names of the stages.</summary>
    public IReadOnlyList<string> Stages { get; private set; } = [];

    /// <summary>Names of the inputs as they were given.</summary>
    public IReadOnlyList<string> Inputs { get; private set; } = [];

    /// <summary>Records that went into other rows.</summary>
    public List<JoinedRecord> Joined { get; } = [];

    /// <summary>Rows that a stage found to stand to each other in some way.</summary>
    public List<Relation> Relations { get; } = [];

    /// <summary>Opens the file and reads its head.</summary>
    /// <exception cref="RunFolderException">It is missing or damaged.</exception>
    public static TrailReader Open(string path)
    {
        var reader = new TrailReader(path);
        using var lines = JsonFields.Open(path);
        reader.Head(lines);
        return reader;
    }

    /// <summary>All rows in order, each with the place of its line in the file.</summary>
    public IEnumerable<(long Offset, RowTrail Row)> Rows()
    {
        using var lines = JsonFields.Open(path);
        var offset = (long)Encoding.UTF8.GetByteCount(Head(lines)) + 1;
        Joined.Clear();
        Relations.Clear();
        while (JsonFields.Next(lines, path) is { } line)
        {
            number++;
            using var document = JsonFields.Parse(line, path, number);
            if (!IsDefinition(document.RootElement)) yield return (offset, Row(document.RootElement));
            offset += Encoding.UTF8.GetByteCount(line) + 1;
        }
    }

    /// <summary>The row whose line begins at a place; what it refers to was read before, by <see cref="Rows"/>.</summary>
    public RowTrail RowAt(long offset)
    {
        using var lines = JsonFields.Open(path);
        lines.BaseStream.Seek(offset, SeekOrigin.Begin);
        using var document = JsonFields.Parse(JsonFields.Next(lines, path) ?? "", path, 0);
        return Row(document.RootElement);
    }

    private string Head(StreamReader lines)
    {
        number = 1;
        var line = JsonFields.Next(lines, path) ?? "";
        using var document = JsonFields.Parse(line, path, 1);
        var head = document.RootElement;
        if (head.Text("kind") != TrailFile.Kind) throw JsonFields.Damaged(path, 1, $"the mark '{TrailFile.Kind}' was expected");
        if (head.Whole("version") > TrailFile.Version) throw new RunFolderException($"'{path}' was written by a newer version of the kit; update the kit.");
        Stages = [.. head.Items("stages").Select(s => s.AsText() ?? "")];
        Inputs = [.. head.Items("inputs").Select(s => s.AsText() ?? "")];
        return line;
    }

    private bool IsDefinition(JsonElement row)
    {
        if (row.TryGetProperty("id", out _)) return false;
        if (row.Text("related") is { } related) Relations.Add(new(row.Text("kind") ?? "", related, row.Text("other") ?? "", row.Number("similarity") ?? 0));
        else if (row.Text("joined") is { } id) Joined.Add(new(row.Text("file") ?? "", row.Whole("line"), id));
        else if (row.TryGetProperty("names", out _)) shapes[(int)row.Whole("scores")] = [.. row.Items("names").Select(n => n.AsText() ?? throw Wrong("names"))];
        else if (row.TryGetProperty("items", out _)) lists[(int)row.Whole("changes")] = [.. row.Items("items").Select(Item)];
        else throw Wrong("id");
        return true;
    }

    private ChangeItem Item(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() is < 1 or > 2) throw Wrong("items");
        return new(ChangeKinds.Parse(item[0].AsText()) ?? throw Wrong("items"), item.GetArrayLength() == 2 ? item[1].AsText() : null);
    }

    private RowTrail Row(JsonElement row)
    {
        try
        {
            var at = row.Items("at").Select(n => n.GetInt64()).ToArray();
            return new()
            {
                Id = row.Text("id") ?? throw Wrong("id"),
                At = at.Length == 4 ? new((int)at[0], at[1], (int)at[2]) { Line = at[3] } : throw Wrong("at"),
                Source = row.Text("source"),
                Label = row.Text("label"),
                Hash = row.Text("hash") is { } hash ? ulong.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null,
                Split = row.Text("split") is { } split ? Enum.Parse<Split>(split, ignoreCase: true) : null,
                Repeat = row.Number("repeat") is { } repeat ? (int)repeat : 1,
                Occurrences = row.Number("occurrences") is { } occurrences ? (int)occurrences : 1,
                Weight = row.Number("weight"),
                Cluster = row.Text("cluster"),
                Scores = ScoresOf(row),
                Flags = [.. row.Items("flags").Select(f => new Flag(f[0].GetString()!, f[1].GetString()!, f[2].AsNumber(), f[3].AsNumber()))],
                Tags = [.. row.Items("tags").Select(t => t.AsText() ?? "")],
                Exit = row.TryGetProperty("gone", out var gone) ? ExitOf(gone) : null,
                Changes = row.TryGetProperty("did", out var did) ? (did.ValueKind == JsonValueKind.Array ? [.. did.EnumerateArray().Select(Changes)] : null) : [],
            };
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw Wrong("row", error);
        }
    }

    private Scores ScoresOf(JsonElement row)
    {
        var scores = Scores.Empty;
        string[]? names = null;
        var at = -1;
        foreach (var value in row.Items("scores"))
        {
            if (names is null) names = shapes[value.GetInt32()];
            else scores = scores.With(names[at], value.GetDouble());
            at++;
        }

        return scores;
    }

    private RowExit ExitOf(JsonElement gone)
    {
        var stage = gone[0].GetInt32();
        if (stage < 0 || stage >= Stages.Count) throw Wrong("gone");
        return new(stage, gone[1].GetString()!, gone[2].AsNumber(), gone[3].AsNumber(), gone[4].AsText(), gone[5].GetBoolean()) { CauseRun = gone.GetArrayLength() > 6 ? gone[6].AsText() : null };
    }

    private StageChanges Changes(JsonElement did)
    {
        var stage = did[0].GetInt32();
        if (stage < 0 || stage >= Stages.Count) throw Wrong("did");
        var list = lists[did[1].GetInt32()];
        var changes = new RowChange[list.Length];
        var at = 2;
        for (var i = 0; i < list.Length; i++)
            changes[i] = list[i].Kind.Values() switch
            {
                ChangeValues.Count => new(list[i].Kind, list[i].Name, After: did[at++].AsNumber()),
                ChangeValues.Counts or ChangeValues.Numbers => new(list[i].Kind, list[i].Name, did[at++].AsNumber(), did[at++].AsNumber()),
                ChangeValues.Labels => new(list[i].Kind, list[i].Name, From: did[at++].AsText(), To: did[at++].AsText()),
                _ => new(list[i].Kind, list[i].Name),
            };
        return new(stage, changes);
    }

    private RunFolderException Wrong(string field, Exception? cause = null) => JsonFields.Damaged(path, number, $"the field '{field}' was expected in its form", cause);
}
