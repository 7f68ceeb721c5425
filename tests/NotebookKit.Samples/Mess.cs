using System.Text;

namespace NotebookKit.Samples;

/// <summary>How customers really type: without capitals, with abbreviations, with typos.</summary>
internal static class Mess
{
    private static readonly (string From, string To)[] Short =
    [
        ("you", "u"), ("your", "ur"), ("please", "pls"), ("because", "bc"), ("without", "w/o"), ("with", "w/"), ("account", "acct"), ("minutes", "mins"),
        ("payment", "paymt"), ("subscription", "sub"), ("password", "pw"), ("thanks", "thx"), ("something", "smth"), ("tomorrow", "tmrw"), ("and", "&"),
        ("before", "b4"), ("weeks", "wks"), ("people", "ppl"), ("really", "rly"), ("picture", "pic"), ("about", "abt"), ("twice", "2x"),
    ];

    /// <summary>Joins a customer's fragments in one of many hands.</summary>
    public static string Write(IReadOnlyList<string> parts, Draw draw)
    {
        var hand = draw.Weighted((Hand.Tidy, 38), (Hand.Casual, 40), (Hand.Sloppy, 22));
        var between = hand == Hand.Tidy ? draw.Weighted((" ", 85), ("\n", 15)) : draw.Weighted((". ", 40), (", ", 25), ("\n", 15), (" - ", 10), ("... ", 10));
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var piece = hand == Hand.Tidy ? Grammar.Sentence(part) : part;
            if (hand != Hand.Tidy && Grammar.IsQuestion(part) && draw.Chance(60)) piece += draw.Of("?", "??", " ?");
            if (text.Length > 0) text.Append(text[^1] == '?' && between != "\n" ? " " : between);
            text.Append(piece);
        }

        var written = text.ToString();
        if (hand == Hand.Casual) written = draw.Chance(70) ? char.ToLowerInvariant(written[0]) + written[1..] : written;
        return hand == Hand.Sloppy ? Typos(Abbreviated(written, draw), draw) : written;
    }

    public static string Abbreviated(string text, Draw draw) => Words(text, word =>
    {
        foreach (var (from, to) in Short)
            if (word == from && draw.Chance(55)) return to;
        return word;
    });

    /// <summary>A typo in about one long word of nine.</summary>
    public static string Typos(string text, Draw draw) => Words(text, word =>
    {
        if (word.Length < 5 || !word.All(char.IsAsciiLetterLower) || !draw.Chance(11)) return word;
        var at = draw.Between(1, word.Length - 3);
        return draw.Below(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word.Insert(at, word[at].ToString()),
        };
    });

    private static string Words(string text, Func<string, string> change)
    {
        var result = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '\n' or ',' or '.' or '?')) continue;
            if (i > start) result.Append(change(text[start..i]));
            if (i < text.Length) result.Append(text[i]);
            start = i + 1;
        }

        return result.ToString();
    }

    private enum Hand
    {
        Tidy,
        Casual,
        Sloppy,
    }
}
