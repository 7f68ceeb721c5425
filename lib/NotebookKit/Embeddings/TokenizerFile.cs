using System.Text.Json;

namespace NotebookKit.Embeddings;

/// <summary>A <c>tokenizer.json</c> of the library tokenizers, with a WordPiece model.</summary>
internal sealed class TokenizerFile
{
    private readonly string path;

    private TokenizerFile(string path, JsonElement root)
    {
        this.path = path;
        var model = Part(root, "model");
        var type = model.TryGetProperty("type", out var named) ? named.GetString() : "WordPiece";
        if (type != "WordPiece") throw Wrong("model.type", $"WordPiece was expected, found {type}; models over other tokenizers are not read");
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in Part(model, "vocab").EnumerateObject()) vocabulary[piece.Name] = Number(piece.Value, "model.vocab");
        if (vocabulary.Count == 0) throw Wrong("model.vocab", "pieces were expected, and there are none");
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        if (root.TryGetProperty("added_tokens", out var list) && list.ValueKind == JsonValueKind.Array)
            foreach (var token in list.EnumerateArray()) added[Part(token, "content").GetString()!] = Number(Part(token, "id"), "added_tokens.id");
        var unknown = model.TryGetProperty("unk_token", out var unk) && unk.GetString() is { } word && vocabulary.TryGetValue(word, out var number) ? number : -1;
        Pieces = new(vocabulary, added, Options(root) with
        {
            Unknown = unknown,
            Prefix = model.TryGetProperty("continuing_subword_prefix", out var prefix) && prefix.GetString() is { } given ? given : "##",
            LongestWord = model.TryGetProperty("max_input_chars_per_word", out var longest) ? Number(longest, "model.max_input_chars_per_word") : 100,
        });
        foreach (var (token, its) in added) vocabulary.TryAdd(token, its);
        Highest = vocabulary.Values.Max();
        var lengths = vocabulary.Keys.Select(k => k.EnumerateRunes().Count()).Order().ToList();
        TypicalPiece = (lengths[(lengths.Count - 1) / 2] + lengths[lengths.Count / 2]) / 2;
    }

    /// <summary>Splits texts.</summary>
    public WordPieces Pieces { get; }

    /// <summary>The highest number of a piece.</summary>
    public int Highest { get; }

    /// <summary>Characters of the median piece.</summary>
    public int TypicalPiece { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="BadInputException">It is none, or has another model.</exception>
    public static TokenizerFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new(path, document.RootElement);
        }
        catch (JsonException error)
        {
            throw BadInputException.At(path, (error.LineNumber ?? 0) + 1, null, "JSON was expected.", error);
        }
        catch (InvalidOperationException error)
        {
            throw new BadInputException($"{path}: a value has another type than a tokenizer.json has there.", error);
        }
    }

    /// <summary>How the text is made ready: BERT's normalizer, or none; accents go where letters become small unless the file says otherwise.</summary>
    private WordPieceOptions Options(JsonElement root)
    {
        if (root.TryGetProperty("pre_tokenizer", out var before) && before.ValueKind == JsonValueKind.Object && Part(before, "type").GetString() is var split and not "BertPreTokenizer")
            throw Wrong("pre_tokenizer.type", $"BertPreTokenizer was expected, found {split}; models over other tokenizers are not read");
        if (!root.TryGetProperty("normalizer", out var normalizer) || normalizer.ValueKind == JsonValueKind.Null) return new() { Clean = false, Ideographs = false, Bare = false, Lower = false };
        if (Part(normalizer, "type").GetString() is var type and not "BertNormalizer") throw Wrong("normalizer.type", $"BertNormalizer was expected, found {type}; models over other tokenizers are not read");
        var lower = IsSet(normalizer, "lowercase", true);
        return new() { Clean = IsSet(normalizer, "clean_text", true), Ideographs = IsSet(normalizer, "handle_chinese_chars", true), Lower = lower, Bare = IsSet(normalizer, "strip_accents", lower) };
    }

    private static bool IsSet(JsonElement parent, string name, bool otherwise) => parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : otherwise;

    private JsonElement Part(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var part) ? part : throw Wrong(name, "it was expected and is not there");

    private int Number(JsonElement value, string field) => value.TryGetInt32(out var number) && number >= 0 ? number : throw Wrong(field, "whole numbers from 0 on were expected");

    private BadInputException Wrong(string field, string problem) => new($"{path}, field \"{field}\": {problem}.");
}
