using NotebookKit.Text;

namespace NotebookKit.Splitting;

/// <summary>Makes the plan: groups the rows, binds to train what must not be held out, and deals the other groups out.</summary>
internal sealed class SplitPlanner
{
    // Splits in the order of SplitPolicy.ToUnits.
    private static readonly Split[] Order = [Split.Train, Split.Test, Split.Validation];

    private readonly Splitter options;
    private readonly SplitRow[] rows;
    private readonly ulong seed;
    private readonly RowGroups groups;
    private readonly bool[] made;
    private readonly bool[] giant;
    private readonly int[] classes;
    private readonly int classCount;

    public SplitPlanner(Splitter options, SplitRow[] rows, RunContext run)
    {
        (this.options, this.rows, seed) = (options, rows, run.Seed);
        groups = RowGroups.Join(rows, options.Similarity, run);
        made = new bool[groups.Size.Length];
        giant = new bool[groups.Size.Length];
        for (var row = 0; row < rows.Length; row++) made[groups.Of[row]] |= rows[row].MadeByModel;
        (classes, classCount) = Classes(rows);
    }

    public SplitPlan Plan()
    {
        var free = Rows(g => !made[g]);
        var policy = options.Policy.For(free);
        var ratios = policy.ToUnits();
        MarkGiants(free, ratios);
        var giants = Rows(g => giant[g]);
        // While a giant leaves train room for other rows it counts towards the ratios; a greater one would leave train nothing else.
        var counted = Enumerable.Range(0, made.Length).Where(g => !made[g] && (!giant[g] || giants * 20_000L <= (long)free * ratios[0])).ToArray();
        var newest = Pick(counted, options.ByTime ? Newest() : new long[made.Length]);
        var dated = options.ByTime && newest.Any(n => n >= 0);
        var dealt = dated ? TimeSplit.Deal(Pick(counted, groups.Size), newest, Pick(counted, giant), ratios) : Deal(counted, ratios);

        var splitOf = new byte[made.Length];
        for (var i = 0; i < counted.Length; i++) splitOf[counted[i]] = (byte)Order[dealt[i]];
        var splits = Array.ConvertAll(groups.Of, g => splitOf[g]);
        var account = new SplitAccount(options, policy, rows, groups, splits, made, giant, classes, classCount, dated);
        return new(Array.ConvertAll(rows, r => r.Id), splits, Array.ConvertAll(groups.Of, Code), account.Findings());
    }

    /// <summary>Groups larger than every held-out split.</summary>
    private void MarkGiants(int free, int[] ratios)
    {
        var largest = Math.Ceiling((double)free * Math.Max(ratios[1], ratios[2]) / ratios.Sum());
        for (var g = 0; g < giant.Length; g++) giant[g] = !made[g] && largest > 0 && groups.Size[g] > largest;
    }

    /// <summary>Deals the counted groups out by class shares; giants stay in train.</summary>
    private byte[] Deal(int[] counted, int[] ratios)
    {
        var number = new int[made.Length];
        Array.Fill(number, -1);
        for (var i = 0; i < counted.Length; i++) number[counted[i]] = i;
        var labels = new List<int>(rows.Length);
        var numbers = new List<int>(rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            if (number[groups.Of[row]] < 0) continue;
            labels.Add(classes[row]);
            numbers.Add(number[groups.Of[row]]);
        }

        var counts = GroupCounts.Of([.. labels], classCount, [.. numbers], counted.Length);
        return GroupBoard.Deal(counts, ratios, Array.ConvertAll(counted, g => KeyedRandom.Bits(seed, "split", rows[groups.First[g]].Id)));
    }

    /// <summary>UTC ticks of each group's newest row; −1 without a date.</summary>
    private long[] Newest()
    {
        var newest = new long[made.Length];
        Array.Fill(newest, -1);
        for (var row = 0; row < rows.Length; row++)
            newest[groups.Of[row]] = Math.Max(newest[groups.Of[row]], rows[row].Date ?? -1);
        return newest;
    }

    private int Rows(Func<int, bool> which)
    {
        var sum = 0;
        for (var g = 0; g < groups.Size.Length; g++)
            if (which(g)) sum += groups.Size[g];
        return sum;
    }

    /// <summary>A code for a group of several rows, made of its first id; 0 for a row that is alone.</summary>
    private ulong Code(int group) => groups.Size[group] == 1 ? 0 : StableHash.Of(rows[groups.First[group]].Id, 1) | 1;

    private static T[] Pick<T>(int[] which, T[] values) => Array.ConvertAll(which, g => values[g]);

    /// <summary>Numbers of the classes in ordinal order of labels; rows without a label are a class of their own.</summary>
    private static (int[] Of, int Count) Classes(SplitRow[] rows)
    {
        var labels = rows.Select(r => r.Label ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = new Dictionary<string, int>(labels.Length, StringComparer.Ordinal);
        foreach (var label in labels) numbers.Add(label, numbers.Count);
        return (Array.ConvertAll(rows, r => numbers[r.Label ?? ""]), labels.Length);
    }
}
