namespace NotebookKit.Anonymizing;

/// <summary>Network addresses of devices: six pairs of hexadecimal digits with colons or hyphens, three groups of four with dots, or twelve digits in one behind a word for them.</summary>
public sealed class MacAddressRecognizer : Recognizer
{
    private static readonly Cues Words = new("mac|mac address|mac-adresse|adresse mac|dirección mac|hardware address|ethernet|hwaddr|bssid|wlan|wifi|wi-fi");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.MacAddress;

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
            if (run.Start < done) continue;
            var length = run.TokenEnd - run.TokenStart;
            if (length == 12 && run.IsFirst(span))
            {
                if (IsHex(span[run.TokenStart..run.TokenEnd]) && MayStand(span, run.TokenStart, run.TokenEnd) && Words.AreNear(span, run.TokenStart, run.TokenStart)) into.Add(At(run.TokenStart, run.TokenEnd, 0.75));
                done = run.TokenEnd;
            }
            else if (length is 2 or 4)
            {
                var end = Groups(span, run, length, out var start);
                if (end < 0) continue;
                into.Add(At(start, end, 0.9));
                done = end;
            }
        }
    }

    /// <summary>Goes back to the first group and forth to the last; −1 where they are not as many as an address has.</summary>
    private static int Groups(ReadOnlySpan<char> text, DigitRun run, int length, out int start)
    {
        start = run.TokenStart;
        var separator = Chars.At(text, run.TokenEnd);
        if (!IsSeparator(separator, length)) separator = Chars.Before(text, start);
        if (!IsSeparator(separator, length)) return -1;
        var groups = length == 2 ? 6 : 3;
        while (run.TokenStart - start < 15 && start > length && text[start - 1] == separator && IsHex(text.Slice(start - 1 - length, length))) start -= length + 1;
        var end = start + (groups * (length + 1)) - 1;
        if (end > text.Length || !MayStand(text, start, end) || Chars.At(text, end) == separator || Chars.Before(text, start) == separator) return -1;
        for (var i = 0; i < groups; i++)
        {
            var at = start + (i * (length + 1));
            if (!IsHex(text.Slice(at, length)) || (i + 1 < groups && text[at + length] != separator)) return -1;
        }

        // All zeros and all ones stand for no device.
        var value = text[start..end];
        return value.IndexOfAnyExcept('0', separator) < 0 || value.IndexOfAnyExcept(['f', 'F', separator]) < 0 ? -1 : end;
    }

    private static bool IsSeparator(char c, int length) => length == 2 ? c is ':' or '-' : c == '.';

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool MayStand(ReadOnlySpan<char> text, int start, int end) => !Chars.IsWord(Chars.Before(text, start)) && !Chars.IsWord(Chars.At(text, end));
}
