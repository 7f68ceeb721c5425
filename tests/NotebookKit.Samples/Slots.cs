using System.Globalization;

namespace NotebookKit.Samples;

/// <summary>The values of one row: drawn when first asked for, the same ever after, so that question and answer agree.</summary>
internal sealed class Slots(Draw draw)
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Foods =
        ["oatmeal", "a banana", "rice cakes", "chickpeas", "lentil pasta", "sweet potato", "buckwheat", "wholegrain toast", "couscous", "red beans",
         "quinoa", "rye bread", "potatoes", "muesli", "black rice"];

    private static readonly string[] SideFoods =
        ["peanut butter", "skyr", "cottage cheese", "tofu", "boiled eggs", "hummus", "walnuts", "smoked trout", "tempeh", "almonds", "tahini", "edamame",
         "low-fat curd", "pumpkin seeds"];

    private static readonly string[] Lifts =
        ["front squats", "deadlifts", "bench press", "barbell rows", "overhead press", "lunges", "hip thrusts", "pull-downs", "goblet squats", "step-ups",
         "leg press", "kettlebell swings", "incline press"];

    private static readonly string[] Floor =
        ["glute bridges", "side planks", "bird dogs", "dead bugs", "mountain climbers", "calf raises", "wall sits", "hollow holds", "crunches", "bear crawls"];

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get
        {
            if (known.TryGetValue(name, out var value)) return value;
            return known[name] = Make(name);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);

    private string Price(int from, int to) => FormattableString.Invariant($"${draw.Between(from, to)}.{draw.Of("99", "49", "90", "00", "95")}");

    private string Version(int from, int to) => FormattableString.Invariant($"5.{draw.Between(from, to)}.{draw.Below(8)}");

    private string Make(string name) => name switch
    {
        "plan" => draw.Of("Basic", "Plus", "Pro", "Family", "Team"),
        "price" => Price(4, 19),
        "price2" => Price(20, 69),
        "month" => draw.Of<string>(Months),
        "date" or "date2" => FormattableString.Invariant($"{draw.Of<string>(Months)} {draw.Between(1, 28)}"),
        "weekday" => draw.Of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "time" => FormattableString.Invariant($"{draw.Between(5, 11)}:{draw.Of("00", "10", "15", "30", "40", "45")} {draw.Of("am", "pm")}"),
        "device" => draw.Of("Kestrel X2", "Lumo 9", "Orvo Tab", "Kestrel Mini", "Tarnphone 6", "Lumo Fold", "Helio One", "Orvo 12 Lite"),
        "os" => FormattableString.Invariant($"{draw.Of("LumoOS", "Orvo OS", "KestrelOS")} {draw.Between(9, 17)}"),
        "watch" => draw.Of("Stridr watch", "PulseBand 3", "Tarn Ring", "PulseBand 2", "Stridr Lite", "Vento band"),
        "feature" => draw.Of("live coaching", "sleep score", "offline map", "recovery report", "route planner"),
        "version" => Version(1, 5),
        "version2" => Version(6, 9),
        "order" => FormattableString.Invariant($"FT-{draw.Between(20000, 79999)}"),
        "code" => FormattableString.Invariant($"E-{draw.Between(101, 899)}"),
        "n" => Text(draw.Between(2, 6)),
        "n2" => Text(Number("n") + draw.Between(1, 3)),
        "n0" => Text(draw.Between(2, 9) * 5),
        "km" => Text(draw.Of(3, 5, 8, 10, 12, 15, 21)),
        "km2" => Text(Math.Max(2, Number("km") - draw.Between(1, 4))),
        "kg" => Text(draw.Between(8, 24) * 5),
        "kg2" => Text(Number("kg") - draw.Of(5, 10, 15)),
        "kg3" => Text(draw.Between(52, 108)),
        "reps" => Text(draw.Of(5, 6, 8, 10, 12)),
        "bpm" => Text(draw.Between(148, 186)),
        "bpm2" => Text(draw.Between(52, 139)),
        "minutes" => Text(draw.Of(15, 20, 25, 30, 35, 40, 45, 60)),
        "minutes2" => Text(draw.Of(20, 30, 40, 45, 50)),
        "kcal" or "kcal2" => Text(draw.Between(9, 78) * 10),
        "kcal3" => Text(draw.Between(15, 27) * 100 + draw.Of(0, 50)),
        "grams" => Text(draw.Between(6, 36) * 5),
        "grams2" => Text(draw.Between(15, 40)),
        "age" => Text(draw.Between(21, 67)),
        "decade" => draw.Of("twenties", "thirties", "forties", "fifties", "sixties"),
        "joint" => draw.Of("knee", "shoulder", "hip", "ankle", "wrist", "elbow"),
        "food" => draw.Of<string>(Foods),
        "food2" => draw.Of<string>(SideFoods),
        "exercise" => draw.Of<string>(Lifts),
        "exercise2" => draw.Of<string>(Floor),
        _ => throw new InvalidDataException($"Unknown slot {{{name}}}."),
    };
}
