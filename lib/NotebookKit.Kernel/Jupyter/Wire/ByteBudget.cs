namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>Bytes that all clients of a socket may hold together in messages that are not read to their end: nobody has proved yet to know the key.</summary>
internal sealed class ByteBudget(long most)
{
    private long held;

    /// <summary>Takes bytes. Who gets none is to be sent away, and gives back what he held in the same moment: nobody else is refused for bytes that are about to be free.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="own">What the client holds; counted up, or 0 where he is refused.</param>
    /// <exception cref="WireException">All clients together would have too many.</exception>
    public void Take(long bytes, ref long own)
    {
        while (true)
        {
            var before = Volatile.Read(ref held);
            var fits = before + bytes <= most;
            if (Interlocked.CompareExchange(ref held, fits ? before + bytes : before - own, before) != before) continue;
            own = fits ? own + bytes : 0;
            if (fits) return;
            throw new WireException(FormattableString.Invariant($"the unread messages of all clients have more than {most:N0} bytes"));
        }
    }

    /// <summary>Gives bytes back.</summary>
    public void Return(long bytes) => Interlocked.Add(ref held, -bytes);
}
