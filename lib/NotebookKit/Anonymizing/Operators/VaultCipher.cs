using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Seals and opens the originals of a vault: AES-256-GCM under a key that HKDF-SHA-256 derives from the secret key. Sources: NIST SP 800-38D, RFC 5869.</summary>
internal sealed class VaultCipher : IDisposable
{
    private const int NonceSize = 12, TagSize = 16;

    /// <summary>Originals are filled up to a multiple of this, so that their length tells little. Bytes.</summary>
    private const int Padding = 32;

    private readonly AesGcm aes;
    private readonly byte[] nonceKey;

    public VaultCipher(SecretKey key)
    {
        aes = new(key.Derive("NotebookKit vault encryption"), TagSize);
        nonceKey = key.Derive("NotebookKit vault nonce");
    }

    /// <summary>The original as base64 of nonce, text and tag. The nonce follows from key, place and text, as in the SIV construction (RFC 5297, section 2): the same entry gives the same
    /// bytes, and two different ones share a nonce with a chance of 2^-96.</summary>
    /// <param name="original">What is sealed.</param>
    /// <param name="place">What it belongs to; it is checked when the original is opened.</param>
    public string Seal(string original, string place)
    {
        var text = Padded(original);
        var where = Encoding.UTF8.GetBytes(place);
        var sealedBytes = new byte[NonceSize + text.Length + TagSize];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        HMACSHA256.HashData(nonceKey, (byte[])[.. where, 0, .. text]).AsSpan(0, NonceSize).CopyTo(nonce);
        aes.Encrypt(nonce, text, sealedBytes.AsSpan(NonceSize, text.Length), sealedBytes.AsSpan(NonceSize + text.Length), where);
        return Convert.ToBase64String(sealedBytes);
    }

    /// <summary>The original; null where the key is another one or the entry was changed.</summary>
    public string? Open(string entry, string place)
    {
        var bytes = new byte[entry.Length];
        if (!Convert.TryFromBase64String(entry, bytes, out var length) || length < NonceSize + Padding + TagSize) return null;
        var text = new byte[length - NonceSize - TagSize];
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize, text.Length), bytes.AsSpan(length - TagSize, TagSize), text, Encoding.UTF8.GetBytes(place));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(text);
        return size >= 0 && size <= text.Length - 4 ? Encoding.UTF8.GetString(text, 4, size) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => aes.Dispose();

    private static byte[] Padded(string original)
    {
        var size = Encoding.UTF8.GetByteCount(original);
        var padded = new byte[(size + 4 + Padding - 1) / Padding * Padding];
        BinaryPrimitives.WriteInt32LittleEndian(padded, size);
        Encoding.UTF8.GetBytes(original, padded.AsSpan(4));
        return padded;
    }
}
