namespace NotebookKit.Anonymizing;

/// <summary>The numbering plans of the world: which country codes there are, how long the numbers behind them may be, and how countries without a trunk prefix group their digits.</summary>
internal static class PhonePlans
{
    /// <summary>Country code, least and most digits behind it. Source: ITU-T E.164 list of assigned country codes; ITU Operational Bulletin, national numbering plans.</summary>
    private const string Lengths =
        "1:10-10 7:10-10 20:8-10 27:9-9 30:10-10 31:9-9 32:8-9 33:9-9 34:9-9 36:8-9 39:6-11 40:9-9 41:9-9 43:6-13 44:9-10 45:8-8 46:7-10 47:8-8 48:9-9 49:6-13 51:8-9 52:10-11 53:6-8 54:10-11 55:10-11 56:9-9 57:8-10 "
        + "58:10-10 60:8-10 61:9-9 62:7-12 63:8-10 64:8-10 65:8-8 66:8-9 81:9-10 82:8-11 84:9-10 86:10-12 90:10-10 91:10-10 92:9-10 93:9-9 94:9-9 95:7-10 98:10-10 211:9-9 212:9-9 213:8-9 216:8-8 218:9-9 220:7-7 221:9-9 "
        + "222:8-8 223:8-8 224:8-9 225:8-10 226:8-8 227:8-8 228:8-8 229:8-10 230:7-8 231:7-9 232:8-8 233:9-9 234:8-10 235:8-8 236:8-8 237:8-9 238:7-7 239:7-7 240:9-9 241:7-8 242:7-9 243:9-9 244:9-9 245:7-9 246:7-7 248:7-7 "
        + "249:9-9 250:9-9 251:9-9 252:7-9 253:8-8 254:9-9 255:9-9 256:9-9 257:8-8 258:8-9 260:9-9 261:9-10 262:9-9 263:9-10 264:8-9 265:7-9 266:8-8 267:7-8 268:7-8 269:7-7 291:7-7 297:7-7 298:6-6 299:6-6 350:8-8 351:9-9 "
        + "352:6-11 353:7-9 354:7-9 355:8-9 356:8-8 357:8-8 358:6-12 359:7-9 370:8-8 371:8-8 372:7-8 373:8-8 374:8-8 375:9-9 376:6-9 377:8-9 378:6-10 380:9-9 381:7-10 382:8-8 383:8-8 385:8-9 386:8-8 387:8-8 389:8-8 420:9-9 "
        + "421:9-9 423:7-9 501:7-7 502:8-8 503:8-8 504:8-8 505:8-8 506:8-8 507:7-8 508:6-6 509:8-8 590:9-9 591:8-8 592:7-7 593:8-9 594:9-9 595:9-9 596:9-9 597:6-7 598:8-8 599:7-8 670:7-8 672:6-6 673:7-7 674:7-7 675:7-8 676:5-7 "
        + "677:5-7 678:5-7 679:7-7 680:7-7 685:5-7 686:5-8 687:6-6 689:6-8 691:7-7 692:7-7 800:8-8 808:8-8 850:8-10 852:8-8 853:8-8 855:8-9 856:8-10 870:9-9 880:8-10 886:8-9 960:7-7 961:7-8 962:8-9 963:8-9 964:8-10 965:8-8 "
        + "966:8-9 967:7-9 968:8-8 970:8-9 971:8-9 972:8-9 973:8-8 974:8-8 975:9-9 976:8-8 977:8-10 992:9-9 993:8-8 994:9-9 995:9-9 996:9-9 998:9-9";

    /// <summary>How numbers without a trunk prefix are grouped: country, digits of the groups, what the first group may begin with, score. Source: the regulators' plans as the ITU
    /// Operational Bulletin lists them.</summary>
    private static readonly (string Groups, string[] Begins, double Score)[] Forms =
    [
        Form("3222", "6 7 8 9", 0.5), Form("333", "6 7 8 9 2 3 5", 0.4), Form("2322", "9 8", 0.5), // Spain; Portugal, Poland, Czechia
        Form("2222", "2 3 4 5 6 7 8 9", 0.35), Form("323", "4 9", 0.45), // Denmark, Norway
        Form("2322", "1 2 3 4 5 6 7 8", 0.4), // Poland
        Form("244", "55 33 81 56", 0.5), Form("244", "1 2 3 4 5 6 7 8 9", 0.35), Form("254", "1 2 3 4 5 6 7 8 9", 0.5), // Mexico, Brazil
        Form("55", "6 7 8 9", 0.4), Form("46", "6 7 8 9", 0.35), // India
        Form("37", "3", 0.5), Form("37", "2 6", 0.4), // Italy, Greece
        Form("344", "13 14 15 16 17 18 19", 0.6), // China
        Form("13322", "7 8", 0.65), Form("1334", "7 8", 0.5), Form("3322", "4 5 8 9", 0.5), // Russia, Turkey
        Form("433", "1300 1800", 0.55), Form("44", "6 8 9", 0.3), // Australia, Singapore
    ];

    private static readonly byte[] Least = new byte[1000], Most = new byte[1000];

    static PhonePlans()
    {
        foreach (var plan in Lengths.Split(' '))
        {
            var (colon, dash) = (plan.IndexOf(':', StringComparison.Ordinal), plan.IndexOf('-', StringComparison.Ordinal));
            var code = (int)CheckDigits.Number(plan.AsSpan(0, colon));
            (Least[code], Most[code]) = ((byte)CheckDigits.Number(plan.AsSpan(colon + 1, dash - colon - 1)), (byte)CheckDigits.Number(plan.AsSpan(dash + 1)));
        }
    }

    /// <summary>How a country code and a number fit the country's plan: 2 by code and length, 1 by code alone, 0 where there is no such code.</summary>
    /// <param name="digits">The digits behind the plus or the international prefix.</param>
    /// <param name="trunk">How many of them are a trunk prefix in brackets, <c>+44 (0)20</c>, that is not dialled.</param>
    public static int Fit(ReadOnlySpan<char> digits, int trunk)
    {
        var code = 0;
        for (var length = 1; length <= 3 && length < digits.Length; length++)
        {
            code = (code * 10) + digits[length - 1] - '0';
            if (Most[code] == 0) continue;
            var rest = digits.Length - length - trunk;
            return rest >= Least[code] && rest <= Most[code] && (code != 1 || digits[1] is not ('0' or '1')) ? 2 : 1;
        }

        return 0;
    }

    /// <summary>The score of groups by the forms of countries; 0 where none has it.</summary>
    public static double National(ReadOnlySpan<char> text, DigitGroups number)
    {
        foreach (var (groups, begins, score) in Forms)
        {
            if (groups.Length != number.Count || !HasGroups(number, groups)) continue;
            var first = number.Group(text, 0);
            foreach (var begin in begins)
                if (first.StartsWith(begin)) return groups == "254" && number.Group(text, 1)[0] != '9' ? 0 : score;
        }

        return 0;
    }

    private static bool HasGroups(DigitGroups number, string groups)
    {
        for (var i = 0; i < groups.Length; i++)
            if (number.Length(i) != groups[i] - '0') return false;
        return true;
    }

    private static (string Groups, string[] Begins, double Score) Form(string groups, string begins, double score) => (groups, begins.Split(' '), score);
}
