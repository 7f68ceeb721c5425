using NotebookKit.Text;

namespace NotebookKit.Scoring;

/// <summary>Cheap measures of the texts of an example, for rules and for the plots of the report.</summary>
internal static class TextMeasures
{
    /// <summary>The scores with all measures added; ratios that have no denominator are absent, never 0.</summary>
    public static Scores Add(Scores scores, Example example, out int words)
    {
        var output = example.Output;
        var input = example.Input;
        var hashes = Words.Hashes(output);
        var inputWords = Words.Count(input);
        words = hashes.Count + inputWords;
        scores = scores.With(ScoreNames.InputChars, input.Length).With(ScoreNames.InputWords, inputWords)
            .With(ScoreNames.OutputChars, output.Length).With(ScoreNames.OutputWords, hashes.Count)
            .With(ScoreNames.Turns, example.Messages.Count(m => m.Role is Role.User or Role.Assistant));
        if (hashes.Count > 0) scores = scores.With(ScoreNames.OutputDistinct, Ratio(Distinct(hashes), hashes.Count));
        if (output.Length == 0) return scores;
        var (alnum, marks) = Characters(output);
        return scores.With(ScoreNames.OutputAlnum, Ratio(alnum, output.Length)).With(ScoreNames.OutputPunctuation, Ratio(marks, output.Length));
    }

    private static double Ratio(int part, int whole) => Math.Round((double)part / whole, 6);

    private static int Distinct(List<ulong> hashes)
    {
        hashes.Sort();
        var count = hashes.Count;
        for (var i = 1; i < hashes.Count; i++)
            if (hashes[i] == hashes[i - 1]) count--;
        return count;
    }

    private static (int Alnum, int Marks) Characters(string text)
    {
        int alnum = 0, marks = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) alnum++;
            else if (char.IsPunctuation(c) || char.IsSymbol(c)) marks++;
        }

        return (alnum, marks);
    }
}
