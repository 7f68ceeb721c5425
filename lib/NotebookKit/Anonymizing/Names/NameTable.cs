using System.IO.Compression;
using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Forenames, surnames, places, organizations and common words with their levels, and names of several words, derived from public lists (see
/// <c>Data/README.md</c>). Words are kept as hashes of their folded letters.</summary>
internal static class NameTable
{
    /// <summary>Most words of a name of a place or an organization that the table holds.</summary>
    public const int MaxPhrase = 5;

    /// <summary>What a name of several words names.</summary>
    public const byte PlacePhrase = 1, FirmPhrase = 2;

    private static readonly (ulong[] Keys, ushort[] Values, Dictionary<ulong, byte> Phrases) Slots = Load();

    /// <summary>What is known about a word; nothing for words that are not in the table.</summary>
    public static NameInfo Find(ulong hash)
    {
        var keys = Slots.Keys;
        for (var slot = Slot(hash, keys.Length); ; slot = (slot + 1) & (keys.Length - 1))
        {
            if (keys[slot] == hash) return new(Slots.Values[slot]);
            if (keys[slot] == 0) return default;
        }
    }

    /// <summary>How many words from here are a name of several words that the table has, and of what; 0 where there is none.</summary>
    public static (int Length, byte Kind) Phrase(ReadOnlySpan<NameToken> tokens, int from)
    {
        if (!tokens[from].Info.BeginsPhrase) return default;
        var best = default((int, byte));
        var hash = tokens[from].Hash;
        for (var i = 1; i < MaxPhrase && from + i < tokens.Length && tokens[from + i].Gap is Gap.Space or Gap.Hyphen or Gap.Apostrophe or Gap.Period or Gap.Code; i++)
        {
            hash = Joined(hash, tokens[from + i].Hash);
            if (Slots.Phrases.TryGetValue(hash, out var kind)) best = (i + 1, kind);
        }

        return best;
    }

    /// <summary>Writes words in ordinal order, each as what it shares with the one before and the rest, then their levels, then the phrases.</summary>
    internal static byte[] Write(IEnumerable<KeyValuePair<string, NameInfo>> words, IEnumerable<KeyValuePair<string, byte>> phrases)
    {
        var sorted = words.OrderBy(w => w.Key, StringComparer.Ordinal).ToList();
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli, Encoding.UTF8))
        {
            writer.Write(sorted.Count);
            var before = "";
            foreach (var (word, _) in sorted)
            {
                var shared = word.AsSpan().CommonPrefixLength(before);
                var rest = Encoding.UTF8.GetBytes(word[shared..]);
                writer.Write((byte)shared);
                writer.Write((byte)rest.Length);
                writer.Write(rest);
                before = word;
            }

            foreach (var (_, info) in sorted) writer.Write((byte)info.Bits);
            foreach (var (_, info) in sorted) writer.Write((byte)(info.Bits >> 8));
            foreach (var (phrase, kind) in phrases.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                var text = Encoding.UTF8.GetBytes(phrase);
                writer.Write(kind);
                writer.Write((byte)text.Length);
                writer.Write(text);
            }
        }

        return packed.ToArray();
    }

    private static (ulong[] Keys, ushort[] Values, Dictionary<ulong, byte> Phrases) Load()
    {
        using var resource = typeof(NameTable).Assembly.GetManifestResourceStream("Anonymizing.Names.bin")
            ?? throw new InvalidOperationException("The table of names is missing from the assembly.");
        using var stream = new MemoryStream();
        using (var brotli = new BrotliStream(resource, CompressionMode.Decompress)) brotli.CopyTo(stream);
        ReadOnlySpan<byte> data = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        var count = BitConverter.ToInt32(data);
        var size = 1 << 16;
        while (size < count * 2) size <<= 1;
        var keys = new ulong[size];
        var values = new ushort[size];
        var slots = new int[count];
        Span<char> word = stackalloc char[512];
        var at = sizeof(int);
        for (var i = 0; i < count; i++)
        {
            int shared = data[at], length = data[at + 1];
            var rest = Encoding.UTF8.GetChars(data.Slice(at + 2, length), word[shared..]);
            at += 2 + length;
            var hash = NameTokens.Hash(word[..(shared + rest)]);
            var slot = Slot(hash, size);
            while (keys[slot] != 0 && keys[slot] != hash) slot = (slot + 1) & (size - 1);
            keys[slot] = hash;
            slots[i] = slot;
        }

        for (var i = 0; i < count; i++) values[slots[i]] = (ushort)(data[at + i] | (data[at + count + i] << 8));
        var phrases = new Dictionary<ulong, byte>();
        for (at += 2 * count; at < data.Length; at += 2 + data[at + 1])
        {
            var phrase = word[..Encoding.UTF8.GetChars(data.Slice(at + 2, data[at + 1]), word)];
            ulong hash = 0;
            foreach (var part in phrase.Split(' '))
            {
                var own = NameTokens.Hash(phrase[part]);
                hash = hash == 0 ? own : Joined(hash, own);
            }

            phrases[hash] = data[at];
        }

        return (keys, values, phrases);
    }

    private static ulong Joined(ulong before, ulong word) => (ulong.RotateLeft(before, 23) * 0x9E3779B185EBCA87) ^ word;

    private static int Slot(ulong hash, int size) => (int)((hash ^ (hash >> 29)) & (ulong)(size - 1));
}
