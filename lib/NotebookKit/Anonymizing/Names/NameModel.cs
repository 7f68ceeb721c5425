using System.IO.Compression;
using System.Runtime.Intrinsics;

namespace NotebookKit.Anonymizing;

/// <summary>Weights of a conditional random field that tells persons, places and organizations, one byte each. Trained on public sets and made-up sentences
/// (see <c>docs/name-model.md</c>). A row holds the weights of one feature for each tag and a byte of the feature's own hash: a feature that training never saw
/// meets no other's row.</summary>
internal sealed class NameModel
{
    /// <summary>Binary logarithm of the number of rows.</summary>
    public const int RowBits = 20;

    /// <summary>Tags: outside, then beginning and inside of a person, a place, an organization.</summary>
    public const int Tags = 7;

    /// <summary>Kinds of what stands between two words of a run.</summary>
    public const int Gaps = 7;

    /// <summary>Steps of one unit of log-odds.</summary>
    public const int Scale = 16;

    /// <summary>Points of a calibration curve; they stand a quarter of log-odds apart, from −4 on.</summary>
    public const int CurvePoints = 33;

    /// <summary>Ways of writing a name that have curves of their own.</summary>
    public const int Conditions = 4;

    /// <summary>Calibration curves: for each way of writing, one for each type.</summary>
    public const int Curves = 3 * Conditions;

    private const ulong WeightBits = 0x00FF_FFFF_FFFF_FFFF;

    private static readonly Lazy<NameModel> Loaded = new(Load);

    private readonly ulong[] rows;
    private readonly byte[] curves;

    private NameModel(ulong[] rows, float[] transitions, byte[] curves)
    {
        (this.rows, Transitions, this.curves) = (rows, transitions, curves);
        Factors = [.. transitions.Select(t => t <= Forbidden ? 0 : MathF.Exp(t))];
    }

    /// <summary>The model that the library brings along.</summary>
    public static NameModel Default => Loaded.Value;

    /// <summary>Log-odds of what cannot be: an inside without its beginning.</summary>
    public const float Forbidden = -1000;

    /// <summary>Log-odds of a tag behind another, by gap: <c>[gap × 64 + before × 8 + tag]</c>.</summary>
    public float[] Transitions { get; }

    /// <summary>The same as factors.</summary>
    public float[] Factors { get; }

    /// <summary>True where an inside of the type goes on with what stands before, over a gap that can be within a name.</summary>
    public static bool IsAllowed(int gap, int before, int tag) => tag is 0 or 1 or 3 or 5 || (gap != (int)RunGap.Other && (before == tag || before == tag - 1));

    /// <summary>Row of a feature.</summary>
    public static int Row(ulong feature) => (int)(feature >> (64 - RowBits));

    /// <summary>The byte that tells a feature from others of its row; never 0.</summary>
    public static byte Print(ulong feature) => (byte)(feature | 1);

    /// <summary>Sums the weights of features for each tag, in steps of 1/<see cref="Scale"/>.</summary>
    public Vector128<short> Score(ReadOnlySpan<ulong> features)
    {
        var sum = Vector128<short>.Zero;
        foreach (var feature in features)
        {
            var row = rows[(int)(feature >> (64 - RowBits))];
            var weights = (byte)(row >> 56) == (byte)(feature | 1) ? row & WeightBits : 0;
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(weights).AsSByte());
        }

        return sum;
    }

    /// <summary>How often a find of a type (0 person, 1 place, 2 organization) with such a mean probability was right on sentences kept apart, by the way of writing.</summary>
    public double Calibrate(int type, double probability, int condition = 0)
    {
        var position = Math.Clamp((Math.Log(Math.Max(1e-9, probability) / Math.Max(1e-9, 1 - probability)) + 4) * 4, 0, CurvePoints - 1);
        var index = Math.Min((int)position, CurvePoints - 2);
        var curve = ((condition * 3) + type) * CurvePoints;
        double low = curves[curve + index], high = curves[curve + index + 1];
        return (low + ((high - low) * (position - index))) / 255;
    }

    /// <summary>Makes a model of rows, transitions and curves; for training.</summary>
    internal static NameModel Of(ulong[] rows, sbyte[] transitions, byte[] curves)
    {
        var values = new float[Gaps * 64];
        for (var gap = 0; gap < Gaps; gap++)
            for (var before = 0; before < Tags; before++)
                for (var tag = 0; tag < Tags; tag++)
                {
                    var at = (gap * 64) + (before * 8) + tag;
                    values[at] = IsAllowed(gap, before, tag) ? transitions[at] / (float)Scale : Forbidden;
                }

        return new(rows, values, curves);
    }

    /// <summary>Writes a model: transitions, curves, which rows are used, then the rows byte by byte of all of them.</summary>
    internal static byte[] Write(ulong[] rows, sbyte[] transitions, byte[] curves)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write([.. transitions.Select(t => (byte)t)]);
            brotli.Write(curves);
            var used = new byte[rows.Length / 8];
            for (var i = 0; i < rows.Length; i++)
                if (rows[i] != 0) used[i / 8] |= (byte)(1 << (i % 8));
            brotli.Write(used);
            for (var plane = 0; plane < 8; plane++) brotli.Write([.. rows.Where(r => r != 0).Select(r => (byte)(r >> (8 * plane)))]);
        }

        return packed.ToArray();
    }

    private static NameModel Load()
    {
        using var resource = typeof(NameModel).Assembly.GetManifestResourceStream("Anonymizing.NameModel.bin")
            ?? throw new InvalidOperationException("The model of names is missing from the assembly.");
        return Read(resource);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static NameModel Read(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        var transitions = new byte[Gaps * 64];
        var curves = new byte[Curves * CurvePoints];
        var used = new byte[(1 << RowBits) / 8];
        brotli.ReadExactly(transitions);
        brotli.ReadExactly(curves);
        brotli.ReadExactly(used);
        var rows = new ulong[1 << RowBits];
        var places = new List<int>();
        for (var i = 0; i < rows.Length; i++)
            if ((used[i / 8] >> (i % 8) & 1) != 0) places.Add(i);
        var plane = new byte[places.Count];
        for (var shift = 0; shift < 64; shift += 8)
        {
            brotli.ReadExactly(plane);
            for (var i = 0; i < plane.Length; i++) rows[places[i]] |= (ulong)plane[i] << shift;
        }

        return Of(rows, [.. transitions.Select(t => (sbyte)t)], curves);
    }
}
