using System.Globalization;
using System.Net;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary><see cref="Operator.Generalize"/>.</summary>
internal sealed record GeneralizeOperator : Operator
{
    /// <summary>Ages from here on are one group. Source: 45 CFR 164.514(b)(2)(i)(C), "all ages over 89".</summary>
    private const int Old = 90;

    /// <summary>Areas of US ZIP codes whose first three digits stand for 20,000 people or fewer; they become 000. Source: 45 CFR 164.514(b)(2)(i)(B) with the list that the Department of Health and
    /// Human Services made of the census of 2000 in its guidance on de-identification of 2012.</summary>
    private static readonly HashSet<string> SmallAreas = new(
        ["036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890", "893"], StringComparer.Ordinal);

    public override string Name => "generalize";

    public override string Replace(Entity entity) => entity.Type switch
    {
        EntityTypes.Age => Age(entity.Value),
        EntityTypes.Postcode => Postcode(entity.Value),
        EntityTypes.DateTime => DateText.Read(entity.Value, entity.DayFirst)?.Year?.ToString(CultureInfo.InvariantCulture),
        EntityTypes.DateOfBirth => YearOfBirth(entity),
        EntityTypes.IpAddress => Network(entity.Value),
        _ => null,
    } ?? entity.Placeholder;

    /// <summary>Only the number becomes a band: "37 years old" is "30-39 years old".</summary>
    private static string? Age(string value)
    {
        var start = 0;
        while (start < value.Length && !char.IsDigit(value[start])) start++;
        int end = start, age = 0;
        for (; end < value.Length && char.IsDigit(value[end]) && end - start < 4; end++) age = (age * 10) + Fold.Char(value[end]) - '0';
        if (end == start || age > 150 || value.AsSpan(end).ContainsAnyInRange('0', '9')) return null;
        var band = age >= Old ? $"{Old}+" : string.Create(CultureInfo.InvariantCulture, $"{age / 10 * 10}-{(age / 10 * 10) + 9}");
        return value[..start] + band + value[end..];
    }

    private static string? YearOfBirth(Entity entity)
    {
        if (DateText.Read(entity.Value, entity.DayFirst)?.Year is not { } year) return null;
        return entity.AsOf is { } now && now.Year - year >= Old ? $"{Old}+" : year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Five digits keep three, whatever the country: a bare code does not tell it. British codes keep the outward half, others two characters. What stands beside the code (a place)
    /// goes.</summary>
    private static string? Postcode(string value)
    {
        var start = value.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        var digits = 0;
        while (start + digits < value.Length && char.IsAsciiDigit(value[start + digits])) digits++;
        if (digits is 5 or 9)
        {
            var area = value.Substring(start, 3);
            return (SmallAreas.Contains(area) ? "000" : area) + "**";
        }

        if (Outward(value) is { } outward) return outward;
        var code = value.AsSpan().Trim();
        var kept = 0;
        System.Span<char> shown = stackalloc char[Math.Min(code.Length, 12)];
        for (var i = 0; i < shown.Length; i++) shown[i] = !char.IsLetterOrDigit(code[i]) ? code[i] : kept++ < 2 ? code[i] : '*';
        return new(shown);
    }

    /// <summary>The half before the space of a British code: one or two letters, a digit, perhaps one more. Source: Royal Mail, "Programmers' guide to the Postcode Address File", edition 7.</summary>
    private static string? Outward(string value)
    {
        var code = value.AsSpan().Trim();
        // The inward half is a digit and two letters.
        if (code.Length is < 5 or > 8 || !char.IsAsciiLetter(code[^1]) || !char.IsAsciiLetter(code[^2]) || !char.IsAsciiDigit(code[^3])) return null;
        var outward = code[..^3].TrimEnd();
        if (outward.Length is < 2 or > 4 || !char.IsAsciiLetter(outward[0])) return null;
        foreach (var c in outward)
            if (!char.IsAsciiLetterOrDigit(c)) return null;
        return outward.ContainsAnyInRange('0', '9') ? outward.ToString() : null;
    }

    private static string? Network(string value)
    {
        if (!IPAddress.TryParse(value.Split('/')[0].Trim('[', ']', ' '), out var address)) return null;
        var bytes = address.GetAddressBytes();
        var kept = bytes.Length == 4 ? 3 : 6;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{kept * 8}");
    }
}
