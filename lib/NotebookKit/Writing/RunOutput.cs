using NotebookKit.Checking;
using NotebookKit.Cleaning;
using NotebookKit.Deduplicating;
using NotebookKit.Display;
using NotebookKit.Display.Pages;
using NotebookKit.Formatting;

namespace NotebookKit.Writing;

/// <summary>What a run left on disk.</summary>
/// <param name="Folder">The folder, whole and in its place.</param>
/// <param name="Numbers">The account.</param>
/// <param name="Findings">What the stages found out, the gravest first.</param>
/// <param name="Files">The files to hand over, manifest last.</param>
public sealed record RunSummary(string Folder, RunNumbers Numbers, IReadOnlyList<StageFinding> Findings, IReadOnlyList<WrittenFile> Files)
{
    /// <summary>What the run is worth: checklist, next steps, sources, drift.</summary>
    public required Assessment Assessment { get; init; }

    /// <summary>The report page.</summary>
    public string ReportPage => Path.Combine(Folder, RunOutput.AuditFolder, "report.html");

    /// <summary>The report as a link that terminals open.</summary>
    public Uri ReportUri => new(ReportPage);
}

/// <summary>A finished run, ready to be written to a folder: files to hand over (<c>train.jsonl</c>, <c>validation.jsonl</c>, <c>test.jsonl</c>,
/// <c>manifest.json</c>, <c>README.md</c>) and <c>audit/</c> to keep (<c>removed.jsonl</c>, <c>rejected.jsonl</c>, <c>to-label.jsonl</c>, <c>review-sample.jsonl</c>,
/// <c>rows.jsonl</c>, <c>trail.jsonl</c>, <c>kept.sketches</c>, <c>report.html</c>, <c>report.json</c>), which only its owner may read. The same run gives the same bytes.</summary>
public sealed record RunOutput
{
    /// <summary>Name of the folder that is kept.</summary>
    public const string AuditFolder = "audit";

    /// <summary>The dataset that came out, with its history.</summary>
    public required Dataset Result { get; init; }

    /// <summary>The recipe that ran.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>Masks personal data in an example that left before it was anonymized, so that it may be shown.</summary>
    public required Func<Example, Example> Mask { get; init; }

    /// <summary>Masks personal data in a text that is shown.</summary>
    public required Func<string, string> MaskText { get; init; }

    /// <summary>Name of the last stage that masks as <see cref="Mask"/> does: examples that left after it are not masked again. Default
    /// null: all are.</summary>
    public string? MaskedBy { get; init; }

    /// <summary>What the run was given: seed, threads, progress.</summary>
    public RunContext Run { get; init; } = new();

    /// <summary>The format of the rows. Default ChatMl.</summary>
    public ChatFormat Format { get; init => field = Guard.Defined(value); } = ChatFormat.ChatMl;

    /// <summary>What was in the data before the first stage; null leaves "before" out of the report.</summary>
    public DatasetProfile? Before { get; init; }

    /// <summary>Options that differ from the ready recipe. Default: none.</summary>
    public IReadOnlyList<ChangedSetting> ChangedSettings { get; init; } = [];

    /// <summary>What the checks should know beside the rows: limits, verdicts, facts about sources. Null: run, format and recipe alone.</summary>
    public AssessmentOptions? Checks { get; init; }

    /// <summary>What the run was asked for beside the options of its stages, as one JSON object; it goes into the manifest. Default null: the manifest does not say.</summary>
    public string? Request { get; init; }

    /// <summary>What later runs need to know about the rows; null: nothing is kept for them.</summary>
    internal KeptSketches? Sketches { get; init; }

    /// <summary>The earlier runs that this one was compared with.</summary>
    internal IReadOnlyList<EarlierRun> Earlier { get; init; } = [];

    /// <summary>How many examples the run itself made. Default 0.</summary>
    public long Created { get; init => field = Guard.AtLeast(value, 0L); }

