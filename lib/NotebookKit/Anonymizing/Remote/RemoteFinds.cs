using System.Collections.Concurrent;

namespace NotebookKit.Anonymizing;

/// <summary>Asks remote recognizers about a whole dataset before a run, with many questions on the way at once.</summary>
public static class RemoteFinds
{
    /// <summary>Rows that are worked off together: they bound the memory that texts take.</summary>
    private const int Block = 2048;

    /// <summary>Asks all that anonymizing the dataset will ask, so that the stage itself waits for nobody. Texts are masked as the stage does it, because it looks at a masked
    /// text again; where an answer is missing, the text is noted, all that were noted are asked together, and the rows are tried once more. Does nothing
    /// without a <see cref="RemoteRecognizer"/>.</summary>
    /// <param name="anonymizer">The stage with its remote recognizers; each keeps its own <see cref="RemoteRecognizer.Concurrency"/>.</param>
    /// <param name="data">The rows.</param>
    /// <param name="run">Key, threads, progress and the sign to stop. Default: as a run without one.</param>
    /// <returns>How many texts were asked about.</returns>
    /// <exception cref="RemoteRecognizerException">A question has no good answer. What was answered until then is kept.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static async Task<int> AskAheadAsync(this Anonymizer anonymizer, Dataset data, RunContext? run = null)
    {
        ArgumentNullException.ThrowIfNull(anonymizer);
        ArgumentNullException.ThrowIfNull(data);
        run ??= new RunContext();
        if (!anonymizer.Recognizers.OfType<RemoteRecognizer>().Any()) return 0;
        var asked = 0;
        for (var from = 0; from < data.Count; from += Block)
        {
            var open = data.Examples.Skip(from).Take(Block).ToList();
            while (open.Count > 0)
            {
                var missing = new ConcurrentDictionary<(RemoteRecognizer, string), bool>();
                open = Unanswered(anonymizer, open, missing, run);
                await AskAsync([.. missing.Keys], run.Cancel).ConfigureAwait(false);
                asked += missing.Count;
            }

            run.Progress?.Report(new("RemoteFinds", Math.Min(from + Block, data.Count), data.Count));
        }

        return asked;
    }

    /// <summary>The examples whose masking wants an answer that is not there yet.</summary>
    private static List<Example> Unanswered(Anonymizer anonymizer, List<Example> examples, ConcurrentDictionary<(RemoteRecognizer, string), bool> missing, RunContext run)
    {
        var parts = Chunks.Run(examples.Count, run, (from, to) =>
        {
            var notes = new Notes(missing);
            var masker = (anonymizer with { Recognizers = [.. anonymizer.Recognizers.Select(r => r is RemoteRecognizer remote ? new Noting(remote, notes) : r)] }).For(run);
            var open = new List<Example>();
            for (var i = from; i < to; i++)
            {
                var before = notes.Count;
                _ = masker.Mask(examples[i]);
                if (notes.Count > before) open.Add(examples[i]);
            }

            return open;
        });
        return [.. parts.SelectMany(p => p)];
    }

    /// <summary>Each recognizer lets through as many at once as it may; so many more wait for their turn, and the first failure stops all.</summary>
    private static Task AskAsync((RemoteRecognizer Recognizer, string Text)[] questions, CancellationToken cancel) => Parallel.ForEachAsync(
        questions,
        new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, questions.Select(q => q.Recognizer).Distinct().Sum(r => r.Concurrency)), CancellationToken = cancel },
        async (question, stop) => await question.Recognizer.AskAsync(question.Text, stop).ConfigureAwait(false));

    private sealed class Notes(ConcurrentDictionary<(RemoteRecognizer, string), bool> missing)
    {
        public int Count { get; private set; }

        public void Add(RemoteRecognizer recognizer, string text)
        {
            missing.TryAdd((recognizer, text), true);
            Count++;
        }
    }

    /// <summary>Says what is known, and notes what is not.</summary>
    private sealed class Noting(RemoteRecognizer owner, Notes notes) : Recognizer
    {
        public override string EntityType => owner.EntityType;

        public override IReadOnlyList<string> Types => owner.Types;

        public override string Name => owner.Name;

        public override void Find(string text, RecognizerContext context, List<Span> into)
        {
            if (!owner.TryRecall(text, out var finds)) notes.Add(owner, text);
            else foreach (var find in finds) into.Add(new(find.Start, find.End, find.Type, find.Score, owner.Name));
        }
    }
}
