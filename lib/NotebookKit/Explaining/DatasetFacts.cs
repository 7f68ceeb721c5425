using NotebookKit.Display;
using NotebookKit.Recipes;
using NotebookKit.Trails;

namespace NotebookKit.Explaining;

/// <summary>What a dataset in memory knows about the run that led to it.</summary>
internal sealed class DatasetFacts : IRunFacts
{
    private const int LongestText = 400;

    private readonly Dataset data;
    private readonly TextMask mask;
    private readonly ILookup<string, string> leftFor;

    public DatasetFacts(Dataset data, Recipe? recipe, Func<History, TextMask> mask)
    {
        this.data = data;
        this.mask = mask(data.History);
        Stages = Keyed(data.History, recipe ?? FineTuning.Recipe());
        Inputs = [.. data.History.Inputs.Select(i => new InputFacts(i.File, i.Format))];
        leftFor = data.History.Removals.Where(r => r.CauseId is not null && r.CauseRun is null).ToLookup(r => r.CauseId!, r => r.Example.Id, StringComparer.Ordinal);
        Ids = [.. data.History.Removals.Select(r => r.Example.Id), .. data.Examples.Select(e => e.Id)];
    }

    public IReadOnlyList<StageFacts> Stages { get; }

    public IReadOnlyList<InputFacts> Inputs { get; }

    public IReadOnlyList<RejectedRow> Rejected => data.History.Rejected;

    public IReadOnlyList<JoinedRecord> Joined => data.History.Joined;

    public IReadOnlyCollection<string> Ids { get; }

    public RowTrail? Find(string id) => TrailWalker.Walk(data, i => string.Equals(i, id, StringComparison.Ordinal)).Select(Masked).FirstOrDefault();

    public IReadOnlyList<string> At(int input, long line) =>
        [.. All().Where(e => e.Position.Source == input && e.Position.Line == line).OrderBy(e => e.Position.Part).Select(e => e.Id)];

    public IReadOnlyList<string> LeftFor(string id) => [.. leftFor[id]];

    public IEnumerable<Relation> Related(string id) => data.History.Stages.SelectMany(s => s.Report.Relations).Where(r => r.Id == id || r.Other == id);

    public (string? File, IReadOnlyList<long> Lines) PlaceOf(RowTrail row) => (null, []);

    public LifeText? TextOf(RowTrail row) =>
        Shown(row.Id) is { } example ? new(Visible.Cut(example.Input, LongestText), Visible.Cut(example.Output, LongestText)) : null;

    public IEnumerable<TextMatch> Search(string text)
    {
        for (var s = 0; s < data.History.Stages.Count; s++)
            foreach (var removal in data.History.Stages[s].Removed)
                if (mask.Of(removal, s) is { } shown && Match(shown, text, false) is { } match) yield return match;
        foreach (var example in data.Examples)
            if (Match(mask.Of(example), text, true) is { } match) yield return match;
    }

    private static TextMatch? Match(Example example, string text, bool kept) =>
        example.Messages.Any(m => m.Content?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
            ? new(example.Id, kept, new(Visible.Cut(example.Input, LongestText), Visible.Cut(example.Output, LongestText))) : null;

    private IEnumerable<Example> All() => data.History.Removals.Select(r => r.Example).Concat(data.Examples);

    private Example? Shown(string id)
    {
        for (var s = 0; s < data.History.Stages.Count; s++)
            foreach (var removal in data.History.Stages[s].Removed)
                if (removal.Example.Id == id) return mask.Of(removal, s);
        return data.Examples.FirstOrDefault(e => e.Id == id) is { } kept ? mask.Of(kept) : null;
    }

    private RowTrail Masked(RowTrail row)
    {
        if (mask.IsMasked(row.Exit?.Stage)) return row;
        return row with { Label = row.Label is { } label ? mask.Text(label) : null, Changes = row.Changes is { } changes ? [.. changes.Select(Masked)] : null };
    }

    private StageChanges Masked(StageChanges stage) =>
        stage with { Changes = [.. stage.Changes.Select(c => c.Kind != ChangeKind.Label ? c : c with { From = Safe(c.From), To = Safe(c.To) })] };

    private string? Safe(string? label) => label is null ? null : mask.Text(label);

    /// <summary>The keys of a recipe's steps by the names of the stages that ran, in order, as the manifest gives them.</summary>
    private static List<StageFacts> Keyed(History history, Recipe recipe)
    {
        var keys = new List<StageFacts>();
        var step = 0;
        foreach (var entry in history.Stages)
        {
            var stage = entry.Report.Stage;
            var at = step;
            while (at < recipe.Steps.Length && recipe.Steps[at].Stage.Name != stage.Name) at++;
            var key = at < recipe.Steps.Length ? recipe.Steps[at].Key : null;
            if (key is not null) step = at + 1;
            keys.Add(new(stage.Name, key, stage.Options));
        }

        return keys;
    }
}
