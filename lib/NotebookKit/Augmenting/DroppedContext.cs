using System.Collections.Frozen;

namespace NotebookKit.Augmenting;

/// <summary>Takes away what a reader would like to know: a greeting, the first sentence, or the turns before.</summary>
internal static class DroppedContext
{
    private const int LeastWords = 2, LongestGreeting = 60;

    private static readonly FrozenSet<string> Greetings = new[]
    {
        "hi", "hello", "hey", "dear", "greetings", "good", "hallo", "guten", "liebes", "lieber", "liebe", "sehr", "moin", "servus", "bonjour", "bonsoir", "salut", "cher", "chère", "hola", "buenos", "buenas", "estimado", "estimada", "estimados",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The turns that are left; null where nothing can be taken away.</summary>
    public static IReadOnlyList<Message>? Of(IReadOnlyList<Message> messages, int at, MessyHand hand)
    {
        var text = messages[at].Content!;
        var ways = new List<Func<IReadOnlyList<Message>?>>();
        if (AfterGreeting(text) is { } rest) ways.Add(() => MessyTurn.With(messages, at, rest));
        else if (AfterFirstSentence(text) is { } later) ways.Add(() => MessyTurn.With(messages, at, later));
        if (messages.Take(at).Any(m => m.Role != Role.System)) ways.Add(() => [.. messages.Where((m, i) => i >= at || m.Role == Role.System)]);
        return ways.Count == 0 ? null : ways[hand.Luck.Below(ways.Count)]();
    }

    /// <summary>What stands behind the greeting; null where there is none, or nothing behind it.</summary>
    private static string? AfterGreeting(string text)
    {
        var start = text.AsSpan().TrimStart();
        var word = 0;
        while (word < start.Length && char.IsLetter(start[word])) word++;
        if (!Greetings.Contains(start[..word].ToString().ToLowerInvariant())) return null;
        var end = start.IndexOfAny(",.!\n");
        return end is < 0 or > LongestGreeting ? null : Rest(start[(end + 1)..]);
    }

    /// <summary>What stands behind the first sentence.</summary>
    private static string? AfterFirstSentence(string text)
    {
        // What stands before code is never cut off from it.
        for (var i = 1; i + 1 < text.Length && text[i] != '`'; i++)
            if (text[0] != '`' && (text[i] == '\n' || (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]) && char.IsLetter(text[i - 1])))) return Rest(text.AsSpan(i + 1));
        return null;
    }

    private static string? Rest(ReadOnlySpan<char> rest)
    {
        var left = rest.TrimStart(" \t\r\n,.!?-–—").ToString();
        return TextPieces.Of(left).Count(p => p.Kind != PieceKind.Between) >= LeastWords ? left : null;
    }
}
