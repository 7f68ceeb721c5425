using NotebookKit.Anonymizing;

namespace NotebookKit.Training;

/// <summary>How often finds with a mean probability were right on sentences kept apart: isotonic regression by pooling adjacent violators
/// (Zadrozny, Elkan 2002), one curve for each way of writing and type.</summary>
internal static class Calibration
{
    private static readonly string[] Types = [EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization];

    private const int LeastFinds = 60;

    /// <summary>Curves that give the probability itself.</summary>
    public static byte[] Straight() => [.. Enumerable.Range(0, NameModel.Curves).SelectMany(_ => Enumerable.Range(0, NameModel.CurvePoints).Select(i => (byte)Math.Round(255 / (1 + Math.Exp(-Position(i))))))];

    public static byte[] Of(NameModel model, IReadOnlyList<Marked> rows)
    {
        var recognizer = new ListNameRecognizer(model) { Least = 0.02 };
        var found = new List<(double Score, bool Right)>[NameModel.Curves];
        for (var curve = 0; curve < found.Length; curve++) found[curve] = [];
        var spans = new List<Span>();
        foreach (var row in rows)
        {
            spans.Clear();
            recognizer.Find(row.Text, new(), spans);
            foreach (var span in spans)
            {
                var type = Array.IndexOf(Types, span.Type);
                // Firms that are made up are told more easily than real ones.
                if (type == Corpora.Organization && row.MadeUp) continue;
                // Of what nobody marked it is not known whether a find is right.
                if ((type > 0 && (row.OnlyPersons || row.NoPersons)) || row.Spans.Any(g => g.Type is > Corpora.Organization and not Corpora.Nothing && g.Start < span.End && span.Start < g.End)) continue;
                var condition = ListNameRecognizer.Condition(row.Text.AsSpan(span.Start, span.Length));
                found[(condition * Types.Length) + type].Add((span.Score, row.Spans.Any(g => g.Type == type && NamesEvaluation.Meets(g.Start, g.End, span.Start, span.End))));
            }
        }

        // A way of writing that is met too seldom has the curve of all of its type.
        for (var curve = 0; curve < found.Length; curve++)
            if (found[curve].Count < LeastFinds) found[curve] = [.. found.Where((_, i) => i % Types.Length == curve % Types.Length).SelectMany(f => f)];
        return [.. found.SelectMany(Curve)];
    }

    private static IEnumerable<byte> Curve(List<(double Score, bool Right)> finds)
    {
        var pools = new List<(double Sum, double Weight, double Score)>();
        foreach (var group in finds.GroupBy(f => Math.Round(f.Score, 2)).OrderBy(g => g.Key))
        {
            pools.Add((group.Count(f => f.Right), group.Count(), group.Key * group.Count()));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Weight >= pools[^1].Sum / pools[^1].Weight)
            {
                var (a, b) = (pools[^2], pools[^1]);
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((a.Sum + b.Sum, a.Weight + b.Weight, a.Score + b.Score));
            }
        }

        var points = pools.Select(p => (X: Logit(p.Score / p.Weight), Y: p.Sum / p.Weight)).ToList();
        for (var i = 0; i < NameModel.CurvePoints; i++)
        {
            var x = Position(i);
            var next = points.FindIndex(p => p.X >= x);
            var y = next < 0 ? points[^1].Y : next == 0 ? points[0].Y * Math.Exp(Math.Min(0, x - points[0].X))
                : points[next - 1].Y + ((points[next].Y - points[next - 1].Y) * (x - points[next - 1].X) / (points[next].X - points[next - 1].X));
            yield return (byte)Math.Round(Math.Clamp(y, 0, 1) * 255);
        }
    }

    private static double Position(int point) => (point / 4.0) - 4;

    private static double Logit(double p) => Math.Log(Math.Clamp(p, 0.001, 0.999) / (1 - Math.Clamp(p, 0.001, 0.999)));
}
