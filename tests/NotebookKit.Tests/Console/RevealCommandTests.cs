using NotebookKit.Console;

namespace NotebookKit.Tests.Console;

public sealed class RevealCommandTests : IDisposable
{
    private readonly ConsoleRun run = new();
    private readonly string key;
    private readonly string rows;
    private readonly string vault;

    public RevealCommandTests()
    {
        key = run.File("secret.key", "0123456789abcdef0123456789abcdef");
        rows = run.File("rows.jsonl", [.. Enumerable.Range(0, 12).Select(i =>
            $$"""{"messages":[{"role":"user","content":"Where is parcel {{i}} of Jane Fairweather, please? Write to jane{{i}}@mail.example."},{"role":"assistant","content":"Dear customer {{i}}, the parcel number {{i * 7}} is on its way to you and comes tomorrow."}]}""")]);
        vault = Path.Combine(Path.GetDirectoryName(key)!, "people.vault");
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_run_with_a_vault_can_be_turned_back_by_who_has_the_key()
    {
        Assert.InRange(run.Run(rows, "--out", run.Out, "--key-file", key, "--vault", vault, "--set", "anonymizing.operator=pseudonym"), 0, 1);
        Assert.Contains("Vault: ", run.Output, StringComparison.Ordinal);
        var train = Path.Combine(run.Out, "train.jsonl");
        Assert.DoesNotContain("Fairweather", File.ReadAllText(train), StringComparison.Ordinal);
        var (code, output, error) = Reveal("", vault, train, "--key-file", key);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("of Jane Fairweather, please? Write to jane", output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllLines(train).Length, output.Split('\n').Length - 1);
        var coded = File.ReadAllText(train)[File.ReadAllText(train).IndexOf("[NAME_", StringComparison.Ordinal)..][..15];
        Assert.Equal((0, "ask Jane Fairweather\n", ""), Reveal($"ask {coded}\n", vault, "--key-file", key));
        var other = run.File("other.key", "fedcba9876543210fedcba9876543210");
        Assert.Equal((2, "", $"reveal: The vault '{vault}' was written with another key: give the key of its run.\n"), Reveal("x", vault, "--key-file", other));
    }

    [Theory]
    [InlineData("--vault: A vault needs a secret key, of a file or of the environment", "anonymizing.operator=pseudonym", false, "people.vault")]
    [InlineData("--vault: no operator of this run can be turned back", "anonymizing.operator=mask", true, "people.vault")]
    [InlineData("--vault: The vault '", "anonymizing.operator=surrogate", true, "out/people.vault")]
    public void A_vault_that_would_be_of_no_use_or_no_secret_is_refused_before_the_run(string complaint, string setting, bool withKey, string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(run.Out)!, name.Replace("out/", Path.GetFileName(run.Out) + "/", StringComparison.Ordinal));
        string[] keys = withKey ? ["--key-file", key] : [];
        Assert.Equal(2, run.Run([rows, "--out", run.Out, "--vault", path, "--set", setting, .. keys]));
        Assert.StartsWith("prepare: " + complaint, run.Complaint(), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
        Assert.False(Directory.Exists(run.Out));
    }

    [Fact]
    public void A_key_comes_from_one_place()
    {
        Assert.Equal(2, run.Run(rows, "--out", run.Out, "--key-file", key, "--key-env", "X"));
        Assert.StartsWith("prepare: --key-file and --key-env were both given", run.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_that_is_not_set_is_named()
    {
        Assert.Equal(2, run.Run(rows, "--out", run.Out, "--key-env", "NOTEBOOKKIT_NOT_THERE"));
        Assert.StartsWith("prepare: --key-env: The environment variable 'NOTEBOOKKIT_NOT_THERE' is not set.", run.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_explains_itself_and_says_what_is_missing()
    {
        Assert.StartsWith("Gives text back with originals", Reveal("", "--help").Output, StringComparison.Ordinal);
        Assert.Equal((2, "", "reveal: Give the vault and a text: reveal -- people.vault out/train.jsonl --key-file secret.key. See --help.\n"), Reveal(""));
        Assert.Equal((2, "", "reveal: 'nowhere' does not exist. See --help.\n"), Reveal("", "nowhere", "--key-file", key));
        Assert.Equal((2, "", "reveal: Give the key of the run: --key-file FILE or --key-env NAME. See --help.\n"), Reveal("", rows));
        Assert.Equal((2, "", $"reveal: '{rows}' is no vault: give the file that prepare wrote with --vault.\n"), Reveal("", rows, "--key-file", key));
    }

    private static (int Code, string Output, string Error) Reveal(string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = RevealCommand.Run(new Terminal(output, error), args, new StringReader(input));
        return (code, output.ToString(), error.ToString());
    }
}
