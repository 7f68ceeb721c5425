using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Finds words that come again and again in a row: loops of a phrase, sentences and paragraphs said over, sentences in which only a number counts
/// up or a word changes.</summary>
internal static class WordRuns
{
    /// <summary>Longest loop that is looked for, in words: a long paragraph.</summary>
    private const int LongestPeriod = 160;

    /// <summary>From so many words on, a text said twice is a doubled one.</summary>
    private const int Paragraph = 6;

    /// <summary>No run has fewer words that were said before: three words in a row come thrice, six come twice.</summary>
    private const int FewestRepeated = 6;

    /// <summary>Share of an answer that a doubled text, a count or sentences that are nearly the same must fill; parts of answers may be parallel.</summary>
    private const double Most = 0.8;

    /// <summary>Words of a sentence that is compared with others, and how many of these there may be: an answer of more is no handful of sentences
    /// again and again, and comparing all pairs of its sentences would cost much.</summary>
    private const int SentenceWords = 5, MostSentences = 60;

    /// <summary>Jaccard similarity from which two sentences are nearly the same: one word of ten is another one.</summary>
    private const double NearlySame = 0.75;

    /// <summary>Share of the words that belong to such a run; 0 where there is none.</summary>
    public static double Share(string text)
    {
        var words = new List<Word>(text.Length / 5);
        Words.Each(text, words, static (word, list) => list.Add(new(StableHash.Of(word), NumberOf(word))));
        if (words.Count < 4) return 0;
        if (IsOneLine(text)) return 1;
        var repeated = Repeated(words);
        if (repeated < FewestRepeated) return 0;
        // In sentences that come three times, or that are three quarters the same as others and fill most of the answer, a third of all words at least were said before.
        var sayAgain = 3 * repeated >= words.Count;
        var share = Math.Max(Math.Max(Loops(words), Counts(words)), sayAgain ? Again(text, words.Count) : 0);
        if (CodeFences.IsMostly(text)) return share >= Most ? share : 0;
        return Math.Round(sayAgain ? Math.Max(share, Sentences(text, words.Count)) : share, 6);
    }

    /// <summary>How many words are not the first of their kind.</summary>
    private static int Repeated(List<Word> words)
    {
        var hashes = new ulong[words.Count];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = words[i].Hash;
        Array.Sort(hashes);
        var repeated = 0;
        for (var i = 1; i < hashes.Length; i++)
            if (hashes[i] == hashes[i - 1]) repeated++;
        return repeated;
    }

    private static long? NumberOf(ReadOnlySpan<char> word) =>
        !word.ContainsAnyExceptInRange('0', '9') && long.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>True where all lines, four or more, are the same and not a number.</summary>
    private static bool IsOneLine(string text)
    {
        ReadOnlySpan<char> first = [];
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            if (lines++ == 0) first = line.Trim();
            else if (!line.Trim().SequenceEqual(first)) return false;
        }

        return lines >= 4 && !first.ContainsAnyInRange('0', '9');
    }

    /// <summary>How often a phrase of so many words comes in a row before it is a loop: single words are said thrice for effect, phrases hardly.</summary>
    private static int Times(int period) => period switch { 1 => 8, 2 => 5, _ => 3 };

    private static double Loops(List<Word> words)
    {
        var looped = new bool[words.Count];
        var any = false;
        for (var period = 1; period <= Math.Min(LongestPeriod, words.Count / 2); period++)
        {
            for (int i = period, run = 0; i <= words.Count; i++)
            {
                if (i < words.Count && words[i].Hash == words[i - period].Hash)
                {
                    run++;
                    continue;
                }

                var length = run + period;
                var start = i - length;
                run = 0;
                if (length == period) continue;
                var isLoop = length >= Times(period) * period || (period >= Paragraph && length >= 2 * period && length >= Most * words.Count);
                if (!isLoop || IsNumbers(words, start, period)) continue;
                any = true;
                Array.Fill(looped, true, start, length);
            }
        }

        return any ? (double)looped.Count(l => l) / words.Count : 0;
    }

    /// <summary>Rows of numbers are data.</summary>
    private static bool IsNumbers(List<Word> words, int start, int period)
    {
        for (var i = start; i < start + period; i++)
            if (words[i].Number is null) return false;
        return true;
    }

    /// <summary>"Page 1 is ready. Page 2 is ready.": the words are the same, and one number goes up by the same step five times or more.</summary>
    private static double Counts(List<Word> words)
    {
        for (var period = 4; period <= Math.Min(20, words.Count / 5); period++)
        {
            var longest = 0;
            for (int i = period, run = 0; i < words.Count; i++)
            {
                run = Steps(words, i, period) ? run + 1 : 0;
                longest = Math.Max(longest, run + period);
            }

            if (longest >= 5 * period && longest >= Most * words.Count && Varying(words, period) == 1) return (double)longest / words.Count;
        }

        return 0;
    }

    private static bool Steps(List<Word> words, int i, int period)
    {
        var (now, before) = (words[i], words[i - period]);
        if (now.Number is not { } number || before.Number is not { } last) return now.Hash == before.Hash;
        return i < 2 * period || words[i - (2 * period)].Number is not { } first || number - last == last - first;
    }

    /// <summary>How many numbers of the last two periods differ.</summary>
    private static int Varying(List<Word> words, int period)
    {
        var varying = 0;
        for (var i = words.Count - period; i < words.Count; i++)
            if (words[i].Number != words[i - period].Number) varying++;
        return varying;
    }

    /// <summary>Share of words in sentences that stand three times or more, wherever; 0 where that is less than half.</summary>
    private static double Again(string text, int all)
    {
        var seen = new Dictionary<ulong, (int Times, int Words)>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            for (var rest = line; !rest.IsWhiteSpace();)
            {
                var end = EndMarks.Next(rest) is > 0 and var mark ? mark : rest.Length;
                var words = Words.Hashes(rest[..end]);
                rest = rest[end..];
                if (words.Count < 3) continue;
                var key = words.Aggregate(0UL, StableHash.Combine);
                seen[key] = (seen.GetValueOrDefault(key).Times + 1, words.Count);
            }
        }

        var again = seen.Values.Where(s => s.Times >= 3).Sum(s => s.Times * s.Words);
        return again * 2 >= all ? (double)again / all : 0;
    }

    /// <summary>Share of words in sentences that say nearly the same as one before, from the third on, where these fill the answer.</summary>
    private static double Sentences(string text, int all)
    {
        var seen = new List<HashSet<ulong>>();
        int same = 0, counted = 0, compared = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            for (var rest = line; !rest.IsWhiteSpace();)
            {
                var end = EndMarks.Next(rest) is > 0 and var mark ? mark : rest.Length;
                var words = Words.Hashes(rest[..end]);
                rest = rest[end..];
                if (words.Count < SentenceWords) continue;
                if (++compared > MostSentences) return 0;
                var set = words.ToHashSet();
                if (seen.Exists(s => Similarity(s, set) >= NearlySame)) (same, counted) = (same + 1, counted + words.Count);
                else seen.Add(set);
            }
        }

        // One of the group is the first to say it.
        return same >= 2 && seen.Count * 2 <= same && (double)counted * (same + 1) / same >= Most * all ? (double)counted / all : 0;
    }

    private static double Similarity(HashSet<ulong> a, HashSet<ulong> b)
    {
        var both = a.Count(b.Contains);
        return (double)both / (a.Count + b.Count - both);
    }

    private readonly record struct Word(ulong Hash, long? Number);
}
