namespace NotebookKit.Anonymizing;

/// <summary>What a feature looks at.</summary>
internal enum FeatureKind : byte
{
    /// <summary>The word and its surroundings together.</summary>
    Both,

    /// <summary>The word alone: its letters and what lists know of it.</summary>
    Word,

    /// <summary>The words around it, perhaps with how it is written.</summary>
    Context,
}

/// <summary>Hashed features of the words of a run: the word, its spelling, its neighbours, what lists know of them, and how the run lies in the text.</summary>
internal static class NameFeatures
{
    /// <summary>How many features a word has.</summary>
    public const int Count = 49;

    private const ulong A = 0x9E3779B185EBCA87, B = 0xC2B2AE3D27D4EB4F, C = 0x165667B19E3779F9;

    private static readonly NameToken Nothing = new(0, 0, 0, default, Shape.Code, Gap.Start);

    /// <summary>What a feature looks at; the order is that of <see cref="Describe"/>.</summary>
    public static FeatureKind KindOf(int feature) => feature switch
    {
        1 or 2 or 3 or (>= 10 and <= 14) or 35 or 38 => FeatureKind.Word,
        4 or 5 or 8 or 9 or 15 or (>= 17 and <= 20) or 23 or 24 or (>= 30 and <= 33) or 37 or (>= 39 and <= 41) or >= 44 => FeatureKind.Context,
        _ => FeatureKind.Both,
    };

