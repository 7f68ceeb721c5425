using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using NotebookKit.Embeddings;

namespace NotebookKit.Outliers;

/// <summary>The file of a fitted detector: a mark, the version of the form, the kind, what the kind writes, and SHA-256 of all that; little-endian.</summary>
internal static class DetectorFile
{
    /// <summary>Version of the form. It rises also where words or vectors are hashed otherwise.</summary>
    public const int Form = 1;

    /// <summary>Stands for a kind that is not built in; its name follows.</summary>
    public const byte NamedKind = 0;

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

    public static FittedDetector Read(string path, IEmbeddingGenerator<string, Embedding<float>>? embedder, IReadOnlyList<DetectorKind> kinds)
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
            return new DetectorReader(reader, path, embedder, kinds).Kind();
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
        if (detector.Kind is { } kind)
        {
            writer.Write(NamedKind);
            writer.Write(kind.Name);
            detector.Write(writer);
            return;
        }

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
            _ => throw new NotSupportedException($"A {detector.GetType().Name} cannot be saved, and so no recipe can tell it from another: it overrides no {nameof(FittedDetector.Kind)}."),
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
