using NotebookKit.Text;

namespace NotebookKit.Augmenting;

/// <summary>What came of making messy variants.</summary>
/// <param name="Dataset">All rows that there were, in their order, and the variants behind them.</param>
/// <param name="Created">The variants, in the order of their parents.</param>
/// <param name="Chosen">Rows that variants were to be made of.</param>
/// <param name="Counts">Variants of each kind that was asked for.</param>
/// <param name="Unchanged">Attempts that would have changed nothing, and made no row.</param>
/// <param name="Known">Variants that were left out because a row or another variant says the same to the letter.</param>
/// <param name="HeldOut">Variants that were left out because they ask the same as a row of validation or test, but for case, spaces and marks: they would have been a leak.</param>
/// <param name="Findings">What a reader has to know besides.</param>
public sealed partial record MessyResult(
    Dataset Dataset, IReadOnlyList<Example> Created, int Chosen, IReadOnlyDictionary<MessyKind, int> Counts, int Unchanged, int Known, int HeldOut, IReadOnlyList<Finding> Findings)
{
    internal static MessyResult Of(MessyVariants options, Dataset data, List<Example> chosen, List<MessyAttempt> attempts)
    {
        var ids = data.Examples.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var known = data.Examples.Select(Said).ToHashSet();
        var heldOut = data.Examples.Where(e => e.Split is Split.Test or Split.Validation).Select(e => Asked(e)).OfType<ulong>().ToHashSet();
        var created = new List<Example>();
        var counts = new SortedDictionary<MessyKind, int>();
        foreach (var kind in options.Kinds) counts[kind] = 0;
        var (unchanged, same, leaks) = (0, 0, 0);
        // In the order of ids, so that which of two equal variants stays does not depend on the order of rows.
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, variant) in attempts.OrderBy(a => a.Variant?.Id, StringComparer.Ordinal))
        {
            if (variant is null) unchanged++;
            else if (Asked(variant) is { } asked && heldOut.Contains(asked)) leaks++;
            else if (ids.Contains(variant.Id) || !known.Add(Said(variant))) same++;
            else
            {
                counts[kind]++;
                kept.Add(variant.Id);
            }
        }

        created.AddRange(attempts.Select(a => a.Variant).OfType<Example>().Where(v => kept.Contains(v.Id)));
        return new(data.WithMade(created), created, chosen.Count, counts, unchanged, same, leaks, Notes(chosen, created));
    }

    private static List<Finding> Notes(List<Example> chosen, List<Example> created)
    {
        var notes = new List<Finding>();
        if (chosen.Count(e => !e.IsAnonymized) is > 0 and var open)
            notes.Add(new(Severity.Warning, "not-anonymized", FormattableString.Invariant($"{open} of {chosen.Count} rows were not anonymized before variants were made of them: a name with a typing error is no longer recognized. Run Anonymizing first.")));
        if (created.Count(e => e.Split is null) is > 0 and var unsplit)
            notes.Add(new(Severity.Warning, "not-split", FormattableString.Invariant($"{unsplit} of {created.Count} variants were made of rows in no split: Splitting will bind them and their parents to train. Split first, so that parents can be held out.")));
        return notes;
    }

    /// <summary>All that is said, to the letter.</summary>
    private static UInt128 Said(Example example)
    {
        var (first, second) = (1UL, 2UL);
        foreach (var message in example.Messages)
        {
            var text = StableHash.Of(message.Content ?? "", (ulong)message.Role + 1);
            (first, second) = (StableHash.Combine(first, text), StableHash.Combine(second ^ text, 3));
        }

        return new(first, second);
    }

    /// <summary>Letters and digits of what is asked, folded; null where there are none.</summary>
    private static ulong? Asked(Example example)
    {
        var letters = new System.Text.StringBuilder();
        foreach (var c in example.Input)
            if (Fold.IsWord(c) && Fold.Char(c) is not '\0' and var folded) letters.Append(folded);
        return letters.Length == 0 ? null : StableHash.Of(letters.ToString());
    }
}
