namespace NotebookKit.Anonymizing;

/// <summary>Streets whose number stands behind: <c>Musterstraße 12a</c>, <c>Calle Mayor 5</c>, <c>ul. Długa 7/3</c>.</summary>
internal static class NumberLast
{
    private const int MaxWords = 8;

    /// <summary>Words between name and number, without dots.</summary>
    private static readonly WordMap Markers = new("no nr n nº n° num numero número número: nro nо č čp cp д дом d hnr hausnummer kbr");

    private static readonly WordMap Adjectives = new(
        "alte alter altes neue neuer grosse große grosser kleine kleiner obere oberer untere unterer hintere vordere lange kurze hohe breite schone prins prinses koning koningin nieuwe oude grote lange kleine korte sint van de der den het ter ten"
        + " 1e 2e 3e 4e eerste tweede derde stora lilla norra sodra ostra vastra gamla nya gamle store lille nordre sondre vestre ostre sankt st dr prof v d");

    private static readonly WordMap Dates = new("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz mai juni juli august september oktober november dezember jahr jahre monat kapitel abschnitt schritt alter durchschnitt schnitt januari raum zeitraum preis tag ende anfang artikel punkt fall seite block bereich teil stuck uhr sommer winter herbst zone level phase stage step chapter version episode season gate terminal platform room table grade class windows office iphone python java top week day year");

    /// <summary>Kinds of street that carry a name in small letters, because no other language has the word.</summary>
    private static readonly WordMap SmallKinds = new("calle avenida avda rua rue travessa carrer piazza piazzale vicolo viale ulica ul улица ул jalan carretera");

    /// <summary>Reads a street before the first digit of a house number; its score and where it begins, 0 where there is none.</summary>
    public static double Read(ReadOnlySpan<char> text, int digit, out int start, out bool isWeak)
    {
        (start, isWeak) = (digit, false);
        var p = WordWalk.SkipSpacesBack(text, digit);
        var spaced = p < digit;
        p = SkipMarker(text, p, out var marked);
        if (p > 0 && text[p - 1] == ',' && (spaced || marked)) (p, marked) = (WordWalk.SkipSpacesBack(text, p - 1), true);
        if (p == digit && !marked) return 0;
        Span<(int Start, int End)> words = stackalloc (int, int)[MaxWords];
        var count = ReadWordsBack(text, p, words);
        if (count == 0) return 0;
        var score = marked ? Grid(text, words[..count], ref start) : 0;
        if (score == 0) score = Glued(text, words[..count], ref start);
        if (score == 0) score = ByKind(text, words[..count], ref start);
        if (score == 0) score = Behind(text, words[..count], ref start);
        if (score == 0 && spaced && !marked && Generic(text, words[..count], ref start)) (score, isWeak) = (0.2, true);
        return marked && score is > 0 and < 0.5 && !isWeak ? score + 0.1 : score;
    }

    /// <summary>Steps over "nº", "Nr." and the like.</summary>
    private static int SkipMarker(ReadOnlySpan<char> text, int p, out bool marked)
    {
        marked = false;
        var end = p > 0 && text[p - 1] is '.' or ':' ? p - 1 : p;
        if (end > 0 && text[end - 1] is '#' or '№') return Marked(text, end - 1, out marked);
        var start = end;
        if (start > 0 && text[start - 1] is 'º' or '°') start--;
        if (start < end && start > 1 && text[start - 1] == '.' && text[start - 2] is 'n' or 'N') return Marked(text, start - 2, out marked);
        start = WordWalk.Start(text, start);
        if (start == end || end - start > 10 || !Markers.Has(text[start..end])) return p;
        return Marked(text, start, out marked);
    }

    private static int Marked(ReadOnlySpan<char> text, int p, out bool marked)
    {
        marked = true;
        return WordWalk.SkipSpacesBack(text, p);
    }

    /// <summary>The words before an index, the nearest first: single spaces between them, or a dot and a space behind a short one, or the slash of "C/".</summary>
    private static int ReadWordsBack(ReadOnlySpan<char> text, int p, Span<(int Start, int End)> words)
    {
        var count = 0;
        while (count < words.Length)
        {
            var end = p > 0 && text[p - 1] == '.' ? p - 1 : p > 0 && text[p - 1] == '/' && char.ToUpperInvariant(Chars.Before(text, p - 1)) == 'C' ? p - 1 : p;
            var start = WordWalk.Start(text, end);
            // A dot behind a long word ends a sentence; "Hauptstr." and "ul." are short for something.
            if (start == end || (end < p && text[end] == '.' && count > 0 && end - start > 5 && !IsAbbreviated(text[start..end]))) break;
            words[count++] = (start, end);
            p = WordWalk.SkipSpacesBack(text, start);
            if (p == start && !(p > 0 && text[p - 1] is '.' or '/')) break;
        }

        return count;
    }

