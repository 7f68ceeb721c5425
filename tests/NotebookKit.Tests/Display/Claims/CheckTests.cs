using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class CheckTests
{
    [Fact]
    public void What_holds_is_shown_in_words_or_as_code()
    {
        var rows = new[] { 1, 2, 3 };
        Assert.Equal("✓ three rows", Check.That(rows.Length == 3, "three rows").ToText());
        Assert.Equal("✓ rows.Length == 3", Check.That(rows.Length == 3).ToText());
        Assert.Equal("✓ rows.Sum() is 6", Check.Equal(6, rows.Sum()).ToText());
        Assert.Equal("✓ about half", Check.Near(0.5, 0.49, 0.02, "about half").ToText());
    }

    [Fact]
    public void What_does_not_hold_stops_with_both_values()
    {
        var left = new[] { "a", "b" };
        Assert.Equal("Does not hold: left.Length == 3", Assert.Throws<CheckFailedException>(() => Check.That(left.Length == 3)).Message);
        Assert.Equal("Does not hold: nothing left (left.Length == 0)", Assert.Throws<CheckFailedException>(() => Check.That(left.Length == 0, "nothing left")).Message);
        Assert.Equal("Does not hold: ids – expected [\"a\"], but it is [\"a\", \"b\"]", Assert.Throws<CheckFailedException>(() => Check.Equal(["a"], left, "ids")).Message);
        Assert.Equal("Does not hold: share – expected 0.5 ± 0.1, but it is 0.7", Assert.Throws<CheckFailedException>(() => Check.Near(0.5, 0.7, 0.1, "share")).Message);
        Assert.Throws<CheckFailedException>(() => Check.Near(0.5, double.NaN, 0.1));
    }

    [Fact]
    public void Sequences_are_equal_item_by_item_and_nothing_equals_nothing()
    {
        IEnumerable<string> ids = new List<string> { "a", "b" };
        Check.Equal(["a", "b"], ids);
        Check.Equal<string?>(null, null);
        Assert.Throws<CheckFailedException>(() => Check.Equal("a", null));
    }

    [Fact]
    public void Numbers_are_written_alike_under_any_culture() =>
        Cultures.Under("de-DE", () => Assert.Equal("✓ 0.5 + 1 is 1.5", Check.Equal(1.5, 0.5 + 1).ToText()));

    [Fact]
    public void A_claim_is_text_and_never_markup() => Assert.Equal("<p class=\"nk-checked\">✓ a &lt; b</p>", new Checked("a < b").ToHtml());
}
