using System.Text.Json;
using NotebookKit.Anonymizing;
using NotebookKit.Recipes;

namespace NotebookKit.Tests.Anonymizing;

public class RecordTests
{
    private static Example Chat(string id = "1") => Build.Chat(id,
        (Role.User, "Hi Jane, it is about Tom Ashdown. Write to tom@mail.example."), (Role.Assistant, "Dear Tom, I will. Regards, Jane Fairweather"), (Role.User, "TOM@mail.example it is. Jane Fairweather's desk."))
        with
    { KnownNames = ["Tom Ashdown", "Jane Fairweather"] };

    [Fact]
    public void Numbers_count_entities_in_the_order_of_the_record()
    {
        var masked = new Anonymizer { Operator = Operator.Numbered }.Mask(Chat());
        Assert.Equal(
            ["Hi [NAME_1], it is about [NAME_2]. Write to [EMAIL_1].", "Dear [NAME_2], I will. Regards, [NAME_1]", "[EMAIL_1] it is. [NAME_1]'s desk."], masked.Messages.Select(m => m.Content!));
    }

    [Fact]
    public void Numbers_go_on_behind_those_that_stand_there()
    {
        var stage = new Anonymizer { Operator = Operator.Numbered };
        var again = stage.Mask(Build.Example("1", "[NAME_2] and [NAME_a1b2c3d4] wrote to jo@mail.example", "I am Jo Marsh.") with { KnownNames = ["Jo Marsh"] });
        Assert.Equal(("[NAME_2] and [NAME_a1b2c3d4] wrote to [EMAIL_1]", "I am [NAME_3]."), (again.Input, again.Output));
        Assert.Same(again, stage.Mask(again));
    }

    [Fact]
    public void A_part_of_a_name_means_the_one_person_of_the_record_who_has_it()
    {
        string[] Numbers(params string[] names)
        {
            var record = new RecordFinds { Key = SecretKey.FromSeed(1) };
            foreach (var name in names) record.Add(new(name)).TakeAll(new(0, name.Length, EntityTypes.Person, 1, "t"), name);
            return [.. record.Texts.Select(t => t.Write(f => Operator.Numbered.Replace(record.EntityOf(f.Span, f.Value))))];
        }

        Assert.Equal(["[NAME_1]", "[NAME_2]", "[NAME_1]", "[NAME_1]", "[NAME_1]"], Numbers("Jane", "Tom", "Jane Fairweather", "Fairweather, Jane", "J. Fairweather"));
        Assert.Equal(["[NAME_1]", "[NAME_2]", "[NAME_3]"], Numbers("Jane Fairweather", "Jane Marsh", "Jane"));
        Assert.Equal(["[NAME_1]", "[NAME_1]", "[NAME_1]"], Numbers("Jane", "Jane Fairweather", "Jane Mary Fairweather"));
    }

    public static TheoryData<string> Everywhere => ["pseudonym", "surrogate"];

