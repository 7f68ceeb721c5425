using System.Globalization;

namespace NotebookKit.Training;

/// <summary>Makes up names of products, which stand where names of persons could and look like them: a brand, mostly with a word or a number for the model. Brands are made
/// of syllables, nouns and surnames, so that the words around and the shape tell them, not the brand.</summary>
internal static class Gadgets
{
    private static readonly string[] Heads = "Vel|Zen|Lu|Ka|Mo|Tri|Nex|Ori|Pul|Fi|Ar|So|Bri|Cal|Dy|Eve|Gal|Hy|Ju|Ki|Lo|Mer|Nu|Om|Pa|Qui|Ro|Sy|Ta|Ul|Va|Wi|Xe|Yo|Zu|Ae|Bo|Co|De|Flo".Split('|');

    private static readonly string[] Tails = "va|to|ra|lio|mo|xis|dra|no|ta|ri|lo|sa|mi|vo|kso|nix|ro|la|tron|via|don|lex|ma|pho|rum|si|dea|go|bit|ly".Split('|');

    private static readonly string[] Nouns = ("Falcon|Swift|Wren|Heron|Comet|Nova|Luna|Terra|Pulse|Spark|Stride|Arrow|Vector|Prism|Echo|Ember|Willow|Cedar|Atlas|Aurora|Horizon|Bolt|Drift|Glide|Lynx|Otter|Raven|Robin|Finch|Sable|Onyx|Jasper|Amber|Ruby|Iris|Hazel|Clover"
        + "|Mercury|Apollo|Titan|Juno|Vesta|Sirius|Vega|Lyra|Fjord|Summit|Ridge|Harbor|Breeze|Storm|Frost|Blaze|Pebble|Slate|Flint|Marble|Copper|Silver").Split('|');

    private static readonly string[] Models = ("Mini|Pro|Lite|Max|Plus|One|Air|Tab|Watch|Band|Hub|Go|Neo|Ultra|Duo|Flex|Nano|Core|Buds|Pad|Book|Cam|Phone|Home|Edge|Note|Play|Sense|Scale|Ring|Fit|Track|Studio|Classic|Prime|Kids|Sport|Desk|Light|Lock|Key|Pen|Drive|Cloud"
        + "|X|S|Z|SE|XL|GT|2|3|4|5|7|9|X2|S3|Z5|200|One X|Pro Max|Mini 2|Watch 3|Air Plus|Two|Three").Split('|');

    /// <summary>The brand alone.</summary>
    public static string Brand(MadeUpNames names, string id) => Chance("brand kind", id) switch
    {
        < 0.45 => Pick(Heads, "gh" + id) + Pick(Tails, "gt" + id),
        < 0.75 => Pick(Nouns, "gn" + id),
        < 0.83 => Pick(Heads, "gh" + id) + Pick(Tails, "gt" + id) + Pick(["Band", "Watch", "Fit", "Pad", "Cam", "Beat", "Link"], "gj" + id),
        _ => names.Surname("gs" + id),
    };

    /// <summary>The brand with its model.</summary>
    public static string Product(MadeUpNames names, string id) => string.Create(CultureInfo.InvariantCulture, $"{Brand(names, id)} {Pick(Models, "gm" + id)}");

    private static string Pick(string[] names, string id) => Carriers.Pick(names, id);

    private static double Chance(string purpose, string id) => Carriers.Chance(purpose, id);
}
