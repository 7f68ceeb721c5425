using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NotebookKit.Text;

namespace NotebookKit.Linear;

/// <summary>One-vs-rest models of sixteen classes, side by side: each row is read once for all of them, and its n-grams' weights lie in one line of the cache. Logistic loss,
/// trained by dual coordinate ascent in a fixed order of rows. Sums run over n-grams, never over classes, so that neither registers nor threads change a bit.
/// Sources: Hsieh and others, A Dual Coordinate Descent Method for Large-scale Linear SVM (2008); Shalev-Shwartz and Zhang, Stochastic Dual Coordinate Ascent Methods (2013), for the step in closed form.</summary>
internal sealed class ClassBlock
{
    /// <summary>Classes of a block.</summary>
    public const int Width = 16;

    private const int Half = Width / 2, HeldEpochs = 3;

    private readonly float[] weights;
    private readonly float[] bias;

    public ClassBlock(float[] weights, float[] bias) => (this.weights, this.bias) = (weights, bias);

    /// <summary>Weights of an n-gram, one per class.</summary>
    public ReadOnlySpan<float> Of(int term) => weights.AsSpan(term * Width, Width);

    /// <summary>What each class has without any n-gram.</summary>
    public ReadOnlySpan<float> Bias => bias;

    /// <summary>Trains.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="chosen">Those to train on, in a fixed order.</param>
    /// <param name="lane">Class of a row, counted from the first of this block.</param>
    /// <param name="terms">N-grams of the table.</param>
    /// <param name="options">How.</param>
    /// <param name="held">Sets of places in <paramref name="chosen"/> that a further model each leaves out.</param>
    /// <param name="seen">Takes their logits by that model, which is the first one after a few more epochs without them: set, number in the set, logits.</param>
    /// <param name="cancel">Stops it between epochs.</param>
    public static ClassBlock Train(TextRows rows, int[] chosen, Func<int, int> lane, int terms, LinearOptions options, int[][] held, Action<int, int, ReadOnlySpan<float>> seen, CancellationToken cancel)
    {
        var block = new ClassBlock(new float[terms * Width], new float[Width]);
        var alphas = new float[chosen.Length * Width];
        int[] order = [.. Enumerable.Range(0, chosen.Length)];
        block.Descend(rows, chosen, lane, alphas, order, options, options.Epochs, cancel);
        for (var set = 0; set < held.Length; set++)
            if (held[set].Length > 0) block.Without(rows, chosen, lane, [.. alphas], options, held[set], (i, logits) => seen(set, i, logits), cancel);
        return block;
    }

    /// <summary>Takes rows out again: what they added to the weights goes, the others settle anew, and the rows are judged.</summary>
    private void Without(TextRows rows, int[] chosen, Func<int, int> lane, float[] alphas, LinearOptions options, int[] held, HeldLogits seen, CancellationToken cancel)
    {
        var without = new ClassBlock([.. weights], [.. bias]);
        var isHeld = new bool[chosen.Length];
        Span<float> deltas = stackalloc float[Width];
        foreach (var at in held)
        {
            isHeld[at] = true;
            for (var l = 0; l < Width; l++) deltas[l] = (l == lane(chosen[at]) ? -1 : 1) * alphas[(at * Width) + l];
            without.Move(rows.Terms(chosen[at]), rows.Values(chosen[at]), Low(deltas), High(deltas));
        }

        without.Descend(rows, chosen, lane, alphas, [.. Enumerable.Range(0, chosen.Length).Where(i => !isHeld[i])], options, HeldEpochs, cancel);
        for (var i = 0; i < held.Length; i++)
        {
            deltas.Clear();
            without.Add(rows.Terms(chosen[held[i]]), rows.Values(chosen[held[i]]), deltas);
            seen(i, deltas);
        }
    }

    private delegate void HeldLogits(int at, ReadOnlySpan<float> logits);

    /// <summary>Adds the logits of a row to <paramref name="logits"/>.</summary>
    public void Add(ReadOnlySpan<int> terms, ReadOnlySpan<float> values, Span<float> logits)
    {
        var (low, high) = Logits(terms, values);
        ref var to = ref MemoryMarshal.GetReference(logits);
        (Vector256.LoadUnsafe(ref to) + low).StoreUnsafe(ref to);
        (Vector256.LoadUnsafe(ref to, Half) + high).StoreUnsafe(ref to, Half);
    }

