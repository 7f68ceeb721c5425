using System.Net;
using NotebookKit.Kernel.Tests.Cells;
using NotebookKit.Kernel.Tests.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter;

public sealed class HostileClientTests(WarmSession warm)
{
    private static byte[][] Replaced(byte[][] frames, int at, byte[] by) => [.. frames.Select((f, i) => i == at ? by : f)];

    [Fact]
    public void WhatNobodySignedNeverRuns()
    {
        using var live = new LiveKernel(warm.Session);
        var canary = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var code = $"System.IO.File.WriteAllText({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(canary, true)}, \"\");";
        var request = new System.Text.Json.Nodes.JsonObject { ["code"] = code };
        Func<byte[][], byte[][]>[] changes =
        [
            f => Replaced(f, 1, []), f => Replaced(f, 1, f[1][..32]), f => Replaced(f, 1, [.. f[1], (byte)'0']), f => Replaced(f, 1, new byte[64]),
            f => Replaced(f, 5, [.. f[5], (byte)' ']), f => Replaced(f, 3, " {}"u8.ToArray()), f => [f[0], .. f[2..]], f => f[..5], f => f[1..],
        ];
        try
        {
            foreach (var change in changes)
            {
                var client = live.Client();
                client.Ask("execute_request", (System.Text.Json.Nodes.JsonObject)request.DeepClone(), change: change);
                Assert.True(client.Shell.IsSentAway());
            }

            var stranger = live.Client("another key");
            stranger.Execute(code);
            Assert.True(stranger.Shell.IsSentAway());
            // What would have been let through would have run before this.
            var good = live.Client();
            good.Execute("1");
            Assert.Equal("ok", (string?)good.Reply().Content["status"]);
            Assert.False(File.Exists(canary));
            Assert.Equal(changes.Length + 1, live.Log.Count);
            good.Execute(code);
            Assert.Equal("ok", (string?)good.Reply().Content["status"]);
            Assert.True(File.Exists(canary));
        }
        finally
        {
            File.Delete(canary);
        }
    }

