using System.Buffers.Binary;
using System.Text;

namespace NotebookKit.Tests.Embeddings;

/// <summary>A folder with a model of seven pieces and two dimensions.</summary>
internal sealed class ModelFolder : IDisposable
{
    /// <summary>[PAD], [UNK], a, b, ##b, ?, 你.</summary>
    private static readonly float[] Table = [100, 100, 50, 50, 3, 4, 0, 10, 0, 20, 1, 1, -4, 0];

    public string Path { get; } = Directory.CreateTempSubdirectory("nbk-model").FullName;

    public const string Tokenizer = """
        {"added_tokens": [{"id": 0, "content": "[PAD]"}, {"id": 1, "content": "[UNK]"}], "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
         "pre_tokenizer": {"type": "BertPreTokenizer"}, "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
         "vocab": {"[PAD]": 0, "[UNK]": 1, "a": 2, "b": 3, "##b": 4, "?": 5, "你": 6}}}
        """;

    public float[] Row(int row) => Table[(2 * row)..(2 * (row + 1))];

    public void Write(string config, string type = "F32", float[]? mapping = null, float[]? weights = null, int rows = 7, string? tokenizer = null)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "config.json"), $"{{{config}}}");
        File.WriteAllText(System.IO.Path.Combine(Path, "tokenizer.json"), tokenizer ?? Tokenizer);
        var (header, data) = (new StringBuilder("{\"__metadata__\":{\"format\":\"np\"}"), new List<byte>());
        Add("embeddings", type, [rows, 2], Table[..(rows * 2)]);
        if (mapping is not null) Add("mapping", "I64", [mapping.Length], mapping);
        if (weights is not null) Add("weights", "F64", [weights.Length], weights);
        var head = Encoding.UTF8.GetBytes(header.Append('}').ToString());
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, head.Length);
        File.WriteAllBytes(System.IO.Path.Combine(Path, "model.safetensors"), [.. length, .. head, .. data]);

        void Add(string name, string its, int[] shape, float[] numbers)
        {
            var from = data.Count;
            foreach (var number in numbers) data.AddRange(Bytes(its, number));
            header.Append(System.Globalization.CultureInfo.InvariantCulture, $",\"{name}\":{{\"dtype\":\"{its}\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{from},{data.Count}]}}");
        }
    }

    public void Dispose() => Directory.Delete(Path, true);

    private static byte[] Bytes(string type, float number) => type switch
    {
        "F64" => BitConverter.GetBytes((double)number),
        "F32" => BitConverter.GetBytes(number),
        "F16" => BitConverter.GetBytes((Half)number),
        "BF16" => BitConverter.GetBytes((ushort)(BitConverter.SingleToInt32Bits(number) >> 16)),
        "I64" => BitConverter.GetBytes((long)number),
        _ => [(byte)(sbyte)number],
    };
}
