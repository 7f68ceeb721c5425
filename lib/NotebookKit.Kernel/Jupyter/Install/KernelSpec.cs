using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Jupyter.Install;

/// <summary>What Jupyter knows of an installed kernel: how to start it, and what to call it.</summary>
/// <param name="Dotnet">The program <c>dotnet</c>, with its path: editors do not start with a terminal's search path.</param>
/// <param name="Program">The kernel's assembly.</param>
internal sealed record KernelSpec(string Dotnet, string Program)
{
    /// <summary>What users choose.</summary>
    public const string DisplayName = "C# (NotebookKit)";

    /// <summary>A picture for the launcher.</summary>
    public const string Logo = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect x="4" y="4" width="56" height="56" rx="12" fill="#2f66c8"/><path d="M30 22a12 12 0 1 0 0 20" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round"/><path d="M40 24v16M48 24v16M36 28h16M36 36h16" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>

        """;

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonText.Indented(new JsonObject
    {
        ["argv"] = new JsonArray(Dotnet, Program, "{connection_file}"),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { ["debugger"] = false },
    });

    /// <summary>Reads the file; null where it is none of ours.</summary>
    public static KernelSpec? Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject spec && spec["argv"] is JsonArray and [JsonValue dotnet, JsonValue program, ..] ? new(dotnet.GetValue<string>(), program.GetValue<string>()) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
