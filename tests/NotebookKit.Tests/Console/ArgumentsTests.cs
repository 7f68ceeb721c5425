using NotebookKit.Console;
using NotebookKit.Formatting;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Console;

public class ArgumentsTests
{
    [Theory]
    [InlineData("--sed 7", "There is no option '--sed'; did you mean --seed?")]
    [InlineData("--qqqqqqqq", "There is no option '--qqqqqqqq'.")]
    [InlineData("-c Release", "There is no option '-c'.")]
    [InlineData("--seed", "Required argument missing for option: '--seed'.")]
    [InlineData("--seed seven", "--seed takes a whole number from 0 to 18446744073709551615, but was given 'seven'.")]
    [InlineData("--seed -1", "--seed takes a whole number from 0 to 18446744073709551615, but was given '-1'.")]
    [InlineData("--seed 1 --seed 2", "Option '--seed' expects a single argument but 2 were provided.")]
    [InlineData("--sample 0", "--sample takes a whole number from 1, but was given '0'.")]
    [InlineData("--threads 1.5", "--threads takes a whole number from 1, but was given '1.5'.")]
    [InlineData("--format xml", "--format takes chatml, sharegpt, alpaca, but was given 'xml'.")]
    [InlineData("--task poetry", "--task takes classification, qa, chat, summarization, generation or extraction, but was given 'poetry'.")]
    [InlineData("--task unknown", "--task takes classification, qa, chat, summarization, generation or extraction, but was given 'unknown'.")]
    [InlineData("--task 3", "--task takes classification, qa, chat, summarization, generation or extraction, but was given '3'.")]
    [InlineData("--set near.threshold", "--set takes name=value, such as near.threshold=0.85, but was given 'near.threshold'.")]
    [InlineData("--set near.threshold=2", "near.threshold must be from")]
    [InlineData("--set near.treshold=0.9", "There is no setting 'near.treshold'; did you mean near.threshold")]
    [InlineData("--map question", "--map: The field map 'question' cannot be used")]
    [InlineData("a.csv --map b.csv:input=x", "--map names 'b.csv', which is not one of the inputs.")]
    [InlineData("a.json --read-as word", "--read-as takes openai-messages,")]
    [InlineData("a.json --origin b.json=synthetic", "--origin names 'b.json', which is not one of the inputs.")]
    [InlineData("a.json --origin a.json=unknown", "--origin takes production-log, public-dataset, human-written, synthetic, distilled, but was given 'unknown'.")]
    [InlineData("--terms /nowhere/terms.txt", "--terms: '/nowhere/terms.txt' does not exist.")]
    [InlineData("--allow /nowhere/terms.txt", "--allow: '/nowhere/terms.txt' does not exist.")]
    [InlineData("--deny /nowhere/deny.txt", "--deny: '/nowhere/deny.txt' does not exist.")]
    [InlineData("--key-file /nowhere/key", "--key-file: '/nowhere/key' does not exist.")]
    [InlineData("--out=", "Required argument missing for option: '--out'.")]
    public void Wrong_arguments_end_in_one_clear_line_and_code_2(string line, string message)
    {
        using var run = new ConsoleRun();
        string[] given = line.Split(' ');
        Assert.Equal(2, run.Run(line.Contains("--out", StringComparison.Ordinal) ? given : ["--out", run.Out, .. given]));
        Assert.StartsWith("prepare: " + message, run.Complaint(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Out));
    }

    [Fact]
    public void All_that_can_be_asked_for_arrives()
    {
        using var run = new ConsoleRun();
        var terms = run.File("terms.txt", "AB-1", "", "Blue Box");
        var arguments = PrepareArguments.Parse(["a.csv", "b.json", "--out", "x y", "--format", "ShareGPT", "--task", "qa", "--seed", "18446744073709551615",
            "--sample", "200", "--set", "near.threshold=0.85", "--set", "length.minOutput=off", "--map", "a.csv:input=q,output=a", "--map", "input=text",
            "--read-as", "b.json=alpaca", "--origin", "b.json=synthetic", "--licences", "MIT, CC0-1.0", "--terms", terms, "--in-domain", "typical.jsonl", "--against", "exam.csv", "--against", "b2.jsonl", "--map", "exam.csv:input=x",
            "--language", "de", "--base-model", "gpt", "--threads", "3", "--strict"]);
        Assert.Equal(["a.csv", "b.json"], arguments.Inputs);
        Assert.Equal(("x y", ulong.MaxValue, 3, true), (arguments.Out, arguments.Seed, arguments.Threads!.Value, arguments.Strict));
        Assert.Equal([("near.threshold", "0.85"), ("length.minOutput", "off")], arguments.Settings);
        var options = arguments.Options;
        Assert.Equal((ChatFormat.ShareGpt, TaskKind.QuestionAnswering, 200), (options.Format, options.Task!.Value, options.Sample!.Value));
        Assert.Equal(["AB-1", "Blue Box"], options.Terms);
        Assert.Equal(["MIT", "CC0-1.0"], options.Licences!);
        Assert.Equal(["typical.jsonl"], options.InDomain);
        Assert.Equal(["exam.csv", "b2.jsonl"], options.Against);
        Assert.Equal("input=x", options.Sourcing.Maps["exam.csv"].ToString());
        Assert.Equal(("de", "gpt"), (options.Language, options.BaseModel));
        Assert.Equal("input=q,output=a", options.Sourcing.Maps["a.csv"].ToString());
        Assert.Equal("input=text", options.Sourcing.Map!.ToString());
        Assert.Equal(SourceFormat.Alpaca, options.Sourcing.Formats["b.json"]);
        Assert.Equal(Origin.Synthetic, options.Sourcing.Origins["b.json"]);
    }

