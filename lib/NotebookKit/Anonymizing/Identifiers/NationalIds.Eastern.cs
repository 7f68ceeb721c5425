using static NotebookKit.Anonymizing.CheckDigits;

namespace NotebookKit.Anonymizing;

/// <summary>Northern and eastern Europe.</summary>
internal static partial class NationalIds
{
    private static NationalId[] Northern() =>
    [
        new("SE_PERSONNUMMER", "##########|######-####|############|########-####", Swedish, 0.4, 0.7, "personnummer|personnr|pnr|samordningsnummer|personal number|personal identity", "yymmdd####|19yymmdd####"),
        new("NO_FODSELSNUMMER", "###########|###### #####|######-#####", Norwegian, 0.45, 0.75, "fødselsnummer|fodselsnummer|personnummer|fnr|d-nummer|birth number", "ddmmyy#####"),
        new("DK_CPR", "##########|######-####", id => IsDayFirst(id), 0, 0.55, "cpr|cpr-nummer|personnummer|cpr-nr|civil registration", "ddmmyy####"),
        new("FI_PERSONAL_IDENTITY_CODE", "######@###*|######-###*", Finnish, 0.9, 0.9, "henkilötunnus|hetu|personbeteckning|personal identity", "ddmmyy{ABCDEFYXWVU}###*"),
        new("IS_KENNITALA", "##########|######-####", id => IsDay(Two(id, 2), Two(id, 0) % 40) && id[9] is '8' or '9' or '0' && Divides(11, id, [3, 2, 7, 6, 5, 4, 3, 2, 1]), 0.4, 0.75, "kennitala|kt.|kt:", "ddmmyy###{90}"),
        new("EE_ISIKUKOOD", "###########", Baltic, 0.4, 0.4, "isikukood|estonia", "{3456}yymmdd####"),
        new("LT_ASMENS_KODAS", "###########", Baltic, 0.4, 0.4, "asmens kod|lithuania", "{3456}yymmdd####"),
        new("LV_PERSONAL_CODE", "###########|######-#####", Latvian, 0.35, 0.75, "personas kod|latvia", "ddmmyy2####"),
    ];

