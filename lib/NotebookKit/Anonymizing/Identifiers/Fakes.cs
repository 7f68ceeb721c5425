using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Makes invented values that recognizers take for real ones: right lengths and check digits, from ranges that nobody has been given where such ranges exist. Pure: the
/// same type, original and bits give the same value.</summary>
internal static class Fakes
{
    // No bank or scheme issues cards in these: the beginnings that payment services publish for tests.
    private static readonly string[] CardStarts = ["400000", "555555", "222300", "378282", "601111", "356600", "305693", "620000", "630490"];

    private static readonly string[] Words =
    [
        "amber", "birch", "cedar", "coral", "delta", "ember", "fern", "flint", "hazel", "indigo", "juniper", "lark", "linden", "maple", "meadow", "nimbus",
        "olive", "onyx", "opal", "orchid", "pebble", "pine", "quill", "raven", "river", "sage", "sparrow", "thistle", "tulip", "umber", "willow", "wren",
    ];

    // RFC 2606, section 3, and the top level that RFC 2606, section 2, keeps for examples.
    private static readonly string[] Hosts = ["example.com", "example.org", "example.net", "mail.example", "shop.example", "home.example"];

    /// <summary>A value of a type; null where the type has no structure to make one from (names, secrets, addresses of streets).</summary>
    /// <param name="entityType">One of <see cref="EntityTypes"/>.</param>
    /// <param name="like">The original whose length, grouping and case the value keeps as far as the type allows; null for the usual form.</param>
    /// <param name="bits">Where the digits come from.</param>
    public static string? Make(string entityType, string? like, ulong bits)
    {
        var draw = new Draws(bits);
        return entityType switch
        {
            EntityTypes.Email => $"{Word(ref draw)}.{Word(ref draw)}{draw.Next(90) + 10}@{Hosts[draw.Next(Hosts.Length)]}",
            EntityTypes.Phone => FakePhones.Make(like, ref draw),
            EntityTypes.CreditCard => Card(like, ref draw),
            EntityTypes.Iban => Iban(like, ref draw),
            EntityTypes.IpAddress => like?.Contains(':') == true ? Version6(ref draw) : Version4(ref draw),
            EntityTypes.MacAddress => Mac(like, ref draw),
            EntityTypes.UsSsn => Dressed(Ssn(ref draw), like ?? "000-00-0000"),
            EntityTypes.Url => $"https://{Hosts[draw.Next(Hosts.Length)]}/{Word(ref draw)}/{Word(ref draw)}-{draw.Next(900) + 100}",
            EntityTypes.DomainName => $"{Word(ref draw)}-{Word(ref draw)}.{(draw.Next(2) == 0 ? "example" : "example.com")}",
            EntityTypes.Bic => $"XX{(char)('A' + draw.Next(26))}X{(like is { Length: >= 6 } ? like[4..6].ToUpperInvariant() : "DE")}{(char)('A' + draw.Next(26))}{2 + draw.Next(8)}",
            EntityTypes.Crypto => like is null || like.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? "0x" + Redrawn("0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a", 6, ref draw) : WalletCodes.Make(ref draw),
            EntityTypes.Passport => Redrawn(like ?? "C00000000", 26, ref draw),
            EntityTypes.UsPassport => Redrawn(like ?? "000000000", 26, ref draw),
            EntityTypes.UsDriverLicense => Redrawn(like ?? "A0000000", 26, ref draw),
            EntityTypes.DriverLicense when like is not null && like.Length != 16 => Redrawn(like, 26, ref draw),
            EntityTypes.LicensePlate => Redrawn(like ?? "AAA 0000", 26, ref draw),
            EntityTypes.MedicalRecord => like is null ? "MRN-" + Redrawn("0000000", 26, ref draw) : Redrawn(like, 26, ref draw),
            EntityTypes.InsuranceNumber => like is null ? "POL-" + Redrawn("0000000", 26, ref draw) : Redrawn(like, 26, ref draw),
            EntityTypes.PersonalNumber => Redrawn(like ?? "E000000", 26, ref draw),
            EntityTypes.BankAccount => Redrawn(like ?? "0000000000", 26, ref draw),
            _ => NationalIds.Make(entityType, like, ref draw),
        };
    }

    /// <summary>Letters and digits of a value in the grouping and case of another; the value itself where the number of letters and digits differs.</summary>
    internal static string Dressed(string value, string? like)
    {
        if (like is null) return value;
        var length = 0;
        foreach (var c in like)
            if (char.IsAsciiLetterOrDigit(c)) length++;
        if (length != value.Length) return value;
        return string.Create(like.Length, (value, like), static (chars, state) =>
        {
            var taken = 0;
            for (var i = 0; i < chars.Length; i++)
            {
                if (!char.IsAsciiLetterOrDigit(state.like[i])) chars[i] = state.like[i];
                else chars[i] = char.IsAsciiLetterLower(state.like[i]) ? char.ToLowerInvariant(state.value[taken++]) : state.value[taken++];
            }
        });
    }

