using System.Collections;
using System.Collections.Concurrent;

namespace NotebookKit;

/// <summary>What stages measured about one example: names and numbers. Immutable. The names of equally measured
/// examples are one shared table, so eight scores cost about 120 bytes a row. Enumerates in ordinal order of names.</summary>
public readonly struct Scores : IEnumerable<KeyValuePair<string, double>>, IEquatable<Scores>
{
    private readonly Shape? shape;
    private readonly double[]? values;

    private Scores(Shape shape, double[] values)
    {
        this.shape = shape;
        this.values = values;
    }

    /// <summary>No scores.</summary>
    public static Scores Empty => default;

    /// <summary>How many scores there are.</summary>
    public int Count => values?.Length ?? 0;

    /// <summary>The score of that name, or null where it was not measured.</summary>
    public double? this[string name] => shape is not null && shape.IndexOf(name) is >= 0 and var at ? values![at] : null;

    /// <summary>The same scores with one added or replaced. The value must be finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public Scores With(string name, double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, $"Score '{name}' must be a finite number.");
        var old = shape ?? Shape.None;
        if (old.IndexOf(name) is >= 0 and var at)
        {
            var copy = (double[])values!.Clone();
            copy[at] = value;
            return new Scores(old, copy);
        }

        var wider = old.Plus(name);
        var place = wider.IndexOf(name);
        var next = new double[wider.Names.Length];
        for (var i = 0; i < place; i++) next[i] = values![i];
        next[place] = value;
        for (var i = place + 1; i < next.Length; i++) next[i] = values![i - 1];
        return new Scores(wider, next);
    }

    /// <summary>True where both are one instance: nothing was measured between them.</summary>
    internal bool IsSame(Scores other) => ReferenceEquals(values, other.values);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return new(shape!.Names[i], values![i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equal where names and numbers are equal.</summary>
    public bool Equals(Scores other) => ReferenceEquals(shape, other.shape) && values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scores other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>True where both hold the same names and numbers.</summary>
    public static bool operator ==(Scores left, Scores right) => left.Equals(right);

    /// <summary>True where names or numbers differ.</summary>
    public static bool operator !=(Scores left, Scores right) => !left.Equals(right);

    /// <summary>A sorted list of names, one instance for each set of names.</summary>
    private sealed class Shape(string[] names)
    {
        private static readonly ConcurrentDictionary<string, Shape> All = new(StringComparer.Ordinal);
        public static readonly Shape None = new([]);

        private readonly ConcurrentDictionary<string, Shape> wider = new(StringComparer.Ordinal);

        public string[] Names { get; } = names;

        public int IndexOf(string name)
        {
            for (var i = 0; i < Names.Length; i++)
                if (string.Equals(Names[i], name, StringComparison.Ordinal)) return i;
            return -1;
        }

        public Shape Plus(string name) => wider.GetOrAdd(name, static (added, self) =>
        {
            string[] sorted = [.. self.Names, added];
            Array.Sort(sorted, StringComparer.Ordinal);
            return All.GetOrAdd(string.Join('\n', sorted), static (_, s) => new Shape(s), sorted);
        }, this);
    }
}
