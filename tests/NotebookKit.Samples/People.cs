using System.Globalization;
using System.Text;

namespace NotebookKit.Samples;

/// <summary>An invented person.</summary>
internal sealed record Person(string First, string Last, string Mail)
{
    public string Name => $"{First} {Last}";
}

/// <summary>Invented people and numbers. Only what is set aside for documentation, tests or fiction is used.</summary>
internal static class People
{
    private static readonly IReadOnlyList<string> Firsts = Bank.Get("people/first")["o"];
    private static readonly IReadOnlyList<string> Lasts = Bank.Get("people/last")["o"];

    /// <summary>The same person for the same number.</summary>
    public static Person Number(int number)
    {
        var draw = new Draw("person", number);
        var first = Firsts[number % Firsts.Count];
        var last = Lasts[(number * 7 + number / Firsts.Count * 3) % Lasts.Count];
        var box = draw.Below(4) switch
        {
            0 => $"{Plain(first)}.{Plain(last)}",
            1 => $"{Plain(first)[..1]}{Plain(last)}",
            2 => FormattableString.Invariant($"{Plain(last)}{draw.Between(10, 99)}"),
            _ => $"{Plain(first)}_{Plain(last)}",
        };
        return new(first, last, $"{box}@{draw.Of("example.com", "example.org", "example.net", "mail.example.com", "post.example.org")}");
    }

    public static Person Agent(int number) => Number(1600 + number);

    public static string UsPhone(Draw draw)
    {
        var area = draw.Of("202", "303", "415", "512", "617", "212");
        var line = FormattableString.Invariant($"01{draw.Between(0, 99):00}");
        return draw.Of($"({area}) 555-{line}", $"{area}-555-{line}", $"{area}.555.{line}", $"+1 {area} 555 {line}");
    }

    /// <summary>Ranges that the regulators of the United Kingdom, Germany, France and Australia keep for film and radio.</summary>
    public static string ForeignPhone(Draw draw) => draw.Below(5) switch
    {
        0 => FormattableString.Invariant($"+44 20 7946 0{draw.Between(100, 999)}"),
        1 => FormattableString.Invariant($"+44 7700 900{draw.Between(100, 999)}"),
        2 => FormattableString.Invariant($"+49 30 23125 {draw.Between(100, 999)}"),
        3 => FormattableString.Invariant($"+33 1 99 00 {draw.Between(10, 99)} {draw.Between(10, 99)}"),
        _ => FormattableString.Invariant($"+61 2 5550 {draw.Between(1000, 9999)}"),
    };

    /// <summary>Numbers that payment providers publish for tests.</summary>
    public static string Card(Draw draw) =>
        draw.Of("4242 4242 4242 4242", "4111-1111-1111-1111", "5555555555554444", "3782 822463 10005", "6011 1111 1111 1117", "5105 1051 0510 5100");

    /// <summary>The examples of the banks' own documentation.</summary>
    public static string Iban(Draw draw) =>
        draw.Of("DE89 3704 0044 0532 0130 00", "GB82 WEST 1234 5698 7654 32", "FR1420041010050500013M02606", "NL91 ABNA 0417 1643 00", "ES91 2100 0418 4502 0005 1332");

    public static string Ip(Draw draw) => draw.Below(4) switch
    {
        0 => FormattableString.Invariant($"192.0.2.{draw.Between(1, 254)}"),
        1 => FormattableString.Invariant($"198.51.100.{draw.Between(1, 254)}"),
        2 => FormattableString.Invariant($"203.0.113.{draw.Between(1, 254)}"),
        _ => FormattableString.Invariant($"2001:db8::{draw.Between(16, 255):x}:{draw.Between(4096, 65535):x}"),
    };

    /// <summary>A number once printed in advertising and void ever since.</summary>
    public static string Ssn(Draw draw) => draw.Of("219-09-9999", "219 09 9999");

    public static string ApiKey(Draw draw)
    {
        const string Signs = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        var tail = new StringBuilder();
        for (var i = 0; i < 36; i++) tail.Append(Signs[draw.Below(Signs.Length)]);
        // The first is the example of a cloud provider's manual; the others have the usual prefixes and random letters.
        return draw.Of("AKIAIOSFODNN7EXAMPLE", $"sk-{tail}EXAMPLE", $"ghp_{tail}");
    }

    /// <summary>ASCII letters of a name, lower case.</summary>
    private static string Plain(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsAsciiLetterLower(c)) text.Append(c);
            else if (c is 'í') text.Append('i');
            else if (c is 'ü') text.Append("ue");
        }

        return text.ToString();
    }
}
