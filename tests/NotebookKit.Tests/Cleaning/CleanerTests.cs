using NotebookKit.Cleaning;
using static NotebookKit.Tests.Cleaning.Rules;

namespace NotebookKit.Tests.Cleaning;

public class CleanerTests
{
    private static readonly Cleaner All = new();

    [Fact]
    public void Good_rows_stay_the_same_objects()
    {
        var example = Build.Example("a", Question, Good);
        Assert.Same(example, Kept(All, example));
    }

    [Fact]
    public void A_removal_carries_the_stages_name_and_the_rules_reason()
    {
        var removal = Removal(All, Build.Example("a", Question, "I'm sorry, but I can't assist with that."));
        Assert.Equal(("Cleaning", "refusal"), (removal.Stage, removal.Reason));
    }

    [Fact]
    public void The_first_rule_that_removes_gives_the_reason()
    {
        Assert.Equal("error-answer", Reason(All, "An error occurred."));
        Assert.Equal("too-short-output", Reason(All.Without("errors"), "An error occurred."));
        Assert.Equal("crashed", Reason(All, WithEvents(Events.Crashed, "An error occurred.")));
    }

    [Fact]
    public void Remarks_carry_the_stages_name_and_those_of_earlier_stages_stay()
    {
        var example = WithEvents(Events.Rejected, "This is bullshit, " + Good) with { Flags = [new("Earlier", "odd")] };
        Assert.Equal([("Earlier", "odd"), ("Cleaning", RejectedAnswers.Reason), ("Cleaning", FlaggedWords.Reason)], Kept(All, example).Flags.Select(f => (f.Stage, f.Reason)));
    }

    [Fact]
    public void Every_good_row_that_naive_rules_would_delete_stays()
    {
        foreach (var (question, answer, task) in new (string, string, TaskKind)[]
        {
            ("What do you think of this blender?", "I can't recommend it enough!", TaskKind.Chat),
            ("Where is the save button?", "I cannot see the button — that is because the window is too small.", TaskKind.Chat),
            ("Which city is it?", "{\"city\":\"Oslo\"}", TaskKind.Extraction),
            ("Is it spam?", "Yes.", TaskKind.Classification),
            ("How do I loop in C?", "for (int i = 0; i < n; i++) { puts(\"x\"); }", TaskKind.Generation),
            ("What does it mean?", "Error 404 means that the page is gone.", TaskKind.QuestionAnswering),
        })
            Assert.Null(Reason(All, Build.Example("a", question, answer) with { Task = task }));
    }

    [Fact]
    public void Rules_are_set_by_key_and_keys_are_unique_and_readable()
    {
        Assert.Equal(All.Rules.Count, All.Rules.Select(r => r.Key).Distinct().Count());
        Assert.All(All.Rules, r => Assert.Matches("^[a-z]+(-[a-z]+)*$", r.Key));
        var gentle = All.With("length", (LengthLimits)All["length"] with { MinOutput = 5 });
        Assert.Equal("too-short-output", Reason(All, "Answers 9"));
        Assert.Null(Reason(gentle, "Answers 9"));
        Assert.Contains("no rule 'lenght'", Assert.Throws<ArgumentException>(() => All.With("lenght", new LengthLimits())).Message);
        Assert.Contains("length", Assert.Throws<ArgumentException>(() => All["nothing"]).Message);
    }

    [Fact]
    public void Rules_that_are_no_rules_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Cleaner { Rules = [new("language", new LanguageCheck())] });
        Assert.Throws<ArgumentException>(() => new Cleaner { Rules = [new("a", new NoAnswer()), new("a", new EmptyTurns())] });
        Assert.Empty(Run(new Cleaner { Rules = [] }, new Example { Id = "bare" }).Removed);
    }

    [Fact]
    public void The_description_holds_each_rule_with_its_options_and_lists()
    {
        var description = All.Describe();
        Assert.Contains("\"key\":\"length\",\"stage\":{\"name\":\"Length limits\",\"options\":{\"maxTotal\":32000,\"minInput\":10,\"minOutput\":20", description.Options);
        Assert.Contains(description.References, r => r.StartsWith("list:refusals:", StringComparison.Ordinal));
        Assert.NotEqual(description.Options, All.With("length", new LengthLimits { MinOutput = 10 }).Describe().Options);
    }

    [Fact]
    public void A_rule_of_ones_own_joins_in()
    {
        var rules = All.Rules.Append(new RecipeStep("loud", new Loud())).ToList();
        Assert.Equal("loud", Reason(new Cleaner { Rules = rules }, Good.ToUpperInvariant()));
    }

    [Fact]
    public void Edge_cases_are_counted_on_rows_that_stay()
    {
        var short1 = Build.Example("a", Question, "Which one do you mean?");
        var report = Build.Dataset(short1, short1 with { Id = "b", Signals = new() { Events = Events.Crashed } }).Apply(All).Report;
        Assert.Equal(1, report.Counts[EdgeCases.Ambiguous]);
        Assert.Equal(2, report.Findings.Count(f => f.Code == EdgeCases.MissingFinding));
    }

    private sealed record Loud : ExampleStage
    {
        public override string Name => "Loud";

        protected internal override Outcome Decide(Example example, Tally tally) =>
            example.Output.Any(char.IsLower) ? Outcome.Keep(example) : Outcome.Remove(example, "loud");
    }
}
