using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

/// <summary>Last clauses and last lines that lack what they begin, and whole ones that look alike.</summary>
public class OpenClauseTests
{
    private static string? Reason(string end) => Rules.Reason(new TruncatedAnswers(), Rules.Good + " " + end);

    [Theory]
    [InlineData("Alternatively, you can")]
    [InlineData("Nevertheless, it is")]
    [InlineData("It starts again because it")]
    [InlineData("Das hängt davon ab, ob Sie")]
    [InlineData("Which of the two do you")]
    [InlineData("We are there from Monday to")]
    [InlineData("Charge it at 5 V and 1")]
    [InlineData("What you can do is")]
    [InlineData("Para hacerlo, abra la")]
    [InlineData("In the next version you will also be able to")]
    [InlineData("Your plan runs until 31 March 20")]
    [InlineData("Choose the newest firmware (version 4.")]
    [InlineData("The same holds for other units (miles, yards, etc.")]
    [InlineData("A = active, R = rest, S")]
    [InlineData("Press the button __Restore")]
    [InlineData("Your request has the number FT-2026-")]
    [InlineData("\nYours sin")]
    [InlineData("\n\n###")]
    public void A_clause_without_its_end_is_cut(string end) => Assert.Equal(TruncatedAnswers.Reason, Reason(end));

    [Theory]
    [InlineData("\nThese formats are known:\n- GPX\n- TCX\n- F")]
    [InlineData("\nPlease check:\n* Bluetooth is on\n* the location is allowed\n* the")]
    [InlineData("\n- Warm-up: 5 minutes\n- Main part: 20 minutes\n- Cool-down:")]
    [InlineData("\n07:00 stretch for five minutes\n12:30 walk around the block\n18:")]
    [InlineData("\n- [x] Bluetooth on\n- [x] Location on\n- [ ]")]
    [InlineData("\n✅ Bluetooth is on\n✅ The watch is near\n❌")]
    [InlineData("\n- FitTracker One\n- FitTracker Pro\n- FitTracker")]
    [InlineData("\n- workouts.csv\n- sleep.csv\n- heart_r")]
    [InlineData("\n## Summary\n\n-")]
    [InlineData("\n- 200 g oats\n- 1 banana\n- 2")]
    public void A_list_whose_last_line_lacks_what_the_others_have_is_cut(string end) => Assert.Equal(TruncatedAnswers.Reason, Reason(end));

    [Theory]
    [InlineData("Do it whenever you can")]
    [InlineData("That is how it should be")]
    [InlineData("I asked because my brother wanted to know what I was up to")]
    [InlineData("He may not be around")]
    [InlineData("You pay as much as you want to")]
    [InlineData("Which one is it")]
    [InlineData("It looks as if it rains (just about 4.)")]
    [InlineData("\n- GPX\n- TCX\n- FIT")]
    [InlineData("\n- vitamin A\n- vitamin B\n- vitamin C")]
    [InlineData("\n- Monday: 5 km\n- Tuesday: rest\n- Sunday: 8 km")]
    [InlineData("\n- Berlin\n- Paris\n- Rome")]
    [InlineData("\n07:00 breakfast\n18:30 dinner")]
    [InlineData("\n```csharp\nvar a = 1;\n```")]
    [InlineData("👍")]
    [InlineData("\nBest regards,\nYour support team")]
    public void A_whole_end_stays(string end) => Assert.Null(Reason(end));
}
