namespace NotebookKit.Display;

/// <summary>Rows as they were recorded, with the personal data that is in them: what <see cref="RawExtensions"/> gives. It looks like the view inside of it,
/// says above it that it is raw, and is marked among its renderings, so that what saves outputs can refuse it.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource), PreferredMimeTypes = ["text/html", "text/plain", Mark])]
public sealed record RawView : IView
{
    /// <summary>The MIME type whose presence marks an output as raw.</summary>
    public const string Mark = "application/vnd.notebookkit.raw+json";

    private const string Warning = "As recorded: personal data is not masked here.";

    private readonly IView inner;

    internal RawView(IView inner, bool isRaw) => (this.inner, IsRaw) = (inner, isRaw);

    /// <summary>False where everything in it was anonymized before, so that nothing raw is shown.</summary>
    public bool IsRaw { get; }

    /// <inheritdoc/>
    public string ToText() => IsRaw ? $"{Warning}\n{inner.ToText()}" : inner.ToText();

    /// <inheritdoc/>
    public string ToHtml() => IsRaw ? Html.Element("p", Warning, "nk-note") + inner.ToHtml() : inner.ToHtml();

    /// <summary>The renderings, with <see cref="Mark"/> where something raw is in them.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle()
    {
        var bundle = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["text/html"] = NotebookCell.Of(ToHtml()), ["text/plain"] = ToText() };
        if (IsRaw) bundle[Mark] = "{\"anonymized\":false}";
        return bundle;
    }

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
