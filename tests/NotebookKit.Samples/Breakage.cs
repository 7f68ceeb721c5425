using System.Globalization;
using System.Text.Json;

namespace NotebookKit.Samples;

/// <summary>Breaks a line of JSON by a hand-written recipe, so that no strict reader can read it.</summary>
/// <remarks>
/// <c>cut 66</c> keeps the first 66%, <c>from 20</c> leaves out the first 20%; <c>lose TEXT</c>, <c>put OLD => NEW</c> and <c>put-last OLD => NEW</c>
/// change one place; <c>front TEXT</c> and <c>back TEXT</c> add; <c>line TEXT</c> is another line altogether; <c>twice BETWEEN</c> writes the record
/// two times; <c>all OLD => NEW</c> changes all places. Steps stand between <c>;;</c>.
/// </remarks>
internal static class Breakage
{
    /// <summary>The broken line; null where it has no such place.</summary>
    public static string? Of(string line, string recipe)
    {
        string? broken = line;
        foreach (var step in recipe.Split(";;"))
            if (broken is not null) broken = Step(broken, step.TrimStart(' '));
        if (broken is null) return null;
        if (broken.Contains('\n', StringComparison.Ordinal)) throw new InvalidDataException($"More than one line: {recipe}");
        try
        {
            using var _ = JsonDocument.Parse(broken);
        }
        catch (JsonException)
        {
            return broken;
        }

        throw new InvalidDataException($"Still JSON: {recipe}");
    }

    private static string? Step(string line, string step)
    {
        var space = step.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (step, "") : (step[..space], step[(space + 1)..]);
        return verb switch
        {
            "cut" => line[..(line.Length * int.Parse(rest, CultureInfo.InvariantCulture) / 100)],
            "from" => line[(line.Length * int.Parse(rest, CultureInfo.InvariantCulture) / 100)..],
            "lose" => Put(line, rest, "", first: true),
            "put" => Put(line, Sides(rest)[0], Sides(rest)[1], first: true),
            "put-last" => Put(line, Sides(rest)[0], Sides(rest)[1], first: false),
            "all" => line.Replace(Sides(rest)[0], Sides(rest)[1], StringComparison.Ordinal),
            "front" => rest + line,
            "back" => line + rest,
            "line" => rest,
            "twice" => line + rest + line,
            _ => throw new InvalidDataException($"Unknown step: {step}"),
        };
    }

    private static string[] Sides(string pair) => pair.Split(" => ");

    private static string? Put(string line, string old, string now, bool first)
    {
        var at = first ? line.IndexOf(old, StringComparison.Ordinal) : line.LastIndexOf(old, StringComparison.Ordinal);
        return at < 0 ? null : line[..at] + now + line[(at + old.Length)..];
    }
}
