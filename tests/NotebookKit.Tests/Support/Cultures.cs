using System.Globalization;

namespace NotebookKit.Tests.Support;

/// <summary>Runs work under another culture, also on machines that know none (invariant globalization).</summary>
internal static class Cultures
{
    /// <summary>Runs work under a culture and puts the present one back.</summary>
    public static void Under(string name, Action work)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Named(name);
        try
        {
            work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo Named(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return new CultureInfo("")
            {
                NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" },
                DateTimeFormat = { ShortDatePattern = "dd.MM.yyyy", DateSeparator = ".", TimeSeparator = "." },
            };
        }
    }
}
