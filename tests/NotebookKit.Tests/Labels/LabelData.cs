using NotebookKit.Text;

namespace NotebookKit.Tests.Labels;

/// <summary>Requests of three kinds that differ in their words, with some wrong labels.</summary>
internal static class LabelData
{
    public static readonly string[] Kinds = ["alarm", "music", "weather"];

    private static readonly string[][] Words =
    [
        ["wake me up", "set an alarm", "ring the clock", "cancel the alarm", "snooze my alarm"],
        ["play a song", "turn the music up", "skip this track", "put on some jazz", "play the album again"],
        ["will it rain", "what is the weather", "is it sunny", "how cold is it", "tell me the forecast"],
    ];

    private static readonly string[] Ends = ["please", "now", "for tomorrow", "in the kitchen", "at seven", "today", "on monday", "again", "for us", "quickly", "in berlin", "this evening"];

    /// <summary>Rows in turn of each kind; the rows at <paramref name="wrong"/> have the label of the next kind.</summary>
    public static Example[] Rows(int count, params int[] wrong) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var kind = i % 3;
        var label = Kinds[(kind + (wrong.Contains(i) ? 1 : 0)) % 3];
        return Build.Example($"row-{i:D4}", $"{Words[kind][i / 3 % 5]} {Ends[i / 15 % 12]}", label) with { Label = label };
    })];

    /// <summary>HWU64 with labels flipped to any other label.</summary>
    public static (Dataset Data, HashSet<string> Flipped) Hwu(double rate)
    {
        var rows = Outliers.OutlierData.Hwu("train");
        var labels = rows.Select(r => r.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        var flipped = new HashSet<string>();
        var made = Dataset.Of(rows.Select((r, i) =>
        {
            var id = $"hwu-{i:D5}";
            var label = r.Label;
            if (KeyedRandom.Unit(1, "flip", id) < rate)
            {
                label = labels[(Array.IndexOf(labels, label) + 1 + (int)(KeyedRandom.Unit(1, "to", id) * (labels.Length - 1))) % labels.Length];
                flipped.Add(id);
            }

            return Build.Example(id, r.Text, label) with { Label = label };
        }));
        return (made, flipped);
    }
}
