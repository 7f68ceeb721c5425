using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Examples that a model will be tested on: a test set, an evaluation file, a public benchmark. Each example is one item. Immutable.</summary>
public sealed class ReferenceSet : IDescribed
{
    private readonly Lazy<string> fingerprint;

    /// <summary>Names a set.</summary>
    /// <param name="name">What it is called in reports and causes; not empty, at most 100 characters, no colon.</param>
    /// <param name="items">Its items. Where the data are anonymized, anonymize them by the same options, or masked names and numbers are not the same words.</param>
    /// <exception cref="ArgumentException">The name is empty, too long, or has a colon.</exception>
    public ReferenceSet(string name, Dataset items)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(items);
        if (name.Length > 100 || name.Contains(':', StringComparison.Ordinal)) throw new ArgumentException("The name of a reference set has at most 100 characters and no colon.", nameof(name));
        (Name, Items) = (name, items);
        fingerprint = new(() => Fingerprint(items));
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Its items.</summary>
    public Dataset Items { get; }

    /// <summary>Name, number of items and a hash over their ids and texts.</summary>
    public string Description => $"{Name}: {Numbers.Count(Items.Count, "item")}, {fingerprint.Value}";

    /// <inheritdoc/>
    public override string ToString() => Description;

    private static string Fingerprint(Dataset items)
    {
        var hash = 0UL;
        foreach (var item in items.Examples.OrderBy(e => e.Id, StringComparer.Ordinal))
            hash = StableHash.Combine(StableHash.Of(item.Id, hash), (ulong)item.ContentHash ^ (ulong)(item.ContentHash >> 64));
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}

/// <summary>Which texts of an item must not be in the data.</summary>
public enum ReferenceTexts
{
    /// <summary>Questions and answers: all turns but system prompts.</summary>
    QuestionsAndAnswers,

    /// <summary>Questions alone: all turns before the last answer.</summary>
    Questions,
}
