using System.Security.Cryptography;

namespace NotebookKit.Anonymizing;

/// <summary>The checksums of wallets' addresses.</summary>
internal static class WalletCodes
{
    // 25 bytes: a version, twenty of a hash, four of a checksum.
    private const int Bytes = 25;

    private const string Bitcoin = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", Ripple = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

    private const string Bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    /// <summary>True where all characters are of the alphabet without 0, O, I and l.</summary>
    public static bool IsBase58(ReadOnlySpan<char> token)
    {
        foreach (var c in token)
            if (c is '0' or 'O' or 'I' or 'l' || !char.IsAsciiLetterOrDigit(c)) return false;
        return true;
    }

    /// <summary>True where the last four bytes are the beginning of the double SHA-256 of the others. Source: Bitcoin Developer Reference, Base58Check; XRPL, base58 encodings.</summary>
    public static bool IsBase58Check(ReadOnlySpan<char> token) => IsBase58(token) && (Check(token, Bitcoin) || (token[0] == 'r' && Check(token, Ripple)));

    /// <summary>The checksum polynomial gives 1, or its constant for the later version. Source: BIP 173; BIP 350.</summary>
    public static bool IsBech32(ReadOnlySpan<char> token)
    {
        var separator = token.LastIndexOf('1');
        if (separator < 2 || token.Length - separator < 7 || (token.ContainsAnyInRange('A', 'Z') && token.ContainsAnyInRange('a', 'z'))) return false;
        var check = 1u;
        foreach (var c in token[..separator]) check = Next(check, (uint)(c | 0x20) >> 5);
        check = Next(check, 0);
        foreach (var c in token[..separator]) check = Next(check, (uint)(c | 0x20) & 31);
        foreach (var c in token[(separator + 1)..])
        {
            var value = Bech32.IndexOf((char)(char.IsAsciiLetter(c) ? c | 0x20 : c), StringComparison.Ordinal);
            if (value < 0) return false;
            check = Next(check, (uint)value);
        }

        return check is 1 or 0x2bc830a3;
    }

    /// <summary>An address with a right checksum over a hash that nobody has a key for.</summary>
    public static string Make(ref Fakes.Draws draw)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = 0;
        for (var i = 1; i < 21; i++) bytes[i] = (byte)(1 + draw.Next(255));
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..21], hash);
        SHA256.HashData(hash, hash);
        hash[..4].CopyTo(bytes[21..]);

        // The version is a zero byte, which base 58 writes as a 1 of its own.
        var address = "";
        while (bytes.IndexOfAnyExcept((byte)0) >= 0)
        {
            var rest = 0;
            for (var i = 0; i < Bytes; i++)
            {
                rest = (rest << 8) + bytes[i];
                bytes[i] = (byte)(rest / 58);
                rest %= 58;
            }

            address = Bitcoin[rest] + address;
        }

        return "1" + address;
    }

    private static uint Next(uint check, uint value)
    {
        var top = check >> 25;
        check = ((check & 0x1ffffff) << 5) ^ value;
        if ((top & 1) != 0) check ^= 0x3b6a57b2;
        if ((top & 2) != 0) check ^= 0x26508e6d;
        if ((top & 4) != 0) check ^= 0x1ea119fa;
        if ((top & 8) != 0) check ^= 0x3d4233dd;
        if ((top & 16) != 0) check ^= 0x2a1462b3;
        return check;
    }

    private static bool Check(ReadOnlySpan<char> token, string alphabet)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes.Clear();
        foreach (var c in token)
        {
            var carry = alphabet.IndexOf(c, StringComparison.Ordinal);
            for (var i = Bytes - 1; i >= 0; i--)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry != 0) return false;
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..21], hash);
        SHA256.HashData(hash, hash);
        return hash[..4].SequenceEqual(bytes[21..]);
    }
}
