namespace NotebookKit.Anonymizing;

/// <summary>What a recognizer may know beside the text. One instance serves one thread.</summary>
public sealed class RecognizerContext
{
    private readonly List<NameToken> tokens = [];
    private string? tokenized;

    /// <summary>Names that the record itself gives.</summary>
    public IReadOnlyList<string> KnownNames { get; init; } = [];

    /// <summary>The names of <see cref="KnownNames"/>, cut into words.</summary>
    internal IReadOnlyList<KnownName> Known => field ??= KnownName.Of(KnownNames);

    /// <summary>The words of a text; made once for all recognizers that look at words.</summary>
    internal List<NameToken> Tokens(string text)
    {
        if (ReferenceEquals(tokenized, text)) return tokens;
        NameTokens.Read(text, tokens);
        tokenized = text;
        return tokens;
    }

    /// <summary>What the texts of a record gave away: names by a greeting, an introduction or a signature, and secrets. It holds in all texts of the record.</summary>
    internal LearnedValues Learned { get; init; } = new();
}
