using System.Text.Json;

namespace NotebookKit.Tests.Laws;

/// <summary>Everything that a result says, but for times, as one text: two results are the same when these are.</summary>
internal static class Dump
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = false };

    public static string Of(StageResult result) =>
        string.Join('\n', [.. result.Kept.Examples.Select(Of), .. result.Removed.Select(Of), Of(result.Report)]);

    /// <summary>The same whatever the order of rows.</summary>
    public static string Unordered(StageResult result) => string.Join('\n',
    [
        .. result.Kept.Examples.OrderBy(e => e.Id, StringComparer.Ordinal).Select(Of),
        .. result.Removed.OrderBy(r => r.Example.Id, StringComparer.Ordinal).Select(Of),
        Of(result.Report),
    ]);

    public static string Of(Example example) => JsonSerializer.Serialize(example, Options);

    private static string Of(Removal removal) => JsonSerializer.Serialize(removal, Options);

    private static string Of(StageReport report) => JsonSerializer.Serialize(report with { Elapsed = TimeSpan.Zero }, Options);
}
