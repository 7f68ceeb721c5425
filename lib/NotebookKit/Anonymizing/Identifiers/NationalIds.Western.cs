using System.Buffers;
using static NotebookKit.Anonymizing.CheckDigits;

namespace NotebookKit.Anonymizing;

/// <summary>Western and southern Europe.</summary>
internal static partial class NationalIds
{
    private static NationalId[] Western() =>
    [
        new("UK_NHS", "##########|### ### ####|###-###-####", Nhs, 0.35, 0.5, "nhs|national health|health service"),
        new("UK_NINO", "@@######@|@@ ## ## ## @|@@ ###### @|@@-##-##-##-@", Nino, 0.6, 0.8, "nino|national insurance|ni number|ni no|insurance number"),
        new("UK_UTR", "##########|##### #####", Utr, 0, 0.35, "utr|unique taxpayer|self assessment|self-assessment"),
        new("DRIVER_LICENSE", "@****######**#@@|@**** ###### **#@@", UkDriver, 0.85, 0.85, "licence|license|driving|driver|dvla|führerschein|fuehrerschein|fahrerlaubnis|permis|permiso de|licencia de|carnet de|patente|rijbewijs|carta de condu|carteira de|prawo jazdy|prawa jazdy|körkort|førerkort|kørekort|ajokortti"),
        new("DE_TAX_ID", "###########|## ### ### ###", DeTaxId, 0.45, 0.6, "steuer-id|steueridentifikation|steuer-identifikation|steuerliche identifikation|idnr|id-nr|identifikationsnummer|tin|steuer id|tax id"),
        new("DE_TAX_NUMBER", "##/###/#####|###/####/####|###/###/#####", id => id[0] != '0' || id[1] != '0', 0.5, 0.5, "steuernummer|steuernr|steuer-nr|st.-nr|st.nr|finanzamt|tax number"),
        new("DE_SOCIAL_SECURITY", "########@###|## ###### @ ###", DePension, 0.85, 0.9, "rentenversicherung|sozialversicherung|versicherungsnummer|rvnr|svnr|sv-nummer"),
        new("DE_HEALTH_INSURANCE", "@#########", DeHealth, 0.4, 0.4, "krankenversicherung|versichertennummer|krankenversichertennummer|kvnr|gesundheitskarte|krankenkasse"),
        new("DE_ID_CARD", "@*********|@********", DeCard, 0, 0, "personalausweis|ausweisnummer|ausweis-nr|ausweisnr|id card|perso"),
        new("FR_NIR", "######*########|# ## ## #* ### ### ##|# ## ## #* ### ###-##", Nir, 0.85, 0.95, "sécurité sociale|securite sociale|sécu|nir|numéro de sécu|insee|carte vitale"),
        new("FR_SPI", "#############|## ## ### ### ###", id => id[0] < '4' && Number(id[..10]) % 511 == Number(id[10..]), 0.45, 0.7, "numéro fiscal|numero fiscal|fiscal|spi|impôts|impots|nif"),
        new("ES_NIF", "########@|########-@|##.###.###-@|##.###.###@", id => id[8] == Letter(SpanishLetters, Number(id[..8])), 0.7, 0.85, "dni|nif|d.n.i|n.i.f|documento|identidad"),
        new("ES_NIE", "@#######@|@-#######-@|@#######-@|@-#######@", id => id[0] is >= 'X' and <= 'Z' && id[8] == Letter(SpanishLetters, ((id[0] - 'X') * 10_000_000L) + Number(id[1..8])), 0.8, 0.9, "nie|n.i.e|extranjero|nif", "{XYZ}#######@"),
        new("IT_FISCAL_CODE", "@@@@@@**@**@***@|@@@@@@ ##@## @###@|@@@ @@@ ##@## @###@", FiscalCode, 0.95, 0.95, "codice fiscale|cod. fisc|cf|c.f", "@@@@@@##{ABCDEHLMPRST}##@###@"),
        new("IT_VAT_CODE", "###########", id => Luhn(id) && Number(id[..7]) > 0 && Number(id[7..10]) is >= 1 and <= 100 or 120 or 121 or 888 or 999, 0.35, 0.35, "partita iva|p.iva|p. iva|piva|p.i", "#######0###"),
        new("NL_BSN", "#########|####.##.###|### ### ###|#### ## ###", Bsn, 0.3, 0.5, "bsn|burgerservicenummer|sofi|sofinummer|burger service"),
        new("BE_NATIONAL_NUMBER", "###########|##.##.##-###.##|##.##.## ###.##|##.##.##-###-##", Belgian, 0.45, 0.95, "rijksregister|registre national|numéro national|nationaal nummer|national number|insz|niss|bis", "yymmdd#####"),
        new("LU_ID", "#############|#### ## ## #####", id => Number(id[..4]) is > 1850 and < 2100 && IsDay(Two(id, 4), Two(id, 6)) && Luhn(id[..12]) && Verhoeff(string.Concat(id[..11], id[12..])), 0.45, 0.85, "matricule|matrikelnummer|identification|luxembourg", "19yymmdd#####"),
        new("PT_NIF", "#########|### ### ###", id => id[0] is '1' or '2' or '3' or '5' or '6' or '8' or '9' && ((Sum(id, [9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11 % 10) == id[8] - '0' && !IsUniform(id), 0.3, 0.5, "nif|contribuinte|número fiscal|nipc|identificação fiscal|finanças"),
        new("PT_CC", "#########@@#|######## # @@#|######## # @*#|#########@*#", PortugueseCard, 0.6, 0.85, "cartão de cidadão|cartao de cidadao|cc|cidadão|citizen card"),
        new("IE_PPS", "#######@|#######@@|####### @", IrishPps, 0.5, 0.5, "pps|ppsn|personal public service|revenue"),
        new("AT_SVNR", "##########|#### ######|####-######", id => id[0] != '0' && IsDay(Math.Min(Two(id, 6), 12), Two(id, 4)) && Sum(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == id[3] - '0', 0.4, 0.55, "svnr|sv-nr|sv-nummer|sozialversicherung|versicherungsnummer|ssn|e-card", "{123456789}###ddmmyy"),
        new("CH_AHV", "#############|###.####.####.##|### #### #### ##", id => id.StartsWith("756") && Sum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0, 0.85, 0.95, "ahv|avs|avs-nummer|oasi|sozialversicherung|n13", "756##########"),
        new("MT_ID", "#######@", id => id[7] is 'M' or 'G' or 'A' or 'P' or 'L' or 'H' or 'B' or 'Z' && Number(id[..7]) > 0, 0, 0, "malta|maltese|identity card|id card", "#######{MGAPLHBZ}"),
        new("GR_AFM", "#########", id => Sum(id, [0, 128, 64, 32, 16, 8, 4, 2]) + (256 * (id[0] - '0')) is > 0 and var sum && sum % 11 % 10 == id[8] - '0' && !IsUniform(id), 0.3, 0.3, "afm|αφμ|tax registration|φορολογ"),
        new("GR_AMKA", "###########", id => IsDayFirst(id) && Luhn(id), 0.4, 0.4, "amka|αμκα|κοινωνικ", "ddmmyy#####"),
    ];

    // Source: Orden EHA/451/2008 and Real Decreto 1553/2005, the letter is the number modulo 23.
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

    /// <summary>Weights 10 to 1, modulo 11. Source: NHS Data Dictionary, NHS NUMBER.</summary>
    private static bool Nhs(ReadOnlySpan<char> id) => Divides(11, id, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);

    /// <summary>Source: HMRC, National Insurance Manual NIM39110.</summary>
    private static bool Nino(ReadOnlySpan<char> id) =>
        !"DFIQUV".Contains(id[0]) && !"DFIOQUV".Contains(id[1]) && id[8] is >= 'A' and <= 'D' && id[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ");

    /// <summary>The first digit checks the others. Source: HMRC, Modulus checks for unique taxpayer references.</summary>
    private static bool Utr(ReadOnlySpan<char> id) => "21987654321"[Sum(id[1..], [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] == id[0];

    /// <summary>Five letters of the surname filled up with nines, decade, month (women + 50), day, year, initials, number. Source: DVLA, driving licence format INF45.</summary>
    private static bool UkDriver(ReadOnlySpan<char> id)
    {
        var letters = id[..5].TrimEnd('9');
        return !letters.IsEmpty && !letters.ContainsAnyInRange('0', '9') && IsDay(Two(id, 6) % 50, Two(id, 8)) && Two(id, 6) < 63
            && (char.IsAsciiLetter(id[11]) || id[11] == '9') && (char.IsAsciiLetter(id[12]) || id[12] == '9');
    }

    /// <summary>MOD 11,10; of the first ten digits one stands twice or three times. Source: § 139b AO; Bundeszentralamt für Steuern, Prüfziffernberechnung.</summary>
    private static bool DeTaxId(ReadOnlySpan<char> id)
    {
        if (id[0] == '0' || !Mod11And10(id)) return false;
        Span<int> counts = stackalloc int[10];
        foreach (var c in id[..10]) counts[c - '0']++;
        var repeated = 0;
        foreach (var count in counts)
        {
            if (count > 3) return false;
            if (count > 1) repeated++;
        }

        return repeated == 1;
    }

    /// <summary>Area, date of birth, first letter of the name, serial number, check digit. Source: VKVV, § 2 and § 4.</summary>
    private static bool DePension(ReadOnlySpan<char> id)
    {
        if (!IsDay(Two(id, 4), Math.Max(1, Two(id, 2) % 50))) return false;
        var letter = id[8] - 'A' + 1;
        ReadOnlySpan<char> digits = [.. id[..8], (char)('0' + (letter / 10)), (char)('0' + (letter % 10)), .. id[9..11]];
        return DigitSum(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 == id[11] - '0';
    }

    /// <summary>A letter and nine digits, weights 1 and 2. Source: § 290 SGB V, Anlage 1.</summary>
    private static bool DeHealth(ReadOnlySpan<char> id)
    {
        var letter = id[0] - 'A' + 1;
        ReadOnlySpan<char> digits = [(char)('0' + (letter / 10)), (char)('0' + (letter % 10)), .. id[1..9]];
        return DigitSum(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == id[9] - '0';
    }

    private static readonly SearchValues<char> NotInGermanCards = SearchValues.Create("ABDEIOQSU");

    /// <summary>Letters without vowels; with ten places the last checks the others, weights 7, 3, 1. Source: ICAO Doc 9303, part 3, 4.9.</summary>
    private static bool DeCard(ReadOnlySpan<char> id)
    {
        if (id.ContainsAny(NotInGermanCards) || !id[1..].ContainsAnyInRange('0', '9')) return false;
        return id.Length == 9 || (char.IsAsciiDigit(id[9]) && Sum(id, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == id[9] - '0');
    }

    /// <summary>97 minus the number modulo 97; 2A and 2B of Corsica count as 19 and 18. Source: Décret 82-103, annexe.</summary>
    private static bool Nir(ReadOnlySpan<char> id)
    {
        if (id[0] is not ('1' or '2' or '3' or '4' or '7' or '8') || Two(id, 3) is not ((>= 1 and <= 12) or (>= 20 and <= 42) or (>= 50 and <= 99))) return false;
        Span<char> digits = stackalloc char[13];
        id[..13].CopyTo(digits);
        if (char.IsAsciiLetter(id[6]))
        {
            if (id[5] != '2' || id[6] is not ('A' or 'B')) return false;
            (digits[5], digits[6]) = ('1', id[6] == 'A' ? '9' : '8');
        }

        return 97 - (Number(digits) % 97) == Two(id, 13);
    }

    /// <summary>Odd and even places count differently, modulo 26; digits may be letters. Source: Decreto ministeriale 23 dicembre 1976, articoli 7–8.</summary>
    private static bool FiscalCode(ReadOnlySpan<char> id)
    {
        const string odd = "BAKPLCQDREVOSFTGUHMINJWZYX", swapped = "LMNPQRSTUV";
        if (!"ABCDEHLMPRST".Contains(id[8])) return false;
        foreach (var i in (ReadOnlySpan<byte>)[6, 7, 9, 10, 12, 13, 14])
            if (!char.IsAsciiDigit(id[i]) && !swapped.Contains(id[i])) return false;
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(id[i]) ? id[i] - '0' : id[i] - 'A';
            // The value at an odd place is where the character stands in the alphabet of odd places.
            sum += i % 2 == 1 ? value : odd.IndexOf((char)('A' + value), StringComparison.Ordinal);
        }

        return id[15] == 'A' + (sum % 26);
    }

    /// <summary>Weights 9 to 2 and −1, modulo 11. Source: Wet algemene bepalingen burgerservicenummer, Logisch Ontwerp BSN.</summary>
    private static bool Bsn(ReadOnlySpan<char> id) => (Sum(id, [9, 8, 7, 6, 5, 4, 3, 2]) - (id[8] - '0')) % 11 == 0 && !IsUniform(id);

    /// <summary>97 minus the first nine digits modulo 97, a 2 before them from the year 2000 on. Source: Arrêté royal du 3 avril 1984.</summary>
    private static bool Belgian(ReadOnlySpan<char> id)
    {
        var (number, check) = (Number(id[..9]), Two(id, 9));
        return IsDay(Math.Max(1, Two(id, 2) % 20), Math.Max(1, Two(id, 4))) && (97 - (number % 97) == check || 97 - ((number + 2_000_000_000) % 97) == check);
    }

    /// <summary>Luhn's check over values of letters. Source: AMA, Validação de número de documento do cartão de cidadão.</summary>
    private static bool PortugueseCard(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            var value = Value(id[i]) * (i % 2 == 0 ? 2 : 1);
            sum += i % 2 == 0 && value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    /// <summary>Weights 8 to 2, the second letter times 9, modulo 23. Source: Department of Social Protection, Personal Public Service Number.</summary>
    private static bool IrishPps(ReadOnlySpan<char> id)
    {
        var second = id.Length == 9 ? id[8] : 'W';
        return second is (>= 'A' and <= 'I') or 'W' or 'T' && "WABCDEFGHIJKLMNOPQRSTUV"[(Sum(id, [8, 7, 6, 5, 4, 3, 2]) + (second is 'W' or 'T' ? 0 : (second - 'A' + 1) * 9)) % 23] == id[7];
    }
}