    /// <summary>Checks a folder before a run starts: it is new, empty, or holds the manifest of an earlier run. Nothing is changed.</summary>
    /// <exception cref="OutputFolderException">It may not be used.</exception>
    public static void CheckFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        OutputFolder.Check(folder);
    }

    /// <summary>Writes all files, whole or not at all. A folder of an earlier run is replaced.</summary>
    /// <exception cref="OutputFolderException">The folder may not be used, or cannot be written; what it held is still there.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; nothing was changed.</exception>
    public RunSummary WriteTo(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        try
        {
            using var output = OutputFolder.Open(folder);
            var summary = WriteFiles(output.Temporary) with { Folder = Path.GetFullPath(folder) };
            output.Commit();
            return summary;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or (IOException and not OutputFolderException))
        {
            throw new OutputFolderException($"The dataset could not be written to '{folder}': {Why(error)}. What was there before is unchanged.", false, error);
        }
    }

    private RunSummary WriteFiles(string folder)
    {
        var audit = Path.Combine(folder, AuditFolder);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(audit);
        else Directory.CreateDirectory(audit, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var numbers = RunNumbers.Of(Result, Created);
        var findings = StageFinding.Of(Result);
        var mask = new TextMask(Mask, MaskText, Result.History, MaskedBy);
        var steps = new Steps(Run, numbers.Lines.Values.Sum() + numbers.Removed);
        SortedDictionary<Split, WrittenFile> splits = [];
        Assessment? checks = null;
        // None needs what another one makes, and each has much that one thread does: they go side by side.
        Chunks.AtOnce(
            Run,
            () =>
            {
                using var rows = new OutputFile(audit, "rows.jsonl", ownerOnly: true);
                splits = SplitFiles.Write(this, folder, rows, steps);
                rows.Finish();
            },
            () => checks = Assess(mask),
            () =>
            {
                var toLabel = new ToLabel();
                RemovedFile.Write(this, mask, audit, toLabel, steps);
                toLabel.Write(audit);
            },
            () => TrailFile.Write(this, mask, audit),
            () => KeptFile.Write(this, audit),
            () => RejectedFile.Write(Result.History, audit));
        var assessment = checks!;
        ReviewFile.Write(assessment.Sample, mask, audit);
        var data = Account(numbers, findings, mask, assessment);
        WriteText(audit, "report.html", Report.Of(data).ToPage(), true);
        WriteText(audit, "report.json", ReportJson.Build(this, numbers, findings, assessment), true);
        var card = WriteText(folder, "README.md", DatasetCard.Build(this, data, splits), false);
        var manifest = WriteText(folder, Manifest.FileName, Manifest.Build(this, numbers, splits, [card]), false);
        return new(folder, numbers, findings, [.. splits.Values, card, manifest]) { Assessment = assessment };
    }

    /// <summary>The report of the run, without writing anything.</summary>
    public Report ToReport()
    {
        var mask = new TextMask(Mask, MaskText, Result.History, MaskedBy);
        return Report.Of(Account(RunNumbers.Of(Result, Created), StageFinding.Of(Result), mask, Assess(mask)));
    }

    private Assessment Assess(TextMask mask) => Assessment.Of(Result, (Checks ?? new() { Run = Run, Format = Format, Recipe = Recipe }) with { MaskText = mask.Text });

    private ReportData Account(RunNumbers numbers, IReadOnlyList<StageFinding> findings, TextMask mask, Assessment assessment) => new()
    {
        Recipe = Recipe.Name,
        Seed = Run.Seed,
        Format = RowFormatter.For(Format).Name,
        Version = Manifest.KitVersion,
        Result = Result,
        Numbers = numbers,
        Findings = findings,
        Before = Before,
        After = DatasetProfile.Of(Result) with { Languages = LanguageMix.Of(Result, Run.Seed) },
        Mask = mask,
        ChangedSettings = ChangedSettings,
        Checklist = assessment.Checklist,
        NextSteps = assessment.NextSteps,
        Matrix = assessment.Matrix,
        Drift = assessment.Drift,
    };

    private static WrittenFile WriteText(string folder, string name, string text, bool ownerOnly)
    {
        using var file = new OutputFile(folder, name, ownerOnly);
        file.WriteText(text);
        return file.Finish();
    }

    /// <summary>The cause in a few words; ENOSPC and its Windows brothers are named, since their texts differ by system.</summary>
    internal static string Why(Exception error) => (error.HResult & 0xFFFF) switch
    {
        28 or 39 or 112 when error is IOException => "the disk is full",
        122 when error is IOException && !OperatingSystem.IsWindows() => "the disk quota is used up",
        _ when error is UnauthorizedAccessException => "there is no permission to write there",
        _ => error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' '),
    };
}
