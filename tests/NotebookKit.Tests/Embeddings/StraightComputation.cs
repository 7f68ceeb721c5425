using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NotebookKit.Tests.Embeddings;

/// <summary>Embeddings by the shortest way that is right, for tests only: nothing of it is shared with the library, and it is slow.</summary>
internal sealed class StraightComputation
{
    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly byte[] numbers;
    private readonly int width, begin;

    public StraightComputation(string folder)
    {
        using var tokenizer = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tokenizer.json")));
        foreach (var piece in tokenizer.RootElement.GetProperty("model").GetProperty("vocab").EnumerateObject()) vocabulary[piece.Name] = piece.Value.GetInt32();
        numbers = File.ReadAllBytes(Path.Combine(folder, "model.safetensors"));
        var header = (int)BinaryPrimitives.ReadInt64LittleEndian(numbers);
        begin = 8 + header;
        using var tensors = JsonDocument.Parse(numbers.AsMemory(8, header));
        width = tensors.RootElement.GetProperty("embeddings").GetProperty("shape")[1].GetInt32();
    }

    public double[] Embed(string text)
    {
        var pieces = Pieces(text).Take(512).ToList();
        var mean = new double[width];
        foreach (var piece in pieces)
            for (var d = 0; d < width; d++) mean[d] += (sbyte)numbers[begin + (piece * width) + d] / (double)pieces.Count;
        var length = Math.Sqrt(mean.Sum(m => m * m));
        return length == 0 ? mean : [.. mean.Select(m => m / length)];
    }

    private IEnumerable<int> Pieces(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\t' or '\n' or '\r') clean.Append(' ');
            else if (rune.Value is 0xFFFD || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) continue;
            else if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF)) clean.Append(' ').Append(rune).Append(' ');
            else clean.Append(rune);
        }

        var apart = AccentsTests.MachineKnows ? clean.ToString().Normalize(NormalizationForm.FormD) : clean.ToString();
        var words = new StringBuilder();
        foreach (var rune in apart.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.NonSpacingMark).Select(Rune.ToLowerInvariant))
            if (rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == ' ' : !Rune.IsPunctuation(rune)) words.Append(rune);
            else words.Append(' ').Append(rune).Append(' ');
        foreach (var word in words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            foreach (var piece in WordPieces(word)) yield return piece;
    }

    private List<int> WordPieces(string word)
    {
        var found = new List<int>();
        if (word.EnumerateRunes().Count() > 100) return found;
        for (var at = 0; at < word.Length;)
        {
            var end = word.Length;
            while (end > at && !vocabulary.ContainsKey((at > 0 ? "##" : "") + word[at..end])) end--;
            if (end == at) return [];
            found.Add(vocabulary[(at > 0 ? "##" : "") + word[at..end]]);
            at = end;
        }

        return found;
    }
}
