using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>How much of known personal data an anonymizer finds in rows like the user's own: invented values of every wanted type are planted into copies of the rows, in
/// several languages and places, and the copies are masked. The rows themselves stay as they are, and no text of them is in the result.</summary>
/// <remarks>It measures on forms that somebody thought of. Personal data of a form that nobody planted is not measured: a high share is no promise. Found is what has left the
/// text whole; a name of which one word stays counts as leaked. Same rows, options and seed give the same result, in any order of rows and for any number of threads.</remarks>
public sealed partial class PlantedRecall
{
    internal PlantedRecall(IReadOnlyList<PlantedCounts> byType, IReadOnlyList<PlantedCounts> byPlace, IReadOnlyList<string> notPlanted)
    {
        ByType = byType;
        ByPlace = byPlace;
        NotPlanted = notPlanted;
        Overall = new("all", byType.Sum(t => t.Planted), byType.Sum(t => t.Found), byType.Sum(t => t.Partly));
    }

    /// <summary>The counts of each type, in ordinal order.</summary>
    public IReadOnlyList<PlantedCounts> ByType { get; }

    /// <summary>The counts of each place in a row: own sentence, inside turn, list, form, lower case, tool arguments.</summary>
    public IReadOnlyList<PlantedCounts> ByPlace { get; }

    /// <summary>All types together.</summary>
    public PlantedCounts Overall { get; }

    /// <summary>Wanted types for which there is nothing to plant; nothing is known about them.</summary>
    public IReadOnlyList<string> NotPlanted { get; }

    /// <summary>Plants, masks and counts.</summary>
    /// <param name="data">The rows whose copies carry what is planted; raw or masked.</param>
    /// <param name="anonymizer">What is measured. What takes the place of finds does not matter: placeholders are used.</param>
    /// <param name="options">How much of what; null for the defaults.</param>
    /// <param name="run">Seed, key and threads; null for the defaults.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static PlantedRecall Measure(Dataset data, Anonymizer anonymizer, PlantingOptions? options = null, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(anonymizer);
        options ??= new();
        run ??= new();
        var wanted = anonymizer.Types.Concat(anonymizer.Operators.Keys.Where(EntityTypes.All.Contains)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var types = options.Types ?? [.. wanted];
        // Only what is found is measured, so one operator stands for all; types with an operator of their own stay wanted.
        var masker = (anonymizer with { Operator = Operator.Placeholder, Operators = anonymizer.Operators.ToDictionary(o => o.Key, _ => Operator.Placeholder, StringComparer.Ordinal) }).For(run);
        // By their ids, so that the order of rows does not matter.
        List<Example> rows = [.. data.Examples.Select(e => (Key: KeyedRandom.Bits(run.Seed, "planted rows", e.Id), Row: e))
            .OrderBy(r => r.Key).ThenBy(r => r.Row.Id, StringComparer.Ordinal).Take(types.Count * options.PerType).Select(r => r.Row)];
        var count = rows.Count == 0 ? 0 : types.Count * options.PerType;
        var planted = Chunks.Run(count, run, (from, to) =>
        {
            var seen = new List<(string Type, PlantedPlace Place, int Left, int Of)>();
            for (var i = from; i < to; i++)
            {
                run.Cancel.ThrowIfCancellationRequested();
                var type = types[i / options.PerType];
                if (Planting.Of(rows[i % rows.Count], type, KeyedRandom.Bits(run.Seed, "planted", type, (ulong)(i % options.PerType)), run.Seed) is not { } planting) continue;
                seen.Add((type, planting.Place, planting.Left(masker.Mask(planting.Row)), planting.Telling.Count));
            }

            return seen;
        }).SelectMany(s => s).ToList();
        return new(
            [.. planted.GroupBy(p => p.Type, StringComparer.Ordinal).Select(g => Counted(g.Key, g)).OrderBy(c => c.Name, StringComparer.Ordinal)],
            [.. planted.GroupBy(p => p.Place).OrderBy(g => g.Key).Select(g => Counted(Numbers.Words(g.Key), g))],
            [.. types.Except(planted.Select(p => p.Type), StringComparer.Ordinal)]);
    }

    /// <summary>The types whose recall is below a limit, the worst first.</summary>
    public IReadOnlyList<PlantedCounts> Below(double leastRecall)
    {
        Guard.Ratio(leastRecall);
        return [.. ByType.Where(t => t.Recall < leastRecall).OrderBy(t => t.Recall).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    /// <summary>One sentence for each type below a limit, for messages: <c>PERSON 91 of 100</c>.</summary>
    internal static string Listed(IEnumerable<PlantedCounts> types) => string.Join(", ", types.Select(t => $"{t.Name} {Numbers.Count(t.Found)} of {Numbers.Count(t.Planted)}"));

    /// <summary><c>1,287 of 1,300 (99.0%; in 95 of 100 such measurements at least 98.4%)</c>; without a leak, the rule of three.</summary>
    internal static string Said(PlantedCounts counts) => counts.Leaked == 0
        ? $"{Numbers.Count(counts.Found)} of {Numbers.Count(counts.Planted)} (no leak: at most {Numbers.Percent(counts.MostLeaked)} leak, by the rule of three)"
        : $"{Numbers.Count(counts.Found)} of {Numbers.Count(counts.Planted)} ({Numbers.Share(counts.Found, counts.Planted)}; at least {Numbers.Percent(counts.LeastRecall)} with 95% confidence)";

    private static PlantedCounts Counted(string name, IEnumerable<(string Type, PlantedPlace Place, int Left, int Of)> seen)
    {
        var all = seen.ToList();
        return new(name, all.Count, all.Count(p => p.Left == 0), all.Count(p => p.Left > 0 && p.Left < p.Of));
    }
}
