using System.Globalization;
using System.Text;
using Spectre.Console;

namespace NotebookKit.Console;

/// <summary>Where a command writes: results to one stream, trouble to the other. Text that may come from data or from file names
/// is cleaned here, so that it can move no cursor, set no color and reverse no line.</summary>
internal sealed class Terminal
{
    /// <summary>Wide enough for a table row of a log, which no window cuts.</summary>
    private const int PlainWidth = 160;

    private readonly TextWriter output;
    private readonly TextWriter error;

    /// <summary>Makes a terminal of two streams.</summary>
    /// <param name="output">For results.</param>
    /// <param name="error">For trouble.</param>
    /// <param name="isLive">True where lines can be drawn over and colored.</param>
    public Terminal(TextWriter output, TextWriter error, bool isLive = false)
    {
        this.output = output;
        this.error = error;
        IsLive = isLive;
        Ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isLive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isLive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isLive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isLive) Ansi.Profile.Width = PlainWidth;
    }

    /// <summary>True where progress bars can be drawn.</summary>
    public bool IsLive { get; }

    /// <summary>Tables and bars are drawn here.</summary>
    public IAnsiConsole Ansi { get; }

    /// <summary>Lines that fit on the screen; 0 where there is no screen.</summary>
    public int Height => IsLive ? Ansi.Profile.Height : 0;

    /// <summary>The process's own streams. Plain where output goes to a file or a pipe, in CI, and where the user asked for no color.</summary>
    public static Terminal OfProcess()
    {
        static bool Set(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 };
        if (OperatingSystem.IsWindows()) System.Console.OutputEncoding = Encoding.UTF8;
        var live = !System.Console.IsOutputRedirected && !Set("NO_COLOR") && !Set("CI") && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(System.Console.Out, System.Console.Error, live);
    }

    /// <summary>Writes a line of result.</summary>
    public void Line(string text = "")
    {
        output.WriteLine(Clean(text));
        output.Flush();
    }

    /// <summary>Writes a line of trouble: always one line, whatever the text holds.</summary>
    public void Trouble(string text)
    {
        error.WriteLine(Clean(text));
        error.Flush();
    }

    /// <summary>Writes what a developer asked to see, as it is.</summary>
    public void Details(string text) => error.WriteLine(text);

    /// <summary>Writes text of our own that has several lines.</summary>
    public void Block(string text) => output.Write(text);

    /// <summary>The text on one line, with a mark in place of each control and direction character.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            clean.Append(IsDangerous(c) ? '\uFFFD' : c);
        return clean.ToString();
    }

    private static bool IsDangerous(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';

    /// <summary>A count with its noun: <c>1 input</c>, <c>3 inputs</c>.</summary>
    public static string Some(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A count with separators, the same in every culture: <c>12,345</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
