using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A month or a day of the week as a language writes it.</summary>
/// <param name="Language">Index of the language.</param>
/// <param name="Index">Month from 1, or day of the week from 0 (Sunday).</param>
/// <param name="Short">True for the short form.</param>
internal readonly record struct CalendarWord(int Language, int Index, bool Short);

/// <summary>Names of months and days of the week. Source: Unicode CLDR 45, Gregorian calendar, formats "wide" and "abbreviated".</summary>
internal static class MonthNames
{
    // Each language: months, short months, days of the week from Sunday, short days. A word that several languages share is that of the first.
    private static readonly string[][] Languages =
    [
        [
            "January February March April May June July August September October November December", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            "Sunday Monday Tuesday Wednesday Thursday Friday Saturday", "Sun Mon Tue Wed Thu Fri Sat",
        ],
        [
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
            "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag", "So Mo Di Mi Do Fr Sa",
        ],
        [
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "janv févr mars avr mai juin juil août sept oct nov déc",
            "dimanche lundi mardi mercredi jeudi vendredi samedi", "dim lun mar mer jeu ven sam",
        ],
        [
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "ene feb mar abr may jun jul ago sept oct nov dic",
            "domingo lunes martes miércoles jueves viernes sábado", "dom lun mar mié jue vie sáb",
        ],
        [
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "gen feb mar apr mag giu lug ago set ott nov dic",
            "domenica lunedì martedì mercoledì giovedì venerdì sabato", "dom lun mar mer gio ven sab",
        ],
        [
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "jan fev mar abr mai jun jul ago set out nov dez",
            "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado", "dom seg ter qua qui sex sáb",
        ],
        [
            "januari februari maart april mei juni juli augustus september oktober november december", "jan feb mrt apr mei jun jul aug sep okt nov dec",
            "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag", "zo ma di wo do vr za",
        ],
        [
            "januari februari mars april maj juni juli augusti september oktober november december", "jan feb mars apr maj juni juli aug sep okt nov dec",
            "söndag måndag tisdag onsdag torsdag fredag lördag", "sön mån tis ons tors fre lör",
        ],
        [
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", "sty lut mar kwi maj cze lip sie wrz paź lis gru",
            "niedziela poniedziałek wtorek środa czwartek piątek sobota", "niedz pon wt śr czw pt sob",
        ],
        [
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", "янв февр мар апр мая июн июл авг сент окт нояб дек",
            "воскресенье понедельник вторник среда четверг пятница суббота", "вс пн вт ср чт пт сб",
        ],
    ];

    private static readonly string[][][] Words = [.. Languages.Select(l => l.Select(w => w.Split(' ')).ToArray())];

    private static readonly Dictionary<string, List<CalendarWord>> Months = Index(0, 1);

    private static readonly Dictionary<string, List<CalendarWord>> Days = Index(2, 0);

    /// <summary>The months that a folded word may be, of all languages.</summary>
    public static IReadOnlyList<CalendarWord> Month(string word) => Months.TryGetValue(word, out var found) ? found : word == "sept" ? Month("sep") : [];

    /// <summary>The days of the week that a folded word may be.</summary>
    public static IReadOnlyList<CalendarWord> Day(string word) => Days.TryGetValue(word, out var found) ? found : [];

    /// <summary>Another month as the same language writes it in the same form.</summary>
    public static string Month(CalendarWord like, int month) => Words[like.Language][like.Short ? 1 : 0][month - 1];

    /// <summary>Another day of the week as the same language writes it in the same form.</summary>
    public static string Day(CalendarWord like, int day) => Words[like.Language][like.Short ? 3 : 2][day];

    private static Dictionary<string, List<CalendarWord>> Index(int table, int first)
    {
        var index = new Dictionary<string, List<CalendarWord>>(StringComparer.Ordinal);
        for (var language = 0; language < Words.Length; language++)
            for (var form = 0; form < 2; form++)
                for (var i = 0; i < Words[language][table + form].Length; i++)
                {
                    var key = Fold.Key(Words[language][table + form][i]);
                    if (!index.TryGetValue(key, out var list)) index[key] = list = [];
                    if (!list.Exists(w => w.Language == language)) list.Add(new(language, i + first, form == 1));
                }

        return index;
    }
}
