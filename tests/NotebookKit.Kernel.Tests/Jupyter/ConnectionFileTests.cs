using System.Text;
using NotebookKit.Kernel.Jupyter.Messages;

namespace NotebookKit.Kernel.Tests.Jupyter;

public sealed class ConnectionFileTests
{
    private const string Ports = "\"shell_port\": 1, \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5";

    private static ConnectionFile Parse(string json) => ConnectionFile.Parse(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:4")]
    [InlineData("localhost", "127.0.0.1:4")]
    [InlineData("::1", "[::1]:4")]
    public void ThisMachineIsListenedOn(string ip, string where) =>
        Assert.Equal(where, Parse($$"""{ "ip": "{{ip}}", {{Ports}}, "key": "k" }""").Where(3).ToString());

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.2")]
    [InlineData("*")]
    [InlineData("example.org")]
    public void NoOtherMachineMayConnect(string ip) =>
        Assert.Contains("this machine only", Assert.Throws<InvalidDataException>(() => Parse($$"""{ "ip": "{{ip}}", {{Ports}} }""").Where(0)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{", "not a JSON object")]
    [InlineData("{}", "shell_port")]
    [InlineData("{ \"shell_port\": 70000 }", "shell_port")]
    [InlineData("{ " + Ports + ", \"signature_scheme\": \"hmac-md5\" }", "hmac-sha256")]
    [InlineData("{ " + Ports + ", \"transport\": \"udp\" }", "tcp or ipc")]
    public void WhatIsNoConnectionFileIsSaid(string json, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void AFileThatIsNotThereIsSaid() => Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => ConnectionFile.Read("/no/such/file")).Message, StringComparison.Ordinal);
}
