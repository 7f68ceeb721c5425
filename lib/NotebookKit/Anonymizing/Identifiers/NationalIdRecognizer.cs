using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Numbers that authorities and registers give to people, cars, devices and accounts, by a table of forms, check rules and words: identity, tax, social security and health
/// numbers of some fifty countries, VAT numbers of the European Union, vehicle and device numbers.</summary>
public sealed class NationalIdRecognizer : Recognizer
{
    private const int MaxToken = 22;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" -./()"), NotLetters = SearchValues.Create("#*0123456789");

    /// <summary>What may stand behind the first group: nothing that counts, or a separator.</summary>
    private const string Kinds = "\0 -./(";

    private static readonly Form[][]?[] OfDigits = Table(digits: true), Mixed = Table(digits: false);

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.UsItin;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types => NationalIds.Types;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        foreach (var run in context.Numbers(text))
        {
            var length = run.TokenEnd - run.TokenStart;
            if (length > MaxToken) continue;
            var table = run.IsWhole ? OfDigits[length] : run.IsFirst(span) ? Mixed[length] : null;
            if (table is null) continue;
            var alone = table[0];
            foreach (var form in alone) Match(span, run.TokenStart - form.Offset, form, into);
            var next = Kinds.IndexOf(Separator(Chars.At(span, run.TokenEnd)), StringComparison.Ordinal);
            // A separator with nothing behind it ends a sentence or a list's number.
            if (next <= 0 || !char.IsAsciiLetterOrDigit(Chars.At(span, run.TokenEnd + 1))) continue;
            foreach (var form in table[next]) Match(span, run.TokenStart - form.Offset, form, into);
        }
    }

    private void Match(ReadOnlySpan<char> text, int start, Form form, List<Span> into)
    {
        var pattern = form.Pattern;
        var end = start + pattern.Length;
        if (start < 0 || end > text.Length) return;
        Span<char> id = stackalloc char[pattern.Length];
        var length = 0;
        var lower = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = text[start + i];
            var wanted = pattern[i];
            if (char.IsAsciiDigit(c))
            {
                if (wanted is not ('#' or '*') && wanted != c) return;
                id[length++] = c;
            }
            else if (char.IsAsciiLetter(c))
            {
                var upper = (char)(c & ~0x20);
                if (wanted is not ('@' or '*') && wanted != upper) return;
                lower |= c != upper;
                id[length++] = upper;
            }
            else if (wanted != Separator(c))
            {
                return;
            }
        }

        if (!MayBegin(text, start, pattern) || !MayEnd(text, end, pattern) || !form.Row.Check(id[..length])) return;
        var score = Score(text, start, end, form, lower);
        if (score >= 0.25) into.Add(At(start, end, form.Row.Type, score));
    }

    private static double Score(ReadOnlySpan<char> text, int start, int end, Form form, bool lower)
    {
        if (form.Row.Cues.AreNear(text, start, end)) return 0.9;
        var alone = form.IsGrouped && !IsInside(text, start, end) ? form.Row.Official : form.Row.Alone;
        if (lower) alone = Math.Min(alone, 0.35);
        return alone < 0.6 && NationalIds.AnyId.AreNear(text, start, end) ? 0.6 : alone;
    }

    /// <summary>True where more groups of digits stand beside: a row of numbers, or a longer one.</summary>
    private static bool IsInside(ReadOnlySpan<char> text, int start, int end) =>
        (Chars.Before(text, start) is ' ' or '\u00A0' && char.IsAsciiDigit(Chars.Before(text, start - 1))) || (Chars.At(text, end) is ' ' or '\u00A0' && char.IsAsciiDigit(Chars.At(text, end + 1)));

    private static bool MayBegin(ReadOnlySpan<char> text, int start, string pattern)
    {
        var before = Chars.Before(text, start);
        if (Chars.IsWord(before)) return before == '_' && !char.IsAsciiLetterOrDigit(Chars.Before(text, start - 1));
        if (before is '+' or '$' or '€' or '£' or '%' or '*' or '\\') return false;
        if (before is '.' or ',' or '-' or '/' && char.IsAsciiLetterOrDigit(Chars.Before(text, start - 1))) return before is '-' && char.IsAsciiLetter(Chars.Before(text, start - 1)) && pattern.Length > 8;
        return before != '=' || !IsQuery(text, start);
    }

    /// <summary><c>?id=12345678901&amp;</c> of a web address, where numbers are page and row numbers.</summary>
    private static bool IsQuery(ReadOnlySpan<char> text, int start)
    {
        for (var i = start - 2; i >= 0 && start - i < 32 && !char.IsWhiteSpace(text[i]); i--)
            if (text[i] is '?' or '&') return true;
        return false;
    }

    private static bool MayEnd(ReadOnlySpan<char> text, int end, string pattern)
    {
        var next = Chars.At(text, end);
        if (Chars.IsWord(next) || next is '%' or '€' or '@' or '*' or '(' or '=') return false;
        return next is not ('.' or ',' or '-' or '/' or ':') || !char.IsAsciiLetterOrDigit(Chars.At(text, end + 1)) || next == '/' && pattern.Length > 8 && char.IsAsciiLetter(Chars.At(text, end + 1));
    }

    private static char Separator(char c) => c switch
    {
        '\u00A0' or '\u202F' or '\u2009' => ' ',
        '\u2010' or '\u2011' or '\u2013' => '-',
        ' ' or '-' or '.' or '/' or '(' or ')' => c,
        _ => '\0',
    };

    /// <summary>Forms by the length of their first group that has a digit; a group of digits only is found in another table than one with letters.</summary>
    private static Form[][]?[] Table(bool digits)
    {
        var table = new List<Form>[MaxToken + 1];
        for (var i = 0; i <= MaxToken; i++) table[i] = [];
        foreach (var row in NationalIds.All)
            foreach (var pattern in row.Forms)
            {
                var (start, end) = FirstGroup(pattern);
                var group = pattern.AsSpan(start, end - start);
                var letters = group.ContainsAnyExcept(NotLetters);
                if (digits ? letters : !letters && !group.Contains('*')) continue;
                var next = end < pattern.Length ? pattern[end] : '\0';
                table[end - start].Add(new(row, pattern, start, next, pattern.AsSpan().IndexOfAny(Separators) >= 0));
            }

        return [.. table.Select(t => t.Count == 0 ? null : Kinds.Select(k => t.Where(f => f.Next == k).ToArray()).ToArray())];
    }

    /// <summary>The first group with a digit; the first one at all where no place must be a digit.</summary>
    private static (int Start, int End) FirstGroup(string pattern)
    {
        for (int start = 0, end = 0; end <= pattern.Length; end++)
        {
            if (end < pattern.Length && !IsSeparator(pattern[end])) continue;
            if (pattern.AsSpan(start, end - start).Contains('#')) return (start, end);
            start = end + 1;
        }

        return (0, pattern.AsSpan().IndexOfAny(Separators) is > 0 and var first ? first : pattern.Length);
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '/' or '(' or ')';

    private sealed record Form(NationalId Row, string Pattern, int Offset, char Next, bool IsGrouped);
}
