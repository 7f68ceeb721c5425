using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

/// <summary>What programs, editors and writers of templates leave behind, and what only looks like it.</summary>
public class LeftoverShapesTests
{
    private static string? Reason(string line) => Rules.Reason(new TemplateLeftovers(), Rules.Good + "\n" + line);

    [Theory]
    [InlineData("Untitled document")]
    [InlineData("This is a sample page. Edit it or delete it.")]
    [InlineData("Your Company Name")]
    [InlineData("[NAME] (replace)")]
    [InlineData("The total is #DIV/0!")]
    [InlineData("Error! Bookmark not defined.")]
    [InlineData("Your plan ends on 01.01.1970.")]
    [InlineData("Delivery: 00.00.0000")]
    [InlineData("1. First step here")]
    [InlineData("| Header 1 | Header 2 |")]
    public void First_texts_and_empty_dates_are_places(string line) => Assert.Equal(TemplateLeftovers.Reason, Reason(line));

    [Theory]
    [InlineData("%%=v(@firstName)=%%, good to hear from you.")]
    [InlineData("We wrote to [[*pagetitle]] today.")]
    [InlineData("Hello <xsl:value-of select=\"name\"/>,")]
    [InlineData("@foreach (var step in Model.Steps)")]
    [InlineData("Reset it here: https://app.example/reset?token={token}")]
    [InlineData("You find it [here](URL).")]
    [InlineData("![Alt text](image_url)")]
    [InlineData("Hello System.String[],")]
    [InlineData("Your total: {:.2f} EUR")]
    [InlineData("You ran %.2f km today.")]
    [InlineData("It is covered until WARRANTY_END.")]
    [InlineData("Write to us at name@domain.com.")]
    [InlineData(";;sig")]
    [InlineData("&#123;&#123;name&#125;&#125; is on board.")]
    [InlineData("/* add the disclaimer here */")]
    public void Traces_of_programs_are_places(string line) => Assert.Equal(TemplateLeftovers.Reason, Reason(line));

    [Theory]
    [InlineData("[If applicable] Your plan was extended.")]
    [InlineData("[Only if the watch is under warranty:] We replace it.")]
    [InlineData("[Text block: refund policy]")]
    [InlineData("[INTRO]")]
    [InlineData("To leave the list, click [unsubscribe].")]
    [InlineData("Signed by (name of agent)")]
    [InlineData("Your watch(es) has/have been repaired.")]
    [InlineData("!!! ADJUST BEFORE SENDING !!!")]
    [InlineData("??? is this still true ???")]
    [InlineData("<<< check with billing >>>")]
    [InlineData("Your case () was closed.")]
    [InlineData("The amount of  will be paid back.")]
    [InlineData("Your next payment of € is due on Monday.")]
    [InlineData("Phone: +00 000 000000")]
    public void Notes_and_missing_values_are_places(string line) => Assert.Equal(TemplateLeftovers.Reason, Reason(line));

    [Theory]
    [InlineData("[Edit] The second cable fits, too.")]
    [InlineData("Unix time begins on 01.01.1970, so a wrong clock shows that day.")]
    [InlineData("The header says Fri, 23 Aug 2002 01:20:23 +0000.")]
    [InlineData("##################")]
    [InlineData("This runs the risk (!) of a flat battery.")]
    [InlineData("Do you have a picture? (optional)")]
    [InlineData("Please write to [EMAIL] or call us at [PHONE].")]
    [InlineData("You find it [here](https://help.example.com/reset).")]
    [InlineData("Option A costs less; option B lasts longer.")]
    [InlineData("Call us at +49 30 5550100, or 00800 5550100 for free.")]
    [InlineData("It costs $5 a month, and $1 for each extra watch.")]
    [InlineData("The first step is to charge it; the second step is to press the button.")]
    [InlineData("1. Open the menu.")]
    [InlineData("He or she can sign in with the same account.")]
    [InlineData("*** New *** in version 5: routes.")]
    [InlineData("The lap took 00:00:59.")]
    [InlineData("The heading reads Untitled until you give the route a name.")]
    public void What_only_looks_like_it_stays(string line) => Assert.Null(Reason(line));

    [Fact]
    public void A_talk_about_code_may_show_types_and_formats() =>
        Assert.Null(Rules.Reason(new TemplateLeftovers(), "It prints System.String[] because an array has no text of its own; use {0:.2f} for the price.", "Why does my C# program print System.String[]?"));
}
