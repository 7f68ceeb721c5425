using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using NotebookKit.Anonymizing;
using NotebookKit.Display;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;
using NotebookKit.Writing;

namespace NotebookKit.Console;

/// <summary>The command behind <c>notebooks/scripts/prepare.cs</c>: arguments → run → files, with progress, a summary and an exit code.
/// Whatever goes wrong is said in one line on the error stream; nothing of it shows a stack.</summary>
public sealed class PrepareCommand
{
    /// <summary>Everything is written, and nothing in it stops training.</summary>
    public const int Done = 0;

    /// <summary>Written, but look at it: no row, an input that could not be used, a failed check. Or the run itself failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments, an input that is missing, a folder that must not be replaced. Nothing was written.</summary>
    public const int Wrong = 2;

    /// <summary>Written, but an item of the checklist failed, and <c>--gate</c> was given.</summary>
    public const int Gated = 3;

    /// <summary>Stopped by the user. Nothing was written.</summary>
    public const int Stopped = 130;

    private const string Name = "prepare";

    private readonly Terminal terminal;
    private readonly Func<PrepareOptions, Recipe> recipeOf;

    internal PrepareCommand(Terminal terminal, Func<PrepareOptions, Recipe>? recipe = null)
    {
        this.terminal = terminal;
        recipeOf = recipe ?? FineTuning.Recipe;
    }

