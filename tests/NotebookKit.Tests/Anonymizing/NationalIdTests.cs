using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class NationalIdTests
{
    private static readonly NationalIdRecognizer Recognizer = new();

    /// <summary>Numbers that authorities or documentations give as examples, or that their rule was worked out for by hand, each with a word that stands near it.</summary>
    public static TheoryData<string, string, string> Published => new()
    {
        { "UK_NHS", "NHS number", "943 476 5919" }, { "UK_NHS", "NHS", "9434765919" }, { "UK_NINO", "National Insurance number", "AB 12 34 56 C" }, { "UK_UTR", "UTR", "1955839661" },
        { "DRIVER_LICENSE", "driving licence", "MORGA657054SM9IJ" }, { "DE_TAX_ID", "Steuer-ID", "36 574 261 809" }, { "DE_TAX_ID", "IdNr.", "86095742719" }, { "DE_TAX_NUMBER", "Steuernummer", "21/815/08150" },
        { "DE_SOCIAL_SECURITY", "Rentenversicherungsnummer", "15070649C103" }, { "DE_HEALTH_INSURANCE", "Versichertennummer", "A123456780" }, { "DE_ID_CARD", "Personalausweis", "L01X00T471" },
        { "FR_NIR", "numéro de sécurité sociale", "2 95 10 99 126 111 93" }, { "FR_NIR", "NIR", "253072B07300470" }, { "FR_SPI", "numéro fiscal", "3023217600053" }, { "ES_NIF", "DNI", "54362315K" },
        { "ES_NIF", "NIF", "12345678-Z" }, { "ES_NIE", "NIE", "X-2482300-W" }, { "IT_FISCAL_CODE", "codice fiscale", "RCCMNL83S18D969H" }, { "IT_VAT_CODE", "Partita IVA", "00743110157" },
        { "NL_BSN", "BSN", "111222333" }, { "NL_BSN", "burgerservicenummer", "1112.22.333" }, { "BE_NATIONAL_NUMBER", "rijksregisternummer", "85.07.30-033.28" }, { "LU_ID", "matricule", "1893120105732" },
        { "PT_NIF", "NIF", "501 964 843" }, { "PT_CC", "cartão de cidadão", "00000000 0 ZZ4" }, { "IE_PPS", "PPS number", "6433435F" }, { "IE_PPS", "PPSN", "6433435OA" }, { "AT_SVNR", "SVNr.", "1237 010180" },
        { "CH_AHV", "AHV-Nummer", "756.9217.0769.85" }, { "MT_ID", "Maltese identity card", "0123456M" }, { "GR_AFM", "AFM", "094259216" }, { "GR_AMKA", "AMKA", "01013099997" },
        { "SE_PERSONNUMMER", "personnummer", "880320-0016" }, { "SE_PERSONNUMMER", "personnummer", "19880320-0016" }, { "NO_FODSELSNUMMER", "fødselsnummer", "151086 95088" }, { "DK_CPR", "CPR-nummer", "211062-5629" },
        { "FI_PERSONAL_IDENTITY_CODE", "henkilötunnus", "131052-308T" }, { "FI_PERSONAL_IDENTITY_CODE", "hetu", "131052A308T" }, { "IS_KENNITALA", "kennitala", "450401-3150" }, { "IS_KENNITALA", "kt.", "120174-3399" },
        { "EE_ISIKUKOOD", "isikukood", "36805280109" }, { "LT_ASMENS_KODAS", "asmens kodas", "33309240064" }, { "LV_PERSONAL_CODE", "personas kods", "161175-19997" }, { "PL_PESEL", "PESEL", "44051401359" },
        { "PL_NIP", "NIP", "856-734-62-15" }, { "CZ_BIRTH_NUMBER", "rodné číslo", "710319/2745" }, { "HU_TAJ", "TAJ-szám", "111 111 110" }, { "HU_TAX_ID", "adóazonosító jel", "8071592153" }, { "RO_CNP", "CNP", "1630615123457" },
        { "BG_EGN", "EGN", "7523169263" }, { "HR_OIB", "OIB", "33392005961" }, { "SI_EMSO", "EMŠO", "0101006500006" }, { "UA_RNOKPP", "РНОКПП", "1759013776" }, { "RU_INN", "ИНН", "123456789047" },
        { "RU_SNILS", "СНИЛС", "112-233-445 95" }, { "TR_KIMLIK", "TC kimlik no", "17291716060" }, { "US_ITIN", "ITIN", "912-90-3456" }, { "US_EIN", "EIN", "91-1144442" }, { "US_MBI", "Medicare", "1EG4-TE5-MK73" },
        { "US_NPI", "NPI", "1234567893" }, { "CA_SIN", "SIN", "123-456-782" }, { "MX_CURP", "CURP", "BOXW310820HNERXN09" }, { "MX_RFC", "RFC", "GODE561231GR8" }, { "BR_CPF", "CPF", "390.533.447-05" },
        { "BR_CNPJ", "CNPJ", "16.727.230/0001-97" }, { "BR_CNPJ", "CNPJ", "12.ABC.345/01DE-35" }, { "AR_CUIT", "CUIT", "20-05536168-2" }, { "CL_RUT", "RUT", "12.531.909-2" }, { "EC_CEDULA", "cédula", "171430710-3" },
        { "CO_NIT", "NIT", "213.123.432-1" }, { "UY_CEDULA", "cédula de identidad", "1.234.567-2" }, { "VE_RIF", "RIF", "V-11470283-4" }, { "IN_PAN", "PAN", "ACUPA7085R" }, { "IN_AADHAAR", "Aadhaar", "2341 2341 2346" },
        { "IN_VOTER", "EPIC", "WKH1186253" }, { "IN_GSTIN", "GSTIN", "27AAPFU0939F1ZV" }, { "SG_NRIC_FIN", "NRIC", "S1234567D" }, { "KR_RRN", "주민등록번호", "971013-9019902" }, { "TH_TNIN", "Thai ID", "1-2345-45678-78-1" },
        { "JP_MY_NUMBER", "マイナンバー", "6214 9832 0257" }, { "CN_RESIDENT_ID", "身份证", "360426199101010071" }, { "TW_ID", "身分證", "A123456789" }, { "HK_HKID", "HKID", "A123456(3)" }, { "MY_NRIC", "MyKad", "770305-02-1234" },
        { "ID_NIK", "NIK", "3171011708450001" }, { "PK_CNIC", "CNIC", "34201-0891231-8" }, { "AE_EMIRATES_ID", "Emirates ID", "784-1980-1234567-9" }, { "SA_ID", "Iqama", "1023456781" }, { "IL_ID", "teudat zehut", "39337423" },
        { "KZ_IIN", "ИИН", "920110300022" }, { "AU_TFN", "TFN", "123 456 782" }, { "AU_ABN", "ABN", "83 914 571 673" }, { "AU_ACN", "ACN", "004 085 616" }, { "AU_MEDICARE", "Medicare", "2123 45670 1" },
        { "NZ_IRD", "IRD", "49-098-576" }, { "ZA_ID", "ID number", "7503305044089" }, { "EG_NATIONAL_ID", "Egyptian national", "29001011234567" }, { "NG_NIN", "NIN", "12345678901" },
        { "ABA_ROUTING_NUMBER", "routing number", "111000025" }, { "VIN", "VIN", "1M8GDM9AXKP042788" }, { "VIN", "Fahrgestellnummer", "WVWZZZ1JZ3W386752" }, { "IMEI", "IMEI", "490154203237518" }, { "MEDICAL_LICENSE", "DEA", "AB1234563" },
    };

    public static TheoryData<string> VatNumbers =>
    [
        "ATU13585627", "BE0428759497", "BG175074752", "CY10259033P", "CZ25123891", "DE136695976", "DK13585628", "EE100594102", "EL094259216", "ESB64717838", "ES54362315K", "FI20774740", "FR23334175221", "GB980780684",
        "HR33392005961", "HU12892312", "IE6433435F", "IT00743110157", "LT119511515", "LU15027442", "LV40003521600", "MT11679112", "NL004495445B01", "NL123456789B13", "PL8567346215", "PT501964843", "RO18547290", "SE123456789701",
        "SI50223054", "SK2022749619", "CHE-107.787.577", "DE 136 695 976",
    ];

    public static TheoryData<string> Types => [.. NationalIds.Types];

    private static List<(string Type, string Value, double Score)> Find(string text)
    {
        var spans = new List<Span>();
        Recognizer.Find(text, new(), spans);
        return [.. spans.Select(s => (s.Type, text[s.Start..s.End], s.Score))];
    }

    [Theory, MemberData(nameof(Published))]
    public void A_published_example_is_found_behind_its_word(string type, string word, string number) =>
        Assert.Contains(Find($"My {word}: {number}, thanks"), f => f.Type == type && f.Value == number && f.Score >= 0.9);

    [Theory, MemberData(nameof(VatNumbers))]
    public void A_vat_number_is_found_without_a_word(string number) => Assert.Contains(Find($"Invoice to {number}."), f => f.Type == EntityTypes.EuVat && f.Value == number && f.Score >= 0.75);

    [Theory, MemberData(nameof(Types))]
    public void An_invented_number_of_each_kind_passes_its_own_check_and_is_the_same_every_time(string type)
    {
        var row = NationalIds.All.First(r => r.Type == type);
        for (var bits = 1ul; bits <= 20; bits++)
        {
            var number = Fakes.Make(type, null, bits);
            Assert.NotNull(number);
            Assert.Equal(number, Fakes.Make(type, null, bits));
            Assert.Contains(NationalIds.All, r => r.Type == type && r.Check(Fakes.Compact(number)));
            var found = new List<Span>();
            var text = $"id number {number} of {Cue(row)}";
            Recognizer.Find(text, new(), found);
            Assert.Contains(found, s => s.Type == type && text[s.Start..s.End] == number);
        }
    }

    [Theory, MemberData(nameof(Published))]
    public void An_invented_number_keeps_the_grouping_of_an_original(string type, string word, string number)
    {
        var fake = Fakes.Make(type, number, 7);
        Assert.NotNull(fake);
        Assert.NotEqual(number, fake);
        Assert.Equal(number.Length, fake.Length);
        Assert.Contains(Find($"{word} {fake}"), f => f.Type == type && f.Value == fake);
    }

    private static string Cue(NationalId row) => row.Forms.Count > 0 ? row.CueWords.Split('|')[0] : "";
}
