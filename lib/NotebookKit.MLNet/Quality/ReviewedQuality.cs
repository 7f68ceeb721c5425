using System.Security.Cryptography;
using System.Text;
using Microsoft.ML;
using NotebookKit.Outliers;
using NotebookKit.Reviewing;

namespace NotebookKit.MLNet;

/// <summary>How a quality is learned from rows that people read: ML.NET's logistic regression (L-BFGS) over the words and letters of question and answer, their lengths, and the recorded signals.</summary>
public sealed record ReviewedQualityTrainer
{
    /// <summary>Fewest rows that were kept, and fewest that were not: with fewer a model says nothing.</summary>
    public const int FewestRows = 10;

    /// <summary>What large weights cost (ML.NET's <c>L2Regularization</c>). 0.0001 to 1,000, default 1, ML.NET's own.</summary>
    public double L2 { get; init => field = Options.InRange(value, 0.0001, 1_000); } = 1;

    /// <summary>Parts of the reviewed rows that are left out in turn to measure what the model is worth. 2 to 100, default 5; the rows decide by their ids which part they are in.</summary>
    public int Folds { get; init => field = Options.InRange(value, 2, 100); } = 5;

    /// <summary>Learns from verdicts about rows. A row that was right as it was is a kept one; one that was wrong, harmful or had to be corrected is not. Rows without a verdict, and verdicts about other rows, are left out.</summary>
    /// <param name="rows">The rows as people read them, before the stage that carries the verdicts out.</param>
    /// <param name="verdicts">What people said.</param>
    /// <param name="run">Seed and cancelling; null for the defaults.</param>
    /// <exception cref="ArgumentException">Fewer than <see cref="FewestRows"/> rows were kept, or were not.</exception>
    public ReviewedQuality Fit(Dataset rows, Verdicts verdicts, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(verdicts);
        var read = rows.Examples.Where(e => verdicts.TryGet(e.Id, out _)).ToLookup(e => verdicts.TryGet(e.Id, out var verdict) && !verdict.IsError);
        return Fit(read[true], read[false], run);
    }

    /// <summary>Learns from rows that people kept and rows that they did not.</summary>
    /// <exception cref="ArgumentException">Fewer than <see cref="FewestRows"/> rows were kept, or were not.</exception>
    public ReviewedQuality Fit(IEnumerable<Example> kept, IEnumerable<Example> rejected, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(rejected);
        run ??= new();
        // In the order of ids, so that the order they came in does not matter.
        (Example Example, bool IsKept)[] all = [.. kept.Select(e => (e, true)).Concat(rejected.Select(e => (e, false))).OrderBy(e => e.Item1.Id, StringComparer.Ordinal)];
        var (right, wrong) = (all.Count(a => a.IsKept), all.Count(a => !a.IsKept));
        if (right < FewestRows || wrong < FewestRows)
            throw new ArgumentException(FormattableString.Invariant($"A quality is learned from rows that people kept and rows that they did not, at least {FewestRows} of each: there are {right} and {wrong}. Review more rows."), nameof(kept));
        var held = new double[all.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var part = fold;
            // By turns within kept and within not kept, so that every part has both.
            int[] folds = new int[all.Length];
            var (seenRight, seenWrong) = (0, 0);
            for (var i = 0; i < all.Length; i++) folds[i] = (all[i].IsKept ? seenRight++ : seenWrong++) % Folds;
            var model = Train([.. all.Where((_, i) => folds[i] != part)], run);
            int[] open = [.. Enumerable.Range(0, all.Length).Where(i => folds[i] == part)];
            model.Logits([.. open.Select(i => ReviewedQuality.RowOf(all[i].Example))], (i, logits) => held[open[i]] = logits[0]);
        }

        var quality = DetectionQuality.Of(held.Where((_, i) => !all[i].IsKept), held.Where((_, i) => all[i].IsKept));
        return new(Train(all, run), right, wrong, Math.Round(quality.Auroc, 6));
    }

    private TextModel Train(IReadOnlyList<(Example Example, bool IsKept)> rows, RunContext run) => TextModel.TrainSides([.. rows.Select(r =>
    {
        var row = ReviewedQuality.RowOf(r.Example);
        row.Label = r.IsKept;
        return row;
    })], Featurizer, L2, run);

    private static IEstimator<ITransformer> Featurizer(MLContext ml) => ml.Transforms.Text.FeaturizeText(QualityColumns.Input, TextRow.Featurizing(), nameof(TextRow.Text))
        .Append(ml.Transforms.Text.FeaturizeText(QualityColumns.Output, TextRow.Featurizing(), nameof(TextRow.Output)))
        .Append(ml.Transforms.Concatenate(TextRow.Features, QualityColumns.Input, QualityColumns.Output, nameof(TextRow.Numbers)));
}

