using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class RefusalsTests
{
    private static readonly Refusals Rule = new();

    [Theory]
    [InlineData("I cannot help with that.")]
    [InlineData("I can't assist with that request.")]
    [InlineData("I can’t assist with that request.")]
    [InlineData("I CAN'T HELP YOU WITH THIS")]
    [InlineData("I can not provide medical advice.")]
    [InlineData("I'm unable to access your account.")]
    [InlineData("I am unable to provide that.")]
    [InlineData("I'm sorry, but I cannot help with that.")]
    [InlineData("I am very sorry, but as an AI language model I don't have access to real-time data.")]
    [InlineData("As an AI language model, I do not have personal opinions.")]
    [InlineData("As an AI, I can't predict the lottery.")]
    [InlineData("Unfortunately, I won't be able to create images.")]
    [InlineData("I apologize, but I'm not able to browse the internet.")]
    [InlineData("I'm just an AI and have no body.")]
    [InlineData("I'm an AI language model and cannot taste food.")]
    [InlineData("I must respectfully decline.")]
    [InlineData("I can't do that.")]
    [InlineData("No comment.")]
    [InlineData("It is not appropriate for me to discuss this.")]
    [InlineData("Es tut mir leid, aber dabei kann ich dir nicht helfen.")]
    [InlineData("Je suis désolée, mais je ne peux pas répondre.")]
    [InlineData("Lo siento, pero no puedo ayudarte con eso.")]
    [InlineData("很抱歉，作为一个人工智能语言模型，我无法提供医疗建议。")]
    [InlineData("申し訳ありませんが、お答えできません。")]
    public void Machine_refusals_are_removed(string answer)
    {
        var removal = Removal(Rule, Build.Example("a", Question, answer));
        Assert.Equal((Refusals.Reason, "refusal"), (removal.Reason, removal.Reason));
    }

    [Theory]
    [InlineData("I can't recommend it enough!")]
    [InlineData("I cannot see the button — that is because the window is too small. Make it wider.")]
    [InlineData("I can't help but smile when I read this.")]
    [InlineData("I can't wait to see you on Friday.")]
    [InlineData("I cannot thank you enough for the kind words.")]
    [InlineData("I'm sorry to hear that. Please send us a picture, and we will replace the mug.")]
    [InlineData("I am an AI assistant trained by the team of this shop.")]
    [InlineData("You cannot help with that unless you are an admin.")]
    [InlineData("The tool said: I cannot help with that. Restart it, then it can.")]
    [InlineData("\"I cannot help with that\" is what the bot says when it is offline.")]
    [InlineData("If the router says it is unable to connect, hold the button for five seconds.")]
    [InlineData("No comments are needed in such a short function.")]
    [InlineData("{\"answer\": \"I cannot help with that\"}")]
    public void Answers_that_only_sound_so_stay(string answer) => Assert.Null(Reason(Rule, answer));

    [Fact]
    public void Only_the_last_answer_is_judged() => Assert.Null(Reason(Rule,
        Build.Chat("a", (Role.User, Question), (Role.Assistant, "I can't access your account."), (Role.User, "It is 4711."), (Role.Assistant, Good))));

    [Fact]
    public void A_refusal_that_a_person_wrote_edited_or_accepted_stays_and_is_marked()
    {
        var refusal = Build.Example("a", Question, "I'm sorry, but I cannot share the data of other customers.");
        foreach (var vouched in new[]
        {
            refusal with { Signals = new() { AnsweredBy = AnsweredBy.Human } }, refusal with { Signals = new() { AnsweredBy = AnsweredBy.EditedModel } },
            refusal with { Signals = new() { Events = Events.Accepted, AnsweredBy = AnsweredBy.Model } }, refusal with { Origin = Origin.HumanWritten },
        })
            Assert.Equal([EdgeCases.Decline], Kept(Rule, vouched).Tags);
        Assert.Equal("refusal", Reason(Rule, refusal with { Signals = new() { AnsweredBy = AnsweredBy.Model } }));
    }

    [Fact]
    public void Further_openings_can_be_given() => Assert.Equal("refusal", Reason(new Refusals { More = ["that is above my pay grade"] }, "That is above my pay grade, ask the boss."));
}

public class EdgeCasesTests
{
    private static readonly EdgeCases Rule = new();

    private static Example Answered(string answer, AnsweredBy by = AnsweredBy.Human) =>
        Build.Example("a", "It does not work.", answer) with { Signals = new() { AnsweredBy = by } };

    [Theory]
    [InlineData("Could you tell me which device you use?")]
    [InlineData("Which version do you have?")]
    [InlineData("Do you mean the web shop or the app?")]
    [InlineData("I'm not sure what you mean. Could you please clarify?")]
    [InlineData("Können Sie bitte genauer beschreiben, was passiert?")]
    public void Asking_back_is_marked(string answer) => Assert.Equal([EdgeCases.Ambiguous], Kept(Rule, Answered(answer, AnsweredBy.Model)).Tags);

    [Theory]
    [InlineData("Restart the app. Is there anything else I can help with?")]
    [InlineData("Which one do you mean")]
    public void A_friendly_closing_or_no_question_mark_is_not_asking_back(string answer) => Assert.Empty(Kept(Rule, Answered(answer)).Tags);

    [Theory]
    [InlineData("You have reached the wrong department.")]
    [InlineData("This is not something we handle; please contact your bank.")]
    [InlineData("We don't handle visa questions here.")]
    [InlineData("That is outside our scope.")]
    public void A_persons_word_that_it_belongs_elsewhere_is_marked(string answer)
    {
        Assert.Equal([EdgeCases.OutOfDomain], Kept(Rule, Answered(answer)).Tags);
        Assert.Empty(Kept(Rule, Answered(answer, AnsweredBy.Model)).Tags);
    }

    [Fact]
    public void Kinds_are_counted_and_a_missing_kind_is_a_warning()
    {
        var report = Build.Dataset(Answered("Which version do you have?"), Answered(Good) with { Id = "b", Tags = [EdgeCases.Decline] }).Apply(Rule).Report;
        Assert.Equal((1, 1), (report.Counts[EdgeCases.Ambiguous], report.Counts[EdgeCases.Decline]));
        var finding = Assert.Single(report.Findings);
        Assert.Equal((Severity.Warning, EdgeCases.MissingFinding), (finding.Severity, finding.Code));
        Assert.Contains("out-of-domain", finding.Text);
    }

    [Fact]
    public void Labels_and_an_empty_dataset_miss_nothing()
    {
        Assert.Empty(Dataset.Empty.Apply(Rule).Report.Findings);
        Assert.Empty(Build.Dataset(Answered("billing") with { Task = TaskKind.Classification }).Apply(Rule).Report.Findings);
    }
}
