using System.Collections.Immutable;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Which languages a dataset is in, estimated on a sample: enough for a chart, and the same time for any size.</summary>
public static class LanguageMix
{
    /// <summary>Rows that are looked at. The share of a language is then right within 2.2 percentage points, 19 times of 20.</summary>
    public const int SampleSize = 2_000;

    /// <summary>What a text with too few letters is counted under.</summary>
    public const string Unknown = "too short";

    /// <summary>Sampled rows by language (ISO 639-1), most frequent first. The sample is drawn by a keyed hash of the id, so it is the same for any order.</summary>
    public static ImmutableArray<KeyValuePair<string, long>> Of(Dataset data, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        IEnumerable<Example> rows = data.Examples;
        if (data.Count > SampleSize)
            rows = data.Examples.OrderBy(e => KeyedRandom.Bits(seed, "language-mix", e.Id)).ThenBy(e => e.Id, StringComparer.Ordinal).Take(SampleSize);
        var check = new LanguageCheck();
        return [.. rows.Select(e => check.CodeOf(e) ?? Unknown).CountBy(code => code, StringComparer.Ordinal)
            .Select(c => KeyValuePair.Create(c.Key, (long)c.Value)).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }
}
