using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NotebookKit.Anonymizing;

/// <summary>Numbers that follow from (key, purpose, value) alone: HMAC-SHA-256 of purpose and value, stretched by SHA-256 over a counter. Who has not the key can neither foretell nor
/// trace them.</summary>
internal sealed class KeyedDraws
{
    private readonly byte[] seed = new byte[40];
    private readonly byte[] block = new byte[32];
    private ulong blocks;
    private int used = 32;

    public KeyedDraws(SecretKey key, string purpose, string value) => key.Digest(purpose, value).CopyTo(seed, 0);

    /// <summary>A number from 0 to <paramref name="limit"/> − 1. The limits in use are far below 2^32, so that no number is noticeably more frequent.</summary>
    public int Next(int limit) => (int)(Word() % (uint)limit);

    /// <summary>64 bits.</summary>
    public ulong Bits() => ((ulong)Word() << 32) | Word();

    /// <summary>One of a list.</summary>
    public string Of(IReadOnlyList<string> list) => list[Next(list.Count)];

    private uint Word()
    {
        if (used == block.Length)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(seed.AsSpan(32), blocks++);
            SHA256.HashData(seed, block);
            used = 0;
        }

        used += 4;
        return BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(used - 4));
    }
}
