using System.Collections.Frozen;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Compiling;
using NotebookKit.Kernel.Jupyter.Assist;
using NotebookKit.Kernel.Jupyter.Messages;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>Answers what needs no cell to run.</summary>
internal sealed class Answers(MessageCodec codec, History history, NotebookSession session)
{
    /// <summary>The requests that are answered here.</summary>
    public static readonly FrozenSet<string> Types =
        new[] { "kernel_info_request", "is_complete_request", "history_request", "comm_info_request", "complete_request", "inspect_request" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Answers a request.</summary>
    public void Answer(Request request)
    {
        switch (request.Type)
        {
            case "kernel_info_request": KernelInfo(request); break;
            case "is_complete_request": IsComplete(request); break;
            case "history_request": codec.Ok(request, json => history.Write(json, request)); break;
            case "complete_request": Complete(request); break;
            case "inspect_request": Inspect(request); break;
            case "comm_info_request": codec.Ok(request, json => json.WriteEmpty("comms")); break;
            // Whoever asks for something unknown is not left to wait.
            default:
                if (request.Type.EndsWith("_request", StringComparison.Ordinal)) codec.Error(request, "NotSupported", "This kernel does not know the request.");
                break;
        }
    }

    private void KernelInfo(Request request)
    {
        var version = typeof(Answers).Assembly.GetName().Version!.ToString(3);
        codec.Ok(request, json =>
        {
            json.WriteString("protocol_version", MessageCodec.Version);
            json.WriteString("implementation", "notebookkit-csharp");
            json.WriteString("implementation_version", version);
            json.WriteString("banner", $"NotebookKit {version}: C# 14 on .NET {Environment.Version}");
            json.WriteBoolean("debugger", false);
            json.WriteTexts("help_links", []);
            json.WriteStartObject("language_info");
            json.WriteString("name", "C#");
            json.WriteString("version", "14.0");
            json.WriteString("mimetype", "text/x-csharp");
            json.WriteString("file_extension", ".cs");
            json.WriteString("pygments_lexer", "csharp");
            json.WriteString("codemirror_mode", "text/x-csharp");
            json.WriteEndObject();
        });
    }

    private void Complete(Request request)
    {
        var (code, at) = Place(request);
        var found = Completer.Complete(session, code, at);
        var (start, end) = (CodePoints.FromUnits(code, found.Start), CodePoints.FromUnits(code, found.End));
        codec.Ok(request, json =>
        {
            json.WriteTexts("matches", found.Items.Select(i => i.Text));
            json.WriteNumber("cursor_start", start);
            json.WriteNumber("cursor_end", end);
            json.WriteStartObject("metadata");
            json.WriteStartArray("_jupyter_types_experimental");
            foreach (var item in found.Items)
            {
                json.WriteStartObject();
                json.WriteNumber("start", start);
                json.WriteNumber("end", end);
                json.WriteText("text", item.Text);
                json.WriteText("type", item.Kind);
                json.WriteText("signature", item.Signature);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private void Inspect(Request request)
    {
        var (code, at) = Place(request);
        var text = Inspector.Inspect(session, code, at);
        codec.Ok(request, json =>
        {
            json.WriteBoolean("found", text is not null);
            if (text is not null)
            {
                json.WriteBundle(MimeBundle.OfText(text));
                return;
            }

            json.WriteEmpty("data");
            json.WriteEmpty("metadata");
        });
    }

    /// <summary>The cell and the place in it, in UTF-16 units.</summary>
    private static (string Code, int At) Place(Request request)
    {
        var code = request.Text("code");
        return (code, CodePoints.ToUnits(code, request.Number("cursor_pos", int.MaxValue)));
    }

    private void IsComplete(Request request)
    {
        var code = request.Text("code");
        var tree = CSharpSyntaxTree.ParseText(code, CellChain.Script);
        // A raw string that goes on counts as complete to the compiler.
        var isOpen = tree.GetDiagnostics().Any(d => d.Id == "CS8997");
        var isComplete = !isOpen && SyntaxFactory.IsCompleteSubmission(tree);
        codec.Reply(request, json =>
        {
            json.WriteString("status", !isComplete ? "incomplete" : tree.GetDiagnostics().Any(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error) && !code.Contains('#', StringComparison.Ordinal) ? "invalid" : "complete");
            if (!isComplete) json.WriteString("indent", Indent(code));
        });
    }

    /// <summary>The blanks that the next line begins with.</summary>
    private static string Indent(string code)
    {
        var last = code.AsSpan().TrimEnd("\r\n").ToString().Split('\n')[^1];
        var blanks = last[..(last.Length - last.TrimStart().Length)];
        return last.TrimEnd().EndsWith('{') ? blanks + "    " : blanks;
    }
}
