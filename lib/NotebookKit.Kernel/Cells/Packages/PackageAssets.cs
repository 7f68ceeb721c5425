using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotebookKit.Kernel.Cells.Packages;

/// <summary>The files of a list of packages and of what they need in turn.</summary>
/// <param name="Managed">Assemblies.</param>
/// <param name="Native">Native libraries for this machine.</param>
internal sealed record PackageAssets(IReadOnlyList<string> Managed, IReadOnlyList<string> Native)
{
    /// <summary>Whether all files are still there.</summary>
    [JsonIgnore]
    public bool IsWhole => Managed.Concat(Native).All(File.Exists);

    /// <summary>Reads what <c>dotnet msbuild -getItem</c> printed.</summary>
    /// <exception cref="JsonException">It is nothing of the kind.</exception>
    public static PackageAssets Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var items = document.RootElement.GetProperty("Items");
        var managed = Files(items, "RuntimeCopyLocalItems").Where(f => f.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        return new([.. managed], [.. Files(items, "NativeCopyLocalItems")]);
    }

    private static IEnumerable<string> Files(JsonElement items, string name) =>
        items.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(i => i.GetProperty("FullPath").GetString()!) : [];
}
