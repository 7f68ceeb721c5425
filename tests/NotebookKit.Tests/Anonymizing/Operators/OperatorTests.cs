using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class OperatorTests
{
    private static readonly Operator[] Written = [.. Operator.All];

    [Theory]
    [InlineData("placeholder", "PERSON", "Jane Fairweather", "[NAME]")]
    [InlineData("numbered", "PERSON", "Jane Fairweather", "[NAME_1]")]
    [InlineData("mask", "PHONE_NUMBER", "(212) 555-0147", "(***) ***-****")]
    [InlineData("remove", "PERSON", "Jane Fairweather", "")]
    [InlineData("keep", "PERSON", "Jane Fairweather", "Jane Fairweather")]
    [InlineData("remove-row", "PERSON", "Jane Fairweather", "[NAME]")]
    [InlineData("generalize", "AGE", "37", "30-39")]
    [InlineData("generalize", "AGE", "7 years old", "0-9 years old")]
    [InlineData("generalize", "AGE", "aged 90", "aged 90+")]
    [InlineData("generalize", "AGE", "104", "90+")]
    [InlineData("generalize", "AGE", "thirty", "[AGE]")]
    [InlineData("generalize", "ZIP_CODE", "94105", "941**")]
    [InlineData("generalize", "ZIP_CODE", "CA 94105-1234", "941**")]
    [InlineData("generalize", "ZIP_CODE", "03601", "000**")]
    [InlineData("generalize", "ZIP_CODE", "10115 Berlin", "101**")]
    [InlineData("generalize", "ZIP_CODE", "SW1A 1AA", "SW1A")]
    [InlineData("generalize", "ZIP_CODE", "m11ae", "m1")]
    [InlineData("generalize", "ZIP_CODE", "K1A 0B1", "K1* ***")]
    [InlineData("generalize", "ZIP_CODE", "1012 AB", "10** **")]
    [InlineData("generalize", "DATE_TIME", "3 March 2024", "2024")]
    [InlineData("generalize", "DATE_TIME", "next Monday", "[DATE]")]
    [InlineData("generalize", "DATE_OF_BIRTH", "1980-05-04", "1980")]
    [InlineData("generalize", "DATE_OF_BIRTH", "4.5.1931", "90+")]
    [InlineData("generalize", "IP_ADDRESS", "203.0.113.77", "203.0.113.0/24")]
    [InlineData("generalize", "IP_ADDRESS", "2001:db8:12:34::5", "2001:db8:12::/48")]
    [InlineData("generalize", "IP_ADDRESS", "host", "[IP]")]
    [InlineData("generalize", "LOCATION", "Lisbon", "[LOCATION]")]
    [InlineData("shift-date", "PERSON", "Jane", "[NAME]")]
    [InlineData("shift-date", "DATE_TIME", "tomorrow", "[DATE]")]
    public void Each_operator_writes_what_it_says(string name, string type, string value, string expected) =>
        Assert.Equal(expected, Operator.Parse(name, null).Replace(new(type, value) { AsOf = new(2026, 3, 31, 0, 0, 0, TimeSpan.Zero) }));

    [Fact]
    public void Every_name_parses_with_and_without_its_hyphen_in_any_case()
    {
        foreach (var with in Written)
        {
            Assert.Same(with, Operator.Parse(with.Name, null));
            Assert.Same(with, Operator.Parse(" " + with.Name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant(), null));
        }

        Assert.Contains("shift-date, generalize, keep, remove-row", Assert.Throws<FormatException>(() => Operator.Parse("hash", null)).Message, StringComparison.Ordinal);
        Assert.False(Operator.TryParse(null, null, out _));
    }

    public static TheoryData<string, string, string> Spellings => new()
    {
        { EntityTypes.Email, "Jane.Fairweather@Mail.Example", "jane.fairweather@mail.example" },
        { EntityTypes.Email, "jane.f (at) mail (dot) example", "jane.f@mail.example" },
        { EntityTypes.Phone, "+1 (212) 555-0147", "212.555.0147" },
        { EntityTypes.Phone, "+44 (0)20 7946 0123", "0044 20 79460123" },
        { EntityTypes.CreditCard, "4000 0000 0000 0002", "4000-0000-0000-0002" },
        { EntityTypes.Iban, "DE02 1203 0000 0000 2020 51", "de02120300000000202051" },
        { EntityTypes.MacAddress, "00-00-5E-00-53-01", "00:00:5e:00:53:01" },
        { EntityTypes.UsSsn, "900-12-3456", "900 12 3456" },
        { EntityTypes.Person, "Zoë Ångström", "ZOE ANGSTROM" },
        { EntityTypes.Person, "Dr. Anna Berg", "Berg, Anna" },
        { EntityTypes.Person, "Anna Berg's", "anna  berg" },
        { EntityTypes.UserName, "@Jane_F", "jane_f" },
        { EntityTypes.DateTime, "3 March 2024", "2024-03-03" },
    };

    [Theory, MemberData(nameof(Spellings))]
    public void Two_spellings_of_one_thing_have_one_pseudonym(string type, string one, string other)
    {
        Assert.Equal(Operator.Pseudonym.Replace(new(type, one)), Operator.Pseudonym.Replace(new(type, other)));
        Assert.NotEqual(Operator.Pseudonym.Replace(new(type, one)), Operator.Pseudonym.Replace(new(type, one) { Key = SecretKey.FromSeed(2) }));
    }

    [Theory]
    [InlineData(EntityTypes.ApiKey, "aB3dE6", "ab3de6")]
    [InlineData(EntityTypes.Email, "jo@mail.example", "jo@mail2.example")]
    [InlineData(EntityTypes.Phone, "+49 30 23125 001", "+33 30 23125 001")]
    [InlineData(EntityTypes.Person, "Anna Berg", "Anna Bark")]
    public void Two_things_have_two_pseudonyms(string type, string one, string other) =>
        Assert.NotEqual(Operator.Pseudonym.Replace(new(type, one)), Operator.Pseudonym.Replace(new(type, other)));

    [Fact]
    public void An_operator_of_ones_own_is_a_short_class()
    {
        var stage = new Anonymizer { Operator = new Initials() };
        Assert.Equal("I am J.F., write to J.", stage.MaskText("I am Jane Fairweather, write to jane.f@mail.example"));
        Assert.Contains("\"operator\":\"initials\"", stage.Describe().Options, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_never_shows_its_value_by_accident() => Assert.Equal("[SECRET]", $"{new Entity(EntityTypes.ApiKey, "hunter2-hunter2")}");

    public static TheoryData<string> Hostile =>
    [
        "", " ", "\uD83D\uDE00", "\uD800", "\uDC00x", "\0", "\u0301\u0301", "[NAME]", "''", "-", "@", "@@", "://", "-----", "/24", "𝐉𝐚𝐧𝐞", "٣٧", "O'", "\u200B",
        new string('9', 4000), new string('a', 100_000), string.Concat(Enumerable.Repeat("Jane O'Brien-", 4000)), string.Concat(Enumerable.Repeat("1.2.", 5000)),
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_values_give_some_text_for_every_operator_and_type(string value)
    {
        foreach (var with in Written)
            foreach (var type in EntityTypes.All.Append("MY_TYPE"))
            {
                var entity = new Entity(type, value);
                var replacement = with.Replace(entity);
                Assert.Equal(replacement, with.Replace(new(type, value)));
                if (with != Operator.Keep && value.Length > 1000 && char.IsLetterOrDigit(value[0]) && with != Operator.Mask)
                    Assert.DoesNotContain(value[..1000], replacement, StringComparison.Ordinal);
            }
    }

    private sealed record Initials : Operator
    {
        public override string Name => "initials";

        public override string Replace(Entity entity) => string.Concat(entity.Identity.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + "."));
    }
}
