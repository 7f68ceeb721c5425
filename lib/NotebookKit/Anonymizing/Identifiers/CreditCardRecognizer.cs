namespace NotebookKit.Anonymizing;

/// <summary>Payment card numbers: 12–19 digits, also in groups or digit by digit, whose first digits belong to a card scheme and whose check digit is right; with a wrong one only where
/// the words before say "card number".</summary>
public sealed class CreditCardRecognizer : Recognizer
{
    private static readonly Cues Words = new(
        "card number|card no|card #|card num|credit card|debit card|creditcard|payment card|visa|mastercard|master card|amex|american express|maestro|discover card|cc number|cc#|"
        + "kreditkarte|kartennummer|bankkarte|carte bancaire|carte de crédit|numéro de carte|carte bleue|tarjeta|carta di credito|numero di carta|kaartnummer|cartão|numero de cartao");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.CreditCard;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var span = text.AsSpan();
        var runs = context.Numbers(text);
        var done = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            var run = runs[i];
            if (run.Start < done || run.Length > 19 || (run.Length < 12 && (i + 1 == runs.Length || runs[i + 1].Start - run.End != 1)) || !MayBegin(span, run.Start)) continue;
            var (end, score) = End(span, runs[i..]);
            if (end < 0) continue;
            into.Add(At(run.Start, end, score));
            done = end;
        }
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int start)
    {
        var before = Chars.Before(text, start);
        if (Chars.IsWord(before)) return false;
        // A fraction or a longer number with separators is no card.
        return before is not ('.' or ',' or '-') || !char.IsAsciiDigit(Chars.Before(text, start - 1));
    }

    /// <summary>The longest run of groups from here that is a card number, and how sure it is; −1 where there is none.</summary>
    private static (int End, double Score) End(ReadOnlySpan<char> text, ReadOnlySpan<DigitRun> runs)
    {
        var (best, score, unchecked_) = (-1, 0.9, -1);
        var digits = 0;
        var separator = '\0';
        var start = runs[0].Start;
        for (var i = 0; i < runs.Length; i++)
        {
            var run = runs[i];
            digits += run.Length;
            if (digits > 19) break;
            if (digits >= 12 && MayEnd(text, run.End))
            {
                var number = text[start..run.End];
                if (IsIssued(Prefix(number), digits))
                {
                    if (!Chars.PassesLuhn(number)) unchecked_ = digits >= 13 ? run.End : unchecked_;
                    else if (digits > 12) (best, score) = (run.End, 0.9);
                    else (best, score) = (run.End, Words.AreNear(text, start, run.End) ? 0.9 : 0.6);
                }
                else if (digits is 15 or 16)
                {
                    unchecked_ = run.End;
                }
            }

            var next = Chars.At(text, run.End);
            if (next is not (' ' or '-' or '\u00A0' or '.' or '\u202F') || i + 1 == runs.Length || runs[i + 1].Start != run.End + 1) break;
            if (separator != '\0' && next != separator) break;
            // A short group may only be the last one, unless all groups are as short.
            if (run.Length < 3 && (run.Length != runs[0].Length || runs[i + 1].Length > run.Length)) break;
            separator = next;
        }

        if (best >= 0) return (best, score);
        return unchecked_ >= 0 && Words.Last(text, Math.Max(0, start - Cues.Before), start) >= 0 ? (unchecked_, 0.55) : (-1, 0);
    }

    private static bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        var next = Chars.At(text, end);
        return !Chars.IsWord(next) && (next is not ('.' or ',' or '-') || !char.IsAsciiDigit(Chars.At(text, end + 1)));
    }

    private static int Prefix(ReadOnlySpan<char> text)
    {
        var prefix = 0;
        var taken = 0;
        for (var i = 0; taken < 4; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            prefix = (prefix * 10) + (text[i] - '0');
            taken++;
        }

        return prefix;
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
        50 or (>= 56 and <= 59) or 61 or 63 or (>= 66 and <= 69) => digits is >= 13 and <= 19 || (digits == 12 && prefix is 5018 or 5020 or 5038 or 5893 or 6304 or 6759 or 6761 or 6762 or 6763),
        _ => prefix is >= 2221 and <= 2720 ? digits == 16 : prefix is 1800 or 2131 && digits == 15,
    };
}
