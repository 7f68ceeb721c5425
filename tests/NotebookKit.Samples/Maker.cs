namespace NotebookKit.Samples;

/// <summary>Makes rows until one differs enough from all rows of all files.</summary>
internal sealed class Maker
{
    /// <summary>Similarity from which a row is drawn again; well below what counts as a near-duplicate.</summary>
    private const double Limit = 0.7;

    /// <summary>The hand-written faults of the set's half.</summary>
    public Variants Variants { get; } = new(World.Half);

    private readonly Likeness wholes = new();
    private readonly Likeness inputs = new();

    /// <summary>The first row of <paramref name="make"/> (called with the number of the attempt) that is new.</summary>
    public Row New(string what, Func<int, Row> make)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var row = make(attempt);
            if (inputs.Nearest(row.Input).Value >= Limit || wholes.Nearest(row.Whole).Value >= Limit) continue;
            inputs.Add(row.Input);
            wholes.Add(row.Whole);
            return row;
        }

        throw new InvalidDataException($"{what}: the fragments do not suffice for another row that is different.");
    }
}