    /// <summary>Marks the words of a run that are in a name of several words that the table has: 2 for its first word, 3 for others, 4 and 5 for organizations.</summary>
    public static void MarkPhrases(ReadOnlySpan<NameToken> tokens, int start, int end, Span<byte> marks)
    {
        marks[..(end - start)].Clear();
        for (var i = start; i < end;)
        {
            var (length, kind) = NameTable.Phrase(tokens, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            var first = (byte)(kind == NameTable.PlacePhrase ? 2 : 4);
            for (var stop = Math.Min(end, i + length); i < stop; i++)
            {
                marks[i - start] = first;
                first |= 1;
            }
        }
    }

    /// <summary>Fills in the features of word <paramref name="i"/> of the run.</summary>
    public static void Describe(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int start, int end, int i, int casing, in NameSetting setting, ReadOnlySpan<byte> marks, Span<ulong> features)
    {
        ref readonly var word = ref tokens[i];
        var before = i > 0 ? tokens[i - 1] : default;
        var before2 = i > 1 ? tokens[i - 2] : default;
        var next = i + 1 < tokens.Length ? tokens[i + 1] : Nothing;
        var next2 = i + 2 < tokens.Length ? tokens[i + 2] : Nothing;
        ulong own = Kind(word), left = Neighbour(before) | ((ulong)word.Gap << 20), right = Neighbour(next) | ((ulong)next.Gap << 20);
        ulong shape = (ulong)word.Shape, begins = IsStart(word.Gap) ? 1UL : 0, small = (ulong)casing, rough = Rough(word) | shape << 12, mark = marks[i - start];
        var letters = text[word.Start..word.End];

        // The part of the run that is joined to the word: its first and last word often tell what the whole is.
        int first = i, last = i;
        while (first > start && i - first < 5 && IsJoined(tokens[first])) first--;
        while (last + 1 < end && last - i < 5 && IsJoined(tokens[last + 1])) last++;
        var firm = 0UL;
        for (var t = first; t <= last; t++)
            if (tokens[t].Info.IsCompanyWord) firm |= t < i ? 1UL : t == i ? 2UL : 4UL;
        var outside = first > 0 ? tokens[first - 1].Hash : 0;
        var beyond = last + 1 < tokens.Length ? tokens[last + 1].Hash : 0;
        var place = (ulong)(uint)(Math.Min(i - first, 3) | (Math.Min(last - first, 4) << 2));

        var n = 0;
        features[n++] = Mix(0, shape | small << 4, begins | (ulong)word.Gap << 1);
        features[n++] = Mix(1, word.Hash, 0);
        features[n++] = Mix(2, word.Hash, shape | small << 4);
        features[n++] = Mix(3, own, begins | small << 1);
        features[n++] = Mix(4, before.Hash, (ulong)word.Gap | shape << 4);
        features[n++] = Mix(5, next.Hash, (ulong)next.Gap | shape << 4);
        features[n++] = Mix(6, left, rough);
        features[n++] = Mix(7, right, rough);
        features[n++] = Mix(8, rough, before.Hash);
        features[n++] = Mix(9, rough, next.Hash);
        features[n++] = Mix(10, Suffix(letters, 2), shape);
        features[n++] = Mix(11, Suffix(letters, 3), shape);
        features[n++] = Mix(12, Suffix(letters, 4), shape);
        features[n++] = Mix(13, Prefix(letters, 3), shape);
        features[n++] = Mix(14, Prefix(letters, 4), shape);
        features[n++] = Mix(15, left ^ (right << 28), rough);
        features[n++] = Mix(16, Raw(text, word.Start - 1) | (Raw(text, word.End) << 16), shape);
        features[n++] = Mix(17, word.Hash, before.Hash);
        features[n++] = Mix(18, word.Hash, next.Hash);
        features[n++] = Mix(19, before2.Hash, before.Hash);
        features[n++] = Mix(20, next.Hash, next2.Hash);
        features[n++] = Mix(21, Neighbour(before2), left);
        features[n++] = Mix(22, Neighbour(next2), right);
        features[n++] = Mix(23, before2.Hash, shape | (ulong)before.Gap << 4);
        features[n++] = Mix(24, next2.Hash, shape | (ulong)next2.Gap << 4);
        features[n++] = Mix(25, (ulong)before.Shape | (ulong)next.Shape << 4 | (ulong)word.Gap << 8 | (ulong)next.Gap << 12 | (ulong)before2.Shape << 16, shape | small << 4);
        features[n++] = Mix(26, mark, shape | small << 4);
        features[n++] = Mix(27, (i + 1 < end ? marks[i + 1 - start] : 0UL) | (i > start ? marks[i - 1 - start] : 0UL) << 4, own);
        features[n++] = Mix(28, firm | place << 3, shape | begins << 4);
        features[n++] = Mix(29, firm, own);
        features[n++] = Mix(30, tokens[last].Hash, (uint)Math.Min(last - i, 2) | shape << 4);
        features[n++] = Mix(31, tokens[first].Hash, (uint)Math.Min(i - first, 2) | shape << 4);
        features[n++] = Mix(32, outside, place);
        features[n++] = Mix(33, beyond, place);
        features[n++] = Mix(34, Line(tokens, i), shape | small << 4);
        features[n++] = Mix(35, word.Info.Bits, small);
        features[n++] = Mix(36, (ulong)Math.Min(word.Length, 12), shape | begins << 4);
        features[n++] = Mix(37, outside, rough | place << 20);
        features[n++] = Mix(38, rough, small << 4 | begins);
        features[n++] = Mix(39, beyond, rough | place << 20);
        features[n++] = Mix(40, outside, beyond);
        features[n++] = Mix(41, setting.Opening, rough);
        features[n++] = Mix(42, (ulong)(uint)setting.Length | small << 4 | begins << 8, rough);
        features[n++] = Mix(43, (ulong)(uint)setting.Code | (ulong)word.Gap << 4, rough);
        // Words farther off count wherever they stand on their side.
        features[n++] = Mix(44, i > 2 ? tokens[i - 3].Hash : 0, shape);
        features[n++] = Mix(44, i > 3 ? tokens[i - 4].Hash : 0, shape);
        features[n++] = Mix(46, i + 3 < tokens.Length ? tokens[i + 3].Hash : 0, shape);
        features[n++] = Mix(46, i + 4 < tokens.Length ? tokens[i + 4].Hash : 0, shape);
        features[n] = Mix(48, setting.Opening, before.Hash ^ shape);
    }

    /// <summary>Short lines and short texts hold names of another kind than sentences: how far the line begins and ends from here, up to four words.</summary>
    private static ulong Line(ReadOnlySpan<NameToken> tokens, int i)
    {
        int left = 0, right = 0;
        while (left < 3 && i - left > 0 && tokens[i - left].Gap != Gap.Line) left++;
        while (right < 3 && i + right + 1 < tokens.Length && tokens[i + right + 1].Gap != Gap.Line) right++;
        return (ulong)(left | (right << 2) | (i - left == 0 ? 16 : 0) | (i + right + 1 == tokens.Length ? 32 : 0));
    }

    private static bool IsJoined(in NameToken token) => token.Gap is Gap.Space or Gap.Hyphen or Gap.Apostrophe;

    private static bool IsStart(Gap gap) => gap is Gap.Start or Gap.Period or Gap.Line or Gap.Stop or Gap.Colon;

    private static ulong Kind(in NameToken token) => token.Info.Bits | ((ulong)token.Shape << 16);

    /// <summary>The same, with levels that tell little put together, so that rare mixes of levels learn from frequent ones.</summary>
    private static ulong Rough(in NameToken token)
    {
        var info = token.Info;
        return (uint)(info.Forename | (info.Surname > 1 ? 4 : 0) | (info.Common > 1 ? info.Common << 3 : 0) | (info.Place > 1 ? 32 : 0) | (info.IsCompanyWord ? 64 : 0) | (info.IsFirm ? 128 : 0) | (info.IsStop ? 256 : 0) | (info.IsLink ? 512 : 0));
    }

    private static ulong Neighbour(in NameToken token) => Rough(token) | ((ulong)token.Shape << 12);

    private static ulong Raw(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? text[index] : '\n';

    private static ulong Suffix(ReadOnlySpan<char> word, int length) => word.Length <= length ? 0 : NameTokens.Hash(word[^length..]);

    private static ulong Prefix(ReadOnlySpan<char> word, int length) => word.Length <= length ? 0 : NameTokens.Hash(word[..length]);

    private static ulong Mix(ulong template, ulong first, ulong second)
    {
        var hash = (first * A) ^ (second * B) ^ ((template + 1) * C);
        hash = (hash ^ (hash >> 31)) * A;
        return hash ^ (hash >> 29);
    }
}
