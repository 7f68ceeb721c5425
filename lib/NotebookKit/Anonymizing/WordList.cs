using System.Globalization;

namespace NotebookKit.Anonymizing;

/// <summary>A recognizer of given words and values: <c>new WordList("PROJECT_CODE", ["Bluefin", "Kestrel 7"])</c>. Linear in the length of the text for any number of words.</summary>
public sealed class WordList : Recognizer
{
    private readonly WordMatcher words;
    private readonly double score;
    private readonly string hash;

    /// <summary>Makes the list.</summary>
    /// <param name="entityType">The type of its finds and the word in their placeholder: capital letters, digits and underscores.</param>
    /// <param name="words">Words or values of 1–256 characters. White space at their ends does not count; empty ones are left out.</param>
    /// <param name="ignoreCase">Whether large and small letters are the same. Default: true.</param>
    /// <param name="wholeWords">Whether a find must begin and end where words do. Default: true.</param>
    /// <param name="score">How sure a find is. Ratio, 0–1, default 1: whoever gives a list means it.</param>
    /// <exception cref="ArgumentException">The type is no name of a type, or a word is too long.</exception>
    public WordList(string entityType, IEnumerable<string> words, bool ignoreCase = true, bool wholeWords = true, double score = 1)
    {
        ArgumentNullException.ThrowIfNull(words);
        EntityType = EntityTypes.CheckedName(entityType);
        this.score = Guard.Ratio(score);
        string[] given = [.. words];
        if (Array.FindIndex(given, w => w.Length > WordMatcher.MaxLength) is >= 0 and var long_)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Word {long_ + 1} of the list has {given[long_].Length} characters; at most {WordMatcher.MaxLength} are possible."), nameof(words));
        this.words = new(given, ignoreCase, wholeWords);
        hash = Text.StableHash.Of(string.Join('\n', given) + (ignoreCase ? "|i" : "|") + (wholeWords ? "|w" : "|")).ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override string EntityType { get; }

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        for (var from = 0; words.Next(text, ref from, out var start, out var end);) into.Add(At(start, end, score));
    }

    /// <inheritdoc/>
    private protected override string Details => string.Create(CultureInfo.InvariantCulture, $" ({words.Count} words, hash {hash}, score {score})");
}
