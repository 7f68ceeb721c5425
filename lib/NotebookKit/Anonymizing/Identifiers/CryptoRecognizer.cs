namespace NotebookKit.Anonymizing;

/// <summary>Addresses of wallets: those with a checksum in base 58 (Bitcoin, Litecoin, Dogecoin, Dash, Tron, Ripple), in bech32 (Bitcoin, Litecoin), and the hexadecimal ones of Ethereum.</summary>
public sealed class CryptoRecognizer : Recognizer
{
    private const int Shortest = 25, Longest = 106;

    private static readonly Cues Words = new("wallet|bitcoin|btc|ethereum|eth|crypto|address|litecoin|ltc|monero|xmr|dogecoin|doge|usdt|usdc|tron|trx|ripple|xrp|coin|blockchain|adresse|dirección|indirizzo|endereço");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Crypto;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        var done = 0;
        foreach (var run in context.Numbers(text))
        {
            var (start, end) = (run.TokenStart, run.TokenEnd);
            if (start < done || end - start is < Shortest or > Longest) continue;
            done = end;
            if (Chars.IsWord(Chars.Before(span, start)) || Chars.IsWord(Chars.At(span, end))) continue;
            var score = Score(span[start..end]);
            if (score is > 0 and < 0.9 && Words.AreNear(span, start, end)) score = 0.85;
            if (score > 0) into.Add(At(start, end, score));
        }
    }

    private static double Score(ReadOnlySpan<char> token)
    {
        if (token.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return token.Length == 42 ? Ethereum(token[2..]) : 0;
        if (token.StartsWith("bc1", StringComparison.OrdinalIgnoreCase) || token.StartsWith("tb1", StringComparison.OrdinalIgnoreCase) || token.StartsWith("ltc1", StringComparison.OrdinalIgnoreCase))
            return WalletCodes.IsBech32(token) ? 0.95 : 0.5;
        if (token.Length == 95) return token[0] is '4' or '8' && WalletCodes.IsBase58(token) ? 0.7 : 0;
        return token.Length <= 35 && WalletCodes.IsBase58Check(token) ? 0.95 : 0;
    }

    /// <summary>Forty hexadecimal digits; where both cases are used, they are the checksum. Source: EIP-55.</summary>
    private static double Ethereum(ReadOnlySpan<char> digits)
    {
        bool lower = false, upper = false;
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c)) return 0;
            lower |= c is >= 'a' and <= 'f';
            upper |= c is >= 'A' and <= 'F';
        }

        if (digits.IndexOfAnyExcept('0') < 0) return 0;
        return lower && upper ? Keccak.IsChecksummed(digits) ? 0.95 : 0.55 : 0.6;
    }
}
