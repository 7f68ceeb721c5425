using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace NotebookKit.Sourcing;

/// <summary>How the records of a file are laid out.</summary>
internal enum Layout
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is not text.</summary>
    Binary,

    /// <summary>One JSON object a line.</summary>
    Lines,

    /// <summary>A JSON array, or JSON that spans lines.</summary>
    Document,

    /// <summary>Cells between separators, names in the first row.</summary>
    Cells,
}

/// <summary>An open input: unpacked, brought to UTF-8, its layout known.</summary>
internal sealed class InputFile : IDisposable
{
    private readonly HashingStream raw;
    private readonly Stream text;

    private InputFile(HashingStream raw, Stream text, ByteFeed feed, Layout layout, byte separator)
    {
        this.raw = raw;
        this.text = text;
        Feed = feed;
        Layout = layout;
        Separator = separator;
    }

    public ByteFeed Feed { get; }

    public Layout Layout { get; }

    public byte Separator { get; }

    /// <summary>Bytes of the file read so far.</summary>
    public long BytesRead => raw.Count;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="SourceException">It is missing, a folder, or may not be read.</exception>
    public static FileStream OpenStream(string path)
    {
        if (Directory.Exists(path)) throw new SourceException(path, $"'{path}' is a folder; name the files in it.");
        if (!File.Exists(path)) throw new SourceException(path, $"'{path}' does not exist; check the path (it was looked up from '{Directory.GetCurrentDirectory()}').");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, $"'{path}' cannot be read ({error.GetType().Name}); check its permissions and whether another program holds it.", error);
        }
    }

    public static InputFile Open(string path)
    {
        var raw = new HashingStream(OpenStream(path));
        try
        {
            var packed = IsGzip(raw);
            Stream stream = packed ? new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true) : raw;
            Span<byte> mark = stackalloc byte[4];
            var length = stream.ReadAtLeast(mark, 4, throwOnEndOfStream: false);
            Stream joined = new PrefixedStream(mark[..length].ToArray(), stream);
            if (Utf16(mark[..length]) is { } encoding) joined = Encoding.CreateTranscodingStream(joined, encoding, Encoding.UTF8);
            var feed = new ByteFeed(joined);
            var head = feed.Peek();
            if (head.StartsWith("\uFEFF"u8)) feed.Skip(3);
            var layout = LayoutOf(feed.Ready, Extension(path), out var separator);
            return new(raw, joined, feed, layout, separator);
        }
        catch
        {
            raw.Dispose();
            throw;
        }
    }

    /// <summary>SHA-256 of the whole file as it lies on disk.</summary>
    public string Sha256() => raw.Finish();

    public void Dispose()
    {
        text.Dispose();
        raw.Dispose();
    }

    private static bool IsGzip(HashingStream raw)
    {
        Span<byte> magic = stackalloc byte[2];
        var length = raw.Peek(magic);
        return length == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }

    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> mark) => mark switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        _ => null,
    };

    private static string Extension(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant();
    }

    private static Layout LayoutOf(ReadOnlySpan<byte> head, string extension, out byte separator)
    {
        separator = 0;
        var text = head.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return Layout.Empty;
        if (IsBinary(head)) return Layout.Binary;
        if (text[0] == '[') return Layout.Document;
        if (text[0] == '{') return SpansLines(text) ? Layout.Document : Layout.Lines;
        if (extension is ".jsonl" or ".ndjson" or ".json") return Layout.Lines;
        var row = text.StartsWith("sep="u8) && text.IndexOf((byte)'\n') is var end and > 0 ? text[(end + 1)..] : text;
        if (CsvCutter.Detect(row) is { } found) separator = found;
        else if (extension is ".csv" or ".tsv") separator = extension == ".tsv" ? (byte)'\t' : (byte)',';
        else return Layout.Lines;
        return Layout.Cells;
    }

    /// <summary>True where the first line is an object's beginning that the next lines go on with.</summary>
    private static bool SpansLines(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return end >= 0 && text[..end].TrimEnd(" \t\r"u8) is [.., (byte)'{' or (byte)'[' or (byte)',' or (byte)':'];
    }

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("%PDF-"u8) || head.StartsWith("PAR1"u8) || head.StartsWith("BZh"u8)) return true;
        if (head.Contains((byte)0)) return true;
        var controls = 0;
        foreach (var value in head)
            if (value is < 9 or (> 13 and < 32 and not 27)) controls++;
        return controls > head.Length / 20;
    }
}
