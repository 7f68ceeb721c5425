namespace NotebookKit.Anonymizing;

/// <summary>Names and secrets that stand clearly in one place of a record and are looked for in all others.</summary>
internal sealed class LearnedValues
{
    private const int MinSecret = 6, MaxSecret = 256, MaxValues = 32;

    private List<string>? names, secrets;
    private RecognizerContext? known;

    /// <summary>True where nothing was learned.</summary>
    public bool IsEmpty => names is null && secrets is null;

    /// <summary>Keeps what is sure enough: a name behind a cue, a secret that mixes kinds of characters.</summary>
    public void Add(Span span, ReadOnlySpan<char> value)
    {
        if (span.Type == EntityTypes.Person)
        {
            if (span.Score < 0.85 || span.Identity is not null || span.Recognizer is not ("CueName" or "AsianName") || names?.Count >= MaxValues) return;
            var text = value.ToString();
            if (names?.Contains(text) != true) (names ??= []).Add(text);
            known = null;
        }
        else if (span.Type == EntityTypes.ApiKey && value.Length is >= MinSecret and <= MaxSecret && !(secrets?.Count >= MaxValues) && Secrets.Classes(value) > 1)
        {
            var text = value.ToString();
            if (secrets?.Contains(text) != true) (secrets ??= []).Add(text);
        }
    }

    /// <summary>Adds where what was learned stands in a text.</summary>
    public void Find(string text, Recognizer byName, List<Span> into)
    {
        foreach (var secret in secrets ?? [])
            for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + secret.Length, StringComparison.Ordinal))
                if (Chars.IsBoundary(text, at) && Chars.IsBoundary(text, at + secret.Length)) into.Add(new(at, at + secret.Length, EntityTypes.ApiKey, 0.75, "Learned"));
        if (names is null) return;
        known ??= new() { KnownNames = [.. names] };
        var first = into.Count;
        byName.Find(text, known, into);
        // A word that is usual in the language too is a name only where the cue was.
        for (var i = into.Count - 1; i >= first; i--)
            if (!char.IsUpper(text[into[i].Start]) && text[into[i].Start] < 0x590) into.RemoveAt(i);
    }
}
