using System.Buffers;
using NotebookKit.Text;

namespace NotebookKit.Splitting;

/// <summary>Hashes that hold rows together: two rows with one hash in common go into the same split.</summary>
internal static class JoinKeys
{
    private const ulong Conversation = 1, Subject = 2, Id = 3, Letters = 4, Raw = 5, WholeLetters = 6, WholeRaw = 7;

    private const int ShingleWords = 3;

    /// <summary>The hashes of a row, and the shingles of the text that says what it asks.</summary>
    public static (ulong[] Keys, ulong[] Shingles) Of(Example example, Splitter options)
    {
        var keys = new List<ulong>(5) { StableHash.Of(example.Id, Id) };
        if (!string.IsNullOrWhiteSpace(example.ParentId)) keys.Add(StableHash.Of(example.ParentId, Id));
        if (options.GroupByConversation && !string.IsNullOrWhiteSpace(example.Conversation)) keys.Add(StableHash.Of(example.Conversation, Conversation));
        if (options.GroupBySubject && !string.IsNullOrWhiteSpace(example.Subject)) keys.Add(StableHash.Of(example.Subject, Subject));

        // What has no words in its input is compared by all it says; else rows without an input would be one group.
        var text = example.Input;
        if (!Add(keys, text, Letters, Raw))
        {
            text = string.Join('\n', example.Messages.Where(m => m.Role != Role.System).Select(m => m.Content));
            Add(keys, text, WholeLetters, WholeRaw);
        }

        return ([.. keys], options.Similarity is null ? [] : Shingles.Of(text, ShingleWords));
    }

    /// <summary>Adds the hash of the folded letters and digits alone, so that spaces and punctuation do not keep equal texts apart; of the text itself
    /// where it has none, and then false.</summary>
    private static bool Add(List<ulong> keys, string text, ulong letters, ulong raw)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
            if (Fold.IsWord(c) && Fold.Char(c) is not '\0' and var folded) buffer[length++] = folded;
        if (length > 0) keys.Add(StableHash.Of(buffer.AsSpan(0, length), letters));
        else if (!string.IsNullOrWhiteSpace(text)) keys.Add(StableHash.Of(text.AsSpan().Trim(), raw));
        ArrayPool<char>.Shared.Return(buffer);
        return length > 0;
    }
}
