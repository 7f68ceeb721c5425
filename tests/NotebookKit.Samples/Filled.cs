using System.Globalization;
using System.Text;

namespace NotebookKit.Samples;

/// <summary>A hand-written sentence whose slots are filled with invented personal values.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Values">The personal values in it.</param>
/// <remarks>
/// Slots: <c>{first}</c>, <c>{last}</c>, <c>{name}</c>; <c>{mail}</c>, or <c>{mail:pattern}</c> with FIRST, LAST, F, L and # for a digit;
/// <c>{phone:pattern}</c> and <c>{secret:pattern}</c> with # for a digit, ^ for a hexadecimal digit and * for a letter or digit;
/// <c>{card:separator}</c>, <c>{iban:separator}</c>, <c>{ssn:separator}</c>; <c>{ip4}</c>, <c>{ip6}</c>.
/// </remarks>
internal sealed record Filled(string Text, IReadOnlyList<string> Values)
{
    private const string Signs = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static Filled Of(string variant, Draw draw, Person who)
    {
        var text = new StringBuilder(variant.Length);
        var values = new List<string>();
        for (var i = 0; i < variant.Length; i++)
        {
            // Braces of JSON are no slots.
            var end = variant[i] == '{' && char.IsAsciiLetter(variant[i + 1]) ? variant.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(variant[i]);
                continue;
            }

            var value = Value(variant[(i + 1)..end], draw, who);
            text.Append(value);
            values.Add(value);
            i = end;
        }

        if (values.Count == 0) throw new InvalidDataException($"No personal value in: {variant}");
        return new(text.ToString(), values);
    }

    private static string Value(string slot, Draw draw, Person who)
    {
        var colon = slot.IndexOf(':', StringComparison.Ordinal);
        var (name, pattern) = colon < 0 ? (slot, "") : (slot[..colon], slot[(colon + 1)..]);
        return name switch
        {
            "first" => who.First,
            "last" => who.Last,
            "name" => who.Name,
            "FIRST" => who.First.ToUpperInvariant(),
            "NAME" => who.Name.ToUpperInvariant(),
            "lower" => who.Name.ToLowerInvariant(),
            "mail" => pattern.Length == 0 ? who.Mail : Pattern(Box(pattern, who), draw),
            "phone" or "secret" => Pattern(pattern, draw),
            "card" => Numbers.Card(draw, pattern),
            "iban" => Numbers.Iban(draw, pattern),
            "ssn" => Numbers.Ssn(draw, pattern),
            "ip4" => FormattableString.Invariant($"{draw.Of("192.0.2", "198.51.100", "203.0.113")}.{draw.Between(1, 254)}"),
            "ip6" => FormattableString.Invariant($"2001:db8::{draw.Between(16, 255):x}:{draw.Between(4096, 65535):x}"),
            "ip6long" => FormattableString.Invariant($"2001:0db8:{draw.Between(0, 65535):x4}:0000:0000:{draw.Between(0, 65535):x4}:0000:{draw.Between(0, 65535):x4}"),
            _ => throw new InvalidDataException($"Unknown slot {{{slot}}}."),
        };
    }

    private static string Box(string pattern, Person who) => pattern
        .Replace("FIRST", People.Plain(who.First), StringComparison.Ordinal).Replace("LAST", People.Plain(who.Last), StringComparison.Ordinal)
        .Replace("F", People.Plain(who.First)[..1], StringComparison.Ordinal).Replace("L", People.Plain(who.Last)[..1], StringComparison.Ordinal);

    private static string Pattern(string pattern, Draw draw)
    {
        var text = new StringBuilder(pattern.Length);
        foreach (var sign in pattern)
            text.Append(sign switch
            {
                '#' => (char)('0' + draw.Below(10)),
                '^' => "0123456789abcdef"[draw.Below(16)],
                '*' => Signs[draw.Below(Signs.Length)],
                _ => sign,
            });
        return text.ToString();
    }
}

/// <summary>Invented numbers with right check digits.</summary>
internal static class Numbers
{
    /// <summary>Beginnings that payment providers use in their test numbers, with the groups in which such a number is written.</summary>
    private static readonly (string Begin, int[] Groups)[] Cards =
        [("424242", [4, 4, 4, 4]), ("400000", [4, 4, 4, 4]), ("555555", [4, 4, 4, 4]), ("222300", [4, 4, 4, 4]), ("601111", [4, 4, 4, 4]), ("378282", [4, 6, 5])];

    /// <summary>Countries with the length of the account part behind the check digits and what it begins with: banks that do not exist.</summary>
    private static readonly (string Country, string Bank, int Length)[] Accounts =
        [("DE", "99999999", 18), ("GB", "TEST99", 18), ("FR", "99999", 23), ("NL", "TEST", 14), ("ES", "9999", 20), ("AT", "99999", 16), ("BE", "999", 12), ("IT", "X99999", 23), ("PL", "99999", 24), ("CH", "99999", 17)];

    /// <summary>The bundled samples hold published test numbers only.</summary>
    public static string Card(Draw draw, string separator)
    {
        if (World.Seed == 0) return Grouped(draw.Of("4242424242424242", "4111111111111111", "5555555555554444", "6011111111111117", "5105105105105100"), [4, 4, 4, 4], separator);
        var (digits, groups) = draw.Of(Cards);
        while (digits.Length < groups.Sum() - 1) digits += (char)('0' + draw.Below(10));
        return Grouped(digits + Luhn(digits), groups, separator);
    }

    /// <summary>The bundled samples hold the examples of the banks' own documentation only.</summary>
    public static string Iban(Draw draw, string separator)
    {
        var account = World.Seed == 0
            ? draw.Of("DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606", "NL91ABNA0417164300", "ES9121000418450200051332")
            : Checked(draw);
        return Grouped(account, [.. Enumerable.Repeat(4, account.Length / 4), .. account.Length % 4 > 0 ? [account.Length % 4] : Array.Empty<int>()], separator);
    }

    /// <summary>Numbers once printed in advertising and void ever since; in other sets than the samples any number of the right shape.</summary>
    public static string Ssn(Draw draw, string separator)
    {
        var number = World.Seed == 0 ? "219099999" : FormattableString.Invariant($"{draw.Between(1, 665):000}{draw.Between(1, 99):00}{draw.Between(1, 9999):0000}");
        return Grouped(number, [3, 2, 4], separator);
    }

    private static char Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 1 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
        }

        return (char)('0' + (10 - sum % 10) % 10);
    }

    /// <summary>ISO 13616: the account part and the country, letters as numbers, leave 98 minus the check digits.</summary>
    private static string Checked(Draw draw)
    {
        var (country, account, length) = draw.Of(Accounts);
        while (account.Length < length) account += (char)('0' + draw.Below(10));
        var rest = 0;
        foreach (var sign in account + country + "00")
            rest = char.IsAsciiDigit(sign) ? (rest * 10 + sign - '0') % 97 : (rest * 100 + sign - 'A' + 10) % 97;
        return country + (98 - rest).ToString("00", CultureInfo.InvariantCulture) + account;
    }

    private static string Grouped(string digits, int[] groups, string separator)
    {
        var at = 0;
        return string.Join(separator, groups.Select(g => digits.Substring((at += g) - g, g)));
    }
}
