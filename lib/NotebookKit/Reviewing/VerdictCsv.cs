using System.Text;

namespace NotebookKit.Reviewing;

/// <summary>Cuts a CSV file with a heading into rows: RFC 4180, separated by comma, semicolon or tab, quotes doubled, line breaks in quotes.</summary>
internal static class VerdictCsv
{
    public static IEnumerable<VerdictRow> Rows(string file, string text)
    {
        string[]? heading = null;
        foreach (var (line, cells) in Cut(file, text))
        {
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (heading is null)
            {
                heading = [.. cells.Select(c => c.Trim().ToLowerInvariant())];
                if (!heading.Contains("id")) throw BadInputException.At(file, line, "id", "the heading has no column \"id\"; the columns are id, verdict, correction and the questions' names.");
                if (heading.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw BadInputException.At(file, line, twice.Key, "the column is there twice.");
                continue;
            }

            if (cells.Count != heading.Length)
                throw BadInputException.At(file, line, null, FormattableString.Invariant($"{cells.Count} cells, but the heading has {heading.Length}; put quotes around cells that hold the separator."));
            yield return new(file, line, heading.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        }
    }

    private static IEnumerable<(long Line, List<string> Cells)> Cut(string file, string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        var separator = first.Count('\t') > 0 ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
        var (cells, cell) = (new List<string>(), new StringBuilder());
        var (line, started, quoted, wasQuoted) = (1L, 1L, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0 && !wasQuoted)
            {
                quoted = wasQuoted = true;
            }
            else if (c == separator || c == '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                wasQuoted = false;
                if (c != '\n') continue;
                yield return (started, cells);
                (cells, started) = ([], line);
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (quoted) throw BadInputException.At(file, started, null, "a quote is opened and never closed.");
        if (cells.Count == 0 && cell.Length == 0) yield break;
        cells.Add(cell.ToString());
        yield return (started, cells);
    }
}
