using System.Text.Json.Nodes;
using NotebookKit.Kernel.Tests.Cells;
using NotebookKit.Kernel.Tests.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter;

public sealed class JupyterKernelTests(WarmSession warm) : IDisposable
{
    private readonly LiveKernel live = new(warm.Session);

    public void Dispose() => live.Dispose();

    [Fact]
    public void ACellShowsEverythingInOrder()
    {
        var (reply, heard) = live.Client().Ready().Run("Console.Write(\"a\"); Console.Write(\"b\"); var shown = display(5); Console.Error.Write(\"c\"); shown.Update(6); Kernel.Clear(true); 1 + 1");
        Assert.Equal(["execute_input", "stream", "display_data", "stream", "update_display_data", "clear_output", "execute_result"], heard.Select(m => m.Type));
        Assert.Equal("ab", (string?)heard[1].Content["text"]);
        Assert.Equal("stderr", (string?)heard[3].Content["name"]);
        Assert.NotNull((string?)heard[2].Content["transient"]!["display_id"]);
        Assert.Equal((string?)heard[2].Content["transient"]!["display_id"], (string?)heard[4].Content["transient"]!["display_id"]);
        Assert.Equal("2", (string?)heard[6].Content["data"]!["text/plain"]);
        Assert.Equal("ok", (string?)reply.Content["status"]);
        Assert.Equal(1, (int)reply.Content["execution_count"]!);
    }

    [Fact]
    public void JsonIsSentAsJsonAndHalfACharacterAsAMark()
    {
        var (_, heard) = live.Client().Ready().Run("\"{\\\"a\\\":[1]}\".DisplayAs(\"application/json\"); \"no json\".DisplayAs(\"application/json\"); Console.Write(\"x\\ud83d\");");
        Assert.Equal(1, (int)heard[1].Content["data"]!["application/json"]!["a"]![0]!);
        Assert.Equal("no json", (string?)heard[2].Content["data"]!["application/json"]);
        Assert.Equal("x\uFFFD", (string?)heard[3].Content["text"]);
    }

    [Fact]
    public void ASilentCellIsNotHeardAndNotCounted()
    {
        var client = live.Client().Ready();
        var (reply, heard) = client.Run("Console.Write(1); 2", new() { ["silent"] = true });
        Assert.Empty(heard);
        Assert.Equal(0, (int)reply.Content["execution_count"]!);
        Assert.Equal(0, (int)client.Run("3", new() { ["store_history"] = false }).Reply.Content["execution_count"]!);
        Assert.Equal(1, (int)client.Run("4").Reply.Content["execution_count"]!);
        client.Ask("history_request", new() { ["hist_access_type"] = "tail", ["n"] = 5, ["output"] = false, ["raw"] = true });
        Assert.Equal("[[0,1,\"4\"]]", client.Reply().Content["history"]!.ToJsonString());
    }

