using NotebookKit.Checking;
using NotebookKit.Cleaning;
using NotebookKit.Display;
using NotebookKit.Text;

namespace NotebookKit.Comparing;

/// <summary>One line of a set: a row, or one of its copies.</summary>
/// <param name="Row">The row.</param>
/// <param name="Copy">Number of the copy, from 0.</param>
internal readonly record struct GapLine(Example Row, int Copy)
{
    /// <summary>What is judged.</summary>
    public string Text => InputMess.TextOf(Row);
}

/// <summary>How an input is written.</summary>
internal readonly record struct Writing(int Length, int Typos, int Abbreviations, int Fragment, int Punctuation, int Case, string Language);

/// <summary>The lines of both sets that are looked at word by word, in the order of their keys.</summary>
internal sealed class GapSample
{
    /// <summary>Fewer letters do not tell a language.</summary>
    private const int LettersOfALanguage = 12;

    private GapSample(GapLine[] train, GapLine[] live, long trainLines, long liveLines, RunContext run)
    {
        (Train, Live, TrainLines, LiveLines) = (train, live, trainLines, liveLines);
        var typos = new Typos(train.Concat(live).Select(l => l.Text));
        (TrainWriting, LiveWriting) = (Written(train, typos, run), Written(live, typos, run));
    }

    /// <summary>Lines of the first set.</summary>
    public GapLine[] Train { get; }

    /// <summary>Lines of the second set.</summary>
    public GapLine[] Live { get; }

    /// <summary>How the first set is written, line by line.</summary>
    public Writing[] TrainWriting { get; }

    /// <summary>How the second set is written, line by line.</summary>
    public Writing[] LiveWriting { get; }

    /// <summary>Lines that the first set has in all.</summary>
    public long TrainLines { get; }

    /// <summary>Lines that the second set has in all.</summary>
    public long LiveLines { get; }

    /// <summary>Draws the lines and looks at them.</summary>
    public static GapSample Of(List<Example> train, List<Example> live, GapOptions options, RunContext run)
    {
        var (left, right) = (Lines(train), Lines(live));
        return new(Drawn(left, options, run), Drawn(right, options, run), left.Count, right.Count, run);
    }

    /// <summary>How many different rows would prove as much as these lines do, of which some are copies of one another (Kish's effective sample size, 1965).</summary>
    public static double Effective(IEnumerable<long> copies)
    {
        double sum = 0, squares = 0;
        foreach (var count in copies)
        {
            sum += count;
            squares += (double)count * count;
        }

        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static List<GapLine> Lines(List<Example> rows) => [.. rows.SelectMany(r => Enumerable.Range(0, RunNumbers.CopiesOf(r)).Select(copy => new GapLine(r, copy)))];

    private static GapLine[] Drawn(List<GapLine> lines, GapOptions options, RunContext run) => [.. KeyedDraw.Of(lines, options.MaxRows, run.Seed, "gap", l => l.Row.Id, l => l.Copy)];

    private static Writing[] Written(GapLine[] lines, Typos typos, RunContext run)
    {
        var parts = Chunks.Run(lines.Length, run, (from, to) =>
        {
            var part = new Writing[to - from];
            for (var i = from; i < to; i++)
            {
                var text = lines[i].Text;
                part[i - from] = new(text.Length, typos.CountIn(text), ChatWords.CountIn(text), InputMess.Fragment(text), InputMess.Punctuation(text), InputMess.Case(text), LanguageOf(text));
            }

            return part;
        });
        return [.. parts.SelectMany(p => p)];
    }

    private static string LanguageOf(string text) => LanguageIdentifier.Letters(text) < LettersOfALanguage ? GapFeatures.TooShort : LanguageIdentifier.Identify(text) ?? GapFeatures.TooShort;
}
