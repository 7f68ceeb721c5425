namespace NotebookKit.Display.Charts;

/// <summary>How the marks of a trace look: colours for light and dark grounds, the variable by which a page may set them, and what tells
/// the trace apart without colour.</summary>
/// <param name="Variable">The variable of a page, without dashes in front.</param>
/// <param name="Light">The colour on a light ground, and wherever no page says otherwise.</param>
/// <param name="Dark">The colour on a dark ground.</param>
/// <param name="Shape">The number of its marker, dashes and hatching; 0 is plain.</param>
internal sealed record Paint(string Variable, string Light, string Dark, int Shape = 0)
{
    /// <summary>For a style in SVG.</summary>
    public string Css => $"var(--{Variable},{Light})";
}

/// <summary>The colours of charts. The series follow the set of Okabe and Ito (Color Universal Design, 2008), which people with the
/// common colour vision deficiencies can tell apart; those of its colours that are too pale for thin marks are darkened until they have a
/// contrast of 3:1 to white and to near black (WCAG 2.2, 1.4.11), and black, which no dark ground can show, is a grey.</summary>
internal static class Palette
{
    private static readonly Paint[] All =
    [
        new("nk-1", "#0072b2", "#4aa3dc"),
        new("nk-2", "#d55e00", "#ee8238", 1),
        new("nk-3", "#00916a", "#23b98f", 2),
        new("nk-4", "#c06a9a", "#dd94bd", 3),
        new("nk-5", "#a87400", "#e6a620", 4),
        new("nk-6", "#3d8fbf", "#8ccaf0", 5),
        new("nk-7", "#767676", "#b4b4b4", 6),
        new("nk-8", "#857c00", "#e3d843", 7),
    ];

    /// <summary>The strong colour: what is kept, what is after.</summary>
    public static readonly Paint Accent = new("nk-accent", "#3b6fd4", "#6a9cf5");

    /// <summary>What was before.</summary>
    public static readonly Paint Before = new("nk-before", "#8793a6", "#7c899e", 1);

    /// <summary>What is removed.</summary>
    public static readonly Paint Loss = new("nk-loss", "#d2694c", "#e08a6d", 2);

    /// <summary>The ground of a bar.</summary>
    public static readonly Paint Track = new("nk-track", "#eceff4", "#232b36");

    /// <summary>Lines of the grid.</summary>
    public static readonly Paint Grid = new("nk-grid", "#dfe3ea", "#2b3441");

    /// <summary>Text beside the data.</summary>
    public static readonly Paint Muted = new("nk-muted", "#68748a", "#9aa7bb");

    /// <summary>Text of the data.</summary>
    public static readonly Paint Ink = new("nk-ink", "#1c2533", "#e6eaf1");

    /// <summary>The ground of a picture that stands alone.</summary>
    public static readonly Paint Paper = new("nk-paper", "#ffffff", "#1a2029");

    /// <summary>The colours of series, in order.</summary>
    public static IReadOnlyList<Paint> SeriesPaints => All;

    /// <summary>Declarations of all variables that a page may set, for its light or its dark scheme.</summary>
    public static string Variables(bool dark) =>
        string.Concat(new[] { Accent, Before, Loss, Track, Grid, Muted, Ink, Paper }.Concat(All).Select(p => $"--{p.Variable}:{(dark ? p.Dark : p.Light)};"));

    /// <summary>The colour of a series among so many: the strong one where it is alone; after eight they begin again, with other shapes.</summary>
    public static Paint Series(int number, int of) => of == 1 ? Accent : All[number % All.Length] with { Shape = number };
}
