using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NotebookKit.Deduplicating;

/// <summary>Hashes in a file that goes away with the last one who holds it. It holds no text.</summary>
internal sealed class HashFile
{
    private readonly SafeFileHandle handle;
    private readonly long start;
    private long count;

    private HashFile(SafeFileHandle handle, long start = 0) => (this.handle, this.start) = (handle, start);

    /// <summary>Makes an empty file.</summary>
    public static HashFile In(DirectoryInfo folder)
    {
        folder.Create();
        for (var number = 0; ; number++)
        {
            var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"notebookkit-{Environment.ProcessId}-{number}.hashes"));
            try
            {
                if (!File.Exists(path)) return new(File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another thread was faster.
            }
        }
    }

    /// <summary>Opens a file that is there already and stays; its hashes begin at a byte of it.</summary>
    public static HashFile Open(string path, long start) => new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess), start);

    /// <summary>Adds hashes at the end; returns where they start.</summary>
    public long Append(ReadOnlySpan<ulong> hashes)
    {
        var from = count;
        RandomAccess.Write(handle, MemoryMarshal.AsBytes(hashes), from * sizeof(ulong));
        count += hashes.Length;
        return from;
    }

    /// <summary>Reads hashes from a place on.</summary>
    public void Read(long from, Span<ulong> into)
    {
        var bytes = MemoryMarshal.AsBytes(into);
        for (var offset = start + (from * sizeof(ulong)); !bytes.IsEmpty;)
        {
            var read = RandomAccess.Read(handle, bytes, offset);
            if (read == 0) throw new EndOfStreamException("A file of hashes was cut by someone else.");
            bytes = bytes[read..];
            offset += read;
        }
    }
}
