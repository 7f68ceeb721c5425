using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public sealed class VaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vault").FullName;

    private string At(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SecretKey Key(string text = "0123456789abcdef0123456789abcdef")
    {
        File.WriteAllText(At("key"), text);
        return SecretKey.FromFile(At("key"));
    }

    private static readonly Dataset Rows = Dataset.Of(Enumerable.Range(0, 60).Select(i => Build.Example($"r{i}", $"It is Jane Fairweather, jane{i % 9}@mail.example, \"(212) 555-01{i % 9 + 10}\"", $"Thanks, Jane ({i})") with { KnownNames = ["Jane Fairweather"] }));

    private IReadOnlyList<string> Run(string vault, Operator with, int threads, bool backwards = false)
    {
        using var writer = VaultWriter.Create(At(vault), Key());
        var rows = backwards ? Dataset.Of(Rows.Examples.Reverse()) : Rows;
        var kept = rows.Apply(new Anonymizer { Operator = with }, new() { Key = Key(), Threads = threads, Vault = writer }).Kept.Examples;
        Assert.True(writer.Commit() > 10);
        return [.. kept.OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => e.Input)];
    }

    public static TheoryData<string> Ways => ["pseudonym", "surrogate"];

    [Theory, MemberData(nameof(Ways))]
    public void The_owner_of_the_key_gets_the_originals_back(string name)
    {
        var masked = Run("v", Operator.Parse(name, null), 1);
        var vault = Vault.Open(At("v"), Key());
        Assert.All(masked, text => Assert.DoesNotContain("Jane", text, StringComparison.Ordinal));
        Assert.Equal(Rows.Examples.OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => e.Input), masked.Select(vault.Reveal));
        Assert.Equal("nothing to turn back", vault.Reveal("nothing to turn back"));
        var person = masked[0].Split("It is ")[1].Split(',')[0];
        Assert.Equal("""{"a":"Jane Fairweather"}""", vault.Reveal($$"""{"a":"{{person}}"}"""));
    }

    [Theory, MemberData(nameof(Ways))]
    public void Threads_order_and_runs_do_not_change_a_byte(string name)
    {
        Run("one", Operator.Parse(name, null), 1);
        Run("eight", Operator.Parse(name, null), 8, backwards: true);
        Assert.Equal(File.ReadAllBytes(At("one")), File.ReadAllBytes(At("eight")));
    }

    [Fact]
    public void The_file_holds_no_original_and_is_its_owners_alone()
    {
        Run("v", Operator.Pseudonym, 1);
        var text = File.ReadAllText(At("v"));
        Assert.DoesNotContain("Jane", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mail.example", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("v")));
        Assert.Equal(text.Split('\n')[1..^1].Order(StringComparer.Ordinal), text.Split('\n')[1..^1]);
    }

    [Fact]
    public void Another_key_a_changed_entry_or_another_file_is_refused_without_content()
    {
        Run("v", Operator.Pseudonym, 1);
        var wrong = Assert.Throws<BadInputException>(() => Vault.Open(At("v"), Key("another key of sixteen bytes")));
        Assert.Equal($"The vault '{At("v")}' was written with another key: give the key of its run.", wrong.Message);
        var lines = File.ReadAllLines(At("v"));
        File.WriteAllLines(At("swapped"), [lines[0], lines[1].Replace("\"replacement\":\"[", "\"replacement\":\"[X", StringComparison.Ordinal)]);
        Assert.Contains("line 2, field \"original\"", Assert.Throws<BadInputException>(() => Vault.Open(At("swapped"), Key())).Message, StringComparison.Ordinal);
        foreach (var content in new[] { "", "hello", "{\"type\":1}", "[]", "{\"type\":\"kind\",\"replacement\":\"x\",\"original\":\"y\"}" })
        {
            File.WriteAllText(At("other"), content);
            Assert.Contains("is no vault", Assert.Throws<BadInputException>(() => Vault.Open(At("other"), Key())).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_vault_needs_a_secret_key_a_new_file_and_a_place_that_is_not_handed_over()
    {
        Assert.Contains("needs a secret key", Assert.Throws<ArgumentException>(() => VaultWriter.Create(At("v"), SecretKey.FromSeed(1))).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(At("out"));
        Assert.Contains("handed over", Assert.Throws<ArgumentException>(() => VaultWriter.Create(Path.Combine(At("out"), "audit", "..", "v"), Key(), At("out") + "/")).Message, StringComparison.Ordinal);
        Assert.Contains("handed over", Assert.Throws<ArgumentException>(() => VaultWriter.Create(At("out/audit/v"), Key(), At("out"))).Message, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(At("link"), At("out"));
            Assert.Throws<ArgumentException>(() => VaultWriter.Create(At("link/v"), Key(), At("out")));
        }

        File.WriteAllText(At("there"), "precious");
        Assert.Contains("exists already", Assert.Throws<IOException>(() => VaultWriter.Create(At("there"), Key())).Message, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(At("there")));
        VaultWriter.Create(At("outside"), Key(), At("out")).Dispose();
        Assert.False(File.Exists(At("outside")));
    }

    [Fact]
    public void Two_originals_behind_one_replacement_are_both_given()
    {
        using (var writer = VaultWriter.Create(At("v"), Key()))
        {
            writer.Add(new(EntityTypes.Person, "Jo Marsh"), "Robin Ashcombe");
            writer.Add(new(EntityTypes.Person, "Ada Pell"), "Robin Ashcombe");
            writer.Add(new(EntityTypes.Person, "ADA"), "Robin");
            writer.Commit();
        }

        var vault = Vault.Open(At("v"), Key());
        Assert.Equal("{Ada Pell | Jo Marsh} and ADA; Robinson", vault.Reveal("Robin Ashcombe and Robin; Robinson"));
        Assert.Equal(2, vault.Count);
    }

    [Fact]
    public void A_key_of_the_environment_is_the_same_as_one_of_a_file_and_never_shown()
    {
        Environment.SetEnvironmentVariable("NOTEBOOKKIT_TEST_KEY", "0123456789abcdef0123456789abcdef\n");
        Environment.SetEnvironmentVariable("NOTEBOOKKIT_SHORT_KEY", "hunter2");
        Assert.Equal(Key().Code("x", "y"), SecretKey.FromEnvironment("NOTEBOOKKIT_TEST_KEY").Code("x", "y"));
        Assert.True(SecretKey.FromEnvironment("NOTEBOOKKIT_TEST_KEY").IsSecret);
        var refusal = Assert.Throws<ArgumentException>(() => SecretKey.FromEnvironment("NOTEBOOKKIT_SHORT_KEY"));
        Assert.Contains("'NOTEBOOKKIT_SHORT_KEY' holds 7 bytes; at least 16", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("is not set", Assert.Throws<ArgumentException>(() => SecretKey.FromEnvironment("NOTEBOOKKIT_NO_KEY")).Message, StringComparison.Ordinal);
    }
}
