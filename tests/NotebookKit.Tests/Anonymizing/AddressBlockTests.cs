using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class AddressBlockTests
{
    [Theory]
    [InlineData("Ship to 4712 Exempelbacken 7 Apt. 12\nEXAMPLEVILLE, nan 18237 please", "4712 Exempelbacken 7 Apt. 12\nEXAMPLEVILLE, nan 18237")]
    [InlineData("it is 0815 Beispielhalde 9\n Suite 62\n ARENFELD\n Norway", "0815 Beispielhalde 9\n Suite 62\n ARENFELD\n Norway")]
    [InlineData("They moved to 61 Rosewood Heath Apt. 7\nMAPLETON, ZQ 14908 last year", "61 Rosewood Heath Apt. 7\nMAPLETON, ZQ 14908")]
    [InlineData("Jane Doe\n233 Minta tér 19.\n Suite 282\n Mintafalva\n Hungary 34796\n(37) 555-010", "233 Minta tér 19.\n Suite 282\n Mintafalva\n Hungary 34796")]
    [InlineData("see 8812 Mintabakken 40\nColdwater Springs\n, CO\n 70079, thanks", "8812 Mintabakken 40\nColdwater Springs\n, CO\n 70079")]
    [InlineData("at 14 Minta Péter u. 9. Suite 38\nExampleton, 43 73313", "14 Minta Péter u. 9. Suite 38\nExampleton, 43 73313")]
    [InlineData("to 12 Example Dr Ostrander Ridge\n Apt. 24\n Sampleford\n South Africa 68793", "12 Example Dr Ostrander Ridge\n Apt. 24\n Sampleford\n South Africa 68793")]
    [InlineData("P.O. Box 149 Sample Union\n Apt. 5\n Testvik\n Greenland 52888", "P.O. Box 149 Sample Union\n Apt. 5\n Testvik\n Greenland 52888")]
    [InlineData("in 77 Sample Point\n Apt. 8\n Testopolis\n Cyprus (Greek) 25572.", "77 Sample Point\n Apt. 8\n Testopolis\n Cyprus (Greek) 25572")]
    [InlineData("to 3536 1659 Sample St\n Apt. 39\n Testpan\n South Africa 70651\n082 490 1693", "3536 1659 Sample St\n Apt. 39\n Testpan\n South Africa 70651")]
    [InlineData("> 12 Sample Lane\n> Flat 3\n> Exampleton\n> Ireland\n> bye", "12 Sample Lane\n> Flat 3\n> Exampleton\n> Ireland")]
    [InlineData("??? 66029 138 Sample Place\n??? Apt. 50\n??? Testfield\n??? New Zealand 57006", "66029 138 Sample Place\n??? Apt. 50\n??? Testfield\n??? New Zealand 57006")]
    [InlineData("send it to uscgc samplename\nfpo ae 44941?", "uscgc samplename\nfpo ae 44941")]
    [InlineData("Unit 8524 Box 0911\nDPO AE 44941", "Unit 8524 Box 0911\nDPO AE 44941")]
    [InlineData("12 Rosewood\nSampleway\nIreland\n", "12 Rosewood\nSampleway\nIreland")]
    [InlineData("Sample Cottage, 5 Rosewood, Apartment 9, Exampleton, Kenya", "5 Rosewood, Apartment 9, Exampleton, Kenya")]
    public void A_block_without_a_known_street_is_found_by_what_follows(string text, string address) => Finds.Only(text, EntityTypes.StreetAddress, address);

    [Theory]
    [InlineData("his address: 450 Mustervænget 15, then", "450 Mustervænget 15")]
    [InlineData("The bus stops at 9383 ul. Przykładowa 61 and", "9383 ul. Przykładowa 61")]
    [InlineData("drop me at 77 Musterstraße 5 now", "77 Musterstraße 5")]
    [InlineData("the courier left it at 7781 Exempelhalla 7 St.", "7781 Exempelhalla 7")]
    [InlineData("hallo graag bezorgen op molenplein 3.", "molenplein 3")]
    [InlineData("bitte in die rosenweg 6 kommen", "rosenweg 6")]
    [InlineData("naar kerkgracht 783hs gegaan", "kerkgracht 783hs")]
    [InlineData("parti au 3 bis, rue de Verdun par erreur", "3 bis, rue de Verdun")]
    [InlineData("ci siamo trasferiti in vicolo dei mille 1.", "vicolo dei mille 1")]
    [InlineData("abito in via san marco 28.", "via san marco 28")]
    [InlineData("Paketet gick till Box 913 av misstag", "Box 913")]
    [InlineData("{\"street\": \"Marienring 53\", \"qty\": 15}", "Marienring 53")]
    public void A_street_is_found_with_the_number_before_it_and_in_small_letters(string text, string address) => Finds.Only(text, EntityTypes.StreetAddress, address);

    [Theory]
    [InlineData("Stop at the corner of Oak Street and Mill Lane.", "Oak Street and Mill Lane")]
    [InlineData("the corner of Musterstraat 99 and Sample Coves", "Musterstraat 99 and Sample Coves")]
    [InlineData("intersection of 5th and Main", "5th and Main")]
    [InlineData("Ecke Lindenstraße / Gartenweg", "Lindenstraße / Gartenweg")]
    public void A_corner_is_found_with_both_streets(string text, string address) => Finds.Only(text, EntityTypes.StreetAddress, address);

    [Theory]
    [InlineData("at the corner of 11 Sample Road St. and Minta Gateway St. now", "11 Sample Road St", "Minta Gateway St")]
    [InlineData("the corner of Musterbaan 473 St. and Minta Loop St.", "Musterbaan 473 St", "Minta Loop St")]
    public void The_streets_of_a_corner_that_have_their_own_words_are_two(string text, params string[] streets) => Assert.Equal(streets, Finds.Of(text, EntityTypes.StreetAddress));

    [Theory]
    [InlineData("She lives on Musterstätten 50 street.", "Musterstätten 50")]
    [InlineData("the bus stops at 74678 mintavollen 130 st.", "74678 mintavollen 130")]
    [InlineData("The shop is on Old Compton Street today.", "Old Compton Street")]
    [InlineData("psc 4115, box 7815\napo aa 41945", "psc 4115, box 7815\napo aa 41945")]
    public void A_street_that_the_word_ends_is_found(string text, string street) => Finds.Only(text, EntityTypes.StreetAddress, street);

    [Theory]
    [InlineData("It opens on May 5 street parking.")]
    [InlineData("We saw it on Sesame Street.")]
    [InlineData("Only 5 street lamps of 12 work.")]
    [InlineData("the word on the street")]
    public void Streets_of_other_things_stay(string text) => Assert.Empty(Finds.Of(text, EntityTypes.StreetAddress));

    [Fact]
    public void A_post_abroad_is_not_told_apart()
    {
        const string text = "It is USNV Samplename\nFPO AA 68422";
        Assert.Equal([(6, text.Length, EntityTypes.StreetAddress)], new Anonymizer { Types = EntityTypes.All }.For().Find(text).Select(s => (s.Start, s.End, s.Type)));
    }

    [Theory]
    [InlineData("5 apples and pears")]
    [InlineData("5 Apples and Pears, please")]
    [InlineData("3 Tickets, Paris, France")]
    [InlineData("Chapter 3 Unit 5\nThe Long Way Home")]
    [InlineData("Windows 11 Suite 5 is out")]
    [InlineData("In 2008 Beijing Olympics\nSummer\nChina")]
    [InlineData("the corner of the room and the hall")]
    [InlineData("at the corner of Hope and Despair")]
    [InlineData("He finished on startplatz 3")]
    [InlineData("we lived in Berlin 5 years")]
    [InlineData("Order 4711 Red Shoes, 2 Blue Hats")]
    [InlineData("12 Monkeys\nDrama\n129 minutes")]
    [InlineData("I own 3 Dogs, 2 Cats, and a Horse")]
    [InlineData("version 4712 Build 7")]
    [InlineData("Box 5 is heavy")]
    [InlineData("April\tO\n21\tO\n,\tO\n2014\tO\nATTEND\tO\n")]
    [InlineData("9\tFEET\tO\nOF\tO\nSNOW\tO\nIN\tO\n")]
    public void Numbers_and_names_without_an_address_behind_them_stay(string text) => Assert.Empty(Finds.Of(text, EntityTypes.StreetAddress));

    [Theory]
    [InlineData("ticket 4711 Musterstraße 5", "Musterstraße 5")]
    [InlineData("order no 48123 12 Oak Street", "12 Oak Street")]
    [InlineData("In 2019 Musterstraße 5 was sold", "Musterstraße 5")]
    [InlineData("call 030 555 0123 Musterstraße 5", "Musterstraße 5")]
    [InlineData("We have 12 Musterstraße 5 keys", "Musterstraße 5")]
    public void A_number_of_something_else_is_no_part_of_the_address(string text, string address) => Finds.Only(text, EntityTypes.StreetAddress, address);

    [Fact]
    public void Telephone_numbers_behind_the_postcode_are_their_own()
    {
        const string text = "385 Sample St\n Apt. 46\n Testburg\n South Africa 89082\n021 555 0123";
        Assert.Equal([text[..text.LastIndexOf('\n')]], Finds.Of(text, EntityTypes.StreetAddress));
    }

    [Theory]
    [InlineData("12 Rosewood ")]
    [InlineData("5 Aaa Bbb 7 Apt. 9\n")]
    [InlineData("corner of Aa and ")]
    [InlineData("??? 1 Apt. 5\n")]
    [InlineData("Exampleton, ZQ ")]
    [InlineData("IDENTIFIED BY '")]
    [InlineData("deliver to 12345 ")]
    public void Text_that_almost_has_blocks_without_end_is_read_to_its_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        var masker = new Anonymizer { Types = [EntityTypes.StreetAddress, EntityTypes.Postcode, EntityTypes.ApiKey, EntityTypes.UserName], MinScore = 0.25 }.For();
        Assert.All(masker.Find(text), s => Assert.InRange(s.End, s.Start + 1, text.Length));
    }
}
