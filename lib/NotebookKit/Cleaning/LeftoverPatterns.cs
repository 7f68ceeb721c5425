using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Patterns of places, each behind words or marks of which a line must have one: most lines are told from places by one look for all of them.</summary>
internal sealed class LeftoverPatterns
{
    /// <summary>Characters that are looked at in one go: what a pattern looks back at stays short, however long the line is.</summary>
    private const int Piece = 2_000;

    private readonly SearchValues<string> all;

    private readonly (SearchValues<string> Words, Func<Regex> Pattern)[] rows;

    /// <summary>Takes the patterns, each with its words; their case does not matter.</summary>
    public LeftoverPatterns(params (string[] Words, Func<Regex> Pattern)[] rows)
    {
        all = SearchValues.Create([.. rows.SelectMany(r => r.Words)], StringComparison.OrdinalIgnoreCase);
        this.rows = [.. rows.Select(r => (SearchValues.Create(r.Words, StringComparison.OrdinalIgnoreCase), r.Pattern))];
    }

    /// <summary>Adds the places of a line; what the kit itself writes in brackets is none.</summary>
    public void AddTo(List<(int From, int Length)> places, ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny(all)) return;
        foreach (var (words, pattern) in rows)
        {
            if (!line.ContainsAny(words)) continue;
            var before = places.Count;
            AddAll(places, line, pattern());
            for (var i = places.Count - 1; i >= before; i--)
                if (LeftoverNames.IsOwn(line.Slice(places[i].From, places[i].Length).Trim("[]"))) places.RemoveAt(i);
        }
    }

    /// <summary>Adds all matches of a pattern in a line.</summary>
    public static void AddAll(List<(int From, int Length)> places, ReadOnlySpan<char> line, Regex pattern)
    {
        for (var from = 0; from < line.Length; from += Piece)
            foreach (var match in pattern.EnumerateMatches(line.Slice(from, Math.Min(Piece, line.Length - from)))) places.Add((from + match.Index, match.Length));
    }
}