    private static bool IsAbbreviated(ReadOnlySpan<char> word) => word.EndsWith("str", StringComparison.OrdinalIgnoreCase) || word.EndsWith("sq", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Carrera 7 # 45-12", "Calle 100 No. 8A-55".</summary>
    private static double Grid(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, ref int start)
    {
        if (words.Length < 2 || !char.IsAsciiDigit(text[words[0].Start]) || words[0].End - words[0].Start > 4 || !Grids.Has(text[words[1].Start..words[1].End]) || !char.IsUpper(text[words[1].Start])) return 0;
        start = words[1].Start;
        return 0.75;
    }

    private static readonly WordMap Grids = new("calle carrera cra cl kr cr avenida av avda diagonal dg transversal tv autopista");

    /// <summary>"Musterstraße", "Keizersgracht", "Storgatan".</summary>
    private static double Glued(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, ref int start)
    {
        var word = text[words[0].Start..words[0].End];
        var ending = StreetTable.Ending(word);
        if (ending == 0) return 0;
        start = words[0].Start;
        var capital = NumberFirst.IsName(word);
        for (var i = 1; i < words.Length && i < 4; i++)
        {
            var before = text[words[i].Start..words[i].End];
            var land = i == 1 && word.StartsWith("Land", StringComparison.Ordinal) && before.EndsWith("er", StringComparison.Ordinal);
            if (!(land || Adjectives.Has(before)) || words[i - 1].Start - words[i].End > 2) break;
            if (NumberFirst.IsName(before) || char.IsAsciiDigit(before[0])) start = words[i].Start;
        }

        if (!capital) return ending == 1 && word.Length > 6 ? word.EndsWith("straße", StringComparison.Ordinal) || word.EndsWith("strasse", StringComparison.Ordinal) || word.EndsWith("straat", StringComparison.Ordinal) ? 0.65 : SmallFronts.Has(WordWalk.Before(text, words[0].Start)) ? 0.5 : 0.35 : word.Length > 6 && word.EndsWith("weg", StringComparison.Ordinal) && SmallFronts.Has(WordWalk.Before(text, words[0].Start)) ? 0.5 : 0;
        if (ending == 1 || word.Contains('-')) return word.Length > 5 ? 0.8 : 0.5;
        if (word.EndsWith("weg", StringComparison.Ordinal)) return 0.65;
        return word.Length > 6 && !WordWalk.IsUpper(word) && Tails.Has(word[^Math.Min(5, word.Length)..]) ? 0.55 : 0.3;
    }

    /// <summary>Words before a street that is written small.</summary>
    private static readonly WordMap SmallFronts = new("in im der die den dem an am zur zum nach auf naar op aan bij de till på i hos från på til ved");

    /// <summary>Last letters of endings that few other words have: -markt, -graben, -steig, -stieg, -plads, -plass, -haugen, -bakken, -backen, -brücke, -stiege, Finnish -tie.</summary>
    private static readonly WordMap Tails = new("markt raben steig stieg plads plass augen akken acken rucke tiege entie antie intie untie lutie sitie ratie tatie nitie");

    /// <summary>A kind of street in front, names behind it: "Calle Mayor", "Via Roma", "rue de la Loi".</summary>
    private static double ByKind(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, ref int start)
    {
        var (capitals, smalls) = (0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var word = text[words[i].Start..words[i].End];
            var type = StreetTable.Types.Of(word) & (StreetTable.First | StreetTable.WeakFirst);
            if (i > 0 && capitals > 0 && smalls == 0 && word is "zza" or "za" or "so" or "le" && Chars.Before(text, words[i].Start) == '.' && Chars.Before(text, words[i].Start - 1) is 'P' or 'p' or 'C' or 'c' or 'V' or 'v')
            {
                start = words[i].Start - 2;
                return 0.75;
            }

            if (i > 0 && type != 0 && !(capitals > 0 && smalls > 0) && (capitals > 0 || (smalls == 1 && (SmallKinds.Has(word) || (word is "via" && WordWalk.Before(text, words[i].Start) is "in" or "abito" or "a")))) && !(type == StreetTable.WeakFirst && IsParticleHere(word) && i + 1 < words.Length && IsKind(text, words[i + 1])))
            {
                start = words[i].Start;
                return Kind(text, words, i, word, type, capitals);
            }

            if (NumberFirst.IsName(word)) capitals++;
            else if (char.IsAsciiDigit(word[0]) && i > 0 && word.Length < 5) continue;
            else if (!StreetTable.Particles.Has(word) && !(i > 0 && word is "san" or "santa" or "santo" or "sant" or "são") && !(type != 0 && i > 0) && ++smalls > 1) return 0;
        }

        return 0;
    }

    private static bool IsParticleHere(ReadOnlySpan<char> word) => word.Length <= 3 && char.IsLower(word[0]);

    private static bool IsKind(ReadOnlySpan<char> text, (int Start, int End) word) => (StreetTable.Types.Of(text[word.Start..word.End]) & StreetTable.First) != 0;

    private static double Kind(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, int i, ReadOnlySpan<char> word, int type, int capitals)
    {
        var capital = char.IsUpper(word[0]);
        var dotted = text[words[i].End] is '.' or '/';
        if (word is "am" or "an" or "im" or "zum" or "zur" or "auf" or "unter" or "hinter" or "beim" or "vor" or "in" or "In") return 0;
        if (word is "Am" or "An" or "Im" or "Zum" or "Zur" or "Auf" or "Unter" or "Hinter" or "Beim" or "Vor")
            return i is 1 or 2 or 3 && NumberFirst.IsName(text[words[0].Start..words[0].End]) && !Dates.Has(text[words[0].Start..words[0].End]) ? 0.4 : 0;
        if (word.Length < 3 && !dotted) return word is "ul" or "UL" or "ул" or "jl" or "Jl" ? 0.8 : capitals > 0 && word is "Bd" or "Av" or "av" or "bd" ? 0.6 : 0;
        if (word.Length == 1 && (text[words[i].End] != '/' || char.ToUpperInvariant(word[0]) != 'C')) return word[0] is 'ш' or 'R' && dotted && i < 4 ? 0.4 : 0;
        if (word is "al" or "Al" && WordWalk.Before(text, words[i].Start) is "et") return 0;
        if (word.Length == 1 && char.ToUpperInvariant(word[0]) != 'C' && text[words[i].End] == '/') return 0;
        if (word.Equals("via", StringComparison.OrdinalIgnoreCase)) return capital ? 0.75 : WordWalk.Before(text, words[i].Start) is "in" or "In" or "abito" or "a" or "è" ? 0.7 : 0.35;
        if (capitals == 0) return 0.6;
        if ((type & StreetTable.First) != 0) return (StreetTable.Types.Of(word) & StreetTable.Last) != 0 && !capital ? 0.5 : 0.8;
        return dotted && word.Length <= 3 ? 0.65 : capital ? 0.6 : 0.4;
    }

    /// <summary>Names in front, a kind of street behind: "Berliner Straße", "Karl Johans gate", "Váci utca".</summary>
    private static double Behind(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, ref int start)
    {
        var word = text[words[0].Start..words[0].End];
        if (words.Length < 2 || (StreetTable.Types.Of(word) & StreetTable.LastNumber) == 0) return 0;
        var names = 0;
        for (var i = 1; i < words.Length && i < 5; i++)
        {
            var name = text[words[i].Start..words[i].End];
            if (words[i - 1].Start - words[i].End > 2 || (names > 0 && StreetTable.NoNames.Has(name))) break;
            if (NumberFirst.IsName(name) && !StreetTable.NoNames.Has(name)) (start, names) = (words[i].Start, names + 1);
            else if (!(names > 0 && Adjectives.Has(name)) && !(char.IsAsciiDigit(name[0]) && name.Length < 4)) break;
        }

        if (names == 0 || (word.Length == 1 && text[words[0].End] != '.')) return 0;
        if (word.Length <= 3 && word is not ("Str" or "str" or "Weg" or "weg" or "Sok" or "Cad" or "vei" or "vej" or "Vei" or "Vej" or "tér" or "trg" or "Trg" or "utc" or "krt")) return 0.35;
        // English puts the number first; behind, it may count anything.
        return (StreetTable.Types.Of(word) & StreetTable.Last) != 0 ? 0.45 : word is "Markt" or "Platz" or "Ring" or "tie" or "put" or "gate" or "Gate" or "plain" or "vei" or "tee" or "Damm" or "Ufer" ? 0.55 : 0.75;
    }

    /// <summary>One to three words written large: an address only with a postcode behind or a cue before.</summary>
    private static bool Generic(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> words, ref int start)
    {
        var names = 0;
        for (var i = 0; i < words.Length && i < 4; i++)
        {
            var word = text[words[i].Start..words[i].End];
            if (!NumberFirst.IsName(word) && !(names > 0 && StreetTable.Particles.Has(word))) break;
            if (Dates.Has(word) || (word.Length < 4 && WordWalk.IsUpper(word)) || DateTable.Months.Has(word) || DateTable.Days.Has(word) || StreetTable.NoNames.Has(word) || Regions.NoPlaces.Has(word)) break;
            if (NumberFirst.IsName(word)) (start, names) = (words[i].Start, names + 1);
        }

        return names > 0;
    }
}
