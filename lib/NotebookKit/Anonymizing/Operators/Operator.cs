using System.Diagnostics.CodeAnalysis;

namespace NotebookKit.Anonymizing;

/// <summary>What takes the place of personal data. Pure and thread-safe: equal entities give equal replacements. A new one is a short record with a name and
/// <see cref="Replace"/>.</summary>
public abstract record Operator : IDescribed, IParsable<Operator>
{
    /// <summary>The type in brackets: <c>[EMAIL]</c>, <c>[PHONE]</c>, <c>[NAME]</c>, <c>[CARD]</c>, <c>[IBAN]</c>, <c>[IP]</c>, <c>[SSN]</c>,
    /// <c>[URL]</c>, <c>[SECRET]</c>.</summary>
    public static Operator Placeholder { get; } = new PlaceholderOperator();

    /// <summary>The type with a number: <c>[NAME_1]</c>, <c>[NAME_2]</c>, in the order in which entities appear in the texts of one record. The same entity has the same number in all texts
    /// of the record, and another one in other records.</summary>
    public static Operator Numbered { get; } = new NumberedOperator();

    /// <summary>An asterisk for every letter and digit; separators stay.</summary>
    public static Operator Mask { get; } = new MaskOperator();

    /// <summary>Nothing; of two spaces that meet, one goes too.</summary>
    public static Operator Remove { get; } = new RemoveOperator();

    /// <summary>The type with eight digits of a keyed code: <c>[NAME_3f2a9c01]</c>, the same for the same person everywhere. With a key that is made of the
    /// seed, anyone can test guesses: the stage warns.</summary>
    public static Operator Pseudonym { get; } = new PseudonymOperator();

    /// <summary>An invented value of the same kind, chosen by the key: names from lists, mail at example domains, numbers of reserved ranges with right check digits, dates shifted. The same
    /// entity has the same stand-in everywhere; two may share one.</summary>
    public static Operator Surrogate { get; } = new SurrogateOperator();

    /// <summary>Dates moved by a number of days that the key gives to each person (1–364, either way), in the same format: their order and distance stay. What cannot be read as a date
    /// becomes the placeholder.</summary>
    public static Operator ShiftDate { get; } = new ShiftDateOperator();

    /// <summary>Something less exact: an age as a band of ten, a date as its year, a postcode as its first characters, a network address as its network. Other types become the
    /// placeholder.</summary>
    public static Operator Generalize { get; } = new GeneralizeOperator();

    /// <summary>The find itself: it is counted and stays.</summary>
    public static Operator Keep { get; } = new KeepOperator();

    /// <summary>The whole row leaves the dataset; in a single text, the placeholder.</summary>
    public static Operator RemoveRow { get; } = new RemoveRowOperator();

    /// <summary>All operators of the kit.</summary>
    public static IReadOnlyList<Operator> All { get; } = [Placeholder, Numbered, Mask, Remove, Pseudonym, Surrogate, ShiftDate, Generalize, Keep, RemoveRow];

    /// <summary>Name in options: <c>placeholder</c>, <c>numbered</c>, <c>mask</c>, <c>remove</c>, <c>pseudonym</c>, <c>surrogate</c>, <c>shift-date</c>, <c>generalize</c>, <c>keep</c>,
    /// <c>remove-row</c>.</summary>
    public abstract string Name { get; }

    /// <summary>True where the replacement depends on the run's key.</summary>
    public virtual bool NeedsKey => false;

    /// <summary>True where a row with such a find leaves the dataset. Default: false.</summary>
    public virtual bool RemovesRow => false;

    /// <summary>True where the owner of the key may have the way back written to a vault.</summary>
    internal virtual bool IsReversible => false;

    string IDescribed.Description => Name;

    /// <summary>The text in place of an entity.</summary>
    /// <param name="entity">What was found, and what is known about it.</param>
    public abstract string Replace(Entity entity);

    /// <summary>What stands in a text while it is searched for more: something of the same shape as the replacement, where that looks like no data; else the placeholder, so that what is found
    /// does not depend on what is written in its place.</summary>
    internal virtual string WhileSearching(string type, string value) => $"[{EntityTypes.ShortName(type)}]";

    /// <summary>The operator of a name.</summary>
    /// <exception cref="FormatException">No built-in operator has that name.</exception>
    public static Operator Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"The operator must be one of {string.Join(", ", All.Select(o => o.Name))}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Operator result)
    {
        var name = s?.Trim().Replace("-", "", StringComparison.Ordinal);
        result = All.FirstOrDefault(o => string.Equals(o.Name.Replace("-", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;
}
