using System.Text;
using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Explaining;

/// <summary>A row's life in plain lines.</summary>
internal static class LifeAsText
{
    private const int ShownRows = 10;
    private const int ShownText = 160;
    private const int Width = 96;

    public static string Of(RowLife life)
    {
        var text = new StringBuilder();
        text.Append(Visible.Line(life.Id ?? life.Asked)).Append(": ").Append(Headline(life));
        Row(text, "read", Origin(life.Read));
        if (life.Joined.Count > 0) Row(text, "joined", $"{Numbers.Count(life.Joined.Count, "record")} went into it: {Listed(life.Joined)}");
        if (life.Label is { } label) Row(text, "label", label);
        if (life.Text is { } said)
        {
            Row(text, "input", Visible.Cut(said.Input, ShownText));
            if (said.Output.Length > 0) Row(text, "answer", Visible.Cut(said.Output, ShownText));
        }

        if (life.Steps.Count > 0) text.Append("\n  what the stages did");
        foreach (var step in life.Steps)
            for (var i = 0; i < step.What.Count; i++)
                Row(text, i == 0 ? FormattableString.Invariant($"{step.Number,2} {step.Stage}") : "", step.What[i], 20, 4);
        if (life.End is { } end) End(text, end);
        if (life.Place is { } place) Row(text, "went to", Place(place));
        Instead(text, life);
        StandsFor(text, life);
        foreach (var line in Related(life)) Row(text, line.Label, line.Text);
        foreach (var note in life.Notes) Row(text, "note", note);
        return Visible.Text(text.ToString());
    }

    /// <summary>One sentence that answers the question.</summary>
    public static string Headline(RowLife life) => life.Fate switch
    {
        RowFate.Kept when life.Place is { } place => $"kept, in {place.Split.ToString().ToLowerInvariant()}",
        RowFate.Kept => "kept",
        RowFate.Removed when life.IsOrphan => $"removed by {life.End!.Stage} ({life.End.Reason}); the row kept instead left later, too",
        RowFate.Removed when life.Instead.Count > 0 => $"removed by {life.End!.Stage} ({life.End.Reason}); {Visible.Line(life.Instead[^1].Id)}{(life.Instead[^1].Run is { } run ? $", of an earlier run ({Visible.Line(run)})," : "")} is kept instead",
        RowFate.Removed when life.End!.Outside is { } outside => $"removed by {life.End.Stage} ({life.End.Reason}); it overlaps with {Visible.Line(outside)}",
        RowFate.Removed => $"removed by {life.End!.Stage} ({life.End.Reason})",
        RowFate.Joined => $"part of another row, {Visible.Line(life.Id ?? "")}",
        _ => $"rejected: the record could not be read ({life.End?.Reason})",
    };

    public static string Origin(RowOrigin read)
    {
        var place = read.File is null ? "not from a file" : read.File;
        if (read.Line is { } line) place += FormattableString.Invariant($", line {line}");
        if (read.Record > 0) place += FormattableString.Invariant($", record {read.Record}");
        if (read.Part > 0) place += FormattableString.Invariant($", row {read.Part + 1} made of it");
        if (!string.IsNullOrEmpty(read.Format)) place += $", read as {read.Format}";
        return read.Source is null ? place : $"{place} (source {read.Source})";
    }

    public static string Place(LifePlace place)
    {
        var where = place.File ?? $"{place.Split.ToString().ToLowerInvariant()} (nothing is written yet)";
        if (place.Lines.Count > 0)
            where += place.Lines.Count == 1 ? FormattableString.Invariant($", line {place.Lines[0]}") : $", lines {string.Join(", ", place.Lines.Take(ShownRows).Select(Numbers.Count))}{(place.Lines.Count > ShownRows ? " …" : "")}";
        if (place.Copies > 1) where += FormattableString.Invariant($", {place.Copies} copies");
        if (place.Weight is { } weight) where += $", weight {Numbers.Value(weight)}";
        return where;
    }

    private static void End(StringBuilder text, LifeEnd end)
    {
        Row(text, "why", end.Meaning);
        for (var i = 0; i < end.ToKeep.Count; i++) Row(text, "to keep it", (i == 0 ? "" : "or ") + $"--set {end.ToKeep[i]}");
        if (end.Advice is { } advice) Row(text, "", advice);
    }

    private static void Instead(StringBuilder text, RowLife life)
    {
        for (var i = 0; i < life.Instead.Count; i++)
        {
            var link = life.Instead[i];
            var fate = link.Fate == RowFate.Kept ? $"kept: {link.Where}" : $"but it left, too: {link.Where}";
            Row(text, i == 0 ? "instead" : "and then", $"{link.Id}{Alike(link)} – {fate}");
        }

        if (life.IsOrphan) Row(text, "", "No row stands for this one in the dataset.");
    }

    /// <summary>One line for each row that this one was compared with.</summary>
    public static IEnumerable<(string Label, string Text)> Related(RowLife life) => life.Related.Take(ShownRows).Select(r => r.Kind switch
    {
        Relation.Contradiction => ("contradicts", $"{r.Id} asks the same ({Numbers.Value(r.Similarity)} alike) and answers otherwise{(r.Answer is { } answer ? $": “{answer}”" : "")} – {r.Where}"),
        Relation.SameAnswer => ("agrees", $"{r.Id} is contradicted as this row is, and answers alike – {r.Where}"),
        Relation.Neighbour => ("nearest row", $"{r.Id} ({Numbers.Value(r.Similarity)} alike) – {r.Where}"),
        _ => (r.Kind, $"{r.Id} ({Numbers.Value(r.Similarity)}) – {r.Where}"),
    });

    private static void StandsFor(StringBuilder text, RowLife life)
    {
        if (life.StandsForCount == 0) return;
        Row(text, "stands for", $"{Numbers.Count(life.StandsForCount, "row")} that left in favour of it:");
        foreach (var link in life.StandsFor.Take(ShownRows)) Row(text, "", $"{link.Id}{Alike(link)}, by {link.Stage} ({link.Reason})");
        if (life.StandsForCount > ShownRows) Row(text, "", $"… and {Numbers.Count(life.StandsForCount - ShownRows)} more");
    }

    private static string Alike(LifeLink link) => link.Measured is { } measured and < 1 ? $" ({Numbers.Value(measured)} alike)" : "";

    private static string Listed(IReadOnlyList<string> items) =>
        string.Join(", ", items.Take(ShownRows)) + (items.Count > ShownRows ? $" and {Numbers.Count(items.Count - ShownRows)} more" : "");

    private static void Row(StringBuilder text, string label, string content, int column = 14, int indent = 2)
    {
        text.Append('\n').Append(' ', indent).Append(label);
        var at = indent + label.Length;
        var start = indent + column;
        if (at >= start) text.Append("  ");
        else text.Append(' ', start - at);
        at = Math.Max(at + 2, start);
        var first = true;
        foreach (var word in Visible.Line(content).Split(' '))
        {
            if (!first && at + 1 + word.Length > Width + start)
            {
                text.Append('\n').Append(' ', start);
                at = start;
                first = true;
            }

            if (!first) text.Append(' ');
            text.Append(word);
            at += word.Length + (first ? 0 : 1);
            first = false;
        }
    }
}
