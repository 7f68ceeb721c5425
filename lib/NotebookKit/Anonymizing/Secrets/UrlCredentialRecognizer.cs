namespace NotebookKit.Anonymizing;

/// <summary>Web addresses that carry a user name or password (<c>https://jo:secret@host/…</c>): the whole address goes. A secret
/// in a query (<c>?token=…</c>) is the work of <see cref="ApiKeyRecognizer"/>.</summary>
public sealed class UrlCredentialRecognizer : Recognizer
{
    private const int MaxLength = 2048;

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.ApiKey;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        if (!context.Signs(text).At) return;
        var span = text.AsSpan();
        for (var from = 0; from < span.Length;)
        {
            var found = span[from..].IndexOf("://");
            if (found < 0) return;
            var behind = from + found + 3;
            var start = behind - 3;
            while (start > 0 && behind - start < 20 && (char.IsAsciiLetterOrDigit(span[start - 1]) || span[start - 1] is '+' or '-' or '.')) start--;
            var authority = behind;
            var at = -1;
            while (authority < span.Length && authority - behind < MaxLength && !IsEnd(span[authority]) && span[authority] is not ('/' or '?' or '#'))
            {
                if (span[authority] == '@') at = authority;
                authority++;
            }

            from = authority;
            if (at <= behind || at + 1 >= authority || start > behind - 4) continue;
            while (from < span.Length && from - start < MaxLength && !IsEnd(span[from])) from++;
            while (from > authority && span[from - 1] is '.' or ',' or '!' or '?' or ')' or ';' or ':') from--;
            into.Add(At(start, from, 0.97));
        }
    }

    private static bool IsEnd(char c) => c is '"' or '\'' or '<' or '>' or '`' or '|' or '\\' or '^' or '{' or '}' || char.IsWhiteSpace(c);
}
