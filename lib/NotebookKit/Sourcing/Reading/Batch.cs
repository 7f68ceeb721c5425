namespace NotebookKit.Sourcing;

/// <summary>Why a piece of a file is no whole record.</summary>
internal enum RawState
{
    /// <summary>It is whole.</summary>
    Whole,

    /// <summary>The file ends before the line does, so the record may be cut.</summary>
    AtEnd,

    /// <summary>It is longer than the limit; its bytes were not kept.</summary>
    TooLong,
}

/// <summary>A record as it lies in a batch.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Line">Line of the file where it begins, from 1.</param>
/// <param name="State">Whether it is whole.</param>
internal readonly record struct RawRecord(int Offset, int Length, long Line, RawState State);

/// <summary>Records cut from a file, side by side in one array; one task parses one batch.</summary>
internal sealed class Batch
{
    private const int FullBytes = 1 << 20;
    private const int FullRecords = 2_048;

    private byte[] bytes = new byte[FullBytes + (FullBytes >> 2)];

    public List<RawRecord> Records { get; } = [];

    public int Length { get; private set; }

    public bool IsFull => Length >= FullBytes || Records.Count >= FullRecords;

    public ReadOnlyMemory<byte> Of(RawRecord record) => bytes.AsMemory(record.Offset, record.Length);

    public ReadOnlySpan<byte> From(int offset) => bytes.AsSpan(offset, Length - offset);

    public void Append(ReadOnlySpan<byte> more)
    {
        var needed = (long)Length + more.Length;
        if (needed > bytes.Length) Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * bytes.Length)));
        more.CopyTo(bytes.AsSpan(Length));
        Length += more.Length;
    }

    /// <summary>Forgets what was appended after a place.</summary>
    public void Cut(int length) => Length = length;
}
