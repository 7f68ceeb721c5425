using System.Collections.Immutable;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Running;

/// <summary>A session whose cells say, line by line, what they show: <c>print TEXT</c>, <c>value TEXT</c>, <c>fail MESSAGE</c> … A file and a runner are
/// tested with it without a compiler.</summary>
internal sealed class ScriptedSession : INotebookSession
{
    private int cells;

    public Task<CellResult> RunAsync(string code, string name, Action<CellOutput>? shown = null, CancellationToken cancellation = default)
    {
        cells++;
        var outputs = ImmutableArray.CreateBuilder<CellOutput>();
        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var (word, rest) = lines[i].Split(' ', 2) is [var w, var r] ? (w, r) : (lines[i], "");
            var (id, text) = rest.Split(' ', 2) is [var a, var b] ? (a, b) : (rest, "");
            switch (word)
            {
                case "print": outputs.Add(new StreamOutput("stdout", rest + "\n")); break;
                case "warn": outputs.Add(new StreamOutput("stderr", rest + "\n")); break;
                case "cells": outputs.Add(new StreamOutput("stdout", $"{cells}\n")); break;
                case "where": outputs.Add(new StreamOutput("stdout", Path.GetFileName(Environment.CurrentDirectory) + "\n")); break;
                case "culture": outputs.Add(new StreamOutput("stdout", 1.5.ToString(System.Globalization.CultureInfo.CurrentCulture) + " " + TimeZoneInfo.Local.BaseUtcOffset + "\n")); break;
                case "value": outputs.Add(new ResultOutput(MimeBundle.OfText(rest))); break;
                case "html": outputs.Add(new DisplayOutput(MimeBundle.Of(("text/html", rest), ("text/plain", "html")))); break;
                case "plot": outputs.Add(new DisplayOutput(MimeBundle.Of(("application/vnd.plotly.v1+json", rest), ("text/plain", "plot")))); break;
                case "raw": outputs.Add(new DisplayOutput(MimeBundle.Of(("application/vnd.notebookkit.raw+json", "true"), ("text/plain", rest)))); break;
                case "show": outputs.Add(new DisplayOutput(MimeBundle.OfText(text), id)); break;
                case "update": outputs.Add(new DisplayOutput(MimeBundle.OfText(text), id, IsUpdate: true)); break;
                case "clear": outputs.Add(new ClearOutput(Wait: rest == "later")); break;
                case "exit": Environment.Exit(int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture)); break;
                case "crash": Environment.FailFast(rest); break;
                case "meet":
                    File.WriteAllText(id, "");
                    while (!File.Exists(text)) Thread.Sleep(10);
                    break;
                case "hang": Thread.Sleep(Timeout.Infinite); break;
                case "fail":
                    outputs.Add(new ErrorOutput("InvalidOperationException", rest, [$"   at {name}:line {i + 1}"]));
                    return Task.FromResult(new CellResult(CellStatus.Error, outputs.ToImmutable()));
                case "": break;
                default: throw new ArgumentException($"The script has no word '{word}'.", nameof(code));
            }
        }

        return Task.FromResult(new CellResult(CellStatus.Ok, outputs.ToImmutable()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
