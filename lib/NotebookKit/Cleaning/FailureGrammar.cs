using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Tells short texts that report a failure of a program and say nothing else: each sentence names something technical that failed, or asks to try
/// again, or apologizes.</summary>
internal static class FailureGrammar
{
    private static readonly Lexicon<FailurePart> Lexicon = new(FailureWords.Single, FailureWords.Pairs, [], static (a, b) => a | b, FailurePart.Number);

    /// <summary>True where the whole text reports a failure; <paramref name="asked"/> is the user's text, whose own words about a failure are answered rather
    /// than reported.</summary>
    public static bool Is(string text, string asked)
    {
        if (IsQuotation(text) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal) || CodeFences.IsMostly(text, fromLines: 3)) return false;
        var failed = false;
        var label = !EndMarks.Ends(text) && !text.AsSpan().Trim().Contains('\n') && EndMarks.Next(text) < 0;
        foreach (var line in text.AsSpan().Trim().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            for (var rest = line; !rest.IsWhiteSpace();)
            {
                var end = EndMarks.Next(rest) is > 0 and var mark ? mark : rest.Length;
                if (rest[..end].IndexOf(';') is > 0 and var half) end = half + 1;
                var asks = rest[..end].TrimEnd() is [.., '?'];
                var words = Of(rest[..end]);
                var signed = failed is false && rest.Length < line.Length && end == rest.Length && IsSignature(rest);
                rest = rest[end..];
                if (signed) continue;
                if (words.Exists(w => (w & FailurePart.Explains) != 0)) return false;
                if (!asks && Fails(words, label)) failed = true;
                else if (!Accompanies(words)) return false;
            }
        }

