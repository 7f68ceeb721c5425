namespace NotebookKit.Cleaning;

/// <summary>Tells answers that deny and are otherwise void: a sentence in which the speaker or the request stands beside a denial, and in the whole answer hardly
/// a word on the matter.</summary>
internal static class RefusalVoid
{
    /// <summary>Most words of such an answer; longer ones say something.</summary>
    private const int Longest = 60;

    /// <summary>One word in so many may be of the matter, and as many more in any case.</summary>
    private const int OneIn = 5, Free = 1;

    /// <summary>True where the clauses of an answer are a refusal together.</summary>
    /// <param name="clauses">The words of each clause, and whether it asks.</param>
    public static bool Is(List<(List<Does> Words, bool Asks)> clauses)
    {
        int words = 0, content = 0;
        var denies = false;
        foreach (var (clause, asks) in clauses)
        {
            words += clause.Count;
            content += clause.Content();
            // A clause that tells something does not become void by its neighbours.
            var deniesHere = !asks && Denies(clause);
            if (clause.Content() > 2 && clause.Content() * (deniesHere ? 2 : 3) > clause.Count) return false;
            // What is neither about the speaker nor about the question tells of the matter.
            if (!deniesHere && clause.Content() > 1 && !clause.Has(Does.Self | Does.Own | Does.Asked | Does.Polite | Does.Send | Does.Other | Does.Machine | Does.Limit)) return false;
            denies |= deniesHere;
        }

        return denies && words <= Longest && content <= Free + (words / OneIn);
    }

    private static bool Denies(List<Does> words) => words.Count > 1 && !words.Has(Does.Round & ~Does.Me) && (OfSpeaker(words) || OfRequest(words) || Bare(words));

    /// <summary>"I … not able", "I never discuss", "I only speak about", "I stay out of".</summary>
    private static bool OfSpeaker(List<Does> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i] & Does.Me) == 0) continue;
            if (Denial(words, i, Does.Bar, 4) > 0) return true;
            if (Denial(words, i, Does.Cannot, 3) is > 0 and var cannot && words.Within(cannot + 1, 4, Does.Act | Does.Means | Does.Able) >= 0) return true;
            if (Denial(words, i, Does.Not | Does.Only, 4) is > 0 and var not && words.Within(not, 6, Does.Able | Does.Act | Does.Means | Does.Must | Does.Permit) is >= 0 and var does
                && words.Within(not, does - not + 1, Does.You) < 0 && ((words[not] & Does.Only) == 0 || words.Within(not + 1, words.Within(not + 1, 1, Does.Able) >= 0 ? 3 : 2, Does.Act) >= 0)) return true;
            if (Denial(words, i, Does.Evade, 6) is > 0 and var evade && (words[evade] & Does.Else) == 0 && words.Has(Does.Asked | Does.Limit | Does.Machine | Does.Act)) return true;
        }

        // "Too sensitive for me to judge", "it would be wrong of me to answer", "… and I'm not".
        if (words.Within(0, words.Count, Does.Too | Does.Bar) is >= 0 and var much && words.Within(much + 1, 4, Does.Me) is >= 0 and var me && (words.Within(me + 1, 3, Does.Act) >= 0 || words.Count <= 7)) return true;
        // "Not part of what I do", "I'd rather say nothing", "we do not give recommendations".
        if (words.Within(0, words.Count, Does.Not) is >= 0 and var nay && words.Within(nay + 1, 5, Does.Me) is >= 0 and var one && words.Within(one + 1, 2, Does.Act) >= 0 && !words.Has(Does.You)) return true;
        if (words.Within(0, words.Count, Does.Must) is >= 0 and var must && words.Within(0, must, Does.Me) >= 0 && words.Within(must + 1, 3, Does.Act) is >= 0 and var act && words.Within(act + 1, 1, Does.Not) >= 0) return true;
        if (words.Within(0, 4, Does.Self) is >= 0 and var we && Denial(words, we, Does.Not, 3) is > 0 and var no && words.Within(no + 1, 2, Does.Act) is >= 0 and var give && words.Within(give + 1, 4, Does.Request | Does.Asked) >= 0) return true;
        if (words.Count > 3 && (words[^2] & Does.Me) != 0 && (words[^1] & Does.Not) != 0 && words.Has(Does.Act)) return true;
        if (words.Within(0, words.Count, Does.Limit) is >= 0 and var limit && words.Within(limit + 1, 4, Does.Me) is >= 0 and var mine && words.Within(mine + 1, 1, Does.Can) >= 0 && words.Within(mine + 2, 2, Does.Act) >= 0) return true;
        if (words.Has(Does.Limit) && words.Has(Does.Beyond) && words.Has(Does.Me) && words.Has(Does.Act)) return true;

        return words.Within(0, words.Count, Does.Not | Does.Beyond) is >= 0 and var denied && words.Within(denied + 1, 3, Does.Own) is >= 0 and var own && own + 1 < words.Count
            && words.Within(own + 1, 3, Does.Limit | Does.Able | Does.Act | Does.Means) >= 0;
    }

    /// <summary>Index of a word that denies what the speaker at an index does; 0 where none is, or where another person stands between.</summary>
    private static int Denial(List<Does> words, int speaker, Does denial, int reach) =>
        words.Within(speaker + 1, reach, denial) is > 0 and var at && words.Within(speaker, at - speaker + 1, Does.You | Does.Past) < 0 ? at : 0;

    /// <summary>"Questions about X are off the table", "such a request cannot be met", "that is not something".</summary>
    private static bool OfRequest(List<Does> words)
    {
        var request = words.Within(0, 7, Does.Asked | Does.Act | Does.Thing);
        if (request < 0 || words.Has(Does.Still) || words.Within(0, request + 1, Does.You) >= 0 && (words[request] & Does.Asked) == 0) return false;
        if (words.Within(request + 1, 8, Does.Bar | Does.Closed) >= 0) return words.Content() <= 2;
        if (words.Within(request + 1, 8, Does.Beyond) is >= 0 and var beyond && words.Within(beyond + 1, 5, Does.Limit | Does.Closed) >= 0) return words.Content() <= 2;
        // "The topic is too delicate", "advice is what only a doctor gives".
        if (words.Within(request + 1, 4, Does.Too) >= 0 && words.Content() <= 2 && (words[request] & Does.Asked) != 0) return true;
        if (words.Within(0, words.Count, Does.Only) is >= 0 and var only && (words.Within(only + 1, 3, Does.Expert) >= 0 || words.Within(only - 2, 2, Does.Expert) >= 0) && words.Has(Does.Asked | Does.Request)) return true;
        return words.Within(request + 1, 6, Does.Not) is >= 0 and var not && words.Within(not + 1, 4, Does.Act | Does.Able | Does.Permit) >= 0 && (words[request] & Does.Asked) != 0;
    }

    /// <summary>"Not doing that one", "can't, sorry", "unable to say".</summary>
    private static bool Bare(List<Does> words) =>
        words.Count <= 8 && words.Content() == 0 && !words.Has(Does.You) && (words[0] & (Does.Not | Does.Bar)) != 0 && words[0] != Does.Polite && words.Within(1, 3, Does.Act | Does.Permit | Does.Request) >= 0;
}
