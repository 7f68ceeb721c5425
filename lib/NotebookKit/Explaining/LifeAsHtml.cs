using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Explaining;

/// <summary>A row's life as markup: a heading, a list of facts, a table of the stages.</summary>
internal static class LifeAsHtml
{
    public static string Of(RowLife life) => Html.Join(Pieces(life)).ToString();

    private static IEnumerable<Html> Pieces(RowLife life)
    {
        yield return Html.Trusted("<section class=\"nk-life\">");
        yield return Html.Element("h3", $"{life.Id ?? life.Asked}: {LifeAsText.Headline(life)}");
        yield return Html.Element("dl", Html.Join(Facts(life)));
        if (life.Steps.Count > 0) yield return Steps(life).Render();
        if (life.StandsFor.Count > 0) yield return StandsFor(life).Render();
        yield return Html.Trusted("</section>");
    }

    private static IEnumerable<Html> Facts(RowLife life)
    {
        foreach (var fact in Fact("read", LifeAsText.Origin(life.Read))) yield return fact;
        if (life.Joined.Count > 0)
            foreach (var fact in Fact("joined", string.Join(", ", life.Joined))) yield return fact;
        if (life.Label is { } label)
            foreach (var fact in Fact("label", label)) yield return fact;
        if (life.Text is { } said)
        {
            foreach (var fact in Fact("input", said.Input)) yield return fact;
            foreach (var fact in Fact("answer", said.Output)) yield return fact;
        }

        if (life.End is { } end)
        {
            foreach (var fact in Fact("why", end.Meaning)) yield return fact;
            foreach (var setting in end.ToKeep)
                foreach (var fact in Fact("to keep it", $"--set {setting}")) yield return fact;
            if (end.Advice is { } advice)
                foreach (var fact in Fact("", advice)) yield return fact;
        }

        if (life.Place is { } place)
            foreach (var fact in Fact("went to", LifeAsText.Place(place))) yield return fact;
        foreach (var link in life.Instead)
            foreach (var fact in Fact("instead", $"{link.Id}: {(link.Fate == RowFate.Kept ? "kept" : "left, too")}, {link.Where}")) yield return fact;
        if (life.IsOrphan)
            foreach (var fact in Fact("instead", "No row stands for this one in the dataset.")) yield return fact;
        foreach (var (kind, other) in LifeAsText.Related(life))
            foreach (var fact in Fact(kind, other)) yield return fact;
        foreach (var note in life.Notes)
            foreach (var fact in Fact("note", note)) yield return fact;
    }

    private static Html[] Fact(string name, string text) => [Html.Element("dt", name), Html.Element("dd", text)];

    private static Table Steps(RowLife life) => new()
    {
        Caption = "What the stages did",
        InOrder = true,
        Columns = [new("#", true), new("stage"), new("what")],
        Rows = [.. life.Steps.SelectMany(s => s.What.Select((w, i) => (IReadOnlyList<string>)[i == 0 ? Numbers.Count(s.Number) : "", i == 0 ? s.Stage : "", w]))],
    };

    private static Table StandsFor(RowLife life) => new()
    {
        Caption = $"Stands for {Numbers.Count(life.StandsForCount, "row")} that left in favour of it",
        Columns = [new("id"), new("alike", true), new("stage"), new("reason")],
        Rows = [.. life.StandsFor.Select(l => (IReadOnlyList<string>)[l.Id, Table.Cell(l.Measured), l.Stage, l.Reason])],
    };
}
