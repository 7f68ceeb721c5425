using NotebookKit.Anonymizing;

namespace NotebookKit.Console;

/// <summary>The command behind <c>notebooks/scripts/reveal.cs</c>: what do the pseudonyms and surrogates in this text stand for?</summary>
public static class RevealCommand
{
    private const string Name = "reveal";

    private const string Help = """
        Gives text back with originals in the places of pseudonyms and surrogates, for the owner of the key.

        Usage:
          dotnet run notebooks/scripts/reveal.cs -- VAULT [FILE] --key-file FILE
          dotnet run notebooks/scripts/reveal.cs -- VAULT [FILE] --key-env NAME

          VAULT is the file that prepare wrote with --vault.
          FILE is a text (train.jsonl, an answer of the model); without it the standard input is read.
          The result is printed: it is personal data.

        Examples:
          dotnet run notebooks/scripts/reveal.cs -- people.vault out/train.jsonl --key-file secret.key
          echo "What does [NAME_3f2a9c01] ask?" | dotnet run notebooks/scripts/reveal.cs -- people.vault --key-env VAULT_KEY

        Options:
          --key-file FILE   the secret key of the run
          --key-env NAME    environment variable that holds it
          --help            show this

        Exit codes:
          0   the text was printed
          1   a file could not be read
          2   wrong arguments, another key, or a file that is no vault: nothing was printed

        """;

    /// <summary>Runs the command with the process's streams.</summary>
    /// <param name="args">What stands behind <c>--</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Run(Terminal.OfProcess(), args, System.Console.In);
    }

    internal static int Run(Terminal terminal, IReadOnlyList<string> args, TextReader input) => QuestionCommand.Guarded(terminal, Name, () =>
    {
        var (plain, options) = QuestionCommand.Split(args, ["--key-file", "--key-env"], ["--help"]);
        if (options.ContainsKey("--help"))
        {
            terminal.Block(Help.ReplaceLineEndings("\n"));
            return QuestionCommand.Done;
        }

        if (plain.Count is 0 or > 2) throw new UsageException("Give the vault and a text: reveal -- people.vault out/train.jsonl --key-file secret.key.");
        foreach (var file in plain)
            if (!File.Exists(file)) throw new UsageException($"'{file}' {PrepareArguments.Why(file)}.");
        var key = KeyArguments.Read(options.GetValueOrDefault("--key-file"), options.GetValueOrDefault("--key-env")) ?? throw new UsageException("Give the key of the run: --key-file FILE or --key-env NAME.");
        var vault = Vault.Open(plain[0], key);
        using var reader = plain.Count == 2 ? new StreamReader(plain[1]) : input;
        // Line by line: a replacement never spans two, and a dataset may be larger than memory.
        while (reader.ReadLine() is { } line)
            if (terminal.IsLive) terminal.Line(vault.Reveal(line));
            else terminal.Block(vault.Reveal(line) + "\n");
        return QuestionCommand.Done;
    });
}
