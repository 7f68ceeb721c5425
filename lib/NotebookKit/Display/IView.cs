namespace NotebookKit.Display;

/// <summary>Something that a page, a notebook and a terminal can show: data first, then its renderings. Everything in it that came from
/// data is encoded by <see cref="Html.Text"/>.</summary>
public interface IView
{
    /// <summary>Aligned plain text, without a line end after its last line.</summary>
    string ToText();

    /// <summary>Markup that works without script, reference or style sheet of its own.</summary>
    string ToHtml();

    /// <summary>The renderings by MIME type, for a notebook host. There is always <c>text/plain</c>; <c>text/html</c> brings its style along and, where
    /// a long table is in it, the script of <see cref="Table.Script"/>.</summary>
    IReadOnlyDictionary<string, string> ToMimeBundle() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal) { ["text/html"] = NotebookCell.Of(ToHtml()), ["text/plain"] = ToText() };
}
