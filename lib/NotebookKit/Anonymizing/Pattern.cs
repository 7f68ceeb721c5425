using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookKit.Anonymizing;

/// <summary>A recognizer of a regular expression: <c>new Pattern("TICKET", @"\bTKT-\d{6}\b")</c>. It never backtracks, so no text makes it slow; look-arounds and back
/// references are therefore not possible. <c>^</c> and <c>$</c> stand for the ends of a line. A group <c>(?&lt;value&gt;…)</c> is masked alone, where there is one.</summary>
public sealed class Pattern : Recognizer
{
    /// <summary>Text is searched in pieces, because finding all matches in one long text may take time with its square; a match may have this many characters.</summary>
    private const int Piece = 1 << 11, MaxMatch = 1 << 9;

    private const int Before = 48, Behind = 24;

    private readonly Regex regex;
    private readonly bool hasValue;

    /// <summary>Makes it.</summary>
    /// <param name="entityType">The type of its finds and the word in their placeholder: capital letters, digits and underscores.</param>
    /// <param name="pattern">A .NET regular expression; <c>(?i)</c> in front ignores case.</param>
    /// <exception cref="ArgumentException">The type is no name of a type, or the expression is wrong, or needs backtracking.</exception>
    public Pattern(string entityType, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        EntityType = EntityTypes.CheckedName(entityType);
        try
        {
            regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline);
        }
        catch (Exception error) when (error is NotSupportedException or RegexParseException)
        {
            throw new ArgumentException($"The pattern of {entityType} cannot be used: {string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}", nameof(pattern), error);
        }

        hasValue = regex.GroupNumberFromName("value") > 0;
    }

    /// <inheritdoc/>
    public override string EntityType { get; }

    /// <summary>How sure a find is. Ratio, 0–1, default 0.85: a shape with no check digit behind it.</summary>
    public double Score { get; init => field = Guard.Ratio(value); } = 0.85;

    /// <summary>Asks whether a match is one, such as for a check digit; it is given the text that would be masked. Default null: every match is.</summary>
    public Func<string, bool>? Check { get; init; }

    /// <summary>Words of which one must stand near, up to 48 characters before or 24 behind, in any case; without one a find has half the score. Default: none are needed.</summary>
    public IReadOnlyList<string> Words { get; init => field = [.. value]; } = [];

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        for (var start = 0; ;)
        {
            var end = Math.Min(text.Length, start + Piece);
            var last = end == text.Length;
            // What begins near the end of a piece is found in the next one.
            var stop = last ? end : Cut(text, end - MaxMatch, end);
            for (var match = regex.Match(text, start, end - start); match.Success && (last || match.Index < stop); match = match.NextMatch()) Add(text, match, into);
            if (last) return;
            start = stop;
        }
    }

    private void Add(string text, Match match, List<Span> into)
    {
        var value = hasValue ? match.Groups["value"] : match;
        if (!value.Success || value.Length == 0 || Check is { } check && !check(value.Value)) return;
        into.Add(At(value.Index, value.Index + value.Length, Words.Count == 0 || IsNear(text, match) ? Score : Score / 2));
    }

    private bool IsNear(string text, Match match)
    {
        var start = Math.Max(0, match.Index - Before);
        var around = text.AsSpan(start, Math.Min(text.Length, match.Index + match.Length + Behind) - start);
        foreach (var word in Words)
            if (around.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Behind the first white space of a stretch, a line's end first, so that anchors mean what they mean.</summary>
    private static int Cut(string text, int from, int to)
    {
        var stretch = text.AsSpan(from, to - from);
        var line = stretch.IndexOf('\n');
        var space = line >= 0 ? line : stretch.IndexOfAny(' ', '\t');
        return space < 0 ? from : from + space + 1;
    }

    /// <inheritdoc/>
    private protected override string Details =>
        string.Create(CultureInfo.InvariantCulture, $" ({regex}, score {Score}{(Check is null ? "" : ", checked")}{(Words.Count == 0 ? "" : ", near " + string.Join('/', Words))})");
}
