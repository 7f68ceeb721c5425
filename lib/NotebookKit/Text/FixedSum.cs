namespace NotebookKit.Text;

/// <summary>Sums of fractions that are the same in any order: fixed point with 2⁻³² steps in 128 bits.</summary>
internal struct FixedSum
{
    private const double Scale = 1UL << 32;

    private Int128 sum;

    /// <summary>Adds a number (|value| below 2⁶³).</summary>
    public void Add(double value) => sum += (Int128)Math.Round(value * Scale);

    /// <summary>Adds another sum.</summary>
    public void Add(FixedSum other) => sum += other.sum;

    /// <summary>The sum.</summary>
    public readonly double Value => (double)sum / Scale;

    /// <summary>Writes all bits.</summary>
    public readonly void Write(BinaryWriter writer)
    {
        writer.Write((ulong)(sum >> 64));
        writer.Write((ulong)sum);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FixedSum Read(BinaryReader reader)
    {
        var high = reader.ReadUInt64();
        return new() { sum = (Int128)new UInt128(high, reader.ReadUInt64()) };
    }
}