    [Fact]
    public void Allowed_terms_of_two_files_join_and_denied_values_may_have_a_type()
    {
        using var run = new ConsoleRun();
        var options = PrepareArguments.Parse(["--terms", run.File("terms.txt", "AB-1"), "--allow", run.File("allow.txt", "Blue Box", ""), "--deny", run.File("deny.txt", "", "Bluefin", "PROJECT_CODE\tKestrel 7")]).Options;
        Assert.Equal(["AB-1", "Blue Box"], options.Terms);
        Assert.Equal(["Bluefin", "PROJECT_CODE\tKestrel 7"], options.Deny);
        Assert.All(FineTuning.Recipe(options).Steps.Select(s => s.Stage).OfType<NotebookKit.Anonymizing.Anonymizer>(), a => Assert.Equal((2, 2), (a.Terms.Count, a.Deny.Count)));
        Assert.All(FineTuning.Recipe(options).Steps.Select(s => s.Stage).OfType<NotebookKit.Anonymizing.ResidualCheck>(), r => Assert.Equal((2, 2), (r.Terms.Count, r.Deny.Count)));
    }

    [Theory]
    [InlineData("project code\tKestrel", "what stands before the tab must be a type: capital letters, digits and underscores, such as PROJECT_CODE.")]
    [InlineData("A\tB\tC", "expected a value, or a type, one tab and a value, but there are two tabs.")]
    [InlineData("K", "the value must have two characters or more: one alone would mask half the text.")]
    [InlineData("PROJECT_CODE\tBLUE box", "the same value is in the list of what is never masked (--allow, --terms): take it out of one of them.")]
    public void A_line_of_the_deny_list_that_cannot_be_used_is_named_by_file_and_line(string line, string problem)
    {
        using var run = new ConsoleRun();
        var deny = run.File("deny.txt", "Bluefin", "", line);
        Assert.Equal(2, run.Run(["--out", run.Out, "--allow", run.File("allow.txt", "Blue Box"), "--deny", deny]));
        Assert.StartsWith($"prepare: --deny: '{deny}', line 3: {problem}", run.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_name_begins_with_a_hyphen_stands_behind_two_hyphens() =>
        Assert.Equal(["-odd.jsonl"], PrepareArguments.Parse(["--", "-odd.jsonl"]).Inputs);

    [Fact]
    public void A_name_that_begins_with_an_at_sign_is_a_name() =>
        Assert.Equal(["@chats.jsonl"], PrepareArguments.Parse(["@chats.jsonl"]).Inputs);

    [Fact]
    public void No_short_option_but_h_exists_so_none_collides_with_those_of_dotnet_run()
    {
        var names = new PrepareSyntax().All.SelectMany(o => o.Aliases.Append(o.Name)).Where(n => !n.StartsWith("--", StringComparison.Ordinal));
        Assert.Equal(["-h"], names);
    }

    [Fact]
    public void Help_explains_every_option_and_every_setting()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run("--help"));
        foreach (var option in new PrepareSyntax().All)
        {
            Assert.Contains("  " + option.Name, run.Output, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(option.Description));
        }

        foreach (var setting in FineTuning.Recipe().Settings(new SourcingOptions()))
            Assert.Contains($"    {setting.Key} = {setting.Value}   ({setting.Type})", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
        Assert.All(run.Output.Split('\n'), l => Assert.True(l.Length <= 160, l));
    }

    [Fact]
    public void Help_shows_what_was_set()
    {
        using var run = new ConsoleRun();
        Assert.Equal(0, run.Run("--help", "--set", "near.threshold=0.85"));
        Assert.Contains("near.threshold = 0.85 ", run.Output, StringComparison.Ordinal);
    }
}
