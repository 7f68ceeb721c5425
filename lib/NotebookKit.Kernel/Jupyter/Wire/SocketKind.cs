namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>The kernel's kinds of sockets.</summary>
internal enum SocketKind
{
    /// <summary>Requests of many clients, each answered to the one that asked.</summary>
    Router,

    /// <summary>What all subscribers hear.</summary>
    Pub,

    /// <summary>Answers each request with itself: the heartbeat.</summary>
    Rep,
}

/// <summary>Names of the kinds, and which may talk to each other (ZMTP 3.0, section "Socket Type Property").</summary>
internal static class SocketKinds
{
    /// <summary>The name on the wire.</summary>
    public static string Name(this SocketKind kind) => kind switch { SocketKind.Router => "ROUTER", SocketKind.Pub => "PUB", _ => "REP" };

    /// <summary>Whether a peer of that kind may connect.</summary>
    public static bool Accepts(this SocketKind kind, string peer) => kind switch
    {
        SocketKind.Router => peer is "DEALER" or "REQ" or "ROUTER",
        SocketKind.Pub => peer is "SUB" or "XSUB",
        _ => peer is "REQ" or "DEALER",
    };
}
