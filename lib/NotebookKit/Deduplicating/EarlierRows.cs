using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>The rows that earlier runs kept, as one stage knows them: run after run as given, in each the best first.</summary>
internal sealed class EarlierRows : HashSets
{
    private readonly IReadOnlyList<(EarlierFile File, EarlierStage Stage)> runs;

    // Where the rows of each run begin.
    private readonly int[] begins;

    public EarlierRows(IReadOnlyList<(EarlierFile File, EarlierStage Stage)> runs)
    {
        this.runs = runs;
        begins = new int[runs.Count + 1];
        for (var r = 0; r < runs.Count; r++) begins[r + 1] = checked(begins[r] + runs[r].File.Ids.Count);
    }

    public override int Count => begins[^1];

    /// <summary>The keys of all rows' bands, band by band.</summary>
    public uint[][] Bands => runs.Count == 1 ? runs[0].Stage.Bands : [.. Enumerable.Range(0, MinHash.Bands).Select(band => runs.SelectMany(r => r.Stage.Bands[band]).ToArray())];

    public EarlierRow Row(int row)
    {
        var file = runs[At(row, out var own)].File;
        return new(file.Ids[own], file.Name);
    }

    /// <summary>Hash of the view.</summary>
    public ulong Key(int row) => runs[At(row, out var own)].Stage.Keys[own];

    public ulong AnswerKey(int row) => runs[At(row, out var own)].Stage.AnswerKeys is { Length: > 0 } keys ? keys[own] : 0;

    public override int Length(int row) => runs[At(row, out var own)].Stage.Lengths[own];

    public override ulong Hash(int row)
    {
        ulong[] buffer = [];
        return HashOf(Read(row, ref buffer));
    }

    public override ReadOnlySpan<ulong> Read(int row, ref ulong[] buffer)
    {
        var stage = runs[At(row, out var own)].Stage;
        return Read(stage, stage.Starts[own], stage.Lengths[own], ref buffer);
    }

    /// <summary>The answer as it is compared.</summary>
    public AnswerSketch Answer(int row, ref ulong[] buffer)
    {
        var stage = runs[At(row, out var own)].Stage;
        var from = stage.Starts[own] + stage.Lengths[own];
        return new(AnswerKey(row), Read(stage, from, (int)(stage.Starts[own + 1] - from), ref buffer).ToArray());
    }

    public override void Each(RunContext run, Worker work) => Chunks.Run(Count, run, (from, to) =>
    {
        ulong[] buffer = [];
        for (var row = from; row < to; row++)
            if (Length(row) > 0) work(row, Read(row, ref buffer));
        return 0;
    });

    private static ReadOnlySpan<ulong> Read(EarlierStage stage, long from, int count, ref ulong[] buffer)
    {
        if (buffer.Length < count) buffer = new ulong[Math.Max(count, 2 * buffer.Length)];
        stage.Hashes.Read(from, buffer.AsSpan(0, count));
        return buffer.AsSpan(0, count);
    }

    /// <summary>The run of a row, and the row's place in it.</summary>
    private int At(int row, out int own)
    {
        var run = 0;
        while (row >= begins[run + 1]) run++;
        own = row - begins[run];
        return run;
    }
}

/// <summary>A row of an earlier run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Run">What the run is called.</param>
internal readonly record struct EarlierRow(string Id, string Run)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(Run);
    }

    public static EarlierRow Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadString());
}
