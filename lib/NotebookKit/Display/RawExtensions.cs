namespace NotebookKit.Display;

/// <summary>The one door to text as it was recorded. Every other view masks what no stage has anonymized.</summary>
/// <remarks>A notebook is saved with what it shows: the runner of notebooks refuses to save these views, unless the cell has the tag <c>allow-raw</c>. Text
/// that a stage withheld stays hidden here, too.</remarks>
public static class RawExtensions
{
    private const int First = 20;

    /// <summary>The first examples as they are.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="rows">Rows to show, at least 0. Default 20.</param>
    /// <param name="columns">Names of the columns to show, in this order; null for the usual ones.</param>
    /// <exception cref="ArgumentException">There is no column of a name; the message has all names.</exception>
    public static RawView ShowRaw(this Dataset data, int rows = First, IReadOnlyList<string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Examples.ShowRaw(rows, columns);
    }

    /// <summary>The first examples as they are; see <see cref="ShowRaw(Dataset, int, IReadOnlyList{string}?)"/>.</summary>
    public static RawView ShowRaw(this IEnumerable<Example> examples, int rows = First, IReadOnlyList<string>? columns = null)
    {
        var isRaw = false;
        return new(ExampleTable.Of(examples, rows, columns, e =>
        {
            isRaw |= !e.IsAnonymized;
            return e;
        }), isRaw);
    }

    /// <summary>The first removed examples as they are, with why they left.</summary>
    public static RawView ShowRaw(this IEnumerable<Removal> removed, int rows = First, IReadOnlyList<string>? columns = null)
    {
        var isRaw = false;
        return new(ExampleTable.Of(removed, rows, columns, r =>
        {
            isRaw |= !r.Withheld && !r.Example.IsAnonymized;
            return r.Withheld ? null : r.Example;
        }), isRaw);
    }

    /// <summary>The first records that could not be read, with the text that was there.</summary>
    public static RawView ShowRaw(this IEnumerable<RejectedRow> rejected, int rows = First, IReadOnlyList<string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return new(rejected.Rejected(rows, columns, r => r.Raw), true);
    }

    /// <summary>The conversation as it is, with the id and the label above it.</summary>
    public static RawView ShowRaw(this Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new(TextExtensions.Chat(example), !example.IsAnonymized);
    }

    /// <summary>The removed conversation as it is, with the id and the reason above it.</summary>
    public static RawView ShowRaw(this Removal removal)
    {
        ArgumentNullException.ThrowIfNull(removal);
        return new(TextExtensions.Chat(removal, removal.Withheld ? null : removal.Example), !removal.Withheld && !removal.Example.IsAnonymized);
    }
}