    /// <summary>Other digits for digits and other letters for letters, of the first so many of the alphabet.</summary>
    private static string Redrawn(string like, int letters, ref Draws draw)
    {
        var chars = like.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsAsciiDigit(chars[i])) chars[i] = (char)('1' + draw.Next(9));
            else if (char.IsAsciiLetterUpper(chars[i])) chars[i] = (char)('A' + draw.Next(letters));
            else if (char.IsAsciiLetterLower(chars[i])) chars[i] = (char)('a' + draw.Next(letters));
        }

        return new(chars);
    }

    private static string Word(ref Draws draw) => Words[draw.Next(Words.Length)];

    private static string Card(string? like, ref Draws draw)
    {
        var digits = Digits(like);
        var start = CardStarts[digits.Length is >= 12 and <= 19 ? StartLike(digits) : draw.Next(2)];
        var length = digits.Length is >= 12 and <= 19 ? digits.Length : 16;
        Span<char> card = stackalloc char[length];
        for (var i = 0; i < length; i++) card[i] = i < start.Length ? start[i] : (char)('0' + draw.Next(10));
        for (card[^1] = '0'; !Chars.PassesLuhn(card); card[^1]++) { }
        return Dressed(card.ToString(), like ?? "0000 0000 0000 0000");
    }

    private static int StartLike(string digits) => digits[0] switch
    {
        '2' => digits.Length == 16 ? 2 : 8,
        '3' => digits.Length == 15 ? 3 : digits.Length == 14 ? 6 : 5,
        '5' => digits.Length == 16 ? 1 : 8,
        '6' => digits.Length == 16 ? digits[1] == '2' ? 7 : 4 : 8,
        _ => digits.Length is 13 or 16 or 19 ? 0 : 8,
    };

    /// <summary>The bank's digits are zero and its letters X: no register has such a bank.</summary>
    private static string Iban(string? like, ref Draws draw)
    {
        var compact = like is null ? "DE00000000000000000000" : Compact(like);
        if (compact.Length < 15 || IbanRecognizer.Length(compact[0], compact[1]) != compact.Length) compact = "DE00000000000000000000";
        var account = compact.ToCharArray();
        var bank = Math.Min(12, 4 + ((account.Length - 4) / 2));
        for (var i = 4; i < account.Length; i++) account[i] = char.IsAsciiLetter(account[i]) ? 'X' : i < bank ? '0' : (char)('0' + draw.Next(10));
        account[2] = account[3] = '0';
        var check = 98 - IbanRecognizer.Remainder(account);
        (account[2], account[3]) = ((char)('0' + (check / 10)), (char)('0' + (check % 10)));
        return Dressed(new(account), like);
    }

    /// <summary>Addresses for documentation. Source: RFC 5737.</summary>
    private static string Version4(ref Draws draw) => $"{(draw.Next(3) switch { 0 => "192.0.2", 1 => "198.51.100", _ => "203.0.113" })}.{draw.Next(254) + 1}";

    /// <summary>Addresses for documentation. Source: RFC 3849.</summary>
    private static string Version6(ref Draws draw) => $"2001:db8:{draw.Next(65535) + 1:x}:{draw.Next(65535) + 1:x}::{draw.Next(65535) + 1:x}";

    /// <summary>Addresses for documentation. Source: RFC 7042, section 2.1.2.</summary>
    private static string Mac(string? like, ref Draws draw)
    {
        var value = $"00005E0053{draw.Next(256):X2}";
        return like is { Length: >= 12 } ? Dressed(like.AsSpan().ContainsAnyInRange('a', 'f') ? value.ToLowerInvariant() : value, like) : Dressed(value, "00:00:00:00:00:00");
    }

    /// <summary>Areas from 850 on were given to nobody before areas lost their meaning in 2011.</summary>
    private static string Ssn(ref Draws draw) => $"{850 + draw.Next(50)}{1 + draw.Next(99):00}{1 + draw.Next(9999):0000}";

    internal static string Digits(string? text) => text is null ? "" : string.Concat(text.Where(char.IsAsciiDigit));

    internal static string Compact(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Numbers that follow from bits alone.</summary>
    internal struct Draws(ulong bits)
    {
        private ulong count;

        /// <summary>A number from 0 to <paramref name="limit"/> − 1.</summary>
        public int Next(int limit) => (int)((StableHash.Combine(bits, ++count) >> 11) % (ulong)limit);
    }
}
