using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NotebookKit.Display;
using NotebookKit.Trails;
using NotebookKit.Writing;

namespace NotebookKit.Explaining;

/// <summary>What a folder knows about the run that left it.</summary>
internal sealed class FolderFacts : IRunFacts
{
    private const int LongestText = 400;

    private readonly RunFolder folder;
    private readonly TrailReader trail;
    private readonly Anonymizing.Masker? masker;
    private readonly Dictionary<string, long> offsets = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Input, long Line), List<string>> lines = [];
    private readonly Dictionary<string, List<string>> leftFor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string File, List<long> Lines)> places = new(StringComparer.Ordinal);

    public FolderFacts(RunFolder folder)
    {
        this.folder = folder;
        trail = folder.Trail();
        // A run without a stage that masks wrote texts as they were; they are masked here before they are shown.
        if (folder.Manifest.Stages.All(s => s.Name != new Anonymizing.Anonymizer().Name)) masker = new Anonymizing.Anonymizer().For(new());
        foreach (var (offset, row) in trail.Rows())
        {
            offsets[row.Id] = offset;
            if (row.At.Line > 0) Add(lines, (row.At.Source, row.At.Line), row.Id);
            if (row.Exit is { CauseId: { } cause, CauseRun: null }) Add(leftFor, cause, row.Id);
        }

        Stages = [.. trail.Stages.Select((name, i) => i < folder.Manifest.Stages.Count && folder.Manifest.Stages[i].Name == name
            ? new StageFacts(name, folder.Manifest.Stages[i].Key, folder.Manifest.Stages[i].Options) : new StageFacts(name, null, "{}"))];
        Inputs = [.. trail.Inputs.Select((file, i) => new InputFacts(file, i < folder.Manifest.Inputs.Count ? folder.Manifest.Inputs[i].Format : ""))];
        var rejected = folder.AuditPath("rejected.jsonl");
        Rejected = [.. JsonFields.Lines(rejected).Select(r => new RejectedRow(
            r.Row.Text("file") ?? throw JsonFields.Damaged(rejected, r.Line, "the field 'file' was expected"), r.Row.Whole("line"), r.Row.Text("field"), r.Row.Text("reason") ?? "", null))];
        ReadPlaces();
    }

    public IReadOnlyList<StageFacts> Stages { get; }

    public IReadOnlyList<InputFacts> Inputs { get; }

    public IReadOnlyList<RejectedRow> Rejected { get; }

    public IReadOnlyList<JoinedRecord> Joined => trail.Joined;

    public IReadOnlyCollection<string> Ids => offsets.Keys;

    public RowTrail? Find(string id) => offsets.TryGetValue(id, out var offset) ? trail.RowAt(offset) : null;

    public IReadOnlyList<string> At(int input, long line) => lines.GetValueOrDefault((input, line)) ?? [];

    public IReadOnlyList<string> LeftFor(string id) => leftFor.GetValueOrDefault(id) ?? [];

    public IEnumerable<Relation> Related(string id) => trail.Relations.Where(r => r.Id == id || r.Other == id);

    public (string? File, IReadOnlyList<long> Lines) PlaceOf(RowTrail row) => places.TryGetValue(row.Id, out var place) ? (place.File, place.Lines) : (null, []);

    public LifeText? TextOf(RowTrail row)
    {
        if (row.Exit is not null)
        {
            var start = "{\"id\":\"" + JsonEncodedText.Encode(row.Id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\",";
            return Removed(line => line.StartsWith(start, StringComparison.Ordinal)).Select(r => r.Text).FirstOrDefault();
        }

        var (file, at) = PlaceOf(row);
        if (file is null || at.Count == 0) return null;
        var path = Path.Combine(folder.Path, file);
        using var rows = JsonFields.Open(path);
        for (var number = 1L; JsonFields.Next(rows, path) is { } line; number++)
            if (number == at[0])
            {
                using var document = JsonFields.Parse(line, path, number);
                return Cut(document.RootElement);
            }

        throw JsonFields.Damaged(path, at[0], "more lines were expected");
    }

    public IEnumerable<TextMatch> Search(string text)
    {
        // A line that has not even the escaped text needs no parsing.
        var escaped = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        var ids = places.ToDictionary(p => (p.Value.File, p.Value.Lines[0]), p => p.Key);
        foreach (var split in folder.Manifest.Outputs.Where(o => o.Split is not null))
        {
            var path = Path.Combine(folder.Path, split.File);
            using var rows = JsonFields.Open(path);
            for (var number = 1L; JsonFields.Next(rows, path) is { } line; number++)
            {
                if (!line.Contains(escaped, StringComparison.OrdinalIgnoreCase) || !ids.TryGetValue((split.File, number), out var id)) continue;
                using var document = JsonFields.Parse(line, path, number);
                if (Has(document.RootElement, text)) yield return new(id, true, Cut(document.RootElement));
            }
        }

        foreach (var (id, said, all) in Removed(line => line.Contains(escaped, StringComparison.OrdinalIgnoreCase)))
            if (all.Contains(text, StringComparison.OrdinalIgnoreCase)) yield return new(id, false, said);
    }

    private IEnumerable<(string Id, LifeText Text, string All)> Removed(Func<string, bool> wanted)
    {
        var path = folder.AuditPath("removed.jsonl");
        using var rows = JsonFields.Open(path);
        for (var number = 1L; JsonFields.Next(rows, path) is { } line; number++)
        {
            if (!wanted(line)) continue;
            using var document = JsonFields.Parse(line, path, number);
            if (document.RootElement.TryGetProperty("example", out var example) && example.ValueKind == JsonValueKind.Object)
                yield return (document.RootElement.Text("id") ?? "", Cut(example), All(example));
        }
    }

    private bool Has(JsonElement row, string text) => All(row).Contains(text, StringComparison.OrdinalIgnoreCase);

    private string All(JsonElement row)
    {
        var (input, output) = WrittenText.Of(row);
        return Safe(input) + "\n" + Safe(output);
    }

    private LifeText Cut(JsonElement row)
    {
        var (input, output) = WrittenText.Of(row);
        return new(Visible.Cut(Safe(input), LongestText), Visible.Cut(Safe(output), LongestText));
    }

    private string Safe(string text) => masker is null ? text : masker.MaskText(text);

    private void ReadPlaces()
    {
        var path = folder.AuditPath("rows.jsonl");
        foreach (var (number, row) in JsonFields.Lines(path))
        {
            var (file, id) = (row.Text("file"), row.Text("id"));
            if (file is null || id is null) throw JsonFields.Damaged(path, number, "the fields 'file' and 'id' were expected");
            if (!places.TryGetValue(id, out var place)) places[id] = place = (file, []);
            place.Lines.Add(row.Whole("line"));
        }

        foreach (var (_, all) in places.Values) all.Sort();
    }

    private static void Add<TKey>(Dictionary<TKey, List<string>> table, TKey key, string id)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var list)) table[key] = list = [];
        list.Add(id);
    }
}
