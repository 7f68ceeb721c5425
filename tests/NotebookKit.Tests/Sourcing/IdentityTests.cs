using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Ids: stable, unique, and never personal.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly Inputs inputs = new();

    public void Dispose() => inputs.Dispose();

    private static string Row(string id, string text) => $$"""{"id":"{{id}}","prompt":"{{text}}","completion":"c"}""";

    [Fact]
    public void The_same_id_twice_keeps_one_of_the_same_record_and_both_of_different_ones()
    {
        string[] rows = [Row("a1", "p"), Row("a1", "p"), Row("a1", "other"), Row("a2", "p"), Row("a1", "p")];
        var data = inputs.Read("s.jsonl", string.Join('\n', rows));
        Assert.Equal(5, data.Count);
        Assert.Equal(2, data.Examples.Select(e => e.Id.Split('+')[0]).Where(id => id.StartsWith("s/a1", StringComparison.Ordinal)).Distinct().Count());
        Assert.Single(data.Examples, e => e.Id == "s/a1");
        var result = data.Apply(new Identity());
        Assert.Equal([2, 1, 3], new[] { result.Removed.Count, result.Report.Findings.Count, result.Kept.Count });
        Assert.All(result.Removed, r => Assert.Equal(("same-record", "p"), (r.Reason, r.Example.LastUserTurn)));
        Assert.All(result.Removed, r => Assert.Equal(r.Example.Id[..r.Example.Id.LastIndexOf('+')], r.CauseId));
        Assert.Equal("ids-not-unique", result.Report.Findings[0].Code);
        // Another order of rows gives the same records the same ids.
        var turned = inputs.Read("s.jsonl", string.Join('\n', rows.Reverse())).Apply(new Identity());
        Assert.Equal(result.Kept.Examples.Select(e => (e.Id, e.LastUserTurn)).Order(), turned.Kept.Examples.Select(e => (e.Id, e.LastUserTurn)).Order());
    }

    [Fact]
    public void Rows_without_an_id_that_say_the_same_are_duplicates_and_not_one_record()
    {
        var data = inputs.Read("s.jsonl", string.Join('\n', Enumerable.Repeat("""{"prompt":"p","completion":"c"}""", 3)));
        Assert.Equal(["", "+2", "+3"], data.Examples.Select(e => e.Id[33..]));
        Assert.Matches("^x[0-9a-f]{32}$", data.Examples[0].Id);
        Assert.Empty(data.Apply(new Identity()).Removed);
    }

    [Fact]
    public void A_copy_stands_in_where_the_first_one_left()
    {
        var data = Build.Dataset(Build.Example("s/1+3", "q", "a"), Build.Example("s/1+2", "q", "a"), Build.Example("s/2+2", "q", "a"));
        var removal = Assert.Single(data.Apply(new Identity()).Removed);
        Assert.Equal(("s/1+3", "s/1+2"), (removal.Example.Id, removal.CauseId));
    }

    [Theory]
    [InlineData("T-100", true)]
    [InlineData("4f0c2b1e-9a77-4e0e-8f65-3b8d5f0f2c11", true)]
    [InlineData("1234567", true)]
    [InlineData("row:7#2", true)]
    [InlineData("anna.meier@example.org", false)]
    [InlineData("anna.meier", false)]
    [InlineData("555-123-4567", false)]
    [InlineData("10.0.0.7", false)]
    [InlineData("4111111111111111", false)]
    [InlineData("Anna Meier 7", false)]
    [InlineData("a/1", false)]
    [InlineData("a+2", false)]
    [InlineData("größe1", false)]
    public void An_id_that_looks_personal_or_odd_is_not_used(string id, bool used)
    {
        var e = Assert.Single(inputs.Read("s.jsonl", Row(id, "p")).Examples);
        Assert.Equal(used, e.Id == "s/" + id);
        if (!used) Assert.Equal($$"""{"id":"{{id}}"}""", e.Metadata);
    }

    [Fact]
    public void Content_ids_change_with_the_key_and_with_every_field_and_with_nothing_else()
    {
        const string Text = """{"prompt":"p","completion":"c","extra":1}""";
        var path = inputs.File("a.jsonl", Text);
        var id = Sources.Read([path]).Examples[0].Id;
        Assert.Equal(id, Sources.Read([inputs.File("other/b.jsonl", "\n" + Text)]).Examples[0].Id);
        Assert.Equal(id, inputs.Read("c.jsonl", """{ "extra": 1, "completion": "c", "prompt": "p" }""").Examples[0].Id);
        Assert.NotEqual(id, Sources.Read([path], null, new RunContext { Seed = 2 }).Examples[0].Id);
        Assert.NotEqual(id, inputs.Read("d.jsonl", Text.Replace(":1", ":2", StringComparison.Ordinal)).Examples[0].Id);
    }

    [Fact]
    public void Files_of_one_name_are_told_apart_in_any_order()
    {
        var one = inputs.File("jan/t.jsonl.gz", Inputs.Gzip(System.Text.Encoding.UTF8.GetBytes(Row("1", "p"))));
        var two = inputs.File("feb/t.jsonl", Row("1", "p"));
        Assert.Equal(["t-2/1", "t/1"], Sources.Read([one, two]).Examples.Select(e => e.Id));
        Assert.Equal(["t/1", "t-2/1"], Sources.Read([two, one]).Examples.Select(e => e.Id));
    }

    [Fact]
    public void A_parent_is_found_by_the_id_its_source_gave()
    {
        var tickets = inputs.File("tickets.jsonl", Row("T-1", "p") + "\n" + Row("T-2", "p"));
        var other = inputs.File("other.jsonl", Row("T-2", "q"));
        var made = inputs.File("made.jsonl", string.Join('\n', new[] { "T-1", "T-2", "tickets/T-2", "T-9" }.Select(p => $$"""{"instruction":"x","output":"y","parent_id":"{{p}}"}""")));
        var parents = Sources.Read([made, tickets, other]).Examples.Where(e => e.ParentId is not null).Select(e => e.ParentId);
        Assert.Equal(["tickets/T-1", "T-2", "tickets/T-2", "T-9"], parents);
    }
}
