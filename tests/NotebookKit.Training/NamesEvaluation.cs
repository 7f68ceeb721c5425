using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Training;

/// <summary>Scores of the whole masker for persons, places and organizations on sets that the model never saw. A hit has the same type and covers at least half of
/// what find and mark cover together. It prints counts only, never texts.</summary>
internal static class NamesEvaluation
{
    private static readonly string[] Types = [EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization];

    private static readonly List<double>[] Means = [[], [], []];

    public static void Print()
    {
        Console.WriteLine($"{"set",-22} {"type",-13} {"gold",5} {"found",5} {"P",6} {"R",6} {"F1",6} | persons' words masked: precision-first, balanced, recall-first");
        foreach (var (name, rows) in Corpora.KeptApart()) Print(name, rows);
        for (var type = 0; type < Types.Length; type++) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean F1 of {Types[type]}: {Means[type].Average():F3}"));
    }

    /// <summary>True where two stretches have half of their union in common.</summary>
    public static bool Meets(int start, int end, int otherStart, int otherEnd)
    {
        var common = Math.Min(end, otherEnd) - Math.Max(start, otherStart);
        return common > 0 && 2 * common >= Math.Max(end, otherEnd) - Math.Min(start, otherStart);
    }

    /// <summary>Handles of the tweets: the sets mark some of them as persons or organizations, and here they are neither.</summary>
    private static bool IsHandle(string text, int start) => start > 0 && text[start - 1] == '@';

    private static void Print(string name, IReadOnlyList<Marked> rows)
    {
        var masker = new Anonymizer { Types = Types }.For();
        var found = rows.Select(r => masker.Find(r.Text)).ToList();
        for (var type = 0; type < Types.Length; type++)
        {
            int gold = 0, finds = 0, right = 0, hit = 0;
            for (var i = 0; i < rows.Count; i++)
            {
                var marks = rows[i].Spans.Where(s => s.Type == type && rows[i].Text[s.Start] != '@' && !IsHandle(rows[i].Text, s.Start)).ToList();
                var own = found[i].Where(s => s.Type == Types[type] && !IsHandle(rows[i].Text, s.Start)).ToList();
                gold += marks.Count;
                finds += own.Count;
                right += own.Count(f => marks.Any(g => Meets(g.Start, g.End, f.Start, f.End)));
                hit += marks.Count(g => own.Any(f => Meets(g.Start, g.End, f.Start, f.End)));
            }

            if (gold < 5) continue;
            Means[type].Add(2.0 * hit * right / Math.Max(1, (hit * (double)finds) + (right * (double)gold)));
            double p = finds == 0 ? 0 : right / (double)finds, r = hit / (double)gold;
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {Types[type],-13} {gold,5} {finds,5} {p,6:F3} {r,6:F3} {2 * p * r / Math.Max(1e-9, p + r),6:F3} |"));
            Console.WriteLine(type > 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {Masked(rows, Sensitivity.PrecisionFirst):F3} {Masked(rows, Sensitivity.Balanced):F3} {Masked(rows, Sensitivity.RecallFirst):F3}"));
        }
    }

    /// <summary>Share of the words of persons' names that the default types cover.</summary>
    private static double Masked(IReadOnlyList<Marked> rows, Sensitivity sensitivity)
    {
        var masker = new Anonymizer { Sensitivity = sensitivity }.For();
        int words = 0, masked = 0;
        foreach (var row in rows)
        {
            if (!row.Spans.Any(s => s.Type == Corpora.Person)) continue;
            var found = masker.Find(row.Text);
            var tokens = new List<NameToken>();
            NameTokens.Read(row.Text, tokens);
            foreach (var token in tokens.Where(t => row.Spans.Any(s => s.Type == Corpora.Person && s.Start <= t.Start && t.End <= s.End)))
            {
                words++;
                if (found.Any(f => f.Start <= token.Start && token.End <= f.End)) masked++;
            }
        }

        return masked / (double)Math.Max(1, words);
    }
}
