using System.Globalization;
using NotebookKit.Kernel.Tests.Cells;

namespace NotebookKit.Kernel.Tests.Jupyter;

public sealed class ManyRequestsTests(WarmSession warm) : IDisposable
{
    private readonly LiveKernel live = new(warm.Session);

    public void Dispose() => live.Dispose();

    [Fact]
    public void FiveHundredCellsAtOnceAreAllAnsweredInOrder()
    {
        var client = live.Client().Ready();
        List<string> ids = [];
        for (var i = 0; i < 500; i++) ids.Add(client.Execute(i.ToString(CultureInfo.InvariantCulture)));
        for (var i = 0; i < ids.Count; i++)
        {
            var reply = client.Reply();
            Assert.Equal((ids[i], "ok", i + 1), (reply.Parent, (string?)reply.Content["status"], (int)reply.Content["execution_count"]!));
            var heard = client.Heard(ids[i]);
            Assert.Equal(["execute_input", "execute_result"], heard.Select(m => m.Type));
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), (string?)heard[1].Content["data"]!["text/plain"]);
        }

        Assert.False(client.Shell.HasBytes(20));
    }

    [Fact]
    public void TwoClientsAtOnceEachGetTheirOwnAnswersAndBothHearAll()
    {
        TestClient[] clients = [live.Client().Ready(), live.Client().Ready()];
        clients[0].Ready();
        var asked = new List<string>[2];
        Parallel.For(0, 2, n =>
        {
            asked[n] = [.. Enumerable.Range(0, 40).Select(i => clients[n].Execute(FormattableString.Invariant($"\"{n}-{i}\"")))];
            foreach (var id in asked[n]) Assert.Equal(id, clients[n].Reply().Parent);
        });
        Assert.All(clients, c => Assert.False(c.Shell.HasBytes(20)));
        var heard = clients.Select(c => c.HeardOfMany(80)).ToList();
        Assert.Equal(heard[0].Select(m => m.Id), heard[1].Select(m => m.Id));
        foreach (var n in new[] { 0, 1 })
            Assert.Equal(asked[n], heard[n].Where(m => m.Type == "execute_result" && ((string)m.Content["data"]!["text/plain"]!).StartsWith(FormattableString.Invariant($"{n}-"), StringComparison.Ordinal)).Select(m => m.Parent));
    }

    [Fact]
    public void WhatIsSentAfterAnErrorWasAnsweredRuns()
    {
        var client = live.Client().Ready();
        for (var i = 0; i < 50; i++)
        {
            client.Execute("throw new InvalidOperationException();");
            Assert.Equal("error", (string?)client.Reply().Content["status"]);
            client.Execute("1");
            Assert.Equal("ok", (string?)client.Reply().Content["status"]);
        }
    }
}
