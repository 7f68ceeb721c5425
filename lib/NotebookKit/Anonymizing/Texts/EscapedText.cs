namespace NotebookKit.Anonymizing;

/// <summary>A text with its HTML entities, percent-encoded bytes and escapes as the characters they stand for.</summary>
internal static class EscapedText
{
    /// <summary>The text as a browser or parser would show it; null where nothing in it is escaped.</summary>
    public static MappedText? Of(string text)
    {
        MappedText? mapped = null;
        var span = text.AsSpan();
        var taken = 0;
        for (var from = 0; from < span.Length;)
        {
            var found = span[from..].IndexOfAny(Escapes.Signs);
            if (found < 0) break;
            var at = from + found;
            var (unit, length) = Escapes.Read(span, at);
            from = at + Math.Max(length, 1);
            if (length == 0) continue;
            mapped ??= new(text.Length);
            mapped.Copy(span, taken, at);
            // An invisible character parts words for nobody, and a mark of code (\" and \/) hides nothing.
            if (PlainChars.Of(unit) is not '\0' and var plain) mapped.Add(plain, at, from, plain is not ('"' or '/'));
            taken = from;
        }

        mapped?.Copy(span, taken, span.Length);
        return mapped;
    }
}
