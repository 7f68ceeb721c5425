using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names in the second pass: whatever stands written large, and is no common word, behind "my name is" and titles.</summary>
internal static class ResidualNames
{
    private static readonly string[] Phrases = ["name is ", "name's ", "name ist ", "nombre es ", "m'appelle ", "me llamo ", "heiße ", "chiamo ", "Mrs. ", "Mr. ", "Ms. ", "Frau ", "Herr ", "Herrn "];

    private static readonly System.Buffers.SearchValues<string> Starts = System.Buffers.SearchValues.Create(Phrases, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds what looks like a name.</summary>
    public static void Find(string text, List<Span> into)
    {
        var span = text.AsSpan();
        for (var from = 0; from < span.Length;)
        {
            var found = span[from..].IndexOfAny(Starts);
            if (found < 0) return;
            var phrase = from + found;
            var start = phrase + Length(span[phrase..]);
            from = phrase + 3;
            if (Chars.IsWord(Chars.Before(span, phrase)) || !char.IsUpper(Chars.At(span, start))) continue;
            var end = start;
            while (end < span.Length && end - start < 64 && char.IsLetter(span[end])) end++;
            if (end - start > 1 && IsName(text[start..end])) into.Add(new(start, end, EntityTypes.Person, 0.6, "ResidualName"));
        }
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        foreach (var phrase in Phrases)
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return phrase.Length;
        return 1;
    }

    private static bool IsName(string word)
    {
        var tokens = new List<NameToken>();
        NameTokens.Read(word, tokens);
        foreach (var token in CollectionsMarshal.AsSpan(tokens))
            if (token.IsCapital && !NameCues.IsNever(token.Hash) && token.Info.Common < (token.Info.IsName ? 2 : 1)) return true;
        return false;
    }
}
