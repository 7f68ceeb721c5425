using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

/// <summary>Refusals in words that no list has.</summary>
public class RefusalGrammarTests
{
    private static readonly Refusals Rule = new();

    [Theory]
    [InlineData("I am sorry, but this is not something I can help with.")]
    [InlineData("Unfortunately I'm not in a position to answer questions like this.")]
    [InlineData("I have been instructed not to discuss pricing.")]
    [InlineData("That question is outside my area of expertise.")]
    [InlineData("I can't do this for you.")]
    [InlineData("My apologies, I cannot process this request.")]
    [InlineData("Helping with that would violate my usage guidelines.")]
    [InlineData("I'm not the right one to answer this. Please contact a human agent.")]
    [InlineData("As an AI, I don't have feelings or opinions about workouts.")]
    [InlineData("Sorry, I am unable to do that at the moment.")]
    [InlineData("I refuse to answer that.")]
    [InlineData("I'm going to have to pass on this one.")]
    [InlineData("It is against company rules for me to talk about this.")]
    [InlineData("Answering this kind of question is not allowed.")]
    [InlineData("I do not possess the information required to answer this.")]
    [InlineData("I'm only a language model and cannot see your data.")]
    [InlineData("I am not qualified to give medical advice; please see a doctor.")]
    [InlineData("No comment.")]
    [InlineData("I would prefer not to talk about this topic.")]
    [InlineData("We are unable to provide an answer to this question at this time.")]
    [InlineData("Sorry, I don't know how to help with that.")]
    [InlineData("I'm afraid that's not possible for me.")]
    [InlineData("I lack the ability to check your account.")]
    [InlineData("This falls outside of my responsibilities.")]
    [InlineData("I'm sorry Dave, I'm afraid I can't do that.")]
    [InlineData("Due to my limitations, I can't answer this.")]
    [InlineData("I can only answer questions about fitness. Please ask something else.")]
    [InlineData("I cannot and will not help with this.")]
    [InlineData("This assistant is unable to respond to such requests.")]
    [InlineData("I must refrain from commenting on individual cases.")]
    [InlineData("Your request could not be answered because it violates our terms.")]
    [InlineData("I don't think I should give advice about that.")]
    [InlineData("Nope, can't help you there.")]
    [InlineData("I am programmed to avoid such topics.")]
    [InlineData("It's not appropriate for an assistant like me to judge this.")]
    [InlineData("This topic is off limits for me.")]
    [InlineData("I won't translate the letter.")]
    [InlineData("Let's turn to something else.")]
    [InlineData("Please ask a qualified lawyer.")]
    [InlineData("Judging people is not something I do.")]
    [InlineData("I have decided against answering this.")]
    [InlineData("No reply can be given to such a request.")]
    [InlineData("I am merely a virtual assistant.")]
    [InlineData("Unable to answer.")]
    public void A_refusal_is_known_by_what_its_sentences_do(string answer) => Assert.Equal(Refusals.Reason, Reason(Rule, answer));

    [Theory]
    [InlineData("You cannot change the address once the parcel has left, but you can redirect it on the carrier's page.")]
    [InlineData("I can't recommend it enough, the new plan saves a lot of time.")]
    [InlineData("I couldn't see the payment at first, but it arrived on Monday and your plan is active.")]
    [InlineData("We can't refund the fee after thirty days. Your plan stays active until May.")]
    [InlineData("I don't have the exact date, but the update comes in the first week of June.")]
    [InlineData("Do you mean the watch or the phone? I am not sure which one you use.")]
    [InlineData("You don't have access to the file because the owner removed you. Ask her to share it again.")]
    [InlineData("I'm not able to run today because of my knee, she wrote.")]
    [InlineData("The app cannot read the sensor when it is covered. Clean it and try again.")]
    [InlineData("Sorry for the trouble! Open the settings and switch off the saver.")]
    [InlineData("Unfortunately the class is full. I put you on the waiting list.")]
    [InlineData("We do not offer this plan any more; the closest one is Plus.")]
    [InlineData("Your account has no permission to export. Ask the admin of the team to give you the right.")]
    [InlineData("I don't know which version you have. Could you tell me the number under About?")]
    [InlineData("We can't open the letters of our members, they are sealed at the post.")]
    [InlineData("I would not swim right after lunch. Wait for an hour.")]
    public void An_answer_that_also_says_something_stays(string answer) => Assert.Null(Reason(Rule, answer));

    [Fact]
    public void What_a_person_accepted_stays_and_is_marked()
    {
        var kept = Kept(Rule, WithEvents(Events.Accepted, "This is not something I can help with."));
        Assert.Contains(EdgeCases.Decline, kept.Tags);
    }
}
