using System.Buffers;

namespace NotebookKit.Sourcing;

/// <summary>Cuts JSON that spans lines: the elements of an array, or objects one after the other. It follows brackets and
/// quotes only, so a broken element costs that element and not the rest of the file.</summary>
internal sealed class JsonCutter(ByteFeed feed, int limit) : Cutter(feed, limit)
{
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> InElement = SearchValues.Create("\"{}[]\n"u8);
    private static readonly SearchValues<byte> AfterScalar = SearchValues.Create(",]\n"u8);

    private readonly Stack<byte> open = new();
    private bool inArray;

    public override bool Next(Batch batch)
    {
        while (Feed.Fill())
        {
            var first = Feed.Ready[0];
            switch (first)
            {
                case (byte)'\n':
                    Line++;
                    Feed.Skip(1);
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)',' or 0xEF or 0xBB or 0xBF:
                    Feed.Skip(1);
                    break;
                case (byte)'[' when !inArray:
                    inArray = true;
                    Feed.Skip(1);
                    break;
                case (byte)']':
                    inArray = false;
                    Feed.Skip(1);
                    break;
                default:
                    if (Element(batch, first is (byte)'{' or (byte)'[')) return true;
                    break;
            }
        }

        return false;
    }

    private bool Element(Batch batch, bool isContainer)
    {
        Begin(batch);
        var line = Line;
        var closed = isContainer ? Container(batch) : Scalar(batch);
        return End(batch, line, !closed, " \t\r\n"u8);
    }

    private bool Container(Batch batch)
    {
        open.Clear();
        while (Feed.Fill())
        {
            var stop = Feed.Ready.IndexOfAny(InElement);
            if (stop < 0)
            {
                Take(batch, Feed.Ready.Length);
                continue;
            }

            var mark = Feed.Ready[stop];
            Take(batch, stop + 1);
            if (mark == '\n') Line++;
            else if (mark is (byte)'{' or (byte)'[') open.Push(mark);
            else if (mark == '"' && !Text(batch)) return false;
            else if (mark is (byte)'}' or (byte)']' && Closes(mark)) return true;
        }

        return false;
    }

    /// <summary>A bracket closes the nearest one of its kind, and what was left open inside it; true where the element ends.</summary>
    private bool Closes(byte mark)
    {
        var kind = mark == '}' ? (byte)'{' : (byte)'[';
        while (open.TryPop(out var inner) && inner != kind) { }
        return open.Count == 0;
    }

    /// <summary>The rest of a quoted text; false where the file ends in it.</summary>
    private bool Text(Batch batch)
    {
        while (Feed.Fill())
        {
            var stop = Feed.Ready.IndexOfAny(InText);
            if (stop < 0)
            {
                Take(batch, Feed.Ready.Length);
                continue;
            }

            var mark = Feed.Ready[stop];
            Take(batch, stop + 1);
            if (mark == '"') return true;
            if (mark == '\n') Line++;
            else if (Feed.Fill())
            {
                // The escaped character itself, which may be a quote.
                if (Feed.Ready[0] == '\n') Line++;
                Take(batch, 1);
            }
        }

        return false;
    }

    private bool Scalar(Batch batch)
    {
        var isText = Feed.Ready[0] == '"';
        Take(batch, 1);
        if (isText) return Text(batch);
        while (Feed.Fill())
        {
            var stop = Feed.Ready.IndexOfAny(AfterScalar);
            Take(batch, stop < 0 ? Feed.Ready.Length : stop);
            if (stop >= 0) return true;
        }

        return !inArray;
    }
}
