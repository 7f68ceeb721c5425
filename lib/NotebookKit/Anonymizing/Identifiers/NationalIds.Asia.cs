using static NotebookKit.Anonymizing.CheckDigits;

namespace NotebookKit.Anonymizing;

/// <summary>Asia, Oceania and Africa.</summary>
internal static partial class NationalIds
{
    private static NationalId[] Asia() =>
    [
        new("IN_PAN", "@@@@@####@", id => "ABCFGHLJPTK".Contains(id[3]) && !id[5..9].SequenceEqual("0000"), 0.7, 0.7, "pan|permanent account|income tax", "@@@P@####@"),
        new("IN_AADHAAR", "############|#### #### ####|####-####-####", id => id[0] > '1' && Verhoeff(id), 0.4, 0.5, "aadhaar|aadhar|adhaar|uidai|uid"),
        new("IN_VOTER", "@@@#######", id => Luhn(id[3..]), 0.3, 0.3, "voter|epic|election"),
        new("IN_GSTIN", "##@@@@@####@*@*", Gstin, 0.9, 0.9, "gst|gstin", "27@@@P@####@1Z*"),
        new("SG_NRIC_FIN", "@#######@", Singapore, 0.8, 0.8, "nric|fin|singapore|identity card", "{STFGM}#######@"),
        new("KR_RRN", "#############|######-#######", id => IsYearFirst(id), 0.3, 0.75, "주민등록|주민번호|외국인등록|resident registration|rrn|jumin", "yymmdd{1234}######"),
        new("TH_TNIN", "#############|#-####-#####-##-#|# #### ##### ## #", id => id[0] is >= '1' and <= '8' && (11 - (Sum(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == id[12] - '0', 0.35, 0.9, "บัตรประชาชน|ประจำตัว|thai id|thai national|citizen id"),
        new("JP_MY_NUMBER", "############|#### #### ####|####-####-####", id => (11 - (Sum(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 % 10 == id[11] - '0' && !IsUniform(id), 0.3, 0.5, "マイナンバー|個人番号|my number|mynumber|individual number"),
        new("CN_RESIDENT_ID", "#################*|###### ######## ###*", Chinese, 0.95, 0.95, "身份证|身分证|居民|resident id|chinese id", "{123456}#####19yymmdd####"),
        new("TW_ID", "@#########", Taiwanese, 0.55, 0.55, "身分證|統一編號|taiwan", "@{12}########"),
        new("HK_HKID", "@######*|@######(*)|@@######(*)|@@######*", HongKong, 0.35, 0.9, "hkid|hong kong|身份證|identity card", "@#######"),
        new("MY_NRIC", "############|######-##-####", id => IsYearFirst(id) && Two(id, 6) is not (0 or 17 or 18 or 19 or 20 or 69 or 70 or 73 or 80 or 81 or 94 or 95 or 96 or 97), 0.3, 0.8, "mykad|kad pengenalan|nric|no. k/p|no kp|malaysia", "yymmdd08####"),
        new("ID_NIK", "################", id => id[0] != '0' && IsDay(Two(id, 8), Two(id, 6) % 40) && !IsUniform(id), 0.3, 0.3, "nik|ktp|nomor induk|indonesia", "3201##ddmmyy####"),
        new("PK_CNIC", "#############|#####-#######-#", id => id[0] is >= '1' and <= '7' && !IsUniform(id), 0, 0.8, "cnic|nadra|pakistan", "35202########"),
        new("AE_EMIRATES_ID", "###############|###-####-#######-#", id => id.StartsWith("784") && Two(id, 3) is 19 or 20, 0.75, 0.95, "emirates id|eid|uae|هوية", "78419##########"),
        new("SA_ID", "##########", id => id[0] is '1' or '2' && Luhn(id), 0.3, 0.3, "iqama|saudi|الهوية|إقامة|absher", "{12}#########"),
        new("IL_ID", "#########|########-#|########|#######-#", id => Luhn(id), 0.3, 0.45, "teudat zehut|תעודת זהות|ת.ז|ת\"ז|israeli id"),
        new("KZ_IIN", "############", Kazakh, 0.4, 0.4, "иин|iin|жсн", "yymmdd######"),
        new("AU_TFN", "#########|### ### ###|###-###-###", id => Divides(11, id, [1, 4, 3, 7, 5, 8, 6, 9, 10]), 0.3, 0.5, "tfn|tax file"),
        new("AU_ABN", "###########|## ### ### ###|##-###-###-###", Abn, 0.45, 0.7, "abn|business number|australian business"),
        new("AU_ACN", "#########|### ### ###|###-###-###", id => (10 - (Sum(id, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 == id[8] - '0' && !IsUniform(id), 0.3, 0.5, "acn|company number|australian company"),
        new("AU_MEDICARE", "##########|#### ##### #|###########|#### ##### # #|#### ##### #/#|####-#####-#", id => id[0] is >= '2' and <= '6' && Sum(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == id[8] - '0' && !IsUniform(id[..9]), 0.3, 0.55, "medicare", "{23456}#########"),
        new("NZ_IRD", "#########|###-###-###|### ### ###|########|##-###-###", NewZealand, 0.25, 0.45, "ird|inland revenue", "0########|{456789}#######"),
    ];

    private static NationalId[] Southern() =>
    [
        new("ZA_ID", "#############|###### #### ###|###### #### ## #", id => IsYearFirst(id) && id[10] is '0' or '1' or '2' && Luhn(id), 0.45, 0.8, "south african|rsa id|id number|identity number|id no|sa id", "yymmdd####08#"),
        new("EG_NATIONAL_ID", "##############", id => id[0] is '2' or '3' && IsYearFirst(id, 1) && Two(id, 7) is (>= 1 and <= 35) or 88, 0.4, 0.4, "الرقم القومي|egypt", "2yymmdd01#####"),
        new("NG_NIN", "###########", id => !IsUniform(id) && id[0] != '0', 0, 0, "nin|nigeria|nimc"),
    ];

    /// <summary>MOD 36 over letters and digits, places weighted 1 and 2. Source: GSTN, GST system, GSTIN structure.</summary>
    private static bool Gstin(ReadOnlySpan<char> id)
    {
        if (Two(id, 0) is < 1 or > 38 || id[12] == '0' || id[13] != 'Z') return false;
        var sum = 0;
        for (var i = 0; i < 14; i++)
        {
            var product = Value(id[i]) * (1 + (i % 2));
            sum += (product / 36) + (product % 36);
        }

        return (36 - (sum % 36)) % 36 == Value(id[14]);
    }

    /// <summary>Weights 2, 7 to 2; T and G begin at 4, M at 3. Source: Immigration and Checkpoints Authority, NRIC and FIN.</summary>
    private static bool Singapore(ReadOnlySpan<char> id)
    {
        var rest = (Sum(id[1..], [2, 7, 6, 5, 4, 3, 2]) + (id[0] switch { 'T' or 'G' => 4, 'M' => 3, _ => 0 })) % 11;
        return id[0] switch { 'S' or 'T' => "JZIHGFEDCBA"[rest] == id[8], 'F' or 'G' => "XWUTRQPNMLK"[rest] == id[8], 'M' => "XWUTRQPNJLK"[rest] == id[8], _ => false };
    }

    /// <summary>Region, date of birth, serial number, ISO 7064 MOD 11-2. Source: GB 11643-1999.</summary>
    private static bool Chinese(ReadOnlySpan<char> id) =>
        id[0] is (>= '1' and <= '6') or '8' or '9' && Two(id, 6) is 18 or 19 or 20 && IsDay(Two(id, 10), Two(id, 12))
        && "10X98765432"[Sum(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] == id[17];

    /// <summary>The letter is a number of two digits; weights 1, 9 to 1, 1, modulo 10. Source: Ministry of the Interior, R.O.C., national identification card.</summary>
    private static bool Taiwanese(ReadOnlySpan<char> id)
    {
        const string order = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
        var letter = 10 + order.IndexOf(id[0], StringComparison.Ordinal);
        return id[1] is '1' or '2' or '8' or '9' && ((letter / 10) + (letter % 10 * 9) + Sum(id[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }

    /// <summary>Weights 9 to 1, a space before one letter counts 36, modulo 11, ten is A. Source: Immigration Department, HKSAR, identity card.</summary>
    private static bool HongKong(ReadOnlySpan<char> id)
    {
        if (id[^1] != 'A' && !char.IsAsciiDigit(id[^1])) return false;
        var sum = id.Length == 8 ? 36 * 9 : Value(id[0]) * 9;
        var rest = id.Length == 8 ? id : id[1..];
        return (sum + Sum(rest, [8, 7, 6, 5, 4, 3, 2, 1])) % 11 == 0;
    }

    /// <summary>Weights 1 to 11, or 3 to 11, 1 and 2 where the rest is ten. Source: Постановление Правительства РК № 853.</summary>
    private static bool Kazakh(ReadOnlySpan<char> id)
    {
        if (!IsYearFirst(id) || id[6] > '6') return false;
        var rest = Sum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
        if (rest == 10) rest = Sum(id, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
        return rest == id[11] - '0';
    }

    /// <summary>One less in the first place, weights 10, 1, 3 to 19, modulo 89. Source: Australian Business Register, Format of the ABN.</summary>
    private static bool Abn(ReadOnlySpan<char> id) => id[0] != '0' && (Sum(id, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;

    /// <summary>Two sets of weights, modulo 11. Source: Inland Revenue, Resident withholding tax specification, IRD number validation.</summary>
    private static bool NewZealand(ReadOnlySpan<char> id)
    {
        if (Number(id) is < 10_000_000 or > 150_000_000) return false;
        ReadOnlySpan<char> nine = id.Length == 9 ? id : ['0', .. id];
        var rest = (11 - (Sum(nine, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
        if (rest == 10) rest = (11 - (Sum(nine, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11;
        return rest == nine[8] - '0';
    }
}
