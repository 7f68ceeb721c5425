using System.Text;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Pages;

/// <summary>A heading of a notebook.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Id">Its anchor, one of its kind on the page.</param>
/// <param name="Text">Its words.</param>
internal sealed record Heading(int Level, string Id, string Text);

/// <summary>Turns the Markdown cells of one notebook into markup. HTML in them is the author's own and stays; the page's content policy lets none of its scripts run.</summary>
internal sealed class MarkdownMarkup(Notebook notebook, PageLinks links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().UseListExtras().UseAlertBlocks().UseMathematics().Build();

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<Heading> headings = [];

    /// <summary>The headings so far.</summary>
    public IReadOnlyList<Heading> Headings => headings;

    /// <summary>The words of a notebook's first heading and of its first paragraph that is no line of links; null where it has none.</summary>
    public static (string? Title, string? Lead) About(Notebook notebook)
    {
        var blocks = notebook.Cells.Where(c => c.Kind == CellKind.Markdown).SelectMany(c => Markdown.Parse(c.Source, Pipeline)).ToList();
        var title = blocks.OfType<HeadingBlock>().FirstOrDefault(h => h.Level == 1) ?? blocks.OfType<HeadingBlock>().FirstOrDefault();
        return (title is null ? null : Words(title), blocks.SkipWhile(b => title is not null && b != title).OfType<ParagraphBlock>().Where(p => !IsLinks(p)).Select(Words).FirstOrDefault(w => w.Length > 0));
    }

    /// <summary>The markup of a cell.</summary>
    public string Render(NotebookCell cell)
    {
        var document = Markdown.Parse(cell.Source, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var words = Words(heading);
            heading.GetAttributes().Id = Anchor(words);
            headings.Add(new(heading.Level, heading.GetAttributes().Id!, words));
        }

        foreach (var link in document.Descendants<LinkInline>())
            if (link.Url is { Length: > 0 } target) link.Url = link.IsImage ? links.Picture(notebook, cell, target) : links.Link(notebook, target);
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineMaths());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new BlockMaths());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new Code());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new WideTables());
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>The anchor of a heading as forges make it: small letters, digits, hyphens for spaces.</summary>
    private string Anchor(string words)
    {
        var slug = new StringBuilder();
        foreach (var c in words.ToLowerInvariant())
            if (char.IsLetterOrDigit(c) || c is '-' or '_') slug.Append(c);
            else if (c == ' ') slug.Append('-');
        var name = slug.Length == 0 ? "part" : slug.ToString();
        var id = name;
        for (var i = 1; !ids.Add(id); i++) id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{i}");
        return id;
    }

    /// <summary>A line that leads to other notebooks says nothing of this one.</summary>
    private static bool IsLinks(ParagraphBlock block)
    {
        var inLinks = block.Inline?.Descendants<LinkInline>().Sum(l => l.Descendants<LiteralInline>().Sum(t => t.Content.Length)) ?? 0;
        return inLinks * 2 > Words(block).Length && block.Inline!.Descendants<LinkInline>().All(l => l.Url?.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) == true);
    }

    private static string Words(LeafBlock block)
    {
        var words = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants() ?? [])
            _ = inline switch
            {
                LiteralInline literal => words.Append(literal.Content.AsSpan()),
                CodeInline code => words.Append(code.Content),
                MathInline maths => words.Append(maths.Content.AsSpan()),
                LineBreakInline => words.Append(' '),
                _ => words,
            };
        return words.ToString().Trim();
    }

    private sealed class InlineMaths : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj) => renderer.Write(Tex.ToHtml(obj.Content.ToString(), obj.DelimiterCount > 1));
    }

    private sealed class BlockMaths : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.EnsureLine().Write("<div class=\"nb-maths\">").Write(Tex.ToHtml(obj.Lines.ToString(), block: true)).WriteLine("</div>");
    }

    private sealed class Code : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            var text = obj.Lines.ToString();
            renderer.EnsureLine();
            renderer.WriteLine(obj is FencedCodeBlock { Info: "csharp" or "cs" or "c#" or "C#" } ? CSharpMarkup.Block(text) : $"<pre class=\"nb-code\" tabindex=\"0\"><code>{Display.Html.Text(text)}</code></pre>");
        }
    }

    /// <summary>A table that is too wide scrolls, and not the page.</summary>
    private sealed class WideTables : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine().WriteLine("<div class=\"nb-wide\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
