using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.Outliers;

/// <content>Saving and loading.</content>
public abstract partial class FittedDetector
{
    /// <summary>Writes what was learned to one file, in place of one that is there. It holds ids and labels of rows, hashes of their words, and vectors or weights, but no text of rows;
    /// whoever has it can test guesses at what a row says. Equal detectors write equal bytes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        DetectorFile.Write(this, path);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="embedder">The embedder that the detector was fitted with; null for the built-in one. Not used where the detector needs none.</param>
    /// <exception cref="BadInputException">The file is missing, damaged, of another version, or was fitted with another embedder.</exception>
    public static FittedDetector Load(string path, IEmbeddingGenerator<string, Embedding<float>>? embedder = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return DetectorFile.Read(path, embedder);
    }
}

/// <summary>The file of a fitted detector: a mark, the version of the form, the kind, what the kind writes, and SHA-256 of all that; little-endian.</summary>
internal static class DetectorFile
{
    /// <summary>Version of the form. It rises also where words or vectors are hashed otherwise, or a score changes that an ensemble keeps.</summary>
    public const int Form = 2;

    private const int HashBytes = 32;

    private static ReadOnlySpan<byte> Mark => "NotebookKit detector\n"u8;

    public static void Write(FittedDetector detector, string path)
    {
        var bytes = Bytes(detector);
        var temporary = path + ".writing";
        File.WriteAllBytes(temporary, [.. bytes, .. SHA256.HashData(bytes)]);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>A code by which what was learned is known again.</summary>
    public static string Fingerprint(FittedDetector detector) => Convert.ToHexStringLower(SHA256.HashData(Bytes(detector)).AsSpan(0, 8));

    private static byte[] Bytes(FittedDetector detector)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.Unicode);
        writer.Write(Mark);
        writer.Write(Form);
        WriteKind(writer, detector);
        writer.Flush();
        return stream.ToArray();
    }

    public static FittedDetector Read(string path, IEmbeddingGenerator<string, Embedding<float>>? embedder)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (!bytes.AsSpan().StartsWith(Mark)) throw Damaged(path, "its mark is missing");
            var end = bytes.Length - HashBytes;
            if (end < Mark.Length + sizeof(int) + 1) throw Damaged(path, "it ends too early");
            var form = BitConverter.ToInt32(bytes, Mark.Length);
            if (form != Form) throw new BadInputException(FormattableString.Invariant($"'{path}' has version {form} of its form, this kit reads {Form}: fit the detector again{(form > Form ? ", or update the kit" : "")}."));
            if (!SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end))) throw Damaged(path, "its checksum does not fit");
            using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length + sizeof(int), end - Mark.Length - sizeof(int)), Encoding.Unicode);
            return new DetectorReader(reader, path, embedder).Kind();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"'{path}' does not exist.", error);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw Damaged(path, "its parts do not fit together", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"'{path}' cannot be read: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    /// <summary>Writes the kind of a detector and the detector.</summary>
    public static void WriteKind(this BinaryWriter writer, FittedDetector detector)
    {
        writer.Write((byte)(detector switch
        {
            FittedEmbeddingNeighbours => 1,
            FittedTermNeighbours => 2,
            FittedPcaResidual => 3,
            FittedEnsemble => 4,
            FittedPseudoClasses => 5,
            FittedLinear => 6,
            FittedDomain => 7,
            FittedMahalanobis => 8,
            FittedTunedNeighbours => 9,
            _ => throw new NotSupportedException($"A detector of the kind {detector.GetType().Name} cannot be saved."),
        }));
        detector.Write(writer);
    }

    public static void WriteEmbedder(this BinaryWriter writer, IEmbeddingGenerator embedder) => writer.Write(EmbedderName.Of(embedder));

    public static void WriteVectors(this BinaryWriter writer, ByteVectors vectors)
    {
        writer.Write(vectors.Count);
        writer.Write(vectors.Stride);
        for (var row = 0; row < vectors.Count; row++) writer.Write(MemoryMarshal.AsBytes(vectors[row]));
    }

    public static BadInputException Damaged(string path, string how, Exception? cause = null) =>
        new($"'{path}' is damaged ({how}): it is no file of a detector, or was cut or changed. Fit the detector again.", cause);
}

/// <summary>Reads the parts of a file of a detector.</summary>
internal sealed class DetectorReader(BinaryReader bytes, string path, IEmbeddingGenerator<string, Embedding<float>>? embedder)
{
    private IEmbeddingGenerator<string, Embedding<float>>? embedder = embedder;

    public BinaryReader Bytes { get; } = bytes;

    /// <summary>Reads a kind and a detector of it.</summary>
    public FittedDetector Kind() => Bytes.ReadByte() switch
    {
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

    /// <summary>The embedder that was given, where it is the one that was written.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder()
    {
        var written = Bytes.ReadString();
        embedder ??= new BuiltInEmbedder();
        var given = EmbedderName.Of(embedder);
        return string.Equals(written, given, StringComparison.Ordinal) ? embedder
            : throw new BadInputException($"'{path}' was fitted with the embedder '{written}', not with '{given}': load it with that one, or fit the detector again.");
    }

    public ByteVectors Vectors()
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
}
