namespace NotebookKit.Anonymizing;

/// <summary>The looser patterns of the second pass, written independently of the recognizers: what these find in a text that was masked was missed there.</summary>
internal static class ResidualRules
{
    private const int CueWindow = 32;

    private static readonly string[] Providers = ["gmail", "googlemail", "yahoo", "hotmail", "outlook", "icloud", "protonmail", "gmx", "aol", "web.de", "live.com", "mail.ru", "yandex"];

    private static readonly string[] PhoneWords = ["phone", "call me", "mobile", "cell", "whatsapp", "fax", "telefon", "tel", "handy", "portable", "móvil"];

    private static readonly string[] NumberWords =
    [
        "order", "ticket", "invoice", "ref", "account", "tracking", "article", "sku", "isbn", "issn", "case", "serial", "confirmation", "booking", "item", "product", "part", "version",
        "model", "bestell", "rechnung", "commande", "pedido", "id", "no.", "nr.", "number", "code", "#", "$", "€", "£", "population", "date", "timestamp",
    ];

    /// <summary>Adds what looks like personal data. Offsets are those of the text as given.</summary>
    public static void Find(string text, List<Span> into)
    {
        var span = text.AsSpan();
        if (span.Contains('@')) Mails(text, into);
        if (span.ContainsAnyInRange('0', '9')) ResidualNumbers.Find(span, into);
        if (span.Contains(" at ", StringComparison.OrdinalIgnoreCase)) SpokenMails(span, into);
        Assigned(span, into);
        ResidualNames.Find(text, into);
        ResidualPlaces.Find(span, into);
    }

    /// <summary>Anything like <c>x@y.z</c>, also with spaces around the sign, and <c>x@gmail</c>.</summary>
    private static void Mails(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            var left = Chars.Before(text, at) == ' ' ? at - 1 : at;
            var right = Chars.At(text, at + 1) == ' ' && left < at ? at + 2 : at + 1;
            var start = left;
            while (start > 0 && left - start < 64 && (Chars.IsWord(text[start - 1]) || text[start - 1] is '.' or '+' or '-')) start--;
            var end = right;
            while (end < text.Length && end - right < 128 && (Chars.IsWord(text[end]) || text[end] is '.' or '-')) end++;
            while (end > right && text[end - 1] is '.' or '-') end--;
            if (start < left && IsHost(text[right..end], left == at)) into.Add(new(start, end, EntityTypes.Email, 0.6, "ResidualMail"));
            var next = text[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static bool IsHost(ReadOnlySpan<char> host, bool tight)
    {
        foreach (var provider in Providers)
            if (host.StartsWith(provider, StringComparison.OrdinalIgnoreCase)) return true;
        var dot = host.LastIndexOf('.');
        // "pytest@7.4.2" and "x@latest" are packages.
        return dot > 0 && host.Length - dot is >= 3 and <= 10 && !host[(dot + 1)..].ContainsAnyInRange('0', '9') && !host.StartsWith("github.com", StringComparison.OrdinalIgnoreCase)
            && (tight || host.Length > 5 && char.IsAsciiLetterLower(host[dot + 1]) && char.IsAsciiLetterLower(host[0]));
    }

    /// <summary><c>jo at gmail dot com</c>.</summary>
    private static void SpokenMails(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOf(" at ", StringComparison.OrdinalIgnoreCase);
            if (found < 0) return;
            var at = from + found;
            from = at + 3;
            var behind = text.Slice(at + 4, Math.Min(48, text.Length - at - 4));
            var dot = behind.IndexOf(" dot ", StringComparison.OrdinalIgnoreCase);
            if (dot <= 0 || behind[..dot].Count(' ') > 1) continue;
            var start = at;
            while (start > 0 && at - start < 64 && !char.IsWhiteSpace(text[start - 1])) start--;
            var end = at + 4 + dot + 5;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            if (start < at) into.Add(new(start, end, EntityTypes.Email, 0.6, "ResidualMail"));
        }
    }

    /// <summary>Long tokens of mixed characters behind words such as password and token.</summary>
    private static void Assigned(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var from = 0; Secrets.NextValue(text, ref from, out var start, out var end);)
            if (end - start >= 12 && Secrets.Classes(text[start..end]) > 2 && Secrets.LooksSecret(text[start..end], 12) && Chars.At(text, start - 1) != '$')
                into.Add(new(start, end, EntityTypes.ApiKey, 0.6, "ResidualSecret"));
    }

    /// <summary>1 where a word for telephones is the nearest before an index, −1 where a word for other numbers is, else 0.</summary>
    public static int PhoneContext(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - CueWindow)..start];
        var phone = Last(before, PhoneWords);
        var other = Last(before, NumberWords);
        return phone > other ? 1 : other > phone ? -1 : 0;
    }

    private static int Last(ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words) last = Math.Max(last, text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase));
        return last;
    }
}
