using System.Buffers;
using static NotebookKit.Anonymizing.CheckDigits;

namespace NotebookKit.Anonymizing;

/// <summary>North and South America.</summary>
internal static partial class NationalIds
{
    private static NationalId[] Americas() =>
    [
        new("US_ITIN", "#########|###-##-####|### ## ####", Itin, 0, 0.55, "itin|individual taxpayer|taxpayer|tax id|tax identification", "9##{5678}#####"),
        new("US_EIN", "#########|##-#######", Ein, 0, 0.4, "ein|fein|employer id|employer identification|federal tax|tax id|irs|federal id"),
        new("US_MBI", "#@*#@*#@@##|#@*#-@*#-@@##", Mbi, 0.75, 0.9, "medicare|mbi|beneficiary"),
        new("US_NPI", "##########", id => id[0] is '1' or '2' && Luhn(string.Concat("80840", id)), 0.3, 0.3, "npi|national provider|provider identifier|provider id"),
        new("CA_SIN", "#########|###-###-###|### ### ###", id => id[0] is not ('0' or '8') && Luhn(id), 0.3, 0.5, "sin|social insurance|nas|assurance sociale|n.a.s"),
        new("MX_CURP", "@@@@######@@@@@@*#", Curp, 0.95, 0.95, "curp|clave única|clave unica", "@{AEIOU}@@yymmdd{HM}{DGJMNOSY}{FTCSLPR}@@@##"),
        new("MX_RFC", "@@@@######***|@@@@-######-***|@@@@ ###### ***", id => IsYearFirst(id, 4) && Rfc(id), 0.85, 0.9, "rfc|registro federal|contribuyente|sat", "@{AEIOU}@@yymmdd**#"),
        new("MX_RFC", "@@@@######***|@@@@-######-***|@@@@ ###### ***", id => IsYearFirst(id, 4) && id[10..].ContainsAnyInRange('0', '9'), 0.35, 0.45, "rfc|registro federal|contribuyente|sat"),
        new("BR_CPF", "###########|###.###.###-##|### ### ### ##|#########-##", Cpf, 0.45, 0.95, "cpf|cadastro de pessoa|cpf/mf"),
        new("BR_CNPJ", "########****##|**.***.***/****-##|**.***.***.****-##|********/****-##|########****-##", Cnpj, 0.6, 0.95, "cnpj|cadastro nacional", "########0001##"),
        new("AR_CUIT", "###########|##-########-#|##.########.#", id => Two(id, 0) is 20 or 23 or 24 or 25 or 26 or 27 or 30 or 33 or 34 && Divides(11, id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]), 0.45, 0.9, "cuit|cuil|afip|arca", "2{0347}#########"),
        new("CL_RUT", "########*|##.###.###-*|########-*|#######-*|#.###.###-*", Rut, 0.3, 0.65, "rut|r.u.t|run|rol único|rol unico", "########{0123456789K}"),
        new("EC_CEDULA", "##########|#########-#", id => Two(id, 0) is (>= 1 and <= 24) or 30 && id[2] < '6' && Luhn(id), 0.3, 0.5, "cédula|cedula|ecuador", "0{123456789}{012345}#######"),
        new("CO_NIT", "##########|###.###.###-#|#########-#", id => (Sum(id, [41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11) is var rest && (rest < 2 ? rest : 11 - rest) == id[9] - '0' && !IsUniform(id), 0, 0.6, "nit|dian|rut"),
        new("UY_CEDULA", "########|#.###.###-#|#######-#", id => (Sum(id, [2, 9, 8, 7, 6, 3, 4]) + id[7] - '0') % 10 == 0 && !IsUniform(id), 0, 0.6, "cédula de identidad|cedula de identidad|uruguay|c.i"),
        new("VE_RIF", "@#########|@-########-#|@-#########", id => "VEJPGC".IndexOf(id[0], StringComparison.Ordinal) is >= 0 && Venezuelan(id), 0.35, 0.75, "rif|seniat|venezuela", "{VEJPG}#########"),
    ];

    /// <summary>Nine first; the fourth and fifth digit are 50–65, 70–88, 90–92 or 94–99. Source: IRS, Internal Revenue Manual 3.21.263.</summary>
    private static bool Itin(ReadOnlySpan<char> id) => id[0] == '9' && Two(id, 3) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);

