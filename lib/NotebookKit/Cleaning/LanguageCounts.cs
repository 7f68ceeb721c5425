using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>How many examples are in each language.</summary>
/// <param name="Rows">Examples by ISO 639-1 code, in ordinal order; examples that were not judged are in none.</param>
public sealed record LanguageCounts(IReadOnlyDictionary<string, long> Rows) : IPersisted<LanguageCounts>
{
    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(Rows, row =>
        {
            writer.Write(row.Key);
            writer.Write(row.Value);
        });
    }

    /// <inheritdoc/>
    public static LanguageCounts Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (code, count) in reader.ReadList(() => (reader.ReadString(), reader.ReadInt64()))) rows[code] = count;
        return new(rows);
    }
}

/// <summary>Which language the examples are expected to be in.</summary>
/// <param name="Counts">How many examples are in each language.</param>
/// <param name="Main">The language that nearly all share; null where there is none.</param>
public sealed record LanguagePlan(LanguageCounts Counts, string? Main) : IPersisted<LanguagePlan>
{
    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Counts.Write(writer);
        writer.WriteOptional(Main);
    }

    /// <inheritdoc/>
    public static LanguagePlan Read(BinaryReader reader) => new(LanguageCounts.Read(reader), reader.ReadOptional());
}
