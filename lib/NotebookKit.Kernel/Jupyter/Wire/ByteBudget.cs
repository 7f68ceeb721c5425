namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>Bytes that all clients of a socket may hold together in messages that are not read to their end: nobody has proved yet to know the key.</summary>
internal sealed class ByteBudget(long most)
{
    private long held;

    /// <summary>Takes bytes.</summary>
    /// <exception cref="WireException">All clients together have too many.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref held, bytes) <= most) return;
        Interlocked.Add(ref held, -bytes);
        throw new WireException(FormattableString.Invariant($"the unread messages of all clients have more than {most:N0} bytes"));
    }

    /// <summary>Gives bytes back.</summary>
    public void Return(long bytes) => Interlocked.Add(ref held, -bytes);
}
