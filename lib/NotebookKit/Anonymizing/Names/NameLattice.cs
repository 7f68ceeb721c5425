using System.Runtime.Intrinsics;

namespace NotebookKit.Anonymizing;

/// <summary>What stands between two words of a run, as far as it matters for names.</summary>
internal enum RunGap : byte
{
    /// <summary>Spaces.</summary>
    Space,

    /// <summary>A hyphen.</summary>
    Hyphen,

    /// <summary>An apostrophe.</summary>
    Apostrophe,

    /// <summary>A period behind a short word.</summary>
    Period,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>Anything else: no name goes on over it.</summary>
    Other,

    /// <summary>The sign &amp;.</summary>
    Ampersand,
}

/// <summary>The tags of one run of words: the likeliest sequence and the probability of each tag, by dynamic programming over a linear chain
/// (Lafferty, McCallum, Pereira 2001).</summary>
internal ref struct NameLattice(Span<float> scores, Span<float> forward, Span<float> backward)
{
    /// <summary>Room for one word, in floats: seven tags and one to fill up.</summary>
    public const int Width = 8;

    private readonly Span<float> scores = scores, forward = forward, backward = backward;

    /// <summary>Probability of a tag of a word, after <see cref="Weigh"/>.</summary>
    public readonly float this[int word, int tag] => forward[(word * Width) + tag];

    /// <summary>Puts in the sums of the weights of a word.</summary>
    public readonly void Put(int word, Vector128<short> sums)
    {
        var (low, high) = Vector128.Widen(sums);
        const float step = 1f / NameModel.Scale;
        (Vector128.ConvertToSingle(low) * step).CopyTo(scores[(word * Width)..]);
        (Vector128.ConvertToSingle(high) * step).CopyTo(scores[((word * Width) + 4)..]);
    }

    /// <summary>True where all words are surely outside of names.</summary>
    public readonly bool IsNothing(int words, float margin)
    {
        for (var i = 0; i < words; i++)
        {
            var own = scores.Slice(i * Width, NameModel.Tags);
            for (var tag = 1; tag < NameModel.Tags; tag++)
                if (own[tag] > own[0] - margin) return false;
        }

        return true;
    }

    /// <summary>The likeliest tags.</summary>
    public readonly void Best(NameModel model, ReadOnlySpan<byte> gaps, Span<byte> tags)
    {
        var words = tags.Length;
        Span<byte> from = stackalloc byte[NameRuns.MaxRun * Width];
        Span<float> best = stackalloc float[Width], then = stackalloc float[Width];
        best.Fill(NameModel.Forbidden);
        best[0] = 0;
        for (var i = 0; i < words; i++)
        {
            for (var tag = 0; tag < NameModel.Tags; tag++)
            {
                var (top, source) = (float.MinValue, 0);
                for (var before = 0; before < NameModel.Tags; before++)
                    if (best[before] + model.Transitions[(gaps[i] * 64) + (before * 8) + tag] is var sum && sum > top) (top, source) = (sum, before);
                then[tag] = top + scores[(i * Width) + tag];
                from[(i * Width) + tag] = (byte)source;
            }

            then.CopyTo(best);
        }

        var last = 0;
        for (var tag = 1; tag < NameModel.Tags; tag++) if (best[tag] > best[last]) last = tag;
        for (var i = words - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[(i * Width) + last];
        }
    }

    /// <summary>Computes the probability of each tag of each word, forward and backward over the run.</summary>
    public readonly void Weigh(NameModel model, ReadOnlySpan<byte> gaps)
    {
        ReadOnlySpan<float> factors = model.Factors;
        var words = gaps.Length;
        for (var i = 0; i < words; i++)
        {
            var own = scores.Slice(i * Width, NameModel.Tags);
            var top = own[0];
            foreach (var score in own) top = MathF.Max(top, score);
            var now = forward.Slice(i * Width, Width);
            now.Clear();
            var row = factors.Slice(gaps[i] * 64, 64);
            for (var before = 0; before < NameModel.Tags; before++)
            {
                var weight = i == 0 ? before == 0 ? 1 : 0 : forward[((i - 1) * Width) + before];
                if (weight == 0) continue;
                for (var tag = 0; tag < NameModel.Tags; tag++) now[tag] += weight * row[(before * 8) + tag];
            }

            float sum = 0;
            for (var tag = 0; tag < NameModel.Tags; tag++) sum += now[tag] *= MathF.Exp(own[tag] - top);
            for (var tag = 0; tag < NameModel.Tags; tag++) now[tag] /= sum;
            // The largest score of the word, kept for the way back.
            backward[(i * Width) + 7] = top;
        }

        backward.Slice((words - 1) * Width, NameModel.Tags).Fill(1);
        for (var i = words - 2; i >= 0; i--)
        {
            var row = factors.Slice(gaps[i + 1] * 64, 64);
            float sum = 0;
            for (var before = 0; before < NameModel.Tags; before++)
            {
                float value = 0;
                for (var tag = 0; tag < NameModel.Tags; tag++)
                    value += row[(before * 8) + tag] * MathF.Exp(scores[((i + 1) * Width) + tag] - backward[((i + 1) * Width) + 7]) * backward[((i + 1) * Width) + tag];
                backward[(i * Width) + before] = value;
                sum += value;
            }

            for (var before = 0; before < NameModel.Tags; before++) backward[(i * Width) + before] /= sum;
        }

        for (var i = 0; i < words; i++)
        {
            float sum = 0;
            for (var tag = 0; tag < NameModel.Tags; tag++) sum += forward[(i * Width) + tag] * backward[(i * Width) + tag];
            for (var tag = 0; tag < NameModel.Tags; tag++) forward[(i * Width) + tag] *= backward[(i * Width) + tag] / sum;
        }
    }

    /// <summary>Kinds of the gaps of a run.</summary>
    public static void ReadGaps(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int start, Span<byte> gaps)
    {
        for (var i = 0; i < gaps.Length; i++)
        {
            ref readonly var token = ref tokens[start + i];
            gaps[i] = (byte)(token.Gap switch
            {
                Gap.Space => RunGap.Space,
                Gap.Hyphen => RunGap.Hyphen,
                Gap.Apostrophe => RunGap.Apostrophe,
                Gap.Period when i > 0 && tokens[start + i - 1].Length < 4 => RunGap.Period,
                Gap.Comma => RunGap.Comma,
                Gap.Code when i > 0 && text[tokens[start + i - 1].End..token.Start].Trim() is "&" => RunGap.Ampersand,
                _ => RunGap.Other,
            });
        }
    }
}
