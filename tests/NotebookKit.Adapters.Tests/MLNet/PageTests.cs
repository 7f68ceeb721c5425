using System.Text.RegularExpressions;
using Microsoft.ML;
using NotebookKit.Anonymizing;
using NotebookKit.Display;
using NotebookKit.MLNet;
using NotebookKit.Outliers;
using NotebookKit.Reviewing;
using NotebookKit.Scoring;
using NotebookKit.Sourcing;

namespace NotebookKit.Adapters.Tests.MLNet;

/// <summary>The page's samples, run; a test holds both texts together.</summary>
public class PageTests
{
    private static readonly string Repository = FindRepository();

    [Fact]
    public void The_samples_of_the_page_are_those_that_run_here()
    {
        static IEnumerable<string> Lines(string text) => text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
        var here = string.Join('\n', Lines(File.ReadAllText(Path.Combine(Repository, "tests", "NotebookKit.Adapters.Tests", "MLNet", "PageTests.cs"))));
        var blocks = Regex.Matches(File.ReadAllText(Path.Combine(Repository, "docs", "mlnet.md")).ReplaceLineEndings("\n"), "^```cs\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.Equal(2, blocks.Count);
        foreach (Match block in blocks) Assert.Contains(string.Join('\n', Lines(block.Groups[1].Value)), here, StringComparison.Ordinal);
    }

    [Fact]
    public void Detectors_frames_and_views()
    {
        using var folder = new TestFolder();
        var file = folder.File("labels.detector");
        Directory.SetCurrentDirectory(Repository);

        var data = Sources.Read(["data-samples/tickets.jsonl"]).Apply(new Anonymizer()).Kept;
        var known = Dataset.Of(data.Examples.Where((_, i) => i % 2 == 0));
        var fresh = Dataset.Of(data.Examples.Where((_, i) => i % 2 == 1));

        // Detectors have the shape of the kit's own.
        var fitted = new MlNetLabelDetector().Fit(known);
        var why = fitted.Explain(fresh.Examples[0], 3);
        fitted.Save(file);
        var again = FittedDetector.Load(file, MlNetDetectors.Kinds);
        var both = new EnsembleDetector { Members = [new(new EmbeddingNeighboursDetector()), new(new MlNetPcaDetector())] }.Fit(known);

        // Data frames, there and back.
        var frame = data.ToDataFrame();
        var means = frame.GroupBy("label").Mean("length");
        var back = frame.ToDataset();
        var counts = data.CountBy(e => e.Label).ToTable().ToDataFrame();

        // A data view reads each example when ML.NET asks for it.
        var view = data.ToDataView(new MLContext(seed: 1));

        Assert.Equal(3, why.Terms.Count);
        Assert.Equal(fitted.Score(fresh.Examples), again.Score(fresh.Examples));
        Assert.Equal(2, both.Explain(fresh.Examples[0]).Members.Count);
        Assert.Equal(data.Examples.Select(e => e.Label).Where(l => l is not null).Distinct().Count(), means.Rows.Count);
        Assert.Equal(data.Examples.Select(e => e.ContentHash), back.Examples.Select(e => e.ContentHash));
        Assert.True(counts.Rows.Count > 1);
        Assert.Equal(data.Count, view.ToWholeDataFrame().Rows.Count);
    }

    [Fact]
    public void A_learned_quality()
    {
        var rows = MlNetData.Shop(60);
        var verdicts = Verdicts.Of(rows.Examples.Take(40).Select((e, i) => new Verdict { Id = e.Id, Kind = i % 2 == 0 ? VerdictKind.Right : VerdictKind.Wrong }));

        var quality = new ReviewedQualityTrainer().Fit(rows, verdicts);
        var scored = rows.Apply(new ReviewedQualityScorer { Quality = quality }).Kept;
        var good = scored.Apply(new ScoreFilter { Min = 0.5 }).Kept;

        Assert.Equal(scored.Examples.Count(e => quality.Score(e) >= 0.5), good.Count);
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NotebookKit.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("NotebookKit.sln was not found above the tests.");
    }
}
