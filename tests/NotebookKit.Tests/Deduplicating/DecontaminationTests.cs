using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Deduplicating;

public class DecontaminationTests
{
    private const string Question = "A farmer has seventeen sheep, and all but nine of them run away over the hill: how many sheep are left to feed?";
    private const string Answer = "Nine sheep are left, because all but nine ran away, and it does not matter how many there were before.";
    private const string Short = "What is the capital of Burkina Faso?";

    private static readonly ReferenceSet Exam = Set("exam", Build.Example("q-1", Question, Answer), Build.Example("q-2", Short, "Ouagadougou."), Build.Example("q-3", "Why?", "Because."));

    private static readonly Decontamination Stage = new() { Against = [Exam] };

    [Theory]
    [InlineData(Question)]
    [InlineData("a FARMER has seventeen sheep and all, but nine of them, run away over the hill – how many sheep are left to feed")]
    [InlineData("  Ａ farmer has\nseventeen sheep, and all but nine of them run\taway over the hill: how many SHEEP are left to feed???")]
    public void A_turn_that_is_an_items_question_leaves_whatever_its_case_and_punctuation(string asked)
    {
        var removal = Assert.Single(Run(Build.Example("a", asked, "I do not know, let me think about that.")).Removed);
        Assert.Equal((Decontamination.ContaminatedTurn, 23d, 5d, "against:exam:q-1"), (removal.Reason, removal.Measured, removal.Limit, removal.CauseId));
    }

    [Fact]
    public void A_question_inside_a_longer_text_leaves_with_the_share_of_its_runs()
    {
        Assert.Equal((Decontamination.ContaminatedNGram, 1d, 0d, "against:exam:q-1"), One(Run(Build.Example("a", $"My teacher asked this today. {Question} I had no idea.", "Nor have I."))));
        // 23 words have 11 runs of 13; the first 16 words have 4.
        var part = Build.Example("a", $"My teacher asked this: {string.Join(' ', Question.Split(' ')[..16])}", "Nor have I.");
        Assert.Equal((Decontamination.ContaminatedNGram, 0.363636, 0d, "against:exam:q-1"), One(Run(part)));
        Assert.Single(Run(Stage with { MinShare = 0.36 }, part).Removed);
        Assert.Empty(Run(Stage with { MinShare = 0.37 }, part).Removed);
        Assert.Empty(Run(Build.Example("a", $"My teacher asked this: {string.Join(' ', Question.Split(' ')[..12])}", "Nor have I.")).Removed);
    }

    [Fact]
    public void A_set_phrase_of_an_answer_is_not_enough_and_half_of_it_is()
    {
        // 20 words have 8 runs; 15 words of them have 3, and 16 have 4.
        Example Row(int words) => Build.Example("a", "Please check my work.", $"Sure. {string.Join(' ', Answer.Split(' ')[..words])}");
        Assert.Empty(Run(Row(15)).Removed);
        Assert.Equal((Decontamination.ContaminatedAnswer, 0.5, 0.5, "against:exam:q-1"), One(Run(Row(16))));
        Assert.Equal((Decontamination.ContaminatedAnswer, 0.375, 0d, "against:exam:q-1"), One(Run(Stage with { MinAnswerShare = 0 }, Row(15))));
    }

    [Fact]
    public void An_item_with_a_word_changed_here_and_there_is_near()
    {
        var asked = Question.Replace("farmer", "shepherd", StringComparison.Ordinal);
        var stage = Stage with { NGram = null, Threshold = 0.8 };
        var removal = Assert.Single(Run(stage, Build.Example("a", asked, "No idea.")).Removed);
        // Of 21 triples each 19 are shared.
        Assert.Equal((Decontamination.ContaminatedNear, Math.Round(19d / 23, 6), 0.8, "against:exam:q-1"), (removal.Reason, removal.Measured, removal.Limit, removal.CauseId));
        Assert.Empty(Run(stage with { Threshold = 0.83 }, Build.Example("a", asked, "No idea.")).Removed);
        Assert.Empty(Run(stage with { Threshold = null }, Build.Example("a", asked, "No idea.")).Removed);
    }

    [Fact]
    public void A_paraphrase_is_not_found() =>
        Assert.Empty(Run(Build.Example("a", "There were seventeen sheep on a farm until some fled; just nine stayed. What is the number of animals that still need food?", "It is nine.")).Removed);

    [Fact]
    public void A_short_question_counts_as_a_whole_turn_only()
    {
        Assert.Equal(("against:exam:q-2", 7d), Assert.Single(Run(Build.Example("a", "what is the capital of burkina faso", "No idea.")).Removed.Select(r => (r.CauseId, r.Measured!.Value))));
        Assert.Equal("a", Assert.Single(Run(Build.Chat("a", (Role.User, "Hi"), (Role.Assistant, "Hello!"), (Role.User, Short), (Role.Assistant, "Wait."))).Removed).Example.Id);
        Assert.Empty(Run(Build.Example("a", $"Tell me: {Short}", "Ouagadougou.")).Removed);
        Assert.Empty(Run(Stage with { LeastWords = 8 }, Build.Example("a", Short, "Ouagadougou, of course.")).Removed);
    }

