using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

/// <summary>The default rules on public sets: nearly all rows are good, so what is removed must stay rare. Bounds are a little above what
/// reading the removed rows confirmed.</summary>
public class RealSetsTests
{
    private static void RemovesAtMost(Dataset data, Dictionary<string, double> bounds)
    {
        var report = data.Apply(new Cleaner()).Report;
        foreach (var (reason, count) in report.Reasons)
        {
            var ratio = (double)count / report.Received;
            Assert.True(ratio <= bounds.GetValueOrDefault(reason), $"{reason}: {count} of {report.Received} ({ratio:0.0000})");
        }

        Assert.True(report.Received > 90);
    }

    [Fact]
    public void Roleplay() => RemovesAtMost(RealRows.Alpaca("gpteacher/Roleplay/roleplay-simple-deduped-roleplay-instruct.json"),
        new() { ["template-leftover"] = 0.004 });

    [Fact]
    public void Code() => RemovesAtMost(RealRows.Alpaca("gpteacher/Codegen/codegen-instruct.json"),
        new() { ["too-short-output"] = 0.01, ["encoding-damage"] = 0.0005 });

    [Fact]
    public void English_instructions() => RemovesAtMost(RealRows.Alpaca("llamafactory_demo/data/alpaca_en_demo.json"),
        new() { ["refusal"] = 0.02, ["template-leftover"] = 0.01, ["too-short-output"] = 0.025, ["truncated-answer"] = 0.005 });

    [Fact]
    public void Chinese_instructions() => RemovesAtMost(RealRows.Alpaca("llamafactory_demo/data/alpaca_zh_demo.json"),
        new() { ["refusal"] = 0.005, ["too-short-input"] = 0.005, ["too-short-output"] = 0.015, ["truncated-answer"] = 0.002 });

    [Fact]
    public void Support_turns_with_intents()
    {
        foreach (var domain in new[] { "airline", "software" })
            RemovesAtMost(RealRows.MultiDoGo($"multidogo/splits_annotated_at_turn_level/{domain}/train.tsv"), new() { ["empty"] = 0.0015 });
    }

    /// <summary>Every eighth of these rows ends with a model that declines ("I don't have the capability to book flights"); four
    /// answers hold a place for a picture.</summary>
    [Fact]
    public void Tool_calls() => RemovesAtMost(RealRows.ShareGpt("llamafactory_demo/data/glaive_toolcall_en_demo.json"),
        new() { ["refusal"] = 0.145, ["template-leftover"] = 0.014, ["truncated-answer"] = 0.004 });

    [Fact]
    public void Answers_with_open_places_are_found()
    {
        var result = RealRows.Alpaca("llamafactory_demo/data/identity.json").Apply(new TemplateLeftovers());
        Assert.Equal(result.Report.Received, result.Report.Removed + result.Kept.Examples.Count(e => !e.Output.Contains("{{", StringComparison.Ordinal)));
    }

    [Fact]
    public void Few_english_rows_are_taken_for_another_language()
    {
        foreach (var path in new[] { "gpteacher/Roleplay/roleplay-simple-deduped-roleplay-instruct.json", "gpteacher/Codegen/codegen-instruct.json", "llamafactory_demo/data/alpaca_en_demo.json" })
        {
            var report = RealRows.Alpaca(path).Apply(new LanguageCheck { Languages = ["en"] }).Report;
            Assert.True(report.Removed <= 0.003 * report.Received, $"{path}: {report.Removed} of {report.Received}");
        }
    }
}
