using NotebookKit.Text;

namespace NotebookKit.Explaining;

/// <summary>Measured numbers in words: those of the kit with what they mean, others by their name.</summary>
internal static class ScoreWords
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        [ScoreNames.Quality] = "0–1: how much the signals of users speak for it",
        [ScoreNames.OutlierDistance] = "distance to its nearest neighbours: 0 is the same, 6.9 nothing in common",
        [ScoreNames.OutlierKnn] = "0–1: low is odd",
        [ScoreNames.OutlierCentroid] = "0–1: likeness to the centre of its class",
        [ScoreNames.OutlierDomain] = "0–1: below 0.5 it is odder than known rows of the domain",
    };

    /// <summary>One line for each number with a meaning, one for all measures of the text, one for all others.</summary>
    public static IEnumerable<string> Lines(IEnumerable<(string Name, double? Before, double? After)> scores)
    {
        var texts = new List<string>();
        var others = new List<string>();
        foreach (var (name, before, after) in scores)
        {
            var value = (before is { } old ? $"{Numbers.Value(old)} → " : "") + (after is { } now ? Numbers.Value(now) : "?");
            if (Meanings.TryGetValue(name, out var meaning)) yield return $"measured {name} {value} ({meaning})";
            else (IsOfText(name) ? texts : others).Add($"{name} {value}");
        }

        if (texts.Count > 0) yield return $"measured the text: {string.Join(", ", texts)}";
        if (others.Count > 0) yield return $"measured {string.Join(", ", others)}";
    }

    private static bool IsOfText(string name) => name == ScoreNames.Turns || name.StartsWith("input.", StringComparison.Ordinal) || name.StartsWith("output.", StringComparison.Ordinal);
}
