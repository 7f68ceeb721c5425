using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing.Remote;

public class PresidioAnalyzerTests
{
    private const string Text = "Ask Zorblat at the desk.";

    private static PresidioAnalyzer Analyzer(FakeAnalyzer service) => new(service.Endpoint) { Backoff = TimeSpan.Zero };

    private static List<Span> Find(Recognizer recognizer, string text)
    {
        var spans = new List<Span>();
        recognizer.Find(text, new RecognizerContext(), spans);
        return spans;
    }

    private static RemoteRecognizerException Failure(Recognizer recognizer, string text = Text) => Assert.Throws<RemoteRecognizerException>(() => Find(recognizer, text));

    [Fact]
    public void What_the_service_finds_is_masked_beside_what_the_kit_finds()
    {
        using var service = FakeAnalyzer.Of(("PERSON", "Zorblat"));
        var masker = new Anonymizer { Recognizers = [Analyzer(service)] };
        Assert.Equal("Ask [NAME] or [EMAIL].", masker.MaskText("Ask Zorblat or jo@example.com."));
    }

    [Fact]
    public void The_question_is_the_one_that_the_service_documents()
    {
        using var service = FakeAnalyzer.Of();
        Find(new PresidioAnalyzer(service.Endpoint) { Language = "de", ScoreThreshold = 0.4, Entities = ["PERSON", "EMPLOYEE_ID"] }, "Grüße 😀");
        Assert.Equal("""{"text":"Grüße 😀","language":"de","score_threshold":0.4,"entities":["EMPLOYEE_ID","PERSON"]}""", System.Text.RegularExpressions.Regex.Unescape(service.Question));
    }

    [Theory]
    [InlineData("😀 Zorblat 😀 and Zorblat")]
    [InlineData("Zorblat😀")]
    [InlineData("e\u0301 🏳️‍🌈 Zorblat")]
    [InlineData("\ud83d broken Zorblat \ude00")]
    public void Offsets_in_code_points_become_offsets_in_units(string text)
    {
        using var service = FakeAnalyzer.Of(("PERSON", "Zorblat"));
        var spans = Find(Analyzer(service), text);
        Assert.NotEmpty(spans);
        Assert.All(spans, s => Assert.Equal("Zorblat", text[s.Start..s.End]));
    }

    [Fact]
    public void A_type_of_the_service_alone_is_masked_under_its_own_name()
    {
        using var service = FakeAnalyzer.Of(("EMPLOYEE_ID", "Zorblat"), ("LOCATION", "desk"));
        // A place is one of our types, and nobody asked for places.
        Assert.Equal("Ask [EMPLOYEE_ID] at the desk.", new Anonymizer { Types = [EntityTypes.Email], Recognizers = [Analyzer(service)] }.MaskText(Text));
        // Unless it is asked for here.
        Assert.Equal("Ask [EMPLOYEE_ID] at the [LOCATION].", new Anonymizer { Recognizers = [new PresidioAnalyzer(service.Endpoint) { Entities = ["EMPLOYEE_ID", "LOCATION"] }], Types = [EntityTypes.Email] }.MaskText(Text));
    }

    [Theory]
    [InlineData("""[{"entity_type":"PERSON","start":4,"end":99,"score":0.8}]""", "find 1 at 4–99 of 24 code points")]
    [InlineData("""[{"entity_type":"PERSON","start":-1,"end":3,"score":0.8}]""", "find 1 at -1–3 of 24 code points")]
    [InlineData("""[{"entity_type":"PERSON","start":5,"end":5,"score":0.8}]""", "find 1 at 5–5 of 24 code points")]
    [InlineData("""[{"entity_type":"PERSON","start":1,"end":5,"score":7}]""", "a score that is not from 0 to 1")]
    [InlineData("""[{"entity_type":"PERSON","start":1,"end":5}]""", "find 1 without the number \"score\"")]
    [InlineData("""[{"entity_type":"PERSON","start":1.5,"end":5,"score":1}]""", "find 1 without the whole number \"start\"")]
    [InlineData("""[{"entity_type":"Zorblat","start":1,"end":5,"score":1}]""", "whose type is not of capital letters")]
    [InlineData("""[{"type":"Zorblat"}]""", "find 1 without the field \"entity_type\"")]
    [InlineData("""{"error":"Zorblat"}""", "no JSON array of finds")]
    [InlineData("Zorblat", "no JSON")]
    [InlineData("", "no JSON")]
    public void A_bad_answer_stops_the_run_and_the_error_holds_nothing_of_the_text(string body, string said)
    {
        using var service = new FakeAnalyzer((_, _) => Task.FromResult((200, body)));
        var error = Failure(Analyzer(service));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        IsClean(error);
        Assert.Equal(1, service.Calls);
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(404, 1)]
    [InlineData(429, 4)]
    [InlineData(500, 4)]
    [InlineData(503, 4)]
    public void A_refusal_stops_the_run_after_retries_where_they_may_help(int status, int calls)
    {
        using var service = new FakeAnalyzer((question, _) => Task.FromResult((status, question.GetRawText())));
        var error = Failure(Analyzer(service));
        Assert.Contains($"answered {status}", error.Message, StringComparison.Ordinal);
        IsClean(error);
        Assert.Equal(calls, service.Calls);
    }

