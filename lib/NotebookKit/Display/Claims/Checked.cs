namespace NotebookKit.Display;

/// <summary>A claim that holds.</summary>
/// <param name="Claim">The claim in words.</param>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record Checked(string Claim) : IView
{
    /// <inheritdoc/>
    public string ToText() => "✓ " + Visible.Text(Claim);

    /// <inheritdoc/>
    public string ToHtml() => Html.Element("p", ToText(), "nk-checked").ToString();

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
