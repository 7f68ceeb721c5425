using System.Text.Json.Nodes;
using NotebookKit.Kernel.Tests.Cells;
using NotebookKit.Kernel.Tests.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter;

public sealed class InputTests(WarmSession warm) : IDisposable
{
    private readonly LiveKernel live = new(warm.Session);

    public void Dispose() => live.Dispose();

    private static JsonObject Allowed => new() { ["allow_stdin"] = true };

    private static JsonObject Value(string text) => new() { ["value"] = text };

    private static string? Result(List<Message> heard) => (string?)heard.Single(m => m.Type == "execute_result").Content["data"]!["text/plain"];

    [Fact]
    public void ALineIsAskedOfTheClientWhoseCellRuns()
    {
        var (one, other) = (live.Client(identity: "one").Ready(), live.Client(identity: "other").Ready());
        var id = one.Execute("Console.Write(\"Who? \"); var asked1 = Console.ReadLine(); asked1", Allowed);
        var question = one.Reply(one.Stdin);
        Assert.Equal(("input_request", "", false, id), (question.Type, (string?)question.Content["prompt"], (bool)question.Content["password"]!, question.Parent));
        Assert.False(other.Stdin.HasBytes(50));
        one.Ask("input_reply", Value("Ada"), one.Stdin);
        Assert.Equal("ok", (string?)one.Reply().Content["status"]);
        var heard = one.Heard(id);
        Assert.Equal(["execute_input", "stream", "execute_result"], heard.Select(m => m.Type));
        Assert.Equal("Ada", Result(heard));
    }

    [Fact]
    public void APromptAndAPasswordAreSaidAsSuch()
    {
        var client = live.Client(identity: "prompts").Ready();
        var id = client.Execute("var asked2 = Input(\"Name? \") + Password(\"Key? \"); asked2.Length", Allowed);
        var name = client.Reply(client.Stdin).Content;
        Assert.Equal(("Name? ", false), ((string?)name["prompt"], (bool)name["password"]!));
        client.Ask("input_reply", Value("Ada"), client.Stdin);
        var key = client.Reply(client.Stdin).Content;
        Assert.Equal(("Key? ", true), ((string?)key["prompt"], (bool)key["password"]!));
        client.Ask("input_reply", Value("1234"), client.Stdin);
        client.Reply();
        Assert.Equal("7", Result(client.Heard(id)));
    }

    [Fact]
    public void CharactersAreReadFromTheLineThatWasTyped()
    {
        var client = live.Client(identity: "characters").Ready();
        var id = client.Execute("var asked3 = $\"{Console.In.Peek()} {(char)Console.Read()} {(char)Console.In.Peek()} {Console.In.ReadLine()} {await Console.In.ReadLineAsync()}\"; asked3", Allowed);
        client.Reply(client.Stdin);
        client.Ask("input_reply", Value("abc"), client.Stdin);
        client.Reply(client.Stdin);
        client.Ask("input_reply", Value(""), client.Stdin);
        client.Reply();
        Assert.Equal("-1 a b bc ", Result(client.Heard(id)));
    }

    [Theory]
    [InlineData("Console.ReadLine()")]
    [InlineData("Input(\"?\")")]
    [InlineData("Password()")]
    [InlineData("await Task.Run(() => Console.Read())")]
    public void AFrontEndThatAllowsNoInputIsToldSo(string code)
    {
        var client = live.Client(identity: "none").Ready();
        foreach (var more in new[] { [], new JsonObject { ["allow_stdin"] = false } })
        {
            var reply = client.Run(code, more).Reply.Content;
            Assert.Equal("InputNotAllowedException", (string?)reply["ename"]);
            Assert.Contains("front end does not allow it", (string?)reply["evalue"], StringComparison.Ordinal);
        }

        Assert.False(client.Stdin.HasBytes(20));
    }

