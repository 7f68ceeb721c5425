using System.Runtime.CompilerServices;
using NotebookKit.Anonymizing;
using NotebookKit.Display;

namespace NotebookKit.Recipes;

/// <summary>Gives the views what masks rows that no stage has anonymized. Views know no stage, so it is handed to them from here when the library is loaded; it
/// is made when it is first needed.</summary>
internal static class DefaultMask
{
#pragma warning disable CA2255 // Meant for apps; here it joins two parts of one library, decides nothing and costs one assignment.
    [ModuleInitializer]
    internal static void Offer() => TextMask.Offer(() =>
    {
        var masker = new Anonymizer().For();
        return new(e => masker.Mask(e), text => masker.MaskText(text), History.Empty);
    });
#pragma warning restore CA2255
}
