using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class SurrogateTests
{
    public static TheoryData<string, string> Values => new()
    {
        { EntityTypes.Person, "Jane Fairweather" }, { EntityTypes.Person, "TOM ASHDOWN" }, { EntityTypes.Person, "Jürgen von der Heiden-Müller" }, { EntityTypes.Person, "Саша Верескова" },
        { EntityTypes.Person, "王小明" }, { EntityTypes.Person, "山田 花子" }, { EntityTypes.Person, "김가온" }, { EntityTypes.Person, "نور البستاني" }, { EntityTypes.Person, "Robin Ashford" },
        { EntityTypes.Email, "jane.fairweather@mail.example" }, { EntityTypes.Email, "jf77@example.com" }, { EntityTypes.Email, "support@example.com" }, { EntityTypes.Email, "42@example.org" },
        { EntityTypes.Phone, "(212) 555-0147" }, { EntityTypes.Phone, "+44 20 7946 0123" }, { EntityTypes.Phone, "06 39 98 12 34" }, { EntityTypes.Phone, "+86 138 0013 8000" },
        { EntityTypes.CreditCard, "4000 0000 0000 0002" }, { EntityTypes.CreditCard, "3782-822463-10005" }, { EntityTypes.Iban, "DE02 1203 0000 0000 2020 51" }, { EntityTypes.Iban, "GB33BUKB20201555555555" },
        { EntityTypes.IpAddress, "192.0.2.17" }, { EntityTypes.IpAddress, "2001:db8::17" }, { EntityTypes.MacAddress, "00:00:5e:00:53:17" }, { EntityTypes.UsSsn, "900-12-3456" },
        { EntityTypes.ApiKey, "hunter2-Hunter3" }, { EntityTypes.ApiKey, "https://jo:secret77@db.example/x" }, { EntityTypes.StreetAddress, "12 Elm Street, Apt 4" }, { EntityTypes.StreetAddress, "Lindenstraße 5" },
        { EntityTypes.Postcode, "94105" }, { EntityTypes.Postcode, "SW1A 1AA" }, { EntityTypes.DateOfBirth, "1980-05-04" }, { EntityTypes.DateTime, "5 March 2024" }, { EntityTypes.UserName, "@jane_f77" },
        { EntityTypes.Url, "https://jane.example/cv" }, { EntityTypes.DomainName, "jane.example" }, { EntityTypes.Location, "Lisbon" }, { EntityTypes.Location, "San José" }, { EntityTypes.Location, "東京" },
        { EntityTypes.Organization, "Fairweather & Sons Ltd" }, { EntityTypes.Organization, "University of Lisbon" }, { EntityTypes.Age, "37" }, { EntityTypes.Age, "0" }, { EntityTypes.Age, "17" }, { EntityTypes.Age, "18" },
        { "MY_TYPE", "B#77" },
    };

    [Theory, MemberData(nameof(Values))]
    public void No_surrogate_equals_its_original_and_the_same_key_gives_the_same(string type, string value)
    {
        var seen = new HashSet<string>();
        for (ulong seed = 0; seed < 200; seed++)
        {
            var surrogate = Operator.Surrogate.Replace(new(type, value) { Key = SecretKey.FromSeed(seed), Subject = "s" });
            Assert.False(string.Equals(surrogate, value, StringComparison.OrdinalIgnoreCase), $"{type} '{value}' stayed");
            Assert.False(string.IsNullOrWhiteSpace(surrogate));
            Assert.Equal(surrogate, Operator.Surrogate.Replace(new(type, value) { Key = SecretKey.FromSeed(seed), Subject = "s" }));
            seen.Add(surrogate);
        }

        Assert.True(seen.Count > 2, $"only {seen.Count} surrogates of 200 keys");
    }

    [Theory]
    [InlineData("4000 0000 0000 0002")]
    [InlineData("5105-1051-0510-5100")]
    [InlineData("378282246310005")]
    [InlineData("6011 1111 1111 1117")]
    public void Cards_keep_their_grouping_and_pass_luhn(string card)
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            var surrogate = Operator.Surrogate.Replace(new(EntityTypes.CreditCard, card) { Key = SecretKey.FromSeed(seed) });
            Assert.Equal(Shape(card), Shape(surrogate));
            Assert.True(Chars.PassesLuhn(surrogate), surrogate);
            Assert.Equal(card[0], surrogate[0]);
        }
    }

    [Theory]
    [InlineData("DE02 1203 0000 0000 2020 51")]
    [InlineData("GB33BUKB20201555555555")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    public void Accounts_keep_country_and_grouping_and_pass_mod_97(string iban)
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            var surrogate = Operator.Surrogate.Replace(new(EntityTypes.Iban, iban) { Key = SecretKey.FromSeed(seed) });
            Assert.Equal(iban[..2], surrogate[..2]);
            Assert.Equal(Shape(iban).Replace('a', 'A'), Shape(surrogate).Replace('a', 'A'));
            var moved = string.Concat(surrogate.Where(char.IsAsciiLetterOrDigit)) is var plain ? plain[4..] + plain[..4] : "";
            Assert.Equal(1, (int)(System.Numerics.BigInteger.Parse(string.Concat(moved.Select(c => char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(System.Globalization.CultureInfo.InvariantCulture))), System.Globalization.CultureInfo.InvariantCulture) % 97));
        }
    }

    [Theory]
    [InlineData(EntityTypes.Email, "jane@corp.example", @"^[a-z0-9.]+@example\.(com|org|net)$")]
    [InlineData(EntityTypes.Phone, "(415) 555-2671", @"^\(\d{3}\) 555-01\d\d$")]
    [InlineData(EntityTypes.Phone, "+1 415-555-2671", @"^\+1 \d{3}-555-01\d\d$")]
    [InlineData(EntityTypes.Phone, "+44 7700 123456", @"^\+44 (7700 900|1632 960|2079 460|1614 960)\d{3}$")]
    [InlineData(EntityTypes.IpAddress, "10.1.2.3", @"^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$")]
    [InlineData(EntityTypes.IpAddress, "fe80::1", "^2001:db8:")]
    [InlineData(EntityTypes.DateOfBirth, "04.05.1980", @"^\d\d\.\d\d\.(1979|1980|1981)$")]
    [InlineData(EntityTypes.Organization, "Fairweather GmbH", @"^[A-Z][a-z]+ GmbH$")]
    [InlineData(EntityTypes.Organization, "University of Lisbon", @"^University of [A-Z][a-z]+$")]
    [InlineData(EntityTypes.StreetAddress, "12 Elm Street, Apt 4", @"^[1-9]\d [A-Z][a-z]+ Street, Apt [1-9]$")]
    [InlineData(EntityTypes.StreetAddress, "Lindenstraße 5", @"^[A-Z][a-z]+straße [1-9]$")]
    [InlineData(EntityTypes.Postcode, "SW1A 1AA", @"^[A-Z]{2}\d[A-Z] \d[A-Z]{2}$")]
    [InlineData(EntityTypes.UserName, "@jane_f77", @"^@[a-z]{4}_[a-z]\d\d$")]
    [InlineData(EntityTypes.ApiKey, "aB3-dE6", @"^[a-z][A-Z]\d-[a-z][A-Z]\d$")]
    [InlineData(EntityTypes.Age, "17 years", @"^1\d years$")]
    public void Surrogates_come_from_reserved_ranges_in_the_format_of_the_original(string type, string value, string pattern)
    {
        for (ulong seed = 0; seed < 50; seed++) Assert.Matches(pattern, Operator.Surrogate.Replace(new(type, value) { Key = SecretKey.FromSeed(seed) }));
    }

    [Fact]
    public void Parts_of_a_name_stand_for_the_parts_of_one_invented_person()
    {
        string Of(string value) => Operator.Surrogate.Replace(new(EntityTypes.Person, value) { Identity = "jane mary fairweather" });
        var words = Of("Jane Mary Fairweather").Split(' ');
        Assert.Equal(3, words.Length);
        Assert.Equal(words[0], Of("Jane"));
        Assert.Equal(words[0].ToUpperInvariant(), Of("JANE"));
        Assert.Equal(words[2] + "'s", Of("Fairweather's"));
        Assert.Equal($"{words[2]}, {words[0]}", Of("Fairweather, Jane"));
        Assert.Equal($"Dr. {words[0][..1]}. {words[2].ToLowerInvariant()}", Of("Dr. J. fairweather"));
    }

    [Theory]
    [InlineData("Саша Верескова", '\u0400', '\u04FF')]
    [InlineData("Ορέστη Ελατάδης", '\u0370', '\u03FF')]
    [InlineData("王小明", '\u4E00', '\u9FFF')]
    [InlineData("김가온", '\uAC00', '\uD7A3')]
    [InlineData("ヤマダ ハナコ", '\u30A0', '\u30FF')]
    public void Names_stay_in_their_script(string name, char first, char last)
    {
        var surrogate = Operator.Surrogate.Replace(new(EntityTypes.Person, name));
        Assert.All(surrogate.Where(char.IsLetter), c => Assert.InRange(c, first, last));
        Assert.Equal(name.Contains(' '), surrogate.Contains(' '));
    }

    public static TheoryData<string> Types => [.. EntityTypes.All];

    [Theory, MemberData(nameof(Types))]
    public void Every_type_with_a_structure_keeps_it(string type)
    {
        for (ulong bits = 1; bits < 40; bits++)
        {
            if (Fakes.Make(type, null, bits) is not { } value) return;
            var surrogate = Operator.Surrogate.Replace(new(type, value));
            Assert.NotEqual(value, surrogate);
            Assert.NotEmpty(surrogate);
            if (type is not (EntityTypes.Url or EntityTypes.DomainName or EntityTypes.Email or EntityTypes.IpAddress)) Assert.Equal(value.Length, surrogate.Length);
        }
    }

    [Fact]
    public void Few_of_ten_thousand_people_share_an_invented_one()
    {
        string[] forenames = ["Jo", "Ada", "Jane", "Bruno", "Marisa", "Quillon"];
        var people = Enumerable.Range(0, 10_000).Select(i => Operator.Surrogate.Replace(new(EntityTypes.Person, $"{forenames[i % 6]} Num{new string('x', i % 5)}{i}")));
        Assert.InRange(people.Distinct().Count(), 9_000, 10_000);
    }

    [Fact]
    public void Mail_follows_the_invented_person_of_the_name_that_it_spells()
    {
        var person = Operator.Surrogate.Replace(new(EntityTypes.Person, "Jane Fairweather")).ToLowerInvariant().Split(' ');
        Assert.Matches($@"^{person[0]}\.{person[1]}\d\d@example\.", Operator.Surrogate.Replace(new(EntityTypes.Email, "Jane.Fairweather@mail.example")));
        Assert.Matches($"^{person[0]}_{person[1]}\\d\\d@example\\.", Operator.Surrogate.Replace(new(EntityTypes.Email, "jane_fairweather77@mail.example")));
        Assert.Matches(@"^support\d\d@example\.", Operator.Surrogate.Replace(new(EntityTypes.Email, "support@mail.example")));
    }

    private static string Shape(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? '0' : char.IsAsciiLetter(c) ? 'a' : c));
}
