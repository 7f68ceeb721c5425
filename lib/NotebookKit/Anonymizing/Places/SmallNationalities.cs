namespace NotebookKit.Anonymizing;

/// <summary>Nationalities and religions in small letters, as chats write them: only where the words beside say that people are meant, "my husband is finnish", "the jewish community".
/// Elsewhere such words are languages, dishes and things.</summary>
internal static class SmallNationalities
{
    private const double Sure = 0.6;

    private const int MaxWord = 20;

    /// <summary>What stands right behind the word, and right before it.</summary>
    private static readonly PhraseSearch Starts = new(
        ["community", "communities", "citizen", "immigrant", "refugee", "national", " is ", " am ", " are ", "i'm ", "i’m ", " was ", "nacionalidad", "nationalit", "nazionalit"]);

    private static readonly WordMap Backs = new("community communities citizen citizens citizenship immigrant immigrants refugee refugees national nationals");

    private static readonly WordMap Links = new("is am are was i'm i’m");

    private static readonly WordMap Labels = new("nationality nationalität nationalité nacionalidad nacionalidade nazionalità nationaliteit");

    private static readonly WordMap People = new(
        "i you he she they we who husband wife partner boyfriend girlfriend fiance fiancee mother father mom mum dad parents brother sister son daughter uncle aunt cousin nephew niece grandmother grandfather grandma grandpa friend friends"
        + " neighbour neighbor neighbours neighbors colleague roommate flatmate boss teacher doctor client customer family patient patients children kids");

    /// <summary>What small words mean otherwise, or say of things that belong to people, too: "the apache community" is one of software.</summary>
    private static readonly WordMap NotSmall = new("apache pole pola scot dane finn turk roma jain sikh slovak czech georgian labour pagan");

    private static readonly WordMap Things = new("speaker speakers teacher teachers student students fan fans food restaurant movie music version");

    /// <summary>Adds the finds of a text.</summary>
    public static void Find(ReadOnlySpan<char> text, NrpRecognizer made, List<Span> into)
    {
        var done = 0;
        for (var from = 0; from < text.Length && Starts.IndexIn(text[from..]) is >= 0 and var found;)
        {
            var at = from + found;
            from = at + 1;
            if (text[at] == ' ') at++;
            if (Chars.IsWord(Chars.Before(text, at))) continue;
            var stop = WordWalk.End(text, at);
            var word = text[at..stop];
            int start, end;
            if (Backs.Has(word))
            {
                end = WordWalk.SkipSpacesBack(text, at);
                start = end == at ? end : WordWalk.Start(text, end);
            }
            else if (Labels.Has(word) || (Links.Has(word) && IsOfPeople(text, at, word)))
            {
                start = WordWalk.SkipSpaces(text, stop);
                if (Labels.Has(word)) start = WordWalk.SkipSpaces(text, start + (Chars.At(text, start) == ':' ? 1 : 0));
                end = WordWalk.End(text, start);
                if (Things.Has(WordWalk.Behind(text, end))) continue;
            }
            else
            {
                continue;
            }

            if (start < done || end - start is < 4 or > MaxWord || !char.IsAsciiLetterLower(text[start]) || text[start..end].ContainsAnyInRange('A', 'Z') || NotSmall.Has(text[start..end])) continue;
            var kind = Nationalities.Of(text[start..end]);
            if (kind == 0 || (kind & (Nationalities.Doubtful | Nationalities.Politics)) != 0) continue;
            into.Add(made.Made(start, end, Sure));
            done = end;
        }
    }

    private static bool IsOfPeople(ReadOnlySpan<char> text, int link, ReadOnlySpan<char> word) => word[0] is 'i' or 'I' && word[1] is '\'' or '’' || People.Has(WordWalk.Before(text, link));
}
