using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKit.Kernel.Documents;

/// <summary>A Jupyter notebook (nbformat 4): read and written without loss. Keys that the kit does not know, their order, metadata, attachments and the way
/// texts are cut into lines stay; only outputs change. Reading a notebook that Jupyter wrote and writing it gives the same bytes.</summary>
public sealed class Notebook
{
    private readonly JsonObject root;

    internal Notebook(string name, JsonObject root, IReadOnlyList<NotebookCell> cells)
    {
        Name = name;
        this.root = root;
        Cells = cells;
    }

    /// <summary>What messages call it: the path as it was given.</summary>
    public string Name { get; }

    /// <summary>All cells, top to bottom.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The cells that run. The n-th of them is <c>Cell[n]</c> in errors and <c>In [n]</c> in an editor.</summary>
    public IEnumerable<NotebookCell> CodeCells => Cells.Where(c => c.Runs);

    /// <summary>Minor version of the format: 5 where cells have ids.</summary>
    public int Minor => (int)root["nbformat_minor"]!;

    /// <summary>The language of the cells as the notebook names it; null where it names none.</summary>
    public string? Language => (Lines.At(root, "metadata", "kernelspec", "language") ?? Lines.At(root, "metadata", "language_info", "name"))?.ToString();

    /// <summary>Packages without which it is not to be run, as <c>#r "nuget: …"</c> writes them: <c>"notebookkit": { "needs": ["Id, 1.0.0"] }</c> in its metadata.</summary>
    /// <exception cref="NotebookFormatException">There is something else than a list of texts.</exception>
    internal IReadOnlyList<string> Needs => Lines.At(root, "metadata", "notebookkit", "needs") switch
    {
        null => [],
        JsonArray list when list.All(n => n is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String) => [.. list.Select(n => n!.ToString())],
        _ => throw new NotebookFormatException("metadata.notebookkit.needs is no list of packages such as \"Id, 1.0.0\""),
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="NotebookFormatException">It is no notebook of format 4.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Notebook Read(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="NotebookFormatException">They are no notebook of format 4.</exception>
    public static Notebook Parse(ReadOnlySpan<byte> utf8, string name) => NotebookReader.Read(utf8, name);

    /// <summary>The bytes of its file: UTF-8, an indent of one space, a line end after the last line.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(JsonText.Indented(root));

    /// <summary>Writes the file whole or not at all; a file that has these bytes is not touched.</summary>
    /// <returns>True where the file changed.</returns>
    public bool Write(string path)
    {
        var bytes = ToBytes();
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) return false;
        var half = path + ".tmp";
        File.WriteAllBytes(half, bytes);
        File.Move(half, path, overwrite: true);
        return true;
    }
}
