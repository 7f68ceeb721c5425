namespace NotebookKit.Display;

/// <summary>A finding with the stage that made it.</summary>
/// <param name="Stage">Name of the stage; <c>Sourcing</c> for what was noticed about an input.</param>
/// <param name="Finding">The finding.</param>
public sealed record StageFinding(string Stage, Finding Finding)
{
    /// <summary>All findings of a run, the gravest first, then in the order of inputs and stages.</summary>
    public static IReadOnlyList<StageFinding> Of(Dataset result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var history = result.History;
        IEnumerable<StageFinding> all =
        [
            .. history.Inputs.SelectMany(i => i.Findings).Select(f => new StageFinding("Sourcing", f)),
            .. history.Stages.SelectMany(s => s.Report.Findings.Select(f => new StageFinding(s.Report.Name, f))),
        ];
        if (result.Count == 0) all = all.Append(new("Writing", new(Severity.Failure, "no-rows", "No row was kept: there is nothing to train on.")));
        return [.. all.OrderByDescending(f => f.Finding.Severity)];
    }
}

/// <summary>An option that a run set otherwise than the ready recipe does.</summary>
/// <param name="Key">Its name: <c>near.threshold</c>.</param>
/// <param name="Default">The value of the ready recipe; a dash where that has no such step.</param>
/// <param name="Value">The value of the run; a dash where the run has no such step.</param>
public sealed record ChangedSetting(string Key, string Default, string Value);

/// <summary>All that the report page shows about a run.</summary>
public sealed record ReportData
{
    /// <summary>Name of the recipe.</summary>
    public required string Recipe { get; init; }

    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Name of the format that was written.</summary>
    public required string Format { get; init; }

    /// <summary>Version of the kit.</summary>
    public required string Version { get; init; }

    /// <summary>The dataset that came out, with its history.</summary>
    public required Dataset Result { get; init; }

    /// <summary>The account.</summary>
    public required RunNumbers Numbers { get; init; }

    /// <summary>What the stages found out.</summary>
    public required IReadOnlyList<StageFinding> Findings { get; init; }

    /// <summary>What was in the data before the first stage; null shows only what came out.</summary>
    public DatasetProfile? Before { get; init; }

    /// <summary>What is in the data now.</summary>
    public required DatasetProfile After { get; init; }

    /// <summary>Decides what text may be shown.</summary>
    public required TextMask Mask { get; init; }

    /// <summary>What to verify before training.</summary>
    public Checklist Checklist { get; init; } = Checklist.Empty;

    /// <summary>What to do next, the most urgent first; at most three.</summary>
    public IReadOnlyList<NextStep> NextSteps { get; init; } = [];

    /// <summary>The sources side by side.</summary>
    public SourceMatrix Matrix { get; init; } = SourceMatrix.Empty;

    /// <summary>Options that differ from the ready recipe, in its order.</summary>
    public IReadOnlyList<ChangedSetting> ChangedSettings { get; init; } = [];

    /// <summary>How far the splits have moved from the inputs before cleaning.</summary>
    public IReadOnlyList<Drift> Drift { get; init; } = [];
}
