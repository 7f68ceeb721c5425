using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Which rows leave for which exact twin.</summary>
public sealed class ExactPlan : IPersisted<ExactPlan>
{
    private readonly string stage;
    private readonly RowTable rows;
    private readonly EarlierRow[] earlier;

    // The rows that have a twin, with what they leave for: an earlier row, or one of these behind the number of earlier ones; −1 where they stay.
    private readonly (int Rank, int By)[] twins;
    private readonly (int Rank, bool Answers)[] flagged;

    private ExactPlan(string stage, RowTable rows, EarlierRow[] earlier, (int Rank, int By)[] twins, (int Rank, bool Answers)[] flagged)
    {
        (this.stage, this.rows, this.earlier, this.twins, this.flagged) = (stage, rows, earlier, twins, flagged);
        var chosen = new Replacement?[earlier.Length + twins.Length];
        for (var i = 0; i < twins.Length; i++)
            if (twins[i].By >= 0) chosen[earlier.Length + i] = new(twins[i].By, 1);
        Table = new(rows, [.. twins.Select(t => t.Rank)], chosen, earlier,
            flagged.ToDictionary(f => f.Rank, f => f.Answers ? new Flag(stage, EarlierRuns.AnswerDiffers, 1, 1) : new Flag(stage, EarlierRuns.ChangedRecord, null, null)));
    }

    /// <inheritdoc/>
    public static int FormatVersion => 3;

    internal ReplacementTable Table { get; }

    internal static ExactPlan Of(string stage, RankedRows rows, EarlierRows? earlier)
    {
        var keys = new ulong[rows.Count];
        var ranks = new int[rows.Count];
        for (var rank = 0; rank < keys.Length; rank++) (keys[rank], ranks[rank]) = (StableHash.Combine(rows.Hash(rank), rows.AnswerKey(rank)), rank);
        Array.Sort(keys, ranks);
        var twins = new EarlierTwins(rows, earlier);
        var groups = new List<(int Rank, int Best, int Earlier)>();
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from];) to++;
            if (to - from < 2)
            {
                if (twins.Of((rows.Hash(ranks[from]), rows.AnswerKey(ranks[from]))) is >= 0 and var twin) groups.Add((ranks[from], ranks[from], twin));
                continue;
            }

            var best = new Dictionary<(ulong, ulong), int>();
            foreach (var rank in ranks[from..to].Order())
            {
                var key = (rows.Hash(rank), rows.AnswerKey(rank));
                best.TryAdd(key, rank);
                groups.Add((rank, best[key], twins.Of(key)));
            }
        }

        groups.Sort();
        var table = RowTable.Of(rows);
        var at = groups.Select((g, i) => (g.Rank, i)).ToDictionary(g => g.Rank, g => g.i);
        int[] olds = [.. groups.Where(g => g.Earlier >= 0).Select(g => g.Earlier).Distinct().Order()];
        var left = groups.Where(g => g.Earlier >= 0).Select(g => g.Rank).ToHashSet();
        return new(stage, table, Array.ConvertAll(olds, o => earlier!.Row(o)),
            [.. groups.Select(g => (g.Rank, g.Earlier >= 0 ? Array.BinarySearch(olds, g.Earlier) : g.Rank == g.Best ? -1 : olds.Length + at[g.Best]))],
            twins.Flagged(table, left));
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(stage);
        rows.Write(writer);
        writer.WriteList(earlier, row => row.Write(writer));
        writer.WriteList(twins, twin =>
        {
            writer.Write(twin.Rank);
            writer.Write(twin.By);
        });
        writer.WriteList(flagged, flag =>
        {
            writer.Write(flag.Rank);
            writer.Write(flag.Answers);
        });
    }

    /// <inheritdoc/>
    public static ExactPlan Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.ReadString(), RowTable.Read(reader), reader.ReadList(() => EarlierRow.Read(reader)),
            reader.ReadList(() => (reader.ReadInt32(), reader.ReadInt32())), reader.ReadList(() => (reader.ReadInt32(), reader.ReadBoolean())));
    }
}
