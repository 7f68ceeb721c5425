namespace NotebookKit.Sourcing;

/// <summary>Finds the examples that synthetic rows were made from: they name the source's own id, examples have <c>source/id</c>.</summary>
internal sealed class ParentIds
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Only, Dictionary<int, string> ByInput)> given = new(StringComparer.Ordinal);

    public ParentIds(List<Draft> drafts, string[] ids)
    {
        if (!drafts.Exists(d => d.ParentId is not null)) return;
        for (var i = 0; i < ids.Length; i++)
        {
            this.ids.Add(ids[i]);
            // Copies and namesakes of an id have a suffix: what refers to the id means the one that kept it.
            if (drafts[i].GivenId is not { } id || drafts[i].Part > 0 || !ids[i].EndsWith("/" + id, StringComparison.Ordinal)) continue;
            if (given.TryGetValue(id, out var known)) given[id] = (null, known.ByInput);
            else given[id] = known = (ids[i], []);
            known.ByInput.TryAdd(drafts[i].Input, ids[i]);
        }
    }

    /// <summary>The example's id: by its whole name, else in the same file, else in the only file that has it; else the text as given.</summary>
    public string? Of(Draft draft)
    {
        if (draft.ParentId is not { } parent || ids.Contains(parent) || !given.TryGetValue(parent, out var found)) return draft.ParentId;
        return found.ByInput.GetValueOrDefault(draft.Input) ?? found.Only ?? parent;
    }
}