    [Theory, MemberData(nameof(Everywhere))]
    public void The_same_entity_has_the_same_replacement_in_all_rows_threads_and_orders(string name)
    {
        var stage = new Anonymizer { Operator = Operator.Parse(name, null) };
        var rows = Enumerable.Range(0, 200).Select(i => Build.Example($"r{i}", $"Person{i % 7} wrote from p{i % 7}@mail.example or (212) 555-01{i % 7 + 10}", $"and again: P{i % 7}@MAIL.example, 212.555.01{i % 7 + 10}")).ToList();
        var one = stage.Apply(Dataset.Of(rows), new() { Threads = 1 }).Kept.Examples.ToDictionary(e => e.Id, e => (e.Input, e.Output));
        var eight = stage.Apply(Dataset.Of(rows.AsEnumerable().Reverse()), new() { Threads = 8 }).Kept.Examples.ToDictionary(e => e.Id, e => (e.Input, e.Output));
        Assert.Equal(one, eight.OrderBy(e => one.Keys.ToList().IndexOf(e.Key)).ToDictionary());
        foreach (var same in rows.GroupBy(r => r.Input)) Assert.Single(same.Select(r => one[r.Id]).Distinct());
        Assert.Equal(7, one.Values.Select(v => v.Input).Distinct().Count());
        Assert.Contains(one["r0"].Input.Split(" wrote from ")[1].Split(' ')[0], one["r0"].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_may_have_its_own_operator_and_is_then_looked_for()
    {
        var stage = new Anonymizer
        {
            Recognizers = [new Ages()],
            Operators = new Dictionary<string, Operator> { ["email_address"] = Operator.Keep, [EntityTypes.Age] = Operator.Generalize, [EntityTypes.IpAddress] = Operator.Generalize },
        };
        Assert.Equal("I am [NAME], aged 30-39, jo@mail.example, at 203.0.113.0/24", stage.MaskText("I am Jo Marsh, aged 37, jo@mail.example, at 203.0.113.9"));
        Assert.Equal(1, Build.Dataset(Build.Example("1", "jo@mail.example", "ok")).Apply(stage).Report.Counts["found:EMAIL_ADDRESS"]);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Anonymizer { Operators = new Dictionary<string, Operator> { ["EMIAL"] = Operator.Mask } });
        Assert.StartsWith("Operators must name types of personal data, or those of recognizers that are set before; 'EMIAL' is none: did you mean EMAIL_ADDRESS or ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_are_set_from_text_and_written_into_descriptions()
    {
        var recipe = FineTuning.Recipe().Set("anonymizing.operators", "DATE_TIME=shift-date,AGE=generalize").Set("anonymizing.operator", "remove-row");
        var stage = Assert.IsType<Anonymizer>(recipe["anonymizing"]);
        Assert.Equal([(EntityTypes.Age, Operator.Generalize), (EntityTypes.DateTime, Operator.ShiftDate)], stage.Operators.Select(o => (o.Key, o.Value)));
        Assert.Same(Operator.RemoveRow, stage.Operator);
        Assert.Contains("\"operators\":{\"AGE\":\"generalize\",\"DATE_TIME\":\"shift-date\"}", stage.Describe().Options, StringComparison.Ordinal);
        Assert.Equal("AGE=generalize,DATE_TIME=shift-date", recipe.Settings().Single(s => s.Key == "anonymizing.operators").Value);
        Assert.StartsWith("anonymizing.operators must name types of personal data, or those of recognizers that are set before; 'EMIAL' is none: did you mean EMAIL_ADDRESS or ", Assert.Throws<SettingException>(() => FineTuning.Recipe().Set("anonymizing.operators", "EMIAL=mask")).Message, StringComparison.Ordinal);
        Assert.Equal(
            "anonymizing.operators takes map a=…,b=… with values Placeholder | Numbered | Mask | Remove | Pseudonym | Surrogate | ShiftDate | Generalize | Keep | RemoveRow | …, but was given 'AGE=hash'.",
            Assert.Throws<SettingException>(() => FineTuning.Recipe().Set("anonymizing.operators", "AGE=hash")).Message);
    }

    [Fact]
    public void Remove_row_takes_the_row_out_and_withholds_its_text()
    {
        var stage = new Anonymizer { Operators = new Dictionary<string, Operator> { [EntityTypes.CreditCard] = Operator.RemoveRow } };
        var result = Build.Dataset(Build.Example("1", "my card 4000 0000 0000 0002 fails", "ok"), Build.Example("2", "my mail jo@mail.example fails", "ok")).Apply(stage);
        Assert.Equal("my mail [EMAIL] fails", Assert.Single(result.Kept.Examples).Input);
        var removed = Assert.Single(result.Removed);
        Assert.Equal((Anonymizer.HoldsPersonalData, 1.0, 0.0, true), (removed.Reason, removed.Measured, removed.Limit, removed.Withheld));
        Assert.Equal("my card [CARD] fails", stage.MaskText("my card 4000 0000 0000 0002 fails"));
    }

    [Theory]
    [InlineData("surrogate")]
    [InlineData("keep")]
    [InlineData("numbered")]
    [InlineData("pseudonym")]
    [InlineData("generalize")]
    public void What_was_written_is_not_touched_again_in_a_run(string name)
    {
        var stage = new Anonymizer { Operator = Operator.Parse(name, null) };
        var row = Chat() with { Metadata = """{"file":"cv_tom_ashdown.pdf","ip":"10.1.2.3","phone":"(212) 555-0147"}""" };
        var once = stage.Mask(row);
        Assert.NotSame(row, once);
        Assert.Same(once, stage.Mask(once));
        Assert.Same(once, new Anonymizer().Mask(once));
        Assert.Empty(Dataset.Of([once]).Apply(new ResidualCheck()).Removed);
    }

    public static TheoryData<string> Names => [.. Operator.All.Select(o => o.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Json_stays_json_and_no_value_is_lost(string name)
    {
        var stage = new Anonymizer { Operator = Operator.Parse(name, null) };
        var row = Build.Example("1", "hi", "ok") with
        {
            Metadata = """{"jo@mail.example":1,"ann@mail.example":2,"phone":2125550147,"card":4000000000000002,"deep":[{"to":"Jo \"Bo\" Marsh"}],"n":1234567,"f":1.5e10}""",
            Messages = [new(Role.User, "hi"), new(Role.Assistant, null) { ToolCalls = [new("1", "mail", """{"to":["jo@mail.example"],"iban":"DE02 1203 0000 0000 2020 51"}""")] }],
            KnownNames = ["Jo Marsh"],
        };
        var masked = stage.Mask(row);
        using var metadata = JsonDocument.Parse(masked.Metadata!);
        Assert.Equal(7, metadata.RootElement.EnumerateObject().Select(p => p.Name).Distinct().Count());
        using var arguments = JsonDocument.Parse(masked.Messages[1].ToolCalls[0].Arguments);
        Assert.Equal(JsonValueKind.Array, arguments.RootElement.GetProperty("to").ValueKind);
        if (name == "keep") return;
        Assert.All(new[] { "jo@mail", "ann@mail", "4000000000000002", "DE02 1203" }, s => Assert.DoesNotContain(s, masked.Metadata + masked.Messages[1].ToolCalls[0].Arguments, StringComparison.Ordinal));
        if (name == "surrogate") Assert.Equal(JsonValueKind.Number, metadata.RootElement.GetProperty("card").ValueKind);
    }

    [Theory]
    [InlineData("cv_jane_fairweather.pdf", "cv_[NAME].pdf")]
    [InlineData("jane-fairweather-2024.docx", "[NAME]-2024.docx")]
    [InlineData("CV.Jane.Fairweather.pdf", "CV.[NAME].pdf")]
    [InlineData("cvJaneFairweather.pdf", "cv[NAME].pdf")]
    [InlineData("/home/janefairweather/notes.txt", "/home/[NAME]/notes.txt")]
    [InlineData("fairweather_jane_scan.png", "[NAME]_scan.png")]
    [InlineData("weather_fair_2024.csv", "weather_fair_2024.csv")]
    public void Names_of_files_do_not_give_a_known_name_away(string file, string expected)
    {
        var masked = new Anonymizer().Mask(Build.Example("1", "hi", "ok") with { KnownNames = ["Jane Fairweather"], Metadata = JsonSerializer.Serialize(new { file }) });
        using var metadata = JsonDocument.Parse(masked.Metadata!);
        Assert.Equal(expected, metadata.RootElement.GetProperty("file").GetString());
    }

    [Fact]
    public void A_source_named_after_a_person_is_said_without_the_name()
    {
        var finding = Assert.Single(Build.Dataset(Build.Example("1", "hi", "ok") with { Source = "chat_jane_fairweather", KnownNames = ["Jane Fairweather"] }).Apply(new Anonymizer()).Report.Findings);
        Assert.Equal(("source-named-after-a-person", Severity.Warning), (finding.Code, finding.Severity));
        Assert.DoesNotContain("fairweather", finding.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Speakers_get_names_that_trainers_accept_from_every_operator()
    {
        foreach (var with in Operator.All)
        {
            var row = new Example { Id = "1", Messages = [new(Role.User, "hi") { Name = "Zoë Ångström" }], KnownNames = ["Zoë Ångström"] };
            if (with != Operator.Keep) Assert.Matches("^[A-Za-z0-9_-]{1,64}$", new Anonymizer { Operator = with }.Mask(row).Messages[0].Name);
        }
    }

    private sealed class Ages : Recognizer
    {
        public override string EntityType => EntityTypes.Age;

        public override void Find(string text, RecognizerContext context, List<Span> into)
        {
            var at = text.IndexOf("aged ", StringComparison.Ordinal);
            if (at >= 0) into.Add(At(at + 5, at + 7, 1));
        }
    }
}
