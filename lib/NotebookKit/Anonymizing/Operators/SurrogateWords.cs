using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Invented places, streets and organizations: word by word, so that what kind of thing it is still shows (<c>Street</c>, <c>GmbH</c>, <c>University of</c>).</summary>
internal static class SurrogateWords
{
    private static readonly HashSet<string> Joints = Set("of the and at in on for de des du del della di da la le les el los las und am an der die das im zum zur van von het y e et & sur");

    private static readonly HashSet<string> Streets = Set(
        "street st road rd avenue ave lane ln drive dr boulevard blvd court ct square sq place pl way terrace close crescent highway hwy parkway circle row mews apt apartment unit suite ste floor flat po box p.o north south east west n s e w ne nw se sw "
        + "strasse straße str weg platz allee gasse ring ufer damm postfach rue chemin allée impasse quai cedex bp calle avenida plaza paseo carrera via viale piazza corso vicolo rua travessa largo straat laan plein weg gatan vägen ulica ul aleja "
        + "улица ул проспект дом кв lok m");

    private static readonly HashSet<string> Firms = Set(
        "inc incorporated llc ltd limited plc corp corporation co company group holding holdings gmbh ag kg ohg se ev sa sarl sas spa srl bv nv oy ab as asa aps pty lp llp bank university college school hospital clinic institute insurance hotel "
        + "airlines software systems solutions services consulting media energy foods ministry department council library museum club union association society foundation church universität hochschule krankenhaus verein versicherung université hôpital universidad hospital banco università");

    private static readonly string[] PlaceEnds = ["bury", "bridge", "cester", "dale", "ford", "ham", "haven", "holm", "minster", "mouth", "port", "stead", "ton", "ville", "well", "wick"];

    /// <summary>A place.</summary>
    public static string Place(Entity entity) => Map(entity, Joints, null, PlaceEnds);

    /// <summary>An organization.</summary>
    public static string Organization(Entity entity) => Map(entity, Joints, Firms, NameFamily.English.Ends);

    /// <summary>House number and street.</summary>
    public static string Street(Entity entity) => Map(entity, Joints, Streets, NameFamily.English.Ends);

    private static string Map(Entity entity, HashSet<string> joints, HashSet<string>? kinds, string[] ends)
    {
        var draws = entity.Draws("surrogate");
        var value = entity.Value;
        var made = new StringBuilder(value.Length + 8);
        for (var i = 0; i < value.Length;)
        {
            var start = i;
            while (i < value.Length && (char.IsLetterOrDigit(value[i]) || value[i] is '\'' or '\u2019' && i > start || char.IsSurrogate(value[i]))) i++;
            if (i == start)
            {
                made.Append(value[i++]);
                continue;
            }

            var word = value[start..i];
            made.Append(joints.Contains(Fold.Key(word)) || kinds?.Contains(Fold.Key(word)) == true ? word : Word(word, ends, kinds == Streets, draws));
        }

        var text = made.ToString();
        return string.Equals(text, value, StringComparison.Ordinal) ? KeyedText.Like(value, draws) : text;
    }

    private static string Word(string word, string[] ends, bool street, KeyedDraws draws)
    {
        // Other scripts and numbers: characters of the same class.
        foreach (var c in word)
            if (char.IsDigit(c) || c > '\u024F') return KeyedText.Like(word, draws);
        var end = street ? StreetEnd(word) : "";
        string made;
        do made = draws.Of(NameFamily.English.Starts) + draws.Of(ends);
        while (string.Equals(Fold.Key(made + end), Fold.Key(word), StringComparison.Ordinal));
        made += end;
        return word.Length > 1 && word.All(char.IsUpper) ? made.ToUpperInvariant() : char.IsLower(word[0]) ? made.ToLowerInvariant() : made;
    }

    /// <summary>The kind of street where it is part of the word: <c>Lindenstraße</c>, <c>Kerkstraat</c>.</summary>
    private static string StreetEnd(string word)
    {
        foreach (var end in new[] { "straße", "strasse", "str", "weg", "platz", "allee", "gasse", "straat", "laan", "gatan", "vägen" })
            if (word.Length > end.Length + 2 && word.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return end;
        return "";
    }

    private static HashSet<string> Set(string words) => new(words.Split(' ').Select(Fold.Key), StringComparer.Ordinal);
}