    [Fact]
    public void AClientThatDoesNotReadHoldsUpNobody()
    {
        using var live = new LiveKernel(warm.Session, new() { QueueBytes = 300_000, Standstill = TimeSpan.FromMilliseconds(300) });
        using var stuck = new Peer(live.Kernel.Ports[1], "SUB");
        var client = live.Client().Ready();
        var id = client.Execute("for (var i = 0; i < 100; i++) { display(new string('x', 100_000)); await System.Threading.Tasks.Task.Delay(5); }");
        Assert.Equal(101, client.Heard(id).Count);
        Assert.Equal("ok", (string?)client.Reply().Content["status"]);
        Assert.Contains("does not read", Assert.Single(live.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoHundredMegabytesReachWhoReadsAndTakeLittleMemory()
    {
        using var live = new LiveKernel(warm.Session, new() { QueueBytes = 4_000_000, Standstill = TimeSpan.FromMilliseconds(300) });
        using var stuck = new Peer(live.Kernel.Ports[1], "SUB");
        var client = live.Client().Ready();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var id = client.Execute("var hostileText = new string('x', 1_000_000); for (var i = 0; i < 200; i++) display(hostileText); GC.GetTotalMemory(true)");
        var (shown, atEnd) = client.Count(id);
        Assert.Equal(200, shown);
        Assert.Equal("ok", (string?)client.Reply().Content["status"]);
        Assert.InRange(atEnd - before, long.MinValue, 150_000_000);
        Assert.Contains("does not read", Assert.Single(live.Log), StringComparison.Ordinal);
    }

    [Fact]
    public void WhoReadsSlowlyLosesNothing()
    {
        using var live = new LiveKernel(warm.Session, new() { QueueBytes = 1_000_000 });
        var client = live.Client().Ready();
        var id = client.Execute("for (var i = 0; i < 300; i++) display(new string('x', 100_000)); display(new string('x', 5_000_000)); 1");
        // As much as the system buffers, and then some: the cell is far ahead.
        Thread.Sleep(500);
        Assert.Equal(303, client.Heard(id).Count);
        Assert.Empty(live.Log);
    }

    [Fact]
    public void ConsoleTextWithoutEndIsCutOff()
    {
        using var live = new LiveKernel(warm.Session);
        var client = live.Client().Ready();
        var (reply, heard) = client.Run("var hostileLine = new string('y', 100_000); for (var i = 0; i < 2000; i++) Console.WriteLine(hostileLine);");
        Assert.Equal("ok", (string?)reply.Content["status"]);
        Assert.InRange(heard.Where(m => m.Type == "stream").Sum(m => ((string)m.Content["text"]!).Length), 1_000_000, 1_001_000);
    }

    [Theory]
    [InlineData(0, "020000000002000001", "more than 33,554,432 bytes")]
    [InlineData(0, "09", "flags that do not exist")]
    [InlineData(0, "0001ff", "lacks frames")]
    [InlineData(1, "020000000000010001", "more than 65,536 bytes")]
    [InlineData(2, "02ffffffffffffffff", "below zero")]
    [InlineData(3, "01010004024142", "a command came in the middle")]
    [InlineData(4, "020000000000010001", "more than 65,536 bytes")]
    public void FramesThatAreNoneEndTheConnectionWithOneLine(int socket, string hex, string why)
    {
        using var live = new LiveKernel(warm.Session);
        using var peer = new Peer(live.Where(socket), socket switch { 1 => "SUB", 4 => "REQ", _ => "DEALER" });
        peer.Raw(Convert.FromHexString(hex));
        Assert.True(peer.IsSentAway());
        Assert.Contains(why, Assert.Single(live.Log), StringComparison.Ordinal);
        live.Client().Ready();
    }

    [Fact]
    public void ManyWhoSendHalfAMessageHoldLittleTogether()
    {
        using var live = new LiveKernel(warm.Session, new() { SocketBytes = 2_500_000 });
        var half = new byte[9 + 1_000_000];
        Convert.FromHexString("0200000000001e8480").CopyTo(half, 0);
        var peers = Enumerable.Range(0, 3).Select(_ => new Peer(live.Where(0), "DEALER")).ToList();
        peers.ForEach(p => p.Raw(half));
        Assert.True(SpinWait.SpinUntil(() => live.Log.Count == 1, TimeSpan.FromSeconds(20)), $"{live.Log.Count} clients were sent away");
        Assert.Contains("of all clients have more than 2,500,000 bytes", Assert.Single(live.Log), StringComparison.Ordinal);
        // Who leaves gives back what he held.
        peers.ForEach(p => p.Dispose());
        Assert.True(SpinWait.SpinUntil(() => live.Log.Count == 3, TimeSpan.FromSeconds(20)), $"{live.Log.Count} of 3 clients were seen to leave");
        var client = live.Client();
        Assert.Equal("2000000", (string?)client.Ready().Run("\"" + new string('x', 2_000_000) + "\".Length").Heard[^1].Content["data"]!["text/plain"]);
    }

    [Fact]
    public void AMessageOfTooManyBytesIsNotGathered()
    {
        using var live = new LiveKernel(warm.Session, new() { FrameBytes = 100_000, MessageBytes = 150_000 });
        using var peer = new Peer(live.Where(0), "DEALER");
        peer.Send(new byte[90_000], new byte[90_000]);
        Assert.True(peer.IsSentAway());
        Assert.Contains("more than 150,000 bytes", Assert.Single(live.Log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("47455420")]
    [InlineData("ff00000000000000017f0300504c41494e0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ff00000000000000017f03004e554c4c000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000161")]
    [InlineData("ff00000000000000017f03004e554c4c00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004190552454144590b536f636b65742d5479706500000003535542")]
    public void WhoDoesNotSpeakTheProtocolIsSentAwayWithALine(string hex)
    {
        using var live = new LiveKernel(warm.Session, new() { Handshake = TimeSpan.FromMilliseconds(500) });
        using var peer = new Peer(new IPEndPoint(IPAddress.Loopback, live.Kernel.Ports[0]), "", greet: false);
        peer.Raw(Convert.FromHexString(hex));
        Assert.True(peer.IsSentAway());
        Assert.StartsWith("shell: a client was sent away: ", Assert.Single(live.Log), StringComparison.Ordinal);
        live.Client().Ready();
    }

    [Fact]
    public void TooManyClientsAreSentAway()
    {
        using var live = new LiveKernel(warm.Session, new() { Clients = 2 });
        using var one = new Peer(live.Kernel.Ports[0], "DEALER");
        using var two = new Peer(live.Kernel.Ports[0], "DEALER");
        using var three = new Peer(new IPEndPoint(IPAddress.Loopback, live.Kernel.Ports[0]), "", greet: false);
        Assert.True(three.IsSentAway());
        Assert.Contains("there are 2 already", Assert.Single(live.Log), StringComparison.Ordinal);
    }
}
