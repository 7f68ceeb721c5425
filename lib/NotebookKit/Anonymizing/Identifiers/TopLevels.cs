namespace NotebookKit.Anonymizing;

/// <summary>Top-level domains that are in use, and those of them that are endings of files, members of code or words.</summary>
internal static class TopLevels
{
    /// <summary>Source: IANA, Root Zone Database: the countries' domains and the generic ones that are common.</summary>
    private const string Names =
        "ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg "
        + "gh gi gl gm gn gp gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na "
        + "nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve "
        + "vg vi vn vu wf ws ye yt za zm zw com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post xxx arpa example test onion local "
        + "app dev page cloud online site website web shop store blog tech digital agency academy world group team work works life live media news today top xyz club space fun icu vip win bid loan men review "
        + "email systems solutions services support software network company consulting design studio photo photos video games game health care dental clinic bank finance money credit insurance law legal "
        + "city berlin london paris tokyo nyc wien hamburg koeln bayern amsterdam brussels istanbul moscow swiss global international foundation wiki zone link click help host press art music academy school university college "
        + "gmbh ltd inc llc sarl restaurant cafe bar pub hotel holiday house garden farm fit yoga dog cat pet baby kids love dating wedding gift toys fashion shoes auto car cars bike taxi tours flights voyage "
        + "engineer engineering energy solar green eco earth land estate properties rentals construction build tools graphics ink codes computer technology security vision one guru ninja rocks plus best cool";

    /// <summary>Endings of files, members of code and words that follow a full stop without a space: alone they are no domain.</summary>
    private const string Doubtful =
        "md py rs sh pl pm ps so vi cc mm hs ml st as in is it to no be at am my me us do id by la na re go sc ws app name info page test local work works build tools one plus data web site group team live life news "
        + "today top link click help host press art name pro post tel cat id media video photo photos game games design support services network security space fun club review email money credit legal city energy land best cool "
        + "store shop bank care school house car auto fit love pet kids dog bar green pub inc ltd mil int cf ga gq tk im je ms mr mrs sr al va pa ma mo ne om";

    private static readonly HashSet<string> All = new(Names.Split(' '), StringComparer.OrdinalIgnoreCase), Unsure = new(Doubtful.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>2 for a top level that stands for itself, 1 for one that may be something else, 0 for none.</summary>
    public static int Rank(ReadOnlySpan<char> label)
    {
        if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)) return 2;
        if (!All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label)) return 0;
        return Unsure.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label) ? 1 : 2;
    }
}
