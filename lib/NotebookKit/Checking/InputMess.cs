using NotebookKit.Text;

namespace NotebookKit.Checking;

/// <summary>How an input is written: S3's marks of what real users send (short, typing errors, fragments).</summary>
internal static class InputMess
{
    /// <summary>The text that is judged: the last thing a user said.</summary>
    public static string TextOf(Example example) => example.LastUserTurn;

    /// <summary>Kinds of fragment, from a whole sentence to a few words.</summary>
    public static readonly string[] FragmentKinds = ["ends with a mark", "no mark at its end", "1 to 3 words"];

    /// <summary>Numbers of probable typing errors.</summary>
    public static readonly string[] TypoKinds = ["none", "1", "2 or more"];

    private const int FewWords = 3;

    /// <summary>2 for a text of at most three words, 1 for a longer one without a sentence mark (. ! ? …) at its end, 0 for one that has it.</summary>
    public static int Fragment(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isWord = Fold.IsWord(c) || (inWord && c is '\'' or '’');
            if (isWord && (!inWord || Fold.IsIdeograph(c)) && ++words > FewWords) break;
            inWord = isWord;
        }

        if (words <= FewWords) return 2;
        var end = text.AsSpan().TrimEnd().TrimEnd("\"'”’»)]*_ ");
        return end.Length > 0 && ".!?…。！？؟।:".Contains(end[^1]) ? 0 : 1;
    }

    /// <summary>0, 1, or 2 for more.</summary>
    public static int TypoBin(int typos) => Math.Min(typos, 2);
}
