using System.Runtime.InteropServices;
using System.Text;

namespace NotebookKit.Deduplicating;

/// <summary>Many ids in one array: a byte a character where all of an id is Latin-1, else two.</summary>
internal sealed class IdColumn
{
    // Where each id ends, times two, and one more where it is written wide.
    private readonly List<uint> ends;
    private byte[] bytes;
    private uint length;

    /// <summary>An empty column.</summary>
    /// <param name="count">Ids that it has room for from the start.</param>
    /// <param name="size">Bytes that it has room for from the start.</param>
    public IdColumn(int count = 0, long size = 256) => (ends, bytes) = (new(count), new byte[Math.Min(Array.MaxLength, size)]);

    public int Count => ends.Count;

    /// <summary>Bytes of all ids.</summary>
    public long Size => length;

    public string this[int row]
    {
        get
        {
            var id = At(row, out var wide);
            return Text(id, wide);
        }
    }

    public void Add(string id)
    {
        var wide = id.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        var size = (uint)(wide ? id.Length * 2 : id.Length);
        if (length + size > bytes.Length) Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length * 2L, length + size)));
        var to = bytes.AsSpan((int)length, (int)size);
        if (wide) MemoryMarshal.AsBytes(id.AsSpan()).CopyTo(to);
        else Encoding.Latin1.GetBytes(id, to);
        length += size;
        ends.Add(checked(length * 2) + (wide ? 1u : 0));
    }

    /// <summary>Gives back the room that no id has taken.</summary>
    public void Trim()
    {
        ends.TrimExcess();
        Array.Resize(ref bytes, (int)length);
    }

    /// <summary>Ordinal order of two ids.</summary>
    public int Compare(int row, IdColumn other, int otherRow)
    {
        var a = At(row, out var wide);
        var b = other.At(otherRow, out var otherWide);
        return wide || otherWide ? string.CompareOrdinal(Text(a, wide), Text(b, otherWide)) : a.SequenceCompareTo(b);
    }

    /// <summary>True where the row has this id.</summary>
    public bool Is(int row, string id)
    {
        var found = At(row, out var wide);
        if (wide) return found.SequenceEqual(MemoryMarshal.AsBytes(id.AsSpan()));
        if (found.Length != id.Length) return false;
        for (var i = 0; i < id.Length; i++)
            if (found[i] != id[i]) return false;
        return true;
    }

    private ReadOnlySpan<byte> At(int row, out bool wide)
    {
        var start = row == 0 ? 0 : ends[row - 1] / 2;
        wide = ends[row] % 2 == 1;
        return bytes.AsSpan((int)start, (int)((ends[row] / 2) - start));
    }

    private static string Text(ReadOnlySpan<byte> id, bool wide) => wide ? new(MemoryMarshal.Cast<byte, char>(id)) : Encoding.Latin1.GetString(id);
}
