using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace NotebookKit.Anonymizing;

/// <summary>A logistic regression over hashed features of a word and its neighbours: is this word part of a person's name? Trained on public sets
/// (see <c>Data/README.md</c>); 65,536 weights of one byte.</summary>
internal static class NameModel
{
    /// <summary>How many weights there are.</summary>
    public const int Size = 1 << 16;

    /// <summary>How many features a word has.</summary>
    public const int Features = 26;

    /// <summary>Steps of one unit of log-odds.</summary>
    public const int Scale = 20;

    private const ulong A = 0x9E3779B185EBCA87, B = 0xC2B2AE3D27D4EB4F, C = 0x165667B19E3779F9;

    private static readonly sbyte[] Weights = Load();

    /// <summary>True where a word may be part of a name at all: others are not even scored.</summary>
    public static bool IsCandidate(ReadOnlySpan<NameToken> tokens, int i, bool afterName)
    {
        var token = tokens[i];
        if (NameCues.IsOrdinary(token)) return false;
        switch (token.Shape)
        {
            case Shape.Capital or Shape.Mixed or Shape.Upper: return true;
            case Shape.Initial: return afterName || i + 1 < tokens.Length && tokens[i + 1].IsCapital;
            case Shape.Lower:
                if (token.Info.Common < 2 && token.Length > 2 && (token.Info.Forename > 1 || token.Info.Surname > 1)) return true;
                // Behind a name that is written large a small word belongs to it only as "van" or "de".
                return afterName && token.Gap is Gap.Space or Gap.Hyphen or Gap.Apostrophe
                    && (NameCues.IsParticle(token.Hash) || (tokens[i - 1].Shape == Shape.Lower && token.Info.Common < 3));
            default: return false;
        }
    }

    /// <summary>Log-odds, in steps of 1/<see cref="Scale"/>, that a word is part of a name.</summary>
    public static int Score(ReadOnlySpan<int> features)
    {
        var sum = 0;
        foreach (var feature in features) sum += Weights[feature];
        return sum;
    }

    /// <summary>Fills in the features of a word.</summary>
    public static void Describe(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int i, int tagBefore, int tagBefore2, int casing, Span<int> features)
    {
        var word = tokens[i];
        var before = i > 0 ? tokens[i - 1] : default;
        var before2 = i > 1 ? tokens[i - 2] : default;
        var next = i + 1 < tokens.Length ? tokens[i + 1] : new NameToken(0, 0, 0, default, Shape.Code, Gap.Start);
        var next2 = i + 2 < tokens.Length ? tokens[i + 2] : new NameToken(0, 0, 0, default, Shape.Code, Gap.Start);
        ulong own = Kind(word), left = Kind(before) | ((ulong)word.Gap << 12), right = Kind(next) | ((ulong)next.Gap << 12);
        ulong shape = (ulong)word.Shape, start = IsStart(word.Gap) ? 1UL : 0, tag = (ulong)tagBefore;
        var folded = text[word.Start..word.End];
        ulong end2 = Suffix(folded, 2), end3 = Suffix(folded, 3), end4 = Suffix(folded, 4);
        var n = 0;
        features[n++] = Mix(0, shape, start);
        features[n++] = Mix(1, word.Hash, shape);
        features[n++] = Mix(2, own, start);
        features[n++] = Mix(3, before.Hash, (ulong)word.Gap);
        features[n++] = Mix(4, next.Hash, (ulong)next.Gap);
        features[n++] = Mix(5, left, own);
        features[n++] = Mix(6, right, own);
        features[n++] = Mix(7, own, tag | ((ulong)tagBefore2 << 1));
        features[n++] = Mix(8, own, before.Hash);
        features[n++] = Mix(9, own, next.Hash);
        features[n++] = Mix(10, end2, shape);
        features[n++] = Mix(11, end3, shape);
        features[n++] = Mix(12, end4, shape);
        features[n++] = Mix(13, left, tag);
        features[n++] = Mix(14, right, shape);
        features[n++] = Mix(15, left ^ (right << 20), own | (tag << 12));
        features[n++] = Mix(16, Raw(text, word.Start - 1) | (Raw(text, word.End) << 16), shape);
        features[n++] = Mix(17, (ulong)casing, own);
        features[n++] = Mix(18, word.Hash, tag);
        features[n++] = Mix(19, before.Hash, tag | shape << 1);
        features[n++] = Mix(20, (ulong)Math.Min(word.Length, 12), shape | start << 4);
        features[n++] = Mix(21, (ulong)before.Shape | (ulong)next.Shape << 4 | (ulong)word.Gap << 8 | (ulong)next.Gap << 12, shape);
        features[n++] = Mix(22, before2.Hash, before.Hash);
        features[n++] = Mix(23, next.Hash, next2.Hash);
        features[n++] = Mix(24, Kind(before2), left);
        features[n] = Mix(25, Kind(next2), right);
    }

    /// <summary>0 where the text has large and small letters, 1 where all are small, 2 where most words are large.</summary>
    public static int Casing(ReadOnlySpan<NameToken> tokens)
    {
        int large = 0, all = 0, upper = 0;
        foreach (var token in tokens)
        {
            if (token.Shape is Shape.Code or Shape.Caseless) continue;
            all++;
            if (token.Shape != Shape.Lower) large++;
            if (token.Shape == Shape.Upper) upper++;
        }

        if (large == 0) return 1;
        return all > 4 && (large * 10 > all * 8 || upper * 2 > all) ? 2 : 0;
    }

    private static bool IsStart(Gap gap) => gap is Gap.Start or Gap.Period or Gap.Line or Gap.Stop or Gap.Colon;

    private static ulong Kind(NameToken token) => token.Info.Bits | ((ulong)token.Shape << 8);

    private static ulong Raw(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? text[index] : '\n';

    private static ulong Suffix(ReadOnlySpan<char> word, int length) => word.Length <= length ? 0 : NameTokens.Hash(word[^length..]);

    private static int Mix(ulong template, ulong first, ulong second)
    {
        var hash = (first * A) ^ (second * B) ^ ((template + 1) * C);
        hash = (hash ^ (hash >> 31)) * A;
        return (int)(hash >> 48);
    }

    private static sbyte[] Load()
    {
        var weights = new sbyte[Size];
        using var resource = typeof(NameModel).Assembly.GetManifestResourceStream("Anonymizing.NameModel.bin")
            ?? throw new InvalidOperationException("The model of names is missing from the assembly.");
        using var brotli = new BrotliStream(resource, CompressionMode.Decompress);
        brotli.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return weights;
    }
}
