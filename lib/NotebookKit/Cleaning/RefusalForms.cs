namespace NotebookKit.Cleaning;

/// <summary>The freer forms of refusals: by who speaks, what is denied, and how little else is said.</summary>
internal static class RefusalForms
{
    /// <summary>Most words of a clause in which any denied verb of the speaker counts.</summary>
    private const int Clause = 32;

    /// <summary>Most words of a clause that says no more than that.</summary>
    private const int Short = 14;

    /// <summary>True where a clause refuses.</summary>
    public static bool Is(List<Does> words) =>
        words.Count <= Clause && !words.Has(Does.Round & ~Does.Me) && (Bare(words) || Denies(words) || Chooses(words) || Evades(words) || IsRefused(words) || NotMine(words) || IsEmptyDenial(words) || ByRule(words) || IsOnly(words) || Defers(words));

    /// <summary>A company speaks of what it or its product does not do ("we can't read your letters"), not of the question: that is an answer.</summary>
    public static bool IsOfCompany(List<Does> words) =>
        !words.Has(Does.Me) && words.Count > 5 && !words.Has(Does.Request | Does.Limit | Does.Machine | Does.Thing | Does.Polite | Does.Leave) && words.Within(0, words.Count, Does.Self | Does.Own) >= 0;

    /// <summary>"I can't recommend it enough".</summary>
    public static bool IsPraise(List<Does> words) => words.Within(0, words.Count, Does.Round) is >= 2 and var round && words.Within(round - 5, 5, Does.Act) >= 0 && words.Within(0, 3, Does.Cannot) >= 0;

    /// <summary>A clause of few words, most of which are empty: politeness, offers of something else, care, remarks about the question or the speaker.</summary>
    public static bool IsEmpty(List<Does> words)
    {
        if (words.Count > 24) return false;
        int said = 0, empty = 0, care = 0;
        foreach (var word in words)
        {
            if ((word & Does.Care) != 0) care++;
            if (word == Does.Glue || word == Does.You || (word & (Does.Self | Does.Own | Does.Can)) != 0) continue;
            said++;
            if ((word & (Does.Polite | Does.Request | Does.Other | Does.Machine | Does.Limit | Does.Care | Does.Act | Does.Thing | Does.Send | Does.Evade | Does.Not)) != 0) empty++;
        }

        return care >= 3 || (empty * 2 >= said && words.Has(Does.Polite | Does.Request | Does.Self | Does.Own | Does.Other | Does.Machine | Does.Care));
    }

    /// <summary>"Can't, sorry", "unable to comply", "that's a no", "request refused", "no idea".</summary>
    private static bool Bare(List<Does> words)
    {
        if (words.Count <= 4 && words.Has(Does.Cannot) && !words.Has(Does.You)) return words.Count < 3 || words.Has(Does.Act | Does.Polite);
        if (words.Count <= 9 && words.Within(0, 3, Does.Bar) is >= 0 and var bar && !words.Has(Does.You) && (words.Within(bar + 1, 3, Does.Act) >= 0 || (words.Count <= 4 && words.Within(0, bar, Does.Request) >= 0))) return true;
        if (words.Count <= 6 && words.Within(0, 2, Does.Not) is >= 0 and var no && words.Within(no + 1, 2, Does.Means | Does.Think) >= 0 && !words.Has(Does.You)) return words.Count <= 4;
        return words.Count <= 7 && words.Within(0, words.Count, Does.Not) is > 0 and var not && not <= 3 && words[not - 1] == Does.Glue && (not == words.Count - 1 || words.Has(Does.Polite)) && !words.Has(Does.You);
    }