    [Fact]
    public void Short_generic_texts_and_short_answers_wipe_out_nothing()
    {
        var thanks = Stage with { Against = [Set("chats", Build.Example("1", "Thank you!", "You are welcome."), Build.Example("2", Short, "It is in the settings."))] };
        Assert.Empty(Run(thanks, Build.Example("a", "Thank you!", "You are welcome."), Build.Example("b", "Where can I find the menu?", "It is in the settings.")).Removed);
        var result = Run(thanks);
        Assert.Equal(1, result.Sets[0].TooShort);
    }

    [Fact]
    public void A_last_short_turn_of_a_long_conversation_is_no_question_by_itself()
    {
        var set = Set("chats", Build.Chat("1", (Role.User, "My export fails with an error again."), (Role.Assistant, "Please restart it."), (Role.User, "Thank you so much for your help"), (Role.Assistant, "Sure.")));
        Assert.Empty(Run(Stage with { Against = [set] }, Build.Example("a", "Thank you so much for your help", "Any time, have a nice day.")).Removed);
    }

    [Fact]
    public void A_short_question_with_its_short_answer_is_one_run()
    {
        var set = Set("exam", Build.Example("1", "Which river is the longest of Europe?", "The Volga is the longest of them all."));
        var row = Build.Example("a", "Tell me something. Which river is the longest of Europe?", "The Volga is the longest of them all.");
        Assert.Equal((Decontamination.ContaminatedNGram, 1d), Assert.Single(Run(Stage with { Against = [set] }, row).Removed.Select(r => (r.Reason, r.Measured!.Value))));
    }

    [Fact]
    public void What_more_than_ten_rows_say_is_common_text_and_is_told()
    {
        var signature = "Kind regards from all of us in the support team of the little company at the harbour";
        var stage = Stage with { Against = [Set("exam", Build.Example("1", $"Where is my parcel? {signature}", "On its way."), Build.Example("2", "Thank you so much for your help", "Sure."))] };
        Example[] Rows(int count) => [.. Enumerable.Range(0, count).Select(i => Build.Example($"r-{i:D2}", $"Question number {i} about topic {i * 7}. {signature}", "Yes.")), .. Enumerable.Range(0, count).Select(i => Build.Example($"t-{i:D2}", "Thank you so much for your help", $"Fine {i}."))];
        Assert.Equal(20, Run(stage, Rows(10)).Removed.Count);
        var result = Run(stage, Rows(11));
        Assert.Empty(result.Removed);
        // 17 words of the signature give 5 runs; the thanks are one more.
        Assert.Equal(6, result.CommonTexts);
        Assert.Equal("6 word groups of the references stand in more than 10 rows or items and were ignored; 22 rows have nothing else of them.", result.Report.Findings.Single(f => f.Code == "common-text").Text);
        Assert.Equal(22, Run(stage with { MostRows = null }, Rows(11)).Removed.Count);
    }

    [Fact]
    public void A_leaked_question_leaves_however_often_it_is_there()
    {
        var rows = Enumerable.Range(0, 40).Select(i => Build.Example($"r-{i:D2}", Question, $"My guess is {i}.")).ToArray();
        Assert.Equal(40, Run(rows).Removed.Count);
    }

    [Fact]
    public void What_more_than_ten_items_say_is_common_text()
    {
        const string prompt = "Read the following question with care and then answer with one of the four letters only.";
        var items = Enumerable.Range(0, 11).Select(i => Build.Example($"q-{i}", $"{prompt} Which number is {i} plus {i * 3}?", "B")).ToArray();
        var row = Build.Example("a", $"{prompt} Is the moon made of cheese, of stone, of ice or of dust?", "B");
        Assert.Empty(Run(Stage with { Against = [Set("exam", items)] }, row).Removed);
        Assert.Single(Run(Stage with { Against = [Set("exam", items[..10])] }, row).Removed);
    }

    [Fact]
    public void Questions_alone_leave_answers_out()
    {
        var row = Build.Example("a", "Please check my work.", Answer);
        Assert.Single(Run(row).Removed);
        Assert.Empty(Run(Stage with { Texts = ReferenceTexts.Questions }, row).Removed);
    }

    [Fact]
    public void All_that_a_model_would_read_is_looked_at()
    {
        Assert.Single(Run(Build.Chat("a", (Role.System, $"Example: {Question}"), (Role.User, "Hi"), (Role.Assistant, "Hello"))).Removed);
        Assert.Single(Run(Build.Example("a", "Hi", "Hello") with { Declined = [new(Role.Assistant, $"Well. {Answer}")] }).Removed);
        Assert.Single(Run(Build.Example("a", "Hi", "") with { Messages = [new(Role.User, "Hi"), new Message(Role.Assistant, null) { ToolCalls = [new("1", "search", $"{{\"text\":\"{Question}\"}}")] }] }).Removed);
    }