    [Fact]
    public void AFrontEndWithoutAStdinConnectionOfItsNameIsToldSo()
    {
        var nameless = live.Client().Ready();
        Assert.Contains("no stdin connection", (string?)nameless.Run("Console.ReadLine()", Allowed).Reply.Content["evalue"], StringComparison.Ordinal);
        var client = live.Client(identity: "left").Ready();
        client.Execute("Console.ReadLine()", Allowed);
        client.Reply(client.Stdin);
        client.Stdin.Dispose();
        Assert.Contains("no stdin connection", (string?)client.Reply().Content["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void AnInterruptEndsTheWaitAndALateAnswerAnswersNothing()
    {
        var client = live.Client(identity: "late").Ready();
        client.Execute("Console.ReadLine()", Allowed);
        var first = client.Reply(client.Stdin);
        client.Ask("interrupt_request", [], client.Control);
        Assert.Equal("Interrupted", (string?)client.Reply().Content["ename"]);
        client.Ask("input_reply", Value("late"), client.Stdin);
        client.Stdin.Ping();
        var id = client.Execute("Console.ReadLine()", Allowed);
        var second = client.Reply(client.Stdin);
        Assert.NotEqual(first.Id, second.Id);
        client.Ask("input_reply", Value("late"), client.Stdin, parent: first.Id);
        client.Ask("input_reply", new() { ["value"] = 5 }, client.Stdin, parent: second.Id);
        client.Ask("input_reply", [], client.Stdin);
        client.Ask("kernel_info_request", [], client.Stdin);
        client.Ask("input_reply", Value("right"), client.Stdin, parent: second.Id);
        client.Reply();
        Assert.Equal("right", Result(client.Heard(id)));
        Assert.Empty(live.Log);
    }

    [Fact]
    public void NobodyElseCanAnswer()
    {
        var client = live.Client(identity: "asked").Ready();
        var id = client.Execute("Console.ReadLine()", Allowed);
        var question = client.Reply(client.Stdin);
        using var stranger = new Peer(live.Where(2), "DEALER", "stranger"u8.ToArray());
        client.Ask("input_reply", Value("from another connection"), stranger, parent: question.Id);
        Assert.False(stranger.HasBytes(50));
        using var forger = new Peer(live.Where(2), "DEALER", "forger"u8.ToArray());
        client.Ask("input_reply", Value("unsigned"), forger, change: f => [f[0], new byte[64], .. f[2..]], parent: question.Id);
        Assert.True(forger.IsSentAway());
        Assert.Single(live.Log);
        client.Ask("input_reply", Value("right"), client.Stdin, parent: question.Id);
        client.Reply();
        Assert.Equal("right", Result(client.Heard(id)));
    }

    [Fact]
    public void WhatACellLeftBehindIsNotAnswered()
    {
        var client = live.Client(identity: "behind").Ready();
        client.Run("var asked4 = \"\"; var asked4Done = new TaskCompletionSource(); var asked4Begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);"
            + "_ = Task.Run(async () => { await asked4Begin.Task; try { asked4 = Console.ReadLine(); } catch (IOException e) { asked4 = e.Message; } asked4Done.SetResult(); });", Allowed);
        var heard = client.Run("asked4Begin.SetResult(); await asked4Done.Task; asked4", Allowed).Heard;
        Assert.Contains("after the cell's end", Result(heard), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoThreadsAskOneAfterTheOther()
    {
        var client = live.Client(identity: "two").Ready();
        var id = client.Execute("var asked5 = await Task.WhenAll(Task.Run(() => Input(\"a\")), Task.Run(() => Input(\"b\"))); string.Concat(asked5)", Allowed);
        for (var i = 0; i < 2; i++)
        {
            var question = client.Reply(client.Stdin);
            Assert.False(client.Stdin.HasBytes(100));
            client.Ask("input_reply", Value((string)question.Content["prompt"]! == "a" ? "1" : "2"), client.Stdin, parent: question.Id);
        }

        client.Reply();
        Assert.Equal("12", Result(client.Heard(id)));
    }

    [Fact]
    public void NamesOfTheCellsOwnHideTheFunctions()
    {
        var heard = live.Client().Ready().Run("record Input(string A); class Password { public int Five => 5; }\nnew Input(\"x\").A + new Password().Five").Heard;
        Assert.Equal("x5", Result(heard));
    }
}
