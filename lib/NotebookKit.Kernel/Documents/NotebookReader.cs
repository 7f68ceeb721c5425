using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookKit.Kernel.Documents;

/// <summary>Reads the JSON of a notebook and checks what the kit relies on: the format's version, kinds, ids, sources and outputs of cells.</summary>
internal static partial class NotebookReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 512 };

    public static Notebook Read(ReadOnlySpan<byte> utf8, string name)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        var root = Parse(utf8, name) as JsonObject ?? throw new NotebookFormatException($"{name}: not a notebook: expected a JSON object.");
        if (Whole(root["nbformat"]) is not { } major || Whole(root["nbformat_minor"]) is not { } minor)
            throw new NotebookFormatException($"{name}: not a notebook: the numbers nbformat and nbformat_minor are missing.");
        if (major != 4) throw new NotebookFormatException($"{name}: nbformat is {major}, expected 4. Open it in a current Jupyter or VS Code and save it.");
        if (root["metadata"] is not (null or JsonObject)) throw new NotebookFormatException($"{name}: metadata: expected an object.");
        if (root["cells"] is not JsonArray cells) throw new NotebookFormatException($"{name}: cells: expected a list.");
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return new(name, root, [.. cells.Select((cell, i) => Cell(cell, i + 1, minor >= 5, ids, name))]);
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> utf8, string name)
    {
        try
        {
            var root = JsonNode.Parse(utf8, documentOptions: Options);
            // Texts are decoded when they are asked for: here, so that a broken one is an error of the file.
            _ = JsonText.Indented(root);
            return root;
        }
        catch (InvalidOperationException error)
        {
            throw new NotebookFormatException($"{name}: a text holds half of a surrogate pair (\\ud8… without its other half), which is no character. Take it out.", error);
        }
        catch (JsonException error)
        {
            var line = error.LineNumber is { } at ? $"({at + 1},{error.BytePositionInLine + 1})" : "";
            throw new NotebookFormatException($"{name}{line}: not a notebook: this is not valid JSON{Why(error)}", error);
        }
    }

    /// <summary>What is wrong, where the library says it without the place and without text of the file.</summary>
    private static string Why(JsonException error) =>
        error.Message.Contains("uplicate", StringComparison.Ordinal) ? " (a key stands twice in an object)." : ".";

    private static NotebookCell Cell(JsonNode? node, int position, bool withId, Dictionary<string, int> ids, string name)
    {
        NotebookFormatException Wrong(string field, string what) => new($"{name}: cell {position}: {field}: {what}");
        if (node is not JsonObject cell) throw new NotebookFormatException($"{name}: cell {position}: expected an object.");
        var kind = Text(cell["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw Wrong("cell_type", $"expected code, markdown or raw, found {(other is null ? "nothing" : $"'{other}'")}."),
        };
        var source = Lines.Joined(cell["source"]) ?? throw Wrong("source", "expected a text or a list of texts.");
        if (cell["metadata"] is not JsonObject) throw Wrong("metadata", "expected an object.");
        if (withId) CheckId(Text(cell["id"]), position, ids, Wrong);
        if (kind == CellKind.Code)
        {
            if (cell["outputs"] is not JsonArray outputs) throw Wrong("outputs", "expected a list.");
            if (cell["execution_count"] is { } count && Whole(count) is null) throw Wrong("execution_count", "expected a whole number or null.");
            foreach (var output in outputs)
                if (output is not JsonObject || Text(output["output_type"]) is null) throw Wrong("outputs", "expected objects with an output_type.");
        }

        return new(cell, position, kind, source);
    }

    private static void CheckId(string? id, int position, Dictionary<string, int> ids, Func<string, string, Exception> wrong)
    {
        if (id is null || !Id().IsMatch(id)) throw wrong("id", $"expected 1 to 64 letters, digits, '-' or '_', found {(id is null ? "nothing" : $"'{(id.Length > 70 ? id[..70] + "…" : id)}'")}.");
        if (!ids.TryAdd(id, position)) throw wrong("id", $"'{id}' is the id of cell {ids[id]}, too; give one of them another.");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static int? Whole(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) ? number : null;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
