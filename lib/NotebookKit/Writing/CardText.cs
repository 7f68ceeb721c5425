using System.Text;
using NotebookKit.Display;

namespace NotebookKit.Writing;

/// <summary>Text from data in a dataset card: in the YAML head, and in Markdown.</summary>
internal static class CardText
{
    /// <summary>A YAML text in double quotes; hidden characters are made visible first, so only two characters need an escape.</summary>
    public static string Quoted(string text) =>
        '"' + Visible.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    /// <summary>Text from data inside a line of Markdown: no markup, no HTML, no end of a table cell.</summary>
    public static string Inline(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in Visible.Cut(Visible.Line(text), 300))
            _ = c switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                '|' or '`' or '*' or '[' or ']' or '\\' or '!' or '#' or '~' => safe.Append('\\').Append(c),
                _ => safe.Append(c),
            };
        return safe.ToString();
    }
}
