using System.Buffers.Binary;
using System.Text.Json;

namespace NotebookKit.Embeddings;

/// <summary>A file of tensors in the safetensors format: the length of a header in 8 bytes, the header as JSON, then the numbers, little-endian.
/// Source: the format's description in the repository huggingface/safetensors.</summary>
internal sealed class TensorFile
{
    /// <summary>A header that is longer is refused, as the format's own reader does.</summary>
    private const long MostHeader = 100_000_000;

    private readonly string path;
    private readonly byte[] bytes;
    private readonly int data;
    private readonly Dictionary<string, (string Type, long[] Shape, long From, long To)> tensors = new(StringComparer.Ordinal);

    private TensorFile(string path, byte[] bytes)
    {
        (this.path, this.bytes) = (path, bytes);
        if (bytes.Length < 8) throw Wrong($"it ends in the length of its header");
        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (length is < 2 or > MostHeader || length > bytes.Length - 8) throw Wrong($"its header is said to have {length} bytes");
        data = 8 + (int)length;
        try
        {
            using var header = JsonDocument.Parse(bytes.AsMemory(8, (int)length));
            foreach (var tensor in header.RootElement.EnumerateObject())
                if (tensor.Name != "__metadata__") tensors[tensor.Name] = Entry(tensor.Value);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Wrong($"its header is not what the format asks for", error);
        }
    }

    /// <summary>The names of the tensors, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. tensors.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="BadInputException">It is no such file, or is cut off.</exception>
    public static TensorFile Read(string path) => new(path, File.ReadAllBytes(path));

    /// <summary>True where the file has a tensor.</summary>
    public bool Has(string name) => tensors.ContainsKey(name);

    /// <summary>The shape of a tensor, the outermost dimension first.</summary>
    public IReadOnlyList<long> Shape(string name) => tensors[name].Shape;

    /// <summary>The numbers of a tensor, row by row, whatever their type is in the file.</summary>
    /// <exception cref="BadInputException">The type is unknown, or the numbers are not where the header says.</exception>
    public float[] Floats(string name)
    {
        var (type, shape, from, to) = tensors[name];
        var size = type switch { "F64" or "I64" => 8, "F32" or "I32" => 4, "F16" or "BF16" or "I16" => 2, "I8" or "U8" => 1, _ => throw Wrong($"tensor \"{name}\" has the type {type}; F64, F32, F16, BF16, I64, I32, I16, I8 and U8 are read") };
        var count = 1L;
        foreach (var side in shape) count = side >= 0 && count <= int.MaxValue && side <= int.MaxValue ? count * side : long.MaxValue;
        if (from < 0 || to > bytes.Length - data || to - from != (decimal)count * size) throw Wrong($"tensor \"{name}\" of {string.Join(" × ", shape)} numbers does not lie within the file; it may be cut off");
        var source = bytes.AsSpan(data + (int)from, (int)(to - from));
        var numbers = new float[count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = source[(i * size)..];
            numbers[i] = type switch
            {
                "F64" => (float)BinaryPrimitives.ReadDoubleLittleEndian(at),
                "F32" => BinaryPrimitives.ReadSingleLittleEndian(at),
                "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(at),
                "BF16" => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(at) << 16),
                "I64" => BinaryPrimitives.ReadInt64LittleEndian(at),
                "I32" => BinaryPrimitives.ReadInt32LittleEndian(at),
                "I16" => BinaryPrimitives.ReadInt16LittleEndian(at),
                "I8" => (sbyte)at[0],
                _ => at[0],
            };
        }

        return numbers;
    }

    private static (string, long[], long, long) Entry(JsonElement tensor)
    {
        var place = tensor.GetProperty("data_offsets");
        return (tensor.GetProperty("dtype").GetString()!, [.. tensor.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64())], place[0].GetInt64(), place[1].GetInt64());
    }

    private BadInputException Wrong(FormattableString problem, Exception? inner = null) => new($"{path}: {FormattableString.Invariant(problem)}. Expected a file of tensors (safetensors).", inner);
}
