namespace NotebookKit.Embeddings;

/// <summary>A generator of embeddings gave no answer, or not what was asked for. The message holds nothing of a text.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="inner">What led to it.</param>
public sealed class EmbeddingException(string message, Exception? inner = null) : Exception(message, inner), ISafeMessage;
