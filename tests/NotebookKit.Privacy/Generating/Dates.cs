using System.Globalization;

namespace NotebookKit.Privacy;

/// <summary>Dates as people and programs write them in a language.</summary>
internal static class Dates
{
    private static readonly Dictionary<string, string> Months = new()
    {
        ["en"] = "January|February|March|April|May|June|July|August|September|October|November|December",
        ["de"] = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
        ["fr"] = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        ["es"] = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
        ["it"] = "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
        ["nl"] = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
        ["pt"] = "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
        ["sv"] = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
        ["pl"] = "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
    };

    /// <summary>Forms by language; d day, dd two digits, M month's number, MM two digits, N month's name, n its first three letters, y year, Y two digits, t time.</summary>
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["en"] = "N d, y|d N y|MM/dd/y|M/d/Y|n d, y|d-n-y|dth of N|N d",
        ["de"] = "d. N y|dd.MM.y|d.M.Y|d. N|dd.MM.y, t Uhr",
        ["fr"] = "d N y|dd/MM/y|dd/MM/Y|d N|dd/MM/y à t",
        ["es"] = "d de N de y|dd/MM/y|d/M/y|d de N|dd-MM-y",
        ["it"] = "d N y|dd/MM/y|d/M/y|d N|dd.MM.y",
        ["nl"] = "d N y|dd-MM-y|d-M-y|d N|dd/MM/y",
        ["pt"] = "d de N de y|dd/MM/y|d/M/y|d de N",
        ["sv"] = "d N y|y-MM-dd|den d N|d/M y",
        ["pl"] = "d N y|dd.MM.y|d.MM.y|d N",
    };

    private const string Programs = "y-MM-dd|y-MM-ddTt:00Z|y/MM/dd|y-MM-dd t|yMM-dd";

    public static string Make(string language, Draw draw)
    {
        var (year, month, day) = (draw.From(1950, 2031), draw.From(1, 12), draw.From(1, 28));
        var name = Months[language].Split('|')[month - 1];
        var form = draw.Once(4) ? draw.Word(Programs[..Programs.LastIndexOf('|')]) : draw.Word(Forms[language]);
        var two = CultureInfo.InvariantCulture;
        var made = form.Replace("dth", "\u0001", StringComparison.Ordinal).Replace("dd", "\u0002", StringComparison.Ordinal).Replace("MM", "\u0003", StringComparison.Ordinal);
        return string.Concat(made.Select((c, i) => c switch
        {
            '\u0001' => day + (day % 10 is 1 && day != 11 ? "st" : day % 10 is 2 && day != 12 ? "nd" : day % 10 is 3 && day != 13 ? "rd" : "th"),
            '\u0002' => day.ToString("00", two),
            '\u0003' => month.ToString("00", two),
            'd' when !Letter(made, i + 1) && !Letter(made, i - 1) => day.ToString(two),
            'M' => month.ToString(two),
            'N' => name,
            'n' when !Letter(made, i - 1) => name[..3],
            'y' => year.ToString(two),
            'Y' => (year % 100).ToString("00", two),
            't' when !char.IsAsciiLetterLower(i > 0 ? made[i - 1] : ' ') => string.Create(two, $"{draw.From(7, 19):00}:{draw.From(0, 59):00}"),
            _ => c.ToString(),
        }));
    }

    private static bool Letter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterLower(text[at]);
}
