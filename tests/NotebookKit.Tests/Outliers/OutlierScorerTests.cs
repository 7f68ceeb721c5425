using NotebookKit.Outliers;
using NotebookKit.Text;

namespace NotebookKit.Tests.Outliers;

public class OutlierScorerTests
{
    private static readonly RunContext Run = new() { Threads = 2 };

    private static Dataset With(Dataset data, params Example[] more) => Dataset.Of([.. data.Examples, .. more]);

    [Fact]
    public void Two_texts_that_name_somebody_have_the_name_not_in_common()
    {
        var (a, b) = (TextFeatures.Of("[NAME] lost a parcel"), TextFeatures.Of("[NAME] wants silence, [NAME]"));
        Assert.Empty(a.Hashes.Intersect(b.Hashes));
        Assert.Equal(TextFeatures.Of("lost a parcel").Hashes.Length + 1, a.Hashes.Length);
        Assert.Equal(a.Content, TextFeatures.Of("[NAME] lost a parcel").Content);
    }

    [Fact]
    public void An_alien_row_is_far_and_has_the_lowest_score()
    {
        var kept = With(OutlierData.InDomain(200), OutlierData.Alien("alien")).Apply(new OutlierScorer(), Run).Kept.Examples;
        var alien = kept[^1].Scores;
        Assert.All(kept.Take(200), e => Assert.True(e.Scores[ScoreNames.OutlierDistance] < alien[ScoreNames.OutlierDistance]));
        Assert.All(kept.Take(200), e => Assert.True(e.Scores[ScoreNames.OutlierKnn] > alien[ScoreNames.OutlierKnn]));
    }

    [Fact]
    public void The_score_is_cleanlabs_function_of_the_distance()
    {
        var result = (OutlierResult)OutlierData.InDomain(200).Apply(new OutlierScorer(), Run);
        Assert.All(result.Kept.Examples, e => Assert.Equal(
            Math.Round(Math.Exp(-e.Scores[ScoreNames.OutlierDistance]!.Value / result.Plan.Median), 6), e.Scores[ScoreNames.OutlierKnn]));
    }

    [Fact]
    public void Equal_rows_are_not_neighbours_of_each_other()
    {
        var twins = Enumerable.Range(0, 30).Select(i => OutlierData.Alien($"alien-{i}")).ToArray();
        var result = (OutlierResult)With(OutlierData.InDomain(200), twins).Apply(new OutlierScorer(), Run);
        var far = Assert.Single(result.Kept.Examples.Skip(200).Select(e => e.Scores[ScoreNames.OutlierDistance]).Distinct());
        Assert.True(far > result.Kept.Examples.Take(200).Max(e => e.Scores[ScoreNames.OutlierDistance]));
        Assert.DoesNotContain(result.Explain(twins[3]).Neighbours, n => n.Id.StartsWith("alien", StringComparison.Ordinal));
    }

