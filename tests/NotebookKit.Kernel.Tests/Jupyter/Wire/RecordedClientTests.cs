using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NotebookKit.Kernel.Jupyter.Messages;
using NotebookKit.Kernel.Tests.Cells;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

public sealed class RecordedClientTests(WarmSession warm)
{
    private static readonly string[] Sockets = ["shell", "iopub", "stdin", "control", "hb"];

    [Theory]
    [InlineData("libzmq.txt", "libzmq 4.")]
    [InlineData("npm-zeromq.txt", "npm zeromq 6.")]
    public void WhatRealClientsSendIsUnderstood(string name, string client)
    {
        var recording = Recording.Read(name);
        Assert.Contains(client, recording.Client, StringComparison.Ordinal);
        Assert.Equal(Sockets.Order(), recording.Connections.Select(c => c.Socket).Order());
        Assert.Equal(["DEALER", "SUB", "DEALER", "DEALER", "REQ"], Sockets.Select(s => recording.Of(s).Handshake().SocketType));
        // The kernel tells by the identity which stdin connection belongs to which shell connection.
        Assert.NotEmpty(recording.Of("shell").Handshake().Identity);
        Assert.Equal(recording.Of("shell").Handshake().Identity, recording.Of("stdin").Handshake().Identity);
        Assert.Equal([[1]], Assert.Single(recording.Of("iopub").Messages()).Frames);
        Assert.All(recording.Of("hb").Messages(), m => Assert.True(m.Frames is [[], { Length: > 0 }]));
        var codec = new MessageCodec(Encoding.UTF8.GetBytes(recording.Key));
        List<Request> Requests(string socket) => [.. recording.Of(socket).Messages().Select(m => codec.Read(null!, m.Frames))];
        Assert.Equal(["execute_request", "execute_request", "execute_request"], Requests("shell").Select(r => r.Type).SkipWhile(t => t == "kernel_info_request"));
        Assert.Equal([false, false, true], Requests("shell").Where(r => r.Type == "execute_request").Select(r => r.Flag("allow_stdin", false)));
        Assert.Equal("Ada", Assert.Single(Requests("stdin"), r => r.Type == "input_reply").Text("value"));
        Assert.Equal("shutdown_request", Assert.Single(Requests("control")).Type);
    }

    [Theory]
    [InlineData("libzmq.txt")]
    [InlineData("npm-zeromq.txt")]
    public async Task ARecordedSessionRunsAgain(string name)
    {
        var recording = Recording.Read(name);
        using var live = new LiveKernel(warm.Session, key: recording.Key);
        Peer Connect(string socket) => new(live.Where(Array.IndexOf(Sockets, socket)), "", greet: false);
        using Peer iopub = Connect("iopub"), shell = Connect("shell"), stdin = Connect("stdin"), control = Connect("control"), heart = Connect("hb");
        var heard = new List<(string Type, JsonNode Content)>();
        (string Type, JsonNode Content) Answer(Peer from) => Read(recording.Key, from.Receive());
        iopub.Raw(recording.Of("iopub").Bytes);
        iopub.Welcomed();
        iopub.Ping();
        stdin.Raw(recording.Of("stdin").Handshake().Bytes);
        stdin.Welcomed();
        shell.Raw(recording.Of("shell").Handshake().Bytes);
        shell.Welcomed();
        foreach (var (bytes, frames) in recording.Of("shell").Messages())
        {
            // In pieces, as a slow network brings them.
            foreach (var piece in bytes.Chunk(50)) shell.Raw(piece);
            if (Encoding.UTF8.GetString(frames[^1]).Contains("Input(", StringComparison.Ordinal))
            {
                Assert.Equal(("input_request", "Name? "), Answer(stdin) is var (type, content) ? (type, (string?)content["prompt"]) : default);
                stdin.Raw([.. recording.Of("stdin").Messages().SelectMany(m => m.Bytes)]);
            }

            heard.Add(Answer(shell));
        }

        Assert.Equal(["ok", "error", "ok"], heard.Where(r => r.Type == "execute_reply").Select(r => (string?)r.Content["status"]));
        Assert.Equal("C#", (string?)heard[0].Content["language_info"]!["name"]);
        var said = new List<(string Type, JsonNode Content)>();
        while (said.Count(m => m.Type == "execute_result") < 2) said.Add(Answer(iopub));
        Assert.Equal(["out\n", "err\n"], said.Where(m => m.Type == "stream").Select(m => (string?)m.Content["text"]).Take(2));
        Assert.Equal(["42", "Ada!"], said.Where(m => m.Type == "execute_result").Select(m => (string?)m.Content["data"]!["text/plain"]));

        heart.Raw(recording.Of("hb").Bytes);
        heart.Welcomed();
        Assert.All(recording.Of("hb").Messages(), m => Assert.Equal(m.Frames, heart.Receive()));
        control.Raw(recording.Of("control").Bytes);
        control.Welcomed();
        Assert.Equal("shutdown_reply", Answer(control).Type);
        await live.Kernel.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(live.Log);
    }

    private static (string Type, JsonNode Content) Read(string key, List<byte[]> frames)
    {
        var at = frames.FindIndex(f => f.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), frames.Skip(at + 2).SelectMany(f => f).ToArray())), Encoding.ASCII.GetString(frames[at + 1]));
        return ((string)JsonNode.Parse(frames[at + 2])!["msg_type"]!, JsonNode.Parse(frames[at + 5])!);
    }
}
