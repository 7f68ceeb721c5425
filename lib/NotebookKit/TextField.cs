using System.Globalization;

namespace NotebookKit;

/// <summary>Which part of an example a text is.</summary>
public enum TextPart
{
    /// <summary>What a turn says.</summary>
    Content,

    /// <summary>The speaker's name.</summary>
    Name,

    /// <summary>A value inside a tool call's arguments.</summary>
    Arguments,

    /// <summary>A value inside the tool definitions.</summary>
    Tools,

    /// <summary>The prompt that a generator was given.</summary>
    GeneratorPrompt,

    /// <summary>A value inside the metadata.</summary>
    Metadata,
}

/// <summary>One free text of an example.</summary>
/// <param name="Part">Which part it is.</param>
/// <param name="Role">Who speaks, for texts of a turn.</param>
/// <param name="Turn">Index of the turn, from 0; −1 for texts that belong to no turn.</param>
/// <param name="Declined">True for a turn of <see cref="Example.Declined"/>.</param>
/// <param name="Text">The text; never null.</param>
public readonly record struct TextField(TextPart Part, Role? Role, int Turn, bool Declined, string Text)
{
    /// <summary>Name of the property whose value the text is, where it stands in JSON (arguments, metadata, tools); an item of a list has the list's. Else null.</summary>
    public string? Key { get; init; }

    /// <summary>Where the text is, for people: <c>messages[2].content</c>.</summary>
    public string Path => Turn < 0
        ? Part.ToString().ToLowerInvariant()
        : string.Create(CultureInfo.InvariantCulture, $"{(Declined ? "declined" : "messages")}[{Turn}].{Part.ToString().ToLowerInvariant()}");
}
