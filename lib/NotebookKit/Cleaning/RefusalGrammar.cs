namespace NotebookKit.Cleaning;

/// <summary>Tells answers that refuse and say nothing else: a sentence in which the speaker denies that it can, may or will deal with the request, and
/// around it only apologies, remarks about itself, and advice to ask elsewhere.</summary>
internal static class RefusalGrammar
{
    /// <summary>Characters of an answer that may be a refusal as a whole.</summary>
    private const int LongestRefusal = 500;

    /// <summary>Fewest words of a sentence that says something.</summary>
    private const int FewWords = 4;

    /// <summary>Most words of a clause that refuses; longer ones tell something.</summary>
    private const int MostWords = 45;

    /// <summary>Most words on the matter itself.</summary>
    private const int MostContent = 16;

    /// <summary>True where the whole answer refuses.</summary>
    public static bool Is(string text)
    {
        if (text.Length > LongestRefusal || text.AsSpan().ContainsAny('"', '“', '„') || Reports(text) || SaysNo(text) || CodeFences.IsMostly(text)) return false;
        var clauses = new List<(List<Does> Words, bool Asks)>();
        bool refuses = false, accompanies = true;
        foreach (var raw in text.AsSpan().Trim().EnumerateLines())
        {
            if (raw.IsWhiteSpace()) continue;
            if (ListItems.IsItem(raw)) return false;
            for (var rest = raw; !rest.IsWhiteSpace();)
            {
                var end = End(rest);
                var asks = rest[..end].TrimEnd() is [.., '?'];
                var clause = WordClasses.Of(rest[..end]);
                rest = rest[end..];
                if (asks && AsksBack(clause)) return false;
                clauses.Add((clause, asks));
                if (asks ? RefusalForms.Evades(clause) : Refuses(clause)) refuses = true;
                else if (!Accompanies(clause)) accompanies = false;
            }
        }

        return (refuses && accompanies && !Tells(clauses)) || RefusalVoid.Is(clauses);
    }

    /// <summary>More of the words are on the matter than a refusal needs to name it.</summary>
    private static bool Tells(List<(List<Does> Words, bool Asks)> clauses)
    {
        int words = 0, content = 0;
        foreach (var (clause, _) in clauses) (words, content) = (words + clause.Count, content + clause.Content());
        return content > MostContent || (content > FewWords && content * 5 > words * 2);
    }

