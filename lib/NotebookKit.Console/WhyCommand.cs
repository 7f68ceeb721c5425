using NotebookKit.Display;
using NotebookKit.Explaining;

namespace NotebookKit.Console;

/// <summary>The command behind <c>notebooks/scripts/why.cs</c>: where did my row go, why, and which row was kept instead?</summary>
public static class WhyCommand
{
    private const string Name = "why";
    private const int MostMatches = 20;

    private const string Help = """
        Where did a row go, why, and which row was kept instead?

        Usage:
          dotnet run notebooks/scripts/why.cs -- FOLDER ROW [ROW…] [--json] [--html FILE]
          dotnet run notebooks/scripts/why.cs -- FOLDER --text "PIECE OF TEXT"

          FOLDER is what prepare wrote (out), with its audit/.
          ROW is an id, the id that the source gave it, or FILE:LINE of an input.

        Examples:
          dotnet run notebooks/scripts/why.cs -- out tickets/T-1042
          dotnet run notebooks/scripts/why.cs -- out tickets.jsonl:17
          dotnet run notebooks/scripts/why.cs -- out --text "reset my password"

        Options:
          --text TEXT   list the rows, kept or removed, whose masked text has this text (at most 20)
          --json        print JSON
          --html FILE   write a page instead of printing
          --help        show this

        Exit codes:
          0   answered
          2   wrong arguments, no folder of a run, or no such row (the nearest ids are named)

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
        var (plain, options) = QuestionCommand.Split(args, ["--text", "--html"], ["--json", "--help"]);
        if (options.ContainsKey("--help"))
        {
            terminal.Block(Help.ReplaceLineEndings("\n"));
            return QuestionCommand.Done;
        }

        if (plain.Count == 0) throw new UsageException("Give the folder of a run and the row to ask for: why -- out tickets/T-1042.");
        var folder = RunFolder.Open(plain[0]);
        var json = options.ContainsKey("--json");
        if (options.TryGetValue("--text", out var text)) return Search(terminal, folder, text, json);
        if (plain.Count == 1) throw new UsageException($"Which row of '{plain[0]}'? Give its id, FILE:LINE of an input, or --text \"…\".");
        var lives = plain.Skip(1).Select(folder.Why).ToList();
        if (options.TryGetValue("--html", out var page))
        {
            QuestionCommand.WritePage(page, lives.Count == 1 ? $"Why: {lives[0].Id ?? lives[0].Asked}" : "Why", lives);
            terminal.Line($"Page: {new Uri(Path.GetFullPath(page)).AbsoluteUri}");
        }
        else if (json)
        {
            terminal.Block(lives.Count == 1 ? lives[0].ToJson() : "[\n" + string.Join(",\n", lives.Select(l => l.ToJson().TrimEnd())) + "\n]\n");
        }
        else
        {
            Print(terminal, lives);
        }

        return QuestionCommand.Done;
    });

    private static void Print(Terminal terminal, IEnumerable<IView> lives)
    {
        var first = true;
        foreach (var life in lives)
        {
            if (!first) terminal.Line();
            first = false;
            foreach (var line in life.ToText().Split('\n')) terminal.Line(line);
        }
    }

    private static int Search(Terminal terminal, RunFolder folder, string text, bool json)
    {
        var found = folder.Search(text, MostMatches + 1);
        if (found.Count == 0) throw new UsageException("No row has this text. Personal data is masked: search for words beside it.");
        if (json)
        {
            terminal.Block(SearchAsJson.Of(found.Take(MostMatches)));
            return QuestionCommand.Done;
        }

        var table = new Table
        {
            Columns = [new("id"), new("fate"), new("input"), new("answer")],
            Rows = [.. found.Take(MostMatches).Select(f => (IReadOnlyList<string>)[f.Id, f.Kept ? "kept" : "removed", f.Text.Input, f.Text.Output])],
        };
        Print(terminal, [table]);
        if (found.Count > MostMatches) terminal.Line($"… and more; a longer text finds fewer.");
        return QuestionCommand.Done;
    }
}
