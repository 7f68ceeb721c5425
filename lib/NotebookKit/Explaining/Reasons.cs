using System.Globalization;
using System.Text.Json;
using NotebookKit.Trails;

namespace NotebookKit.Explaining;

/// <summary>A removal in words, with what would have prevented it.</summary>
/// <param name="Meaning">The reason as a sentence.</param>
/// <param name="ToKeep">Settings that would have kept the row in this stage.</param>
/// <param name="Advice">What else to know; null for nothing.</param>
internal sealed record ReasonText(string Meaning, IReadOnlyList<string> ToKeep, string? Advice);

/// <summary>A removal, for whom a reason is explained.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Exit">How the row left.</param>
internal sealed record ReasonCase(StageFacts Stage, RowExit Exit)
{
    public double Measured => Exit.Measured ?? 0;

    public double Limit => Exit.Limit ?? 0;

    /// <summary>Measured value for people.</summary>
    public string M => Text.Numbers.Value(Measured);

    /// <summary>Limit for people.</summary>
    public string L => Text.Numbers.Value(Limit);

    /// <summary>A setting of the stage itself: <c>near.threshold=0.9</c>.</summary>
    public string Own(string option, object value) => Rule(Stage.Key ?? Stage.Name, option, value);

    /// <summary>A setting of a rule inside the stage: <c>length.minOutput=12</c>.</summary>
    public static string Rule(string rule, string option, object value) => string.Create(CultureInfo.InvariantCulture, $"{rule}.{option}={Value(value)}");

    /// <summary>Options of a rule inside the stage whose present value is the limit.</summary>
    public IEnumerable<string> OptionsAtLimit(string rule, string prefix)
    {
        using var options = JsonDocument.Parse(Stage.Options);
        if (!options.RootElement.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array) return [];
        return [.. rules.EnumerateArray()
            .Where(r => r.TryGetProperty("key", out var key) && key.ValueEquals(rule) && r.TryGetProperty("stage", out _))
            .SelectMany(r => r.GetProperty("stage").GetProperty("options").EnumerateObject())
            .Where(o => o.Name.StartsWith(prefix, StringComparison.Ordinal) && o.Value.ValueKind == JsonValueKind.Number && o.Value.GetDouble() == Exit.Limit)
            .Select(o => o.Name)];
    }

    private static string Value(object value) => value is double number ? number.ToString("0.######", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}

/// <summary>What every reason of the kit's stages means, and which option would have kept the row.</summary>
internal static class Reasons
{
    /// <summary>All reasons that are known here.</summary>
    public static IEnumerable<string> Known => ReasonTable.All.Keys;

    /// <summary>The reason in words; a stage of somebody else's gets its code and numbers.</summary>
    public static ReasonText Explain(StageFacts stage, RowExit exit)
    {
        var removal = new ReasonCase(stage, exit);
        if (ReasonTable.All.TryGetValue(exit.Reason, out var explain)) return explain(removal);
        var numbers = exit.Measured is null ? "" : exit.Limit is null ? $" ({removal.M})" : $" ({removal.M}, limit {removal.L})";
        return new($"{stage.Name} removed it with the reason {exit.Reason}{numbers}.", [], "The stage is not one of the kit's; its documentation says what the reason means.");
    }

    /// <summary>Advice for a rule of cleaning that has no setting.</summary>
    public static string WithoutRule(string key) => $"No --set switches this rule off; a script can leave it out: new Cleaner().Without(\"{key}\").";

    /// <summary>The next value with two digits above a ratio, at most 1; null where there is none.</summary>
    public static double? Above(double ratio)
    {
        if (ratio >= 1) return null;
        var up = Math.Ceiling(Math.Round((ratio + 0.000001) * 100, 6)) / 100;
        return Math.Min(1, up);
    }

    /// <summary>The measured value rounded up to six digits, so that a limit of it holds.</summary>
    public static double Up(double value) => Math.Ceiling(Math.Round(value * 1e6, 3)) / 1e6;

    /// <summary>The measured value rounded down to six digits.</summary>
    public static double Down(double value) => Math.Floor(Math.Round(value * 1e6, 3)) / 1e6;
}
