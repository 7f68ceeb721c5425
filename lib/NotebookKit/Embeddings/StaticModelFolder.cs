using System.Text.Json;

namespace NotebookKit.Embeddings;

/// <summary>A table of vectors and its tokenizer, as Model2Vec and sentence-transformers keep them in a folder.</summary>
internal sealed class StaticModelFolder
{
    private static readonly string[] Inner = ["", "0_StaticEmbedding"], Tables = ["embeddings", "embedding.weight"];

    /// <summary>The folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>Splits texts.</summary>
    public required WordPieces Pieces { get; init; }

    /// <summary>The vectors, one row after the other.</summary>
    public required float[] Vectors { get; init; }

    /// <summary>Numbers of a vector.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Weights of the pieces; null where all weigh 1.</summary>
    public float[]? Weights { get; init; }

    /// <summary>The row of each piece where several share one; null where each has its own.</summary>
    public int[]? Rows { get; init; }

    /// <summary>Whether vectors get the length 1.</summary>
    public bool IsNormalized { get; init; }

    /// <summary>Characters of the median piece.</summary>
    public int TypicalPiece { get; init; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="BadInputException">A file is missing or wrong.</exception>
    public static StaticModelFolder Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new BadInputException($"There is no folder '{folder}'. Expected one with model.safetensors, tokenizer.json and config.json.");
        var place = Inner.Select(i => Path.Combine(folder, i)).FirstOrDefault(p => File.Exists(Path.Combine(p, "model.safetensors")) && File.Exists(Path.Combine(p, "tokenizer.json")))
            ?? throw new BadInputException($"{folder}: model.safetensors and tokenizer.json were expected there or in its 0_StaticEmbedding; save the model with save_pretrained.");
        var tensors = TensorFile.Read(Path.Combine(place, "model.safetensors"));
        var file = Path.Combine(place, "model.safetensors");
        var name = Tables.FirstOrDefault(tensors.Has) ?? throw new BadInputException($"{file}: the tensor \"embeddings\" or \"embedding.weight\" was expected; there are: {string.Join(", ", tensors.Names)}. Static models only: a transformer has to be distilled first.");
        if (tensors.Shape(name) is not [var count, var width] || width is < 1 or > 65_536) throw new BadInputException($"{file}: the tensor \"{name}\" has to have two dimensions, rows and numbers of a vector.");
        var tokenizer = TokenizerFile.Read(Path.Combine(place, "tokenizer.json"));
        var model = new StaticModelFolder
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            Pieces = tokenizer.Pieces,
            Vectors = tensors.Floats(name),
            Dimensions = (int)width,
            Weights = tensors.Has("weights") ? tensors.Floats("weights") : null,
            Rows = tensors.Has("mapping") ? [.. tensors.Floats("mapping").Select(r => (int)r)] : null,
            IsNormalized = Normalizes(folder),
            TypicalPiece = tokenizer.TypicalPiece,
        };
        var known = model.Rows?.Length ?? count;
        if (tokenizer.Highest >= known) throw new BadInputException(FormattableString.Invariant($"{file}: there are vectors for {known} pieces, and tokenizer.json numbers them up to {tokenizer.Highest}. The files do not belong together."));
        if (model.Weights is { } weights && weights.Length <= tokenizer.Highest) throw new BadInputException(FormattableString.Invariant($"{file}: there are {weights.Length} weights for pieces up to number {tokenizer.Highest}."));
        if (model.Rows?.FirstOrDefault(r => r < 0 || r >= count, -1) is { } row and >= 0) throw new BadInputException(FormattableString.Invariant($"{file}: the tensor \"mapping\" names row {row} of {count}."));
        if (model.Vectors.Concat(model.Weights ?? []).FirstOrDefault(v => !float.IsFinite(v)) is var odd && !float.IsFinite(odd)) throw new BadInputException($"{file}: a number of the table is no finite one.");
        return model;
    }

    /// <summary><c>"normalize": true</c> in config.json; a Normalize module in modules.json.</summary>
    private static bool Normalizes(string folder)
    {
        using var config = Json(Path.Combine(folder, "config.json"));
        if (config?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("normalize", out var value)) return value.ValueKind == JsonValueKind.True;
        using var modules = Json(Path.Combine(folder, "modules.json"));
        return modules?.RootElement is { ValueKind: JsonValueKind.Array } list
            && list.EnumerateArray().Any(m => m.ValueKind == JsonValueKind.Object && m.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString()!.EndsWith(".Normalize", StringComparison.Ordinal));
    }

    private static JsonDocument? Json(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException error)
        {
            throw BadInputException.At(path, (error.LineNumber ?? 0) + 1, null, "JSON was expected.", error);
        }
    }
}
