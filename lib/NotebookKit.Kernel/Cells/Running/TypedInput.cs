namespace NotebookKit.Kernel.Cells.Running;

/// <summary>The console's input of one cell: each line is asked for when the cell wants to read it.</summary>
internal sealed class TypedInput(CellRun run)
{
    private string rest = "";
    private int at;

    /// <summary>The next character; the line's end is one, too.</summary>
    public int Read()
    {
        if (at >= rest.Length) Ask();
        return rest[at++];
    }

    /// <summary>The next character where one was typed already; −1 where it would have to be asked for.</summary>
    public int Peek() => at < rest.Length ? rest[at] : -1;

    /// <summary>What is left of the line, its end included, as far as it fits.</summary>
    public int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (at >= rest.Length) Ask();
        var count = Math.Min(buffer.Length, rest.Length - at);
        rest.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    /// <summary>What is left of the line, without its end.</summary>
    public string ReadLine()
    {
        if (at >= rest.Length) Ask();
        var line = rest[at..^1];
        at = rest.Length;
        return line;
    }

    private void Ask() => (rest, at) = (run.Ask("", isPassword: false) + "\n", 0);
}
