using System.Text.RegularExpressions;

namespace NotebookKit.Kernel.Cells.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version as written; null for the newest stable one.</param>
internal sealed partial record PackageRequest(string Id, string? Version)
{
    /// <summary>Reads what stands after <c>nuget:</c>; null where it is no id with or without a version.</summary>
    public static PackageRequest? Parse(string text) =>
        Form().Match(text) is { Success: true } m ? new(m.Groups["id"].Value, m.Groups["version"] is { Success: true, Value: not "*" } v ? v.Value.Trim() : null) : null;

    // Ids and versions go into a project file: nothing else may.
    [GeneratedRegex(@"^(?<id>[\w.-]{1,100})(\s*,\s*(?<version>[0-9A-Za-z.*+\-\[\](), ]{1,60}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
