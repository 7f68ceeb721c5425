using System.Globalization;
using System.Text;

namespace NotebookKit.Text;

/// <summary>Makes JSON text safe to decode: half of a surrogate pair, escaped (<c>\ud800</c>) or as it is, is no text, and
/// System.Text.Json throws when it meets one.</summary>
internal static class JsonEscapes
{
    /// <summary>The same JSON with each unpaired surrogate as U+FFFD; the same instance where there is none.</summary>
    public static string Repair(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase) && json.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return json;
        StringBuilder? repaired = null;
        var copied = 0;
        for (var i = 0; i < json.Length;)
        {
            var length = Broken(json, i, out var broken);
            if (broken)
            {
                (repaired ??= new(json.Length)).Append(json, copied, i - copied).Append('\uFFFD');
                copied = i + length;
            }

            i += length;
        }

        return repaired?.Append(json, copied, json.Length - copied).ToString() ?? json;
    }

    /// <summary>How many characters belong together at a place, and whether they are half of a pair.</summary>
    private static int Broken(string json, int at, out bool broken)
    {
        broken = false;
        var c = json[at];
        if (c == '\\')
        {
            if (Unit(json, at) is not { } unit) return Math.Min(2, json.Length - at);
            if (!char.IsSurrogate(unit)) return 6;
            if (char.IsHighSurrogate(unit) && Unit(json, at + 6) is { } low && char.IsLowSurrogate(low)) return 12;
            broken = true;
            return 6;
        }

        if (!char.IsSurrogate(c)) return 1;
        if (char.IsHighSurrogate(c) && at + 1 < json.Length && char.IsLowSurrogate(json[at + 1])) return 2;
        broken = true;
        return 1;
    }

    private static char? Unit(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
