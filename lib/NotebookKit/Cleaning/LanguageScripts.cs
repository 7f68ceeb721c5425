using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>Scripts as language identification sees them: most are one language, three are shared by several.</summary>
internal static class LanguageScripts
{
    /// <summary>Scripts that several languages share; their profiles are trained.</summary>
    public const string Latin = "Latin", Cyrillic = "Cyrillic", Arabic = "Arabic";

    /// <summary>Chinese characters and the Japanese syllables, which only Japanese mixes.</summary>
    public const string Han = "zh", Kana = "ja";

    private static readonly (char First, char Last, string Script)[] Ranges =
    [
        ('\u0041', '\u024F', Latin), ('\u0370', '\u03FF', "el"), ('\u0400', '\u052F', Cyrillic), ('\u0530', '\u058F', "hy"),
        ('\u0590', '\u05FF', "he"),
        ('\u0600', '\u077F', Arabic), ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0E00', '\u0E7F', "th"), ('\u10A0', '\u10FF', "ka"), ('\u1100', '\u11FF', "ko"),
        ('\u1E00', '\u1EFF', Latin), ('\u3040', '\u30FF', Kana), ('\u3130', '\u318F', "ko"), ('\u3400', '\u4DBF', Han), ('\u4E00', '\u9FFF', Han),
        ('\uAC00', '\uD7A3', "ko"), ('\uF900', '\uFAFF', Han),
    ];

    private static readonly byte[] Table = MakeTable();

    /// <summary>Codes of the languages that their script alone tells.</summary>
    public static IEnumerable<string> Languages => Ranges.Select(r => r.Script).Where(s => char.IsAsciiLetterLower(s[0])).Distinct();

    /// <summary>How many scripts there are, with 0 for none.</summary>
    public static int Count => Ranges.Length + 1;

    /// <summary>Number of a letter's script; 0 for what is no letter, or of no known script.</summary>
    public static int Of(char c) => Table[c];

    /// <summary>The name behind a number.</summary>
    public static string Name(int number) => Ranges[number - 1].Script;

    private static byte[] MakeTable()
    {
        var table = new byte[char.MaxValue + 1];
        for (var r = 0; r < Ranges.Length; r++)
        {
            var number = (byte)(Array.FindIndex(Ranges, other => other.Script == Ranges[r].Script) + 1);
            for (int c = Ranges[r].First; c <= Ranges[r].Last; c++)
                if (Fold.IsWord((char)c) && !char.IsDigit((char)c)) table[c] = number;
        }

        return table;
    }
}
