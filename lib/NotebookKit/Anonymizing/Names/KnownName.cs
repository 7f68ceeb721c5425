using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>How a word of a text belongs to a known name, from the surest on.</summary>
internal enum NameForm : byte
{
    /// <summary>A word of the name, in any case, with or without accents.</summary>
    Word,

    /// <summary>The word with a case ending, or written with other letters for an umlaut.</summary>
    Inflected,

    /// <summary>A short or pet form.</summary>
    Pet,

    /// <summary>A user name made of the name.</summary>
    Handle,
}

/// <summary>A name that a record gives about itself, cut into words.</summary>
/// <param name="Full">The name as given; the identity behind all its forms.</param>
/// <param name="Words">Hashes of its words.</param>
/// <param name="Parts">Those of its words that stand for the person alone: long enough.</param>
/// <param name="Folded">Its words, folded; those of other scripts and particles, too.</param>
internal sealed record KnownName(string Full, ulong[] Words, HashSet<ulong> Parts, string[] Folded)
{
    private const int MinPart = 3, MaxWords = 6;

    /// <summary>Names of one record; what is above is left out, so that a long list of participants costs no more.</summary>
    public const int Most = 32;

    /// <summary>True for a name of two or more characters in a script without spaces.</summary>
    public bool HasIdeographs { get; } = Full.Length > 1 && Full.Any(Fold.IsIdeograph);

    /// <summary>What a signature shows: <c>JF</c>; null for a name of one word.</summary>
    public string? Initials { get; } = Words.Length is > 1 and < 4 && !Full.Any(Fold.IsIdeograph) ? string.Concat(Folded.Select(w => char.ToUpperInvariant(w[0]))) : null;

    /// <summary>Hashes of all forms of all its parts.</summary>
    public Dictionary<ulong, NameForm> Forms => field ??= KnownNameForms.Of(this);

    /// <summary>Cuts names; those without a word of two letters are left out.</summary>
    public static IReadOnlyList<KnownName> Of(IReadOnlyList<string> names)
    {
        if (names.Count == 0) return [];
        var known = new List<KnownName>();
        var tokens = new List<NameToken>();
        foreach (var name in names)
        {
            if (known.Count == Most) break;
            if (string.IsNullOrWhiteSpace(name)) continue;
            NameTokens.Read(name, tokens);
            tokens.RemoveAll(t => t.Shape == Shape.Code && !name.AsSpan(t.Start, t.Length).ContainsAnyInRange('a', 'z'));
            if (tokens.All(t => t.Length < 2)) continue;
            if (tokens.Count > MaxWords) tokens.RemoveRange(MaxWords, tokens.Count - MaxWords);
            var parts = tokens.Where(t => t.Length >= MinPart || t.Shape == Shape.Caseless && t.Length > 1).Select(t => t.Hash);
            known.Add(new(name.Trim(), [.. tokens.Select(t => t.Hash)], [.. parts], [.. tokens.Select(t => Folding(name.AsSpan(t.Start, t.Length)))]));
        }

        return known;
    }

    /// <summary>The word as its hash sees it.</summary>
    public static string Folding(ReadOnlySpan<char> word)
    {
        var folded = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
            if (Fold.Char(c) is not '\0' and var plain) folded.Append(plain);
        return folded.Length == 0 ? "?" : folded.ToString();
    }
}