    /// <summary>Runs the command with the process's streams; Ctrl-C stops it within a second.</summary>
    /// <param name="args">What stands behind <c>--</c>.</param>
    /// <param name="recipe">The recipe for what was asked; null for <see cref="FineTuning.Recipe"/>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, Func<PrepareOptions, Recipe>? recipe = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var stop = new StopSignal(Stopped);
        return new PrepareCommand(Terminal.OfProcess(), recipe).Run(args, stop.Token);
    }

    /// <summary>Runs the command; it never throws.</summary>
    internal int Run(IReadOnlyList<string> args, CancellationToken cancel)
    {
        try
        {
            return Carry(args, cancel);
        }
        catch (OperationCanceledException)
        {
            return Say(Stopped, "stopped; nothing was written.");
        }
        catch (Exception error) when (error is UsageException or SettingException)
        {
            return Say(Wrong, $"{error.Message} See --help.");
        }
        catch (Exception error) when (error is SourceException or BadInputException or RunFolderException)
        {
            return Say(Wrong, error.Message);
        }
        catch (OutputFolderException error)
        {
            return Say(error.Refused ? Wrong : Failed, error.Message, error);
        }
        catch (StageFailedException error)
        {
            return Say(Failed, $"{error.Message} Nothing was written.{ForDetails}", error.Cause);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Say(Failed, $"{error.Message} Nothing was written.", error);
        }
        catch (Exception error)
        {
            // An unknown error's message may hold text of a row.
            return Say(Failed, $"unexpected error: {error.GetType().Name}. Nothing was written.{ForDetails}", error);
        }
    }

    private static bool Debugging => Environment.GetEnvironmentVariable("NOTEBOOKKIT_DEBUG") is "1";

    private static string ForDetails => Debugging ? "" : " NOTEBOOKKIT_DEBUG=1 shows the details, which may hold text of the data.";

    private int Carry(IReadOnlyList<string> args, CancellationToken cancel)
    {
        var arguments = PrepareArguments.Parse(args);
        if (arguments.Version)
        {
            terminal.Line(VersionText());
            return Done;
        }

        var options = arguments.Options;
        var recipe = recipeOf(options);
        if (arguments.Like is { } like) recipe = Alike(like, recipe, options);
        foreach (var (key, value) in arguments.Settings)
        {
            if (arguments.Like is not null && LikeManifest.ValueOf(recipe, options.Sourcing, key) is { } was) terminal.Line($"  --set {key}={value} (the manifest has {was})");
            (recipe, var sourcing) = recipe.Set(options.Sourcing, key, value);
            options = options with { Sourcing = sourcing };
        }

        if (arguments.Help)
        {
            terminal.Block(PrepareHelp.Text(recipe, options.Sourcing));
            return Done;
        }

        var (inputs, root) = InputsOf(arguments);
        options = options with { InputRoot = root };
        RunOutput.CheckFolder(arguments.Out);
        if (options.Earlier.FirstOrDefault(e => Same(e, arguments.Out)) is { } same)
            throw new UsageException($"--earlier names '{same}', the folder of the results: its rows would be replaced by the new ones. Give another folder with --out.");
        var run = RunOf(arguments, cancel);
        Rehearsal.Begin(run);
        using var vault = VaultOf(arguments, recipe, run.Key);
        run = run with { Vault = vault };
        foreach (var line in arguments.Like?.Missing(options, run, inputs) ?? []) terminal.Line($"  {line}");
        var summary = default(RunSummary);
        var result = ProgressView.Run(terminal, recipe.Steps.Length + 2, progress =>
        {
            var watched = run with { Progress = progress };
            var prepared = FineTuning.Prepare(inputs, options, watched, recipe);
            summary = prepared.WriteTo(arguments.Out);
            return prepared;
        });
        RunScreen.Write(terminal, result, summary!);
        if (vault is not null) terminal.Line($"Vault: {Terminal.Some(vault.Commit(), "replacement")} can be turned back with reveal.cs and the key → {Path.GetFullPath(arguments.Vault!)}");
        return Verdict(result, summary!, arguments);
    }

    /// <summary>The recipe of an earlier run; what is asked for now (format, language …) wins over it, and is listed.</summary>
    private Recipe Alike(LikeManifest like, Recipe recipe, PrepareOptions options)
    {
        var (alike, differences) = like.Apply(recipe);
        terminal.Line("Like the earlier run of the manifest:");
        foreach (var line in differences) terminal.Line($"  {line}");
        foreach (var (key, value) in PrepareArguments.Asked(options, like.Options))
        {
            terminal.Line($"  {key}={value} as asked for now (the manifest has {LikeManifest.ValueOf(alike, options.Sourcing, key) ?? "nothing"})");
            alike = alike.Set(key, value);
        }

        return alike;
    }

    private static bool Same(string folder, string other)
    {
        static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return string.Equals(Whole(folder), Whole(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A library that was compiled for debugging is several times slower, which is worth a word where someone asks.</summary>
    private static string VersionText()
    {
        var library = typeof(Dataset).Assembly;
        var slow = library.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true;
        return $"NotebookKit {library.GetName().Version?.ToString(3)}, {RuntimeInformation.FrameworkDescription}, {(slow ? "not optimized" : "optimized")}";
    }

    private (IReadOnlyList<string> Inputs, string? Root) InputsOf(PrepareArguments arguments)
    {
        var target = Path.GetFullPath(arguments.Out);
        if (arguments.Inputs.Count > 0)
        {
            terminal.Line($"Preparing {Terminal.Some(arguments.Inputs.Count, "input")} → {target} (seed {arguments.Seed})");
            return (arguments.Inputs, null);
        }

        var samples = BundledSamples.Find();
        if (samples.Count == 0) throw new UsageException("No inputs were given, and the bundled samples (data-samples/) were not found.");
        var folder = Path.GetDirectoryName(samples[0])!;
        terminal.Line($"No inputs were given: preparing the {Terminal.Some(samples.Count, "bundled sample")} of {folder} → {target} (seed {arguments.Seed})");
        return (samples, Path.GetDirectoryName(folder));
    }

    private static RunContext RunOf(PrepareArguments arguments, CancellationToken cancel)
    {
        var run = new RunContext { Seed = arguments.Seed, AsOf = arguments.Like?.AsOf, Cancel = cancel };
        if (arguments.Threads is { } threads) run = run with { Threads = threads };
        return KeyArguments.Read(arguments.KeyFile, arguments.KeyEnv) is { } key ? run with { Key = key } : run;
    }

    /// <summary>The vault that was asked for; null where none was.</summary>
    private static VaultWriter? VaultOf(PrepareArguments arguments, Recipe recipe, SecretKey key)
    {
        if (arguments.Vault is not { } path) return null;
        if (!recipe.Steps.Select(s => s.Stage).OfType<Anonymizer>().Any(a => a.Operators.Values.Append(a.Operator).Any(o => o == Operator.Pseudonym || o == Operator.Surrogate)))
            throw new UsageException("--vault: no operator of this run can be turned back; add --set anonymizing.operator=pseudonym (or surrogate).");
        try
        {
            return VaultWriter.Create(path, key, arguments.Out);
        }
        catch (ArgumentException error)
        {
            throw new UsageException($"--vault: {error.Message.Split(" (Parameter", 2)[0]}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--vault: {PrepareSyntax.InOneLine(error.Message)}", error);
        }
    }

    private int Verdict(Preparation result, RunSummary summary, PrepareArguments arguments)
    {
        var audit = Path.Combine(arguments.Out, RunOutput.AuditFolder);
        if (result.Data.Count == 0)
            return Say(Failed, $"no row was kept: {RunScreen.WhyNothing(result.Data.History)}. Look into '{audit}'.");
        var failed = arguments.Gate ? summary.Assessment.Checklist.Items.Where(i => i.State == CheckState.Fail).Select(i => i.Id).ToList() : [];
        if (failed.Count > 0)
            return Say(Gated, $"all files are written, but {Terminal.Some(failed.Count, "item")} of the checklist failed: {string.Join(", ", failed)} (--gate).");
        var findings = RunScreen.Findings(result).ToList();
        var failures = findings.Where(f => f.Severity == Severity.Failure).ToList();
        if (failures.Count > 0)
            return Say(Failed, $"all files are written, but {Terminal.Some(failures.Count, "check")} failed: {failures[0].Text}{(failures.Count > 1 ? " …" : "")}");
        return arguments.Strict && findings.Count > 0
            ? Say(Failed, $"all files are written, but there {(findings.Count == 1 ? "is" : "are")} {Terminal.Some(findings.Count, "warning")} (--strict).")
            : Done;
    }

    private int Say(int code, string line, Exception? details = null)
    {
        terminal.Trouble($"{Name}: {line}");
        if (details is not null && Debugging) terminal.Details(details.ToString());
        return code;
    }
}
