using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.Outliers;

/// <summary>Reads the parts of a file of a detector.</summary>
public sealed class DetectorReader
{
    private readonly string path;
    private readonly IReadOnlyList<DetectorKind> kinds;
    private IEmbeddingGenerator<string, Embedding<float>>? embedder;

    internal DetectorReader(BinaryReader bytes, string path, IEmbeddingGenerator<string, Embedding<float>>? embedder, IReadOnlyList<DetectorKind> kinds) =>
        (Bytes, this.path, this.embedder, this.kinds) = (bytes, path, embedder, kinds);

    /// <summary>What the detector wrote. An <see cref="EndOfStreamException"/>, <see cref="FormatException"/>, <see cref="OverflowException"/>, <see cref="ArgumentException"/> or <see cref="IndexOutOfRangeException"/>
    /// while it is read is told as a damaged file.</summary>
    public BinaryReader Bytes { get; }

    /// <summary>The embedder that was given to <c>Load</c> (else the built-in one), where it is the one that was written here.</summary>
    /// <exception cref="BadInputException">It is another one.</exception>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder()
    {
        var written = Bytes.ReadString();
        embedder ??= new BuiltInEmbedder();
        var given = EmbedderName.Of(embedder);
        return string.Equals(written, given, StringComparison.Ordinal) ? embedder
            : throw new BadInputException($"'{path}' was fitted with the embedder '{written}', not with '{given}': load it with that one, or fit the detector again.");
    }

    /// <summary>Reads a kind and a detector of it.</summary>
    internal FittedDetector Kind() => Bytes.ReadByte() switch
    {
        DetectorFile.NamedKind => Named(),
        1 => FittedEmbeddingNeighbours.Read(this),
        2 => FittedTermNeighbours.Read(this),
        3 => FittedPcaResidual.Read(this),
        4 => FittedEnsemble.Read(this),
        5 => FittedPseudoClasses.Read(this),
        6 => FittedLinear.Read(Bytes),
        7 => FittedDomain.Read(Bytes),
        8 => FittedMahalanobis.Read(this),
        9 => FittedTunedNeighbours.Read(this),
        _ => throw DetectorFile.Damaged(path, "its kind is unknown"),
    };

    internal ByteVectors Vectors()
    {
        var rows = new sbyte[Bytes.ReadInt32()][];
        var stride = Bytes.ReadInt32();
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new sbyte[stride];
            Bytes.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows[row].AsSpan()));
        }

        return ByteVectors.Of(rows);
    }

    private FittedDetector Named()
    {
        var name = Bytes.ReadString();
        return kinds.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal)) is { } kind ? kind.Read(this)
            : throw new BadInputException($"'{path}' holds a detector of the kind '{name}', which is not built in: give its kind to FittedDetector.Load, with the package that the detector is from.");
    }
}
