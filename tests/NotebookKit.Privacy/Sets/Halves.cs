using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Privacy;

/// <summary>Divides the rows of public sets that serve both for training and as clean rows: what is trained on is never asked for false alarms. Both programs use this file.</summary>
internal static class Halves
{
    /// <summary>True for the half to train on; the same text, however it is spaced or capitalized, is always in the same half.</summary>
    public static bool IsForTraining(string text) => KeyedRandom.Unit(23, "halves", Key(text)) < 0.5;

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }
}