        return failed && !TalksOfFailure(asked);
    }

    /// <summary>True where a few words deny or fail, as the values of fields do: "Not authenticated".</summary>
    public static bool Denies(string value) => Of(value) is { Count: <= 6 } words && words.Exists(w => (w & (FailurePart.Not | FailurePart.Failure)) != 0);

    /// <summary>True where any word is one for a failure or denies.</summary>
    public static bool HasFailure(ReadOnlySpan<char> text) => Of(text).Exists(w => (w & (FailurePart.Not | FailurePart.No | FailurePart.Failure | FailurePart.Stop)) != 0);

    /// <summary>True where a program speaks of itself or of an attempt.</summary>
    public static bool IsTechnical(ReadOnlySpan<char> text) => Of(text).Exists(w => (w & FailurePart.Tried) != 0);

    /// <summary>True where the text tells what somebody met, as summaries do: "the user reports".</summary>
    public static bool IsReported(ReadOnlySpan<char> text) => Of(text).FindIndex(w => (w & FailurePart.Person) != 0) is >= 0 and < 4;

    /// <summary>True where any word explains: "404 means".</summary>
    public static bool Explains(ReadOnlySpan<char> text) => Of(text).Exists(w => (w & FailurePart.Explains) != 0);

    /// <summary>Who writes, at the end of a line: "The support team".</summary>
    private static bool IsSignature(ReadOnlySpan<char> clause)
    {
        var words = clause.Trim();
        return (words.EndsWith(" team", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" support", StringComparison.OrdinalIgnoreCase)) && words.Count(' ') < 4 && char.IsUpper(words[0]);
    }

    /// <summary>Opens with a quotation of more than a name: then the answer speaks about it.</summary>
    private static bool IsQuotation(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.IsEmpty || Fold.Char(text[0]) != '"') return false;
        for (var i = 1; i < text.Length; i++)
            if (Fold.Char(text[i]) == '"') return text[1..i].Contains(' ');
        return true;
    }

    /// <summary>A clause that reports a failure; <paramref name="label"/> where it is all there is and has no end mark, as labels and titles are.</summary>
    private static bool Fails(List<FailurePart> words, bool label)
    {
        if (words.Count > 30 || words.FindIndex(w => (w & FailurePart.Person) != 0) is >= 0 and < 4) return false;
        var failure = words.FindIndex(w => (w & FailurePart.Failure) != 0);
        // "There are no errors" reports none.
        if (failure > 0 && (words[failure] & FailurePart.Denied) == 0 && words.FindIndex(Math.Max(0, failure - 2), Math.Min(2, failure), w => w is FailurePart.Not or FailurePart.No) >= 0) return false;
        var hard = words.Exists(w => (w & FailurePart.Failure) != 0 && (w & FailurePart.Soft) == 0);
        // Words that only join are no content that would speak against a failure.
        var said = words.Count(w => w != FailurePart.Glue && w != FailurePart.You);
        var unknown = words.Count(w => w == FailurePart.None);
        var core = words.Exists(w => (w & FailurePart.Core) != 0);
        if (hard && words.Exists(w => (w & FailurePart.Thing) != 0) && unknown * 3 <= said * 2 && (core || unknown * 2 <= said || !words.Contains(FailurePart.You))) return true;
        if (failure >= 0 && !hard && (core || !label) && words.Exists(w => (w & FailurePart.Thing) != 0) && unknown * (core ? 2 : 3) <= said && (core || !words.Exists(w => (w & FailurePart.You) != 0))) return true;
        if (words.Count <= 6 && words.Exists(w => (w & FailurePart.Stop) != 0) && (words.Count <= 4 || words.Exists(w => (w & FailurePart.Failure) != 0))) return words.Count > 1;
        if (RunsOut(words)) return true;
        if (failure >= 0 && words.Count <= 3 && (hard || !label)) return true;
        if (words.Count <= 10 && words.Exists(w => (w & FailurePart.Strong) != 0) && unknown <= 2) return true;
        // "The service is restarting": not there yet, and nothing else is said.
        if (words.Count <= 10 && words.Exists(w => (w & FailurePart.Pending) != 0) && core && unknown <= 1) return true;
        // "We will be back soon", "please wait a moment": nothing but that it will go on.
        if (words.Count(w => (w & FailurePart.Again) != 0) is >= 2 and var again && again * 5 >= words.Count(w => w != FailurePart.Glue && (w & FailurePart.Polite) == 0) * 4 && words.Count <= 14) return true;
        if (failure >= 0 && words.Count <= 10 && ((words.Exists(w => (w & FailurePart.Some) != 0) && unknown * 2 <= said && !label) || (words.Count < 5 && words.Exists(w => (w & FailurePart.Work) != 0) && (hard || !label)))) return true;
        return CouldNot(words);
    }

    /// <summary>"Out of memory", "no space left", "the maximum context is 8000 tokens, yours has 9000", "agent stopped at its limit".</summary>
    private static bool RunsOut(List<FailurePart> words)
    {
        if (words.Count <= 8 && words.FindIndex(w => (w & FailurePart.No) != 0) is >= 0 and var no && words.FindIndex(no + 1, Math.Min(2, words.Count - no - 1), w => (w & FailurePart.Supply) != 0) >= 0) return true;
        if (words.Count <= 14 && (words.Count <= 9 || words.Count(w => (w & FailurePart.Measure) != 0) > 1) && words.Exists(w => (w & FailurePart.Measure) != 0) && words.Count(w => w == FailurePart.None) <= 1 && words.Exists(w => w == FailurePart.Work)) return true;
        if (words.Count(w => (w & FailurePart.Measure) != 0) >= 3 && words.Exists(w => (w & FailurePart.Number) != 0)) return true;
        return words.Count <= 12 && words.Exists(w => (w & FailurePart.Stop) != 0) && words.Count(w => (w & FailurePart.Thing) != 0) >= 2;
    }

    /// <summary>"We could not load the suggestion", "no response from the model".</summary>
    private static bool CouldNot(List<FailurePart> words)
    {
        if (words.Count is >= 2 and <= 5 && words.FindIndex(w => (w & FailurePart.Not) != 0) is >= 0 and var denial && denial >= words.Count - 3 && (words[^1] & FailurePart.Work) != 0) return true;
        if (words.Count is < 2 or > 16 || !words.Exists(w => (w & FailurePart.Thing) != 0)) return false;
        var none = words.FindIndex(w => (w & FailurePart.No) != 0);
        if (none >= 0 && (none + 1 >= words.Count || !words.Exists(w => (w & FailurePart.Failure) != 0 && (w & FailurePart.Not) == 0)) && words.FindIndex(none + 1, Math.Min(6, words.Count - none - 1), w => (w & FailurePart.Thing) != 0) >= 0 && words.Count <= 12
            && (none == 0 || words.Exists(w => (w & FailurePart.Work) != 0)) && words.Count(w => w == FailurePart.None) <= 2) return true;
        var not = words.FindIndex(w => (w & FailurePart.Not) != 0);
        var work = not < 0 ? -1 : words.FindIndex(not, w => (w & FailurePart.Work) != 0);
        return work >= 0 && work - not <= 4;
    }

    /// <summary>Asks to try again, apologizes, gives a number, or is a few words.</summary>
    private static bool Accompanies(List<FailurePart> words)
    {
        var said = words.Count(w => w != FailurePart.Glue);
        var few = words.Count(w => (w & (FailurePart.Again | FailurePart.Polite | FailurePart.Strong)) != 0);
        if (words.Count <= 24 && !words.Exists(w => w == FailurePart.You && words.Count > 12) && words.Count(w => (w & (FailurePart.Number | FailurePart.Measure | FailurePart.Supply)) != 0) * 5 >= said * 2) return true;
        return words.Count < 4 || (words.Count <= 18 && few * 4 >= said && words.Count(w => w == FailurePart.None) * 2 <= said);
    }

    /// <summary>The user asks about a failure: then the answer may tell of one.</summary>
    private static bool TalksOfFailure(string asked)
    {
        var words = Of(asked);
        return words.Exists(w => (w & FailurePart.Failure) != 0) && asked.Contains("mean", StringComparison.OrdinalIgnoreCase);
    }

    private static List<FailurePart> Of(ReadOnlySpan<char> text) => Lexicon.Of(text);
}
