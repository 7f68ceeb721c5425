using NotebookKit.Labels;

namespace NotebookKit.Tests.Labels;

public class LabelCoverageTests
{
    private static readonly string[] Pets = ["my cat does not eat", "the dog barks at night", "which food for a puppy", "the cat sleeps all day", "my dog is afraid of the vet", "kitten food or cat food"];

    /// <summary>Labelled rows of three kinds, and rows about pets of which nobody has a label but one.</summary>
    private static Dataset Data() => Dataset.Of(LabelData.Rows(150, 4, 30).Concat(Enumerable.Range(0, 24).Select(i =>
        Build.Example($"pet-{i:D2}", $"{Pets[i % 6]} {(i / 6) switch { 0 => "since monday", 1 => "what can I do", 2 => "please help", _ => "is that normal" }}", "") with { Label = i == 0 ? "pets" : null })));

    [Fact]
    public void A_group_of_similar_rows_with_hardly_any_label_is_thin_and_named_by_its_words()
    {
        var result = (LabelNoiseResult)Data().Apply(new LabelNoise());
        var thin = result.Coverage.Thin;
        Assert.NotEmpty(thin);
        Assert.All(thin, g => Assert.StartsWith("pet-", g.CentralId, StringComparison.Ordinal));
        Assert.All(thin, g => Assert.NotEmpty(g.Terms.Intersect(["cat", "dog", "food", "my", "the", "vet", "kitten", "puppy"])));
        Assert.Equal(174, result.Coverage.Groups.Sum(g => g.Rows));
        Assert.Equal(Enumerable.Range(1, result.Coverage.Groups.Count), result.Coverage.Groups.Select(g => g.Number));
    }

    [Fact]
    public void A_group_whose_labels_the_models_cannot_tell_underperforms()
    {
        // Ten rows about taxes have labels without a system.
        var random = Enumerable.Range(0, 40).Select(i => Build.Example($"tax-{i:D2}", $"tax return form number {i} for the revenue office", "x") with { Label = LabelData.Kinds[NotebookKit.Text.StableHash.Combine((ulong)i, 5) % 3] });
        var result = (LabelNoiseResult)Dataset.Of(LabelData.Rows(150).Concat(random)).Apply(new LabelNoise());
        var worst = Assert.Single(result.Coverage.Groups.Where(g => g.IsUnderperforming).Take(1));
        Assert.All(result.Coverage.Underperforming, g => Assert.StartsWith("tax-", g.CentralId, StringComparison.Ordinal));
        Assert.Equal(worst.Ratio < LabelCoverage.UnderperformingRatio, worst.IsUnderperforming);
    }

    [Fact]
    public void What_to_label_next_mixes_reasons_and_repeats_nothing()
    {
        var result = (LabelNoiseResult)Data().Apply(new LabelNoise());
        var next = result.WhatToLabelNext(12);
        Assert.Equal(12, next.Count);
        Assert.Equal([NextRow.SuspectLabel, NextRow.Undecided, NextRow.ThinGroup, NextRow.RareLabel], next.Take(4).Select(n => n.Reason));
        Assert.Equal(12, next.Select(n => n.Example.Id).Distinct().Count());
        Assert.All(next.Where(n => n.Reason is NextRow.ThinGroup or NextRow.RareLabel), n => Assert.Null(n.Example.Label));
        foreach (var (a, b) in next.SelectMany((a, i) => next.Skip(i + 1).Select(b => (a, b))))
            Assert.True(!(result.Coverage.Cosine(a.Example.Id, b.Example.Id) >= 0.9), $"{a.Example.Id} and {b.Example.Id} say nearly the same");
        Assert.Equal(next, result.WhatToLabelNext(12));
        Assert.Empty(result.WhatToLabelNext(0));
    }

    [Fact]
    public void Rows_in_another_order_give_the_same_groups()
    {
        var one = (LabelNoiseResult)Data().Apply(new LabelNoise());
        var other = (LabelNoiseResult)Dataset.Of(Data().Examples.Reverse()).Apply(new LabelNoise());
        Assert.Equal(one.Coverage.Groups.Select(g => (g.CentralId, g.Rows, g.Labelled, string.Join(' ', g.Terms))), other.Coverage.Groups.Select(g => (g.CentralId, g.Rows, g.Labelled, string.Join(' ', g.Terms))));
        Assert.Equal(one.WhatToLabelNext(20).Select(n => n.Example.Id), other.WhatToLabelNext(20).Select(n => n.Example.Id));
    }

    [Fact]
    public void Without_labels_groups_are_judged_by_answers()
    {
        var rows = LabelData.Rows(90).Select(e => e with { Label = null, Messages = [e.Messages[0], new(Role.Assistant, e.Input.StartsWith("wake", StringComparison.Ordinal) || e.Input.Contains("alarm", StringComparison.Ordinal) ? "" : "done")] });
        var result = (LabelNoiseResult)Dataset.Of(rows).Apply(new LabelNoise());
        Assert.NotEmpty(result.Coverage.Thin);
        Assert.All(result.WhatToLabelNext(5), n => Assert.Equal((NextRow.ThinGroup, ""), (n.Reason, n.Example.Output)));
    }

    [Fact]
    public void No_rows_no_groups()
    {
        var result = (LabelNoiseResult)Dataset.Empty.Apply(new LabelNoise());
        Assert.Empty(result.Coverage.Groups);
        Assert.Empty(result.WhatToLabelNext());
        Assert.Contains("LabelNoise", result.ToText(), StringComparison.Ordinal);
    }
}
