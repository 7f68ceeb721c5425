namespace NotebookKit.Text;

/// <summary>Cuts text into words: runs of letters and digits, folded; characters of scripts without spaces are words of their own.</summary>
internal static class Words
{
    /// <summary>A "word" longer than this is data, not language: it is cut, the same way every time.</summary>
    public const int Longest = 128;

    /// <summary>Stable hashes of the folded words, in order, without making strings.</summary>
    public static List<ulong> Hashes(ReadOnlySpan<char> text)
    {
        var hashes = new List<ulong>(text.Length / 5);
        WordHashes.Add(text, hashes);
        return hashes;
    }

    /// <summary>How many words there are.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var box = new int[1];
        Each(text, box, static (_, count) => count[0]++);
        return box[0];
    }

    /// <summary>A receiver of words.</summary>
    public delegate void Receiver<in T>(ReadOnlySpan<char> word, T state);

    /// <summary>Calls <paramref name="receive"/> for each folded word.</summary>
    public static void Each<T>(ReadOnlySpan<char> text, T state, Receiver<T> receive)
    {
        Span<char> buffer = stackalloc char[Longest];
        var length = 0;
        foreach (var c in text)
        {
            if (!Fold.IsWord(c))
            {
                // An apostrophe or a zero-width character inside a word does not end it: "don't" is one word.
                if (length > 0 && Fold.Char(c) is '\0' or '\'') continue;
                Emit(buffer, ref length, state, receive);
                continue;
            }

            var folded = Fold.Char(c);
            if (folded == '\0') continue;
            if (Fold.IsIdeograph(c)) Emit(buffer, ref length, state, receive);
            buffer[length++] = folded;
            if (length == buffer.Length || Fold.IsIdeograph(c)) Emit(buffer, ref length, state, receive);
        }

        Emit(buffer, ref length, state, receive);
    }

    private static void Emit<T>(Span<char> buffer, ref int length, T state, Receiver<T> receive)
    {
        if (length > 0) receive(buffer[..length], state);
        length = 0;
    }
}
