using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKit.Samples;

/// <summary>Puts files in order, gives ids, and writes them.</summary>
internal static class Written
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(JsonNode json) => json.ToJsonString(Options);

    /// <summary>By date where rows have one, else mixed.</summary>
    public static void Order(SampleFile file)
    {
        var rows = file.Rows.Exists(r => r.At != default) ? file.Rows.OrderBy(r => r.At).ToList() : new Draw(file.Name, "order").Shuffled(file.Rows);
        file.Rows.Clear();
        file.Rows.AddRange(rows);
    }

    /// <summary>Running numbers with the file's letter; two rows that share an id on purpose get the same.</summary>
    public static void GiveIds(SampleFile file, string prefix, int start)
    {
        foreach (var row in file.Rows) Id(row, FormattableString.Invariant($"{prefix}-{start++}"));
        foreach (var kind in new[] { "same-id-same-record", "same-id-other-record" })
            foreach (var twins in file.Faults.GetValueOrDefault(kind, [])) Id(twins.Rows[1], twins.Rows[0].Id);
    }

    public static string JsonLines(SampleFile file)
    {
        var text = new StringBuilder();
        var line = 0;
        var broken = file.Broken.ToLookup(b => b.Before);
        foreach (var row in file.Rows)
        {
            foreach (var damaged in broken[row])
            {
                text.Append(damaged.Text).Append('\n');
                file.BrokenLines.Add(++line);
            }

            text.Append(Line(row.Json)).Append('\n');
            line++;
        }

        if (file.CutEnd.Length > 0) file.BrokenLines.Add(++line);
        return text.Append(file.CutEnd).ToString();
    }

    public static string JsonArray(SampleFile file) => "[\n" + string.Join(",\n", file.Rows.Select(r => Line(r.Json))) + "\n]\n";

    /// <summary>CSV by RFC 4180, with line feeds; a row's id is the number of its first line.</summary>
    public static string Csv(SampleFile file)
    {
        var names = file.Rows[0].Json.Select(f => f.Key).ToArray();
        var text = new StringBuilder(string.Join(',', names)).Append('\n');
        var line = 2;
        foreach (var row in file.Rows)
        {
            row.Id = FormattableString.Invariant($"{line}");
            var written = string.Join(',', names.Select(n => Cell(row.Json[n]!.GetValue<string>()))) + "\n";
            text.Append(written);
            line += written.Count(c => c == '\n');
        }

        return text.ToString();
    }

    private static string Cell(string value) =>
        value.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static void Id(Row row, string id)
    {
        row.Id = id;
        row.Json["id"] = id;
    }
}
