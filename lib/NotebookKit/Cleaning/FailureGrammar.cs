using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Tells short texts that report a failure of a program and say nothing else: each sentence names something technical that failed, or asks to try
/// again, or apologizes.</summary>
internal static class FailureGrammar
{
    [Flags]
    private enum Part
    {
        None = 0,

        /// <summary>A program or a part of one.</summary>
        Thing = 1,

        /// <summary>A word that fails by itself: crashed, timeout, overloaded.</summary>
        Failure = 2,

        /// <summary>Denies: could not, unable.</summary>
        Not = 4,

        /// <summary>"No", which denies the thing behind it.</summary>
        No = 128,

        /// <summary>Explains: "404 means that".</summary>
        Explains = 256,

        /// <summary>What a program does: load, connect, complete.</summary>
        Work = 8,

        /// <summary>Asks to try again, or says that it will be right soon.</summary>
        Again = 16,

        /// <summary>Apologizes or thanks.</summary>
        Polite = 32,

        /// <summary>Something, an, unexpected: what goes before "error".</summary>
        Some = 64,
    }

    private static readonly Dictionary<ulong, Part> Parts = Make(
        (Part.Thing, "request requests server servers service services system systems connection response operation session network model backend database api assistant upstream gateway page suggestion "
            + "suggestions generation engine process job task worker host endpoint client socket application app query reply answer completion output tool function plugin token tokens context quota rate limit key "
            + "resource content internet website site platform provider feature bot chatbot data message stream queue cache memory script module result results"),
        (Part.Failure, "error errors failed failure fails failing crashed crash crashes timeout timeouts refused reset aborted expired overloaded unavailable unreachable terminated interrupted disconnected "
            + "exceeded exception fault fatal broke broken denied forbidden unauthorized invalid corrupted malformed rejected offline outage maintenance busy wrong down lost unresponsive cancelled canceled "
            + "halted overload throttled exhausted stuck hiccup glitch unhealthy difficulties"),
        (Part.Not, "not cannot cant couldnt unable failed didnt wasnt isnt wont"),
        (Part.No, "no without"),
        (Part.Explains, "means mean indicates because stands refers says usually when whenever"),
        (Part.Work, "load loaded loading reach reached connect connected connecting complete completed completing process processed processing parse parsed generate generated generating fetch fetched respond responded "
            + "responding return returned retrieve retrieved find found establish established handle handled read write open send sent save finish finished start started available working reachable execute executed "
            + "perform performed resolve resolved deliver delivered display displayed produce produced timed contact get create created update updated render rendered receive received"),
        (Part.Again, "try again retry retrying later reload refresh restart moment minutes minute seconds while shortly soon back notified team engineers administrator support reference id code contact check internet "
            + "connection sign log persists continues reported working logged trace number details known status repeat wait once tap click press"),
        (Part.Polite, "sorry apologies apologize apologise oops whoops oh uh inconvenience thank thanks patience understanding please unfortunately hmm ups"),
        (Part.Some, "something an unexpected unknown internal temporary technical system there this some other occurred happened encountered"));

    /// <summary>True where the whole text reports a failure; <paramref name="asked"/> is the user's text, whose own words about a failure are answered rather
    /// than reported.</summary>
    public static bool Is(string text, string asked)
    {
        if (Fold.Char(text.AsSpan().TrimStart() is [var first, ..] ? first : ' ') is '"') return false;
        var failed = false;
        foreach (var line in text.AsSpan().Trim().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            for (var rest = line; !rest.IsWhiteSpace();)
            {
                var end = EndMarks.Next(rest) is > 0 and var mark ? mark : rest.Length;
                var words = Of(rest[..end]);
                rest = rest[end..];
                if (words.Exists(w => (w & Part.Explains) != 0)) return false;
                if (Fails(words)) failed = true;
                else if (!Accompanies(words)) return false;
            }
        }

        return failed && !TalksOfFailure(asked);
    }

    private static bool Fails(List<Part> words)
    {
        if (words.Count > 30) return false;
        var failure = words.FindIndex(w => (w & Part.Failure) != 0);
        // "There are no errors" reports none.
        if (failure > 0 && words.FindIndex(Math.Max(0, failure - 2), Math.Min(2, failure), w => w is Part.Not or Part.No) >= 0) failure = -1;
        var has = failure >= 0 && words.Exists(w => (w & Part.Thing) != 0);
        if (has && words.Count(w => w != Part.None) * 3 >= words.Count) return true;
        if (failure >= 0 && words.Count <= 10 && (words.Exists(w => (w & Part.Some) != 0) || (words.Count < 5 && words.Exists(w => (w & Part.Work) != 0)))) return true;
        return CouldNot(words);
    }

    /// <summary>"We could not load the suggestion", "no response from the model".</summary>
    private static bool CouldNot(List<Part> words)
    {
        if (words.Count is < 2 or > 16 || !words.Exists(w => (w & Part.Thing) != 0)) return false;
        if (words.Count < 8 && words[0] == Part.No && (words[1] & Part.Thing) != 0) return true;
        var not = words.FindIndex(w => (w & Part.Not) != 0);
        var work = not < 0 ? -1 : words.FindIndex(not, w => (w & Part.Work) != 0);
        return work >= 0 && work - not <= 4;
    }

    /// <summary>Asks to try again, apologizes, or is a few words.</summary>
    private static bool Accompanies(List<Part> words)
    {
        var few = words.Count(w => (w & (Part.Again | Part.Polite | Part.Failure)) != 0);
        return words.Count < 4 || (words.Count <= 14 && few * 4 >= words.Count);
    }

    /// <summary>The user asks about a failure: then the answer may tell of one.</summary>
    private static bool TalksOfFailure(string asked)
    {
        var words = Of(asked);
        return words.Exists(w => (w & Part.Failure) != 0) && asked.Contains("mean", StringComparison.OrdinalIgnoreCase);
    }

    private static List<Part> Of(ReadOnlySpan<char> text)
    {
        var row = new List<Part>(text.Length / 5);
        Words.Each(text, row, static (word, list) => list.Add(Parts.GetValueOrDefault(StableHash.Of(word))));
        return row;
    }

    private static Dictionary<ulong, Part> Make(params (Part Part, string Words)[] lists)
    {
        var parts = new Dictionary<ulong, Part>();
        foreach (var (part, words) in lists)
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                parts[StableHash.Of(word)] = parts.GetValueOrDefault(StableHash.Of(word)) | part;
        return parts;
    }
}
