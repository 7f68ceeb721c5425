namespace NotebookKit.Anonymizing;

/// <summary>How much is planted, and what.</summary>
public sealed record PlantingOptions
{
    /// <summary>Pieces of each type. At least 1, default 100: where none of a hundred is left, at most 3 in a hundred leak (rule of three, see
    /// <see cref="PlantedCounts.MostLeaked"/>).</summary>
    public int PerType { get; init => field = Guard.AtLeast(value, 1); } = 100;

    /// <summary>Types to plant. Default null: those that the anonymizer looks for.</summary>
    public IReadOnlyList<string>? Types { get; init => field = value is null ? null : EntityTypes.Checked(value); }
}
