using NotebookKit.Explaining;

namespace NotebookKit.Console;

/// <summary>The command behind <c>notebooks/scripts/compare.cs</c>: what differs between two versions of a dataset, and what leaks from one into the other?</summary>
public static class CompareCommand
{
    /// <summary>Held-out rows of the earlier version are in train of the later one.</summary>
    public const int Leaked = 1;

    private const string Name = "compare";

    private const string Help = """
        What differs between two versions of a dataset, and does the later one train on what the earlier one tested with?

        Usage:
          dotnet run notebooks/scripts/compare.cs -- BEFORE AFTER [--json] [--html FILE]

          BEFORE and AFTER are folders that prepare wrote, with their audit/.

        Options:
          --json        print JSON, with all ids
          --html FILE   write a page, too
          --help        show this

        Exit codes:
          0   compared
          1   compared, and rows that were held out before are in train now
          2   wrong arguments, or a folder that is not one of a run

        """;

    /// <summary>Runs the command with the process's streams.</summary>
    /// <param name="args">What stands behind <c>--</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Run(Terminal.OfProcess(), args);
    }

    internal static int Run(Terminal terminal, IReadOnlyList<string> args) => QuestionCommand.Guarded(terminal, Name, () =>
    {
        var (plain, options) = QuestionCommand.Split(args, ["--html"], ["--json", "--help"]);
        if (options.ContainsKey("--help"))
        {
            terminal.Block(Help.ReplaceLineEndings("\n"));
            return QuestionCommand.Done;
        }

        if (plain.Count != 2) throw new UsageException($"Give two folders, the earlier version first: compare -- out-v1 out-v2 (got {plain.Count}).");
        var comparison = RunComparison.Of(RunFolder.Open(plain[0]), RunFolder.Open(plain[1]));
        if (options.ContainsKey("--json")) terminal.Block(comparison.ToJson());
        else
            foreach (var line in comparison.ToText().Split('\n')) terminal.Line(line);
        if (options.TryGetValue("--html", out var page))
        {
            QuestionCommand.WritePage(page, $"Compared: {plain[0]} → {plain[1]}", [comparison]);
            if (!options.ContainsKey("--json")) terminal.Line($"Page: {new Uri(Path.GetFullPath(page)).AbsoluteUri}");
        }

        return comparison.Leaks.Any() ? Leaked : QuestionCommand.Done;
    });
}
