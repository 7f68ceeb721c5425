using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class IdentifierTests
{
    private static readonly Masker Masker = new Anonymizer { Types = EntityTypes.All }.For();

    private static string[] Find(string text, params string[] types) =>
        [.. Masker.Find(text).Where(s => types.Length == 0 || types.Contains(s.Type)).Select(s => $"{s.Type} {text[s.Start..s.End]}")];

    [Theory]
    [InlineData("see https://example.com/a?b=1#c.", "URL https://example.com/a?b=1#c")]
    [InlineData("(http://www.example.org/x_(y))", "URL http://www.example.org/x_(y)")]
    [InlineData("<ftp://files.example.net/>", "URL ftp://files.example.net/")]
    [InlineData("at example.com/path today", "URL example.com/path")]
    [InlineData("visit www.example.co.uk!", "DOMAIN_NAME www.example.co.uk")]
    [InlineData("mail via SamuelSmith.com, please", "DOMAIN_NAME SamuelSmith.com")]
    [InlineData("on bücher.de.", "DOMAIN_NAME bücher.de")]
    [InlineData("EXAMPLE.COM is up", "DOMAIN_NAME EXAMPLE.COM")]
    [InlineData("api.shop.example.io:8080/v1", "URL api.shop.example.io:8080/v1")]
    public void A_web_address_and_a_domain_are_found(string text, string found) => Assert.Contains(found, Find(text, EntityTypes.Url, EntityTypes.DomainName));

    [Theory]
    [InlineData("readme.md, Program.cs, app.py, main.rs, build.sh and style.css")]
    [InlineData("foo.bar() and string.com() and System.IO and ASP.NET and Console.In")]
    [InlineData("the end.It was late.to be sure.and so on")]
    [InlineData("version 1.2.3, v2.0.0-rc.1, 3.14 and 10.5.io")]
    [InlineData("e.g. this, i.e. that, a.m. and U.S.")]
    [InlineData("this.info = x.name; self.id; request.app")]
    public void A_file_a_version_and_a_call_are_no_domain(string text) => Assert.Empty(Find(text, EntityTypes.Url, EntityTypes.DomainName));

    [Theory]
    [InlineData("MAC 00:00:5E:00:53:AF", "MAC_ADDRESS 00:00:5E:00:53:AF")]
    [InlineData("3e:c8:d5:df:b5:59", "MAC_ADDRESS 3e:c8:d5:df:b5:59")]
    [InlineData("00-00-5e-00-53-01 up", "MAC_ADDRESS 00-00-5e-00-53-01")]
    [InlineData("0000.5e00.53af", "MAC_ADDRESS 0000.5e00.53af")]
    [InlineData("MAC address 00005e005301", "MAC_ADDRESS 00005e005301")]
    [InlineData("fe80::1ff:fe23:4567:890a%eth0 is it", "IP_ADDRESS fe80::1ff:fe23:4567:890a%eth0")]
    [InlineData("198.51.100.0/24", "IP_ADDRESS 198.51.100.0")]
    [InlineData("\"jo doe\"@example.com", "EMAIL_ADDRESS \"jo doe\"@example.com")]
    [InlineData("jo@[192.0.2.1]", "EMAIL_ADDRESS jo@[192.0.2.1]")]
    [InlineData("jo+tag@例え.jp", "EMAIL_ADDRESS jo+tag@例え.jp")]
    [InlineData("DE 89 3704 0044 0532 0130 00", "IBAN_CODE DE 89 3704 0044 0532 0130 00")]
    [InlineData("DE89.3704.0044.0532.0130.00", "IBAN_CODE DE89.3704.0044.0532.0130.00")]
    [InlineData("my IBAN is DE88370400440532013000", "IBAN_CODE DE88370400440532013000")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "CREDIT_CARD 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    [InlineData("my credit card number is 4111 1111 1111 1112", "CREDIT_CARD 4111 1111 1111 1112")]
    [InlineData("2223 0000 4841 0010", "CREDIT_CARD 2223 0000 4841 0010")]
    [InlineData("213112345678904 JCB", "CREDIT_CARD 213112345678904")]
    [InlineData("4000000000000000006", "CREDIT_CARD 4000000000000000006")]
    [InlineData("BIC: DEUTDEFF500", "BIC_CODE DEUTDEFF500")]
    [InlineData("SWIFT code CHASUS33", "BIC_CODE CHASUS33")]
    [InlineData("IBAN DE89370400440532013000, COBADEFFXXX", "BIC_CODE COBADEFFXXX")]
    [InlineData("send to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "CRYPTO 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "CRYPTO bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "CRYPTO bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "CRYPTO 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("passport number C01X00T47", "PASSPORT C01X00T47")]
    [InlineData("My US passport no. is 340020013", "US_PASSPORT 340020013")]
    [InlineData("Reisepass-Nr. C01X00T47", "PASSPORT C01X00T47")]
    [InlineData("my driver's license number is D1234567", "US_DRIVER_LICENSE D1234567")]
    [InlineData("Führerschein B072RRE2I55", "DRIVER_LICENSE B072RRE2I55")]
    [InlineData("Patient: Ann (MRN: MRN-2006383)", "MEDICAL_RECORD MRN-2006383")]
    [InlineData("patient id 4711823", "MEDICAL_RECORD 4711823")]
    [InlineData("Versicherungsnummer: KV-8812345", "INSURANCE_NUMBER KV-8812345")]
    [InlineData("policy number POL-7654321", "INSURANCE_NUMBER POL-7654321")]
    [InlineData("employee ID E104233", "PERSONAL_NUMBER E104233")]
    [InlineData("license plate 7ABC123", "LICENSE_PLATE 7ABC123")]
    [InlineData("Kennzeichen: B-MW 1234", "LICENSE_PLATE B-MW 1234")]
    [InlineData("number plate AB12 CDE", "LICENSE_PLATE AB12 CDE")]
    [InlineData("Account: 9406135368, thanks", "US_BANK_NUMBER 9406135368")]
    [InlineData("Kontonummer 0532013000", "US_BANK_NUMBER 0532013000")]
    [InlineData("sort code 20-00-00", "US_BANK_NUMBER 20-00-00")]
    [InlineData("SSN 906-14-4085", "US_SSN 906-14-4085")]
    public void An_identifier_is_found_whole(string text, string found) => Assert.Contains(found, Find(text));

    [Theory]
    [InlineData("12:30:45:10:20:30:40 and 00:00:00:00:00:00 and ff:ff:ff:ff:ff:ff", EntityTypes.MacAddress)]
    [InlineData("from 10-11-12 to 2020-10-04", EntityTypes.MacAddress)]
    [InlineData("DOCUMENT and RESEARCH, a SWIFT answer in SWIFTUI", EntityTypes.Bic)]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb and d41d8cd98f00b204e9800998ecf8427e", EntityTypes.Crypto)]
    [InlineData("my account was opened in 2019, account 12 of 2020", EntityTypes.BankAccount)]
    [InlineData("a passport costs 60 and takes 10 days, order 123456", EntityTypes.Passport)]
    [InlineData("Your policy of 2023 covers 100000 and more", EntityTypes.InsuranceNumber)]
    [InlineData("the MIT license 2.0, version 12345678", EntityTypes.UsDriverLicense)]
    [InlineData("Order 123456782 and 1234567890 items, 100 000 000 rows", "NL_BSN")]
    [InlineData("id 17291716060 in a table", "TR_KIMLIK")]
    [InlineData("a hash 12345678z and 54362315k", "ES_NIF")]
    public void A_look_alike_stays(string text, string type) => Assert.Empty(Find(text, type));

    public static TheoryData<string> Made => [.. EntityTypes.All.Except([EntityTypes.ApiKey, EntityTypes.Person, EntityTypes.StreetAddress, EntityTypes.Postcode, EntityTypes.DateOfBirth, EntityTypes.UserName,
        EntityTypes.Location, EntityTypes.Organization, EntityTypes.DateTime, EntityTypes.Age, EntityTypes.Title, EntityTypes.Nrp, .. NationalIds.Types])];

    [Theory, MemberData(nameof(Made))]
    public void An_invented_identifier_is_found_behind_its_word_and_is_the_same_every_time(string type)
    {
        var word = type switch
        {
            EntityTypes.Bic => "BIC",
            EntityTypes.BankAccount => "account number",
            EntityTypes.Passport => "passport number",
            EntityTypes.UsPassport => "US passport number",
            EntityTypes.UsDriverLicense => "driver's license",
            EntityTypes.LicensePlate => "license plate",
            EntityTypes.MedicalRecord => "MRN",
            EntityTypes.InsuranceNumber => "policy number",
            EntityTypes.PersonalNumber => "employee id",
            EntityTypes.Phone => "call",
            _ => "at",
        };
        for (var bits = 1ul; bits <= 50; bits++)
        {
            var value = Fakes.Make(type, null, bits);
            Assert.Equal(value, Fakes.Make(type, null, bits));
            Assert.Contains($"{type} {value}", Find($"{word} {value}"));
        }
    }

    [Theory]
    [InlineData(EntityTypes.Phone, "+1 (415) 867-5309 ext. 7")]
    [InlineData(EntityTypes.Phone, "020 7123 4567")]
    [InlineData(EntityTypes.Phone, "+33 6 12 34 56 78")]
    [InlineData(EntityTypes.Phone, "+351 912 345 678")]
    [InlineData(EntityTypes.CreditCard, "3782-822463-10005")]
    [InlineData(EntityTypes.CreditCard, "5105 1051 0510 5100")]
    [InlineData(EntityTypes.Iban, "GB82 WEST 1234 5698 7654 32")]
    [InlineData(EntityTypes.Iban, "fr1420041010050500013m02606")]
    [InlineData(EntityTypes.UsSsn, "521-44-9382")]
    [InlineData(EntityTypes.MacAddress, "3e:c8:d5:df:b5:59")]
    public void An_invented_value_keeps_length_and_grouping(string type, string like)
    {
        for (var bits = 1ul; bits <= 20; bits++)
        {
            var value = Fakes.Make(type, like, bits)!;
            Assert.Equal(like.Length, value.Length);
            Assert.Equal(like.Select(c => char.IsLetterOrDigit(c) ? 'x' : c), value.Select(c => char.IsLetterOrDigit(c) ? 'x' : c));
            Assert.Contains($"{type} {value}", Find($"at {value}"));
        }
    }

    [Fact]
    [Trait("Size", "Large")]
    public void Megabytes_of_hostile_numbers_take_time_in_proportion()
    {
        // Not timed: a quadratic scanner would not end within the time a test run is given.
        foreach (var unit in (string[])["12-", "a1", "1.a.", "123-45-6789 ", "0a:", "x://", "example.com.", "1 2 3 ", "account 1234567 ", "bic ABCDDEFF ", "A1-", "https://a.b/)))", "+49 (0) ", "\"@", "@[1.", "0x1", "1-800-A"])
        {
            var text = string.Concat(Enumerable.Repeat(unit, 3_000_000 / unit.Length));
            Assert.NotNull(Masker.Find(text));
        }

        Assert.Equal(100_000, Find(string.Concat(Enumerable.Repeat("521-44-9382 and ", 100_000)), EntityTypes.UsSsn).Length);
    }
}
