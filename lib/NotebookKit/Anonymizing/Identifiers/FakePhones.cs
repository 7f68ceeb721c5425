namespace NotebookKit.Anonymizing;

/// <summary>Telephone numbers that nobody has: ranges that the regulators keep for films and books.</summary>
internal static class FakePhones
{
    /// <summary>Country code, national number without trunk prefix, trunk prefix; <c>d</c> is any digit. Sources: NANPA (555-0100 to 555-0199), Ofcom "Telephone numbers for use in TV and
    /// radio drama", ARCEP decision 2018-0881 (art. 2.5.12), Bundesnetzagentur "Rufnummern für Medienproduktionen", ACMA "Phone numbers for use in TV shows, films and creative works",
    /// ComReg Numbering Conditions (020 91), PTS "Telefonnummer för böcker och filmer".</summary>
    private static readonly (string Code, string Number, string Trunk)[] Reserved =
    [
        ("1", "20255501dd", ""), ("1", "21255501dd", ""), ("1", "41555501dd", ""), ("1", "31255501dd", ""),
        ("44", "1632960ddd", "0"), ("44", "2079460ddd", "0"), ("44", "7700900ddd", "0"), ("44", "1614960ddd", "0"),
        ("33", "19900dddd", "0"), ("33", "63998dddd", "0"), ("33", "46571dddd", "0"),
        ("49", "3023125ddd", "0"), ("49", "6990009ddd", "0"), ("49", "8999998ddd", "0"), ("49", "17139200dd", "0"), ("49", "176040690dd", "0"),
        ("61", "25550dddd", "0"), ("61", "370105ddd", "0"), ("61", "491570dd6", "0"),
        ("353", "2091ddddd", "0"), ("46", "70174060d", "0"), ("46", "31390060d", "0"), ("46", "84650040d", "0"),
    ];

    /// <summary>How a number is written where nothing is given to follow.</summary>
    private static readonly string[] Usual = ["(000) 000-0000", "000-000-0000", "+0 000-000-0000"];

    /// <summary>A number like another: the same country where a plus says it, the same grouping where the length allows.</summary>
    public static string Make(string? like, ref Fakes.Draws draw)
    {
        if (like is null)
        {
            var usual = Usual[draw.Next(Usual.Length)];
            return Fakes.Dressed((usual[0] == '+' ? "1" : "") + Fill(Reserved[draw.Next(4)].Number, ref draw), usual);
        }

        var end = Extension(like);
        var extension = end > 0 ? like[end..] : "";
        var main = end > 0 ? like[..end] : like;
        var digits = Fakes.Digits(main);
        var start = main.AsSpan().Trim().TrimStart('(').StartsWith("+") ? 0 : digits.StartsWith("011", StringComparison.Ordinal) ? 3 : digits.StartsWith("00", StringComparison.Ordinal) ? 2 : -1;
        Span<int> fitting = stackalloc int[Reserved.Length];
        var count = 0;
        for (var i = 0; i < Reserved.Length; i++)
        {
            var (code, number, trunk) = Reserved[i];
            if (start >= 0 ? digits.AsSpan(start).StartsWith(code) && digits.Length == start + code.Length + number.Length : (trunk + number).Length == digits.Length && digits.StartsWith('0') == (trunk.Length > 0)) fitting[count++] = i;
        }

        if (count == 0) return Fakes.Dressed(Inner(digits, ref draw), main) + Changed(extension, ref draw);
        var chosen = Reserved[fitting[draw.Next(count)]];
        return Fakes.Dressed((start >= 0 ? digits[..start] + chosen.Code : chosen.Trunk) + Fill(chosen.Number, ref draw), main) + Changed(extension, ref draw);
    }

    /// <summary>No range is kept for the country: country, network and area stay, all that tells subscribers apart is drawn.</summary>
    private static string Inner(string digits, ref Fakes.Draws draw)
    {
        var chars = digits.ToCharArray();
        for (var i = Math.Min(digits.Length / 2, 5); i < chars.Length; i++) chars[i] = (char)('0' + draw.Next(10));
        return new(chars);
    }

    /// <summary>Where an extension begins, with its word; 0 or less where there is none.</summary>
    private static int Extension(string like)
    {
        for (var i = 1; i < like.Length; i++)
            if ((char.IsLetter(like[i]) || like[i] == '#') && like.AsSpan(0, i).ContainsAnyInRange('0', '9')) return i;
        return -1;
    }

    private static string Changed(string extension, ref Fakes.Draws draw)
    {
        var chars = extension.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
            if (char.IsAsciiDigit(chars[i])) chars[i] = (char)('1' + draw.Next(9));
        return new(chars);
    }

    private static string Fill(string pattern, ref Fakes.Draws draw)
    {
        var chars = pattern.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
            if (chars[i] == 'd') chars[i] = (char)('0' + draw.Next(10));
        return new(chars);
    }
}
