using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary><see cref="Operator.Surrogate"/>.</summary>
internal sealed record SurrogateOperator : Operator
{
    /// <summary>Draws until a stand-in differs from what it stands for: the smallest range that is in use has a hundred numbers.</summary>
    private const int MostDraws = 16;

    public override string Name => "surrogate";

    public override bool NeedsKey => true;

    internal override bool IsReversible => true;

    public override string Replace(Entity entity) => entity.Type switch
    {
        EntityTypes.Person => SurrogatePeople.Name(entity.Value, entity.Identity, entity.Key),
        EntityTypes.Email => SurrogateMail.Of(entity),
        EntityTypes.Location => SurrogateWords.Place(entity),
        EntityTypes.Organization => SurrogateWords.Organization(entity),
        EntityTypes.StreetAddress => SurrogateWords.Street(entity),
        EntityTypes.DateTime or EntityTypes.DateOfBirth => ShiftDate.Replace(entity),
        EntityTypes.Age => Age(entity) ?? entity.Placeholder,
        // One of a handful of titles or peoples would be another fact, not a stand-in.
        EntityTypes.Title or EntityTypes.Nrp => entity.Placeholder,
        EntityTypes.ApiKey => Secret(entity),
        _ => Number(entity),
    };

    private static string Number(Entity entity)
    {
        var draws = entity.Draws("surrogate");
        for (var i = 0; i < MostDraws; i++)
            if (Fakes.Make(entity.Type, entity.Value, draws.Bits()) is not { Length: > 0 } made) break;
            else if (!string.Equals(CanonicalValue.Of(entity.Type, made), CanonicalValue.Of(entity.Type, entity.Value), StringComparison.Ordinal)) return made;
        return KeyedText.Like(entity.Value, draws);
    }

    /// <summary>What tells a secret's kind stays (the scheme of an address, the first and last line of a key), so that the text still says what it is.</summary>
    private static string Secret(Entity entity)
    {
        var draws = entity.Draws("surrogate");
        var scheme = entity.Value.IndexOf("://", StringComparison.Ordinal);
        if (scheme is > 0 and < 16) return entity.Value[..(scheme + 3)] + KeyedText.Like(entity.Value[(scheme + 3)..], draws);
        return entity.Value.Contains("-----", StringComparison.Ordinal)
            ? string.Join('\n', entity.Value.Split('\n').Select(l => l.StartsWith("-----", StringComparison.Ordinal) ? l : KeyedText.Like(l, draws)))
            : KeyedText.Like(entity.Value, draws);
    }

    /// <summary>An age within three years; nobody comes of age or stops being it.</summary>
    private static string? Age(Entity entity)
    {
        var value = entity.Value;
        var start = 0;
        while (start < value.Length && !char.IsDigit(value[start])) start++;
        int end = start, age = 0;
        for (; end < value.Length && char.IsDigit(value[end]) && end - start < 4; end++) age = (age * 10) + Fold.Char(value[end]) - '0';
        if (end == start || age > 150 || value.AsSpan(end).ContainsAnyInRange('0', '9')) return null;
        var shift = entity.Draws("surrogate").Next(6) - 3;
        var (least, most) = age < 18 ? (0, 17) : (18, 150);
        var moved = age + (shift >= 0 ? shift + 1 : shift);
        if (moved < least || moved > most) moved = age - (moved - age);
        return value[..start] + moved.ToString(CultureInfo.InvariantCulture) + value[end..];
    }
}
