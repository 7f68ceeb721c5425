using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Web addresses and bare domains. A domain needs a top level that exists; names of files, versions, members of code and sentences without a space behind the full stop are
/// none.</summary>
public sealed class WebAddressRecognizer : Recognizer
{
    // RFC 1035, 2.3.4: a name has 255 octets at most. An address longer than 2,048 characters is cut by browsers, too.
    private const int MaxHost = 255, MaxUrl = 2048;

    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.-");

    private static readonly string[] Schemes = ["https", "http", "ftps", "ftp", "sftp", "wss", "ws", "ssh", "git", "rtsp", "ldap", "ldaps", "smb", "jdbc", "mongodb", "redis", "postgresql", "postgres", "mysql", "amqp"];

    private static readonly HashSet<string> Members = new(
        "java javax this self super base cls e ev evt event ex err error req res request response window document console log logger module exports math json object array string system os sys np pd plt tf re form user item data obj node list model config settings "
        .Trim().Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Url;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types => [EntityTypes.Url, EntityTypes.DomainName];

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        var done = 0;
        for (var from = 0; from < span.Length && span[from..].IndexOfAny('.', ':') is >= 0 and var found;)
        {
            var at = from + found;
            from = at + 1;
            if (at < done) continue;
            var end = span[at] == ':' ? Absolute(span, at, done, into) : Chars.IsWord(Chars.At(span, at + 1)) ? Bare(span, at, done, into) : -1;
            if (end > 0) from = done = Math.Max(end, from);
        }
    }

    /// <summary>An address with a scheme before <c>://</c>; returns where it ends.</summary>
    private int Absolute(ReadOnlySpan<char> text, int colon, int floor, List<Span> into)
    {
        if (!text[colon..].StartsWith("://")) return -1;
        var start = colon;
        while (start > floor && colon - start < 12 && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        if (!IsScheme(text[start..colon])) return -1;
        var end = EndOfUrl(text, colon + 3);
        if (end - colon < 6 || !char.IsLetterOrDigit(Chars.At(text, colon + 3)) && Chars.At(text, colon + 3) != '[') return -1;
        into.Add(At(start, end, EntityTypes.Url, 0.95));
        return end;
    }

    private static bool IsScheme(ReadOnlySpan<char> name)
    {
        foreach (var scheme in Schemes)
            if (name.Equals(scheme, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A host around its first dot, perhaps with a port and a path; returns where it ends, or where the run of its characters does.</summary>
    private int Bare(ReadOnlySpan<char> text, int dot, int floor, List<Span> into)
    {
        var start = dot;
        while (start > floor && dot - start < 64 && IsHost(text[start - 1])) start--;
        var end = dot + 1;
        var top = end;
        while (end < text.Length && end - start < MaxHost && (IsHost(text[end]) || (text[end] == '.' && Chars.IsWord(Chars.At(text, end + 1)))))
        {
            if (text[end] == '.') top = end + 1;
            end++;
        }

        while (start < dot && text[start] == '-') start++;
        if (start == dot || IsHost(Chars.Before(text, start)) || Chars.Before(text, start) is '@' or '.' or '/' or '\\' or '_' or '$' or '%' or '&') return end;
        var next = Chars.At(text, end);
        if (next is '(' or '@' or '_' || end - top < 2 || text[start..end].IndexOf("--") > 0 && !text[start..end].Contains("xn--", StringComparison.OrdinalIgnoreCase)) return end;
        var rank = TopLevels.Rank(text[top..end]);
        if (rank == 0 || !MayBe(text[start..end], dot - start, top - start, rank)) return end;
        var web = text[start..].StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        var url = EndOfPath(text, end);
        if (url == end && next is '[' or '=' && !web) return end;
        var score = web ? 0.9 : (rank == 2 ? 0.7 : 0.35) + (url > end ? 0.1 : 0) + (text[start..end].Count('.') > 1 && rank == 2 ? 0.1 : 0);
        into.Add(At(start, url, url > end ? EntityTypes.Url : EntityTypes.DomainName, score));
        return url;
    }

    /// <summary>Cases and labels as hosts have them: <c>System.IO</c> and <c>this.info</c> are code, <c>end.It</c> is two sentences.</summary>
    private static bool MayBe(ReadOnlySpan<char> host, int dot, int top, int rank)
    {
        var first = host[..dot];
        if (host[..top].IndexOfAnyExcept(Numeric) < 0) return false;
        if (first.Length < 2 && rank < 2 && host.Count('.') < 2) return false;
        if (Members.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first) && host.Count('.') == 1) return false;
        var upper = host.ContainsAnyInRange('A', 'Z');
        if (!upper) return true;
        var label = host[top..];
        // "EXAMPLE.COM", "Example.com"; not "ASP.NET" and not "Console.In".
        if (label.ContainsAnyInRange('A', 'Z')) return !host.ContainsAnyInRange('a', 'z') && (label is "COM" or "ORG" or "EDU" or "GOV" || (label is "NET" && first.Length > 4) || host.StartsWith("WWW."));
        return label is "com" or "org" or "net" or "edu" or "gov" or "info" or "biz" or "uk" or "de" || rank == 2 && host.Count('.') > 1;
    }

    private static bool IsHost(char c) => char.IsAsciiLetterOrDigit(c) || c == '-' || (c >= 128 && char.IsLetterOrDigit(c));

    /// <summary>The end of port, path and query behind a host; the host's end where there is none.</summary>
    private static int EndOfPath(ReadOnlySpan<char> text, int end)
    {
        var position = end;
        if (Chars.At(text, position) == ':' && char.IsAsciiDigit(Chars.At(text, position + 1))) position = Chars.EndOfDigits(text, position + 1);
        if (Chars.At(text, position) is '/' or '?' or '#' && !char.IsWhiteSpace(Chars.At(text, position + 1))) return EndOfUrl(text, position);
        return Chars.At(text, position) == '/' ? position + 1 : position;
    }

    /// <summary>Up to white space or a mark that stands around addresses; marks that end a sentence, and brackets that were not opened inside, stay out.</summary>
    private static int EndOfUrl(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        while (end < text.Length && end - from < MaxUrl && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '`' or '|' or '\\' or '^' or '{' or '}' or '“' or '”' or '\'')) end++;
        for (; end > from; end--)
        {
            var last = text[end - 1];
            if (last is '.' or ',' or ';' or ':' or '!' or '?' or '*' or '…') continue;
            if (last == ')' && text[from..end].Count('(') < text[from..end].Count(')')) continue;
            if (last == ']' && text[from..end].Count('[') < text[from..end].Count(']')) continue;
            break;
        }

        return end;
    }
}
