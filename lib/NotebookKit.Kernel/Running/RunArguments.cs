using System.Globalization;
using NotebookKit.Console;

namespace NotebookKit.Kernel.Running;

/// <summary>What the command was asked for.</summary>
internal sealed record RunArguments
{
    public const string Help = """
        Runs notebooks, top to bottom, each in a fresh process, and keeps what they show.

        Usage:
          dotnet run notebooks/scripts/run-notebooks.cs -- [FILE|FOLDER…] [--check] [--ran DIR] [--html DIR] [--jobs N] [--timeout SECONDS] [--allow-raw]

          Without files or folders: all of notebooks/.

        Options:
          --check            write nothing into the notebooks; prove that the outputs they hold are those of a fresh run, and that they keep to
                             the form: every cell ran, numbered 1 to n; outputs of at most 100,000 bytes; no absolute path; no script
          --ran DIR          run nothing: check as --check does, but against the notebooks of the same names in DIR, which another program
                             ran (jupyter nbconvert --to notebook --execute … --output-dir DIR)
          --html DIR         write each notebook as one page, too, and a page that lists them
          --jobs N           run N notebooks at once (default 1), 1 to 64; what is said of them comes in their order. They must not write the same files
          --timeout SECONDS  time for one cell (default 120); a cell that takes longer is stopped from outside
          --allow-raw        save outputs that show rows as they were recorded, before anonymizing (ShowRaw); a cell with the tag
                             allow-raw may always
          --help             show this

        A cell with the tag raises-exception must fail, and the run goes on. A notebook that fails elsewhere keeps the outputs that it has.
        A notebook whose metadata name packages (notebookkit.needs) that no package source here has is left out, and a line says which.

        Exit codes:
          0   all is well; what was left out is said
          1   a notebook failed, or does not hold what a fresh run gives
          2   wrong arguments

        """;

    /// <summary>The notebooks, in order.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Write nothing into them.</summary>
    public bool Check { get; init; }

    /// <summary>Folder of the same notebooks as another program ran them; null where they run here.</summary>
    public string? Ran { get; init; }

    /// <summary>Save raw outputs.</summary>
    public bool AllowRaw { get; init; }

    /// <summary>Folder for pages; null for none.</summary>
    public string? Pages { get; init; }

    /// <summary>Notebooks that run at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Time for one cell.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Reads the arguments; null where help was asked for.</summary>
    /// <exception cref="UsageException">They cannot be carried out.</exception>
    public static RunArguments? Parse(IReadOnlyList<string> args)
    {
        var (plain, options) = QuestionCommand.Split(args, ["--html", "--timeout", "--ran", "--jobs"], ["--check", "--allow-raw", "--help"]);
        if (options.ContainsKey("--help")) return null;
        var arguments = new RunArguments
        {
            Files = NotebookFiles.Find(plain),
            Check = options.ContainsKey("--check") || options.ContainsKey("--ran"),
            Ran = options.GetValueOrDefault("--ran"),
            AllowRaw = options.ContainsKey("--allow-raw"),
            Pages = options.GetValueOrDefault("--html"),
        };
        if (arguments.Pages is { } pages && File.Exists(pages)) throw new UsageException($"--html: '{pages}' is a file; give a folder.");
        if (arguments.Ran is { } ran && !Directory.Exists(ran)) throw new UsageException($"--ran: there is no folder '{ran}'.");
        if (options.TryGetValue("--jobs", out var many))
            arguments = arguments with { Jobs = int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 64 ? jobs : throw new UsageException($"--jobs: expected a whole number from 1 to 64, found '{many}'.") };
        if (!options.TryGetValue("--timeout", out var text)) return arguments;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || !(seconds is > 0 and <= 86_400))
            throw new UsageException($"--timeout: expected seconds above 0, at most 86400, found '{text}'.");
        return arguments with { Timeout = TimeSpan.FromSeconds(seconds) };
    }
}
