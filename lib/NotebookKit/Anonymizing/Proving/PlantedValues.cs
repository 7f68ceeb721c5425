using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Invented personal data to plant. Numbers lie in ranges that are given to nobody where such ranges exist; names, streets and companies are put together of parts.</summary>
internal static class PlantedValues
{
    private static readonly string[] Streets =
    [
        "4# Maple Avenue|1## Oak Street, Apt 3#|PO Box 4##|22## Birch Lane", "1# Orchard Road|Flat 2, 3# Mill Street|2# Church Lane", "Lindenstraße 2#|Rosenweg 1#a|Am Markt 1#", "2# rue des Lilas|1# avenue Victor Hugo",
        "Calle Mayor, 2#|Avenida de la Paz 1##", "Via Garibaldi 1#|Piazza Dante, 1#", "Kerkstraat 4#|Beukenlaan 1##", "Rua das Flores, 1##",
    ];

    private const string Postcodes = "10#42|7#013|SW1A 2AA|LS2# 9JT|28#13|1#12 AB|4#50-193|9#110-4821|75#11";
    private const string Months = "January|February|March|April|May|June|July|August|September|October|November|December";
    private const string Places = "Lisbon|Toulouse|Gdansk|Osaka|Nairobi|Cordoba|Uppsala|Leipzig|Ankara|Calgary|Bologna|Utrecht|Valencia|Montevideo|Dhaka|Adelaide";
    private const string Companies = "Amber & Lark Ltd|Nordwind Logistik GmbH|Ferreira Têxteis S.A.|Blue Heron Analytics Inc.|Atelier Montclair SARL|Costa Azul Seguros S.L.|Tulip Harbour B.V.|Kestrel Freight LLC|Falkenhain AG|Okavango Textiles Pty Ltd";
    private const string Nationalities = "Portuguese|Nigerian|Catholic|Buddhist|Finnish|Vietnamese|Lutheran|Brazilian|Jewish|Moroccan|Social Democrat|Peruvian";
    private const string Nicks = "amber_lark|night.owl|river_stone|pixel.moth|cedar-fox|tinywren|quietstorm|papercrane|bluekestrel|mossyoak";

    /// <summary>A value of a type; null where there is none to plant.</summary>
    /// <param name="type">One of <see cref="EntityTypes"/>.</param>
    /// <param name="bits">Where it is drawn from.</param>
    public static string? Make(string type, ulong bits)
    {
        var draw = new Drawing(bits);
        return type switch
        {
            EntityTypes.Person => PlantedNames.Full(bits),
            EntityTypes.Email => $"{draw.Word(Nicks).Replace('_', '.')}{draw.Digits("##")}@{draw.Word("example.com|example.org|mail.example|shop.example.net")}",
            EntityTypes.Phone => draw.Digits(draw.Word("(2#2) 555-01##|+1 4#5 555 01##|6#7-555-01##|020 7946 0###|+44 7700 900###|+44 161 496 0###|030 23125 ###|+49 89 99998 ###|01 99 00 ## ##|+33 6 39 98 ## ##")),
            EntityTypes.CreditCard => Card(draw),
            EntityTypes.Iban => Iban(draw),
            EntityTypes.IpAddress => draw.Word("192.0.2.|198.51.100.|203.0.113.") + draw.From(1, 254).ToString(CultureInfo.InvariantCulture),
            EntityTypes.UsSsn => draw.Digits("86#-6#-4##1"),
            EntityTypes.MacAddress => draw.Hex("00:00:5e:00:53:##"),
            EntityTypes.Url => $"https://{draw.Word("www.example.com|portal.example.org|files.example.net")}/{draw.Word("u|people|orders|shared")}/{draw.Word(Nicks)}{draw.Digits("###")}",
            EntityTypes.DomainName => $"{draw.Word(Nicks).Replace('_', '-').Replace('.', '-')}{draw.Digits("#")}.example.{draw.Word("com|org|net")}",
            EntityTypes.ApiKey => Secret(draw),
            EntityTypes.StreetAddress => draw.Digits(draw.Word(Streets[draw.From(0, Streets.Length - 1)])),
            EntityTypes.Postcode => draw.Digits(draw.Word(Postcodes)),
            EntityTypes.DateOfBirth => Date(draw, draw.From(1938, 2004)),
            EntityTypes.DateTime => Date(draw, draw.From(2019, 2029)),
            EntityTypes.UserName => (draw.From(0, 2) == 0 ? "@" : "") + draw.Word(Nicks) + draw.Digits("##"),
            EntityTypes.Location => draw.Word(Places),
            EntityTypes.Organization => draw.Word(Companies),
            EntityTypes.Age => draw.From(19, 97).ToString(CultureInfo.InvariantCulture),
            EntityTypes.Title => draw.Word("Mrs.|Mr.|Ms.|Dr.|Prof.|Miss|Sir"),
            EntityTypes.Nrp => draw.Word(Nationalities),
            _ => Fakes.Make(type, null, bits),
        };
    }

