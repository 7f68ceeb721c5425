using System.Text;

namespace NotebookKit.Samples;

/// <summary>Damages text as machines do: bytes written in one encoding are read in another. A variant is <c>way: text</c>.</summary>
internal static class Damage
{
    static Damage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text as it arrives.</summary>
    public static string Of(string variant)
    {
        var colon = variant.IndexOf(": ", StringComparison.Ordinal);
        var (way, text) = (variant[..colon], variant[(colon + 2)..]);
        var damaged = way switch
        {
            "cp1252" => Read(text, 1252),
            "latin1" => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)),
            "cp1250" => Read(text, 1250),
            "cp1251" => Read(text, 1251),
            "mac" => Read(text, 10000),
            "dos" => Read(text, 850),
            "dos-us" => Read(text, 437),
            "twice" => Read(Read(text, 1252), 1252),
            "twice-latin1" => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)))),
            // Written in Windows-1252, read as UTF-8: what is no UTF-8 becomes U+FFFD.
            "lost" => Encoding.UTF8.GetString(Encoding.GetEncoding(1252).GetBytes(text)),
            "lost-ascii" => Encoding.GetEncoding("us-ascii", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetString(Encoding.UTF8.GetBytes(text)),
            // Written in Windows-1252, read as Latin-1: quotes and dashes become control characters.
            "controls" => Encoding.Latin1.GetString(Encoding.GetEncoding(1252).GetBytes(text)),
            "mark" => Read("\uFEFF" + text, 1252),
            // Written in Windows-1252, read by an old machine's table, or the other way round.
            "table" => Encoding.GetEncoding(850).GetString(Encoding.GetEncoding(1252).GetBytes(text)),
            "table-mac" => Encoding.GetEncoding(10000).GetString(Encoding.GetEncoding(1252).GetBytes(text)),
            _ => throw new InvalidDataException($"Unknown damage: {variant}"),
        };
        return damaged != text ? damaged : throw new InvalidDataException($"Not damaged: {variant}");
    }

    private static string Read(string text, int page) => Encoding.GetEncoding(page).GetString(Encoding.UTF8.GetBytes(text));
}
