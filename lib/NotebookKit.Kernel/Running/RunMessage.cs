using System.Text.Json.Nodes;

namespace NotebookKit.Kernel.Running;

/// <summary>What the process that runs a notebook tells the one that watches it: one JSON object a line.</summary>
internal abstract record RunMessage
{
    /// <summary>One line without its end.</summary>
    public string ToLine() => this switch
    {
        CellStarted started => new JsonObject { ["started"] = started.Cell }.ToJsonString(),
        RunFailed { Failure: var failure } => new JsonObject
        {
            ["failed"] = failure.Cell,
            ["name"] = failure.Name,
            ["message"] = failure.Message,
            ["traceback"] = new JsonArray([.. failure.Traceback.Select(l => (JsonNode)l)]),
        }.ToJsonString(),
        RunDone done => new JsonObject { ["done"] = Convert.ToBase64String(done.Notebook) }.ToJsonString(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Reads a line.</summary>
    public static RunMessage Parse(string line)
    {
        var json = JsonNode.Parse(line)!;
        if (json["started"] is { } cell) return new CellStarted((int)cell);
        if (json["done"] is { } notebook) return new RunDone(Convert.FromBase64String(notebook.ToString()));
        return new RunFailed(new((int)json["failed"]!, json["name"]!.ToString(), json["message"]!.ToString()) { Traceback = [.. json["traceback"]!.AsArray().Select(l => l!.ToString())] });
    }
}

/// <summary>A cell begins.</summary>
internal sealed record CellStarted(int Cell) : RunMessage;

/// <summary>The run ended with an error.</summary>
internal sealed record RunFailed(RunFailure Failure) : RunMessage;

/// <summary>The run ended well.</summary>
/// <param name="Notebook">The bytes of the notebook with its new outputs.</param>
internal sealed record RunDone(byte[] Notebook) : RunMessage;
