using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Collects the way back from pseudonyms and surrogates to their originals during a run, and writes it to a file that only its owner can read, encrypted with the secret key. The same
/// run gives the same bytes. Thread-safe.</summary>
public sealed class VaultWriter : IDisposable
{
    private readonly ConcurrentDictionary<(string Type, string Replacement, string Identity), string> originals = new();
    private readonly SecretKey key;
    private readonly string path;
    private readonly FileStream stream;
    private bool committed;

    private VaultWriter(string path, SecretKey key, FileStream stream)
    {
        this.path = path;
        this.key = key;
        this.stream = stream;
    }

    /// <summary>Creates the file, empty, with no rights for others (mode 0600; on Windows the folder's rules hold). Until <see cref="Commit"/> it is taken away again by
    /// <see cref="Dispose"/>.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="key">A secret key: one of a file or of the environment.</param>
    /// <param name="handedOver">The folder that is handed over; the file may not be in it. Null where nothing is.</param>
    /// <exception cref="ArgumentException">The key is not secret, or the file is in the folder that is handed over.</exception>
    /// <exception cref="IOException">The file exists or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to create it.</exception>
    public static VaultWriter Create(string path, SecretKey key, string? handedOver = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(key);
        if (!key.IsSecret) throw new ArgumentException("A vault needs a secret key, of a file or of the environment: with a key made of the seed anybody could open it.", nameof(key));
        var full = Real(path);
        if (handedOver is not null && IsWithin(full, Real(handedOver)))
            throw new ArgumentException($"The vault '{path}' would be in '{handedOver}', which is handed over: give a path outside of it.", nameof(path));
        if (Path.Exists(full)) throw new IOException($"The vault '{path}' exists already; nothing is written over it: move it away, or give another path.");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(full, key, new(full, options));
    }

    /// <summary>Remembers what a replacement stands for. Of several spellings of one thing the longest stays, then the first in ordinal order: the order of calls does not count.</summary>
    internal void Add(Entity entity, string replacement)
    {
        if (replacement.Length == 0 || string.Equals(replacement, entity.Placeholder, StringComparison.Ordinal)) return;
        originals.AddOrUpdate((entity.Type, replacement, entity.Identity), entity.Value, (_, other) =>
            entity.Value.Length != other.Length ? entity.Value.Length > other.Length ? entity.Value : other : string.CompareOrdinal(entity.Value, other) < 0 ? entity.Value : other);
    }

    /// <summary>Writes all entries, sorted, and keeps the file.</summary>
    /// <returns>How many entries were written.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public int Commit()
    {
        using var cipher = new VaultCipher(key);
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            writer.WriteLine(Line(Vault.HeaderType, Vault.Kind, cipher.Seal(Vault.Kind, Vault.Kind)));
            foreach (var ((type, replacement, _), original) in originals.OrderBy(e => e.Key.Type, StringComparer.Ordinal).ThenBy(e => e.Key.Replacement, StringComparer.Ordinal).ThenBy(e => e.Key.Identity, StringComparer.Ordinal))
                writer.WriteLine(Line(type, replacement, cipher.Seal(original, Vault.Place(type, replacement))));
        }

        stream.Flush(flushToDisk: true);
        committed = true;
        return originals.Count;
    }

    /// <summary>Closes the file; one that was not committed goes.</summary>
    public void Dispose()
    {
        stream.Dispose();
        if (committed || !File.Exists(path)) return;
        File.Delete(path);
    }

    private static string Line(string type, string replacement, string original)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonTexts.Writing))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("replacement", replacement);
            json.WriteString("original", original);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static bool IsWithin(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>The full path with the links of its folders followed: a link must not lead into the folder that is handed over.</summary>
    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var rest = "";
        for (var folder = full; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder) && new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true) is { } target) return Real(Path.Join(target.FullName, rest));
            rest = Path.Join(Path.GetFileName(folder), rest);
        }

        return full;
    }
}
