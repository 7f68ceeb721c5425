using System.Globalization;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Sourcing;

/// <summary>Removes records that a source holds twice under the same id of its own, and lists ids that a source gave to different
/// records. Rows without an id that say the same are not one record: Deduplicating judges them.</summary>
public sealed record Identity : CorpusStage<IdentitySummary, IdentityPlan>
{
    /// <summary>The same record, under the same id of its source, is kept once. No measure; the cause is the record kept.</summary>
    public const string SameRecord = "same-record";

    /// <summary>Code of the finding that a source gave one id to different records.</summary>
    public const string IdsNotUnique = "ids-not-unique";

    private const string Suffixed = "suffixed-ids";

    /// <inheritdoc/>
    public override string Name => "Identity";

    /// <inheritdoc/>
    protected internal override IdentitySummary Summarize(IReadOnlyList<Example> part, RunContext run)
    {
        var copies = new SortedSet<string>(StringComparer.Ordinal);
        var firsts = new List<ulong>();
        foreach (var example in part)
        {
            if (!example.Id.Contains('/', StringComparison.Ordinal)) continue;
            if (GivenIds.Copy(example.Id) is not null) copies.Add(example.Id);
            else firsts.Add(StableHash.Of(example.Id));
        }

        firsts.Sort();
        return new([.. copies], [.. firsts.Distinct()]);
    }

    /// <inheritdoc/>
    protected internal override IdentitySummary Merge(IReadOnlyList<IdentitySummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return new(
            [.. summaries.SelectMany(s => s.Copies).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. summaries.SelectMany(s => s.Firsts).Distinct().Order()]);
    }

    /// <inheritdoc/>
    protected internal override IdentityPlan Plan(IdentitySummary whole, RunContext run)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in whole.Copies.GroupBy(c => GivenIds.Copy(c)!.Value.First, StringComparer.Ordinal))
        {
            // Where the first one left already, the copy with the least number stands in for it.
            var isThere = Array.BinarySearch(whole.Firsts, StableHash.Of(group.Key)) >= 0;
            var ordered = group.OrderBy(c => GivenIds.Copy(c)!.Value.Number).ToList();
            var cause = isThere ? group.Key : ordered[0];
            foreach (var copy in isThere ? ordered : ordered.Skip(1)) kept[copy] = cause;
        }

        return new(kept);
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, IdentityPlan plan, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tally);
        if (plan.CauseOf(example.Id) is { } cause) return Outcome.Remove(example, SameRecord, causeId: cause);
        if (GivenIds.IsSuffixed(example.Id)) tally.Add(Suffixed);
        return Outcome.Keep(example);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Finding> Findings(IdentityPlan plan, StageOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.Tally.Counts.TryGetValue(Suffixed, out var count)) return [];
        var text = string.Create(CultureInfo.InvariantCulture, $"{count} records have an id that their source gave to another record too; their ids got a suffix.");
        return [new(Severity.Warning, IdsNotUnique, text)];
    }
}

/// <summary>What the suffixes of ids say.</summary>
internal static class GivenIds
{
    /// <summary><c>source/7+2</c> → the id of the first one and the number; null for ids that are no copies.</summary>
    public static (string First, int Number)? Copy(string id)
    {
        var plus = id.LastIndexOf('+');
        return plus > id.LastIndexOf('/') && int.TryParse(id.AsSpan(plus + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1
            ? (id[..plus], number) : null;
    }

    /// <summary>True for <c>source/7~0123abcd</c>.</summary>
    public static bool IsSuffixed(string id)
    {
        var slash = id.LastIndexOf('/');
        return slash >= 0 && id.IndexOf('~', slash) > 0;
    }
}

/// <summary>Ids that sources gave: copies by name, all others by hash.</summary>
/// <param name="Copies">Ids of further copies, in ordinal order.</param>
/// <param name="Firsts">Hashes of the other ids, in order.</param>
public sealed record IdentitySummary(string[] Copies, ulong[] Firsts) : IPersisted<IdentitySummary>
{
    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(Copies, writer.Write);
        writer.WriteList(Firsts, writer.Write);
    }

    /// <inheritdoc/>
    public static IdentitySummary Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.ReadList(reader.ReadString), reader.ReadList(reader.ReadUInt64));
    }
}

/// <summary>Which records are copies of which.</summary>
public sealed class IdentityPlan : IPersisted<IdentityPlan>
{
    private readonly SortedDictionary<string, string> causes;

    internal IdentityPlan(SortedDictionary<string, string> causes) => this.causes = causes;

    /// <inheritdoc/>
    public static int FormatVersion => 1;

    /// <summary>Id of the record that is kept instead; null where this one is kept.</summary>
    public string? CauseOf(string id) => causes.GetValueOrDefault(id);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(causes, pair =>
        {
            writer.Write(pair.Key);
            writer.Write(pair.Value);
        });
    }

    /// <inheritdoc/>
    public static IdentityPlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var pairs = reader.ReadList(() => (Key: reader.ReadString(), Value: reader.ReadString()));
        return new(new(pairs.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal));
    }
}
