using Microsoft.DotNet.Interactive.Formatting;
using NotebookKit.Display;
using NotebookKit.Display.Charts;

namespace NotebookKit.Interactive;

/// <summary>Shows views by their own renderings. What is registered stands before what the host finds at a type, holds for views that carry no attribute, too, and survives a type's default formatters.</summary>
internal static class ViewFormatters
{
    private const string Html = "text/html", Plain = "text/plain", Svg = "image/svg+xml";

    public static void Register()
    {
        foreach (var mimeType in new[] { Html, Plain, Svg, Chart.PlotlyMimeType, RawView.Mark })
            Formatter.Register<IView>((view, context) => Write(view, mimeType, context.Writer), mimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(IView), Html, Plain);
        // Text is all that the host passes on: a page would get plotly's figure as a string and fail.
        Formatter.SetPreferredMimeTypesFor(typeof(Chart), Svg, Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(RawView), Html, Plain, RawView.Mark);
    }

    private static bool Write(IView view, string mimeType, TextWriter writer)
    {
        var rendering = view.ToMimeBundle().GetValueOrDefault(mimeType) ?? (mimeType == Html ? view.ToHtml() : null);
        writer.Write(rendering);
        return rendering is not null;
    }
}
