using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookKit.Kernel.Jupyter.Messages;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>The cells of this session, as clients ask for them.</summary>
internal sealed class History
{
    /// <summary>Cells that are remembered.</summary>
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<(int Number, string Code)> cells = [];
    private int count;

    /// <summary>Cells so far.</summary>
    public int Count
    {
        get
        {
            lock (gate) return count;
        }
    }

    /// <summary>Remembers a cell.</summary>
    /// <returns>Its number, from 1.</returns>
    public int Add(string code)
    {
        lock (gate)
        {
            cells.Enqueue((++count, code));
            if (cells.Count > Most) cells.Dequeue();
            return count;
        }
    }

    /// <summary>Answers a <c>history_request</c>.</summary>
    public void Write(Utf8JsonWriter json, Request request)
    {
        List<(int Number, string Code)> found;
        lock (gate) found = [.. cells];
        var most = Math.Max(0, request.Number("n", int.MaxValue));
        switch (request.Text("hist_access_type", "tail"))
        {
            case "range":
                var (start, stop) = (request.Number("start", 0), request.Number("stop", int.MaxValue));
                found = request.Number("session", 0) == 0 ? [.. found.Where(c => c.Number >= start && c.Number < stop)] : [];
                break;
            case "search":
                var pattern = request.Text("pattern", "*");
                found = [.. found.Where(c => Matches(c.Code, pattern))];
                if (request.Flag("unique", false)) found = [.. found.GroupBy(c => c.Code, StringComparer.Ordinal).Select(g => g.Last())];
                found = [.. found.TakeLast(most)];
                break;
            default: found = [.. found.TakeLast(most)]; break;
        }

        var withOutputs = request.Flag("output", false);
        json.WriteStartArray("history");
        foreach (var (number, code) in found)
        {
            json.WriteStartArray();
            json.WriteNumberValue(0);
            json.WriteNumberValue(number);
            if (withOutputs) json.WriteStartArray();
            json.WriteStringValue(System.Text.Encoding.UTF8.GetBytes(code));
            if (withOutputs)
            {
                json.WriteNullValue();
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Whether a text fits a pattern with <c>*</c> and <c>?</c>.</summary>
    private static bool Matches(string code, string pattern)
    {
        var regex = "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        return Regex.IsMatch(code, regex, RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
