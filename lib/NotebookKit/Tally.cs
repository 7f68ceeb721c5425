namespace NotebookKit;

/// <summary>Counts that a stage keeps beside its decisions (finds by type, blocked pairs). Sums of whole numbers, so
/// the total is the same for any order. One instance serves one thread.</summary>
public sealed class Tally
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>The counts in ordinal order of their names.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>Adds to a count.</summary>
    public void Add(string name, long by = 1) => counts[name] = counts.GetValueOrDefault(name) + by;

    /// <summary>Adds all counts of another tally.</summary>
    public void Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (name, count) in other.counts) Add(name, count);
    }
}