/// <summary>A quality that was learned from rows that people read: how probable it is that they would keep a row, 0 to 1. Immutable and thread-safe.</summary>
/// <remarks>A saved one holds the words of the rows it learned from as they are: fit it on rows without personal data.</remarks>
public sealed class ReviewedQuality : IDescribed
{
    private readonly TextModel model;
    private readonly byte[] bytes;

    internal ReviewedQuality(TextModel model, int kept, int rejected, double heldOut)
    {
        (this.model, Kept, Rejected, HeldOutAuroc) = (model, kept, rejected, heldOut);
        bytes = QualityFile.Bytes(writer =>
        {
            writer.Write(kept);
            writer.Write(rejected);
            writer.Write(heldOut);
            model.Write(writer);
        });
    }

    /// <summary>Rows that people kept.</summary>
    public int Kept { get; }

    /// <summary>Rows that they did not.</summary>
    public int Rejected { get; }

    /// <summary>What the model is worth on rows that it has not learned from: share of the pairs of a kept and another row in which the kept one has the higher score, 0–1; 0.5 is chance.</summary>
    public double HeldOutAuroc { get; }

    /// <summary>Rows that it learned from and a hash of what it learned.</summary>
    public string Description => FormattableString.Invariant($"quality of {Kept} kept and {Rejected} other rows {Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}");

    /// <summary>How probable it is that people would keep a row, 0 to 1, rounded to 6 digits.</summary>
    public double Score(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var score = 0.0;
        model.Logits([RowOf(example)], (_, logits) => score = Math.Round(model.Probability(logits[0]), 6));
        return score;
    }

    /// <summary>What speaks for a row (above 0) and against it, strongest first, on the scale of log-odds. Text from the row: show it where the row itself may be shown.</summary>
    /// <param name="example">The row.</param>
    /// <param name="count">How many terms at most; at least 0, default 5.</param>
    public IReadOnlyList<TermShare> Explain(Example example, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return model.Terms(RowOf(example), 0, count, 1);
    }

    /// <summary>Writes what was learned to one file, in place of one that is there. Equal ones write equal bytes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        QualityFile.Save(path, bytes);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="BadInputException">The file is missing, damaged or of another version.</exception>
    public static ReviewedQuality Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return QualityFile.Read(path, reader =>
        {
            var (kept, rejected, heldOut) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble());
            return new ReviewedQuality(TextModel.Read(reader), kept, rejected, heldOut);
        });
    }

    internal static TextRow RowOf(Example example) => new() { Text = example.Input, Output = example.Output, Numbers = OutcomeNumbers.Of(example) };
}

/// <summary>The file of a learned quality: a mark, the version of the form, what it holds, and SHA-256 of all that; little-endian.</summary>
internal static class QualityFile
{
    private const int Form = 1, HashBytes = 32;

    private static ReadOnlySpan<byte> Mark => "NotebookKit quality\n"u8;

    public static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.Unicode);
        writer.Write(Mark);
        writer.Write(Form);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    public static void Save(string path, byte[] bytes)
    {
        var temporary = path + ".writing";
        File.WriteAllBytes(temporary, [.. bytes, .. SHA256.HashData(bytes)]);
        File.Move(temporary, path, overwrite: true);
    }

    public static T Read<T>(string path, Func<BinaryReader, T> read)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var (start, end) = (Mark.Length + sizeof(int), bytes.Length - HashBytes);
            if (!bytes.AsSpan().StartsWith(Mark) || end < start) throw Damaged(path, "its mark is missing, or it ends too early");
            var form = BitConverter.ToInt32(bytes, Mark.Length);
            if (form != Form) throw new BadInputException(FormattableString.Invariant($"'{path}' has version {form} of its form, this kit reads {Form}: fit the quality again."));
            if (!SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end))) throw Damaged(path, "its checksum does not fit");
            using var reader = new BinaryReader(new MemoryStream(bytes, start, end - start), Encoding.Unicode);
            return read(reader);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"'{path}' does not exist.", error);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            throw Damaged(path, "its parts do not fit together", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"'{path}' cannot be read: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    private static BadInputException Damaged(string path, string how, Exception? cause = null) =>
        new($"'{path}' is damaged ({how}): it is no file of a learned quality, or was cut or changed. Fit the quality again.", cause);
}
