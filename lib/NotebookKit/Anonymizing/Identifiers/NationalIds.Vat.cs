using static NotebookKit.Anonymizing.CheckDigits;

namespace NotebookKit.Anonymizing;

/// <summary>VAT numbers with the country's letters. Source of forms: European Commission, VIES, Annex "VAT number structure"; of checks: the rules that the member states publish.</summary>
internal static partial class NationalIds
{
    private const string VatCues = "vat|vat number|ust-id|ust-idnr|umsatzsteuer|mwst|uid|tva|iva|btw|partita|nif|cif|vies|moms|numéro de tva|contribuinte|intracom";

    private static NationalId[] Vat() =>
    [
        Vat("ATU########|ATU ########|ATU## ### ###", id => ((10 - ((DigitSum(id[3..], [1, 2, 1, 2, 1, 2, 1]) + 4) % 10)) % 10) == id[10] - '0'),
        Vat("BE##########|BE ##########|BE ####.###.###|BE #### ### ###|BE####.###.###", id => id[2] is '0' or '1' && 97 - (Number(id[2..10]) % 97) == Two(id, 10)),
        Vat("BG#########|BG##########|BG #########", id => id.Length == 12 || (Sum(id[2..], [1, 2, 3, 4, 5, 6, 7, 8]) % 11 is var rest && rest < 10 ? rest : Sum(id[2..], [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10) == id[10] - '0'),
        Vat("CY########@|CY ########@", Cypriot),
        Vat("CZ########|CZ ########|CZ##########", id => id.Length == 12 ? Number(id[2..]) % 11 == 0 : (11 - (Sum(id[2..], [8, 7, 6, 5, 4, 3, 2]) % 11)) is var rest && (rest == 11 ? 1 : rest % 10) == id[9] - '0'),
        Vat("DE#########|DE #########|DE ### ### ###|DE### ### ###|DE-#########", id => id[2] != '0' && Mod11And10(id[2..])),
        Vat("DK########|DK ########|DK ## ## ## ##", id => Divides(11, id[2..], [2, 7, 6, 5, 4, 3, 2, 1])),
        Vat("EE#########|EE #########", id => Divides(10, id[2..], [3, 7, 1, 3, 7, 1, 3, 7, 1])),
        Vat("EL#########|EL #########|EL ### ### ###", id => (Sum(id[2..], [0, 128, 64, 32, 16, 8, 4, 2]) + (256 * (id[2] - '0'))) % 11 % 10 == id[10] - '0'),
        Vat("ES*#######*|ES *#######*|ES-*#######*|ES*########", SpanishVat, "ES########@"),
        Vat("FI########|FI ########", id => Divides(11, id[2..], [7, 9, 10, 5, 8, 4, 2, 1])),
        Vat("FR**#########|FR** #########|FR ** #########|FR ** ### ### ###|FR** ### ### ###", FrenchVat, "FR###########"),
        Vat("GB#########|GB ### #### ##|GB #########|GB### #### ##|XI#########", id => (Sum(id[2..], [8, 7, 6, 5, 4, 3, 2]) + Two(id, 9)) % 97 is 0 or 42, "GB#########"),
        Vat("HR###########|HR ###########", id => Mod11And10(id[2..])),
        Vat("HU########|HU ########|HU-########", id => Divides(10, id[2..], [9, 7, 3, 1, 9, 7, 3, 1])),
        Vat("IE#######@|IE#######@@|IE #######@|IE #######@@", id => IrishPps(id[2..])),
        Vat("IT###########|IT ###########", id => Luhn(id[2..])),
        Vat("LT#########|LT############|LT #########", id => Lithuanian(id[2..]), "LT#######1#"),
        Vat("LU########|LU ########", id => Number(id[2..8]) % 89 == Two(id, 8)),
        Vat("LV###########|LV ###########", id => id[2] < '4' || Sum(id[2..], [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3, "LV4##########"),
        Vat("MT########|MT ########", id => Divides(37, id[2..], [3, 4, 6, 7, 8, 9, 10, 1])),
        Vat("NL#########B##|NL #########B##|NL###.###.###.B##|NL ####.##.###.B##|NL####.##.###.B##", DutchVat),
        Vat("PL##########|PL ##########|PL ###-###-##-##|PL ### ### ## ##", id => Sum(id[2..], [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == id[11] - '0'),
        Vat("PT#########|PT #########|PT ### ### ###", id => Sum(id[2..], [9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == id[10] - '0'),
        Vat("RO########|RO #######|RO#######|RO ########|RO######|RO#########|RO##########", Romanian, "RO########"),
        Vat("SE############|SE ############|SE ######-####01|SE######-####01", id => id[^2..] is "01" && Luhn(id[2..12]), "SE##########01"),
        Vat("SI########|SI ########", id => (11 - (Sum(id[2..], [8, 7, 6, 5, 4, 3, 2]) % 11)) is var rest && (rest == 10 ? 0 : rest) == id[9] - '0'),
        Vat("SK##########|SK ##########", id => id[2] != '0' && id[4] is '2' or '3' or '4' or '7' or '8' or '9' && Number(id[2..]) % 11 == 0),
        Vat("CHE#########|CHE-###.###.###|CHE ### ### ###|CHE###.###.###", id => (11 - (Sum(id[3..], [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 == id[11] - '0'),
    ];

    private static NationalId Vat(string forms, IdCheck check, string? make = null) => new(EntityTypes.EuVat, forms, check, 0.75, 0.85, VatCues, make);

    private static bool Cypriot(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<byte> even = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += i % 2 == 0 ? even[id[2 + i] - '0'] : id[2 + i] - '0';
        return id[10] == 'A' + (sum % 26) && !id[2..].StartsWith("12");
    }

    /// <summary>Persons by the letters of <see cref="SpanishLetters"/>; companies by Luhn's sum, as a digit or a letter. Source: Orden EHA/451/2008.</summary>
    private static bool SpanishVat(ReadOnlySpan<char> id)
    {
        var number = id[2..];
        if (char.IsAsciiDigit(number[0])) return number[8] == Letter(SpanishLetters, Number(number[..8]));
        if (number[0] is >= 'X' and <= 'Z') return number[8] == Letter(SpanishLetters, ((number[0] - 'X') * 10_000_000L) + Number(number[1..8]));
        if (number[0] is 'K' or 'L' or 'M') return number[8] == Letter(SpanishLetters, Number(number[1..8]));
        var control = (10 - (DigitSum(number[1..8], [2, 1, 2, 1, 2, 1, 2]) % 10)) % 10;
        return "ABCDEFGHJNPQRSUVW".Contains(number[0]) && (number[8] == '0' + control || number[8] == "JABCDEFGHI"[control]);
    }

    /// <summary>Two check digits: 12 plus three times the SIREN modulo 97; keys with letters are not checked but the SIREN is.</summary>
    private static bool FrenchVat(ReadOnlySpan<char> id)
    {
        var siren = id[4..];
        if (!Luhn(siren)) return false;
        if (id[2..4].ContainsAnyInRange('A', 'Z')) return !id[2..4].ContainsAny("IO");
        return (12 + (3 * (Number(siren) % 97))) % 97 == Two(id, 2);
    }

    private static bool Lithuanian(ReadOnlySpan<char> id)
    {
        if (id[^2] != '1') return false;
        int first = 0, second = 0;
        for (var i = 0; i < id.Length - 1; i++)
        {
            first += (id[i] - '0') * (1 + (i % 9));
            second += (id[i] - '0') * (1 + ((i + 2) % 9));
        }

        return (first % 11 == 10 ? second % 11 % 10 : first % 11) == id[^1] - '0';
    }

    /// <summary>The citizen's number, or MOD 97-10 over all places for numbers from 2020 on. Source: Belastingdienst, btw-identificatienummer.</summary>
    private static bool DutchVat(ReadOnlySpan<char> id)
    {
        if (Bsn(id[2..11])) return true;
        var rest = 0;
        foreach (var c in id) rest = ((rest * (char.IsAsciiDigit(c) ? 10 : 100)) + Value(c)) % 97;
        return rest == 1;
    }

    private static bool Romanian(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<byte> weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
        var digits = id[2..];
        return digits[0] != '0' && Sum(digits[..^1], weights[(10 - digits.Length)..]) * 10 % 11 % 10 == digits[^1] - '0';
    }
}