    [Fact]
    public void An_explanation_names_the_neighbours_and_the_words_that_carry_it()
    {
        var result = (OutlierResult)OutlierData.InDomain(200).Apply(new OutlierScorer(), Run);
        var example = result.Kept.Examples[17];
        var why = result.Explain(example);
        Assert.Equal(example.Scores[ScoreNames.OutlierDistance], why.Distance);
        Assert.Equal(10, why.Neighbours.Count);
        Assert.DoesNotContain(why.Neighbours, n => n.Id == example.Id);
        Assert.Equal(why.Neighbours.OrderByDescending(n => n.Similarity).ThenBy(n => n.Id, StringComparer.Ordinal).Select(n => n.Id), why.Neighbours.Select(n => n.Id));
        Assert.Equal(why.Distance!.Value, -Math.Log(why.Neighbours.Average(n => n.Similarity)), 5);
        Assert.All(why.Neighbours, n => Assert.Contains(n.Terms, t => example.Input.Contains(t, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_report_names_the_strangest_row_first_with_its_nearest_neighbours()
    {
        var result = (OutlierResult)With(OutlierData.InDomain(200), OutlierData.Alien("alien")).Apply(new OutlierScorer(), Run);
        var strangest = result.Kept.Examples.OrderByDescending(e => e.Scores[ScoreNames.OutlierDistance]).ThenBy(e => e.Id, StringComparer.Ordinal).First(e => result.Explain(e).Neighbours.Count > 0);
        var first = result.Report.Relations.TakeWhile(r => r.Id == strangest.Id).ToList();
        Assert.Equal(result.Explain(strangest).Neighbours.Take(3).Select(n => (n.Id, n.Similarity)), first.Select(r => (r.Other, r.Similarity)));
        Assert.All(result.Report.Relations, r => Assert.Equal(Relation.Neighbour, r.Kind));
        Assert.InRange(result.Report.Relations.Select(r => r.Id).Distinct().Count(), 1, 30);
    }

    [Fact]
    public void An_explanation_without_a_sample_names_nobody()
    {
        var why = new OutlierScorer().Fit(Dataset.Empty, Run).Explain(OutlierData.Alien("a"));
        Assert.Null(why.Distance);
        Assert.Empty(why.Neighbours);
    }

    [Fact]
    public void Rows_without_words_are_not_judged()
    {
        var result = With(OutlierData.InDomain(100), Build.Example("mute", "?!", "ok")).Apply(new OutlierScorer(), Run);
        Assert.Null(result.Kept.Examples[^1].Scores[ScoreNames.OutlierKnn]);
        Assert.Equal(1, result.Report.Counts["not-judged"]);
    }

    [Fact]
    public void Too_few_rows_are_not_judged_and_the_report_says_so()
    {
        var result = OutlierData.InDomain(29).Apply(new OutlierScorer(), Run);
        Assert.All(result.Kept.Examples, e => Assert.Equal(0, e.Scores.Count));
        Assert.Equal("too-few-rows", Assert.Single(result.Report.Findings).Code);
    }

    [Fact]
    public void A_row_in_the_wrong_class_is_far_from_its_centre()
    {
        var rows = OutlierData.InDomain(100).Examples.Select(e => e with { Label = "shop" })
            .Concat(Enumerable.Range(0, 40).Select(i => Build.Example($"sky-{i}", $"is the sky over city {i} cloudy or will the sun shine on day {i * 7}", "sun") with { Label = "weather" }))
            .Append(Build.Example("wrong", "is the sky over the city cloudy tomorrow", "sun") with { Label = "shop" });
        var kept = Dataset.Of(rows).Apply(new OutlierScorer(), Run).Kept.Examples;
        Assert.True(kept[^1].Scores[ScoreNames.OutlierCentroid] < kept.Take(140).Min(e => e.Scores[ScoreNames.OutlierCentroid]));
    }

    [Fact]
    public void A_row_is_taken_out_of_its_own_centre()
    {
        // Five rows of one class that share no word: with itself in the sum each would have a similarity.
        var loners = Enumerable.Range(0, 5).Select(i => Build.Example($"loner-{i}", new string((char)('v' + i), 3) + new string((char)('q' + i), 6), "x") with { Label = "loners" });
        var kept = With(OutlierData.InDomain(60), [.. loners, .. loners.Select(l => l with { Id = l.Id + "-twin" })]).Apply(new OutlierScorer(), Run).Kept.Examples;
        Assert.All(kept.Where(e => e.Label == "loners"), e => Assert.Equal(0, e.Scores[ScoreNames.OutlierCentroid]));
    }

    [Fact]
    public void The_fast_search_finds_what_comparing_all_finds()
    {
        var bags = OutlierData.Hwu("test").Select(r => TextFeatures.Of(r.Text)).Where(b => b.Hashes.Length > 0).DistinctBy(b => b.Content).ToArray();
        var terms = new TfIdf(bags);
        var vectors = bags.Select(terms.Vector).ToArray();
        var index = new SparseIndex(vectors, terms.Count);
        for (var row = 0; row < vectors.Length; row += 25)
        {
            var all = Enumerable.Range(0, vectors.Length).Where(r => r != row)
                .Select(r => (Row: r, Similarity: Dot(vectors[row], vectors[r]))).OrderByDescending(r => r.Similarity).Take(10).ToArray();
            var found = index.Nearest(vectors[row], 10, row);
            for (var i = 0; i < found.Length; i++) Assert.Equal(all[i].Similarity, found[i].Similarity, 3);
        }
    }

    [Fact]
    public void The_sample_is_bounded_and_the_rest_is_scored_against_it()
    {
        var result = (OutlierResult)OutlierData.InDomain(400).Apply(new OutlierScorer { SampleSize = 100 }, Run);
        Assert.Equal(100, result.Plan.SampleCount);
        Assert.All(result.Kept.Examples, e => Assert.NotNull(e.Scores[ScoreNames.OutlierDistance]));
    }

    [Fact]
    public void Plans_of_one_set_score_another()
    {
        var scorer = new OutlierScorer();
        var scored = Build.Dataset(OutlierData.Alien("a"), OutlierData.InDomain(3).Examples[2] with { Id = "b" }).Apply(scorer.With(scorer.Fit(OutlierData.InDomain(200), Run)), Run);
        Assert.True(scored.Kept.Examples[0].Scores[ScoreNames.OutlierDistance] > scored.Kept.Examples[1].Scores[ScoreNames.OutlierDistance]);
    }

    [Fact]
    public void Options_refuse_bad_values()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutlierScorer { Neighbours = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutlierScorer { SampleSize = 99 });
    }

    private static double Dot(SparseVector a, SparseVector b) =>
        a.Terms.Select((term, i) => Array.BinarySearch(b.Terms, term) is >= 0 and var at ? (double)a.Weights[i] * b.Weights[at] : 0).Sum();
}
