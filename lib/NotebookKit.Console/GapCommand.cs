using System.Globalization;
using NotebookKit.Comparing;
using NotebookKit.Sourcing;

namespace NotebookKit.Console;

/// <summary>The command behind <c>notebooks/scripts/gap.cs</c>: how far is what a model trains on from what it meets, where, and which rows would close the gap?</summary>
public static class GapCommand
{
    /// <summary>Stopped by the user. Nothing was written.</summary>
    public const int Stopped = 130;

    private const string Name = "gap";

    private const string Help = """
        How far is what a model trains on from what it meets, where, and which rows would close the gap?

        Usage:
          dotnet run notebooks/scripts/gap.cs -- TRAIN LIVE [options]

          TRAIN and LIVE are files in any shape that prepare reads (JSONL, JSON, CSV or TSV, also as .gz), or folders
          that prepare wrote, of which the training rows are taken. Any two sets can be compared: last month with this
          one, a test set with what users sent. Only inputs are compared: the last thing a user said in each row.
          Files are masked first, as prepare masks them.

        Examples:
          dotnet run notebooks/scripts/gap.cs -- out live.jsonl --html gap.html --plan plan.jsonl
          dotnet run notebooks/scripts/gap.cs -- out questions.csv --live-map input=question
          dotnet run notebooks/scripts/gap.cs -- january.jsonl february.jsonl --json

        Options:
          --html FILE           write a page, too
          --plan FILE           write the sampling plan (.jsonl): live rows to label, the most useful first, and training
                                rows to repeat, with copies; it holds masked texts, and only its owner may read it
          --json                print JSON
          --train-map MAP       which fields of TRAIN to read where the shape is your own: input=question,output=reply
          --live-map MAP        the same for LIVE; input=question is enough
          --train-read-as SHAPE shape of TRAIN where it should not be detected
          --live-read-as SHAPE  shape of LIVE
          --to-label N          live rows to label at most, default 200
          --factor N            copies of a training row at most, default 5
          --thin N              a topic with fewer training rows is thin, default 10
          --clusters N          topics, 2 to 500; default by the number of rows
          --max-rows N          rows of each set that are looked at word by word, at least 100, default 20000; topics
                                count all
          --seed N              seed of every random choice, default 1
          --threads N           threads to use; results do not depend on it; default all processors
          --help                show this

        Exit codes:
          0   compared
          1   a file could not be written
          2   wrong arguments, a file that is missing or holds no row that can be read, or a folder that is not one of a run
          130 stopped by Ctrl-C

        """;

    private static readonly string[] WithValue =
        ["--html", "--plan", "--train-map", "--live-map", "--train-read-as", "--live-read-as", "--to-label", "--factor", "--thin", "--clusters", "--max-rows", "--seed", "--threads"];

