using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

/// <summary>Failures of programs in words that no list has.</summary>
public class FailureGrammarTests
{
    private static readonly ErrorAnswers Rule = new();

    [Theory]
    [InlineData("No response from the model. Retry?")]
    [InlineData("{\"message\":\"Internal error\",\"code\":500}")]
    [InlineData("{\"success\":false,\"message\":\"Quota exceeded\"}")]
    [InlineData("requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api.example.com', port=443): Max retries exceeded")]
    [InlineData("Error: ECONNREFUSED 127.0.0.1:8080")]
    [InlineData("504 Gateway Time-out")]
    [InlineData("We're experiencing technical difficulties. Please try again later.")]
    [InlineData("The AI service is temporarily unavailable.")]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("Internal Server Error")]
    [InlineData("[object Object]")]
    [InlineData("An error occurred while processing your request.")]
    [InlineData("Our servers are overloaded at the moment, please come back in a few minutes.")]
    [InlineData("Failed to fetch")]
    [InlineData("Content could not be generated.")]
    [InlineData("stream disconnected before completion")]
    [InlineData("FATAL: out of memory")]
    [InlineData("Lost connection to the server. Reconnecting...")]
    [InlineData("There was a glitch, please reload the page.")]
    [InlineData("The operation was aborted due to timeout")]
    [InlineData("This page isn't working. If the problem continues, contact the site owner.")]
    [InlineData("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>")]
    [InlineData("Invalid API key provided.")]
    [InlineData("Your message could not be processed right now.")]
    [InlineData("ValueError")]
    [InlineData("QX-40112: no such table")]
    [InlineData("Exit code 3")]
    [InlineData("[no content]")]
    [InlineData("shop.Basket@5b2133b1")]
    [InlineData("Disk quota exceeded")]
    [InlineData("{\"detail\":\"Token rejected\"}")]
    [InlineData("12:30:05 ERROR basket lost")]
    [InlineData("errors.basket.unavailable")]
    [InlineData("Thinking...")]
    public void A_failure_is_known_by_what_its_sentences_do(string answer) => Assert.Equal(ErrorAnswers.Reason, Reason(Rule, answer));

    [Theory]
    [InlineData("The upload failed because the file is larger than 5 MB. Make it smaller and send it again.")]
    [InlineData("Your payment was declined by the bank. Use another card under Payments.")]
    [InlineData("The sync was down on Monday and works again since Tuesday, your runs are all there.")]
    [InlineData("Error 404 means that the page does not exist any more.")]
    [InlineData("The error comes from the clock of the phone. Set the time to automatic.")]
    [InlineData("Try again after you have restarted the watch; the code is valid for ten minutes.")]
    [InlineData("Sorry for the wait! The refund is on its way.")]
    [InlineData("The TypeError comes from the missing argument; pass the id of the order.")]
    [InlineData("{\"category\":\"billing\",\"code\":12,\"summary\":\"double charge\"}")]
    [InlineData("{\"status\":\"open\",\"priority\":2}")]
    [InlineData("Please contact our support team by mail.")]
    [InlineData("The server room is on the second floor.")]
    [InlineData("500 kcal are enough before a run of ten kilometres.")]
    [InlineData("404 steps are missing in your log.")]
    [InlineData("Error handling in Go uses values, so check err after each call.")]
    [InlineData("The gift card has expired last year.")]
    [InlineData("The connection between sleep and recovery is strong; go to bed early.")]
    public void An_answer_about_a_failure_stays(string answer) => Assert.Null(Reason(Rule, answer));

    [Fact]
    public void The_words_of_the_users_own_message_may_be_explained() =>
        Assert.Null(Reason(Rule, "The connection was refused by the server.", "What does connection refused mean?"));
}
