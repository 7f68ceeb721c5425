using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

/// <summary>The rules on lines of each kind of fault, and on sound ones that look like them. The floors are what the rules find today: they say
/// what must not be lost, not what text that nobody has tried would give.</summary>
public class FreshLinesTests
{
    private static readonly string[] Reasons = [TemplateLeftovers.Reason, TruncatedAnswers.Reason, Refusals.Reason, ErrorAnswers.Reason];

    private static IEnumerable<string> Lines(string kind) =>
        File.ReadLines(Path.Combine(RealData.Repository, "tests", "NotebookKit.Samples", "Fresh", kind + ".txt"))
            .Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l.Replace("\\n", "\n", StringComparison.Ordinal));

    private static string? Found(string answer) => Rules.Reason(new Cleaner(), answer);

    [Theory]
    [InlineData("template-leftover", TemplateLeftovers.Reason, 0.95)]
    [InlineData("template-leftover-later", TemplateLeftovers.Reason, 0.92)]
    [InlineData("error-answer", ErrorAnswers.Reason, 0.85)]
    [InlineData("refusal", Refusals.Reason, 0.9)]
    public void Fresh_faults_are_found(string kind, string reason, double least)
    {
        var lines = Lines(kind).ToList();
        var found = lines.Count(l => Found(l) == reason);
        Assert.True(found >= least * lines.Count, $"{kind}: {found} of {lines.Count}");
    }

    /// <summary>By one answer alone; what only the rest of a corpus tells is for <see cref="UnfinishedAnswers"/>.</summary>
    [Fact]
    public void More_than_half_of_the_fresh_cuts_show_by_themselves()
    {
        var lines = Lines("truncated").Select(l => Rules.Good + " " + l).ToList();
        var found = lines.Count(l => Found(l) == TruncatedAnswers.Reason);
        Assert.True(found >= 0.55 * lines.Count, $"truncated: {found} of {lines.Count}");
    }

    [Fact]
    public void No_sound_line_is_taken_for_a_fault()
    {
        var taken = Lines("sound").Where(l => Reasons.Contains(Found(l))).ToList();
        Assert.True(taken.Count == 0, string.Join('\n', taken));
        Assert.True(Lines("sound").Count() > 150);
    }
}
