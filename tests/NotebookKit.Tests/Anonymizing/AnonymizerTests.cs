using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class AnonymizerTests
{
    private const string Mail = "jo@mail.example";

    [Fact]
    public void Every_text_of_an_example_is_masked_and_persons_fields_become_codes()
    {
        var example = Build.Example("1", $"mail {Mail}", "ok") with
        {
            Declined = [new(Role.Assistant, $"no {Mail}")],
            GeneratorPrompt = Mail,
            Metadata = $$"""{"mail":"{{Mail}}","n":1}""",
            Tools = $$"""[{"d":"{{Mail}}"}]""",
            Author = "anna",
            Subject = "anna",
            Conversation = "anna",
            Label = "billing",
            KnownNames = ["Anna Berg"],
        };
        var result = Build.Dataset(example).Apply(new Anonymizer());
        var masked = Assert.Single(result.Kept.Examples);
        Assert.DoesNotContain(masked.Texts, t => t.Text.Contains(Mail, StringComparison.Ordinal));
        Assert.Equal("""{"mail":"[EMAIL]","n":1}""", masked.Metadata);
        Assert.Matches("^a-[0-9a-f]{16}$", masked.Author);
        Assert.Matches("^s-[0-9a-f]{16}$", masked.Subject);
        Assert.Matches("^c-[0-9a-f]{16}$", masked.Conversation);
        Assert.NotEqual(masked.Author![2..], masked.Subject![2..]);
        Assert.Equal("billing", masked.Label);
        Assert.Empty(masked.KnownNames);
        Assert.Equal(5, result.Report.Counts["found:EMAIL_ADDRESS"]);
        Assert.Equal(1, result.Report.Counts["rows-with-finds"]);
    }

    [Fact]
    public void Masking_twice_is_masking_once()
    {
        var masker = new Anonymizer().For();
        var example = Build.Example("1", $"Hi Anna, I am Bo Berg, {Mail}, +49 30 901820", "ok") with { Author = "x", KnownNames = ["Bo Berg"] };
        var once = masker.Mask(example);
        Assert.NotSame(example, once);
        Assert.Same(once, masker.Mask(once));
    }

    [Fact]
    public void Masking_twice_is_masking_once_on_real_rows_for_every_operator()
    {
        var lines = File.ReadLines(RealData.At("multidogo/splits_annotated_at_turn_level/software/dev.tsv")).Concat(File.ReadLines(RealData.At("presidio_split/dev_v2.json"))).Take(6000).ToList();
        foreach (var with in (Operator[])[Operator.Placeholder, Operator.Pseudonym, Operator.Mask])
        {
            var masker = new Anonymizer { Operator = with }.For();
            foreach (var line in lines)
            {
                var once = masker.MaskText(line);
                Assert.True(once == masker.MaskText(once), $"operator {with}: a second run changed a masked text");
            }
        }
    }

    [Theory]
    [InlineData("[EMAIL] [NAME_3f2a9c01] [PHONE] [REDACTED-12] [CARD]")]
    [InlineData("Dear [NAME], call [PHONE]. Best regards,\n[NAME]")]
    public void Placeholders_that_stand_there_are_left_alone(string text) => Assert.Equal(text, new Anonymizer().MaskText(text));

    [Fact]
    public void Operators_replace_as_they_say()
    {
        const string text = "write jo@mail.example now";
        Assert.Equal("write [EMAIL] now", new Anonymizer().MaskText(text));
        Assert.Equal("write **@****.******* now", new Anonymizer { Operator = Operator.Mask }.MaskText(text));
        Assert.Equal("write now", new Anonymizer { Operator = Operator.Remove }.MaskText(text));
        Assert.Matches(@"^write \[EMAIL_[0-9a-f]{8}\] now$", new Anonymizer { Operator = Operator.Pseudonym }.MaskText(text));
        Assert.Same(Operator.Pseudonym, Operator.Parse("Pseudonym", null));
        Assert.Throws<FormatException>(() => Operator.Parse("hash", null));
    }

    [Fact]
    public void The_same_person_has_the_same_pseudonym_in_all_forms_of_the_name()
    {
        var masker = new Anonymizer { Operator = Operator.Pseudonym }.For();
        var full = masker.MaskText("Anna Berg", ["Anna Berg"]);
        Assert.Equal(full, masker.MaskText("anna", ["Anna Berg"]));
        Assert.Equal(full, masker.MaskText("Berg", ["Anna Berg"]));
        Assert.NotEqual(full, masker.MaskText("Anna Bark", ["Anna Bark"]));
        Assert.NotEqual(full, new Anonymizer { Operator = Operator.Pseudonym }.For(new() { Seed = 2 }).MaskText("Anna Berg", ["Anna Berg"]));
    }

    [Fact]
    public void Pseudonyms_without_a_secret_key_give_a_warning()
    {
        var data = Build.Dataset(Build.Example("1", Mail, "ok"));
        Assert.Contains(data.Apply(new Anonymizer { Operator = Operator.Pseudonym }).Report.Findings, f => f.Code == "pseudonyms-without-secret-key" && f.Severity == Severity.Warning);
        Assert.Empty(data.Apply(new Anonymizer()).Report.Findings);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "0123456789abcdef0123456789abcdef");
            Assert.Empty(data.Apply(new Anonymizer { Operator = Operator.Pseudonym }, new() { Key = SecretKey.FromFile(file) }).Report.Findings);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Domain_terms_are_never_masked()
    {
        var plain = new Anonymizer();
        var terms = plain with { Terms = ["0800-123-4567", "Jasmin Shampoo"] };
        Assert.Equal("call [PHONE]", plain.MaskText("call 0800-123-4567"));
        Assert.Equal("call 0800-123-4567", terms.MaskText("call 0800-123-4567"));
        Assert.Equal("call [PHONE]", terms.MaskText("call 0800-123-4568"));
        Assert.Equal("Hi [NAME], the JASMIN SHAMPOO is back", terms.MaskText("Hi Jasmin, the JASMIN SHAMPOO is back"));
    }

    [Fact]
    public void Types_and_scores_decide_what_is_looked_for()
    {
        Assert.Equal("[EMAIL] 203.0.113.9", new Anonymizer { Types = ["email_address"] }.MaskText($"{Mail} 203.0.113.9"));
        Assert.Equal(Mail, new Anonymizer { MinScore = 1 }.MaskText(Mail));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anonymizer { Types = ["EMAIL"] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anonymizer { MinScore = 1.1 });
    }

    [Fact]
    public void A_recognizer_of_ones_own_joins_and_is_described()
    {
        var stage = new Anonymizer { Recognizers = [new BadgeRecognizer()] };
        Assert.Equal("badge [BADGE]", stage.MaskText("badge B#77"));
        Assert.Contains("\"recognizers\":[\"BADGE:Badge\"]", stage.Describe().Options, StringComparison.Ordinal);
        Assert.Contains("\"operator\":\"placeholder\"", stage.Describe().Options, StringComparison.Ordinal);
    }

    [Fact]
    public void Speakers_names_become_placeholders_that_trainers_accept_and_tools_keep_theirs()
    {
        var example = new Example
        {
            Id = "1",
            Messages =
            [
                new(Role.User, "hi") { Name = "anna_berg" }, new(Role.Assistant, "yes") { Name = "support_agent" }, new(Role.Tool, "1") { Name = "get_weather" }, new(Role.User, "x") { Name = "Zoltan" },
            ],
            KnownNames = ["Zoltan"],
        };
        Assert.Equal(["NAME", "support_agent", "get_weather", "NAME"], new Anonymizer().Mask(example).Messages.Select(m => m.Name));
    }

    [Fact]
    public void Overlapping_finds_leave_one_and_the_longest_wins()
    {
        var spans = new List<Span> { new(5, 9, "B", 0.9, "x"), new(0, 8, "A", 0.5, "x"), new(9, 12, "B", 0.4, "x"), new(7, 10, "A", 0.6, "y") };
        Overlaps.Resolve(spans);
        Assert.Equal([new(0, 10, "A", 0.6, "y"),], spans.Where(s => s.Type == "A"));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800 jo\uDC00")]
    [InlineData("\u200B\u200B")]
    [InlineData("مرحبا 你好 שלום")]
    public void Odd_texts_stay_as_they_are(string text) => Assert.Equal(text, new Anonymizer().MaskText(text));

    private sealed class BadgeRecognizer : Recognizer
    {
        public override string EntityType => "BADGE";

        public override void Find(string text, RecognizerContext context, List<Span> into)
        {
            var at = text.IndexOf("B#", StringComparison.Ordinal);
            if (at >= 0) into.Add(At(at, at + 4, 1));
        }
    }
}
