using System.Collections.Immutable;
using System.Globalization;

namespace NotebookKit.Kernel.Cells;

/// <summary>How a <see cref="NotebookSession"/> runs its cells.</summary>
public sealed record SessionOptions
{
    /// <summary>What a cell finds without a <c>using</c> of its own, besides <c>display(x)</c>, <c>x.Display()</c>, <c>Input()</c>, <c>Password()</c> and <c>Kernel</c>.</summary>
    public static ImmutableArray<string> DefaultUsings { get; } =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks"];

    /// <summary>The folder that relative paths of <c>#r</c> and <c>#load</c> start from: the notebook's own. Default: the current one. Relative paths that
    /// a cell opens itself start from the current directory of the process, which a session leaves as it is.</summary>
    public string BaseDirectory { get; init => field = Path.TrimEndingDirectorySeparator(Path.GetFullPath(value)); } = Environment.CurrentDirectory;

    /// <summary>Namespaces that every cell imports. Default: <see cref="DefaultUsings"/>.</summary>
    public ImmutableArray<string> Usings { get; init; } = DefaultUsings;

    /// <summary>The culture that a cell starts in. Default: the invariant one, so that a notebook shows the same on every machine.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The longest that a cell may run, from 10 ms to 24 days; it then ends as <c>TimeoutExpired</c>. Null (default): as long as it likes.</summary>
    public TimeSpan? CellTimeout { get; init => field = value is { } v ? Guarded(v, nameof(CellTimeout)) : null; }

    /// <summary>How long an interrupted cell has to stop before it is left behind on its thread, from 10 ms to 24 days. Default: 2 s.</summary>
    public TimeSpan StopGrace { get; init => field = Guarded(value, nameof(StopGrace)); } = TimeSpan.FromSeconds(2);

    /// <summary>The longest that fetching packages may take, from 10 ms to 24 days. Default: 5 min.</summary>
    public TimeSpan PackageTimeout { get; init => field = Guarded(value, nameof(PackageTimeout)); } = TimeSpan.FromMinutes(5);

    /// <summary>Where resolved package lists are kept between sessions. Default: <c>NotebookKit/packages</c> in the user's local application data.</summary>
    public string PackageDirectory { get; init => field = Path.GetFullPath(value); } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } local ? local : Path.GetTempPath(), "NotebookKit", "packages");

    /// <summary>Characters of console text that a cell may write, at least 100; what comes after is dropped, and a line says so. Default: 1,000,000.</summary>
    public int MaxConsoleCharacters { get; init => field = Guard.AtLeast(value, 100); } = 1_000_000;

    private static TimeSpan Guarded(TimeSpan value, string name) =>
        TimeSpan.FromMilliseconds(Guard.InRange(value.TotalMilliseconds, 10, int.MaxValue, name));
}
