using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class TruncatedAnswersTests
{
    private static readonly TruncatedAnswers Rule = new();
    private static readonly string Long = string.Concat(Enumerable.Range(1, 12).Select(i => $"This is sentence number {i} of the answer. "));

    private static double? Sign(string answer, string? metadata = null) =>
        Run(Rule, Build.Example("a", Question, answer) with { Metadata = metadata }).Removed.SingleOrDefault()?.Measured;

    [Theory]
    [InlineData("{\"finish_reason\":\"length\"}"), InlineData("{\"choices\":[{\"finish_reason\":\"length\"}]}"), InlineData("{\"stop_reason\":\"max_tokens\"}")]
    [InlineData("{\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}")]
    public void The_model_told_that_it_was_cut_off(string metadata) => Assert.Equal(1, Sign(Good, metadata));

    [Theory]
    [InlineData("{\"finish_reason\":\"stop\"}"), InlineData("{\"note\":\"finish_reason length\"}"), InlineData("finish_reason"), InlineData("{\"finish_reason\":null}"), InlineData(null)]
    public void Other_metadata_says_nothing(string? metadata) => Assert.Null(Sign(Good, metadata));

    [Theory]
    [InlineData("{\"name\": \"Nadia\", \"items\": [1, 2"), InlineData("[{\"a\": 1}, {\"a\""), InlineData("```json\n{\"name\": \"Na")]
    public void Json_without_its_end_is_cut(string answer) => Assert.Equal(2, Sign(answer));

    [Fact]
    public void A_fence_that_is_not_closed_is_cut()
    {
        Assert.Equal(3, Sign("Do this:\n```csharp\nvar x = 1;\n"));
        Assert.Null(Sign("Do this:\n```csharp\nvar x = 1;\n```\nDone."));
        Assert.Null(Sign("Do this:\n````md\n```\nx\n```\n````"));
        Assert.Null(Sign("Use ```x``` here."));
        Assert.Null(Sign("Do this:\n```\nvar x = 1;```"));
    }

    [Theory]
    [InlineData("and after that it is important that you open the"), InlineData("and then you should look at the first of the lists,")]
    [InlineData("because everything that follows is about the infor-"), InlineData("dann sollten wir uns um die Lieferung kümmern und")]
    [InlineData("Your plan is kept, and for the next step you need:"), InlineData("You can pay by all the usual means, such as")]
    [InlineData("The export takes some minutes –"), InlineData("Open the page and choose the plan (")]
    public void An_answer_that_ends_where_something_must_follow_is_cut(string end)
    {
        Assert.Equal(4, Sign(Long + end));
        Assert.Equal(4, Sign(end));
    }

    [Theory]
    [InlineData("\n## When to water it"), InlineData("After the second week, they"), InlineData("Open the list under Plants > Indoor >"), InlineData("For the rest write to garden@"), InlineData("\nKind")]
    [InlineData("\n- Water it and"), InlineData("A pot costs (€")]
    public void So_is_one_that_ends_in_a_bare_heading_subject_or_path(string end) => Assert.Equal(4, Sign(Long + end));

    [Theory]
    [InlineData("If you"), InlineData("There are a few"), InlineData("According to"), InlineData("For this reason"), InlineData("See www."), InlineData("## Next steps")]
    [InlineData("Open Plants > Indoor and choose the"), InlineData("A pot holds 60–"), InlineData("The sum is 220 −")]
    public void A_last_sentence_that_only_leads_up_to_something_is_cut(string end) => Assert.Equal(4, Sign(Long + end));

    [Theory]
    [InlineData("Yes, we can"), InlineData("Do what you can"), InlineData("Here you are"), InlineData("That is all"), InlineData("So can you"), InlineData("Read more in the guide")]
    public void A_short_answer_is_none(string end) => Assert.Null(Sign(Long + end));

    [Theory]
    [InlineData("Each plant is <b>water"), InlineData("Each plant is <em>not for the")]
    public void A_tag_that_is_not_closed_is_a_sign(string end) => Assert.True(Sign(Long + end) > 0);

    [Fact]
    public void Prose_before_cut_json_is_no_cover() => Assert.Equal(2, Sign("Here it is: {\"plant\": \"fern\", \"water\": \"da"));

    [Theory]
    [InlineData("\nBest regards,"), InlineData("\nList: apples, pears, the"), InlineData("It depends on what you are looking for"), InlineData("\nfor (int i = 0; i < 10; i++) call(the, second, of, the,")]
    [InlineData("and this is the end of it all, in one good and long sentence"), InlineData("so the best source of these is certainly vitamin AND")]
    [InlineData("I am sorry for your loss :("), InlineData("and choose plan A"), InlineData("\nWe hope to see you soon,")]
    public void A_missing_full_stop_alone_is_no_sign(string end) => Assert.Null(Sign(Long + end));

    [Theory]
    [InlineData("Open the settings (the wheel at the top and choose plans"), InlineData("The page says “your plan is kept until the end of the month"), InlineData("The page then shows \"your plan is kept")]
    [InlineData("**Pay:** open payments.\n**Cancel the pl"), InlineData("Open the page and run `dotnet buil")]
    [InlineData("| Plant | Pot |\n|---|---|\n| Fern | 2 |\n| Moss |"), InlineData("Water it weekly. **Important: keep it mo"), InlineData("The switch is called 'Auto-wat")]
    public void What_is_opened_and_not_closed_is_cut(string answer) => Assert.Equal(5, Sign(answer));

    [Theory]
    [InlineData("Open the settings (the wheel at the top) and choose plans"), InlineData("The shelf is 30\" wide and 5'10\" tall and fits"), InlineData("The page says \"your plan is kept\" at the top"), InlineData("a) open the page, b) close it, c) done :)")]
    [InlineData("Our plans grew by 10% (see the page of plans for more."), InlineData("*not for all users, **only some")]
    public void What_is_closed_or_opens_nothing_stays(string answer) => Assert.Null(Sign(answer));

    [Theory]
    [InlineData("1. Open the page.\n2. Choose a plan.\n3."), InlineData("- open the page\n- choose a plan\n-"), InlineData("Do this: 1. Open the page. 2. Choose a plan. 3.")]
    [InlineData("There are two ways: (1) by card, (2) by transfer, (3)"), InlineData("1) Open the page of plans.\n\n2) **")]
    [InlineData("You can pay a) by card, b) by transfer, c)"), InlineData("1. Open the page.\n2. Choose a plan.\n3. Press the bu"), InlineData("* open the page\n* choose a plan\n*")]
    public void A_list_whose_last_item_is_empty_is_cut(string answer) => Assert.Equal(6, Sign(answer));

    [Theory]
    [InlineData("Do it in three steps:\n1. Open the page.\n2. Choose a plan."), InlineData("There are two reasons for it. First, the pot is too small.")]
    [InlineData("Step 1: Open the page.\nStep 2: Choose a plan.\nStep 3"), InlineData("Open the page and choose a plan. [continued in the next mail]")]
    [InlineData("There are three steps: 1. Open the page. 2. Choose a plan."), InlineData("Open the page, choose a plan and pay for it. Read more"), InlineData("Open the page and choose a plan. [max tokens reached]")]
    public void Fewer_things_than_announced_are_a_sign(string answer) => Assert.Equal(7, Sign(answer));

    [Theory]
    [InlineData("Do it in two steps:\n1. Open the page.\n2. Choose a plan."), InlineData("There are two reasons for it. First, the pot is too small. Second, the sun is missing.")]
    [InlineData("Do up to three steps:\n1. Open the page.\n2. Choose a plan."), InlineData("Do it in three steps:\n1. Open the page.\n2. Choose a plan.\nThen press the button.")]
    public void What_is_announced_and_given_stays(string answer) => Assert.Null(Sign(answer));

    [Theory]
    [InlineData("The sum of all the numbers in the list is\n42."), InlineData("You can cancel until the day before, and it costs 3."), InlineData("1. Open the page.\n2. Choose a plan.")]
    public void A_number_at_the_end_is_no_empty_item(string answer) => Assert.Null(Sign(answer));

    [Theory]
    [InlineData("{\"a\": 1}"), InlineData("[1] Smith, a book."), InlineData("[EMAIL] is right."), InlineData("{ x | x > 0 }"), InlineData("{"), InlineData("[")]
    public void Whole_json_and_other_brackets_stay(string answer) => Assert.Null(Sign(answer));
}
