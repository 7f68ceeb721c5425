using System.Text;
using System.Text.Json.Nodes;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Tests.Documents;

/// <summary>Makes notebooks for tests.</summary>
internal static class Sample
{
    /// <summary>A notebook of code cells; a source that begins with <c>#</c> and a blank is Markdown. Tags stand behind <c>@@</c>.</summary>
    public static Notebook Of(params IEnumerable<string> sources) => Parse(JsonOf(sources));

    public static Notebook Parse(string json, string name = "sample.ipynb") => Notebook.Parse(Encoding.UTF8.GetBytes(json), name);

    public static string JsonOf(params IEnumerable<string> sources) => new JsonObject
    {
        ["cells"] = new JsonArray([.. sources.Select((s, i) => Cell(s, i + 1))]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    /// <summary>A file of such a notebook in a folder of its own.</summary>
    public static string File(string name, params IEnumerable<string> sources)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("nbk-notebooks").FullName, name);
        System.IO.File.WriteAllText(path, JsonOf(sources));
        return path;
    }

    private static JsonNode Cell(string text, int position)
    {
        var (source, tags) = text.Split("@@") is [var s, var t] ? (s.TrimEnd(), t.Split(',')) : (text, []);
        var markdown = source.StartsWith("# ", StringComparison.Ordinal);
        var cell = new JsonObject { ["cell_type"] = markdown ? "markdown" : "code" };
        if (!markdown) cell["execution_count"] = null;
        cell["id"] = $"cell-{position}";
        cell["metadata"] = tags.Length == 0 ? new JsonObject() : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)t)]) };
        if (!markdown) cell["outputs"] = new JsonArray();
        cell["source"] = source;
        return cell;
    }
}
