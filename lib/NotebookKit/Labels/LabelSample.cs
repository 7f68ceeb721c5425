using NotebookKit.Linear;
using NotebookKit.Text;

namespace NotebookKit.Labels;

/// <summary>What <see cref="LabelNoise"/> knows about a part: how many rows each label has, and the labelled rows with the smallest keyed hashes of their ids. The same rows are chosen
/// however the corpus is cut. Holds the inputs of these rows: keep it where the rows may be kept.</summary>
public sealed class LabelSample : IPersisted<LabelSample>
{
    private LabelSample(IReadOnlyList<LabelledRow> rows, SortedDictionary<string, long> counts) => (Rows, Counts) = (rows, counts);

    static int IPersisted<LabelSample>.FormatVersion => 1;

    /// <summary>Rows by label, also those that are not in the sample.</summary>
    internal SortedDictionary<string, long> Counts { get; }

    /// <summary>The sampled rows, in the order of their keys.</summary>
    internal IReadOnlyList<LabelledRow> Rows { get; }

    /// <summary>The sample of some examples: those with a label and a word in the input.</summary>
    internal static LabelSample Of(IReadOnlyList<Example> examples, int size, ulong seed)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var rows = new List<LabelledRow>();
        foreach (var example in examples)
        {
            if (LabelledRow.LabelOf(example) is not { } label) continue;
            counts[label] = counts.GetValueOrDefault(label) + 1;
            var text = LabelledRow.TextOf(example);
            if (Words.Count(text) > 0) rows.Add(new(KeyedRandom.Bits(seed, "labels.sample", example.Id), example.Id, label, text));
        }

        return new(Smallest(rows, size), counts);
    }

    /// <summary>The sample of several samples.</summary>
    internal static LabelSample Merge(IReadOnlyList<LabelSample> samples, int size)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (label, count) in samples.SelectMany(s => s.Counts)) counts[label] = counts.GetValueOrDefault(label) + count;
        return new(Smallest(samples.SelectMany(s => s.Rows), size), counts);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteList(Counts, c =>
        {
            WriteExactly(writer, c.Key);
            writer.Write(c.Value);
        });
        writer.WriteList(Rows, r =>
        {
            writer.Write(r.Key);
            WriteExactly(writer, r.Id);
            WriteExactly(writer, r.Label);
            WriteExactly(writer, r.Text);
        });
    }

    /// <inheritdoc/>
    public static LabelSample Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (label, count) in reader.ReadList(() => (ReadExactly(reader), reader.ReadInt64()))) counts[label] = count;
        return new(reader.ReadList(() => new LabelledRow(reader.ReadUInt64(), ReadExactly(reader), ReadExactly(reader), ReadExactly(reader))), counts);
    }

    /// <summary>Writes a text with its halves of surrogate pairs, which a writer of texts would replace.</summary>
    internal static void WriteExactly(BinaryWriter writer, string text)
    {
        writer.Write7BitEncodedInt(text.Length);
        foreach (var unit in text) writer.Write((ushort)unit);
    }

    /// <summary>Reads what <see cref="WriteExactly"/> wrote.</summary>
    internal static string ReadExactly(BinaryReader reader)
    {
        var units = new char[reader.Read7BitEncodedInt()];
        for (var i = 0; i < units.Length; i++) units[i] = (char)reader.ReadUInt16();
        return new(units);
    }

    private static LabelledRow[] Smallest(IEnumerable<LabelledRow> rows, int size) =>
        [.. rows.OrderBy(r => r.Key).ThenBy(r => r.Id, StringComparer.Ordinal).Take(size)];
}

/// <summary>A labelled row of the sample.</summary>
internal sealed record LabelledRow(ulong Key, string Id, string Label, string Text)
{
    /// <summary>The label; null where there is none.</summary>
    public static string? LabelOf(Example example) => string.IsNullOrWhiteSpace(example.Label) ? null : example.Label;

    /// <summary>The text that is judged: the start of the input.</summary>
    public static string TextOf(Example example) => example.Input is { Length: > NGrams.MaxChars } text ? text[..NGrams.MaxChars] : example.Input;

    /// <summary>Equal for texts that no model can tell apart.</summary>
    public static ulong ContentOf(string text) => NGrams.Of(text).Content;
}
