using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Sourcing;

/// <summary>Turns CSV rows into records with the header's names. A quote that is never closed swallows the rows after it: such a row is
/// cut at its first line, which is rejected, and the rest is read anew.</summary>
internal sealed class CsvParser(RecordParser parser, string[] header, byte separator)
{
    private const int MaxRepairs = 1_000;

    public static string[] Header(ReadOnlySpan<byte> row, byte separator)
    {
        var names = CsvRow.Cells(row, separator, out _).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].Trim().TrimStart('\uFEFF');
            if (name.Length == 0) name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"column_{i + 1}");
            for (var n = 2; !seen.Add(name); n++) name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{names[i].Trim()}_{n}");
            names[i] = name;
        }

        return names;
    }

    public List<ParsedRecord> Parse(Batch batch, CancellationToken cancel)
    {
        var parsed = new List<ParsedRecord>(batch.Records.Count);
        foreach (var raw in batch.Records)
        {
            cancel.ThrowIfCancellationRequested();
            var bytes = batch.Of(raw).Span;
            if (parser.Unreadable(raw, bytes) is { } unreadable) parsed.Add(unreadable);
            else Rows(bytes, raw.Line, parsed);
        }

        return parsed;
    }

    private void Rows(ReadOnlySpan<byte> bytes, long line, List<ParsedRecord> into)
    {
        for (var repairs = 0; !bytes.IsEmpty; repairs++)
        {
            var end = RowEnd(bytes, out var lines);
            var row = bytes[..end].TrimEnd("\r\n"u8);
            var cells = CsvRow.Cells(row, separator, out var isOpen);
            while (cells.Count > header.Length && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
            var next = bytes.IndexOf((byte)'\n') + 1;
            if (!isOpen && cells.Count == header.Length)
            {
                into.Add(Record(cells, line, row));
            }
            else
            {
                var reason = isOpen ? $"{RejectReasons.UnclosedQuote}: a closing quote was expected"
                    : $"{RejectReasons.CellCount}: {header.Length} cells were expected, as in the header, and {cells.Count} were found";
                if (next == 0 || next >= end || repairs >= MaxRepairs)
                {
                    into.Add(parser.Reject(line, reason, null, row));
                }
                else
                {
                    into.Add(parser.Reject(line, reason, null, bytes[..next].TrimEnd("\r\n"u8)));
                    (end, lines) = (next, 1);
                }
            }

            bytes = bytes[end..];
            line += lines;
        }
    }

    private int RowEnd(ReadOnlySpan<byte> bytes, out int lines)
    {
        var state = default(CsvState);
        lines = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n') lines++;
            if (state.Next(bytes[i], separator) == CsvByte.RowEnd) return i + 1;
        }

        return bytes.Length;
    }

    private ParsedRecord Record(List<string> cells, long line, ReadOnlySpan<byte> row)
    {
        using var json = new MemoryStream(row.Length + (16 * header.Length));
        using (var writer = new Utf8JsonWriter(json, JsonTexts.Writing))
        {
            writer.WriteStartObject();
            for (var i = 0; i < header.Length; i++)
            {
                writer.WritePropertyName(header[i]);
                if (cells[i].Length == 0) writer.WriteNullValue();
                else writer.WriteStringValue(cells[i]);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(json.GetBuffer().AsMemory(0, (int)json.Length), JsonValues.Reading);
        return parser.Read(document.RootElement, line, row);
    }
}
