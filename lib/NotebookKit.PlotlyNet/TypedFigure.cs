using System.Text.Json;
using DynamicObj;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace NotebookKit.PlotlyNet;

/// <summary>Makes Plotly.NET's objects of plotly's JSON. It has a class for most of them and looks for its members by these: a member of another class counts as absent, and styling would replace it.</summary>
internal static class TypedFigure
{
    /// <summary>A trace with all its members.</summary>
    public static Trace Trace(JsonElement json)
    {
        // The type is a member of the class; a second one, set by name, would be written twice.
        var trace = new Trace2D(json.GetProperty("type").GetString()!);
        foreach (var member in json.EnumerateObject().Where(m => m.Name != "type")) trace.SetValue(member.Name, Value(member.Name, member.Value));
        return trace;
    }

    /// <summary>Gives an object all members of the JSON.</summary>
    public static T Fill<T>(T target, JsonElement json) where T : DynamicObj.DynamicObj
    {
        foreach (var member in json.EnumerateObject()) target.SetValue(member.Name, Value(member.Name, member.Value));
        return target;
    }

    private static object? Value(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Fill(Empty(name), json),
        JsonValueKind.Array when name == "annotations" => json.EnumerateArray().Select(a => Fill(new Annotation(), a)).ToArray(),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Value("", item)).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A whole number as an <c>int</c>, as Plotly.NET asks for heights and sizes.</summary>
    private static object Number(JsonElement json) => json.TryGetInt32(out var whole) ? whole : json.TryGetInt64(out var large) ? (object)large : json.GetDouble();

    private static DynamicObj.DynamicObj Empty(string name) => name switch
    {
        "xaxis" or "yaxis" => new LinearAxis(),
        "title" => new Title(),
        "margin" => new Margin(),
        "legend" => new Legend(),
        "hoverlabel" => new Hoverlabel(),
        "modebar" => new ModeBar(),
        "marker" => new Marker(),
        "line" => new Line(),
        "pattern" => new Pattern(),
        "colorbar" => new ColorBar(),
        _ when name.EndsWith("font", StringComparison.Ordinal) => new Font(),
        _ => new DynamicObj.DynamicObj(),
    };
}
