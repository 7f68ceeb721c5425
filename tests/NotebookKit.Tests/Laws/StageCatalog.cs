namespace NotebookKit.Tests.Laws;

/// <summary>All stage cases of all test folders, by name.</summary>
internal static class StageCatalog
{
    private static readonly Dictionary<string, Stage> Cases = Find();

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static IEnumerable<Stage> All => Cases.Values;

    public static Stage Get(string name) => Cases[name];

    private static Dictionary<string, Stage> Find()
    {
        var found = new Dictionary<string, Stage>(StringComparer.Ordinal);
        var owners = typeof(StageCatalog).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IStageCases)) && !t.IsAbstract)
            .OrderBy(t => t.FullName, StringComparer.Ordinal);
        foreach (var owner in owners)
            foreach (var stage in ((IStageCases)Activator.CreateInstance(owner)!).Stages)
                found.Add($"{stage.GetType().Name} {found.Count}", stage);
        return found;
    }
}