    /// <summary>"The tool said: …": the words of another.</summary>
    private static bool Reports(ReadOnlySpan<char> text) => text.Contains("said: ", StringComparison.OrdinalIgnoreCase) || text.Contains("says: ", StringComparison.OrdinalIgnoreCase) || text.Contains("wrote: ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"No, these do not fit": the answer to a question of yes or no, about something else than the speaker.</summary>
    private static bool SaysNo(ReadOnlySpan<char> text) =>
        text.StartsWith("No, ", StringComparison.OrdinalIgnoreCase) && WordClasses.Of(text[..Math.Min(text.Length, 60)]).Within(1, 6, Does.Me | Does.Own) < 0;

    /// <summary>"Could you tell me the version?": who needs to know more does not refuse; an offer of something else is no such question.</summary>
    private static bool AsksBack(List<Does> words) => words.Has(Does.You) && !words.Has(Does.Else) && words.Within(0, 3, Does.Can | Does.Glue | Does.Polite) >= 0 && (words.Has(Does.Means) || words.Content() > 0) && !words.Has(Does.Thing);

    /// <summary>True where the denial is one of a speaker or of a rule about a kind of question, not of a program that could not.</summary>
    public static bool IsOfSpeaker(string text) => WordClasses.Of(text).Has(Does.Me | Does.Limit | Does.Leave | Does.Kind) && Is(text);

    /// <summary>Where the clause ends: behind an end mark or a semicolon, before "but".</summary>
    private static int End(ReadOnlySpan<char> text)
    {
        var end = EndMarks.Next(text) is > 0 and var mark ? mark : text.Length;
        if (text[..end].IndexOf(" but ", StringComparison.OrdinalIgnoreCase) is > 0 and var but && !text[..but].EndsWith("help", StringComparison.OrdinalIgnoreCase)) end = but + 4;
        return text[..end].IndexOfAny(';', '—', '–') is > 0 and var stop ? stop + 1 : end;
    }

    /// <summary>A clause in which the speaker declines.</summary>
    private static bool Refuses(List<Does> words) => words.Count <= MostWords && (
        DeniesAbility(words) || DeniesPossibility(words) || Thinks(words) || IsBarred(words) || LiesBeyond(words) || IsForbidden(words) || LacksMeans(words) || RathersNot(words)
        || RefusalForms.Is(words));

    /// <summary>"I can't help", "I am not able to discuss", "writing plans is not something I can help with".</summary>
    private static bool DeniesAbility(List<Does> words)
    {
        if (RefusalForms.IsOfCompany(words) || RefusalForms.IsPraise(words)) return false;
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i] & Does.Not) == 0) continue;
            if (words.Within(i - 4, 9, Does.Self | Does.Own) < 0 && !words.Has(Does.Machine) && !(i == 0 || (i == 1 && (words[0] & Does.Polite) != 0 && (words[i] & Does.Cannot) != 0))) continue;
            if ((words[i] & Does.Cannot) != 0 && words.Within(i + 1, 2, Does.Act) is >= 0 and var act && words.Within(act + 1, 4, Does.Round) < 0) return true;
            if (words.Within(i + 1, 4, Does.Able) is >= 0 and var able && words.Within(able + 1, 8, Does.Act | Does.Self) >= 0) return true;
            if (words.Within(i - 4, 4, Does.Able) >= 0 && words.Within(i + 1, 3, Does.Act) >= 0) return true;
            if (words.Within(i + 1, 6, Does.Self) is >= 0 and var self && words.Within(self + 1, 2, Does.Can) >= 0 && words.Within(self + 1, 6, Does.Act) >= 0) return true;
            // "can not", "will not", "could not": the verb follows at once.
            if (words.Within(i + 1, 1, Does.Act) >= 0 && words.Within(i - 5, 5, Does.Self) >= 0 && (words[i] & Does.Cannot) == 0 && i > 1 && (words[i - 1] & ~Does.Can) == 0) return true;
        }

        return words.Within(0, words.Count, Does.Self) is >= 0 and var me && words.Within(me + 1, 1, Does.Can) >= 0 && words.Within(me + 2, 1, Does.Only) >= 0
            && words.Within(me + 3, 2, Does.Act) >= 0 && words.Has(Does.Request);
    }

    /// <summary>"Answering this kind of question is not allowed", "your request could not be answered".</summary>
    private static bool DeniesPossibility(List<Does> words) =>
        !words.Has(Does.Still) && words.Within(0, words.Count, Does.Request) is >= 0 and var request && words.Within(request + 1, 5, Does.Not) is >= 0 and var not
        && words.Within(not + 1, 3, Does.Able | Does.Act) >= 0 && words.Within(0, words.Count, Does.Act) >= 0;

    /// <summary>"I don't think I should say", "I don't know how to help".</summary>
    private static bool Thinks(List<Does> words) =>
        words.Within(0, words.Count, Does.Think) is >= 1 and var think && (words[think - 1] & Does.Not) != 0 && words.Within(think - 3, 2, Does.Self) >= 0
        && words.Within(think + 1, 9, Does.Act) is >= 0 and var act && (words.Within(think + 1, act - think, Does.Self | Does.Can) >= 0 || act - think < 4);

    /// <summary>"I'm unable to say", "I must decline", "requests of this kind are blocked".</summary>
    private static bool IsBarred(List<Does> words)
    {
        if (words.Within(0, words.Count, Does.Bar) is not (>= 0 and var bar)) return false;
        if (words.Has(Does.Self | Does.Own) && (words.Within(bar + 1, 5, Does.Act) >= 0 || words.Within(bar - 4, 4, Does.Must | Does.Have | Does.Able) >= 0)) return true;
        return words.Within(0, bar, Does.Request) >= 0 && words.Has(Does.Self | Does.Machine | Does.Limit);
    }

    /// <summary>"This is beyond my scope", "goes against our policy", "not within my capabilities", "outside of what I can do".</summary>
    private static bool LiesBeyond(List<Does> words)
    {
        if (words.Within(0, words.Count, Does.Beyond) is >= 0 and var beyond)
        {
            if (words.Within(beyond + 1, 5, Does.Limit) >= 0) return words.Has(Does.Own | Does.Self);
            if (words.Within(beyond + 1, 4, Does.Self) is >= 0 and var self && words.Within(self + 1, 6, Does.Act | Does.Able) >= 0) return true;
            if (words.Within(0, beyond, Does.Cannot) >= 0) return true;
        }

        return words.Within(0, words.Count, Does.Not) is >= 0 and var not && words.Within(not + 1, 4, Does.Own) is >= 0 and var own
            && words.Within(own + 1, 2, Does.Limit) >= 0;
    }

    /// <summary>"My guidelines don't allow me to respond".</summary>
    private static bool IsForbidden(List<Does> words) =>
        words.Within(0, words.Count, Does.Limit) is >= 0 and var limit && words.Within(limit - 3, 3, Does.Own) >= 0
        && words.Within(limit + 1, 4, Does.Permit) is >= 0 and var permit && (words.Within(permit + 1, 6, Does.Act) >= 0 || words.Has(Does.Request));

    /// <summary>"I don't have access to your account", "I have no knowledge of".</summary>
    private static bool LacksMeans(List<Does> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i] & Does.Have) == 0 || words.Within(i - 4, 4, Does.Self) < 0) continue;
            if (((words[i] & Does.Lack) != 0 || words.Within(i - 2, 4, Does.Not) >= 0) && words.Within(i + 1, 4, Does.Means) >= 0) return true;
        }

        return false;
    }

    /// <summary>"I'd rather not answer".</summary>
    private static bool RathersNot(List<Does> words) =>
        words.Within(0, words.Count, Does.Must) is >= 0 and var must && words.Within(must + 1, 2, Does.Not) is >= 0 and var not
        && words.Within(not + 1, 3, Does.Act) >= 0 && words.Within(0, must, Does.Self) >= 0;

    /// <summary>A sentence that says nothing to the question: polite, about the speaker, or sending elsewhere.</summary>
    private static bool Accompanies(List<Does> words)
    {
        if (words.Count < FewWords || (words.Has(Does.Polite) && words.Count < 2 * FewWords + 2)) return true;
        if (words.Has(Does.Send | Does.Must) && words.Has(Does.Other | Does.Request) && words.Content() <= FewWords) return true;
        if (words.Has(Does.Self | Does.Own) && words.Has(Does.Machine | Does.Limit)) return true;
        if (words.Has(Does.Other | Does.Expert) && words.Count < 3 * FewWords) return true;
        return RefusalForms.IsEmpty(words);
    }
}
