using static NotebookKit.Anonymizing.CheckDigits;

namespace NotebookKit.Anonymizing;

/// <summary>Numbers of banks, vehicles, devices and licences with a check digit.</summary>
internal static partial class NationalIds
{
    private static NationalId[] Registers() =>
    [
        new(EntityTypes.AbaRouting, "#########|####-####-#", Routing, 0.3, 0.6, "routing|aba|rtn|transit|ach|wire", "{0123}########"),
        new(EntityTypes.Vin, "*****************", Vin, 0.8, 0.8, "vin|chassis|vehicle identification|fahrgestell|fin|châssis|chasis|telaio|fahrzeug-ident", "1{FGHJN}@@@###{0123456789X}@@@#####"),
        new(EntityTypes.Vin, "*****************", id => IsVin(id), 0, 0, "vin|chassis|vehicle identification|fahrgestell|fahrzeug-ident|châssis|chasis|bastidor|telaio|chassisnummer"),
        new(EntityTypes.Imei, "###############|##-######-######-#|## ###### ###### #", id => id[0] != '0' && Luhn(id), 0.4, 0.7, "imei|device id|handset|mobile equipment|seriennummer|serial", "35#############"),
        new("MEDICAL_LICENSE", "@@#######", Dea, 0.6, 0.6, "dea|prescriber|medical license|medical licence|physician|registration", "{ABFGMR}@#######"),
    ];

    /// <summary>Weights 3, 7, 1; the first two digits are a district. Source: American Bankers Association, Routing Number Policy.</summary>
    private static bool Routing(ReadOnlySpan<char> id) =>
        Two(id, 0) is (>= 0 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80 && Divides(10, id, [3, 7, 1, 3, 7, 1, 3, 7, 1]);

    /// <summary>Seventeen places without I, O, Q; the last four are digits. Source: ISO 3779.</summary>
    private static bool IsVin(ReadOnlySpan<char> id) => !id.ContainsAny("IOQ") && id.ContainsAnyInRange('A', 'Z') && id[13..].IndexOfAnyExceptInRange('0', '9') < 0 && !IsUniform(id[..8]);

    /// <summary>Letters count 1 to 9, the ninth place checks the others, modulo 11. Source: 49 CFR § 565.15.</summary>
    private static bool Vin(ReadOnlySpan<char> id)
    {
        ReadOnlySpan<byte> letters = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9], weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        if (!IsVin(id)) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += weights[i] * (char.IsAsciiDigit(id[i]) ? id[i] - '0' : letters[id[i] - 'A']);
        return "0123456789X"[sum % 11] == id[8];
    }

    /// <summary>Odd places plus twice the even ones. Source: DEA, Diversion Control Division, registration number.</summary>
    private static bool Dea(ReadOnlySpan<char> id) =>
        "ABCDEFGHJKLMPRSTUX".Contains(id[0]) && (Sum(id[2..], [1, 2, 1, 2, 1, 2]) % 10) == id[8] - '0' && !IsUniform(id[2..]);
}
