using System.Collections.Immutable;
using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>A part of a report: a heading, a line below it, and views. Every part is a view of its own, so a notebook can show it alone.</summary>
/// <param name="Id">A stable kebab-case name, the anchor of the page.</param>
/// <param name="Title">The heading.</param>
/// <param name="Lead">A line below it, or null.</param>
/// <param name="Parts">What is in it.</param>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record ReportSection(string Id, string Title, string? Lead, IReadOnlyList<IView> Parts) : IPageView
{
    /// <inheritdoc/>
    public string ToText() => $"{Visible.Line(Title)}\n{new string('═', Title.Length)}\n{(Lead is null ? "" : Visible.Line(Lead) + "\n")}\n{Stack.TextOf(Parts)}";

    /// <inheritdoc/>
    public string ToHtml() => PageShell.Fragment(Render(PageFigures.None)).ToString();

    Html IPageView.Render(PageFigures figures) => Render(figures);

    internal Html Render(PageFigures figures) => Html.Join(
    [
        Html.Element("h2", Title), Lead is null ? Html.Empty : Html.Element("p", Lead, "lead"), .. Parts.Select(figures.Render),
    ]);
}

/// <summary>The account of a run: what went in and out, why rows left, what changed, what to do next. It is made of the same tables and charts
/// that a notebook shows, and has nothing of its own. The same run gives the same bytes: there are no times in it.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record Report : IPageView
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>A line below it.</summary>
    public required string Lead { get; init; }

    /// <summary>The account in one sentence.</summary>
    public required string Account { get; init; }

    /// <summary>The parts, in the order of the page.</summary>
    public required ImmutableArray<ReportSection> Sections { get; init; }

    /// <summary>The numbers at the top and what to do next.</summary>
    public required IReadOnlyList<IView> Head { get; init; }

    /// <summary>A part by its id.</summary>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public ReportSection this[string id] => Sections.FirstOrDefault(s => s.Id == id)
        ?? throw new ArgumentException($"The report has no part '{id}'; it has {string.Join(", ", Sections.Select(s => s.Id))}.", nameof(id));

    /// <summary>The report of a run. A part that has nothing to say is left out.</summary>
    public static Report Of(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var rows = new ShownRows(data);
        ImmutableArray<ReportSection> all =
        [
            .. ChecklistSection.Of(data), .. FlowSection.Of(data), .. RemovedSection.Of(data, rows), .. DistributionSection.Of(data), .. FindingSection.Of(data),
            .. PrivacySection.Of(data), .. TwinSection.Of(data, rows), .. OutlierSection.Of(data, rows), .. SplitSection.Of(data), .. BalanceSection.Of(data),
            .. SourceSection.Of(data), .. RecipeSection.Of(data),
        ];
        var numbers = data.Numbers;
        return new()
        {
            Title = data.Recipe,
            Lead = $"{data.Format} · seed {data.Seed} · NotebookKit {data.Version}",
            Account = $"read {Numbers.Count(numbers.Read)} + created {Numbers.Count(numbers.Created)} = rejected {Numbers.Count(numbers.Rejected)} + removed {Numbers.Count(numbers.Removed)}"
                + $" + train {Numbers.Count(numbers.Rows[Split.Train])} + validation {Numbers.Count(numbers.Rows[Split.Validation])} + test {Numbers.Count(numbers.Rows[Split.Test])}",
            Head = ReportHead.Of(data),
            Sections = all,
        };
    }

    /// <summary>One self-contained page: it needs no network, opens in light and dark, and prints.</summary>
    public string ToPage() => PageShell.Build(
        new(Title, "Dataset report", Lead, Account + ". This page may hold text of the dataset: keep it where the audit folder is."), Head, [.. Sections.Select(s => new PagePart(s.Id, s.Title, s))]);

    /// <summary>The parts one after the other, charts as SVG, without script; with the style sheet that they need.</summary>
    public string ToHtml() => PageShell.Fragment(Render(PageFigures.None)).ToString();

    /// <summary>The report in short: numbers, next steps, and each part as text.</summary>
    public string ToText() => $"{Visible.Line(Title)}\n{Visible.Line(Lead)}\n\n{Stack.TextOf([.. Head, .. Sections])}\n\n{Account}";

    /// <inheritdoc/>
    public override string ToString() => ToText();

    Html IPageView.Render(PageFigures figures) => Render(figures);

    private Html Render(PageFigures figures) => Html.Join(
    [
        Html.Element("h1", Title), Html.Element("p", Lead, "lead"), .. Head.Select(figures.Render), .. Sections.Select(s => Html.Element("section", s.Render(figures))),
    ]);
}
