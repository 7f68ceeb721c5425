using Microsoft.Extensions.AI;

namespace NotebookKit.Embeddings;

/// <summary>What an embedder is called in options and files: its provider and its model.</summary>
internal static class EmbedderName
{
    public static string Of(IEmbeddingGenerator embedder)
    {
        var model = embedder.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        return $"{model?.ProviderName ?? embedder.GetType().Name}:{model?.DefaultModelId ?? "unknown model"}";
    }
}
