using System.Globalization;
using System.Text;

namespace NotebookKit.Samples;

/// <summary>Carries out hand-written recipes that turn a row into its duplicate. A recipe is a list of steps between semicolons.</summary>
/// <remarks>
/// A step of an exact duplicate is a way of writing (<c>upper</c>, <c>nfd</c>, <c>nbsp</c> …), for question and answer, or for one of them
/// (<c>q: upper</c>). A step of a near duplicate changes words: <c>q&lt; TEXT</c> puts text in front of the question, <c>a&gt; TEXT</c> behind the
/// answer, <c>a~ old = new</c> replaces the first such word, <c>a@40 TEXT</c> puts words in at 40% of the answer, <c>a-40</c> drops the word there.
/// </remarks>
internal static class Edits
{
    /// <summary>Applies a recipe; false where a step does not fit the row.</summary>
    public static bool Apply(Row row, string recipe)
    {
        foreach (var step in recipe.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var text = step.TrimStart(' ');
            if (!(IsEdit(text) ? Edit(row, text) : Restyle(row, text.TrimEnd()))) return false;
        }

        return true;
    }

    /// <summary>What remains of a text when its way of writing is taken away: letters and digits in lower case.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKC).Normalize(NormalizationForm.FormC))
            if (char.IsLetterOrDigit(sign)) bare.Append(char.ToLowerInvariant(sign));
        return bare.ToString();
    }

    private static bool IsEdit(string step) => step.Length > 2 && step[0] is 'q' or 'a' && step[1] is '<' or '>' or '~' or '@' or '-';

    private static bool Edit(Row row, string step)
    {
        var text = step[0] == 'q' ? row.Question : row.Answer;
        var rest = step[2] == ' ' ? step[3..] : step[2..];
        string? changed;
        if (step[1] == '<') changed = rest + text;
        else if (step[1] == '>') changed = text + rest;
        else if (step[1] == '~') changed = Swap(text, rest);
        else changed = At(text, step[1], rest.Trim());
        if (changed is null) return false;
        if (step[0] == 'q') row.Question = changed;
        else row.Answer = changed;
        return true;
    }

    private static string? Swap(string text, string pair)
    {
        var sides = pair.Split('=', StringSplitOptions.TrimEntries);
        for (var at = text.IndexOf(sides[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(sides[0], at + 1, StringComparison.Ordinal))
        {
            var end = at + sides[0].Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            return text[..at] + sides[1] + text[end..];
        }

        return null;
    }

    private static string? At(string text, char what, string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var share = int.Parse(space < 0 ? rest : rest[..space], CultureInfo.InvariantCulture);
        var words = text.Split(' ').ToList();
        if (words.Count < 8) return null;
        var at = words.Count * share / 100;
        if (what == '@') words.Insert(at, rest[(space + 1)..]);
        else words.RemoveAt(at);
        return string.Join(' ', words);
    }

    private static bool Restyle(Row row, string step)
    {
        var (question, answer) = (true, true);
        if (step.StartsWith("q: ", StringComparison.Ordinal)) (answer, step) = (false, step[3..]);
        else if (step.StartsWith("a: ", StringComparison.Ordinal)) (question, step) = (false, step[3..]);
        if (question && answer) row.MapTexts(t => Styles.Written(t, step));
        else if (question) row.Question = Styles.Written(row.Question, step);
        else row.Answer = Styles.Written(row.Answer, step);
        return true;
    }
}
