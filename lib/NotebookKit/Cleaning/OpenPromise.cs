using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>Tells a text that announces more than it has: "four steps" with two of them, "three reasons" with the first, a part that is continued
/// elsewhere.</summary>
internal static partial class OpenPromise
{
    /// <summary>Characters of a text in which an announcement is looked for.</summary>
    private const int Longest = 6_000;

    private static readonly string[] Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>True where what is announced is not all there.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        if (text.Length is 0 or > Longest) return false;
        if (text[^1] is ']' or ')' or '…' or '>' or '-' && Continued().IsMatch(text[(text.LastIndexOf('\n') + 1)..])) return true;
        if (text.IndexOf('\n') > 0 && (HasBareLabel(text) || HasTooFewItems(text))) return true;
        return IsPart(text) || HasTooFewInLine(text) || HasOnlyTheFirst(text);
    }

    /// <summary>What a page shows for the rest of a text: "Read more", "1/3", "Part 1 of 2".</summary>
    private static bool IsPart(ReadOnlySpan<char> text)
    {
        var line = text[(text.LastIndexOf('\n') + 1)..];
        return text.Length > 40 && Part().IsMatch(line[Math.Max(0, line.Length - 60)..]);
    }

    /// <summary>"There are three steps: 1. Open the page. 2. Choose a plan." in one line.</summary>
    private static bool HasTooFewInLine(ReadOnlySpan<char> text)
    {
        var line = text[(text.LastIndexOf('\n') + 1)..];
        var at = line.LastIndexOf(": 1. ");
        if (at < 0) return false;
        var sentence = line[..at];
        var announced = Announced(sentence[(sentence.LastIndexOfAny(EndMarks.All) + 1)..]);
        if (announced == 0) return false;
        var items = 1;
        Span<char> mark = stackalloc char[5];
        for (var rest = line[(at + 5)..]; items < announced; items++)
        {
            mark[0] = ' ';
            (items + 1).TryFormat(mark[1..], out var digits, provider: System.Globalization.CultureInfo.InvariantCulture);
            ". ".CopyTo(mark[(1 + digits)..]);
            var next = rest.IndexOf(mark[..(digits + 3)]);
            // Behind the last item stands its own sentence only.
            if (next < 0) return items > 1 && EndMarks.Next(rest) is var end && (end < 0 || end == rest.Length);
            rest = rest[(next + digits + 3)..];
        }

        return false;
    }

    /// <summary>"Step 1: …", "Step 2: …", "Step 3".</summary>
    private static bool HasBareLabel(ReadOnlySpan<char> text)
    {
        var last = text[(text.LastIndexOf('\n') + 1)..].Trim(" *#:.-");
        if (last.Length > 14 || last.IndexOf(' ') is not (> 2 and var space) || !int.TryParse(last[(space + 1)..], out var number) || number is < 2 or > 30) return false;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.TrimStart(" *#-");
            if (line.StartsWith(last[..space]) && line.Length > space + 4 && line[space] == ' ' && char.IsAsciiDigit(line[space + 1]) && line.TrimEnd(" *").IndexOf(':') is > 0 and < 14) return true;
        }

        return false;
    }

    /// <summary>A number of steps or the like and a colon at the end of a line, then a numbered list with fewer items, up to the end.</summary>
    private static bool HasTooFewItems(ReadOnlySpan<char> text)
    {
        var (announced, items, after) = (0, 0, false);
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty) continue;
            if (announced == 0)
            {
                if (line[^1] == ':' && !ListItems.IsItem(line)) announced = Announced(line[(line.LastIndexOfAny(EndMarks.All) + 1)..]);
            }
            else if (raw[0] is not (' ' or '\t') && ListItems.IsItem(line)) items++;
            else if (!char.IsWhiteSpace(raw[0])) after = true;
        }

        return announced > 0 && items > 0 && items < announced && !after;
    }

    /// <summary>"There are three reasons. First, …" and no second.</summary>
    private static bool HasOnlyTheFirst(ReadOnlySpan<char> text)
    {
        foreach (var first in (ReadOnlySpan<string>)[". First, ", ". Firstly, ", ": First, ", ": first, ", ". The first is ", ". First of all, "])
        {
            var at = text.IndexOf(first, StringComparison.Ordinal);
            if (at < 0) continue;
            var sentence = text[..at];
            sentence = sentence[(sentence.LastIndexOfAny(EndMarks.All) + 1)..];
            var rest = text[(at + first.Length)..];
            if (Announced(sentence) == 0 || rest.Contains('\n')) return false;
            return EndMarks.Next(rest) is var end && (end < 0 || end == rest.Length) && !Further().IsMatch(rest);
        }

        return false;
    }

    /// <summary>How many steps, reasons or the like a sentence announces; 0 where it announces none.</summary>
    private static int Announced(ReadOnlySpan<char> sentence)
    {
        foreach (var match in Count().EnumerateMatches(sentence))
        {
            var word = sentence.Slice(match.Index, match.Length);
            word = word[..word.IndexOf(' ')];
            if (int.TryParse(word, out var number)) return number is > 1 and < 13 ? number : 0;
            for (var i = 0; i < Numbers.Length; i++)
                if (word.Equals(Numbers[i], StringComparison.OrdinalIgnoreCase)) return i + 2;
        }

        return 0;
    }

    // Without "or", "to" or "up to" before the number: then fewer may come.
    [GeneratedRegex(@"(?<!\b(?:or|to|than|about|around|of|[0-9])\s|[-–0-9.,])\b(?i:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-2])\s(?:\p{L}+\s){0,2}(?i:steps|reasons|ways|options|tips|causes|possibilities|settings|points|things|rules|methods|factors|benefits|mistakes|phases|requirements|conditions|features|differences|advantages|signs|exercises|ideas|checks|parts|stages)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(?i:second|secondly|another|other|next|then|also|finally|last|lastly|third|and|while|but|besides)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Further();

    // "[continued in the next mail]", "(part 1 of 2)", "[truncated]", "[…]".
    [GeneratedRegex(@"[\[(](?i:(?:to\sbe\s|is\s)?continue[ds]?\b[^\])]{0,40}|cont(?:\.|['’]d)|(?:max(?:imum)?|token|length|character|output)[\s_-](?:tokens?|length|limit)(?:\s(?:was\s)?(?:reached|exceeded|hit))?|(?:part\s)?1\s?(?:/|of)\s?[2-9]|(?:text\s|output\s|answer\s|message\s)?(?:truncated|cut\soff|clipped)|\.{3}|…|more\sto\scome|snip)[\])]$|<(?i:truncated|cut|snip)>$|--\s?(?i:more)\s?--$", RegexOptions.CultureInvariant)]
    private static partial Regex Continued();

    [GeneratedRegex(@"(?:^|(?<=[.!?…]\s))(?i:(?:read|show|see|view)\s(?:more|all|the\s(?:rest|full|entire|whole)\s?\w*)(?:\s?(?:\.{3}|…|»))?|1\s?/\s?[2-9]|(?:part|page)\s1\s(?:of|/)\s[2-9]|\[?(?:message|text|mail)\sclipped\]?(?:\s+view\s.{3,20})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
