using System.Globalization;
using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>Texts with an address line, a postcode, a date or a phone number in them: 200 of each, over fifteen countries and nine languages, in the shapes in which
/// apps record them, beside things that only look alike. It is written without a look at what recognizes them.</summary>
/// <remarks>Marked is every value of the four kinds, also where it stands in a text of another kind, and the places beside postcodes: apart, since all types are looked for. Opening hours are no dates here: a find there counts as wrong.</remarks>
internal static class Generated
{
    private const int Each = 200;

    private static readonly string[] Types = [EntityTypes.StreetAddress, EntityTypes.Postcode, EntityTypes.DateTime, EntityTypes.Phone];
    private static readonly string[] Keys = ["address_line|street|addr1|shipping.street", "postal_code|zip|postcode|plz", "date|due_date|bought|valid_until", "phone|tel|mobile|contact_phone"];
    private static readonly string[] Names = ["street", "postcode", "date", "phone"];

    public static IReadOnlyList<GoldText> Texts(ulong seed)
    {
        var texts = new List<GoldText>();
        for (var kind = 0; kind < Types.Length; kind++)
            for (var i = 0; i < Each; i++)
                texts.Add(Make(kind, i, new Draw(seed * 1_000_003 + (ulong)((kind * Each) + i))));
        return texts;
    }

    private static GoldText Make(int kind, int number, Draw draw)
    {
        // The seven large countries come twice as often as the others.
        var country = Country.All[number % 22 is var n && n < 15 ? n : n - 15];
        var said = Phrases.ByLanguage[country.Language];
        var (type, value) = (Types[kind], Value(kind, country, draw));
        string Decoy() => draw.Digits(draw.Of(said.Decoys));
        string Order() => draw.Digits("48####");
        var lower = false;
        var made = new Carrier();
        switch (draw.From(0, 8))
        {
            case 0:
                made.Add($"Ticket #{Order()}\n{Decoy()}\n\n").Sentence(draw.Of(said.Of(kind)), value, type).Add($"\n-- {said.Bye}");
                break;
            case 1:
                made.Add($"{said.Hello},\n\n{Decoy()} ").Sentence(draw.Of(said.Of(kind)), value, type).Add($" {Decoy()}\n\n{said.Bye}");
                break;
            case 2:
                made.Add($"user: {said.Hello}!\nagent: ok, {draw.From(1, 9)}/10\nuser: ").Sentence(draw.Of(said.Of(kind)), value, type).Add($"\nuser: {Decoy()}");
                break;
            case 3:
                made.Add($"ID: {Order()}\n{said.Labels[kind]}: ").Mark(value, type).Add($"\nStatus: {draw.Word("open|closed|2 of 3")}\nTotal: {draw.Digits("1*#.50")}");
                break;
            case 4:
                made.Add($"{{\"id\": {Order()}, \"{draw.Word(Keys[kind])}\": \"").Mark(value, type).Add($"\", \"qty\": {draw.From(2, 40)}, \"sku\": \"{draw.Digits("@@-####-##")}\", \"note\": \"{Decoy()}\"}}");
                break;
            case 5:
                Letter(made, kind, value, country, said, draw);
                break;
            case 6:
                lower = true;
                made.Add($"{said.Hello} ").Sentence(draw.Of(said.Of(kind)), value, type).Add($" {Decoy()}");
                break;
            case 7:
                made.Add($"{Decoy()} {Decoy()} ").Sentence(draw.Of(said.Of(kind)), value, type);
                break;
            default:
                made.Sentence(draw.Of(said.Of(kind)), value, type);
                break;
        }

        return made.As(string.Create(CultureInfo.InvariantCulture, $"{Names[kind]}-{number}-{country.Code}"), lower);
    }

    /// <summary>Lines of an envelope, and a text below. The kinds that do not belong there stand in the text.</summary>
    private static void Letter(Carrier made, int kind, string value, Country country, Phrases said, Draw draw)
    {
        made.Mark(kind == 0 ? value : country.Street(draw), Types[0]).Add("\n");
        var (postcode, city) = (kind == 1 ? value : country.Postcode(draw), country.City(draw));
        // A state's code is a place of its own: "Springfield, IL".
        void City()
        {
            var parts = city.Split(", ");
            made.Mark(parts[0], EntityTypes.Location);
            if (parts.Length > 1) made.Add(", ").Mark(parts[1], EntityTypes.Location);
        }

        if (country.CityFirst) City();
        if (country.CityFirst) made.Add(" ");
        made.Mark(postcode, Types[1]);
        if (!country.CityFirst) made.Add(" ");
        if (!country.CityFirst) City();
        made.Add("\n\n");
        if (kind == 2) made.Mark(value, Types[2]).Add("\n\n");
        if (kind == 3) made.Add($"{said.Labels[3]}: ").Mark(value, Types[3]).Add("\n\n");
        made.Add($"{said.Hello},\n{draw.Digits(draw.Of(said.Decoys))}\n{said.Bye}");
    }

    private static string Value(int kind, Country country, Draw draw) => kind switch
    {
        0 => country.Street(draw),
        1 => country.Postcode(draw),
        2 => Dates.Make(country.Language, draw),
        _ => country.Phone(draw),
    };
}
