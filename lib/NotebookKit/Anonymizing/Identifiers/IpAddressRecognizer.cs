using System.Net;

namespace NotebookKit.Anonymizing;

/// <summary>IP addresses, version 4 and 6. Loopback, unspecified, broadcast and netmask addresses belong to nobody and stay; version numbers are not
/// addresses.</summary>
public sealed class IpAddressRecognizer : Recognizer
{
    private const int MaxLength = 45;

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.IpAddress;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        FindVersion4(text, into);
        FindVersion6(text, into);
    }

    private void FindVersion4(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var start = Chars.NextDigit(text, 0); start >= 0;)
        {
            var position = start;
            var small = 0;
            var first = -1;
            var octets = 0;
            for (; octets < 4; octets++)
            {
                var end = Chars.EndOfDigits(text, position);
                var value = Octet(text[position..end]);
                if (value < 0) break;
                first = first < 0 ? value : first;
                if (value < 10) small++;
                position = end;
                if (octets == 3) continue;
                if (Chars.At(text, end) != '.') break;
                position = end + 1;
            }

            if (octets == 4 && MayStand(text, start, position) && first is not (0 or 127 or 255))
                into.Add(At(start, position, small == 4 || IsVersion(text[..start]) ? 0.3 : 0.8));
            start = Chars.NextDigit(text, Math.Max(position, Chars.EndOfDigits(text, start)));
        }
    }

    private static int Octet(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 0 or > 3 || (digits.Length > 1 && digits[0] == '0')) return -1;
        var value = 0;
        foreach (var digit in digits) value = (value * 10) + digit - '0';
        return value < 256 ? value : -1;
    }

    private static bool MayStand(ReadOnlySpan<char> text, int start, int end)
    {
        var before = Chars.Before(text, start);
        var next = Chars.At(text, end);
        return !Chars.IsWord(before) && before is not ('.' or '-') && !Chars.IsWord(next)
            && (next is not ('.' or '-') || !char.IsAsciiDigit(Chars.At(text, end + 1)));
    }

    private static bool IsVersion(ReadOnlySpan<char> before)
    {
        var words = before[Math.Max(0, before.Length - 12)..].TrimEnd();
        return words.EndsWith("version", StringComparison.OrdinalIgnoreCase) || words.EndsWith("release", StringComparison.OrdinalIgnoreCase)
            || words.EndsWith("build", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" v", StringComparison.OrdinalIgnoreCase);
    }

    private void FindVersion6(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var colon = text.IndexOf(':'); colon >= 0;)
        {
            var start = colon;
            while (start > 0 && colon - start < 5 && char.IsAsciiHexDigit(text[start - 1])) start--;
            var end = colon;
            while (end < text.Length && end - start <= MaxLength && (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.')) end++;
            var next = end;
            while (end > start && text[end - 1] == '.') end--;
            while (end > start + 1 && text[end - 1] == ':' && text[end - 2] != ':') end--;
            if (end - start <= MaxLength && colon - start < 5 && !Chars.IsWord(Chars.Before(text, start)) && !Chars.IsWord(Chars.At(text, end)) && IsVersion6(text[start..end]))
                into.Add(At(start, end, 0.85));
            var from = Math.Max(next, colon + 1);
            var following = text[from..].IndexOf(':');
            colon = following < 0 ? -1 : from + following;
        }
    }

    /// <summary>Needs eight groups, or <c>::</c> with a digit and at least three groups: <c>a::b</c> is code and <c>12:30</c> a time.</summary>
    private static bool IsVersion6(ReadOnlySpan<char> text)
    {
        if (text.Count(':') < 2 || !text.ContainsAnyInRange('0', '9')) return false;
        var groups = 0;
        for (var i = 0; i < text.Length; i++)
            if (char.IsAsciiHexDigit(text[i]) && (i == 0 || text[i - 1] is ':' or '.')) groups++;
        return groups >= 3 && (groups >= 8 || text.IndexOf("::") >= 0) && IPAddress.TryParse(text, out _);
    }
}
