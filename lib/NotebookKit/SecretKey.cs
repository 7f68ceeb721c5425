using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NotebookKit;

/// <summary>The key behind ids, group codes and pseudonyms: HMAC-SHA-256 with it turns a value into a code that cannot be
/// turned back without trying all values <i>and</i> knowing the key. Thread-safe.</summary>
public sealed class SecretKey
{
    private readonly byte[] key;

    private SecretKey(byte[] key, bool isSecret)
    {
        this.key = key;
        IsSecret = isSecret;
    }

    /// <summary>False for a key made of the seed: anyone who knows the seed can test guesses.</summary>
    public bool IsSecret { get; }

    /// <summary>A key that anyone can make again: stable over runs, not secret.</summary>
    public static SecretKey FromSeed(ulong seed)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, seed);
        return new(SHA256.HashData([.. "NotebookKit seed key "u8, .. bytes]), false);
    }

    /// <summary>The bytes of a file, at least 16 (a file of <c>openssl rand -hex 32</c>, say). White space at the end does not count.</summary>
    /// <exception cref="ArgumentException">The file holds fewer than 16 bytes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SecretKey FromFile(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan().TrimEnd(" \t\r\n"u8);
        if (bytes.Length < 16)
            throw new ArgumentException($"The key file '{path}' holds {bytes.Length} bytes; at least 16 are needed. Make one with: openssl rand -hex 32 > {path}", nameof(path));
        return new(SHA256.HashData(bytes), true);
    }

    /// <summary>A code for a value: 128 bits as 32 hexadecimal digits. The purpose keeps codes of different fields apart.</summary>
    public string Code(string purpose, string value)
    {
        Span<byte> digest = stackalloc byte[32];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose + "\0" + value), digest);
        return Convert.ToHexStringLower(digest[..16]);
    }
}
