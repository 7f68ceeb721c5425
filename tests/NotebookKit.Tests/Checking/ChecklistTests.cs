using System.Text.RegularExpressions;
using NotebookKit.Checking;
using NotebookKit.Display;

namespace NotebookKit.Tests.Checking;

public class ChecklistTests
{
    /// <summary>S4's checklist, word for word.</summary>
    private static readonly (string Group, string[] Items)[] OfS4 =
    [
        ("Format", ["All examples follow the correct message format", "System prompts are consistent across examples", "No truncated or incomplete responses", "Token counts are within model limits"]),
        ("Content", ["Responses are factually correct", "Responses match the desired style and tone", "No PII (names, emails, phone numbers, etc.)", "No harmful, biased, or offensive content", "Edge cases are represented in the data"]),
        ("Distribution", ["Categories are reasonably balanced", "Input lengths are varied (short, medium, long)", "Topics are diverse within the domain", "Near-duplicates have been removed"]),
        ("Splits", ["Train/val/test split is clean (no leakage)", "Test set is representative of production inputs", "Test set is held out and never used for training decisions"]),
    ];

    private static readonly string[] ForPeople = ["factually-correct", "style-and-tone", "no-harm", "edge-cases"];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, ChecklistCases.All.Count)];

    [Fact]
    public void The_sixteen_items_of_S4_stand_first_in_its_words_and_order()
    {
        var items = Assessment.Of(Dataset.Empty).Checklist.Items;
        Assert.Equal(OfS4.SelectMany(g => g.Items.Select(i => (g.Group, i, "S4"))), items.Take(16).Select(i => (i.Group, i.Text, i.Article)));
        Assert.Equal(items.Length, items.Select(i => i.Id).Distinct().Count());
        Assert.All(items, i => Assert.Matches("^[a-z]+(-[a-z]+)*$", i.Id));
    }

    [Fact]
    public void With_a_sound_dataset_everything_passes_that_needs_no_person()
    {
        var checklist = CheckData.Assess(Dataset.Of(CheckData.Rows())).Checklist;
        Assert.Equal(ForPeople, checklist.Items.Where(i => i.State == CheckState.NeedsPerson).Select(i => i.Id));
        Assert.Equal([], checklist.Items.Where(i => i.State is CheckState.Warn or CheckState.Fail).Select(i => $"{i.Id}: {string.Join(" ", i.Evidence)}"));
        Assert.All(checklist.Items, i => Assert.NotEmpty(i.Evidence));
    }

    [Theory, MemberData(nameof(Cases))]
    public void One_fault_changes_its_item(int number)
    {
        var (id, state, what, make) = ChecklistCases.All[number];
        var (data, options) = make();
        var assessment = CheckData.Assess(data, options);
        var item = assessment.Item(id);
        Assert.True(state == item.State, $"{id}, {what}: {item.State} instead of {state}. {string.Join(" ", item.Evidence)}");
        if (state != CheckState.Pass) Assert.Matches(@"\d", string.Join(" ", item.Evidence) + assessment.NextSteps[0].Text);
    }

    [Fact]
    public void Every_item_is_made_to_pass_and_to_complain()
    {
        foreach (var item in Assessment.Of(Dataset.Empty).Checklist.Items)
            Assert.True(ChecklistCases.All.Any(c => c.Id == item.Id && c.State is CheckState.Warn or CheckState.Fail), $"{item.Id} is never made to warn or fail");
        Assert.All(ForPeople, id => Assert.Contains(ChecklistCases.All, c => c.Id == id && c.State == CheckState.Pass));
    }

    [Fact]
    public void An_empty_dataset_gives_a_list_and_no_exception()
    {
        var assessment = Assessment.Of(Dataset.Empty);
        Assert.Equal(CheckState.Fail, assessment.Item("message-format").State);
        Assert.NotEmpty(assessment.NextSteps);
        Assert.Empty(assessment.Matrix.Sources);
        Assert.Contains("message format", assessment.Checklist.ToText(), StringComparison.Ordinal);
        Assert.StartsWith("<div", assessment.Checklist.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_for_people_name_ten_rows_of_all_sources()
    {
        var evidence = string.Join(" ", CheckData.Assess(Dataset.Of(CheckData.Rows())).Item("factually-correct").Evidence);
        var ids = Regex.Matches(evidence, @"row-(\d+)").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(10, ids.Count);
        Assert.Equal(5, ids.Count(i => i % 3 == 0));
    }

    [Fact]
    public void Threads_parts_and_order_of_rows_do_not_change_the_states()
    {
        var (data, _) = ChecklistCases.All.First(c => c.Id == "no-near-duplicates" && c.State == CheckState.Fail).Make();
        static string Said(Assessment a) => string.Join('\n', a.Checklist.Items.Select(i => $"{i.Id} {i.State} {string.Join(" ", i.Evidence)}")) + a.Matrix.ToText() + string.Join('\n', a.Drift.Select(d => FormattableString.Invariant($"{d.Feature} {d.Psi}")));
        var one = Said(CheckData.Assess(data, CheckData.Options with { Run = new() { Seed = 7, Threads = 1 } }));
        Assert.Equal(one, Said(CheckData.Assess(data, CheckData.Options with { Run = new() { Seed = 7, Threads = 8 } })));
        Cultures.Under("de-DE", () => Assert.Equal(one, Said(CheckData.Assess(data))));
    }

    [Fact]
    public void No_more_than_three_steps_are_named_and_failures_come_first()
    {
        var data = CheckData.With((e, i) => i == 9 ? e with { Messages = [e.Messages[0], new(Role.Assistant, "Write to nadia.example@example.com about it.")] } : e with { Tags = [], Consent = null, Label = i == 2 ? "rare" : e.Label });
        var steps = CheckData.Assess(data).NextSteps;
        Assert.Equal(3, steps.Length);
        Assert.Equal(("no-pii", CheckState.Fail), (steps[0].Id, steps[0].State));
        Assert.StartsWith("Mask personal data in 1 row", steps[0].Text, StringComparison.Ordinal);
        Assert.Contains(steps, s => s.Text.StartsWith("Read ", StringComparison.Ordinal));
        Assert.Equal(steps.Length, steps.Select(s => s.Text).Distinct().Count());
        Assert.DoesNotContain("nadia", string.Concat(steps.Select(s => s.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_ended_is_named_with_its_last_day()
    {
        var (data, options) = ChecklistCases.All.First(c => c.Id == "labels-appear" && c.State == CheckState.Warn).Make();
        Assert.Contains("billing: 55 rows until 2025-11-13", CheckData.Assess(data, options).Item("labels-appear").Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_labels_and_sources_are_masked()
    {
        var data = CheckData.With((e, i) => e with { Label = i is 2 or 3 ? "nadia@example.com" : e.Label, Source = "nadia", Licence = null, Origin = Origin.Unknown });
        var assessment = CheckData.Assess(data, CheckData.Options with { MaskText = t => t.Replace("nadia", "[NAME]", StringComparison.Ordinal) });
        var shown = assessment.Checklist.ToText() + assessment.Matrix.ToText() + string.Concat(assessment.NextSteps.Select(s => s.Text)) + string.Concat(assessment.Checklist.Items.SelectMany(i => i.Evidence));
        Assert.DoesNotContain("nadia", shown, StringComparison.Ordinal);
        Assert.Contains("[NAME]@example.com 2", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_finding_of_a_stage_is_among_the_next_steps()
    {
        var data = Dataset.Of(CheckData.Rows(), History.OfInputs([new("chats.jsonl", 0, 0, 0, 0, 0) { Findings = [new(Severity.Failure, "unreadable", "300 of 420 records could not be read.")] }], []));
        Assert.Equal(new NextStep("unreadable", CheckState.Fail, "300 of 420 records could not be read."), CheckData.Assess(data).NextSteps[0]);
    }
}
