using NotebookKit.Text;

namespace NotebookKit.Display.Pages;

/// <summary>What a reader sees first: the numbers, and the three things to do next.</summary>
internal static class ReportHead
{
    public static IReadOnlyList<IView> Of(ReportData data) => [Numbered(data), .. Next(data)];

    private static Tiles Numbered(ReportData data)
    {
        var numbers = data.Numbers;
        var lines = numbers.Lines.Values.Sum();
        Tile Split(Split split, string name) => new(name, Numbers.Count(numbers.Rows[split]), Numbers.Share(numbers.Rows[split], numbers.Kept) + " of kept");
        return new(
            new("read", Numbers.Count(numbers.Read), numbers.Created > 0 ? $"{Numbers.Count(numbers.Created)} created" : "examples and records"),
            new("rejected", Numbers.Count(numbers.Rejected), "could not be read"),
            new("removed", Numbers.Count(numbers.Removed), Numbers.Share(numbers.Removed, numbers.Read) + " of what was read", "loss"),
            new("kept", Numbers.Count(numbers.Kept),
                lines == numbers.Kept ? Numbers.Share(numbers.Kept, numbers.Read) + " of what was read" : Numbers.Count(lines, "line") + " with copies", "gain"),
            Split(NotebookKit.Split.Train, "train"), Split(NotebookKit.Split.Validation, "validation"), Split(NotebookKit.Split.Test, "test"),
            new("tokens", "≈ " + Numbers.Short(data.After.Tokens.Sum), "estimate: characters ÷ 4"));
    }

    private static IEnumerable<IView> Next(ReportData data)
    {
        if (data.NextSteps.Count == 0) yield break;
        yield return new Card(data.NextSteps.Count == 1 ? "To do next" : $"{Word(data.NextSteps.Count)} things to do next",
            new Graded([.. data.NextSteps.Select(s => (Checklist.Word(s.State), data.Mask.Text(s.Text), ""))], Ordered: true));
    }

    private static string Word(int count) => count switch { 2 => "Two", 3 => "Three", _ => Numbers.Count(count) };
}
