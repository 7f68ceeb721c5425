using System.Globalization;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Sentences that begin with an ordinary word. A word that is written small in running text is none of a name; the sentence is cut before it, and the word written
/// large, as it is where it opens a sentence: surnames and forenames that are words ("Banks", "Mark"), and words that no list has, stand there as often as names do.</summary>
internal static class Openings
{
    /// <summary>Openings that are cut from one row.</summary>
    private const int Most = 1;

    /// <summary>Shares of the words that lists know as names, and of the others, that become an opening; and of those that stay alone, without what was before them.</summary>
    private const double Named = 0.3, Other = 0.04, Alone = 0.4;

    public static IEnumerable<Marked> Rows(IEnumerable<Marked> rows)
    {
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (row.NoPersons && !row.Text.Any(char.IsUpper)) continue;
            var tokens = new List<NameToken>();
            NameTokens.Read(row.Text, tokens);
            if (tokens.Count > 400 || tokens.Count(t => t.Shape == Shape.Lower) * 3 < tokens.Count) continue;
            var made = 0;
            for (var i = 1; i + 1 < tokens.Count && made < Most; i++)
            {
                var token = tokens[i];
                if (token is not { Shape: Shape.Lower, Gap: Gap.Space or Gap.Comma, Length: > 2 } || token.Info.IsLink || tokens[i + 1].Gap is Gap.Code or Gap.Apostrophe || tokens[i + 1].Shape != Shape.Lower) continue;
                if (row.Spans.Any(s => s.Start < token.End && token.Start < s.End)) continue;
                var share = token.Info.Forename > 0 || token.Info.Surname > 1 ? Named : token.Info.IsStop ? Other / 4 : Other;
                var id = string.Create(CultureInfo.InvariantCulture, $"{number} {i}");
                if (KeyedRandom.Unit(17, "opening", id) >= share) continue;
                yield return Cut(row, tokens, i, KeyedRandom.Unit(17, "alone", id));
                made++;
            }
        }
    }

    private static Marked Cut(Marked row, List<NameToken> tokens, int i, double way)
    {
        var token = tokens[i];
        // What stood before is kept as a sentence or a line of its own, as long as it is no more than a hundred units.
        var from = way < Alone ? token.Start : Math.Max(0, token.Start - 100);
        while (from > 0 && from < token.Start && row.Text[from - 1] != ' ') from++;
        var head = row.Text[from..token.Start].TrimEnd(' ', ',');
        var lead = head.Length == 0 ? "" : head + (way < (1 + Alone) / 2 ? ". " : "\n");
        var end = Math.Min(row.Text.Length, token.Start + 300);
        while (end < row.Text.Length && row.Text[end] != ' ') end++;
        var text = lead + char.ToUpperInvariant(row.Text[token.Start]) + row.Text[(token.Start + 1)..end];
        var spans = new List<(int Start, int End, int Type)>();
        spans.AddRange(row.Spans.Where(s => s.Start >= from && s.End <= from + head.Length).Select(s => (s.Start - from, s.End - from, s.Type)));
        spans.Add((lead.Length, lead.Length + token.Length, Corpora.Nothing));
        var shift = lead.Length - token.Start;
        spans.AddRange(row.Spans.Where(s => s.Start >= token.End && s.End <= end).Select(s => (s.Start + shift, s.End + shift, s.Type)));
        return row with { Text = text, Spans = spans };
    }
}
