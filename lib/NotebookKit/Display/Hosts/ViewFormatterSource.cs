namespace NotebookKit.Display;

/// <summary>Makes the formatters that .NET Interactive asks a view's type for; found by the names of its members.</summary>
internal sealed class ViewFormatterSource
{
    private readonly string[] renderings = ["text/html", "text/plain", "image/svg+xml", "application/vnd.plotly.v1+json", RawView.Mark];

    /// <summary>One formatter for each rendering that a view can have; which of them the host asks for is said on the view's type.</summary>
    public IEnumerable<object> CreateTypeFormatters() => renderings.Select(r => new ViewFormatter(r));
}

/// <summary>Writes one rendering of a view.</summary>
internal sealed class ViewFormatter(string mimeType)
{
    /// <summary>The rendering.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes it; false where the value has no such rendering, so that the host goes on to its own.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IView view || !view.ToMimeBundle().TryGetValue(MimeType, out var rendering)) return false;
        writer.Write(rendering);
        return true;
    }
}
