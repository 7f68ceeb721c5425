using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class NumberRecognizerTests
{
    private static readonly Masker Masker = new Anonymizer().For();

    /// <summary>The finds as "TYPE text", so that a failure shows what was cut wrongly.</summary>
    private static string[] Find(string text) => [.. Masker.Find(text).Select(s => $"{s.Type} {text[s.Start..s.End]}")];

    [Theory]
    [InlineData("call +49 30 901820 now", "+49 30 901820")]
    [InlineData("ring +1 (415) 555-0132 ext. 77", "+1 (415) 555-0132 ext. 77")]
    [InlineData("Tel.: 030/1234567", "030/1234567")]
    [InlineData("(212) 555-0199", "(212) 555-0199")]
    [InlineData("212-555-0199x12 is mine", "212-555-0199x12")]
    [InlineData("my number is 98765 43210", "98765 43210")]
    [InlineData("Mobile: 07700 900123", "07700 900123")]
    [InlineData("0043 1 5131007", "0043 1 5131007")]
    [InlineData("phone 9876543210.", "9876543210")]
    [InlineData("06 12 34 56 78", "06 12 34 56 78")]
    [InlineData("call ٠٣٠ ١٢٣٤ ٥٦٧٨", "٠٣٠ ١٢٣٤ ٥٦٧٨")]
    public void A_phone_number_is_found_whole(string text, string number) => Assert.Equal([$"PHONE_NUMBER {number}"], Find(text));

    [Theory]
    [InlineData("on 2024-01-31 at 12:30")]
    [InlineData("2024-01-31T12:30:45.123Z")]
    [InlineData("31.12.2024, 01/02/2023 or 1-2-23")]
    [InlineData("it costs 1.234.567,89 € or $1,234,567.89")]
    [InlineData("order 4711-0815-123 arrived")]
    [InlineData("Order number: 302-8841923-55")]
    [InlineData("order #1234567890")]
    [InlineData("version 10.0.19041.1237")]
    [InlineData("sha 3f786850e387550fdab836ed7e6dc881de23001b")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("1700000000 seconds, 1700000000123 ms")]
    [InlineData("from 1998-2004 and 2005-2010")]
    [InlineData("ISBN 978-3-16-148410-0")]
    [InlineData("12345 67890 rows in 0.123456789 s")]
    [InlineData("x = [10, 200, 3000, 40000]")]
    public void What_only_looks_like_a_number_of_a_person_stays(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("378282246310005")]
    [InlineData("3782 822463 10005")]
    [InlineData("5555555555554444")]
    [InlineData("4222222222222")]
    [InlineData("6304 9000 1774 0292 441")]
    public void A_card_number_is_found_where_scheme_and_check_digit_are_right(string card) =>
        Assert.Equal([$"CREDIT_CARD {card}"], Find($"card {card}, please"));

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("1234567812345670")]
    [InlineData("0000000000000000")]
    [InlineData("41111111111111111111")]
    [InlineData("0.4111111111111111")]
    public void Another_long_number_is_no_card(string number) => Assert.DoesNotContain(Find($"number {number} is it"), f => f.StartsWith("CREDIT", StringComparison.Ordinal));

    [Fact]
    public void A_date_behind_a_card_does_not_hide_the_card() => Assert.Contains("CREDIT_CARD 4111 1111 1111 1111", Find("4111 1111 1111 1111 12/28"));

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("de89370400440532013000")]
    [InlineData("GB82 WEST 1234 5698 7654 32")]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("NO93 8601 1117 947")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    public void An_iban_is_found_in_any_case_and_grouping(string iban) => Assert.Equal([$"IBAN_CODE {iban}"], Find($"IBAN {iban}."));

    [Theory]
    [InlineData("DE88 3704 0044 0532 0130 00")]
    [InlineData("DE8937040044053201300")]
    [InlineData("XX89370400440532013000")]
    public void A_wrong_check_length_or_country_is_no_iban(string iban) => Assert.DoesNotContain(Find(iban), f => f.StartsWith("IBAN", StringComparison.Ordinal));

    [Theory]
    [InlineData("from 203.0.113.195 today", "203.0.113.195")]
    [InlineData("[2001:db8:85a3::8a2e:370:7334]:443", "2001:db8:85a3::8a2e:370:7334")]
    [InlineData("fe80::1ff:fe23:4567:890a", "fe80::1ff:fe23:4567:890a")]
    [InlineData("d80:e4b5:79da:6cf6:71f3:51f7:9161:c319", "d80:e4b5:79da:6cf6:71f3:51f7:9161:c319")]
    public void An_address_of_either_version_is_found(string text, string address) => Assert.Equal([$"IP_ADDRESS {address}"], Find(text));

    [Theory]
    [InlineData("127.0.0.1 and 0.0.0.0 and 255.255.255.0")]
    [InlineData("version 10.2.33.44")]
    [InlineData("v1.2.3.4 or 1.2.3.4.5")]
    [InlineData("256.1.1.300")]
    [InlineData("std::vector and a::b at 12:30:45")]
    public void A_version_a_time_and_a_loopback_are_no_address(string text) => Assert.Empty(Find(text));

    [Fact]
    public void The_address_of_hardware_is_no_ip_address() => Assert.Equal(["MAC_ADDRESS 3e:c8:d5:df:b5:59"], Find("3e:c8:d5:df:b5:59"));

    [Theory]
    [InlineData("SSN 521-44-9382", "521-44-9382")]
    [InlineData("social security number is 521449382", "521449382")]
    [InlineData("521-44-9382", "521-44-9382")]
    public void A_social_security_number_is_found(string text, string number) => Assert.Equal([$"US_SSN {number}"], Find(text));

    [Theory]
    [InlineData("000-44-9382")]
    [InlineData("666-44-9382")]
    [InlineData("906-14-4085")]
    [InlineData("521-00-9382")]
    [InlineData("521-44-0000")]
    [InlineData("1521-44-9382")]
    public void A_number_that_is_never_given_out_is_no_ssn(string number) => Assert.DoesNotContain(Find(number), f => f.StartsWith("US_SSN", StringComparison.Ordinal));
}
