using NotebookKit.Augmenting;
using NotebookKit.Splitting;

namespace NotebookKit.Tests.Augmenting;

public class MessyVariantsTests
{
    private static Example Row(string id, params string[] turns) =>
        new() { Id = id, IsAnonymized = true, Messages = [.. turns.Select((t, i) => new Message(i % 2 == 0 ? Role.User : Role.Assistant, t))] };

    private static MessyVariants Only(MessyKind kind, double strength = 1) => new() { Kinds = [kind], Share = 1, Strength = strength };

    /// <summary>The texts that a kind makes of a text, under many ids.</summary>
    private static List<string> Made(MessyVariants options, string text) =>
        [.. options.Make(Dataset.Of(Enumerable.Range(0, 40).Select(i => Row($"r{i}", text, "Answer " + i)))).Created.Select(c => c.LastUserTurn)];

    private const string Mixed = "Hello [NAME_1], please open https://example.org/Path?a=1 with `git push` as user_17 before 2024-05-01 for EUR 20.50, because nothing else works here.";

    private static readonly string[] Fixed = ["[NAME_1]", "https://example.org/Path?a=1", "`git push`", "user_17", "2024-05-01", "EUR", "20.50"];

    public static TheoryData<MessyKind> Kinds => [.. Enum.GetValues<MessyKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_never_touches_placeholders_links_code_numbers_and_ids(MessyKind kind)
    {
        var made = Made(Only(kind), Mixed);
        Assert.NotEmpty(made);
        foreach (var text in made)
            foreach (var part in Fixed.Skip(kind == MessyKind.DroppedContext ? 1 : 0)) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_variant_is_marked_and_its_answer_stays(MessyKind kind)
    {
        var parent = Row("p", Mixed, "Do this and that.") with { Split = Split.Train, Repeat = 3, Occurrences = 5, Tags = ["edge:decline"], Label = "l", Author = "a", Signals = new() { Rating = 5 } };
        var result = Only(kind).Make(Dataset.Of([parent]));
        var variant = Assert.Single(result.Created);
        Assert.Equal(("p", Origin.Synthetic, Split.Train, "Do this and that.", "l"), (variant.ParentId, variant.Origin, variant.Split, variant.Output, variant.Label));
        Assert.Equal((1, 1, Signals.None), (variant.Repeat, variant.Occurrences, variant.Signals));
        Assert.Equal(["edge:decline", MessyVariants.TagOf(kind)], variant.Tags);
        Assert.True(MessyVariants.IsVariant(variant));
        Assert.False(MessyVariants.IsVariant(parent));
        Assert.NotEqual(parent.LastUserTurn, variant.LastUserTurn);
        Assert.Same(parent, result.Dataset.Examples[0]);
        Assert.Equal(1, result.Counts[kind]);
    }

    [Fact]
    public void Typing_errors_are_one_edit_away_in_small_words()
    {
        var made = Made(Only(MessyKind.Typos, 0.01), "Where can Bernadette download invoices");
        Assert.All(made, m => Assert.Contains("Bernadette", m, StringComparison.Ordinal));
        Assert.All(made, m => Assert.InRange(m.Length, 37, 39));
        Assert.True(made.Distinct().Count() > 15);
        // All four slips of the fingers happen.
        Assert.Contains(made, m => m.Length == 37);
        Assert.Contains(made, m => m.Length == 39);
        Assert.Contains(made, m => m.Length == 38 && !m.Order().SequenceEqual("Where can Bernadette download invoices".Order()));
        Assert.Contains(made, m => m.Length == 38 && m.Order().SequenceEqual("Where can Bernadette download invoices".Order()));
    }

    [Fact]
    public void Neighbours_depend_on_the_keyboard()
    {
        static HashSet<char> Letters(KeyboardLayout keyboard) =>
            [.. Enumerable.Range(0, 300).SelectMany(i => (Only(MessyKind.Typos, 0.01) with { Keyboard = keyboard }).Make(Dataset.Of([Row($"r{i}", "ytyt", "a")])).Created).SelectMany(c => c.LastUserTurn).Where(c => c is not ('y' or 't'))];
        Assert.Contains('u', Letters(KeyboardLayout.Qwerty));
        Assert.DoesNotContain('x', Letters(KeyboardLayout.Qwerty));
        Assert.Contains('x', Letters(KeyboardLayout.Qwertz));
    }

    [Theory]
    [InlineData("Hello, my printer does not start. It was fine yesterday.", "my printer does not start. It was fine yesterday.")]
    [InlineData("My printer does not start. What can I do now?", "What can I do now?")]
    public void Context_is_dropped_from_the_beginning(string text, string left) => Assert.Equal([left], Made(Only(MessyKind.DroppedContext), text).Distinct());

    [Fact]
    public void Earlier_turns_are_dropped_and_the_system_prompt_stays()
    {
        Message[] messages = [new(Role.System, "Be kind."), new(Role.User, "My printer is broken"), new(Role.Assistant, "Which one?"), new(Role.User, "the big one"), new(Role.Assistant, "Restart it.")];
        var variant = Assert.Single(Only(MessyKind.DroppedContext).Make(Dataset.Of([new() { Id = "a", Messages = messages }])).Created);
        Assert.Equal(["Be kind.", "the big one", "Restart it."], variant.Messages.Select(m => m.Content));
    }

    [Theory]
    [InlineData("en", "Please tell me because you know it", "pls tell me cuz u know it")]
    [InlineData("de", "Ich komme vielleicht morgen, bitte warten", "Ich komme vllt mrgn, bidde warten")]
    [InlineData("fr", "Bonjour, pourquoi toujours moi", "bjr, pq tjs moi")]
    [InlineData("es", "También quiero saber cuando, por favor", "tb kiero saber cdo, porfa")]
    public void Words_are_shortened_by_language(string language, string text, string expected) =>
        Assert.Contains(expected.ToLowerInvariant(), Made(Only(MessyKind.Abbreviations) with { Language = language }, text).Select(t => t.ToLowerInvariant()));

    [Fact]
    public void Lower_case_changes_case_and_the_mark_at_the_end_alone() =>
        Assert.Equal(["where is my NASA mug from Bonn", "where is my NASA mug from Bonn?"], Made(Only(MessyKind.LowerCase, 0.5), "Where is my NASA mug from Bonn?").Select(t => t.Replace("bonn", "Bonn", StringComparison.Ordinal)).Distinct().Order());

    [Fact]
    public void A_fragment_is_a_few_words_that_carry_the_meaning()
    {
        var made = Made(Only(MessyKind.Fragments), "Hello, could you please tell me how I can change the delivery address of order 77123?").Distinct().ToList();
        Assert.All(made, m => Assert.Matches("^change delivery( address| order)* 77123$", m.Replace("address order", "address", StringComparison.Ordinal)));
        Assert.Empty(Made(Only(MessyKind.Fragments), "printer broken"));
    }

    [Fact]
    public void Speech_has_no_marks_and_words_that_sound_alike()
    {
        var made = Made(Only(MessyKind.SpeechSlips), "Where is your website? I want to cancel!");
        Assert.All(made, m => Assert.DoesNotContain("?", m, StringComparison.Ordinal));
        Assert.Contains(made, m => m.Contains("web site", StringComparison.Ordinal) && m.Contains("can sell", StringComparison.Ordinal));
    }

    [Fact]
    public void Held_out_rows_get_no_variants_and_no_variant_asks_what_they_ask()
    {
        var train = Row("t", "Cancel it, please!", "Done.") with { Split = Split.Train };
        var test = Row("x", "cancel it please", "Done.") with { Split = Split.Test };
        var result = Only(MessyKind.LowerCase).Make(Dataset.Of([train, test]));
        Assert.Empty(result.Created);
        Assert.Equal((1, 1), (result.Chosen, result.HeldOut));
    }

    [Fact]
    public void Splitting_never_holds_a_variant_or_its_parent_out()
    {
        var rows = Dataset.Of(Enumerable.Range(0, 400).Select(i => Row($"r{i}", $"Question number {i * 7919 % 1000} about thing {i}, what is {i * 31}?", $"Answer {i}")));
        var made = new MessyVariants { Share = 0.3, VariantsPerRow = 2 }.Make(rows);
        Assert.Contains(made.Findings, f => f.Code == "not-split");
        var split = made.Dataset.Apply(new Splitter { Policy = SplitPolicy.Parse("60/20/20") }).Kept;
        var parents = made.Created.Select(c => c.ParentId).ToHashSet();
        Assert.True(parents.Count > 80);
        Assert.All(split.Examples.Where(e => MessyVariants.IsVariant(e) || parents.Contains(e.Id)), e => Assert.Equal(Split.Train, e.Split));
        Assert.True(split.Examples.Count(e => e.Split == Split.Test) > 40);
        Assert.True(split.Apply(new LeakageCheck()).Report.Findings.All(f => f.Severity != Severity.Failure));
    }

    [Fact]
    public void No_row_is_made_twice_and_none_of_a_variant()
    {
        var rows = Dataset.Of([Row("a", "Where IS my Parcel", "x"), Row("b", "where is my parcel", "x"), Row("c", "where IS my parcel", "y")]);
        var first = Only(MessyKind.LowerCase).Make(rows);
        Assert.Equal(0, first.Counts[MessyKind.LowerCase] - first.Created.Count);
        Assert.Equal(first.Dataset.Count, first.Dataset.Examples.Select(e => (e.LastUserTurn, e.Output)).Distinct().Count());
        var again = Only(MessyKind.LowerCase).Make(first.Dataset);
        Assert.Empty(again.Created);
        Assert.Equal(first.Chosen, again.Chosen);
    }

    [Fact]
    public void Variants_depend_neither_on_threads_nor_on_the_order_of_rows()
    {
        var rows = Enumerable.Range(0, 1500).Select(i => Row($"r{i}", $"Hello, could you please explain the {i}th thing? I would like to know it because of the {i % 7} others.", $"Answer {i}")).ToList();
        string Told(IEnumerable<Example> all, int threads) => string.Join('\n', new MessyVariants { VariantsPerRow = 3 }.Make(Dataset.Of(all), new() { Threads = threads }).Created.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Id + c.LastUserTurn));
        var one = Told(rows, 1);
        Assert.Equal(one, Told(rows, 8));
        Assert.Equal(one, Told(Enumerable.Reverse(rows), 3));
        Assert.NotEqual(one, string.Join('\n', new MessyVariants { VariantsPerRow = 3 }.Make(Dataset.Of(rows), new() { Seed = 2 }).Created.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Id + c.LastUserTurn)));
    }

