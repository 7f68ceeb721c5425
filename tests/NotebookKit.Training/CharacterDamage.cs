using System.Globalization;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Damages characters as hasty fingers do: one in so many is replaced, left out, doubled with another letter, or changes places with the next. Spaces are characters, too.</summary>
internal static class CharacterDamage
{
    /// <summary>The text with that share of its characters damaged; which ones depends on seed and id alone.</summary>
    public static string Of(string text, double share, ulong seed, string id)
    {
        var damaged = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var bits = KeyedRandom.Bits(seed, "damage", id, (ulong)i);
            if ((bits >> 11) * (1.0 / (1UL << 53)) >= share)
            {
                damaged.Append(text[i]);
                continue;
            }

            var more = StableHash.Combine(bits, 1);
            var letter = (char)('a' + (int)((more >> 8) % 26));
            switch (more % 4)
            {
                case 0:
                    damaged.Append(letter);
                    break;
                case 1:
                    break;
                case 2:
                    damaged.Append(text[i]).Append(letter);
                    break;
                default:
                    if (i + 1 < text.Length) damaged.Append(text[++i]).Append(text[i - 1]);
                    else damaged.Append(text[i]);
                    break;
            }
        }

        return damaged.ToString();
    }

    /// <summary>All texts of a list, each by its place.</summary>
    public static string[] Of(IEnumerable<string> texts, double share, ulong seed) => [.. texts.Select((t, i) => Of(t, share, seed, i.ToString(CultureInfo.InvariantCulture)))];
}
