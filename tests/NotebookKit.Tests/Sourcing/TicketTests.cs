using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Support tickets and the rules by which the good ones are taken.</summary>
public sealed class TicketTests : IDisposable
{
    private const string Full = """{"id":"T-100","created_at":"2025-03-04T10:00:00Z","status":"Resolved","satisfaction":5,"agent_type":"human","agent":"Jonas Weber","customer":"Mia Schulz","customer_email":"mia.schulz@example.org","subject":"Parcel","category":"delivery","messages":[{"sender":"agent","text":"Hello!"},{"sender":"customer","text":"Where is it?"},{"sender":"customer","text":"It is late."},{"sender":"note","text":"checked"},{"sender":"agent","text":"Tomorrow."}],"channel":"chat"}""";

    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    private Example One(string row) => Assert.Single(inputs.Read("tickets.jsonl", row).Examples);

    [Fact]
    public void A_ticket_with_messages_is_read()
    {
        var e = One(Full);
        Assert.Equal(("tickets/T-100", Origin.ProductionLog, "delivery", "Jonas Weber", "mia.schulz@example.org"), (e.Id, e.Origin, e.Label, e.Author, e.Subject));
        Assert.Equal([(Role.User, "Where is it?\nIt is late."), (Role.Assistant, "Tomorrow.")], e.Messages.Select(m => (m.Role, m.Content!)));
        Assert.Equal(("resolved", 5d, AnsweredBy.Human, true), (e.Signals.Status, e.Signals.Rating, e.Signals.AnsweredBy, e.Signals.Has(Events.Resolved)));
        Assert.Equal(["Jonas Weber", "Mia Schulz", "mia schulz"], e.KnownNames.Order(StringComparer.Ordinal));
        Assert.Equal("{\"channel\":\"chat\",\"notes\":\"checked\",\"opening\":\"Hello!\",\"subject\":\"Parcel\"}", e.Metadata);
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 10, 0, 0, TimeSpan.Zero), e.CreatedAt);
    }

    [Theory]
    [InlineData("Great, thanks a lot!", 2, "{\"closing\":\"Great, thanks a lot!\"}")]
    [InlineData("And when will it be here?", 3, null)]
    public void Closing_thanks_are_no_turn_and_an_open_question_is_one(string last, int turns, string? metadata)
    {
        var e = One($$"""{"id":"T-1","status":"resolved","messages":[{"sender":"customer","text":"Where is it?"},{"sender":"agent","text":"On its way."},{"sender":"customer","text":"{{last}}"}]}""");
        Assert.Equal((turns, metadata), (e.Messages.Count, e.Metadata));
    }

    [Fact]
    public void A_message_and_its_reply_are_read_and_the_subject_line_on_request()
    {
        const string Row = """{"ticket_id":7,"subject":"Login","customer_message":"I can't log in.","agent_response":"Reset it.","csat":"4/5","resolution_status":"solved"}""";
        var e = One(Row);
        Assert.Equal(("tickets/7", "I can't log in.", "Reset it.", 4d), (e.Id, e.LastUserTurn, e.Output, e.Signals.Rating));
        Assert.Equal("Login\n\nI can't log in.", inputs.Read("tickets.jsonl", Row, new SourcingOptions { IncludeSubjectLine = true }).Examples[0].LastUserTurn);
        Assert.Equal("Login", One("""{"ticket_id":8,"subject":"Login","status":"open","messages":[]}""").LastUserTurn);
    }

    [Fact]
    public void Senders_may_be_the_names_that_the_ticket_gives()
    {
        var e = One("""{"ticket_id":1,"status":"resolved","agent":"Jonas","customer":"Mia","messages":[{"sender":"Mia","text":"q"},{"sender":"Jonas","text":"a"}]}""");
        Assert.Equal(("q", "a"), (e.LastUserTurn, e.Output));
        var data = inputs.Read("tickets.jsonl", """{"ticket_id":1,"status":"resolved","messages":[{"sender":"Zoe","text":"q"}]}""");
        Assert.StartsWith("unknown-role: ", Assert.Single(data.History.Rejected).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8", 10, 4.0)]
    [InlineData("\"4 stars\"", 5, 4.0)]
    [InlineData("\"80%\"", 5, 4.0)]
    [InlineData("\"good\"", 5, 5.0)]
    [InlineData("\"bad\"", 10, 1.0)]
    [InlineData("0", 5, 1.0)]
    [InlineData("7", 5, null)]
    public void Ratings_come_to_a_scale_of_five(string given, double scale, double? expected)
    {
        var data = inputs.Read("t.jsonl", $$"""{"ticket_id":1,"customer_message":"q","agent_response":"a","satisfaction":{{given}}}""", new SourcingOptions { RatingScale = scale });
        Assert.Equal(expected, data.Examples[0].Signals.Rating);
        Assert.Equal(expected is null ? ["rating-above-scale"] : [], data.History.Inputs[0].Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData("2024-05-06", "2024-05-06T00:00:00+00:00")]
    [InlineData("2024-05-06T07:08:09+02:00", "2024-05-06T07:08:09+02:00")]
    [InlineData("2025-02-28T13:43:35.033+0000", "2025-02-28T13:43:35.033+00:00")]
    [InlineData("1714979289", "2024-05-06T07:08:09+00:00")]
    [InlineData("1714979289000", "2024-05-06T07:08:09+00:00")]
    [InlineData("25/12/2024", "2024-12-25T00:00:00+00:00")]
    [InlineData("Mon, 06 May 2024 07:08:09 +0200", "2024-05-06T07:08:09+02:00")]
    public void Dates_are_read_in_usual_forms(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Values.Date(text));

    [Theory]
    [InlineData("10:30:15")]
    [InlineData("yesterday at noon")]
    [InlineData("31.12.")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_is_none_and_never_depends_on_the_clock(string text) => Assert.Null(Values.Date(text));

    [Theory]
    [InlineData("\"status\":\"open\"", "not-resolved", null, null)]
    [InlineData("\"satisfaction\":3", "low-rating", 3d, 4d)]
    [InlineData("\"agent_type\":\"bot\"", "not-human-agent", null, null)]
    [InlineData("\"created_at\":\"2023-01-01\"", "outside-date-window", 793d, 365d)]
    [InlineData("\"messages\":[{\"sender\":\"customer\",\"text\":\"q\"}]", "no-answer", null, null)]
    public void Extraction_takes_resolved_well_rated_recent_tickets_answered_by_people(string fault, string reason, double? measured, double? limit)
    {
        var name = fault[..fault.IndexOf(':', StringComparison.Ordinal)];
        var at = Full.IndexOf(name, StringComparison.Ordinal);
        var end = name == "\"messages\"" ? Full.IndexOf("],", at, StringComparison.Ordinal) + 1 : Full.IndexOf(',', at);
        var bad = Full[..at] + fault + Full[end..];
        var data = inputs.Read("t.jsonl", Full + "\n" + bad.Replace("T-100", "T-101", StringComparison.Ordinal));
        var removal = Assert.Single(data.Apply(new Extraction()).Removed);
        Assert.Equal(("t/T-101", reason, measured, limit), (removal.Example.Id, removal.Reason, removal.Measured, removal.Limit));
    }

    [Fact]
    public void Each_rule_can_be_changed_or_switched_off()
    {
        var data = inputs.Read("t.jsonl", """{"ticket_id":1,"status":"open","satisfaction":2,"agent_type":"bot","created_at":"2020-01-01","customer_message":"q","agent_response":"a"}""");
        var late = new RunContext { AsOf = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var off = new Extraction { OnlyResolved = false, MinRating = null, OnlyHumanAgents = false, WindowDays = null };
        Assert.Equal(1, data.Apply(off, late).Kept.Count);
        Assert.Equal("outside-date-window", data.Apply(off with { WindowDays = 30 }, late).Removed[0].Reason);
        Assert.Equal("low-rating", data.Apply(off with { MinRating = 2.5 }, late).Removed[0].Reason);
        Assert.Equal("not-human-agent", data.Apply(off with { OnlyHumanAgents = true }, late).Removed[0].Reason);
        Assert.Equal(1, data.Apply(off with { OnlyResolved = true, ResolvedStatuses = ["open"] }, late).Kept.Count);
        var unrated = inputs.Read("t.jsonl", """{"ticket_id":1,"status":"resolved","customer_message":"q","agent_response":"a"}""");
        Assert.Equal(1, unrated.Apply(new Extraction()).Kept.Count);
        Assert.Equal("not-rated", unrated.Apply(new Extraction { KeepUnrated = false }).Removed[0].Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Extraction { MinRating = 6 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Extraction { WindowDays = 0 });
        Assert.Throws<ArgumentNullException>(() => new Extraction { ResolvedStatuses = null! });
    }

    [Fact]
    public void Ticket_rules_leave_other_rows_alone()
    {
        var chat = Build.Dataset(Build.Example("c", "q", "a") with { CreatedAt = DateTimeOffset.UnixEpoch, Signals = new() { AnsweredBy = AnsweredBy.Model } });
        Assert.Equal(1, chat.Apply(new Extraction(), new RunContext { AsOf = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) }).Kept.Count);
        var call = Build.Chat("t", (Role.User, "q"), (Role.Assistant, null));
        var withCall = Build.Dataset(call with { Messages = [call.Messages[0], call.Messages[1] with { ToolCalls = [new("1", "f", "{}")] }] });
        Assert.Equal(1, withCall.Apply(new Extraction()).Kept.Count);
    }

    [Fact]
    public void Consent_opt_out_and_licences_are_obeyed()
    {
        var data = inputs.Read("a.jsonl", """
            {"id":"r1","prompt":"p","completion":"c","consent":true,"license":"MIT"}
            {"id":"r2","prompt":"p","completion":"c","opt_out":"yes","license":"MIT"}
            {"id":"r3","prompt":"p","completion":"c","consent":"Opted out"}
            {"id":"r4","prompt":"p","completion":"c","consent":"contract","license":"mit "}
            {"id":"r5","prompt":"p","completion":"c","licence":"CC-BY-NC-4.0"}
            {"id":"r6","prompt":"p","completion":"c"}
            """);
        static IEnumerable<string> Gone(StageResult r) => r.Removed.Select(x => $"{x.Example.Id[^2..]} {x.Reason}");
        Assert.Equal(["r2 opted-out", "r3 opted-out"], Gone(data.Apply(new Permissions())));
        Assert.Equal(["r2 opted-out", "r3 opted-out", "r5 licence-not-allowed", "r6 licence-not-allowed"], Gone(data.Apply(new Permissions { Licences = ["MIT"] })));
        Assert.Equal(["r2 opted-out", "r3 opted-out", "r5 no-consent", "r6 no-consent"], Gone(data.Apply(new Permissions { RequireConsent = true })));
        Assert.Equal(["r2 opted-out", "r3 opted-out", "r4 no-consent", "r5 no-consent", "r6 no-consent"], Gone(data.Apply(new Permissions { RequireConsent = true, ConsentBases = ["opted-in"] })));
        var own = Build.Dataset(Build.Example("o", "q", "a") with { Origin = Origin.ProductionLog });
        Assert.Equal(1, own.Apply(new Permissions { Licences = ["MIT"] }).Kept.Count);
    }
}
