using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A name that a record gives about itself, cut into words.</summary>
/// <param name="Full">The name as given; the identity behind all its forms.</param>
/// <param name="Words">Hashes of its words.</param>
/// <param name="Parts">Those of its words that stand for the person alone: long enough.</param>
internal sealed record KnownName(string Full, ulong[] Words, HashSet<ulong> Parts)
{
    private const int MinPart = 3;

    /// <summary>True for a name of two or more characters in a script without spaces.</summary>
    public bool HasIdeographs { get; } = Full.Length > 1 && Full.Any(Fold.IsIdeograph);

    /// <summary>Cuts names; those without a word of two letters are left out.</summary>
    public static IReadOnlyList<KnownName> Of(IReadOnlyList<string> names)
    {
        if (names.Count == 0) return [];
        var known = new List<KnownName>();
        var tokens = new List<NameToken>();
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            NameTokens.Read(name, tokens);
            tokens.RemoveAll(t => t.Shape == Shape.Code && !name.AsSpan(t.Start, t.Length).ContainsAnyInRange('a', 'z'));
            if (tokens.All(t => t.Length < 2)) continue;
            var parts = tokens.Where(t => t.Length >= MinPart || t.Shape == Shape.Caseless && t.Length > 1).Select(t => t.Hash);
            known.Add(new(name.Trim(), [.. tokens.Select(t => t.Hash)], [.. parts]));
        }

        return known;
    }
}
