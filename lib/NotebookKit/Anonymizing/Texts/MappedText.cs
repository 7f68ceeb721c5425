namespace NotebookKit.Anonymizing;

/// <summary>A text made out of another one unit by unit, with the way back. Made only where something differs.</summary>
internal sealed class MappedText
{
    private readonly List<int> changes = [];
    private readonly char[] units;
    private readonly int[] starts, ends;
    private string? text;

    /// <summary>Makes room for a text that gets no longer than its original.</summary>
    public MappedText(int capacity) => (units, starts, ends) = (new char[capacity], new int[capacity], new int[capacity]);

    /// <summary>Units so far.</summary>
    public int Length { get; private set; }

    /// <summary>The text.</summary>
    public string Text => text ??= new(units, 0, Length);

    /// <summary>The last unit so far; a line feed where there is none.</summary>
    public char Last => Length > 0 ? units[Length - 1] : '\n';

    /// <summary>Where the first unit is that stands for another text; there is one.</summary>
    public int FirstChange => changes[0];

    /// <summary>Takes over a piece as it is.</summary>
    public void Copy(ReadOnlySpan<char> original, int from, int to)
    {
        original[from..to].CopyTo(units.AsSpan(Length));
        for (var i = from; i < to; i++)
        {
            starts[Length] = i;
            ends[Length++] = i + 1;
        }
    }

    /// <summary>Adds a unit that stands for a piece of the original.</summary>
    public void Add(char unit, int start, int end, bool isChange = true)
    {
        if (isChange) changes.Add(Length);
        units[Length] = unit;
        starts[Length] = start;
        ends[Length++] = end;
    }

    /// <summary>The last unit stands for more of the original.</summary>
    public void Widen(int end)
    {
        if (Length > 0) ends[Length - 1] = end;
    }

    /// <summary>Something is missing before the next unit.</summary>
    public void Note() => changes.Add(Length);

    /// <summary>Takes the last unit back.</summary>
    public void Drop() => Length--;

    /// <summary>The span in the text that this one was made of.</summary>
    public Span Original(Span span) => span.End > span.Start ? span with { Start = starts[span.Start], End = ends[span.End - 1] } : span with { Start = 0, End = 0 };

    /// <summary>True where a unit that stands for another text lies in a span.</summary>
    public bool IsChanged(Span span)
    {
        var at = changes.BinarySearch(span.Start);
        if (at < 0) at = ~at;
        return at < changes.Count && changes[at] < span.End;
    }

    /// <summary>True where the span goes on over a change.</summary>
    public bool IsInside(Span span) => IsChanged(span with { Start = span.Start + 1 });

    /// <summary>As <see cref="IsChanged"/>, and the unit right before counts, too.</summary>
    public bool IsChangedAt(Span span) => IsChanged(span with { Start = span.Start - 1 });
}
