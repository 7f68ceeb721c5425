using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Documents;

/// <summary>Turns what cells showed into the outputs of a file, which hold the last state only: console text is joined, a changed output has its last
/// rendering in the place where it first stood, what was wiped is gone. No times, no ids of outputs.</summary>
public sealed class OutputCollector
{
    private readonly Dictionary<int, JsonArray> cells = [];
    private readonly Dictionary<string, List<JsonObject>> named = new(StringComparer.Ordinal);

    /// <summary>Takes what a cell showed. Cells come in the order they ran.</summary>
    /// <param name="number">Number of the cell among those that run, from 1.</param>
    /// <param name="shown">What it showed, in order.</param>
    public void Add(int number, IEnumerable<CellOutput> shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var outputs = cells[number] = [];
        var wipe = false;
        foreach (var output in shown)
        {
            if (output is DisplayOutput { IsUpdate: true } update)
            {
                Update(update);
                continue;
            }

            if (output is ClearOutput clear)
            {
                wipe = clear.Wait;
                if (!clear.Wait) outputs.Clear();
                continue;
            }

            if (wipe) outputs.Clear();
            wipe = false;
            if (output is StreamOutput stream && outputs.LastOrDefault() is JsonObject last && IsStream(last, stream.Name))
                last["text"] = Lines.Split(Lines.Joined(last["text"]) + stream.Text);
            else if (output is not StreamOutput { Text.Length: 0 }) outputs.Add((JsonNode)Written(output, number));
        }
    }

    /// <summary>The outputs of a cell; none for one that did not run.</summary>
    public JsonArray Of(int number) => cells.TryGetValue(number, out var outputs) ? (JsonArray)outputs.DeepClone() : [];

    /// <summary>Puts all outputs into a notebook; cells are numbered as they ran, blank ones lose theirs.</summary>
    public void WriteTo(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var number = 0;
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Code))
            if (cell.Runs) cell.SetOutputs(Of(++number), number);
            else cell.SetOutputs([], null);
    }

    private static bool IsStream(JsonObject output, string name) => output["output_type"]!.ToString() == "stream" && output["name"]!.ToString() == name;

    private void Update(DisplayOutput update)
    {
        if (update.DisplayId is null || !named.TryGetValue(update.DisplayId, out var places)) return;
        foreach (var place in places) place["data"] = Data(update.Data);
    }

    private JsonObject Written(CellOutput output, int number)
    {
        switch (output)
        {
            case StreamOutput stream:
                return new() { ["name"] = stream.Name, ["output_type"] = "stream", ["text"] = Lines.Split(stream.Text) };
            case DisplayOutput display:
                var shown = new JsonObject { ["data"] = Data(display.Data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };
                if (display.DisplayId is { } id)
                {
                    if (!named.TryGetValue(id, out var places)) named[id] = places = [];
                    places.Add(shown);
                }

                return shown;
            case ResultOutput result:
                return new() { ["data"] = Data(result.Data), ["execution_count"] = number, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" };
            case ErrorOutput error:
                return new() { ["ename"] = error.Name, ["evalue"] = error.Value, ["output_type"] = "error", ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]) };
            default:
                throw new ArgumentException($"A file cannot hold {output.GetType().Name}.", nameof(output));
        }
    }

    private static JsonObject Data(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (type, text) in bundle.Renderings)
            data[type] = MimeBundle.IsJson(type) ? JsonOf(type, text) : Lines.AreUsualFor(type) ? Lines.Split(type == "text/html" ? StoredHtml.Of(text) : text) : text;
        return data;
    }

    private static JsonNode? JsonOf(string type, string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"The rendering {type} is not valid JSON.", nameof(text), error);
        }
    }
}