    /// <summary>Runs the command with the process's streams; Ctrl-C stops it within a second.</summary>
    /// <param name="args">What stands behind <c>--</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var stop = new StopSignal(Stopped);
        return Run(Terminal.OfProcess(), args, stop.Token);
    }

    internal static int Run(Terminal terminal, IReadOnlyList<string> args, CancellationToken cancel = default)
    {
        try
        {
            return QuestionCommand.Guarded(terminal, Name, () => Carry(terminal, args, cancel));
        }
        catch (OperationCanceledException)
        {
            terminal.Trouble($"{Name}: stopped.");
            return Stopped;
        }
    }

    private static int Carry(Terminal terminal, IReadOnlyList<string> args, CancellationToken cancel)
    {
        var (plain, options) = QuestionCommand.Split(args, WithValue, ["--json", "--help"]);
        if (options.ContainsKey("--help"))
        {
            terminal.Block(Help.ReplaceLineEndings("\n"));
            return QuestionCommand.Done;
        }

        if (plain.Count != 2) throw new UsageException($"Give two files or folders, that of training first: gap -- out live.jsonl (got {plain.Count}).");
        var how = How(options);
        var run = new RunContext { Cancel = cancel, Seed = Whole(options, "--seed", 0, ulong.MaxValue) ?? 1UL };
        if (Whole(options, "--threads", 1, 1_024) is { } threads) run = run with { Threads = (int)threads };
        var (page, plan, json) = (options.GetValueOrDefault("--html"), options.GetValueOrDefault("--plan"), options.ContainsKey("--json"));
        if (page is not null) QuestionCommand.CheckPage(page);
        if (plan is not null) GapFiles.CheckPlan(plan);
        var (trainReading, liveReading) = (Reading(options, "train", plain[0]), Reading(options, "live", plain[1]));

        var train = GapSide.Read(plain[0], "train", trainReading, run);
        var live = GapSide.Read(plain[1], "live", liveReading, run);
        var gap = Compared(train, live, how, run);
        if (plan is not null) GapFiles.WritePlan(plan, gap, train, live);
        if (page is not null) QuestionCommand.WritePage(page, $"Gap: {plain[0]} → {plain[1]}", [gap, gap.ToClusterTable(), .. gap.Features.Where(f => !f.IsWithinChance && f.Name != "topics").Select(f => gap.ToChart(f.Name)), gap.ToPlanChart()]);
        if (json)
        {
            terminal.Block(GapFiles.Json(gap));
            return QuestionCommand.Done;
        }

        foreach (var side in new[] { train, live }.Where(s => s.Rejected > 0)) terminal.Line($"{Terminal.Some(side.Rejected, "record")} of '{side.File}' could not be read and {(side.Rejected == 1 ? "is" : "are")} not compared.");
        foreach (var line in gap.ToText().Split('\n')) terminal.Line(line);
        if (plan is not null) terminal.Line($"Plan: {Terminal.Some(gap.Plan.ToLabel.Count, "row")} to label, {Terminal.Some(gap.Plan.Repeats.Count, "row")} to repeat → {Path.GetFullPath(plan)}");
        if (page is not null) terminal.Line($"Page: {new Uri(Path.GetFullPath(page)).AbsoluteUri}");
        return QuestionCommand.Done;
    }

    private static GapResult Compared(GapSide train, GapSide live, GapOptions how, RunContext run)
    {
        try
        {
            return Gap.Between(train.Data, live.Data, how, run);
        }
        catch (ArgumentException error)
        {
            // Rows without a word of a user; the sentence names the set.
            throw new UsageException(error.Message.Split(" (Parameter", 2)[0], error);
        }
    }

    private static GapOptions How(Dictionary<string, string> options)
    {
        var made = new GapOptions();
        if (Whole(options, "--to-label", 0, 1_000_000) is { } label) made = made with { MaxToLabel = (int)label };
        if (Whole(options, "--factor", 1, 1_000) is { } factor) made = made with { MaxFactor = (int)factor };
        if (Whole(options, "--thin", 1, 1_000_000) is { } thin) made = made with { ThinRows = (int)thin };
        if (Whole(options, "--clusters", 2, 500) is { } clusters) made = made with { Clusters = (int)clusters };
        if (Whole(options, "--max-rows", 100, 10_000_000) is { } rows) made = made with { MaxRows = (int)rows };
        return made;
    }

    private static SourcingOptions Reading(Dictionary<string, string> options, string side, string path)
    {
        var (map, shape) = (options.GetValueOrDefault($"--{side}-map"), options.GetValueOrDefault($"--{side}-read-as"));
        if ((map ?? shape) is not null && Directory.Exists(path)) throw new UsageException($"--{side}-{(map is null ? "read-as" : "map")} is for files; '{path}' is a folder.");
        var reading = new SourcingOptions();
        if (map is not null) reading = reading with { Map = Given($"--{side}-map", map, FieldMap.Parse) };
        if (shape is not null) reading = reading with { Formats = new Dictionary<string, SourceFormat>(StringComparer.Ordinal) { [path] = Given($"--{side}-read-as", shape, SourceFormats.Parse) } };
        return reading;
    }

    private static T Given<T>(string option, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (ArgumentException error)
        {
            throw new UsageException($"{option}: {error.Message.Split(" (Parameter", 2)[0]}", error);
        }
    }

    private static ulong? Whole(Dictionary<string, string> options, string name, ulong least, ulong most)
    {
        if (!options.TryGetValue(name, out var text)) return null;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw new UsageException($"{name} takes a whole number from {least.ToString(CultureInfo.InvariantCulture)}{(most == ulong.MaxValue ? "" : $" to {most.ToString(CultureInfo.InvariantCulture)}")}, but was given '{text}'.");
    }
}