    /// <summary>Writes what <see cref="Read"/> reads: of each n-gram the weights that are not 0.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (var value in bias) writer.Write(value);
        for (var at = 0; at < weights.Length; at += Width)
        {
            var present = 0;
            for (var lane = 0; lane < Width; lane++)
                if (weights[at + lane] != 0) present |= 1 << lane;
            writer.Write((ushort)present);
            for (var lane = 0; lane < Width; lane++)
                if (weights[at + lane] != 0) writer.Write(weights[at + lane]);
        }
    }

    /// <summary>Reads the block of a table of so many n-grams.</summary>
    public static ClassBlock Read(BinaryReader reader, int terms)
    {
        var (weights, bias) = (new float[terms * Width], new float[Width]);
        for (var lane = 0; lane < Width; lane++) bias[lane] = reader.ReadSingle();
        for (var at = 0; at < weights.Length; at += Width)
        {
            var present = reader.ReadUInt16();
            for (var lane = 0; lane < Width; lane++)
                if ((present & (1 << lane)) != 0) weights[at + lane] = reader.ReadSingle();
        }

        return new(weights, bias);
    }

    private void Descend(TextRows rows, int[] chosen, Func<int, int> lane, float[] alphas, int[] order, LinearOptions options, int epochs, CancellationToken cancel)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            cancel.ThrowIfCancellationRequested();
            Shuffle(order, (ulong)epoch);
            var largest = 0f;
            foreach (var i in order) largest = Math.Max(largest, Step(rows.Terms(chosen[i]), rows.Values(chosen[i]), lane(chosen[i]), alphas.AsSpan(i * Width, Width), (float)options.Cost));
            if (largest < options.Tolerance) break;
        }
    }

    /// <summary>One row's step for all classes; returns the largest change of a logit.</summary>
    private float Step(ReadOnlySpan<int> terms, ReadOnlySpan<float> values, int lane, Span<float> alphas, float cost)
    {
        Span<float> signs = stackalloc float[Width];
        signs.Fill(-1);
        if ((uint)lane < Width) signs[lane] = 1;
        var square = Square(values);
        var (low, high) = Logits(terms, values);
        var (deltaLow, deltaHigh) = (Delta(low * Low(signs), Low(alphas), square, cost), Delta(high * High(signs), High(alphas), square, cost));
        ref var alpha = ref MemoryMarshal.GetReference(alphas);
        (Low(alphas) + deltaLow).StoreUnsafe(ref alpha);
        (High(alphas) + deltaHigh).StoreUnsafe(ref alpha, Half);
        Move(terms, values, deltaLow * Low(signs), deltaHigh * High(signs));
        var largest = Vector256.Max(Vector256.Abs(deltaLow), Vector256.Abs(deltaHigh));
        var most = 0f;
        for (var i = 0; i < Half; i++) most = Math.Max(most, largest[i]);
        return most * square;
    }

    /// <summary>The step that is sure not to lead too far: the slope of the sigmoid is ¼ at most.</summary>
    private static Vector256<float> Delta(Vector256<float> margin, Vector256<float> alpha, float square, float cost) =>
        ((Vector256.Create(cost) * Sigmoids.Of(-margin)) - alpha) / Vector256.Create(1 + (cost * square / 4));

    private void Move(ReadOnlySpan<int> terms, ReadOnlySpan<float> values, Vector256<float> deltaLow, Vector256<float> deltaHigh)
    {
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var i = 0; i < terms.Length; i++)
        {
            var at = (nuint)terms[i] * Width;
            var value = Vector256.Create(values[i]);
            (Vector256.LoadUnsafe(ref weight, at) + (value * deltaLow)).StoreUnsafe(ref weight, at);
            (Vector256.LoadUnsafe(ref weight, at + Half) + (value * deltaHigh)).StoreUnsafe(ref weight, at + Half);
        }

        (Low(bias) + deltaLow).CopyTo(bias);
        (High(bias) + deltaHigh).CopyTo(bias, Half);
    }

    private static Vector256<float> Low(ReadOnlySpan<float> sixteen) => Vector256.Create(sixteen);

    private static Vector256<float> High(ReadOnlySpan<float> sixteen) => Vector256.Create(sixteen[Half..]);

    private (Vector256<float> Low, Vector256<float> High) Logits(ReadOnlySpan<int> terms, ReadOnlySpan<float> values)
    {
        ref var plain = ref MemoryMarshal.GetArrayDataReference(bias);
        var (low, high) = (Vector256.LoadUnsafe(ref plain), Vector256.LoadUnsafe(ref plain, Half));
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var i = 0; i < terms.Length; i++)
        {
            var at = (nuint)terms[i] * Width;
            var value = Vector256.Create(values[i]);
            low += value * Vector256.LoadUnsafe(ref weight, at);
            high += value * Vector256.LoadUnsafe(ref weight, at + Half);
        }

        return (low, high);
    }

    /// <summary>Squared length of a row, with the 1 of the bias.</summary>
    private static float Square(ReadOnlySpan<float> values)
    {
        var square = 1f;
        foreach (var value in values) square += value * value;
        return square;
    }

    private static void Shuffle(int[] order, ulong epoch)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)(((StableHash.Combine((ulong)i, epoch) >> 32) * (ulong)(i + 1)) >> 32);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
