using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

public sealed class FrameTests
{
    private static readonly WireLimits Small = new() { FrameBytes = 1000, MessageBytes = 1500, Frames = 3 };

    /// <summary>The first bytes of a DEALER socket of libzmq 4.3, as they were recorded.</summary>
    private const string Recorded = "ff00000000000000017f03014e554c4c000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "04290552454144590b536f636b65742d54797065000000064445414c4552084964656e7469747900000000";

    [Fact]
    public void WhatLibzmqSendsIsUnderstood()
    {
        using var stream = new MemoryStream(Convert.FromHexString(Recorded));
        Handshake.ReadGreeting(stream);
        var (type, identity) = Handshake.ReadReady(new(stream, new()));
        Assert.Equal("DEALER", type);
        Assert.Empty(identity);
    }

    [Fact]
    public void MessagesComeBackAsTheyWere()
    {
        byte[][] frames = [[], [1], new byte[255], new byte[256], new byte[70_000]];
        var reader = new FrameReader(new MemoryStream(FrameWriter.Message(frames)), new());
        var (read, isCommand) = reader.ReadMessage()!.Value;
        Assert.False(isCommand);
        Assert.Equal(frames, read);
        Assert.Null(reader.ReadMessage());
    }

    [Theory]
    [InlineData("09", "flags that do not exist")]
    [InlineData("05016100", "a command has more than one frame")]
    [InlineData("0005616263", "in the middle of a frame")]
    [InlineData("010161", "in the middle of a message")]
    [InlineData("010161040161", "a command came in the middle")]
    [InlineData("020000000000000fff", "more than 1,000 bytes")]
    [InlineData("02ffffffffffffffff", "below zero")]
    [InlineData("010161010161010161000161", "more than 3 frames")]
    public void WhatIsNoMessageIsRefused(string hex, string why)
    {
        var reader = new FrameReader(new MemoryStream(Convert.FromHexString(hex)), Small);
        Assert.Contains(why, Assert.Throws<WireException>(() => reader.ReadMessage()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FramesTogetherMayNotPassTheLimitOfAMessage()
    {
        var reader = new FrameReader(new MemoryStream(FrameWriter.Message([new byte[900], new byte[900]])), Small);
        Assert.Contains("more than 1,500 bytes", Assert.Throws<WireException>(() => reader.ReadMessage()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APromiseOfBytesTakesNoMemory()
    {
        var reader = new FrameReader(new MemoryStream([2, 0, 0, 0, 0, 1, 0, 0, 0, 1]), new());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<WireException>(() => reader.ReadMessage());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("474554202f20485454502f312e310d0a0d0a", "does not speak ZMTP")]
    [InlineData("ff00000000000000017f01", "before 3")]
    [InlineData("ff00000000000000017f0300504c41494e0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", "security mechanism")]
    public void OtherGreetingsAreRefused(string hex, string why) =>
        Assert.Contains(why, Assert.Throws<WireException>(() => Handshake.ReadGreeting(new MemoryStream(Convert.FromHexString(hex)))).Message, StringComparison.Ordinal);

    [Fact]
    public void NothingThatNobodySignedComesThrough()
    {
        var (refused, whole) = WireFuzz.Run(20_000, seed: 7);
        Assert.InRange(refused, 15_000, 20_000);
        Assert.InRange(whole, 1, 10_000);
    }
}
