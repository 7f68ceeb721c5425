using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Whom a mail address names: by what stands before it in a header, and by its local part.</summary>
internal static class MailNames
{
    private const int MaxShown = 64, LeastHandle = 5;

    /// <summary>Mailboxes of functions, not of persons. RFC 2142 names some; the others are in wide use.</summary>
    private static readonly HashSet<string> Functions = new(
        ("abuse admin administrator billing booking bookings careers contact customer customercare customerservice enquiries feedback finance hello help helpdesk hostmaster hr info "
        + "inquiries invoice invoices jobs kontakt legal mail mailer marketing media news newsletter noreply no-reply notification notifications office orders payment payments postmaster press privacy "
        + "reception reservations returns root sales security service services shop spam subscribe support team test tickets unsubscribe user username users webmaster").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of <c>Jane Fairweather &lt;jane.f@example.com&gt;</c>, also in quotes and as "Fairweather, Jane"; null where there is none.</summary>
    public static string? Shown(string text, Span mail)
    {
        if (Chars.Before(text, mail.Start) != '<' || Chars.At(text, mail.End) != '>') return null;
        var end = mail.Start - 1;
        while (end > 0 && text[end - 1] is ' ' or '"' or '\'') end--;
        var start = end;
        while (start > 0 && end - start < MaxShown && (char.IsLetter(text[start - 1]) || text[start - 1] is ' ' or '-' or '\'' or '.' or '’')) start--;
        return PersonName(text.AsSpan(start, end - start).Trim());
    }

    /// <summary>The text where it is two to four words that are written as a name; else null.</summary>
    public static string? PersonName(ReadOnlySpan<char> text)
    {
        if (text.Length is < 4 or > MaxShown) return null;
        var tokens = new List<NameToken>();
        NameTokens.Read(text, tokens);
        if (tokens.Count is < 2 or > 4) return null;
        var large = 0;
        foreach (var token in CollectionsMarshal.AsSpan(tokens))
        {
            if (token.Shape is Shape.Code or Shape.Caseless || NameCues.IsNever(token.Hash) || (token.Info.Common > 1 && token.Info.Forename < 2 && token.Info.Surname < 2)) return null;
            if (token.Gap is Gap.Code or Gap.Stop or Gap.Line or Gap.Colon) return null;
            if (token.IsCapital || token.Shape is Shape.Upper or Shape.Initial) large++;
        }

        return large > 1 ? text.ToString() : null;
    }

    /// <summary>The words of <c>jane.fairweather</c> that are no usual words of the language, where one is known as a name; else null.</summary>
    public static string? Name(ReadOnlySpan<char> local)
    {
        if (!local.ContainsAny('.', '_', '-')) return null;
        var name = "";
        var known = false;
        foreach (var range in local.SplitAny('.', '_', '-'))
        {
            var word = local[range];
            if (word.Length < 3 || word.ContainsAnyInRange('0', '9')) continue;
            var info = NameTable.Find(NameTokens.Hash(word));
            if (info.Common > (info.Forename > 1 ? 1 : 0) || Functions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) continue;
            known |= info.Forename > 0 || info.Surname > 1;
            name = name.Length == 0 ? word.ToString() : $"{name} {word}";
        }

        return known ? name : null;
    }

    /// <summary>True for a text that stands for its owner wherever it is: no word, no function.</summary>
    public static bool IsHandle(ReadOnlySpan<char> text)
    {
        if (text.Length < LeastHandle || text.Length > MaxShown || Functions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)) return false;
        var odd = false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+' or '@')) return false;
            odd |= char.IsDigit(c) || c is '.' or '_' or '+';
        }

        if (!odd) return !text.Contains('-') && NameTable.Find(NameTokens.Hash(text)) is { Common: 0, IsName: false };
        return text.ContainsAnyExceptInRange('0', '9') || text.Length > 5;
    }
}
