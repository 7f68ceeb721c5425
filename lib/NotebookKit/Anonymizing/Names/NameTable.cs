using System.IO.Compression;
using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>What the table knows about a word, in one byte.</summary>
internal readonly record struct NameInfo(byte Bits)
{
    /// <summary>How usual it is as a forename: 0 (not known) to 3.</summary>
    public int Forename => Bits & 3;

    /// <summary>How usual it is as a surname: 0 (not known) to 3.</summary>
    public int Surname => (Bits >> 2) & 3;

    /// <summary>How usual it is as a word of the language: 0 (not known) to 3.</summary>
    public int Common => (Bits >> 4) & 3;

    /// <summary>True where some list of names has it.</summary>
    public bool IsName => (Bits & 15) != 0;

    /// <summary>Packs the three levels.</summary>
    public static NameInfo Of(int forename, int surname, int common) => new((byte)(forename | (surname << 2) | (common << 4)));
}

/// <summary>Forenames, surnames and common words with their levels, derived from public lists (see <c>Data/README.md</c>).
/// Words are kept as hashes of their folded letters.</summary>
internal static class NameTable
{
    private static readonly (ulong[] Keys, byte[] Values) Slots = Load();

    /// <summary>What is known about a word; nothing for words that are not in the table.</summary>
    public static NameInfo Find(ulong hash)
    {
        var (keys, values) = Slots;
        for (var slot = Slot(hash, keys.Length); ; slot = (slot + 1) & (keys.Length - 1))
        {
            if (keys[slot] == hash) return new(values[slot]);
            if (keys[slot] == 0) return default;
        }
    }

    /// <summary>Writes words in ordinal order, each as what it shares with the one before, the rest, and its levels.</summary>
    internal static byte[] Write(IEnumerable<KeyValuePair<string, NameInfo>> words)
    {
        var sorted = words.OrderBy(w => w.Key, StringComparer.Ordinal).ToList();
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli, Encoding.UTF8))
        {
            writer.Write(sorted.Count);
            var before = "";
            foreach (var (word, info) in sorted)
            {
                var shared = word.AsSpan().CommonPrefixLength(before);
                writer.Write((byte)shared);
                writer.Write(word[shared..]);
                writer.Write(info.Bits);
                before = word;
            }
        }

        return packed.ToArray();
    }

    private static (ulong[] Keys, byte[] Values) Load()
    {
        using var resource = typeof(NameTable).Assembly.GetManifestResourceStream("Anonymizing.Names.bin")
            ?? throw new InvalidOperationException("The table of names is missing from the assembly.");
        using var reader = new BinaryReader(new BrotliStream(resource, CompressionMode.Decompress), Encoding.UTF8);
        var count = reader.ReadInt32();
        var size = 1 << 16;
        while (size < count * 2) size <<= 1;
        var keys = new ulong[size];
        var values = new byte[size];
        var word = "";
        for (var i = 0; i < count; i++)
        {
            var shared = reader.ReadByte();
            word = string.Concat(word.AsSpan(0, shared), reader.ReadString());
            var hash = NameTokens.Hash(word);
            var slot = Slot(hash, size);
            while (keys[slot] != 0 && keys[slot] != hash) slot = (slot + 1) & (size - 1);
            keys[slot] = hash;
            values[slot] = reader.ReadByte();
        }

        return (keys, values);
    }

    private static int Slot(ulong hash, int size) => (int)((hash ^ (hash >> 29)) & (ulong)(size - 1));
}
