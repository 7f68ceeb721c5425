using Microsoft.Extensions.AI;

namespace NotebookKit.Outliers;

/// <summary>A kind of detector that is not built in: by its name a file is known to be of it, and it reads what such a detector writes.</summary>
public sealed record DetectorKind
{
    /// <param name="name">A name that no other kind has, the same in all versions: <c>mlnet-domain</c>. Give another one where the written form changes.</param>
    /// <param name="read">Makes the detector again of what its <see cref="FittedDetector.Write"/> wrote.</param>
    public DetectorKind(string name, Func<DetectorReader, FittedDetector> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        (Name, Read) = (name, read);
    }

    /// <summary>The name in files.</summary>
    public string Name { get; }

    /// <summary>Makes the detector again of what it wrote.</summary>
    public Func<DetectorReader, FittedDetector> Read { get; }
}

/// <content>Saving and loading.</content>
public abstract partial class FittedDetector
{
    /// <summary>The kind by which <see cref="Load(string, IEnumerable{DetectorKind}, IEmbeddingGenerator{string, Embedding{float}})"/> reads the detector again. Null (default) for the built-in ones; another one without a kind cannot be saved.</summary>
    protected internal virtual DetectorKind? Kind => null;

    /// <summary>Writes what was learned, without the kind; <see cref="DetectorKind.Read"/> reads just as much. Equal detectors write equal bytes.</summary>
    protected internal abstract void Write(BinaryWriter writer);

    /// <summary>Writes which embedder the detector was fitted with; <see cref="DetectorReader.Embedder"/> reads it.</summary>
    protected static void WriteEmbedder(BinaryWriter writer, IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(embedder);
        writer.WriteEmbedder(embedder);
    }

    /// <summary>Writes what was learned to one file, in place of one that is there. That of a built-in detector holds ids and labels of rows, hashes of their words, and vectors or weights, but no text of rows;
    /// whoever has it can test guesses at what a row says. Equal detectors write equal bytes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="NotSupportedException">It is a detector of another assembly, or has one as a member, that cannot be saved.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        DetectorFile.Write(this, path);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="embedder">The embedder that the detector was fitted with; null for the built-in one. Not used where the detector needs none.</param>
    /// <exception cref="BadInputException">The file is missing, damaged, of another version or of a kind that is not built in, or was fitted with another embedder.</exception>
    public static FittedDetector Load(string path, IEmbeddingGenerator<string, Embedding<float>>? embedder = null) => Load(path, [], embedder);

    /// <summary>Reads what <see cref="Save"/> wrote, where the detector or a member of it may be of another assembly.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kinds">The kinds of other assemblies that may be in it; the built-in ones are always known.</param>
    /// <param name="embedder">The embedder that the detector was fitted with; null for the built-in one. Not used where the detector needs none.</param>
    /// <exception cref="ArgumentException">Two kinds have the same name.</exception>
    /// <exception cref="BadInputException">The file is missing, damaged, of another version or of a kind that is not given, or was fitted with another embedder.</exception>
    public static FittedDetector Load(string path, IEnumerable<DetectorKind> kinds, IEmbeddingGenerator<string, Embedding<float>>? embedder = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(kinds);
        DetectorKind[] known = [.. kinds];
        if (known.GroupBy(k => k.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Two kinds have the name '{twice.Key}'.", nameof(kinds));
        return DetectorFile.Read(path, embedder, known);
    }
}
