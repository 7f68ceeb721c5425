namespace NotebookKit.Anonymizing;

/// <summary>Words of dates in a dozen languages. Facts of Unicode CLDR (months, days).</summary>
internal static class DateTable
{
    /// <summary>Also a usual word or a name when written small, or an unusual short form.</summary>
    public const int Doubtful = 16;

    /// <summary>Months: their number, 1–12, and <see cref="Doubtful"/>.</summary>
    public static readonly WordMap Months = new WordMap()
        .Add(1, "january jan januar janner janvier janv enero ene gennaio gen januari janeiro ionuar tammikuu tammikuuta stycznia styczen января янв leden ledna")
        .Add(2, "february feb febr februar feber fevrier fevr fév febrero febbraio februari fevereiro fev helmikuu helmikuuta lutego luty февраля unora unor")
        .Add(3, "marz maerz mrz mars marzo maart mrt marco maaliskuu maaliskuuta marca marzec марта brezna brezen")
        .Add(3 | Doubtful, "march mar")
        .Add(4, "april apr avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecien апреля dubna duben")
        .Add(5, "mai mayo maggio mag mei maio maj toukokuu toukokuuta maja мая kvetna kveten")
        .Add(5 | Doubtful, "may")
        .Add(6, "june jun juni juin junio giugno giu junho kesakuu kesakuuta czerwca czerwiec июня cervna cerven")
        .Add(7, "july jul juli juillet juil julio luglio lug julho heinakuu heinakuuta lipca lipiec июля cervence cervenec")
        .Add(8, "august aug aout agosto ago augustus augusti elokuu elokuuta sierpnia sierpien августа srpna srpen")
        .Add(9, "september sept sep septembre septiembre settembre setembro set syyskuu syyskuuta wrzesnia wrzesien сентября zari")
        .Add(10, "october oct oktober okt octobre octubre ottobre ott outubro lokakuu lokakuuta pazdziernika pazdziernik октября rijna rijen")
        .Add(10 | Doubtful, "out")
        .Add(11, "november nov novembre noviembre novembro marraskuu marraskuuta listopada listopad ноября listopadu")
        .Add(12, "december dec dezember dez decembre diciembre dic dicembre dezembro joulukuu joulukuuta grudnia grudzien декабря prosince prosinec desember des déc")
        .Add(1, "ocak ianuarie ιανουαρίου")
        .Add(2, "subat februarie februari φεβρουαρίου")
        .Add(3, "mart martie marcius maret μαρτίου")
        .Add(4, "nisan aprilie aprilis απριλίου")
        .Add(5, "mayis majus μαΐου μαίου")
        .Add(6, "haziran iunie junius ιουνίου")
        .Add(7, "temmuz iulie julius ιουλίου")
        .Add(8, "agustos augusztus agustus αυγούστου")
        .Add(9, "eylul septembrie szeptember σεπτεμβρίου")
        .Add(10, "ekim octombrie oktober οκτωβρίου")
        .Add(11, "kasim noiembrie νοεμβρίου")
        .Add(12, "aralik decembrie δεκεμβρίου");

    /// <summary>Days of the week; those that are shortened are <see cref="Doubtful"/>.</summary>
    public static readonly WordMap Days = new WordMap()
        .Add(1, "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche")
        .Add(1, "lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
        .Add(1, "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira mandag tirsdag onsdag torsdag fredag lordag sondag måndag tisdag poniedzialek wtorek sroda czwartek piatek sobota niedziela")
        .Add(Doubtful, "mon tue tues wed weds thu thur thurs fri sat sun mo di mi do fr sa so lun mar mer jeu ven sam dim mié jue vie sáb dom");

    /// <summary>Words before a year or a bare date.</summary>
    public static readonly WordMap Cues = new(
        "in since by until till from after before during circa around year on dated due date expires expired expiring exp im am seit vom bis zum den en el desde hasta del le depuis avant apres du au il nel dal entro em ate op sinds tot vanaf anno año annee jahr jahre of os no para through starting effective between and late early mid summer winter spring autumn fall class");

    /// <summary>Words between day and month.</summary>
    public static readonly WordMap Of = new("of de d di del do da");

    /// <summary>Words behind a number that make it a count, not a year.</summary>
    public static readonly WordMap Counts = new(
        "people persons users rows steps bytes kb mb gb ms seconds minutes hours days weeks months years words characters chars items dollars euros euro eur usd feet meters metres miles km kg cells lines pages points tokens calories pixels px times units students employees customers volts watts euro jahre jahren stunden personen");

    /// <summary>A month's number, 0 where the word is none; a doubtful one counts only with a large letter.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 14) return 0;
        var month = Months.Of(word);
        return (month & Doubtful) != 0 && char.IsLower(word[0]) ? 0 : month & 15;
    }
}
