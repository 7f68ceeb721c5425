using System.Text;

namespace NotebookKit.Sourcing;

/// <summary>RFC 4180 as files really are: cells may be quoted, quotes in them are doubled, line breaks and separators may stand in them.
/// A quote inside an unquoted cell, or text after a closing quote, is text.</summary>
internal struct CsvState
{
    private enum Place
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    private Place place;

    /// <summary>True where a line break belongs to a cell.</summary>
    public readonly bool InQuotes => place == Place.Quoted;

    /// <summary>What a byte means.</summary>
    public CsvByte Next(byte value, byte separator)
    {
        if (place == Place.Quoted)
        {
            if (value != '"') return CsvByte.Text;
            place = Place.QuoteInQuoted;
            return CsvByte.Mark;
        }

        if (value == '"' && place != Place.Plain)
        {
            // Second of two quotes: one quote of text. At the start of a cell: the opening quote.
            var doubled = place == Place.QuoteInQuoted;
            place = Place.Quoted;
            return doubled ? CsvByte.Text : CsvByte.Mark;
        }

        if (value == separator || value == '\n')
        {
            place = Place.CellStart;
            return value == '\n' ? CsvByte.RowEnd : CsvByte.CellEnd;
        }

        place = Place.Plain;
        return CsvByte.Text;
    }
}

/// <summary>What a byte of a CSV file means.</summary>
internal enum CsvByte
{
    Text,
    Mark,
    CellEnd,
    RowEnd,
}

/// <summary>Cuts CSV and TSV into rows, line breaks in quotes respected.</summary>
internal sealed class CsvCutter(ByteFeed feed, int limit, byte separator) : Cutter(feed, limit)
{
    public byte Separator => separator;

    public override bool Next(Batch batch)
    {
        while (Feed.Fill())
        {
            Begin(batch);
            var line = Line;
            var state = default(CsvState);
            var open = true;
            while (open && Feed.Fill())
            {
                var ready = Feed.Ready;
                var i = 0;
                while (i < ready.Length)
                {
                    var value = ready[i++];
                    if (value == '\n') Line++;
                    if (state.Next(value, separator) != CsvByte.RowEnd) continue;
                    open = false;
                    break;
                }

                Take(batch, i);
            }

            // Spaces and tabs may be empty cells: only line ends are trimmed.
            if (End(batch, line, open, "\r\n"u8)) return true;
        }

        return false;
    }

    /// <summary>The separator that occurs most often outside quotes in the first row: tab, semicolon, comma or bar.</summary>
    public static byte? Detect(ReadOnlySpan<byte> head)
    {
        byte? best = null;
        var most = 0;
        foreach (var separator in "\t;,|"u8)
        {
            var state = default(CsvState);
            var count = 0;
            foreach (var value in head)
            {
                var kind = state.Next(value, separator);
                if (kind == CsvByte.RowEnd) break;
                if (kind == CsvByte.CellEnd) count++;
            }

            if (count <= most) continue;
            most = count;
            best = separator;
        }

        return best;
    }
}

/// <summary>The cells of one row.</summary>
internal static class CsvRow
{
    /// <summary>Cells as text; <paramref name="isOpen"/> where a quote is not closed.</summary>
    public static List<string> Cells(ReadOnlySpan<byte> row, byte separator, out bool isOpen)
    {
        var cells = new List<string>();
        var cell = new byte[row.Length];
        var length = 0;
        var state = default(CsvState);
        foreach (var value in row)
        {
            switch (state.Next(value, separator))
            {
                case CsvByte.Text:
                    cell[length++] = value;
                    break;
                case CsvByte.CellEnd:
                    cells.Add(Text(cell.AsSpan(0, length)));
                    length = 0;
                    break;
            }
        }

        isOpen = state.InQuotes;
        cells.Add(Text(cell.AsSpan(0, length)));
        return cells;
    }

    private static string Text(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(cell.TrimEnd((byte)'\r'));
}
