using System.Runtime.InteropServices;
using System.Text;
using NotebookKit.Deduplicating;

namespace NotebookKit.Writing;

/// <summary>Writes <c>audit/kept.sketches</c>: for the rows that a run kept in the end, what its stages need to compare later rows with them, as <see cref="EarlierFile"/> reads it. Ids and hashes, no texts.</summary>
internal static class KeptFile
{
    /// <summary>Ids are written in blocks of so many bytes.</summary>
    private const int Block = 1 << 16;

    /// <summary>Writes the file; none where no stage of the run left anything.</summary>
    public static void Write(RunOutput output, string folder)
    {
        if (output.Sketches is not { Stages: { Count: > 0 } stages }) return;
        using var file = new OutputFile(folder, EarlierFile.FileName, ownerOnly: true);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.Unicode);
        var rows = Rows(output, stages);
        writer.Write(EarlierFile.Mark);
        writer.Write(EarlierFile.Form);
        writer.Write(output.Run.Seed);
        writer.Write(output.Run.Key.IsSecret);
        writer.Write(EarlierFile.CodeOf(output.Run.Key));
        writer.WriteList(output.Earlier, run =>
        {
            writer.Write(run.Name);
            writer.Write(run.Sha256);
        });
        writer.Write(rows[0].Length);
        foreach (var row in rows[0])
        {
            writer.Write(stages[0].Rows.Ids[row]);
            if (bytes.Length > Block) Flush();
        }

        writer.Write7BitEncodedInt(stages.Count);
        for (var s = 0; s < stages.Count; s++)
        {
            var (stage, own) = (stages[s], rows[s]);
            var block = stage.Rows;
            writer.Write(stage.Stage);
            writer.Write(stage.Version);
            writer.WriteList(stage.Options, option =>
            {
                writer.Write(option.Name);
                writer.Write(option.Value);
            });
            var sets = stage.HasSets;
            ulong[] buffer = [];
            // A set is found by its members; a row without any is like none.
            Column(sets ? [] : Array.ConvertAll(own, block.Key));
            Column(own.Any(row => block.AnswerKey(row) != 0) ? Array.ConvertAll(own, block.AnswerKey) : []);
            Column(sets ? Array.ConvertAll(own, block.Shingles) : []);
            Column(sets ? Array.ConvertAll(own, row => (int)(block.Start(row + 1) - block.Start(row)) - block.Shingles(row) - stage.BandWords) : []);
            writer.Write(stage.BandWords > 0);
            Flush();
            if (stage.BandWords > 0)
                foreach (var row in own) file.WriteBytes(MemoryMarshal.AsBytes(block.AnswerWords(row, ref buffer)[..stage.BandWords]));
            foreach (var row in own)
            {
                file.WriteBytes(MemoryMarshal.AsBytes(block.Set(row, ref buffer)));
                file.WriteBytes(MemoryMarshal.AsBytes(block.AnswerWords(row, ref buffer)[stage.BandWords..]));
            }
        }

        Flush();
        file.WriteHash();
        file.Finish();

        void Column<T>(T[] values)
            where T : unmanaged
        {
            writer.Write(values.Length > 0);
            Flush();
            file.WriteBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        }

        void Flush()
        {
            writer.Flush();
            file.WriteBytes(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            bytes.SetLength(0);
        }
    }

    /// <summary>For each stage the places of the rows that the run kept, in the order of the first stage: the best first.</summary>
    private static int[][] Rows(RunOutput output, IReadOnlyList<KeptStage> stages)
    {
        // What the run made itself no stage has sketched: later rows are compared with the rows that it was made of.
        var made = output.Result.History.Made.SelectMany(m => m.Ids).ToHashSet(StringComparer.Ordinal);
        var kept = new Dictionary<string, int>(output.Result.Count, StringComparer.Ordinal);
        foreach (var example in output.Result.Examples)
            if (!made.Contains(example.Id)) kept.Add(example.Id, -1);
        var order = 0;
        return [.. stages.Select((stage, s) =>
        {
            var rows = new int[kept.Count];
            var found = 0;
            for (var row = 0; row < stage.Rows.Count; row++)
            {
                output.Run.Cancel.ThrowIfCancellationRequested();
                var id = stage.Rows.Ids[row];
                if (!kept.TryGetValue(id, out var at)) continue;
                if (s == 0) kept[id] = at = order++;
                rows[at] = row;
                found++;
            }

            return found == kept.Count ? rows : throw new InvalidOperationException($"{stage.Stage} left out rows that the run kept.");
        })];
    }
}
