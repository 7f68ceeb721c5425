using NotebookKit.Deduplicating;
using NotebookKit.Display;

namespace NotebookKit.Tests.Deduplicating;

/// <summary>The story of the twelve agents: one question, twelve people, four answers, and a price that changed.</summary>
public class ContestedQuestionsTests
{
    private const string Refund = "How long does a refund take until it is back in my account?";
    private const string Price = "What does the yearly plan cost for one person?";

    /// <summary>The agents 0–5 say five days, 6–8 two weeks, 9–10 a month, 11 nothing of use; the price was 49 until June.</summary>
    private static readonly Dataset Data = Dataset.Of(
    [
        .. Enumerable.Range(0, 12).Select(i => Row($"refund-{i:D2}", i % 2 == 0 ? Refund : Refund.ToUpperInvariant(), Answer(i), $"agent {i:D2}", 1 + (i * 5 % 12))),
        Row("price-1", Price, "The yearly plan costs 49 euros.", "agent 00", 10), Row("price-2", Price, "The yearly plan costs 49 euros!", "agent 01", 20),
        Row("price-3", Price, "It is 59 euros a year since June, taxes included.", "agent 11", 200),
        Row("alone", "Where do I find my invoices?", "Under Billing.", "agent 00", 5), Row("agreed-1", "Can I pause my membership?", "Yes, for up to three months.", "agent 03", 6),
        Row("agreed-2", "can I pause my membership", "yes, for up to three months", "agent 04", 7),
    ]);

    private static ContradictionsResult Found(Contradictions? stage = null) => (ContradictionsResult)Data.Apply(stage ?? new());

    private static string Answer(int agent) => agent switch
    {
        <= 5 => "It takes five working days.",
        <= 8 => "Dear customer,\n\nplease allow two weeks for the bank to book it.\n\nKind regards",
        <= 10 => "Hi! That is up to a month, I am afraid :(",
        _ => "Could you tell me which bank you use?",
    };

    private static Example Row(string id, string input, string output, string? author, int day) =>
        Build.Example(id, input, output) with { Author = author, CreatedAt = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(day) };

    [Fact]
    public void Every_contested_question_is_listed_with_its_versions()
    {
        var result = Found();
        Assert.Equal([("refund-07", 12, 4), ("price-3", 3, 2)], result.Questions.Select(q => (q.Id, q.Rows, q.Versions.Count)));
        var refund = result.Questions[0];
        Assert.Equal([(6L, 0.5), (3, 0.25), (2, 0.166667), (1, 0.083333)], refund.Versions.Select(v => (v.Occurrences, v.Share)));
        Assert.Equal(["refund-06", "refund-07", "refund-08"], refund.Versions[1].Ids);
        Assert.Equal(["agent 09", "agent 10"], refund.Versions[2].Authors);
        Assert.Equal((new DateTime(2026, 1, 2), new DateTime(2026, 1, 12)), (refund.Versions[0].First!.Value.Date, refund.Versions[0].Last!.Value.Date));
        Assert.Same(refund.Versions[0], refund.Majority);
        Assert.Equal(12, refund.Authors.Count);
        Assert.Equal(15, result.Report.Flagged[Contradictions.Contradiction]);
    }

    [Fact]
    public void An_answer_that_a_later_one_replaced_is_stale()
    {
        var price = Found().Questions[1];
        Assert.Equal([(true, 2), (false, 1)], price.Versions.Select(v => (v.IsStale, v.Ids.Count)));

        // Given once more after the new one began, it is in use.
        var used = Dataset.Of(Data.Examples.Select(e => e.Id == "price-2" ? e with { CreatedAt = e.CreatedAt!.Value.AddDays(300) } : e));
        Assert.All(((ContradictionsResult)used.Apply(new Contradictions())).Questions[1].Versions, v => Assert.False(v.IsStale));
        // Given on the very moment that the other began, too.
        var same = Dataset.Of(Data.Examples.Select(e => e.Id == "price-2" ? e with { CreatedAt = Data.Examples.Single(o => o.Id == "price-3").CreatedAt } : e));
        Assert.All(((ContradictionsResult)same.Apply(new Contradictions())).Questions[1].Versions, v => Assert.False(v.IsStale));
    }

