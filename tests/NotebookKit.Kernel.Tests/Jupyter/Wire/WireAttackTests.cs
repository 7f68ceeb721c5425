using NotebookKit.Kernel.Tests.Cells;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

public sealed class WireAttackTests(WarmSession warm)
{
    [Fact]
    public void FiveThousandBrokenStreamsDoNoHarmAndRunNothing()
    {
        var canary = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var code = $"System.IO.File.WriteAllText({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(canary, true)}, \"\");";
        using var live = new LiveKernel(warm.Session, key: "the key");
        var client = live.Client().Ready();
        try
        {
            var kinds = WireAttack.Run(new(3, "the key", code), live.Where, 0, 5_000);
            Assert.Equal(5_000, kinds.Values.Sum());
            Assert.All(kinds, k => Assert.InRange(k.Value, 20, 3_000));
            Assert.InRange(live.Log.Count, 2_000, 5_000);
            Assert.All(live.Log, l => Assert.Matches("^[a-z]+: a client was sent away: [a-z0-9A-Z ,.]+$", l));
            var id = client.Execute("6 * 7");
            Assert.Equal("ok", (string?)client.Reply().Content["status"]);
            Assert.Equal("42", (string?)client.Heard(id)[^1].Content["data"]!["text/plain"]);
            Assert.False(File.Exists(canary));
            // The same cell, signed as it should be.
            client.Execute(code);
            Assert.Equal("ok", (string?)client.Reply().Content["status"]);
            Assert.True(File.Exists(canary));
        }
        finally
        {
            File.Delete(canary);
        }
    }

    [Fact]
    public void AStreamIsTheSameEachTime()
    {
        var (one, again, other) = (new BrokenStreams(1, "k", "c"), new BrokenStreams(1, "k", "c"), new BrokenStreams(2, "k", "c"));
        var numbers = Enumerable.Range(0, 200).ToList();
        Assert.All(numbers, n => Assert.Equal(one.Of(n).Bytes, again.Of(n).Bytes));
        Assert.Contains(numbers, n => !one.Of(n).Bytes.SequenceEqual(other.Of(n).Bytes));
    }
}
