namespace NotebookKit.Anonymizing;

/// <summary>Check digit systems that many numbers share. Values are ASCII digits and upper-case letters without separators.</summary>
internal static class CheckDigits
{
    // Verhoeff's multiplication table of the dihedral group D5, and the powers of his permutation. Source: J. Verhoeff, Error Detecting Decimal Codes, 1969.
    private const string Dihedral = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
    private const string Permuted = "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

    /// <summary>Luhn's check; false where all digits are the same. Source: ISO/IEC 7812-1, annex B.</summary>
    public static bool Luhn(ReadOnlySpan<char> id) => Chars.PassesLuhn(id);

    /// <summary>Verhoeff's check.</summary>
    public static bool Verhoeff(ReadOnlySpan<char> id)
    {
        var check = 0;
        for (var i = 0; i < id.Length; i++)
            check = Dihedral[(check * 10) + Permuted[(i % 8 * 10) + id[id.Length - 1 - i] - '0'] - '0'] - '0';
        return check == 0 && !IsUniform(id);
    }

    /// <summary>The sum of digits times weights; letters count from 10 on.</summary>
    public static int Sum(ReadOnlySpan<char> id, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * Value(id[i]);
        return sum;
    }

    /// <summary>The sum of the digits' sums of digits times weights.</summary>
    public static int DigitSum(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = weights[i] * (digits[i] - '0');
            sum += (product / 10) + (product % 10);
        }

        return sum;
    }

    /// <summary>MOD 11,10 over digits, the last one the check digit. Source: ISO/IEC 7064, hybrid systems.</summary>
    public static bool Mod11And10(ReadOnlySpan<char> id)
    {
        var rest = 10;
        foreach (var c in id[..^1])
        {
            var sum = (rest + c - '0') % 10;
            rest = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (rest + id[^1] - '0') % 10 == 1 && !IsUniform(id);
    }

    /// <summary>A letter or digit as a number: A is 10.</summary>
    public static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    /// <summary>Digits as a number, up to 18 of them.</summary>
    public static long Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var c in digits) number = (number * 10) + c - '0';
        return number;
    }

    /// <summary>Two digits as a number.</summary>
    public static int Two(ReadOnlySpan<char> id, int at) => ((id[at] - '0') * 10) + id[at + 1] - '0';

    /// <summary>True where month and day are a day of some year.</summary>
    public static bool IsDay(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= (month == 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31);

    /// <summary>True where year, month and day stand at an index, two digits each.</summary>
    public static bool IsYearFirst(ReadOnlySpan<char> id, int at = 0) => IsDay(Two(id, at + 2), Two(id, at + 4));

    /// <summary>True where day, month and year stand at an index, two digits each.</summary>
    public static bool IsDayFirst(ReadOnlySpan<char> id, int at = 0) => IsDay(Two(id, at + 2), Two(id, at));

    /// <summary>True where all characters are the same.</summary>
    public static bool IsUniform(ReadOnlySpan<char> id) => id.IndexOfAnyExcept(id[0]) < 0;
}
