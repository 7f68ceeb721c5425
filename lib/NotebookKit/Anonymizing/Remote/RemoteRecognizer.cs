using System.Collections.Concurrent;
using System.Globalization;

namespace NotebookKit.Anonymizing;

/// <summary>A recognizer that asks somebody else: a service, or a language model. Each text is asked about once; its answer is kept in memory, or in a <see cref="RemoteCache"/>.
/// A question that stays without a good answer stops the run. It only adds finds: whatever a text makes the other side say, what the built-in recognizers find
/// is masked. Thread-safe.</summary>
/// <remarks>A stage calls <see cref="Find"/> on its own threads, and each waits for its answer. To have more questions on the way than a run has threads, ask ahead:
/// <see cref="RemoteFinds.AskAheadAsync"/>. The result is the same, because answers are kept by text and settings; how sure the other side answers
/// alike tomorrow, only it can say: keep the file of the cache with the recipe.</remarks>
#pragma warning disable CA1001 // Neither holds a handle: the memory has no file, and nobody asks the semaphore for its event.
public abstract class RemoteRecognizer : Recognizer, IDescribed
#pragma warning restore CA1001
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RemoteFind[]>>> underway = new(StringComparer.Ordinal);
    private readonly RemoteCache memory = new();
    private SemaphoreSlim gate = new(4);
    private long asked, remembered, retried, refused;

    /// <summary>Makes it with the number of UTF-16 units that a question may have by default.</summary>
    protected RemoteRecognizer(int maxCharacters) => MaxCharacters = maxCharacters;

    /// <summary>How many questions are on the way at the same time, 1–256. Default 4.</summary>
    public int Concurrency
    {
        get;
        init => gate = new(field = Guard.InRange(value, 1, 256));
    } = 4;

    /// <summary>How long one answer may take, more than 0. Default 30 seconds.</summary>
    public TimeSpan Timeout { get; init => field = value > TimeSpan.Zero && value.TotalMilliseconds < int.MaxValue ? value : throw new ArgumentOutOfRangeException(nameof(Timeout), value, "Timeout must be more than 0."); } = TimeSpan.FromSeconds(30);

    /// <summary>How often a question is asked again that got no answer (unreachable, too late, overloaded), 0–20. Default 3.</summary>
    public int Retries { get; init => field = Guard.InRange(value, 0, 20); } = 3;

    /// <summary>How long it waits before the first retry; twice as long before each further one, at most a minute. Default half a second.</summary>
    public TimeSpan Backoff { get; init => field = value >= TimeSpan.Zero && value <= LongestBackoff ? value : throw new ArgumentOutOfRangeException(nameof(Backoff), value, "Backoff must be from 0 to a minute."); } = TimeSpan.FromSeconds(0.5);

    /// <summary>A longer text is asked about in windows of so many UTF-16 units, which overlap by 200. At least 1000.</summary>
    public int MaxCharacters { get; init => field = Guard.AtLeast(value, 5 * TextWindows.Overlap); }

    /// <summary>Where answers are kept beyond a run. Default null: in memory, as long as the recognizer lives.</summary>
    public RemoteCache? Cache { get; init; }

    /// <summary>What it did so far.</summary>
    public RemoteCounts Counts => new(Interlocked.Read(ref asked), Interlocked.Read(ref remembered), Interlocked.Read(ref retried), Interlocked.Read(ref refused));

    private static TimeSpan LongestBackoff => TimeSpan.FromMinutes(1);

    /// <summary>All that decides an answer beside the text, in one line: an answer is remembered under it. The address of a service is no part of it.</summary>
    protected abstract string Settings { get; }

    string IDescribed.Description => $"{Name}({Settings})";

    /// <inheritdoc/>
    /// <exception cref="RemoteRecognizerException">There is no good answer.</exception>
    public sealed override void Find(string text, RecognizerContext context, List<Span> into) => FindIn(text, into, CancellationToken.None);

    internal override Recognizer Prepare(RunContext run) => new RunRecognizer(this, run.Cancel);

    internal void FindIn(string text, List<Span> into, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        if (!TryRecall(text, out var finds)) finds = Task.Run(() => AskAsync(text, cancel), cancel).GetAwaiter().GetResult();
        foreach (var find in finds) into.Add(new(find.Start, find.End, find.Type, find.Score, Name));
    }

    /// <summary>The answer where it is known; true also for a text without a letter or digit, about which nobody is asked.</summary>
    internal bool TryRecall(string text, out RemoteFind[] finds)
    {
        finds = [];
        if (!text.Any(char.IsLetterOrDigit)) return true;
        if (!(Cache ?? memory).TryGet((Cache ?? memory).Code(Key, text), out finds)) return false;
        Interlocked.Increment(ref remembered);
        return true;
    }

    /// <summary>Asks about a text; who asks while the same question is on the way waits for its answer.</summary>
    internal async Task<RemoteFind[]> AskAsync(string text, CancellationToken cancel)
    {
        var code = (Cache ?? memory).Code(Key, text);
        while (true)
        {
            var one = underway.GetOrAdd(code, _ => new(() => AskAllAsync(code, text, cancel)));
            try
            {
                return await one.Value.WaitAsync(cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // Somebody else's run was stopped, not this one.
            }
            finally
            {
                underway.TryRemove(new(code, one));
            }
        }
    }

    /// <summary>Asks about one window of a text. Offsets are those of the window.</summary>
    /// <exception cref="RemoteRecognizerException">There is no good answer; transient where it is worth asking again.</exception>
    protected abstract Task<IReadOnlyList<RemoteFind>> AskAboutAsync(string text, CancellationToken cancel);

    /// <summary>Counts finds of an answer that are not taken.</summary>
    protected void CountRefused(int finds) => Interlocked.Add(ref refused, finds);

    private string Key => string.Create(CultureInfo.InvariantCulture, $"{Name}\0{Settings}\0{MaxCharacters}");

    private async Task<RemoteFind[]> AskAllAsync(string code, string text, CancellationToken cancel)
    {
        if ((Cache ?? memory).TryGet(code, out var known)) return known;
        var finds = new List<RemoteFind>();
        foreach (var (start, end) in TextWindows.Of(text, MaxCharacters))
        {
            var window = end - start == text.Length ? text : text[start..end];
            foreach (var find in await AskAgainAsync(window, cancel).ConfigureAwait(false)) finds.Add(find with { Start = find.Start + start, End = find.End + start });
        }

        RemoteFind[] answer = [.. finds.Distinct().OrderBy(f => f.Start).ThenBy(f => f.End).ThenBy(f => f.Type, StringComparer.Ordinal).ThenBy(f => f.Score)];
        (Cache ?? memory).Add(code, answer);
        return answer;
    }

    private async Task<IReadOnlyList<RemoteFind>> AskAgainAsync(string text, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await AskOnceAsync(text, cancel).ConfigureAwait(false);
            }
            catch (RemoteRecognizerException error) when (error.IsTransient)
            {
                if (tries > Retries) throw new RemoteRecognizerException(tries == 1 ? error.Message : string.Create(CultureInfo.InvariantCulture, $"{error.Message} It was asked {tries} times."));
            }

            Interlocked.Increment(ref retried);
            await Task.Delay(TimeSpan.FromTicks(Math.Min(Backoff.Ticks << Math.Min(tries - 1, 16), LongestBackoff.Ticks)), cancel).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<RemoteFind>> AskOnceAsync(string text, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Timeout);
            Interlocked.Increment(ref asked);
            var finds = await AskAboutAsync(text, limit.Token).ConfigureAwait(false);
            foreach (var find in finds)
                if (find.Fault(text.Length) is { } fault) throw new RemoteRecognizerException($"{Name} answered with {fault}. Nothing was masked by this answer; see whether the service is the right one.");
            return finds;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new RemoteRecognizerException(string.Create(CultureInfo.InvariantCulture, $"{Name} gave no answer within {Timeout.TotalSeconds:0.###} s. Set Timeout higher, or Concurrency lower."), isTransient: true);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The recognizer within a run, which can be stopped.</summary>
    private sealed class RunRecognizer(RemoteRecognizer owner, CancellationToken cancel) : Recognizer
    {
        public override string EntityType => owner.EntityType;

        public override IReadOnlyList<string> Types => owner.Types;

        public override string Name => owner.Name;

        public override void Find(string text, RecognizerContext context, List<Span> into) => owner.FindIn(text, into, cancel);
    }
}