    [Theory]
    [InlineData("price-1")]
    [InlineData("price-3")]
    public void Without_a_date_nothing_is_stale(string undated)
    {
        var data = Dataset.Of(Data.Examples.Select(e => e.Id == undated ? e with { CreatedAt = null } : e));
        var price = ((ContradictionsResult)data.Apply(new Contradictions())).Questions.Single(q => q.Rows == 3);
        Assert.All(price.Versions, v => Assert.False(v.IsStale));
    }

    [Fact]
    public void Authors_are_told_with_their_part_and_their_style()
    {
        var authors = Found().Authors;
        Assert.Equal(12, authors.Count);
        var first = authors[0];
        Assert.Equal(("agent 00", 3, 2, 1, 1), (first.Name, first.Rows, first.ContestedRows, first.MajorityRows - 1, first.StaleRows));
        Assert.Equal((0.166667, 0.133333), (first.Share, first.ContestedShare));
        var polite = authors.Single(a => a.Author == "agent 07");
        Assert.Equal(new(1, 14, 0, 1, 1, 0, 0, 0, 0), polite.Style);
        Assert.Equal((1, 1), (authors.Single(a => a.Author == "agent 09").Style.Greetings, authors.Single(a => a.Author == "agent 10").Style.Exclamations));
        Assert.Equal(1, authors.Single(a => a.Author == "agent 11").Style.Questions);
        Assert.Equal(0, polite.MajorityRows);
    }

    [Fact]
    public void Rows_without_an_author_are_one_unknown_author()
    {
        var data = Dataset.Of(Data.Examples.Select((e, i) => e with { Author = i % 2 == 0 ? null : " " }));
        var result = (ContradictionsResult)data.Apply(new Contradictions());
        var only = Assert.Single(result.Authors);
        Assert.Equal((null, AnswerAuthor.Unknown, 18, 1.0, 15, 1.0), (only.Author, only.Name, only.Rows, only.Share, only.ContestedRows, only.ContestedShare));
        Assert.Equal([null], result.Questions[0].Authors);
    }

    [Fact]
    public void Where_two_answers_are_as_frequent_none_is_the_majority()
    {
        var two = (ContradictionsResult)Dataset.Of(Data.Examples.Where(e => e.Id is "price-1" or "price-3")).Apply(new Contradictions());
        Assert.Null(Assert.Single(two.Questions).Majority);
        Assert.All(two.Authors, a => Assert.Equal(0, a.MajorityRows));
        Assert.Equal("price-3", two.Questions[0].Versions[0].Best.Id);
    }

    [Fact]
    public void A_policy_says_in_each_version_what_stays()
    {
        var result = Found(new() { Policy = ContradictionPolicy.KeepMostFrequent });
        Assert.Equal([6, 0, 0, 0], result.Questions[0].Versions.Select(v => v.Kept));
        Assert.Equal(7, result.Removed.Count);
        Assert.All(result.Removed.Where(r => r.Example.Id.StartsWith("refund", StringComparison.Ordinal)), r => Assert.Equal("refund-02", r.CauseId));
        Assert.Equal(Found().Questions.Select(q => q.Id), result.Questions.Select(q => q.Id));
    }

