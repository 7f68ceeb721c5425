using System.Collections.Immutable;
using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>What is in a dataset, in numbers: made before and after a run to show what it changed.</summary>
public sealed record DatasetProfile
{
    /// <summary>What an example without a label or source is counted under.</summary>
    public const string None = "(none)";

    private const int ScoreBins = 10;

    private static readonly string[] BinnedScores =
        [ScoreNames.OutlierCentroid, ScoreNames.OutlierDomain, ScoreNames.OutlierKnn, ScoreNames.OutputDistinct, ScoreNames.Quality];

    /// <summary>Examples.</summary>
    public required int Count { get; init; }

    /// <summary>Input rows that they stand for.</summary>
    public required long Occurrences { get; init; }

    /// <summary>Examples by label, most frequent first.</summary>
    public required ImmutableArray<KeyValuePair<string, long>> Labels { get; init; }

    /// <summary>Examples by source, most frequent first.</summary>
    public required ImmutableArray<KeyValuePair<string, long>> Sources { get; init; }

    /// <summary>Examples by origin, most frequent first.</summary>
    public required ImmutableArray<KeyValuePair<string, long>> Origins { get; init; }

    /// <summary>Examples by task, most frequent first.</summary>
    public required ImmutableArray<KeyValuePair<string, long>> Tasks { get; init; }

    /// <summary>Characters of all that the model is given before its last answer.</summary>
    public required Distribution InputCharacters { get; init; }

    /// <summary>Characters of the last answer.</summary>
    public required Distribution OutputCharacters { get; init; }

    /// <summary>Estimated tokens of the whole example; see <see cref="TokenEstimate"/>.</summary>
    public required Distribution Tokens { get; init; }

    /// <summary>Examples by month (<c>2026-03</c>, UTC), the oldest first; examples without a date are not in it.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Months { get; init; } = [];

    /// <summary>Examples of each author, most first, without names: how much of the data is one person's voice.</summary>
    public ImmutableArray<long> Authors { get; init; } = [];

    /// <summary>Scores from 0 to 1 that stages stored, by name in ordinal order: counts in ten bins of equal width, the last one closed.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<long>>> Scores { get; init; } = [];

    /// <summary>Examples by language, most frequent first; empty where nobody looked.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Languages { get; init; } = [];

    /// <summary>Counts what is in a dataset.</summary>
    public static DatasetProfile Of(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Of(data.Examples);
    }

    /// <summary>Counts what is in a list of examples.</summary>
    public static DatasetProfile Of(IReadOnlyList<Example> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var (inputs, outputs, tokens) = (new int[examples.Count], new int[examples.Count], new int[examples.Count]);
        var occurrences = 0L;
        for (var i = 0; i < examples.Count; i++)
        {
            outputs[i] = examples[i].Output.Length;
            inputs[i] = examples[i].Length - outputs[i];
            tokens[i] = (int)Math.Min(int.MaxValue, TokenEstimate.Of(examples[i]));
            occurrences += examples[i].Occurrences;
        }

        return new()
        {
            Count = examples.Count,
            Occurrences = occurrences,
            Labels = Counted(examples, e => e.Label),
            Sources = Counted(examples, e => e.Source),
            Origins = Counted(examples, e => Names<Origin>.Of(e.Origin)),
            Tasks = Counted(examples, e => Names<TaskKind>.Of(e.Task)),
            InputCharacters = Distribution.Of(inputs),
            OutputCharacters = Distribution.Of(outputs),
            Tokens = Distribution.Of(tokens),
            Months = MonthsOf(examples),
            Authors = [.. Counted(examples.Where(e => e.Author is { Length: > 0 }), e => e.Author).Select(a => a.Value)],
            Scores = [.. BinnedScores.Select(name => KeyValuePair.Create(name, Bins(examples, name))).Where(s => s.Value.Length > 0)],
        };
    }

    private static ImmutableArray<KeyValuePair<string, long>> MonthsOf(IReadOnlyList<Example> examples)
    {
        var counts = new SortedDictionary<int, long>();
        foreach (var example in examples)
            if (example.CreatedAt?.UtcDateTime is { } date)
                counts[(date.Year * 12) + date.Month - 1] = counts.GetValueOrDefault((date.Year * 12) + date.Month - 1) + 1;
        return [.. counts.Select(c => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"{c.Key / 12:0000}-{(c.Key % 12) + 1:00}"), c.Value))];
    }

    private static ImmutableArray<long> Bins(IReadOnlyList<Example> examples, string score)
    {
        var bins = new long[ScoreBins];
        var any = false;
        foreach (var example in examples)
        {
            if (example.Scores[score] is not { } value) continue;
            bins[Math.Clamp((int)(value * ScoreBins), 0, ScoreBins - 1)]++;
            any = true;
        }

        return any ? [.. bins] : [];
    }

    private static ImmutableArray<KeyValuePair<string, long>> Counted(IEnumerable<Example> examples, Func<Example, string?> key)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var example in examples)
        {
            var name = key(example) is { Length: > 0 } given ? given : None;
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }

    /// <summary>Names of an enum's members, made once: a name for each example would be a string for each.</summary>
    private static class Names<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> All = Enum.GetValues<T>().ToDictionary(v => v, Numbers.Words);

        public static string Of(T value) => All.GetValueOrDefault(value, None);
    }
}
