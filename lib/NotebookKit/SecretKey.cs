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

    /// <summary>The text of an environment variable, at least 16 bytes. White space at the end does not count.</summary>
    /// <param name="name">The variable.</param>
    /// <exception cref="ArgumentException">The variable is not set, or its text has fewer than 16 bytes; the message never holds the text.</exception>
    public static SecretKey FromEnvironment(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var text = Environment.GetEnvironmentVariable(name) ?? throw new ArgumentException($"The environment variable '{name}' is not set.", nameof(name));
        var bytes = Encoding.UTF8.GetBytes(text).AsSpan().TrimEnd(" \t\r\n"u8);
        if (bytes.Length < 16)
            throw new ArgumentException($"The environment variable '{name}' holds {bytes.Length} bytes; at least 16 are needed, for example those of: openssl rand -hex 32", nameof(name));
        return new(SHA256.HashData(bytes), true);
    }

    /// <summary>A code for a value: 128 bits as 32 hexadecimal digits. The purpose keeps codes of different fields apart.</summary>
    public string Code(string purpose, string value) => Convert.ToHexStringLower(Digest(purpose, value).AsSpan(0, 16));

    /// <summary>HMAC-SHA-256 of a value; the purpose keeps digests of different uses apart.</summary>
    internal byte[] Digest(string purpose, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose + "\0" + value));

    /// <summary>A key of 256 bits for another purpose, from which nobody can tell this one. Source: RFC 5869 (HKDF) with SHA-256.</summary>
    internal byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));
}