    /// <summary>Prefixes that campuses give out. Source: IRS, How EINs are assigned and valid EIN prefixes.</summary>
    private static bool Ein(ReadOnlySpan<char> id) => Two(id, 0) is not (0 or 7 or 8 or 9 or 17 or 18 or 19 or 28 or 29 or 49 or 69 or 70 or 78 or 79 or 89 or 96 or 97) && !IsUniform(id) && !id[2..].SequenceEqual("0000000");

    private static readonly SearchValues<char> NotInMbi = SearchValues.Create("SLOIBZ");

    /// <summary>Eleven places, digits and letters in turn, without S, L, O, I, B, Z. Source: CMS, Understanding the Medicare Beneficiary Identifier format.</summary>
    private static bool Mbi(ReadOnlySpan<char> id) => id[0] != '0' && !id.ContainsAny(NotInMbi);

    /// <summary>Weights 18 to 2 over a alphabet with Ñ behind N, modulo 10. Source: RENAPO, Instructivo normativo para la asignación de la CURP.</summary>
    private static bool Curp(ReadOnlySpan<char> id)
    {
        if (!IsYearFirst(id, 4) || id[10] is not ('H' or 'M' or 'X')) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Spanish(id[i]) * (18 - i);
        return (10 - (sum % 10)) % 10 == id[17] - '0';
    }

    /// <summary>Weights 13 to 2, modulo 11, ten is A. Source: SAT, Algoritmo para generar el RFC con homoclave para personas físicas.</summary>
    private static bool Rfc(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += Spanish(id[i]) * (13 - i);
        return "0123456789A"[(11 - (sum % 11)) % 11] == id[12];
    }

    private static int Spanish(char c) => Value(c) + (c > 'N' ? 1 : 0);

    /// <summary>Two check digits, modulo 11. Source: Receita Federal, Instrução Normativa RFB 1548/2015.</summary>
    private static bool Cpf(ReadOnlySpan<char> id) => !IsUniform(id) && Brazilian(Sum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]), id[9]) && Brazilian(Sum(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]), id[10]);

    /// <summary>Two check digits, modulo 11; letters, from July 2026 on, count as their code minus 48. Source: Receita Federal, Instrução Normativa RFB 2229/2024.</summary>
    private static bool Cnpj(ReadOnlySpan<char> id)
    {
        int first = 0, second = 0;
        for (var i = 0; i < 13; i++)
        {
            var value = id[i] - '0';
            if (i < 12) first += value * (2 + ((11 - i) % 8));
            second += value * (2 + ((12 - i) % 8));
        }

        return !IsUniform(id) && Brazilian(first, id[12]) && Brazilian(second, id[13]);
    }

    private static bool Brazilian(int sum, char digit) => (sum % 11 < 2 ? 0 : 11 - (sum % 11)) == digit - '0';

    /// <summary>Weights 2 to 7 from the right, modulo 11, ten is K. Source: Servicio de Impuestos Internos, cálculo del dígito verificador.</summary>
    private static bool Rut(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < id.Length - 1; i++) sum += (id[i] - '0') * (2 + ((id.Length - 2 - i) % 6));
        return "0K987654321"[sum % 11] == id[^1] && !IsUniform(id[..^1]);
    }

    /// <summary>The letter counts 1 to 5 times four, weights 3, 2, 7 to 2, modulo 11. Source: SENIAT, providencia 0073.</summary>
    private static bool Venezuelan(ReadOnlySpan<char> id)
    {
        var letter = id[0] switch { 'V' => 4, 'E' => 8, 'J' or 'C' => 12, 'P' => 16, _ => 20 };
        return "00987654321"[(letter + Sum(id[1..], [3, 2, 7, 6, 5, 4, 3, 2])) % 11] == id[9];
    }
}
