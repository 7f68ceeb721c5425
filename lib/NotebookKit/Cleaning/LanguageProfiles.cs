using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace NotebookKit.Cleaning;

/// <summary>What is known of the languages of one script: for each trigram of letters, the cost in each language.</summary>
/// <param name="Script">The script.</param>
/// <param name="Languages">ISO 639-1 codes, in ordinal order.</param>
/// <param name="Trigrams">Row of each trigram.</param>
/// <param name="Costs">−ln of the trigram's probability, in steps of 1/<see cref="CostScale"/>; a row of <see cref="Width"/> for each
/// trigram, of which each language has one.</param>
internal sealed record LanguageProfile(string Script, string[] Languages, FrozenDictionary<ulong, int> Trigrams, byte[] Costs)
{
    /// <summary>Steps of a cost in one nat.</summary>
    public const int CostScale = 16;

    /// <summary>Most languages of a script, and cells of a row: what one vector adds at once.</summary>
    public const int Width = 32;
}

/// <summary>The trained profiles, one for each script that languages share; see <c>Languages/README.md</c> for what they were made
/// from.</summary>
internal static class LanguageProfiles
{
    private static readonly Lazy<IReadOnlyList<LanguageProfile>> Trained = new(() =>
    {
        using var stream = typeof(LanguageProfiles).Assembly.GetManifestResourceStream("Cleaning.profiles.bin")!;
        return Read(stream);
    });

    /// <summary>The profiles that ship with the kit.</summary>
    public static IReadOnlyList<LanguageProfile> Shipped => Trained.Value;

    /// <summary>Codes of all languages that can be told apart, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages =>
        [.. Shipped.SelectMany(p => p.Languages).Concat(LanguageScripts.Languages).Order(StringComparer.Ordinal)];

    /// <summary>Three letters as one number.</summary>
    public static ulong Key(char a, char b, char c) => ((ulong)a << 32) | ((ulong)b << 16) | c;

    /// <summary>Writes profiles: packed, trigrams in ascending order, so that equal profiles give equal bytes.</summary>
    public static void Write(Stream stream, IReadOnlyList<LanguageProfile> profiles)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.WriteList(profiles, profile =>
        {
            writer.Write(profile.Script);
            writer.WriteList(profile.Languages, writer.Write);
            var rows = profile.Trigrams.OrderBy(t => t.Key).ToList();
            writer.WriteList(rows, row => writer.Write(row.Key));
            // Column by column, because one language's costs are alike.
            for (var l = 0; l < profile.Languages.Length; l++)
                foreach (var row in rows) writer.Write(profile.Costs[(row.Value * LanguageProfile.Width) + l]);
        });
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<LanguageProfile> Read(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(packed, Encoding.UTF8);
        return reader.ReadList(() =>
        {
            var script = reader.ReadString();
            var languages = reader.ReadList(reader.ReadString);
            var keys = reader.ReadList(reader.ReadUInt64);
            var costs = new byte[keys.Length * LanguageProfile.Width];
            for (var l = 0; l < languages.Length; l++)
                for (var row = 0; row < keys.Length; row++) costs[(row * LanguageProfile.Width) + l] = reader.ReadByte();
            return new LanguageProfile(script, languages, keys.Select((key, row) => (key, row)).ToFrozenDictionary(t => t.key, t => t.row), costs);
        });
    }
}
