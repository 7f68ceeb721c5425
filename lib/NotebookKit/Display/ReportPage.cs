using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Builds <c>report.html</c>: one page without script or reference that explains a run, in light and dark and on paper.</summary>
public static class ReportPage
{
    /// <summary>The page. It is the same for the same run, so it has no times in it.</summary>
    public static string Build(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var sections = new List<(string Id, string Title, string? Lead, Html Body)>
        {
            ("findings", "Findings", null, ReportSections.Findings(data)),
            ("stages", "What each stage kept", "Every example that came in was kept or removed; nothing leaves without a reason.", ReportSections.Stages(data)),
            ("reasons", "Why examples left", null, ReportSections.Reasons(data)),
            ("distributions", "Before and after", "Grey: as read. Blue: as handed over. Bars are shares, numbers are examples.", ReportSections.Distributions(data)),
            ("splits", "Splits", null, ReportSections.Splits(data)),
            ("review", "Kept, but worth a look", "Examples that stages kept with a remark.", ReportSections.Flags(data)),
            ("personal-data", "Personal data", "What was found and replaced, by type.", ReportSections.PersonalData(data)),
            ("removed", "Removed examples", "Up to ten for each reason, drawn by the seed, beside what was kept instead. All of them are in removed.jsonl.", ReportSamples.Removed(data)),
            ("inputs", "Inputs", null, ReportSections.Inputs(data)),
            ("recipe", "Recipe", "The stages as they ran, with every option.", ReportSections.Recipe(data)),
        };
        sections.RemoveAll(s => s.Body == Html.Empty);

        var page = new StringBuilder(1 << 16);
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append(Html.Element("title", $"Dataset report · {data.Recipe}")).Append("\n<style>").Append(ReportStyle.Css).Append("</style>\n</head>\n<body>\n");
        page.Append(Header(data)).Append("\n<nav>");
        foreach (var (id, title, _, _) in sections) page.Append("<a href=\"#").Append(id).Append("\">").Append(Html.Text(title)).Append("</a>");
        page.Append("</nav>\n<main>\n");
        foreach (var (id, title, lead, body) in sections)
        {
            page.Append("<section id=\"").Append(id).Append("\">").Append(Html.Element("h2", title));
            if (lead is not null) page.Append(Html.Element("p", lead, "lead"));
            page.Append(body).Append("</section>\n");
        }

        return page.Append("</main>\n").Append(Footer(data)).Append("\n</body>\n</html>\n").ToString();
    }

    private static Html Header(ReportData data)
    {
        var numbers = data.Numbers;
        var lines = numbers.Lines.Values.Sum();
        List<(string Label, string Value, string Note, string Css)> tiles =
        [
            ("read", Numbers.Count(numbers.Read), numbers.Created > 0 ? $"{Numbers.Count(numbers.Created)} created" : "examples and records", ""),
            ("rejected", Numbers.Count(numbers.Rejected), "could not be read", ""),
            ("removed", Numbers.Count(numbers.Removed), Numbers.Share(numbers.Removed, numbers.Read) + " of what was read", "loss"),
            ("kept", Numbers.Count(numbers.Kept), lines == numbers.Kept ? Numbers.Share(numbers.Kept, numbers.Read) + " of what was read" : Numbers.Count(lines, "line") + " with copies", "gain"),
            ("train", Numbers.Count(numbers.Rows[Split.Train]), Numbers.Share(numbers.Rows[Split.Train], numbers.Kept) + " of kept", ""),
            ("validation", Numbers.Count(numbers.Rows[Split.Validation]), Numbers.Share(numbers.Rows[Split.Validation], numbers.Kept) + " of kept", ""),
            ("test", Numbers.Count(numbers.Rows[Split.Test]), Numbers.Share(numbers.Rows[Split.Test], numbers.Kept) + " of kept", ""),
            ("tokens", "≈ " + Numbers.Short(data.After.Tokens.Sum), "estimate: characters ÷ 4", ""),
        ];
        var html = new StringBuilder("<header>").Append(Html.Element("p", "Dataset report", "kicker")).Append(Html.Element("h1", data.Recipe));
        html.Append(Html.Element("p", $"{data.Format} · seed {data.Seed} · NotebookKit {data.Version}", "lead")).Append("<div class=\"tiles\">");
        foreach (var (label, value, note, css) in tiles)
            html.Append(Html.Element("div", Html.Join([Html.Element("span", label, "name"), Html.Element("b", value), Html.Element("small", note)]), $"tile {css}"));
        return Html.Trusted(html.Append("</div></header>").ToString());
    }

    private static Html Footer(ReportData data) =>
        Html.Element("footer", $"read {Numbers.Count(data.Numbers.Read)} + created {Numbers.Count(data.Numbers.Created)} = rejected {Numbers.Count(data.Numbers.Rejected)} + removed "
            + $"{Numbers.Count(data.Numbers.Removed)} + train {Numbers.Count(data.Numbers.Rows[Split.Train])} + validation {Numbers.Count(data.Numbers.Rows[Split.Validation])} + test "
            + $"{Numbers.Count(data.Numbers.Rows[Split.Test])}. This page may hold text of the dataset: keep it where the audit folder is.");
}
