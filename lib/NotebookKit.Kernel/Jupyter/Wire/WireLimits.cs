namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>What a client may ask of the kernel's memory and time before it is sent away.</summary>
internal sealed record WireLimits
{
    /// <summary>Bytes of one frame. Default: 32 MB, far above any cell's text.</summary>
    public int FrameBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes of all frames of one message. Default: 64 MB.</summary>
    public int MessageBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Frames of one message. Default: 1,024.</summary>
    public int Frames { get; init; } = 1024;

    /// <summary>Bytes that wait for a client to read them, beside the message that is being written. Default: 64 MB.</summary>
    public int QueueBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long what a cell shows waits for a client that reads nothing at all while too much waits for it. Default: 3 s.</summary>
    public TimeSpan Standstill { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long it waits for a client that reads, but too slowly to get half of <see cref="QueueBytes"/>. Default: 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of a frame and of a message to a socket that only hears topics or a heartbeat, and takes them from anybody. Default: 64 kB.</summary>
    public int SmallBytes { get; init; } = 64 * 1024;

    /// <summary>Clients of one socket at a time. Default: 64.</summary>
    public int Clients { get; init; } = 64;

    /// <summary>Subscriptions of one client. Default: 64.</summary>
    public int Subscriptions { get; init; } = 64;

    /// <summary>Time for the handshake. Default: 10 s.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(10);
}