    [Fact]
    public void Another_threshold_needs_no_new_measuring_down_to_the_floor()
    {
        var data = Dataset.Of(Data.Examples.Append(Row("refund-x", Refund + " I am with a savings bank", "Ask your bank.", "agent 01", 9)));
        foreach (var policy in Enum.GetValues<ContradictionPolicy>())
        {
            var stage = new Contradictions { Policy = policy, Threshold = 0.9, MeasureFrom = 0.5 };
            var (result, loose) = ((ContradictionsResult)data.Apply(stage), (ContradictionsResult)data.Apply(stage with { Threshold = 0.6 }));
            Assert.Equal(12, result.Questions[0].Rows);
            Assert.Equal(13, loose.Questions[0].Rows);
            Assert.Equal(Laws.Dump.Of(loose), Laws.Dump.Of(result.At(0.6)));
            Assert.Equal(Laws.Dump.Of(result), Laws.Dump.Of(loose.At(0.9)));
            Assert.Equal(loose.Questions.Select(q => (q.Id, q.Rows)), result.At(0.6).Questions.Select(q => (q.Id, q.Rows)));
        }

        Assert.Contains("from 0.5 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => ((ContradictionsResult)data.Apply(new Contradictions { MeasureFrom = 0.5 })).At(0.45)).Message, StringComparison.Ordinal);
        Assert.Equal(0.7, Found().Plan.MeasuredFrom);
    }

    [Fact]
    public void A_written_plan_decides_and_tells_the_same()
    {
        foreach (var policy in Enum.GetValues<ContradictionPolicy>())
        {
            var stage = new Contradictions { Policy = policy };
            var plan = stage.Fit(Data);
            var read = Persisted.FromBytes<ContradictionPlan>(Persisted.ToBytes(plan))!;
            Assert.Equal(plan.Rows, read.Rows);
            Assert.Equal((plan.Policy, plan.Threshold, plan.MeasuredFrom), (read.Policy, read.Threshold, read.MeasuredFrom));
            Assert.Equal(plan.At(0.7).Rows, read.At(0.7).Rows);
            Assert.Equal(Data.Apply(stage).Kept.Examples.Select(e => e.Id), Data.Apply(stage.With(read)).Kept.Examples.Select(e => e.Id));
        }
    }

    [Fact]
    public void Nothing_contested_gives_no_question_and_empty_data_no_author()
    {
        var calm = (ContradictionsResult)Dataset.Of(Data.Examples.Where(e => e.Id.StartsWith('a'))).Apply(new Contradictions());
        Assert.Empty(calm.Questions);
        Assert.Equal(3, calm.Authors.Count);
        Assert.Empty(calm.Report.Findings);
        Assert.Empty(((ContradictionsResult)Dataset.Empty.Apply(new Contradictions())).Authors);
        Assert.Contains("0 questions", calm.ToTable().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_show_questions_and_authors_masked()
    {
        var mail = Dataset.Of(Data.Examples.Select(e => e.Id == "price-3" ? e with { Messages = [e.Messages[0], new(Role.Assistant, "Ask nadia.example@example.com about the price.")] } : e));
        var result = (ContradictionsResult)mail.Apply(new Contradictions());
        var (questions, authors) = (result.ToTable().ToText(), result.ToAuthorTable().ToText());
        Assert.Contains("[EMAIL]", questions, StringComparison.Ordinal);
        Assert.DoesNotContain("agent 0", questions + authors, StringComparison.Ordinal);
        Assert.Contains("most frequent, stale", questions, StringComparison.Ordinal);
        Assert.Contains("1 shown", result.ToTable(1).Caption, StringComparison.Ordinal);
        Assert.Equal("2 of 12 rows", result.ToAuthorTable(2).Count);
        Assert.Contains("Contested answers by author", result.ToChart().ToText(), StringComparison.Ordinal);
        Assert.Contains("2 questions answered in more than one way", result.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Order_threads_and_parts_change_no_question()
    {
        var data = Laws.LawData.Varied(600);
        var stage = new Contradictions { ShingleWords = 1, Threshold = 0.5 };
        var whole = Said((ContradictionsResult)data.Apply(stage));
        Assert.NotEmpty(whole);
        Assert.Equal(whole, Said((ContradictionsResult)Dataset.Of(data.Examples.Reverse()).Apply(stage)));
        Assert.Equal(whole, Said((ContradictionsResult)data.Apply(stage, new RunContext { Threads = 8, Parts = 17 })));
        static string Said(ContradictionsResult result) => string.Join('\n', [
            .. result.Questions.SelectMany(q => q.Versions.Select(v => $"{q.Id}: {string.Join(' ', v.Ids)} by {string.Join(' ', v.Authors)} {v.First} {v.Last} {v.IsStale}")), .. result.Authors.Select(a => a.ToString())]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_question_asked_twenty_thousand_times_costs_what_its_answers_cost(bool allDiffer)
    {
        var rows = Dataset.Of(Enumerable.Range(0, 20_000).Select(i => Build.Example($"r-{i:D5}", Refund, allDiffer ? $"ticket {i} was answered by colleague {i * 7} on day {i * 3}" : Answer(i % 12)) with { Author = $"agent {i % 12}" }));
        foreach (var policy in new[] { ContradictionPolicy.List, ContradictionPolicy.KeepMostFrequent })
        {
            var result = (ContradictionsResult)rows.Apply(new Contradictions { Policy = policy });
            var question = Assert.Single(result.Questions);
            Assert.Equal(20_000, question.Rows);
            if (!allDiffer) Assert.Equal([10_002, 5_000, 3_332, 1_666], question.Versions.Select(v => v.Ids.Count));
            Assert.True(result.ToTable().Rows.Count <= 13);
            Assert.Equal(12, result.Authors.Count);
        }
    }
}
