using System.Text;

namespace NotebookKit.Display.Pages;

/// <summary>A view that arranges other views, and so must pass on what the page collects.</summary>
internal interface IPageView : IView
{
    /// <summary>The markup inside a page.</summary>
    Html Render(PageFigures figures);

    /// <inheritdoc/>
    string IView.ToHtml() => Render(PageFigures.None).ToString();
}

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Css">A class of the report's style sheet, or null.</param>
internal sealed record Prose(string Text, string? Css = null) : IPageView
{
    public string ToText() => Visible.Line(Text);

    public Html Render(PageFigures figures) => Html.Element("p", Text, Css);
}

/// <summary>A part with a heading of its own, in a frame.</summary>
internal sealed record Card(string Title, params IReadOnlyList<IView> Parts) : IPageView
{
    public string ToText() => $"{Visible.Line(Title)}\n{Stack.TextOf(Parts)}";

    public Html Render(PageFigures figures) => Html.Element("div", Html.Join([Html.Element("h3", Title), .. Parts.Select(figures.Render)]), "card");
}

/// <summary>Views side by side where there is room.</summary>
internal sealed record Grid(params IReadOnlyList<IView> Parts) : IPageView
{
    public string ToText() => Stack.TextOf(Parts);

    public Html Render(PageFigures figures) => Html.Element("div", Html.Join(Parts.Select(figures.Render)), "grid");
}

/// <summary>Views one below the other.</summary>
internal sealed record Stack(params IReadOnlyList<IView> Parts) : IPageView
{
    public string ToText() => TextOf(Parts);

    public Html Render(PageFigures figures) => Html.Join(Parts.Select(figures.Render));

    public static Stack Of(IEnumerable<IView> views) => new([.. views]);

    public static string TextOf(IEnumerable<IView> parts) => string.Join("\n\n", parts.Select(p => p.ToText()));
}

/// <summary>A part that opens on a click; on paper it is open.</summary>
/// <param name="Summary">What is inside.</param>
/// <param name="Note">A muted remark behind it, or null.</param>
/// <param name="Body">What opens.</param>
/// <param name="Css">A class of the report's style sheet, or null.</param>
internal sealed record Disclosure(string Summary, string? Note, IView Body, string? Css = null) : IPageView
{
    public string ToText() => $"{Visible.Line(Summary)}{(Note is null ? "" : $" · {Visible.Line(Note)}")}\n{Body.ToText()}";

    public Html Render(PageFigures figures)
    {
        var head = Note is null ? Html.Text(Summary) : Html.Join([Html.Element("b", Summary), Html.Text(" "), Html.Element("span", Note, "muted")]);
        return Html.Element("details", Html.Join([Html.Element("summary", head), figures.Render(Body)]), Css);
    }
}

/// <summary>A number with its name and a remark.</summary>
internal sealed record Tile(string Name, string Value, string Note, string? Css = null);

/// <summary>The numbers at the top.</summary>
internal sealed record Tiles(params IReadOnlyList<Tile> Items) : IPageView
{
    public string ToText() => string.Join('\n', Items.Select(t => Visible.Line($"{t.Name}: {t.Value} ({t.Note})")));

    public Html Render(PageFigures figures) => Html.Element("div", Html.Join(Items.Select(t => Html.Element("div",
        Html.Join([Html.Element("span", t.Name, "name"), Html.Element("b", t.Value), Html.Element("small", t.Note)]), t.Css is null ? "tile" : "tile " + t.Css))), "tiles");
}

/// <summary>Statements with a grade in front of each.</summary>
/// <param name="Items">Grade, statement, remark.</param>
/// <param name="Ordered">True numbers them.</param>
internal sealed record Graded(IReadOnlyList<(string Grade, string Text, string Note)> Items, bool Ordered = false) : IPageView
{
    public string ToText()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Items.Count; i++)
            text.Append(i > 0 ? "\n" : "").Append(Ordered ? $"{i + 1}. " : $"{Items[i].Grade}: ").Append(Visible.Line(Items[i].Text));
        return text.ToString();
    }

    public Html Render(PageFigures figures) => Html.Element(Ordered ? "ol" : "ul", Html.Join(Items.Select((item, i) => Html.Element("li", Html.Join(
    [
        Html.Element("span", Ordered ? $"{i + 1}" : item.Grade, "badge"),
        Html.Element("div", Html.Join([Html.Element("p", item.Text), item.Note.Length == 0 ? Html.Empty : Html.Element("small", item.Note)])),
    ]), item.Grade))), "findings");
}