    /// <summary>"I can't tag notes", "I'm not going to write that", "this assistant is not trained to", "I can neither confirm nor deny".</summary>
    private static bool Denies(List<Does> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i] & Does.Me) == 0 || (i > 0 && (words[i - 1] & Does.You) != 0)) continue;
            if (words.Within(i + 1, 3, Does.Not | Does.Bar) is not (>= 0 and var not)) continue;
            // "I can't", "I will not": what an assistant does, or any verb beside an apology.
            if (((words[not] & Does.Cannot) != 0 || words.Within(i + 1, not - i - 1, Does.Can) >= 0) && words.Within(i, not - i + 1, Does.Past) < 0
                && (words.Within(not + 1, 2, Does.Act) >= 0 || words.Has(Does.Polite | Does.Machine | Does.Asked))) return true;
            if ((words[not] & Does.Bar) != 0) return true;
            if (words.Within(not + 1, 3, Does.Able | Does.Must) is >= 0 and var able && words.Within(able + 1, 7, Does.Act | Does.Request | Does.Limit) >= 0) return true;
            if (words.Within(not + 1, 4, Does.Means) >= 0 && words.Within(i + 1, 5, Does.Have | Does.Able) >= 0) return true;
            if (words.Count <= 8 && words.Within(not + 1, 2, Does.Act | Does.Think) is >= 0 and var act && act >= words.Count - 4) return true;
        }

        // "That is something I don't do", "not something I offer".
        return words.Within(0, words.Count, Does.Thing) is >= 0 and var thing && words.Within(thing - 4, 9, Does.Not) >= 0
            && words.Within(thing + 1, 3, Does.Self) is >= 0 and var me && words.Within(me + 1, 4, Does.Act | Does.Able) >= 0;
    }

    /// <summary>"I choose not to", "I've decided against", "I'd rather not".</summary>
    private static bool Chooses(List<Does> words) =>
        words.Within(0, words.Count, Does.Me) is >= 0 and var me && words.Within(me + 1, 4, Does.Must) is >= 0 and var must
        && (words.Within(must + 1, 1, Does.Not | Does.Beyond) >= 0 || words.Within(must + 1, 3, Does.Bar) >= 0) && words.Within(must + 1, 5, Does.Act | Does.Request | Does.Bar) >= 0;

    /// <summary>"Let's talk about something else", "could we stick to sport", "I'd prefer to steer clear of that", "I try to stay neutral".</summary>
    public static bool Evades(List<Does> words)
    {
        if (words.Count > 22) return false;
        if (words.Count <= 10 && words.Within(0, 3, Does.Permit | Does.Send | Does.Can) >= 0 && words.Has(Does.Self | Does.Own | Does.Permit) && words.Within(1, 5, Does.Steer | Does.Send) is > 0 and var steer
            && !words.Has(Does.You) && (words.Within(steer + 1, 6, Does.Else) >= 0 || ((words[steer] & Does.Steer) != 0 && words.Has(Does.Own | Does.Asked | Does.Polite)))) return true;
        return words.Within(0, words.Count, Does.Evade) is >= 0 and var evade && words.Within(0, evade, Does.Me) is >= 0 and var me && evade - me <= 8 && words.Has(Does.Asked | Does.Must | Does.Bar);
    }

    /// <summary>"Requests like this cannot be met", "no answer can be given", "translating it is not allowed".</summary>
    private static bool IsRefused(List<Does> words)
    {
        if (words.Has(Does.You) && words.Within(0, 3, Does.You) < 0 && !words.Has(Does.Request)) return false;
        var request = words.Within(0, words.Count, Does.Request | Does.Act);
        if (request < 0 || words.Count > 18 || words.Has(Does.Still)) return false;
        var isRequest = (words[request] & Does.Request) != 0;
        if (request <= 6 && words.Within(request + 1, 5, Does.Not) is >= 0 and var not && words.Within(not + 1, 3, isRequest ? Does.Act : Does.Able) >= 0 && (isRequest || request < 2) && !Concrete(words)) return true;
        if (isRequest && words.Within(0, request, Does.Not) == 0 && words.Within(request + 1, 4, Does.Act) >= 0) return true;
        return isRequest && words.Within(request + 1, 5, Does.Bar) >= 0 && words.Count <= Short && !Concrete(words);
    }

    /// <summary>More than half of the words say something of the matter.</summary>
    private static bool Concrete(List<Does> words) => words.Content() * 2 > words.Count;

    /// <summary>"It is not my place", "outside the range of tasks that I was made for", "that would break my rules".</summary>
    private static bool NotMine(List<Does> words)
    {
        if (words.Within(0, words.Count, Does.Beyond) is >= 0 and var beyond && words.Within(beyond + 1, 6, Does.Limit) >= 0) return words.Has(Does.Me | Does.Own);
        return words.Within(0, words.Count, Does.Not) is >= 0 and var not && words.Within(not + 1, 3, Does.Own) is >= 0 and var own && words.Within(own + 1, 3, Does.Limit) >= 0;
    }

    /// <summary>A denial by the speaker or about the question, with hardly a word on the matter.</summary>
    private static bool IsEmptyDenial(List<Does> words)
    {
        if (words.Count is < 4 or > 24 || words.Within(0, words.Count, Does.Not | Does.Bar | Does.Beyond) is not (>= 0 and var denial) || words.Has(Does.Past)) return false;
        if (words.Within(0, denial, Does.Asked | Does.Me | Does.Machine) < 0 && !(words.Has(Does.Own) && words.Has(Does.Limit)) && words.Within(denial + 1, 4, Does.Me) < 0) return false;
        if (words.Within(0, 2, Does.You) >= 0 && !words.Has(Does.Request)) return false;
        return words.Content() * 5 <= words.Count && (words.Has(Does.Act | Does.Able | Does.Means) || words.Has(Does.Bar));
    }

    /// <summary>"Our rules don't allow that", "for reasons of privacy nothing can be said", "policy prevents it".</summary>
    private static bool ByRule(List<Does> words) =>
        words.Has(Does.Limit) && (words.Has(Does.Permit | Does.Bar) || (words.Has(Does.Not) && words.Has(Does.Act | Does.Able)))
        && words.Content() * 3 <= words.Count && (words.Has(Does.Self | Does.Own | Does.Asked | Does.Machine) || (words.Count <= 8 && words.Has(Does.Permit | Does.Bar)));

    /// <summary>"I'm merely a program": what the speaker is, as the answer.</summary>
    private static bool IsOnly(List<Does> words) =>
        words.Count <= Short && words.Within(0, words.Count, Does.Me) is >= 0 and var me && words.Within(me + 1, 3, Does.Only) is >= 0 and var only && words.Within(only + 1, 4, Does.Machine) >= 0;

    /// <summary>"Please consult a professional", "let me hand you to a human": sends to who knows more, and says nothing of the matter.</summary>
    private static bool Defers(List<Does> words)
    {
        if (words.Count > Short || words.Within(0, words.Count, Does.Send) is not (>= 0 and var send) || words.Within(send + 1, 7, Does.Expert | Does.Other) < 0 || words.Has(Does.Thing)) return false;
        return words.Content() <= (words.Has(Does.Expert) ? 2 : 0);
    }
}