    [Fact]
    public void A_character_of_a_script_without_spaces_is_a_word()
    {
        var set = Set("exam", Build.Example("1", "布基纳法索的首都是哪一座城市呢请回答", "瓦加杜古"));
        Assert.Equal(Decontamination.ContaminatedNGram, Assert.Single(Run(Stage with { Against = [set] }, Build.Example("a", "你好，布基纳法索的首都是哪一座城市呢？请回答！", "不知道")).Removed).Reason);
        Assert.Empty(Run(Stage with { Against = [set] }, Build.Example("a", "布基纳法索的人口是多少？", "不知道")).Removed);
    }

    [Fact]
    public void Flagged_rows_stay_and_count_as_well()
    {
        var result = Run(Stage with { Policy = FilterPolicy.Flag }, Build.Example("a", Question, "?"), Build.Example("b", "How do I bake a cake?", "With flour."));
        Assert.Empty(result.Removed);
        Assert.Equal(new("Decontamination", Decontamination.ContaminatedTurn, 23, 5), Assert.Single(result.Kept.Examples[0].Flags));
        Assert.Equal(new("exam", 3, 1, 0.333333, 1, 1), Assert.Single(result.Sets));
        Assert.Equal(Severity.Warning, Assert.Single(result.Report.Findings).Severity);
    }

    [Fact]
    public void The_result_says_how_much_of_each_set_is_in_the_data()
    {
        var other = Set("other", Build.Example("z", "Completely different things are asked here about the weather of the coming week in the north", "Rain."));
        var result = Run(Stage with { Against = [Exam, other] }, Build.Example("a", Question, Answer), Build.Example("b", $"{Question} {Short}", "?"), Build.Example("c", Short, "?"), Build.Example("d", "Fine?", "Fine."));
        Assert.Equal([new("exam", 3, 2, 0.666667, 3, 1), new("other", 1, 0, 0, 0, 0)], result.Sets);
        Assert.Equal([new("exam", "q-1", 2), new("exam", "q-2", 1)], result.Items);
        Assert.Equal(["a q-1 contaminated-turn 23", "b q-1 contaminated-ngram 1", "c q-2 contaminated-turn 7"], result.Overlaps.Select(o => FormattableString.Invariant($"{o.Row} {o.Item} {o.Reason} {o.Measured}")));
        Assert.Equal(Question, result.ItemOf(result.Overlaps[1])!.LastUserTurn);
        Assert.Equal(["exam: 2 of its 3 items (66.7%) are in 3 rows of the data, removed; 1 item says too little to be looked for.", "other: none of its 1 item is in the data."], result.Report.Findings.Select(f => f.Text));
    }

    [Fact]
    public void Without_a_set_nothing_happens_and_that_is_said()
    {
        var result = Run(new Decontamination(), Build.Example("a", Question, Answer));
        Assert.Equal((1, "nothing-to-compare"), (result.Kept.Count, Assert.Single(result.Report.Findings).Code));
    }

    [Fact]
    public void A_plan_goes_to_other_rows()
    {
        var rows = Enumerable.Range(0, 11).Select(i => Build.Example($"r-{i:D2}", Short, $"{i}")).ToArray();
        var plan = Stage.Fit(Build.Dataset(rows));
        Assert.Equal(1, plan.Common);
        Assert.Empty(Build.Dataset(Build.Example("a", Short, "?")).Apply(Stage.With(plan)).Removed);
        Assert.Single(Build.Dataset(Build.Example("a", Question, "?")).Apply(Stage.With(plan)).Removed);
    }

    [Fact]
    public void Sets_have_names_of_their_own_without_a_colon()
    {
        Assert.Throws<ArgumentException>(() => new ReferenceSet("a:b", Dataset.Empty));
        Assert.Throws<ArgumentException>(() => new ReferenceSet(" ", Dataset.Empty));
        Assert.Throws<ArgumentException>(() => new Decontamination { Against = [Exam, Exam] });
        Assert.NotEqual(Exam.Description, Set("exam", Build.Example("q-1", Question, "?")).Description);
        Assert.Contains(Exam.Description, Stage.Describe().Options, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("against:exam:q:1", "exam", "q:1")]
    [InlineData("against:exam:", null, null)]
    [InlineData("against::q", null, null)]
    [InlineData("exam/1", null, null)]
    [InlineData(null, null, null)]
    public void A_cause_outside_of_the_data_is_known_by_its_form(string? id, string? set, string? item) =>
        Assert.Equal(set is null ? null : new OutsideCause(set, item!), OutsideCause.Of(id));

    private static (string, double?, double?, string?) One(StageResult result) => Assert.Single(result.Removed.Select(r => (r.Reason, r.Measured, r.Limit, r.CauseId)));

    private static ReferenceSet Set(string name, params Example[] items) => new(name, Dataset.Of(items));

    private static DecontaminationResult Run(params Example[] rows) => Run(Stage, rows);

    private static DecontaminationResult Run(Decontamination stage, params Example[] rows) => (DecontaminationResult)Build.Dataset(rows).Apply(stage);
}
