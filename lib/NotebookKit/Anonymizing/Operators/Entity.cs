namespace NotebookKit.Anonymizing;

/// <summary>A piece of personal data that was found, with all that an <see cref="Operator"/> may know about it.</summary>
public sealed class Entity
{
    private readonly string? identity;
    private readonly SecretKey? key;

    /// <summary>Makes an entity.</summary>
    /// <param name="type">What it is: one of <see cref="EntityTypes"/>, or a type of somebody's own.</param>
    /// <param name="value">The text that was found.</param>
    public Entity(string type, string value)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(value);
        Type = type;
        Value = value;
    }

    /// <summary>What it is: one of <see cref="EntityTypes"/>, or a type of somebody's own.</summary>
    public string Type { get; }

    /// <summary>The text that was found, as it stands there.</summary>
    public string Value { get; }

    /// <summary>The same for all spellings of one thing: mail in small letters, numbers without separators, a folded name; for a part of a name the full name where the
    /// record tells it.</summary>
    public string Identity
    {
        get => identity ?? CanonicalValue.Of(Type, Value);
        init => identity = value;
    }

    /// <summary>Whom the record is about: a code for <see cref="Example.Subject"/>, else for the conversation, else the record's id; empty for a single text.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The time that stands for now, where it is known: that of the run, else the record's own.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The key of the run. Default: that of the default seed.</summary>
    public SecretKey Key
    {
        get => key ?? SecretKey.FromSeed(new RunContext().Seed);
        init => key = value;
    }

    /// <summary>Number of the entity among those of its kind in the record, from 1, in the order in which numbers are asked for.</summary>
    public int Number => Record?.NumberOf(this) ?? 1;

    /// <summary>The type in brackets: <c>[NAME]</c>.</summary>
    public string Placeholder => $"[{EntityTypes.ShortName(Type)}]";

    /// <summary>The record it was found in; null outside a record.</summary>
    internal RecordFinds? Record { get; init; }

    /// <summary>True where the record writes days before months, false where months come first, null where it does not tell.</summary>
    internal bool? DayFirst { get; init; }

    /// <summary>A keyed code for <see cref="Identity"/>: 32 hexadecimal digits, the same for the same thing and key everywhere.</summary>
    /// <param name="purpose">Keeps codes for different uses apart.</param>
    public string Code(string purpose) => Key.Code($"{purpose} {Type}", Identity);

    /// <summary>The placeholder, never the value: an entity may come into a message.</summary>
    public override string ToString() => Placeholder;

    /// <summary>Draws that depend on key, type and identity alone.</summary>
    internal KeyedDraws Draws(string purpose) => new(Key, $"{purpose} {Type}", Identity);
}
