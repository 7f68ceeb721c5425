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

    /// <summary>How sentences are marked.</summary>
    public static readonly string[] PunctuationKinds = ["marks inside or at the end", "no mark at all", "repeated marks (!!, ??, ..)"];

    /// <summary>How capitals are used.</summary>
    public static readonly string[] CaseKinds = ["as usual", "no capital letter", "mostly capitals", "letters without case"];

    private const int FewWords = 3;

    /// <summary>Letters from which on a text can be said to be written in capitals.</summary>
    private const int FewLetters = 4;

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

    /// <summary>2 where a sentence mark is repeated ("!!", "??", "?!", ".."), 1 where there is no mark (. , ; : ! ? …) at all, else 0.</summary>
    public static int Punctuation(ReadOnlySpan<char> text)
    {
        var any = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!".,;:!?…。！？、，؟।".Contains(text[i])) continue;
            if (i > 0 && ".!?".Contains(text[i]) && ".!?".Contains(text[i - 1])) return 2;
            any = true;
        }

        return any ? 0 : 1;
    }

    /// <summary>3 for a text without letters that have case, 2 where more than half of four or more are capitals, 1 where none is, else 0.</summary>
    public static int Case(ReadOnlySpan<char> text)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }

        return upper + lower == 0 ? 3 : upper == 0 ? 1 : upper > lower && upper + lower >= FewLetters ? 2 : 0;
    }

    /// <summary>0, 1, or 2 for more.</summary>
    public static int TypoBin(int typos) => Math.Min(typos, 2);
}