    private static NationalId[] Eastern() =>
    [
        new("PL_PESEL", "###########", Pesel, 0.45, 0.45, "pesel|numer ewidencyjny", "yymmdd#####"),
        new("PL_NIP", "##########|###-###-##-##|###-##-##-###|### ### ## ##", id => id[0] != '0' && Sum(id, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == id[9] - '0' && !IsUniform(id), 0.35, 0.75, "nip|podatkow|podatnik"),
        new("CZ_BIRTH_NUMBER", "##########|######/####", id => Number(id) % 11 == 0 && IsDay(Two(id, 2) % 50 % 20, Two(id, 4)), 0.4, 0.9, "rodné číslo|rodne cislo|rodné čísl|rč|r.č|birth number", "yymmdd####"),
        new("HU_TAJ", "#########|### ### ###|###-###-###", id => Sum(id, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == id[8] - '0' && !IsUniform(id), 0.3, 0.45, "taj|taj-szám|társadalombiztosít"),
        new("HU_TAX_ID", "##########", id => id[0] == '8' && Sum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == id[9] - '0', 0.35, 0.35, "adóazonosító|adoazonosito|adószám", "8#########"),
        new("RO_CNP", "#############", id => id[0] != '0' && IsYearFirst(id, 1) && Two(id, 7) is (>= 1 and <= 48) or 51 or 52 or 70 or (>= 80 and <= 83) && Sum(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 is var rest && (rest == 10 ? 1 : rest) == id[12] - '0', 0.45, 0.45, "cnp|cod numeric personal", "{1256}yymmdd######"),
        new("BG_EGN", "##########", id => IsDay(Two(id, 2) % 20, Two(id, 4)) && Sum(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == id[9] - '0', 0.35, 0.35, "егн|egn|единен граждански", "yymmdd####"),
        new("HR_OIB", "###########", Mod11And10, 0.35, 0.35, "oib|osobni identifikacijski"),
        new("SI_EMSO", "#############", id => IsDay(Two(id, 2), Two(id, 0)) && Divides(11, id, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]), 0.45, 0.45, "emšo|emso|jmbg|matični broj|maticni broj|enotna matična", "ddmm9########"),
        new("UA_RNOKPP", "##########", Ukrainian, 0.3, 0.3, "рнокпп|інн|ипн|податк|rnokpp|tax number"),
        new("RU_INN", "############|##########", Russian, 0.35, 0.35, "инн|inn|налогоплательщик"),
        new("RU_SNILS", "###########|###-###-### ##|###-###-###-##", Snils, 0.4, 0.9, "снилс|snils|пенсионн|страхов"),
        new("TR_KIMLIK", "###########", Turkish, 0.45, 0.45, "t.c. kimlik|tc kimlik|tckn|kimlik|tc no|t.c. no|turkish id"),
    ];

    /// <summary>Luhn's check over ten digits, a date first; the day plus 60 is a coordination number. Source: Skatteverket, SKV 704 and SKV 707.</summary>
    private static bool Swedish(ReadOnlySpan<char> id)
    {
        if (id.Length == 12)
        {
            if (Two(id, 0) is not (18 or 19 or 20)) return false;
            id = id[2..];
        }

        return IsDay(Two(id, 2), Two(id, 4) > 60 ? Two(id, 4) - 60 : Two(id, 4)) && Luhn(id);
    }

    /// <summary>Two check digits modulo 11 behind a date; the day plus 40 is a D number, the month plus 40 or 80 one for tests. Source: Skatteetaten, Fødselsnummer; forskrift 2017-07-14-1201 § 2-2-1.</summary>
    private static bool Norwegian(ReadOnlySpan<char> id) =>
        IsDay(Two(id, 2) % 40, Two(id, 0) % 40) && Divides(11, id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) && Divides(11, id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);

    /// <summary>The nine digits modulo 31. Source: Digital and Population Data Services Agency, The personal identity code.</summary>
    private static bool Finnish(ReadOnlySpan<char> id)
    {
        var at = id.Length == 11 ? 7 : 6;
        if (at == 7 && id[6] is not ((>= 'A' and <= 'F') or (>= 'U' and <= 'Y'))) return false;
        return IsDayFirst(id) && id[at + 3] == "0123456789ABCDEFHJKLMNPRSTUVWXY"[(int)(((Number(id[..6]) * 1000) + Number(id.Slice(at, 3))) % 31)];
    }

    /// <summary>Weights 1 to 9 and 1, or 3 to 9 and 1 to 3 where the rest is ten. Source: EVS 585:2007; Lietuvos Respublikos gyventojų registro įstatymas.</summary>
    private static bool Baltic(ReadOnlySpan<char> id)
    {
        if (id[0] is < '1' or > '8' || !IsYearFirst(id, 1)) return false;
        var rest = Sum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        if (rest == 10) rest = Sum(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
        return rest == id[10] - '0';
    }

    /// <summary>Codes from 2017 on begin with 32 and have no date. Source: Fizisko personu reģistra likums; check rule as published for the older codes.</summary>
    private static bool Latvian(ReadOnlySpan<char> id) =>
        (id.StartsWith("32") || (IsDayFirst(id) && id[6] is '0' or '1' or '2')) && (1 + Sum(id, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == id[10] - '0';

    /// <summary>Weights 1, 3, 7, 9; the month carries the century. Source: Ustawa o ewidencji ludności, art. 15–19.</summary>
    private static bool Pesel(ReadOnlySpan<char> id) => IsDay(Two(id, 2) % 20, Two(id, 4)) && Divides(10, id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);

    /// <summary>Weights −1, 5, 7, 9, 4, 6, 10, 5, 7. Source: Міністерство фінансів, наказ № 822.</summary>
    private static bool Ukrainian(ReadOnlySpan<char> id) => (Sum(id, [10, 5, 7, 9, 4, 6, 10, 5, 7]) % 11 % 10) == id[9] - '0' && !IsUniform(id) && Number(id[..5]) is > 3000 and < 50000;

    /// <summary>Two check digits of persons, one of companies. Source: Приказ ФНС ЕД-7-14/559.</summary>
    private static bool Russian(ReadOnlySpan<char> id)
    {
        if (id.StartsWith("00")) return false;
        if (id.Length == 10) return Sum(id, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == id[9] - '0' && !IsUniform(id);
        return Sum(id, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == id[10] - '0' && Sum(id, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == id[11] - '0';
    }

    /// <summary>Weights 9 to 1 modulo 101. Source: Постановление Правления ПФР № 192п.</summary>
    private static bool Snils(ReadOnlySpan<char> id) => Sum(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == Two(id, 9) && Number(id[..9]) > 1001998;

    /// <summary>Seven times the odd places minus the even ones, then the sum of ten. Source: Nüfus ve Vatandaşlık İşleri, T.C. kimlik numarası.</summary>
    private static bool Turkish(ReadOnlySpan<char> id)
    {
        if (id[0] == '0') return false;
        var (odd, even) = (Sum(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]), Sum(id, [0, 1, 0, 1, 0, 1, 0, 1]));
        return ((odd * 7) - even + 100) % 10 == id[9] - '0' && (odd + even + id[9] - '0') % 10 == id[10] - '0';
    }
}
