namespace NotebookKit.Anonymizing;

/// <summary>Payment card numbers: 13–19 digits, also in groups with spaces or hyphens, whose first digits belong to a card scheme and
/// whose check digit is right.</summary>
public sealed class CreditCardRecognizer : Recognizer
{
    /// <inheritdoc/>
    public override string EntityType => EntityTypes.CreditCard;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        for (var start = Chars.NextDigit(span, 0); start >= 0;)
        {
            var end = MayBegin(span, start) ? End(span, start) : -1;
            if (end > 0) into.Add(At(start, end, 0.9));
            start = Chars.NextDigit(span, end > 0 ? end : Chars.EndOfDigits(span, start));
        }
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int start)
    {
        var before = Chars.Before(text, start);
        if (Chars.IsWord(before)) return false;
        // A fraction or a longer number with separators is no card.
        return before is not ('.' or ',' or '-') || !char.IsAsciiDigit(Chars.Before(text, start - 1));
    }

    /// <summary>The longest run of groups from here that is a card number; −1 where there is none.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        var best = -1;
        var digits = 0;
        var separator = '\0';
        for (var position = start; ;)
        {
            var end = Chars.EndOfDigits(text, position);
            digits += end - position;
            if (digits > 19) return best;
            if (digits >= 13 && MayEnd(text, end) && IsCard(text[start..end], digits)) best = end;
            var next = Chars.At(text, end);
            if (next is not (' ' or '-' or '\u00A0') || !char.IsAsciiDigit(Chars.At(text, end + 1))) return best;
            if (separator != '\0' && next != separator) return best;
            // A short group may only be the last one.
            if (end - position < 3) return best;
            separator = next;
            position = end + 1;
        }
    }

    private static bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        var next = Chars.At(text, end);
        return !Chars.IsWord(next) && (next is not ('.' or ',' or '-') || !char.IsAsciiDigit(Chars.At(text, end + 1)));
    }

    private static bool IsCard(ReadOnlySpan<char> text, int digits)
    {
        var prefix = 0;
        var taken = 0;
        for (var i = 0; taken < 4; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            prefix = (prefix * 10) + (text[i] - '0');
            taken++;
        }

        return IsIssued(prefix, digits) && Chars.PassesLuhn(text);
    }

    /// <summary>First four digits and lengths of Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay, Maestro. Source: ISO/IEC 7812
    /// ranges as the schemes publish them.</summary>
    private static bool IsIssued(int prefix, int digits) => (prefix / 100) switch
    {
        >= 40 and <= 49 => digits is 13 or 16 or 19,
        >= 51 and <= 55 => digits == 16,
        34 or 37 => digits == 15,
        36 or 38 or 39 => digits is >= 14 and <= 19,
        30 => prefix is >= 3000 and <= 3059 or 3095 && digits is >= 14 and <= 19,
        35 => prefix >= 3528 && digits is >= 16 and <= 19,
        60 or 64 or 65 or 62 or 81 => digits is >= 16 and <= 19,
        50 or (>= 56 and <= 59) or 61 or 63 or (>= 66 and <= 69) => digits is >= 13 and <= 19,
        _ => prefix is >= 2221 and <= 2720 ? digits == 16 : prefix is 1800 or 2131 && digits == 15,
    };
}
