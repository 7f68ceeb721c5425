namespace NotebookKit.Display;

/// <summary>A conversation as a chat: who said what, tool calls, placeholders of personal data and hidden characters marked.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record ChatView : IView
{
    /// <summary>The turns, in order.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>The answer that lost, where there is one.</summary>
    public IReadOnlyList<Message>? Declined { get; init; }

    /// <summary>A line above the conversation; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>Characters of a turn that are shown, at least 100; what is cut is said. Default 20,000.</summary>
    public int LongestTurn { get; init => field = Guard.AtLeast(value, 100); } = 20_000;

    /// <summary>Turns that are shown, at least 1: the last ones. Default 200.</summary>
    public int MostTurns { get; init => field = Guard.AtLeast(value, 1); } = 200;

    /// <summary>The conversation of an example.</summary>
    public static ChatView Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new() { Messages = example.Messages, Declined = example.Declined };
    }

    /// <inheritdoc/>
    public string ToText() => ChatText.Render(this);

    /// <inheritdoc/>
    public string ToHtml() => Render().ToString();

    /// <inheritdoc/>
    public override string ToString() => ToText();

    internal Html Render() => ChatHtml.Render(this);
}
