using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace NotebookKit.Display.Pages;

/// <summary>A script of the kit's own that a page carries. A page's content policy names scripts by their hash: whatever else might get into
/// a page as markup, nothing but these can run.</summary>
public sealed class PageScript
{
    private static readonly Lazy<PageScript> PlotlyBundle = new(() =>
    {
        using var packed = typeof(PageScript).Assembly.GetManifestResourceStream("Display.plotly.js.gz")!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return new(reader.ReadToEnd());
    });

    internal PageScript(string code)
    {
        // A browser hashes what it parsed, and it parses CR LF as LF.
        Code = code.ReplaceLineEndings("\n");
        if (Code.Contains("</script", StringComparison.OrdinalIgnoreCase) || Code.Contains("<!--", StringComparison.Ordinal))
            throw new ArgumentException("The script would end its own element.", nameof(code));
        Hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Code)));
    }

    /// <summary>plotly.js, its cartesian bundle; see Display/Assets.</summary>
    public static PageScript Plotly => PlotlyBundle.Value;

    /// <summary>Draws a plot over each static one, as it comes into view: over the first child of every element of class <c>nk-plot</c>, from the JSON in the
    /// element whose id its <c>data-plot</c> names. It comes after <see cref="Plotly"/> and after the elements.</summary>
    public static PageScript Plots => PlotScript.Script;

    /// <summary>Sorts, filters and pages the tables; see <see cref="Table.Script"/>.</summary>
    public static PageScript Tables { get; } = new(Table.Script);

    /// <summary>The script as it stands in the page.</summary>
    public string Code { get; }

    /// <summary>What the content policy calls it, in quotes there.</summary>
    public string Hash { get; }

    /// <summary>The element.</summary>
    public Html Render() => Html.Trusted($"<script>{Code}</script>\n");
}
