namespace NotebookKit.Kernel.Documents;

/// <summary>The kit's views bring their style and their script along in every output, so that each stands alone. A file has many outputs: there the markup is
/// kept without them, readable as it is; a page adds them once.</summary>
internal static class StoredHtml
{
    /// <summary>How an output of the kit begins: a cell, in it perhaps a part of a report.</summary>
    private static readonly string[] Beginnings = [Display.NotebookCell.Beginning, "<div class=\"nk-report nk-part\">"];

    /// <summary>The markup without the kit's style and script; anything else as it is.</summary>
    public static string Of(string html)
    {
        if (!html.StartsWith(Beginnings[0], StringComparison.Ordinal)) return html;
        // Text of data is encoded in the kit's markup: elements in it are the kit's own.
        foreach (var beginning in Beginnings) html = WithoutStyleAfter(html, beginning);
        const string End = "</div><script>";
        return html.EndsWith("</script>", StringComparison.Ordinal) && html.LastIndexOf(End, StringComparison.Ordinal) is var at and >= 0 ? html[..(at + "</div>".Length)] : html;
    }

    private static string WithoutStyleAfter(string html, string beginning)
    {
        const string Open = "<style>", Close = "</style>";
        for (var at = html.IndexOf(beginning + Open, StringComparison.Ordinal); at >= 0; at = html.IndexOf(beginning + Open, at, StringComparison.Ordinal))
        {
            var start = at + beginning.Length;
            var end = html.IndexOf(Close, start, StringComparison.Ordinal);
            if (end < 0) break;
            html = html.Remove(start, end + Close.Length - start);
        }

        return html;
    }
}
