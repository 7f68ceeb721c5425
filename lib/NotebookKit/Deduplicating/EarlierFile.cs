using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>What one stage of an earlier run knew about the rows that the run kept, in the order of <see cref="EarlierFile.Ids"/>.</summary>
internal sealed class EarlierStage
{
    public required string Stage { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<SketchOption> Options { get; init; }

    /// <summary>Hashes of views; empty where a stage compares sets.</summary>
    public required ulong[] Keys { get; init; }

    /// <summary>Keys of answers; empty where all are 0.</summary>
    public required ulong[] AnswerKeys { get; init; }

    /// <summary>Members of each set, and where its hashes begin; the words of the answer stand behind them. Both are empty where a stage compares hashes.</summary>
    public required int[] Lengths { get; init; }

    public required long[] Starts { get; init; }

    /// <summary>Keys of the bands, band by band; empty where the stage has none.</summary>
    public required uint[][] Bands { get; init; }

    public required HashFile Hashes { get; init; }
}

/// <summary>Reads <c>audit/kept.sketches</c> of an earlier run: little-endian; a mark and the version of the form; what was asked for; ids; for each stage its columns and hashes; SHA-256 of all
/// that. Sets and answers stay in the file until they are asked for.</summary>
internal sealed class EarlierFile
{
    /// <summary>Name of the file in the audit folder.</summary>
    public const string FileName = "kept.sketches";

    /// <summary>Version of its form. It rises also where words, shingles, bands or vectors are hashed otherwise.</summary>
    public const int Form = 1;

    public const int HashBytes = 32;

    private const int BandRows = 512;

    private EarlierFile(string name, string path) => (Name, Path) = (name, path);

    public static ReadOnlySpan<byte> Mark => "NotebookKit kept rows\n"u8;

    /// <summary>What the run is called.</summary>
    public string Name { get; }

    public string Path { get; }

    /// <summary>SHA-256 of the contents.</summary>
    public string Sha256 { get; private set; } = "";

    public ulong Seed { get; private set; }

    public bool HasSecretKey { get; private set; }

    /// <summary>A code by which the key is known again.</summary>
    public string KeyCode { get; private set; } = "";

    /// <summary>The runs that this one was given as earlier ones.</summary>
    public IReadOnlyList<(string Name, string Sha256)> Before { get; private set; } = [];

    public IdColumn Ids { get; } = new();

    public IReadOnlyList<EarlierStage> Stages { get; private set; } = [];

    /// <summary>A code of a key from which nobody can guess it.</summary>
    public static string CodeOf(SecretKey key) => key.Code("kept rows", "check")[..8];

    /// <exception cref="BadInputException">The file is missing, damaged, or of another version.</exception>
    public static EarlierFile Read(string name, string path)
    {
        var file = new EarlierFile(name, path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
            file.Check(stream);
            using var reader = new BinaryReader(stream, Encoding.Unicode);
            file.Parse(reader);
            return file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"'{path}' does not exist: the run kept no signatures (it had no step that removes duplicates, or was made before they were kept). Prepare it again.", error);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            throw file.Damaged("it ends too early", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"'{path}' cannot be read: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    /// <summary>Whether the file is one of ours, of this version, and whole; leaves the stream behind mark and version.</summary>
    private void Check(FileStream stream)
    {
        var head = new byte[Mark.Length + sizeof(int)];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan(0, Mark.Length).SequenceEqual(Mark)) throw Damaged("its mark is missing");
        var form = BitConverter.ToInt32(head, Mark.Length);
        if (form != Form)
            throw new BadInputException($"'{Path}' has version {form} of its form, this kit reads {Form}: prepare the run again with this version of the kit{(form > Form ? ", or update the kit" : "")}.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        var buffer = new byte[1 << 18];
        for (var left = stream.Length - head.Length - HashBytes; left > 0;)
        {
            var some = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            stream.ReadExactly(some);
            hash.AppendData(some);
            left -= some.Length;
        }

        var expected = new byte[HashBytes];
        stream.ReadExactly(expected);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(expected)) throw Damaged("its checksum does not fit");
        Sha256 = Convert.ToHexStringLower(expected);
        stream.Position = head.Length;
    }

    private void Parse(BinaryReader reader)
    {
        Seed = reader.ReadUInt64();
        HasSecretKey = reader.ReadBoolean();
        KeyCode = reader.ReadString();
        Before = reader.ReadList(() => (reader.ReadString(), reader.ReadString()));
        var rows = reader.ReadInt32();
        for (var row = 0; row < rows; row++) Ids.Add(reader.ReadString());
        Stages = reader.ReadList(() => Stage(reader, rows));
    }

    private EarlierStage Stage(BinaryReader reader, int rows)
    {
        var stage = reader.ReadString();
        var version = reader.ReadInt32();
        var options = reader.ReadList(() => new SketchOption(reader.ReadString(), reader.ReadString()));
        var keys = Column<ulong>(reader, rows);
        var answerKeys = Column<ulong>(reader, rows);
        var lengths = Column<int>(reader, rows);
        var answers = Column<int>(reader, rows);
        var bands = BandColumns(reader, rows);
        var starts = new long[lengths.Length + 1];
        for (var row = 0; row < lengths.Length; row++) starts[row + 1] = starts[row] + lengths[row] + answers[row];
        var from = reader.BaseStream.Position;
        reader.BaseStream.Position = from + (starts[^1] * sizeof(ulong));
        return new()
        {
            Stage = stage,
            Version = version,
            Options = options,
            Keys = keys,
            AnswerKeys = answerKeys,
            Lengths = lengths,
            Starts = starts,
            Bands = bands,
            Hashes = HashFile.Open(Path, from),
        };
    }

    /// <summary>The keys of the bands stand row by row in the file, and band by band in memory: so they are searched.</summary>
    private static uint[][] BandColumns(BinaryReader reader, int rows)
    {
        if (!reader.ReadBoolean()) return [];
        var columns = new uint[MinHash.Bands][];
        for (var band = 0; band < columns.Length; band++) columns[band] = new uint[rows];
        var some = new uint[BandRows * MinHash.Bands];
        for (var from = 0; from < rows; from += BandRows)
        {
            var count = Math.Min(BandRows, rows - from);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(some.AsSpan(0, count * MinHash.Bands)));
            for (var band = 0; band < columns.Length; band++)
                for (var row = 0; row < count; row++) columns[band][from + row] = some[(row * MinHash.Bands) + band];
        }

        return columns;
    }

    /// <summary>A column, which may be left out.</summary>
    private static T[] Column<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        if (!reader.ReadBoolean()) return [];
        var column = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }

    private BadInputException Damaged(string how, Exception? cause = null) =>
        new($"'{Path}' is damaged ({how}): it is no file of signatures, or was cut or changed. Take the folder of the run from a copy, or prepare the run again.", cause);
}
