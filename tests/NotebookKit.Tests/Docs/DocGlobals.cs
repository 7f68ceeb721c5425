using System.Globalization;

namespace NotebookKit.Tests.Docs;

/// <summary>What a sample finds there, as a cell of a notebook finds what the cells above made. Public because scripts see it.</summary>
public sealed class DocGlobals
{
    private readonly List<StringWriter> outputs = [];

    /// <summary>Makes it.</summary>
    public DocGlobals(Dataset rows) => data = rows;

#pragma warning disable IDE1006, SA1300 // A variable of a notebook, not a property.
    /// <summary>The bundled samples: on the page of a stage as they reach it, else the tickets as they are read.</summary>
    public Dataset data { get; }
#pragma warning restore IDE1006, SA1300

    /// <summary>In the place of the process's console, which other tests share.</summary>
    public TextWriter Console => outputs[^1];

    /// <summary>What each block wrote.</summary>
    internal IReadOnlyList<string> Outputs => [.. outputs.Select(o => o.ToString().ReplaceLineEndings("\n"))];

    /// <summary>A cell ends with a value: a host would show it.</summary>
    public void Show(object? value) => Console.WriteLine(value is NotebookKit.Display.IView view ? view.ToText() : value);

    /// <summary>A block begins.</summary>
    public void NextBlock() => outputs.Add(new(CultureInfo.InvariantCulture));
}
