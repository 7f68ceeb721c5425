using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

/// <summary>Sends broken streams to a kernel that listens, each over a connection of its own, several at a time.</summary>
internal static class WireAttack
{
    private const int AtOnce = 8;

    /// <summary>How long the kernel may take to let go of a client that has hung up.</summary>
    private const int Milliseconds = 20_000;

    /// <summary>Sends streams.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="where">Where the n-th socket of the kernel listens.</param>
    /// <param name="first">The first stream's number.</param>
    /// <param name="count">How many.</param>
    /// <returns>How many there were of each kind.</returns>
    /// <exception cref="InvalidOperationException">The kernel did not let go of a client.</exception>
    public static SortedDictionary<string, int> Run(BrokenStreams streams, Func<int, EndPoint> where, int first, int count)
    {
        var kinds = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, n =>
        {
            var stream = streams.Of(n);
            kinds.AddOrUpdate(stream.Kind, 1, (_, c) => c + 1);
            try
            {
                Send(stream, where(stream.Socket), n);
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted or SocketError.NotConnected)
            {
                // It was sent away before it had said everything.
            }
            catch (SocketException error)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"stream {n} ({stream.Kind}): {error.SocketErrorCode}"), error);
            }
        });
        return new(kinds, StringComparer.Ordinal);
    }

    private static void Send(BrokenStream stream, EndPoint where, int n)
    {
        using var socket = new Socket(where.AddressFamily, SocketType.Stream, where is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified) { SendTimeout = Milliseconds, ReceiveTimeout = Milliseconds };
        // A port stays taken for a while after its connection; other addresses of this machine have ports of their own.
        if (where is IPEndPoint && OperatingSystem.IsLinux()) socket.Bind(new IPEndPoint(new IPAddress([127, 0, (byte)(1 + n % 200), 1]), 0));
        socket.Connect(where);
        socket.Send(stream.Bytes);
        socket.Shutdown(SocketShutdown.Send);
        var rest = new byte[4096];
        while (socket.Receive(rest) > 0) { }
    }
}
