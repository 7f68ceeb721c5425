namespace NotebookKit.Sourcing;

/// <summary>Cuts a stream into records without understanding them. What is longer than the limit is passed over, not kept.</summary>
internal abstract class Cutter(ByteFeed feed, int limit)
{
    private int start;
    private bool tooLong;

    /// <summary>The line that is being read, from 1.</summary>
    protected long Line { get; set; } = 1;

    protected ByteFeed Feed => feed;

    /// <summary>Adds the next record to the batch; false at the end of the stream.</summary>
    public abstract bool Next(Batch batch);

    /// <summary>Begins a record.</summary>
    protected void Begin(Batch batch)
    {
        start = batch.Length;
        tooLong = false;
    }

    /// <summary>Takes bytes off the feed and into the record.</summary>
    protected void Take(Batch batch, int count)
    {
        if (!tooLong && (long)batch.Length - start + count > limit)
        {
            tooLong = true;
            batch.Cut(start);
        }

        if (!tooLong) batch.Append(feed.Ready[..count]);
        feed.Skip(count);
    }

    /// <summary>Ends a record; false where nothing is in it but what <paramref name="trim"/> takes away.</summary>
    protected bool End(Batch batch, long line, bool atEnd, ReadOnlySpan<byte> trim)
    {
        if (tooLong)
        {
            batch.Records.Add(new(start, 0, line, RawState.TooLong));
            return true;
        }

        var text = batch.From(start);
        var mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        var length = mark + text[mark..].TrimEnd(trim).Length;
        var skip = length - text[mark..length].TrimStart(trim).Length;
        if (length == skip)
        {
            batch.Cut(start);
            return false;
        }

        batch.Records.Add(new(start + skip, length - skip, line, atEnd ? RawState.AtEnd : RawState.Whole));
        return true;
    }
}

/// <summary>One record a line. Blank lines are no records.</summary>
internal sealed class LineCutter(ByteFeed feed, int limit) : Cutter(feed, limit)
{
    public override bool Next(Batch batch)
    {
        while (Feed.Fill())
        {
            Begin(batch);
            var line = Line;
            var open = true;
            while (open && Feed.Fill())
            {
                var end = Feed.Ready.IndexOf((byte)'\n');
                Take(batch, end < 0 ? Feed.Ready.Length : end);
                if (end < 0) continue;
                Feed.Skip(1);
                Line++;
                open = false;
            }

            if (End(batch, line, open, " \t\r\n"u8)) return true;
        }

        return false;
    }
}
