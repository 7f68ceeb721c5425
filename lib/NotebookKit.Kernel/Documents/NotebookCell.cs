using System.Text.Json.Nodes;

namespace NotebookKit.Kernel.Documents;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Text for other tools, shown as it is.</summary>
    Raw,
}

/// <summary>One cell of a notebook. It stands on the file's own JSON: what is not changed stays as it was read.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject json, int position, CellKind kind, string source)
    {
        Json = json;
        Position = position;
        Kind = kind;
        Source = source;
    }

    /// <summary>Its place in the notebook, from 1, all kinds counted.</summary>
    public int Position { get; }

    /// <summary>What it holds.</summary>
    public CellKind Kind { get; }

    /// <summary>Its text, line ends <c>\n</c> as written.</summary>
    public string Source { get; }

    /// <summary>Its id; null in a notebook older than format 4.5.</summary>
    public string? Id => Json["id"]?.ToString();

    /// <summary>Its tags, from the metadata.</summary>
    public IEnumerable<string> Tags => Lines.At(Json, "metadata", "tags") is JsonArray tags ? tags.Select(t => t?.ToString() ?? "") : [];

    /// <summary>True where it is code with something to run. Blank cells are passed over, as Jupyter does.</summary>
    public bool Runs => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source);

    /// <summary>The number in its brackets; null before it ran.</summary>
    public int? ExecutionCount => (int?)Json["execution_count"];

    /// <summary>What it showed, as it stands in the file; empty for cells that are no code.</summary>
    public IReadOnlyList<JsonObject> Outputs => Json["outputs"] is JsonArray all ? [.. all.Cast<JsonObject>()] : [];

    /// <summary>Files that its Markdown shows as <c>attachment:name</c>: name → MIME type → base64.</summary>
    public JsonObject? Attachments => Json["attachments"] as JsonObject;

    internal JsonObject Json { get; }

    /// <summary>Puts outputs in the place of the old ones. Times that an editor noted of an earlier run go.</summary>
    internal void SetOutputs(JsonArray outputs, int? executionCount)
    {
        Json["execution_count"] = executionCount;
        Json["outputs"] = outputs;
        (Json["metadata"] as JsonObject)?.Remove("execution");
    }
}
