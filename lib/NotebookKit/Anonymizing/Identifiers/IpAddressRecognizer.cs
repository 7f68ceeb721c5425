using System.Net;

namespace NotebookKit.Anonymizing;

/// <summary>IP addresses, version 4 and 6. Loopback, unspecified, broadcast and netmask addresses belong to nobody and stay; version numbers are not
/// addresses.</summary>
public sealed class IpAddressRecognizer : Recognizer
{
    private const int MaxLength = 45;

    private static readonly Cues Versions = new("version|release|build|firmware|ver|v|assembly|package|driver|oid");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.IpAddress;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        FindVersion4(text, context.Numbers(text), into);
        FindVersion6(text, into);
    }

    private void FindVersion4(ReadOnlySpan<char> text, ReadOnlySpan<DigitRun> runs, List<Span> into)
    {
        for (var i = 0; i + 3 < runs.Length; i++)
        {
            if (!AreJoined(text, runs[i], runs[i + 1])) continue;
            if (!AreJoined(text, runs[i + 2], runs[i + 3]) || !AreJoined(text, runs[i + 1], runs[i + 2])) continue;
            var small = 0;
            var valid = true;
            for (var k = 0; k < 4; k++)
            {
                var value = Octet(text[runs[i + k].Start..runs[i + k].End]);
                valid &= value >= 0;
                if (value < 10) small++;
            }

            var (start, end) = (runs[i].Start, runs[i + 3].End);
            if (valid && MayStand(text, start, end) && !IsNobody(text[start..end]))
                into.Add(At(start, end, small == 4 || Versions.Last(text, Math.Max(0, start - 16), start) >= 0 ? 0.3 : 0.8));
            i += 3;
        }
    }

    /// <summary>Unspecified, loopback and broadcast addresses. Source: RFC 1122, 3.2.1.3; hosts use 127.0.0.0/16 of the loopback block.</summary>
    private static bool IsNobody(ReadOnlySpan<char> address) => address.StartsWith("0.") || address.StartsWith("127.0.") || address.StartsWith("255.");

    private static bool AreJoined(ReadOnlySpan<char> text, DigitRun a, DigitRun b) => b.Start == a.End + 1 && text[a.End] == '.';

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

    private void FindVersion6(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var colon = text.IndexOf(':'); colon >= 0;)
        {
            // "Name: text" and "12:30" have no group or colon on one of the sides.
            if (!IsPart(Chars.At(text, colon + 1)) || !IsPart(Chars.Before(text, colon)) && Chars.At(text, colon + 1) != ':')
            {
                var skipped = text[(colon + 1)..].IndexOf(':');
                colon = skipped < 0 ? -1 : colon + 1 + skipped;
                continue;
            }

            var start = colon;
            while (start > 0 && colon - start < 5 && char.IsAsciiHexDigit(text[start - 1])) start--;
            var end = colon;
            while (end < text.Length && end - start <= MaxLength && (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.')) end++;
            var next = end;
            while (end > start && text[end - 1] == '.') end--;
            while (end > start + 1 && text[end - 1] == ':' && text[end - 2] != ':') end--;
            if (end - start <= MaxLength && colon - start < 5 && !Chars.IsWord(Chars.Before(text, start)) && !Chars.IsWord(Chars.At(text, end)) && IsVersion6(text[start..end]))
                into.Add(At(start, EndOfZone(text, end), 0.85));
            var from = Math.Max(next, colon + 1);
            var following = text[from..].IndexOf(':');
            colon = following < 0 ? -1 : from + following;
        }
    }

    /// <summary><c>fe80::1%eth0</c>: the interface belongs to the address. Source: RFC 4007, section 11.</summary>
    private static int EndOfZone(ReadOnlySpan<char> text, int end)
    {
        if (Chars.At(text, end) != '%') return end;
        var stop = end + 1;
        while (stop < text.Length && stop - end <= 16 && char.IsAsciiLetterOrDigit(text[stop])) stop++;
        return stop > end + 1 ? stop : end;
    }

    private static bool IsPart(char c) => c == ':' || char.IsAsciiHexDigit(c);

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