    [Fact]
    public void AnErrorSaysWhatAndWhereAndStopsWhatWaits()
    {
        var client = live.Client().Ready();
        client.Execute("System.Threading.Thread.Sleep(300); throw new InvalidOperationException(\"no\");");
        client.Execute("1");
        client.Execute("2");
        var first = client.Reply().Content;
        Assert.Equal(("error", "InvalidOperationException", "no"), ((string?)first["status"], (string?)first["ename"], (string?)first["evalue"]));
        Assert.Contains("Cell[1], line 1", first["traceback"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["aborted", "aborted"], new[] { client.Reply(), client.Reply() }.Select(r => (string?)r.Content["status"]));
        client.Execute("System.Threading.Thread.Sleep(300); throw new InvalidOperationException(\"no\");", new() { ["stop_on_error"] = false });
        client.Execute("1");
        Assert.Equal(["error", "ok"], new[] { client.Reply(), client.Reply() }.Select(r => (string?)r.Content["status"]));
    }

    [Fact]
    public void ExpressionsAreAnsweredEachByItself()
    {
        var (reply, _) = live.Client().Ready().Run("var jupyterAsked = 20;", new() { ["user_expressions"] = new JsonObject { ["good"] = "jupyterAsked + 1", ["bad"] = "nothingOfTheName" } });
        Assert.Equal("21", (string?)reply.Content["user_expressions"]!["good"]!["data"]!["text/plain"]);
        Assert.Equal("CompilationError", (string?)reply.Content["user_expressions"]!["bad"]!["ename"]);
    }

    [Fact]
    public void WhileACellRunsTheKernelAnswersAndCanBeInterrupted()
    {
        var client = live.Client().Ready();
        var id = client.Execute("while (true) { }");
        client.Ask("kernel_info_request", []);
        var info = client.Reply();
        Assert.Equal(("kernel_info_reply", "C#", "5.3"), (info.Type, (string?)info.Content["language_info"]!["name"], (string?)info.Content["protocol_version"]));
        client.Ask("interrupt_request", [], client.Control);
        Assert.Equal("interrupt_reply", client.Reply(client.Control).Type);
        Assert.Equal("Interrupted", (string?)client.Reply().Content["ename"]);
        Assert.Equal("error", client.Heard(id)[^1].Type);
    }

    [Fact]
    public void AnInterruptThatComesAsTheCellBeginsIsNotLost()
    {
        var client = live.Client().Ready();
        for (var i = 0; i < 20; i++)
        {
            var id = client.Execute("while (true) { }");
            client.Ask("kernel_info_request", []);
            client.Reply();
            client.Ask("interrupt_request", [], client.Control);
            client.Reply(client.Control);
            Assert.Equal("Interrupted", (string?)client.Reply().Content["ename"]);
            Assert.Equal("error", client.Heard(id)[^1].Type);
        }
    }

    [Fact]
    public void EveryClientHearsAndOnlyTheOneThatAskedIsAnswered()
    {
        var (one, other) = (live.Client().Ready(), live.Client().Ready());
        var id = one.Execute("42");
        Assert.Equal(id, one.Reply().Parent);
        Assert.Equal("42", (string?)one.Heard(id)[^1].Content["data"]!["text/plain"]);
        Assert.Equal("42", (string?)other.Heard(id)[^1].Content["data"]!["text/plain"]);
        Assert.False(other.Shell.HasBytes(50));
    }

    [Fact]
    public void WhatTheKernelDoesNotKnowIsAnsweredAllTheSame()
    {
        var client = live.Client().Ready();
        client.Ask("debug_request", []);
        Assert.Equal(("debug_reply", "error"), client.Reply() is var r ? (r.Type, (string?)r.Content["status"]) : default);
        client.Ask("comm_info_request", []);
        Assert.Equal("{}", client.Reply().Content["comms"]!.ToJsonString());
        var comm = client.Ask("comm_open", new() { ["comm_id"] = "widget", ["target_name"] = "x", ["data"] = new JsonObject() });
        Assert.Equal(("comm_close", "widget"), client.Heard(comm) is [var closed] ? (closed.Type, (string?)closed.Content["comm_id"]) : default);
    }

    [Theory]
    [InlineData("1 +", "incomplete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("var s = \"\"\"\nopen", "incomplete")]
    [InlineData("1 + 1", "complete")]
    [InlineData("int x = = 1;", "invalid")]
    public void ItSaysWhetherACellIsComplete(string code, string status)
    {
        var client = live.Client();
        client.Ask("is_complete_request", new() { ["code"] = code });
        Assert.Equal(status, (string?)client.Reply().Content["status"]);
    }

    [Fact]
    public void PlacesAreCountedInCodePoints()
    {
        var client = live.Client();
        client.Ask("complete_request", new() { ["code"] = "/* 😀 */ Console.WriteL", ["cursor_pos"] = 22 });
        var reply = client.Reply().Content;
        Assert.Equal(["WriteLine"], reply["matches"]!.AsArray().Select(m => (string?)m));
        Assert.Equal((16, 22), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
        client.Ask("inspect_request", new() { ["code"] = "/* 😀 */ Console.WriteLine", ["cursor_pos"] = 20, ["detail_level"] = 0 });
        Assert.Contains("void Console.WriteLine(", (string?)client.Reply().Content["data"]!["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItEndsWhenItIsAskedTo()
    {
        var client = live.Client().Ready();
        var id = client.Ask("shutdown_request", new() { ["restart"] = true }, client.Control);
        Assert.True((bool)client.Reply(client.Control).Content["restart"]!);
        Assert.Equal("shutdown_reply", Assert.Single(client.Heard(id)).Type);
        await live.Kernel.Ended.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void TheHeartBeats()
    {
        using var heart = new Peer(live.Kernel.Ports[4], "REQ");
        heart.Send([], [1, 2, 3]);
        Assert.Equal([[], [1, 2, 3]], heart.Receive());
    }

    [Fact]
    public void PathsServeAsWellAsPorts()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateTempSubdirectory("ipc");
        try
        {
            var path = Path.Combine(folder.FullName, "k");
            using (var kernel = new LiveKernel(warm.Session, ipc: path, key: ""))
            {
                Assert.Equal("3", (string?)kernel.Client().Ready().Run("1 + 2").Heard[^1].Content["data"]!["text/plain"]);
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path + "-1"));
            }

            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
