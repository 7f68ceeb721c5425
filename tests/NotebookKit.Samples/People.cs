using System.Globalization;
using System.Text;

namespace NotebookKit.Samples;

/// <summary>An invented person.</summary>
internal sealed record Person(string First, string Last, string Mail)
{
    public string Name => $"{First} {Last}";
}

/// <summary>Invented people. Mail addresses are on domains that are set aside for documentation.</summary>
internal static class People
{
    private static IReadOnlyList<string> Firsts => Bank.Get(World.Half == VariantHalf.Open ? "people/first" : "held/first")["o"];

    private static IReadOnlyList<string> Lasts => Bank.Get(World.Half == VariantHalf.Open ? "people/last" : "held/last")["o"];

    /// <summary>The same person for the same number.</summary>
    public static Person Number(int number)
    {
        var draw = new Draw("person", number);
        var first = Firsts[number % Firsts.Count];
        var last = Lasts[(number * 7 + number / Firsts.Count * 3) % Lasts.Count];
        var box = draw.Below(4) switch
        {
            0 => $"{Plain(first)}.{Plain(last)}",
            1 => $"{Plain(first)[..1]}{Plain(last)}",
            2 => FormattableString.Invariant($"{Plain(last)}{draw.Between(10, 99)}"),
            _ => $"{Plain(first)}_{Plain(last)}",
        };
        return new(first, last, $"{box}@{draw.Of("example.com", "example.org", "example.net", "mail.example.com", "post.example.org")}");
    }

    public static Person Agent(int number) => Number(1600 + number);

    /// <summary>ASCII letters of a name, lower case.</summary>
    public static string Plain(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsAsciiLetterLower(c)) text.Append(c);
            else if (c is 'í') text.Append('i');
            else if (c is 'ü') text.Append("ue");
        }

        return text.ToString();
    }
}
