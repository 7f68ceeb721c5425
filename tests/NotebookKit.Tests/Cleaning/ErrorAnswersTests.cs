using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class ErrorAnswersTests
{
    private static readonly ErrorAnswers Rule = new();

    [Theory]
    [InlineData("An error occurred.")]
    [InlineData("AN ERROR OCCURRED WHILE PROCESSING YOUR REQUEST")]
    [InlineData("Sorry, an unexpected error has occurred. Please contact support.")]
    [InlineData("Oops! Something went wrong.")]
    [InlineData("I’m sorry, but something went wrong on our end.")]
    [InlineData("It looks like something went wrong. Please try again later.")]
    [InlineData("Please try again.")]
    [InlineData("please try again later")]
    [InlineData("There was an error generating a response")]
    [InlineData("HTTP 500")]
    [InlineData("500 Internal Server Error")]
    [InlineData("Error: 503 Service Unavailable")]
    [InlineData("Error code: 429 - {'error': {'message': 'Rate limit reached'}}")]
    [InlineData("The server had an error while processing your request. Sorry about that!")]
    [InlineData("Request timed out.")]
    [InlineData("The model is currently overloaded with other requests.")]
    [InlineData("You exceeded your current quota, please check your plan and billing details.")]
    [InlineData("TypeError: Cannot read properties of undefined (reading 'map')")]
    [InlineData("Es ist ein Fehler aufgetreten.")]
    [InlineData("{\"error\": {\"message\": \"Rate limit\", \"type\": \"tokens\"}}")]
    [InlineData("<html>\n<head><title>502 Bad Gateway</title></head><body></body></html>")]
    public void Error_texts_are_removed(string answer) => Assert.Equal("error-answer", Reason(Rule, answer));

    [Theory]
    [InlineData("Traceback (most recent call last):\n  File \"app.py\", line 3, in <module>\n    main()\n  File \"app.py\", line 1, in main\n    x()\nNameError: name 'x' is not defined")]
    [InlineData("System.InvalidOperationException: Sequence contains no elements\n   at System.Linq.Enumerable.First[T](IEnumerable`1 source)\n   at App.Main()")]
    [InlineData("Exception in thread \"main\" java.lang.NullPointerException\n\tat com.example.App.main(App.java:5)\n\tat com.example.App.run(App.java:9)")]
    public void A_stack_trace_as_whole_answer_is_removed_even_if_a_person_pasted_it(string answer) =>
        Assert.Equal("error-answer", Reason(Rule, Build.Example("a", Question, answer) with { Signals = new() { AnsweredBy = AnsweredBy.Human } }));

    [Theory]
    [InlineData("Error 404 means that the page does not exist.")]
    [InlineData("404 Not Found means that the server has no page under that address.")]
    [InlineData("\"Something went wrong\" is what the app says when it is offline.")]
    [InlineData("If something went wrong, please try again after a restart of the router.")]
    [InlineData("Please try again with the other cable; the first one has no data lines.")]
    [InlineData("A TypeError occurs when an operation is applied to a value of the wrong type.")]
    [InlineData("TypeError occurs when the value has the wrong type.")]
    [InlineData("Error handling in Go is done by return values.")]
    [InlineData("The trace shows the line:\n  File \"app.py\", line 3, in <module>\nso the name is not defined; import it first, then run the module again.")]
    [InlineData("{\"error\": \"none\", \"total\": 7}")]
    [InlineData("<p>Something</p>")]
    public void Answers_that_speak_about_errors_stay(string answer) => Assert.Null(Reason(Rule, answer));

    [Fact]
    public void The_opening_of_a_long_answer_or_of_a_persons_answer_is_no_error()
    {
        const string Opening = "Something went wrong with your parcel at the depot. ";
        Assert.Equal("error-answer", Reason(Rule, Opening));
        Assert.Null(Reason(Rule, Opening + new string('x', 300)));
        Assert.Null(Reason(Rule, Build.Example("a", Question, Opening + "I sent a new one.") with { Signals = new() { AnsweredBy = AnsweredBy.Human } }));
    }

    [Fact]
    public void An_error_in_the_middle_of_a_conversation_counts()
    {
        var removal = Removal(Rule, Build.Chat("a", (Role.User, Question), (Role.Assistant, "Something went wrong."), (Role.User, Question), (Role.Assistant, Good)));
        Assert.Equal(1, removal.Measured);
    }

    [Fact]
    public void Further_openings_and_the_length_can_be_set()
    {
        Assert.Equal("error-answer", Reason(new ErrorAnswers { More = ["the hamster (is|was) tired"] }, "The Hamster was tired, come back later."));
        Assert.Null(Reason(new ErrorAnswers { MaxLength = 10 }, "Something went wrong."));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErrorAnswers { MaxLength = 0 });
    }
}