    [Fact]
    public void A_service_that_is_overloaded_for_a_while_is_asked_again()
    {
        using var service = new FakeAnalyzer((question, call) => Task.FromResult(call < 3 ? (503, "") : (200, FakeAnalyzer.Finds(question.GetProperty("text").GetString()!, ("PERSON", "Zorblat")))));
        var analyzer = Analyzer(service);
        Assert.Single(Find(analyzer, Text));
        Assert.Equal(new RemoteCounts(Asked: 3, Remembered: 0, Retries: 2, Refused: 0), analyzer.Counts);
    }

    [Fact]
    public void A_service_that_is_not_there_stops_the_run()
    {
        Uri gone;
        using (var service = FakeAnalyzer.Of()) gone = service.Endpoint;
        var error = Failure(new PresidioAnalyzer(gone) { Retries = 1, Backoff = TimeSpan.Zero });
        Assert.Contains("Is the service running? It was asked 2 times.", error.Message, StringComparison.Ordinal);
        IsClean(error);
    }

    [Fact]
    public void An_answer_that_does_not_come_stops_the_run()
    {
        var never = new TaskCompletionSource<(int, string)>();
        using var service = new FakeAnalyzer((_, _) => never.Task);
        var error = Failure(new PresidioAnalyzer(service.Endpoint) { Retries = 0, Timeout = TimeSpan.FromMilliseconds(50) });
        Assert.StartsWith("Presidio gave no answer within 0.05 s.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_stage_repeats_the_error_and_a_row_may_be_set_aside_instead()
    {
        using var service = new FakeAnalyzer((question, _) => Task.FromResult(question.GetProperty("text").GetString()!.Contains("Zorblat", StringComparison.Ordinal) ? (400, "") : (200, "[]")));
        var data = Build.Dataset(Build.Example("row-1", Text, "Done for today."), Build.Example("row-2", "Is it open?", "It is open now."));
        var stage = new Anonymizer { Recognizers = [Analyzer(service)] };

        var error = Assert.Throws<StageFailedException>(() => data.Apply(stage));
        Assert.StartsWith("Stage 'Anonymizing' failed at example 'row-1' (input:record 0:1): Presidio at http://localhost:", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Zorblat", error.Message, StringComparison.Ordinal);

        var result = data.Apply(stage, new RunContext { MaxSetAside = 1 });
        Assert.Equal("row-2", Assert.Single(result.Kept.Examples).Id);
        Assert.Equal(("set-aside", true), (result.Removed[0].Reason, result.Removed[0].Withheld));
    }

    [Fact]
    public void The_address_is_shown_without_the_password_in_it()
    {
        var error = Failure(new PresidioAnalyzer(new Uri("http://jo:Oak7marble@localhost:1/api?key=Oak7marble")) { Retries = 0 });
        Assert.StartsWith("Presidio at http://localhost:1/api/analyze gave no answer", error.Message, StringComparison.Ordinal);
        IsClean(error);
    }

    [Fact]
    public void A_text_without_letters_and_digits_asks_nobody()
    {
        using var service = FakeAnalyzer.Of();
        Assert.Empty(Find(Analyzer(service), " … 😀 !"));
        Assert.Equal(0, service.Calls);
    }

    [Fact]
    public void A_long_text_is_asked_about_in_windows_that_overlap()
    {
        using var service = FakeAnalyzer.Of(("PERSON", "Zorblat Quux"));
        var text = string.Concat(Enumerable.Range(0, 600).Select(i => i % 20 == 7 ? "Zorblat Quux said 😀. " : "word "));
        var spans = Find(new PresidioAnalyzer(service.Endpoint) { MaxCharacters = 1000 }, text);
        Assert.Equal(30, spans.Count);
        Assert.All(spans, s => Assert.Equal("Zorblat Quux", text[s.Start..s.End]));
        Assert.InRange(service.Calls, 4, 6);
    }

    [Fact]
    public void Options_are_checked_and_describe_what_decides_an_answer()
    {
        var endpoint = new Uri("http://localhost:5002");
        Assert.Throws<ArgumentException>(() => new PresidioAnalyzer(new Uri("/analyze", UriKind.Relative)));
        Assert.Throws<ArgumentException>(() => new PresidioAnalyzer(new Uri("ftp://localhost")));
        Assert.Throws<ArgumentException>(() => new PresidioAnalyzer(endpoint) { Language = " " });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PresidioAnalyzer(endpoint) { ScoreThreshold = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PresidioAnalyzer(endpoint) { Concurrency = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PresidioAnalyzer(endpoint) { Timeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PresidioAnalyzer(endpoint) { MaxCharacters = 999 });
        Assert.Contains("ask for LOCATION", Assert.Throws<ArgumentOutOfRangeException>(() => new PresidioAnalyzer(endpoint) { Entities = [EntityTypes.StreetAddress] }).Message, StringComparison.Ordinal);
        Assert.Contains("the built-in ones look for it", Assert.Throws<ArgumentOutOfRangeException>(() => new PresidioAnalyzer(endpoint) { Entities = [EntityTypes.ApiKey] }).Message, StringComparison.Ordinal);
        Assert.Contains("\"recognizers\":[\"Presidio(language en, score 0.25, all types)\"]", new Anonymizer { Recognizers = [new PresidioAnalyzer(endpoint)] }.Describe().Options, StringComparison.Ordinal);
    }

    private static void IsClean(Exception error)
    {
        Assert.DoesNotContain('\n', error.Message);
        for (var inner = error; inner is not null; inner = inner.InnerException)
            Assert.DoesNotMatch("Zorblat|desk|Oak7", inner.Message);
    }
}
