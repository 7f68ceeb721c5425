using System.Globalization;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Comma, semicolon and tab separated files.</summary>
public sealed class CsvTests : IDisposable
{
    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    [Fact]
    public void Quotes_may_hold_quotes_separators_and_line_breaks()
    {
        var data = inputs.Read("t.csv", "Ticket ID,Customer Message,Agent Response,Status\r\n1,\"It says \"\"no\"\",\nthen stops\",\"Try again, please\",Resolved\r\n2,plain \"quoted\" text,ok,open\r\n");
        Assert.Equal(("t/1", "It says \"no\",\nthen stops", "Try again, please"), (data.Examples[0].Id, data.Examples[0].LastUserTurn, data.Examples[0].Output));
        Assert.Equal("resolved", data.Examples[0].Signals.Status);
        Assert.Equal("plain \"quoted\" text", data.Examples[1].LastUserTurn);
        Assert.Equal([1L, 2], data.Examples.Select(e => e.Position.Record));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void The_separator_is_found(string separator)
    {
        var text = string.Join(separator, "question", "answer", "note, with commas") + "\n" + string.Join(separator, "Why, oh why?", "Because, well.", "") + "\n";
        var data = inputs.Read("t.csv", text);
        Assert.Equal(("Why, oh why?", "Because, well."), (data.Examples[0].LastUserTurn, data.Examples[0].Output));
        Assert.Equal(1, inputs.Read("u.csv", $"sep={separator}\r\n{text}").Count);
    }

    [Fact]
    public void A_row_with_another_number_of_cells_is_rejected()
    {
        var data = inputs.Read("t.csv", "question,answer\na,b\nc\nd,e,f\ng,h,,\n");
        Assert.Equal(["a", "g"], data.Examples.Select(e => e.LastUserTurn));
        Assert.Equal([3L, 4], data.History.Rejected.Select(r => r.Line));
        Assert.All(data.History.Rejected, r => Assert.StartsWith("cell-count: 2 cells were expected", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_one_row()
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(i => i == 10 ? "\"open,b10\n" : i == 30 ? "\"closed, in one row\",b30\n" : $"a{i},b{i}\n"));
        var data = inputs.Read("t.csv", "question,answer\n" + rows);
        Assert.Equal(49, data.Count);
        Assert.Equal(12, Assert.Single(data.History.Rejected).Line);
        Assert.Contains(data.Examples, e => e.LastUserTurn == "closed, in one row");
        Assert.Equal(2, inputs.Read("end.csv", "question,answer\na,b\nc,\"d\ne,f\n").Count);
    }

    [Fact]
    public void Culture_changes_nothing()
    {
        const string Text = "id;created_at;customer_message;agent_response;status;satisfaction\n7;31.12.2024 10:00;Wo ist es?;Im Lager.;resolved;4,5\n";
        var before = CultureInfo.CurrentCulture;
        try
        {
            // A decimal comma of one's own, so that the test also means something where the machine knows no cultures.
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." }, DateTimeFormat = { ShortDatePattern = "dd.MM.yyyy" } };
            var german = inputs.Read("t.csv", Text).Examples[0];
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var invariant = inputs.Read("t.csv", Text).Examples[0];
            foreach (var example in new[] { german, invariant })
            {
                Assert.Equal(4.5, example.Signals.Rating);
                Assert.Equal(new DateTimeOffset(2024, 12, 31, 10, 0, 0, TimeSpan.Zero), example.CreatedAt);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_column_may_hold_a_list_of_messages()
    {
        var data = inputs.Read("t.csv", "ticket_id,status,messages\n1,resolved,\"[{\"\"sender\"\":\"\"customer\"\",\"\"text\"\":\"\"Help\"\"},{\"\"sender\"\":\"\"agent\"\",\"\"text\"\":\"\"Done\"\"}]\"\n");
        Assert.Equal(("Help", "Done"), (data.Examples[0].LastUserTurn, data.Examples[0].Output));
    }

    [Fact]
    public void Names_of_columns_are_unique_and_never_empty() =>
        Assert.Equal(["a", "a_2", "column_3"], CsvParser.Header("a,a,"u8, (byte)','));
}