    private static string Date(Drawing draw, int year)
    {
        var (month, day) = (draw.From(1, 12), draw.From(13, 28));
        var name = Months.Split('|')[month - 1];
        FormattableString made = draw.From(0, 5) switch
        {
            0 => $"{year}-{month:00}-{day:00}",
            1 => $"{day:00}/{month:00}/{year}",
            2 => $"{day}.{month}.{year}",
            3 => $"{name} {day}, {year}",
            4 => $"{day} {name} {year}",
            _ => $"{month:00}/{day:00}/{year}",
        };
        return FormattableString.Invariant(made);
    }

    /// <summary>Numbers that payment services publish for tests have these beginnings; the check digit is Luhn's (ISO/IEC 7812-1, annex B).</summary>
    private static string Card(Drawing draw)
    {
        var digits = (draw.Word("40000|55555|22230") + draw.Digits("##########")).ToCharArray();
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = digits[i] - '0';
            sum += i % 2 == 1 ? value : value > 4 ? (2 * value) - 9 : 2 * value;
        }

        var card = new string(digits) + (char)('0' + ((10 - (sum % 10)) % 10));
        return draw.From(0, 1) == 0 ? card : $"{card[..4]} {card[4..8]} {card[8..12]} {card[12..]}";
    }

    /// <summary>A bank of zeros, which no register has; check digits by ISO 7064, MOD 97-10, as ISO 13616-1 asks.</summary>
    private static string Iban(Drawing draw)
    {
        var account = draw.Digits("00000000##########");
        var remainder = 0;
        foreach (var c in account + "131400") remainder = ((remainder * 10) + (c - '0')) % 97;
        var iban = string.Create(CultureInfo.InvariantCulture, $"DE{98 - remainder:00}{account}");
        return draw.From(0, 1) == 0 ? iban : string.Join(' ', iban.Chunk(4).Select(c => new string(c)));
    }

    private static string Secret(Drawing draw) => draw.From(0, 3) switch
    {
        0 => "sk-" + draw.Letters(32),
        1 => "ghp_" + draw.Letters(36),
        2 => draw.Word("Kor|Vel|Tam|Zun") + draw.Digits("##") + draw.Word("!|#|%|$") + draw.Word("rasp|lint|mok|wex") + draw.Digits("###"),
        _ => draw.Letters(24),
    };

    /// <summary>Choices that follow from bits alone.</summary>
    internal sealed class Drawing(ulong bits)
    {
        private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        private ulong count;

        /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
        public int From(int least, int most) => least + (int)((StableHash.Combine(bits, ++count) >> 11) % (ulong)(most - least + 1));

        /// <summary>One of words parted by bars.</summary>
        public string Word(string bars)
        {
            var words = bars.Split('|');
            return words[From(0, words.Length - 1)];
        }

        /// <summary>A digit for each #.</summary>
        public string Digits(string pattern) => string.Concat(pattern.Select(c => c == '#' ? (char)('0' + From(0, 9)) : c));

        /// <summary>A hexadecimal digit for each #.</summary>
        public string Hex(string pattern) => string.Concat(pattern.Select(c => c == '#' ? "0123456789abcdef"[From(0, 15)] : c));

        /// <summary>Letters and digits.</summary>
        public string Letters(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[From(0, Alphabet.Length - 1)]));
    }
}
