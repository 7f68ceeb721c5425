using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

/// <summary>Codes, names and peoples as chats write them: in small letters, with the words for them somewhere before.</summary>
public class SmallLetterTests
{
    [Theory]
    [InlineData("bic: xxtxdee6", "xxtxdee6")]
    [InlineData("bic ist jetzt xxqxdek4.", "xxqxdek4")]
    [InlineData("the bic you have on file for me is xxrxded6.", "xxrxded6")]
    [InlineData("could you update the bic to xxrxdeg7?", "xxrxdeg7")]
    [InlineData("swift code: abcddeffxxx", "abcddeffxxx")]
    [InlineData("bij u staat als bic xxuxdec3 genoteerd", "xxuxdec3")]
    [InlineData("bic: xxqxdekk", "xxqxdekk")]
    public void A_code_of_a_bank_is_found(string text, string code) => Finds.Only(text, EntityTypes.Bic, code);

    [Theory]
    [InlineData("ich will ohne bic bezahlen")]
    [InlineData("bic: required")]
    [InlineData("thanks for your swift response and swift delivery")]
    [InlineData("my swift mypeople2 build fails in xcode")]
    [InlineData("the bic is gone. now xxtxdee6 appears")]
    [InlineData("a bicycle with tiredeb5 wheels")]
    [InlineData("bic and iban are missing, reinstall")]
    public void Words_beside_the_word_for_it_stay(string text) => Assert.Empty(Finds.Of(text, EntityTypes.Bic));

    [Theory]
    [InlineData("als führerscheinnummer ist bei ihnen gmnfe 259051 tl5ot hinterlegt.")]
    [InlineData("en su ficha figura número de permiso de conducir: gmnfe 259051 tl5ot.")]
    [InlineData("merci de corriger, numéro de permis de conduire : gmnfe 259051 tl5ot.")]
    [InlineData("numero di patente: gmnfe 259051 tl5ot")]
    [InlineData("bij u staat als rijbewijsnummer gmnfe 259051 tl5ot genoteerd.")]
    [InlineData("número da carta de condução: gmnfe 259051 tl5ot")]
    [InlineData("the driving licence number you have on file for me is gmnfe 259051 tl5ot.")]
    public void A_driving_licence_is_found_in_several_languages(string text) => Finds.Only(text, EntityTypes.DriverLicense, "gmnfe 259051 tl5ot");

    [Theory]
    [InlineData("the medical license you have on file for me is fk8934158.", "MEDICAL_LICENSE", "fk8934158")]
    [InlineData("the it fiscal code you have on file for me is pcydou 10d94 w241p.", "IT_FISCAL_CODE", "pcydou 10d94 w241p")]
    [InlineData("the de health insurance you have on file for me is b008639805.", "DE_HEALTH_INSURANCE", "b008639805")]
    [InlineData("the de social security you have on file for me is 68 190206 e 243.", "DE_SOCIAL_SECURITY", "68 190206 e 243")]
    public void A_number_is_known_by_words_farther_back_in_its_sentence(string text, string type, string number) => Finds.Only(text, type, number);

    [Theory]
    [InlineData("the medical license is new. we have the file for the case fk8934158", "MEDICAL_LICENSE")]
    [InlineData("my medical license, 4 years old, is in the big blue file fk8934158", "MEDICAL_LICENSE")]
    public void Words_of_another_part_do_not_count(string text, string type) => Assert.Empty(Finds.Of(text, type));

    [Fact]
    public void A_number_of_an_insurance_is_no_address() =>
        Assert.Equal(["DE_SOCIAL_SECURITY"], new Anonymizer { Types = EntityTypes.All }.For().Find("Als de social security ist bei Ihnen 49 071189 B 374 hinterlegt.").Select(s => s.Type));

    [Theory]
    [InlineData("liefern sie in das gebiet mit der plz 1712 ab?", "1712 ab")]
    [InlineData("livrez-vous, code postal 1312 ab ?", "1312 ab")]
    [InlineData("bitte ändern: postleitzahl ist jetzt sw1a 2aa.", "sw1a 2aa")]
    [InlineData("Als Postleitzahl ist bei Ihnen 4650-193 hinterlegt.", "4650-193")]
    [InlineData("the postcode you have on file for me is 75011.", "75011")]
    [InlineData("postcode 1712 in utrecht", "1712")]
    [InlineData("plz 17120 ab.", "17120")]
    public void A_postcode_is_found(string text, string code) => Finds.Only(text, EntityTypes.Postcode, code);

    [Theory]
    [InlineData("User name: @night.owl84", "night.owl84")]
    [InlineData("Benutzername: night.owl07\nDanke", "night.owl07")]
    [InlineData("Nombre de usuario: @pixel.moth42.", "pixel.moth42")]
    [InlineData("na minha ficha consta nome de utilizador: @cedar-fox97.", "cedar-fox97")]
    [InlineData("nom d'utilisateur: pixel.moth86", "pixel.moth86")]
    [InlineData("You can find me on the forum as papercrane14.", "papercrane14")]
    [InlineData("you can find me as @cedar-fox54 on the server", "cedar-fox54")]
    [InlineData("The username you have on file for me is papercrane42.", "papercrane42")]
    [InlineData("Als Benutzername ist bei Ihnen bluekestrel48 hinterlegt.", "bluekestrel48")]
    [InlineData("could you update the user name to tinywren27?", "tinywren27")]
    public void A_user_name_is_found(string text, string user) => Finds.Only(text, EntityTypes.UserName, user);

    [Theory]
    [InlineData("you can find me at home as soon as 5pm")]
    [InlineData("come and find me as fast as you can")]
    [InlineData("username: req1.body.name")]
    [InlineData("the user has to update to v2.0")]
    public void Other_words_are_no_user_name(string text) => Assert.Empty(Finds.Of(text, EntityTypes.UserName));

    [Theory]
    [InlineData("my husband is finnish and needs a translation", "finnish")]
    [InlineData("the nigerian community asked for an interpreter", "nigerian")]
    [InlineData("i'm portuguese", "portuguese")]
    [InlineData("nationality: german", "german")]
    [InlineData("she helps vietnamese immigrants", "vietnamese")]
    [InlineData("My husband is Social Democrat and needs a translation", "Social Democrat")]
    public void A_nationality_is_found_where_people_are_meant(string text, string group) => Finds.Only(text, EntityTypes.Nrp, group);

    [Theory]
    [InlineData("is finnish hard to learn")]
    [InlineData("the apache community answers fast")]
    [InlineData("we had french fries, the sauce was italian")]
    [InlineData("she is german teacher")]
    [InlineData("i am liberal with salt")]
    public void Languages_dishes_and_projects_stay(string text) => Assert.Empty(Finds.Of(text, EntityTypes.Nrp));

    [Theory]
    [InlineData("bic ")]
    [InlineData("find me on ")]
    [InlineData("user name you ")]
    [InlineData("postcode is ")]
    [InlineData("i am ")]
    [InlineData("nationality ")]
    public void Words_without_end_are_read_to_their_end(string part)
    {
        var masker = new Anonymizer { Types = EntityTypes.All, MinScore = 0.25 }.For();
        Assert.Equal([], masker.Find(string.Concat(Enumerable.Repeat(part, 200_000 / part.Length))).Select(s => s.Type).Where(t => t is EntityTypes.Bic or EntityTypes.UserName or EntityTypes.Postcode or EntityTypes.Nrp));
    }
}
