using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Answers of remote recognizers that outlive a run: a file of lines, each a keyed code of text and settings with the finds' offsets, types and scores. No text is in it,
/// and without the key nobody can test whether a text is. Each answer is written at once, so a run that is killed goes on where it was; a line that it left half
/// written is dropped. Thread-safe; several recognizers may share it. One process at a time.</summary>
/// <remarks>Delete the file when the service behind it was changed: the settings that make the code do not tell what it was trained on.</remarks>
public sealed class RemoteCache : IDisposable
{
    private const string Header = "{\"format\":\"NotebookKit remote finds\",\"version\":1}";

    private readonly ConcurrentDictionary<string, RemoteFind[]> answers = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly FileStream? file;
    private readonly SecretKey key;

    /// <summary>Opens the file, or makes it, readable by its owner only.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The key of the codes. With <see cref="SecretKey.FromFile"/>, only who holds it can test guesses; another key finds nothing of what was written with this one.</param>
    /// <exception cref="BadInputException">The file is not one of these, or a line of it is damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened, or another process has it.</exception>
    public RemoteCache(string path, SecretKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(key);
        this.key = key;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        file = new(path, options);
        try
        {
            Load(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Answers that live as long as the recognizer.</summary>
    internal RemoteCache() => key = SecretKey.FromSeed(0);

    /// <summary>How many answers it holds.</summary>
    public int Count => answers.Count;

    /// <summary>The code of a text under settings.</summary>
    internal string Code(string settings, string text) => key.Code("remote finds\0" + settings, text);

    internal bool TryGet(string code, out RemoteFind[] finds) => answers.TryGetValue(code, out finds!);

    internal void Add(string code, RemoteFind[] finds)
    {
        if (!answers.TryAdd(code, finds) || file is null) return;
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, JsonTexts.Writing))
        {
            json.WriteStartArray();
            json.WriteStringValue(code);
            foreach (var find in finds)
            {
                json.WriteNumberValue(find.Start);
                json.WriteNumberValue(find.End);
                json.WriteStringValue(find.Type);
                json.WriteNumberValue(find.Score);
            }

            json.WriteEndArray();
        }

        line.Write("\n"u8);
        // One write a line: what a killed process leaves is whole lines and at most one torn at its end.
        lock (gate) file.Write(line.WrittenSpan);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file?.Dispose();

    private void Load(string path, FileStream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        stream.SetLength(whole);
        stream.Position = whole;
        if (whole == 0)
        {
            stream.Write(Encoding.UTF8.GetBytes(Header + "\n"));
            return;
        }

        var line = 0;
        for (var from = 0; from < whole; line++)
        {
            var end = from + bytes.AsSpan(from).IndexOf((byte)'\n');
            if (line > 0) Read(path, line + 1, bytes.AsMemory(from, end - from));
            else if (!bytes.AsSpan(from, end - from).SequenceEqual(Encoding.UTF8.GetBytes(Header))) throw BadInputException.At(path, 1, null, "This is no cache of remote finds. Give another path, or delete the file.");
            from = end + 1;
        }
    }

    private void Read(string path, int line, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var row = json.RootElement;
            var finds = new RemoteFind[(row.GetArrayLength() - 1) / 4];
            for (var i = 0; i < finds.Length; i++)
            {
                var at = 1 + (i * 4);
                finds[i] = new(row[at].GetInt32(), row[at + 1].GetInt32(), row[at + 2].GetString()!, row[at + 3].GetDouble());
                if (finds[i].Fault(int.MaxValue) is { } fault) throw new FormatException(fault);
            }

            answers[row[0].GetString()!] = finds;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw BadInputException.At(path, line, null, "This is no answer of a remote recognizer. Delete the line, or the file: what is missing is asked again.");
        }
    }
}
