using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary><see cref="Operator.Placeholder"/>.</summary>
internal sealed record PlaceholderOperator : Operator
{
    public override string Name => "placeholder";

    public override string Replace(Entity entity) => entity.Placeholder;
}

/// <summary><see cref="Operator.Numbered"/>.</summary>
internal sealed record NumberedOperator : Operator
{
    public override string Name => "numbered";

    public override string Replace(Entity entity) => string.Create(CultureInfo.InvariantCulture, $"[{EntityTypes.ShortName(entity.Type)}_{entity.Number}]");

    internal override string WhileSearching(string type, string value) => $"[{EntityTypes.ShortName(type)}_0]";
}

/// <summary><see cref="Operator.Mask"/>.</summary>
internal sealed record MaskOperator : Operator
{
    public override string Name => "mask";

    public override string Replace(Entity entity) => Masked(entity.Value);

    internal override string WhileSearching(string type, string value) => Masked(value);

    private static string Masked(string value) =>
        string.Create(value.Length, value, static (masked, source) =>
        {
            for (var i = 0; i < masked.Length; i++) masked[i] = Fold.IsWord(source[i]) ? '*' : source[i];
        });
}

/// <summary><see cref="Operator.Remove"/>.</summary>
internal sealed record RemoveOperator : Operator
{
    public override string Name => "remove";

    public override string Replace(Entity entity) => "";

    internal override string WhileSearching(string type, string value) => "";
}

/// <summary><see cref="Operator.Pseudonym"/>.</summary>
internal sealed record PseudonymOperator : Operator
{
    // 32 bits: among 10,000 persons two share a pseudonym in one of a hundred datasets.
    private const int Digits = 8;

    public override string Name => "pseudonym";

    public override bool NeedsKey => true;

    internal override bool IsReversible => true;

    public override string Replace(Entity entity) => $"[{EntityTypes.ShortName(entity.Type)}_{entity.Code("pseudonym")[..Digits]}]";

    internal override string WhileSearching(string type, string value) => $"[{EntityTypes.ShortName(type)}_00000000]";
}

/// <summary><see cref="Operator.Keep"/>.</summary>
internal sealed record KeepOperator : Operator
{
    public override string Name => "keep";

    public override string Replace(Entity entity) => entity.Value;
}

/// <summary><see cref="Operator.RemoveRow"/>.</summary>
internal sealed record RemoveRowOperator : Operator
{
    public override string Name => "remove-row";

    public override bool RemovesRow => true;

    public override string Replace(Entity entity) => entity.Placeholder;
}

/// <summary><see cref="Operator.ShiftDate"/>.</summary>
internal sealed record ShiftDateOperator : Operator
{
    // A year less a day: no date keeps its day, and none moves by more than a year.
    private const int MostDays = 364;

    public override string Name => "shift-date";

    public override bool NeedsKey => true;

    public override string Replace(Entity entity) =>
        entity.Type is EntityTypes.DateTime or EntityTypes.DateOfBirth && DateText.Read(entity.Value, entity.DayFirst) is { } date && date.Moved(Days(entity)) is { } moved
            ? moved : entity.Placeholder;

    /// <summary>The shift of the entity's subject, in days: 1 to 364 either way.</summary>
    internal static int Days(Entity entity)
    {
        var draws = new KeyedDraws(entity.Key, "date shift", entity.Subject);
        var days = draws.Next(MostDays) + 1;
        return draws.Next(2) == 0 ? days : -days;
    }
}
