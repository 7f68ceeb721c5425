using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>What a recognizer may know beside the text. One instance serves one thread.</summary>
public sealed class RecognizerContext
{
    private readonly List<NameToken> tokens = [];
    private readonly List<WordStart> starts = [];
    private readonly List<DigitRun> numbers = [];
    private readonly List<(int Start, int End)> runs = [];
    private string? tokenized, numbered, measured, started, searched, signed;
    private bool hasStem;
    private TextSigns signs;

    /// <summary>Names that the record itself gives.</summary>
    public IReadOnlyList<string> KnownNames { get; init; } = [];

    /// <summary>The names of <see cref="KnownNames"/>, cut into words.</summary>
    internal IReadOnlyList<KnownName> Known => field ??= KnownName.Of(KnownNames);

    /// <summary>True where the words of a text are there already.</summary>
    internal bool HasTokens(string text) => ReferenceEquals(tokenized, text);

    /// <summary>The words of a text; made once for all recognizers that look at words.</summary>
    internal List<NameToken> Tokens(string text)
    {
        if (ReferenceEquals(tokenized, text)) return tokens;
        NameTokens.Read(text, tokens);
        tokenized = text;
        return tokens;
    }

    /// <summary>Which signs a text has; looked for once.</summary>
    internal TextSigns Signs(string text)
    {
        if (!ReferenceEquals(signed, text)) (signs, signed) = (TextSigns.Of(text), text);
        return signs;
    }

    /// <summary>True for a text without any letter or mark beyond ASCII.</summary>
    internal bool IsAscii(string text) => Signs(text).Ascii;

    /// <summary>True for a text with a word that names a secret, or holds such a one; sought once for the recognizers of secrets.</summary>
    internal bool HasSecretStem(string text)
    {
        if (!ReferenceEquals(searched, text)) (hasStem, searched) = (Secrets.HasStem(text), text);
        return hasStem;
    }

    /// <summary>Where words of secrets, dates and numbers may begin; read once for all who look for such words.</summary>
    internal ReadOnlySpan<WordStart> Starts(string text)
    {
        if (!ReferenceEquals(started, text))
        {
            starts.Clear();
            WordStarts.Read(text, IsAscii(text), starts);
            started = text;
        }

        return CollectionsMarshal.AsSpan(starts);
    }

    /// <summary>The runs of digits of a text; read once for all recognizers that look at numbers.</summary>
    internal ReadOnlySpan<DigitRun> Numbers(string text)
    {
        if (!ReferenceEquals(numbered, text))
        {
            DigitRuns.Read(text, numbers);
            numbered = text;
        }

        return CollectionsMarshal.AsSpan(numbers);
    }

    /// <summary>The long runs of the characters of keys and tokens; sought once for the recognizers of secrets.</summary>
    internal ReadOnlySpan<(int Start, int End)> LongRuns(string text)
    {
        if (!ReferenceEquals(measured, text))
        {
            runs.Clear();
            for (var from = Signs(text).Run ? 0 : text.Length; TokenRuns.Next(text, ref from, out var start, out var end);) runs.Add((start, end));
            measured = text;
        }

        return CollectionsMarshal.AsSpan(runs);
    }

    /// <summary>What the texts of a record gave away: names by a greeting, an introduction or a signature, and secrets. It holds in all texts of the record.</summary>
    internal LearnedValues Learned { get; init; } = new();

    /// <summary>What an operator put into the record before: it is left alone.</summary>
    internal StandIns? StandIns { get; init; }
}
