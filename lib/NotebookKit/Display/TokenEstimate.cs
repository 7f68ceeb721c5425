namespace NotebookKit.Display;

/// <summary>Tokens by the rule of thumb "four characters are a token". An estimate: right within about a fifth for English prose,
/// too low for code and for scripts other than Latin, where a character can be a token by itself.</summary>
public static class TokenEstimate
{
    /// <summary>Characters in a token.</summary>
    public const int CharactersPerToken = 4;

    /// <summary>Estimated tokens of all turns, their tool calls and the tool definitions.</summary>
    public static long Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        long characters = example.Length + (example.Tools?.Length ?? 0);
        foreach (var message in example.Messages)
            foreach (var call in message.ToolCalls) characters += call.Name.Length + call.Arguments.Length;
        return Of(characters);
    }

    /// <summary>Estimated tokens of so many characters, rounded up.</summary>
    public static long Of(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
