using NotebookKit.Display;

namespace NotebookKit.Tests.Display.Charts;

public class EmbeddingMapTests
{
    private static Dataset Rows(params string[] inputs) => Dataset.Of(inputs.Select((text, i) => Build.Example($"r{i}", text, "ok")));

    private static readonly Dataset Two = Rows(
        [.. Enumerable.Range(0, 20).Select(i => $"where is my parcel number {i}"), .. Enumerable.Range(0, 20).Select(i => $"how long do I cook potatoes for {i} people"), ""]);

    [Fact]
    public void Two_topics_lie_apart_and_rows_without_words_are_left_out()
    {
        var map = Two.ToMap(e => e.Input.Contains("parcel", StringComparison.Ordinal) ? "parcels" : "potatoes").ToText();
        Assert.Contains("parcels", map, StringComparison.Ordinal);
        Assert.Contains("potatoes", map, StringComparison.Ordinal);
        Assert.DoesNotContain("r40", Two.ToMap().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("r39", Two.ToMap().ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_rows_moves_no_point()
    {
        static string[] Hints(Dataset data) => [.. System.Text.RegularExpressions.Regex.Matches(data.ToMap().ToHtml(), @"<title>[^<]*</title>").Select(m => m.Value).Order(StringComparer.Ordinal)];
        var hints = Hints(Two);
        Assert.True(hints.Length >= 40);
        Assert.Equal(hints, Hints(Dataset.Of(Two.Examples.Reverse())));
    }

    [Fact]
    public void Two_rows_are_no_map() => Assert.Throws<ArgumentException>(() => Rows("one question", "another one").ToMap());
}
