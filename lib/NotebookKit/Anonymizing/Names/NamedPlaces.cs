namespace NotebookKit.Anonymizing;

/// <summary>Places and houses that bear the name of a person: the name is the place's, not that of somebody who is spoken of.</summary>
internal static class NamedPlaces
{
    /// <summary>How many words behind a name are looked at for the kind of place: "William B. Doe Adobe State Historic Park".</summary>
    private const int Reach = 4;

    private static readonly HashSet<ulong> Kinds = Set("park street road avenue av ave boulevard blvd lane drive square highway parkway plaza bridge airport station stadium arena islands island lake river creek canyon valley forest mountains wilderness refuge preserve reserve sanctuary"
        + " wildlife county township city province peninsula bay beach harbor harbour falls springs bluffs grassland museum theatre theatres theater theaters");

    /// <summary>Houses that are called by somebody's name. What a person may well have (a pizza, a kitchen, a shop) is not among them.</summary>
    private static readonly HashSet<ulong> Houses = Set("deli delicatessen diner steakhouse pizzeria trattoria grill grille bistro brasserie tavern bakery brewery cafe café restaurant pub inn takeaway hotel hostel motel guesthouse");

    /// <summary>Those of them that stand right behind a name without an s.</summary>
    private static readonly HashSet<ulong> Eateries = Set("deli delicatessen diner steakhouse pizzeria grill grille bistro brasserie tavern brewery");

    /// <summary>"William Doe Provincial Park", "Doe Street": a name before the word for a kind of place, perhaps with some words between; "Doe's Diner": a name with an s before a house.</summary>
    public static bool Follows(ReadOnlySpan<NameToken> tokens, int last)
    {
        if (last + 2 < tokens.Length && tokens[last + 1] is { Gap: Gap.Apostrophe, Length: 1 } && tokens[last + 2].Gap == Gap.Space && Houses.Contains(tokens[last + 2].Hash)) return true;
        // "the brick grill": written as the name is.
        if (last + 1 < tokens.Length && tokens[last + 1].Gap == Gap.Space && tokens[last + 1].IsCapital == tokens[last].IsCapital && Eateries.Contains(tokens[last + 1].Hash)) return true;
        for (var i = last + 1; i < tokens.Length && i <= last + Reach && tokens[i].Gap == Gap.Space && tokens[i].IsCapital && !tokens[i].Info.IsStop; i++)
            if (Kinds.Contains(tokens[i].Hash)) return true;
        return false;
    }

    /// <summary>The same where the kind of place was taken for a part of the name: a word that is no surname, or one behind a word that is no name ("Provincial Park"); and where the talk
    /// around is of places.</summary>
    public static bool Holds(ReadOnlySpan<NameToken> tokens, int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
            if (tokens[i].IsCapital && Kinds.Contains(tokens[i].Hash) && (tokens[i].Info.Surname < 2 || (i > first + 1 && tokens[i - 1] is { IsCapital: true, Info: { Forename: 0, Surname: < 2, Common: > 0 } }))) return true;
        return PlaceTalk.IsAround(tokens, first, last);
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];
}
