using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Text;

/// <summary>XXH64 over UTF-16 units or bytes: the same on every machine and in every run, unlike <c>string.GetHashCode</c>.
/// Source: the xxHash specification, version 0.1.1, "XXH64 algorithm description".</summary>
internal static class StableHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87, Prime2 = 0xC2B2AE3D27D4EB4F, Prime3 = 0x165667B19E3779F9,
        Prime4 = 0x85EBCA77C2B2AE63, Prime5 = 0x27D4EB2F165667C5;

    /// <summary>Characters that <see cref="OfShort"/> takes at most.</summary>
    public const int Short = 15;

    /// <summary>Hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text, ulong seed = 0) => Of(MemoryMarshal.AsBytes(text), seed);

    /// <summary>Hash of a text of at most <see cref="Short"/> characters: the same as <see cref="Of(ReadOnlySpan{char}, ulong)"/> with seed 0, with hardly a branch to guess wrong.</summary>
    public static ulong OfShort(ReadOnlySpan<char> text)
    {
        var hash = Prime5 + ((ulong)text.Length * sizeof(char));
        var data = MemoryMarshal.AsBytes(text);
        for (; data.Length >= 8; data = data[8..])
            hash = (BitOperations.RotateLeft(hash ^ Round(0, Read(data)), 27) * Prime1) + Prime4;

        // What is left are 0 to 3 characters. Each step is made and taken or not: that is faster than to guess.
        ulong first = data.Length > 0 ? text[^(data.Length / 2)] : 0u, second = data.Length > 2 ? text[^((data.Length / 2) - 1)] : 0u, last = data.Length > 0 ? text[^1] : 0u;
        var two = (BitOperations.RotateLeft(hash ^ ((first | (second << 16)) * Prime1), 23) * Prime2) + Prime3;
        hash = (data.Length & 4) != 0 ? two : hash;
        var one = BitOperations.RotateLeft(hash ^ ((last & 0xFF) * Prime5), 11) * Prime1;
        one = BitOperations.RotateLeft(one ^ ((last >> 8) * Prime5), 11) * Prime1;
        return Finish((data.Length & 2) != 0 ? one : hash);
    }

    /// <summary>Hash of two numbers, order included.</summary>
    public static ulong Combine(ulong first, ulong second) => Finish((BitOperations.RotateLeft(first ^ (second * Prime2), 31) * Prime1) + Prime4);

    /// <summary>Hashes of eight pairs of numbers.</summary>
    public static Vector512<ulong> Combine(Vector512<ulong> first, Vector512<ulong> second)
    {
        var mixed = first ^ (second * Prime2);
        var hash = (((mixed << 31) | (mixed >>> 33)) * Prime1) + Vector512.Create(Prime4);
        hash = (hash ^ (hash >>> 33)) * Prime2;
        hash = (hash ^ (hash >>> 29)) * Prime3;
        return hash ^ (hash >>> 32);
    }

    /// <summary>Hash of bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> data, ulong seed = 0)
    {
        var length = (ulong)data.Length;
        ulong hash;
        if (data.Length >= 32)
        {
            ulong a = seed + Prime1 + Prime2, b = seed + Prime2, c = seed, d = seed - Prime1;
            do
            {
                a = Round(a, Read(data));
                b = Round(b, Read(data[8..]));
                c = Round(c, Read(data[16..]));
                d = Round(d, Read(data[24..]));
                data = data[32..];
            }
            while (data.Length >= 32);

            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
        }
        else
        {
            hash = seed + Prime5;
        }

        hash += length;
        for (; data.Length >= 8; data = data[8..])
            hash = (BitOperations.RotateLeft(hash ^ Round(0, Read(data)), 27) * Prime1) + Prime4;
        if (data.Length >= 4)
        {
            hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(data) * Prime1), 23) * Prime2) + Prime3;
            data = data[4..];
        }

        foreach (var one in data)
            hash = BitOperations.RotateLeft(hash ^ (one * Prime5), 11) * Prime1;
        return Finish(hash);
    }

    private static ulong Read(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt64LittleEndian(data);

    private static ulong Round(ulong lane, ulong input) => BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1;

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;

    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }
}