    [Fact]
    public void The_share_of_rows_and_the_variants_of_each_are_kept()
    {
        var rows = Dataset.Of(Enumerable.Range(0, 1000).Select(i => Row($"r{i}", $"Hello, could you please explain the {i}th thing? I would like to know it.", $"Answer {i}")));
        var made = new MessyVariants { Share = 0.2, VariantsPerRow = 2 }.Make(rows);
        Assert.InRange(made.Chosen, 150, 250);
        Assert.All(made.Created.GroupBy(c => c.ParentId), g => Assert.Equal(2, g.Select(c => c.Tags[^1]).Distinct().Count()));
        Assert.Empty(new MessyVariants { Share = 0 }.Make(rows).Created);
    }

    [Fact]
    public void Strange_rows_are_left_alone()
    {
        var rows = Dataset.Of([new() { Id = "a" }, Row("b", ""), Row("c", "\ud800"), Row("d", "你好吗"), Row("e", "```\ncode that is open"), Row("f", new string('x', 10_000)), new() { Id = "g", Messages = [new(Role.User, null)] }, Row("h", "[NAME_1]")]);
        var made = new MessyVariants { Share = 1, VariantsPerRow = 6 }.Make(rows);
        Assert.Empty(made.Created);
        Assert.Equal(8, made.Dataset.Count);
        Assert.NotEmpty(made.ToText());
    }

    [Fact]
    public void Rows_with_personal_data_are_warned_of_and_masked_in_tables()
    {
        var result = Only(MessyKind.LowerCase).Make(Dataset.Of([Row("a", "Write to Kim.Doe@example.org TODAY, or Call me", "ok") with { IsAnonymized = false }]));
        Assert.Contains(result.Findings, f => f.Code == "not-anonymized");
        Assert.DoesNotContain("Kim.Doe", result.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_refuse_what_makes_no_sense()
    {
        Assert.Throws<ArgumentException>(() => new MessyVariants { Kinds = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessyVariants { Kinds = [(MessyKind)9] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessyVariants { Share = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessyVariants { VariantsPerRow = 7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessyVariants { Strength = 0 });
        Assert.Contains("de, en, es, fr", Assert.Throws<ArgumentOutOfRangeException>(() => new MessyVariants { Language = "nl" }).Message, StringComparison.Ordinal);
    }
}
