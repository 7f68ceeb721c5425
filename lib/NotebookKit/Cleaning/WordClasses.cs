using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>What a word does in a sentence that refuses, fails or only accompanies; a word may do several things.</summary>
[Flags]
internal enum Does
{
    /// <summary>Anything else.</summary>
    None = 0,

    /// <summary>Names the speaker: I, we, this assistant.</summary>
    Self = 1 << 0,

    /// <summary>Says whose: my, our.</summary>
    Own = 1 << 1,

    /// <summary>Denies: not, never, no.</summary>
    Not = 1 << 2,

    /// <summary>Denies an ability: cannot, won't.</summary>
    Cannot = 1 << 3,

    /// <summary>Is a denial by itself: unable, decline, restricted.</summary>
    Bar = 1 << 4,

    /// <summary>Says what one is able or allowed to do.</summary>
    Able = 1 << 5,

    /// <summary>What an assistant does with a question: answer, help, advise.</summary>
    Act = 1 << 6,

    /// <summary>Where an assistant's field ends: scope, policy, capabilities.</summary>
    Limit = 1 << 7,

    /// <summary>Past such an end: beyond, outside, against.</summary>
    Beyond = 1 << 8,

    /// <summary>Allows or prevents.</summary>
    Permit = 1 << 9,

    /// <summary>What one has or lacks: access, ability, information.</summary>
    Means = 1 << 10,

    /// <summary>Names what was asked: request, question, topic.</summary>
    Request = 1 << 11,

    /// <summary>Says that one is a program.</summary>
    Machine = 1 << 12,

    /// <summary>Apologizes, thanks, greets or regrets.</summary>
    Polite = 1 << 13,

    /// <summary>Sends elsewhere: consult, contact, rephrase.</summary>
    Send = 1 << 14,

    /// <summary>Who or what one is sent to: a doctor, the support team, something else.</summary>
    Other = 1 << 15,

    /// <summary>Has: "do not have", "lack".</summary>
    Have = 1 << 16,

    /// <summary>Must, would rather, prefer.</summary>
    Must = 1 << 17,

    /// <summary>Can, could, may.</summary>
    Can = 1 << 18,

    /// <summary>Thinks or knows: "I don't think I should".</summary>
    Think = 1 << 19,

    /// <summary>Turns the denial round: "can't help but", "can't recommend it enough".</summary>
    Round = 1 << 20,

    /// <summary>Limits to the rest: "I can only answer".</summary>
    Only = 1 << 21,

    /// <summary>Lacks: a denial of having.</summary>
    Lack = 1 << 22,
}

/// <summary>The words of each class, and sentences as rows of classes.</summary>
internal static class WordClasses
{
    private static readonly Dictionary<ulong, Does> Classes = Make(
        (Does.Self, "i we im id ive us me myself ourselves assistant chatbot bot"),
        (Does.Own, "my our"),
        (Does.Not, "not no never dont doesnt isnt arent wouldnt wasnt nothing neither aint cant cannot wont couldnt shouldnt"),
        (Does.Cannot, "cant cannot wont shouldnt"),
        (Does.Bar, "unable incapable restricted prohibited forbidden blocked barred prevented decline refuse refrain disallowed inappropriate unwilling avoid avoiding pass abstain"),
        (Does.Able, "able allowed permitted authorised authorized comfortable capable equipped designed programmed trained supposed qualified position meant built intended appropriate free willing sure feel possible right instructed told advised asked entitled suited suitable prepared"),
        (Does.Act, "help helping assist assisting answer answering respond responding reply replying comply complying fulfil fulfill fulfilling discuss discussing talk talking speak speaking comment commenting "
            + "advise advising provide providing offer offering give giving share sharing tell telling say saying generate generating write writing create creating produce producing recommend recommending engage "
            + "engaging judge judging know knowing look looking see seeing access accessing do doing support supporting perform performing complete completing process processing address addressing handle handling "
            + "continue suggest suggesting explain explaining open view browse participate assistance answered fulfilled processed provided touch reveal disclose "
            + "disclosing weigh execute retrieve check speculate predict evaluate diagnose interpret guess instruct guide"),
        (Does.Limit, "scope capabilities capability abilities ability guidelines guideline policy policies programming expertise instructions rules remit purview competence restrictions responsibilities responsibility limits limitations terms duties area areas field domain boundaries role safety training"),
        (Does.Beyond, "beyond outside against violates violate breaches exceeds exceed off contravenes"),
        (Does.Permit, "allow allows permit permits let lets prevent prevents prohibit prohibits forbid forbids restrict restricts stop stops keep keeps"),
        (Does.Means, "access ability abilities capability capabilities knowledge information permission permissions data opinion opinions feelings experience experiences means way"),
        (Does.Request, "request requests question questions topic topics subject matter matters query prompt content type kind sort conversation message"),
        (Does.Machine, "ai artificial bot chatbot assistant model machine"),
        (Does.Polite, "sorry apologies apologise apologize afraid unfortunately regrettably regret thank thanks hello hi hey hmm hm please understand appreciate inconvenience disappointment nice good great day hope sadly dear glad happy no nope yes"),
        (Does.Send, "please consult contact reach speak ask talk turn seek rephrase rather better consider recommend suggest should advise advisable refer let lets feel change"),
        (Does.Other, "doctor physician professional professionals expert experts coach specialist lawyer attorney human person someone somebody team department administrator support agent provider advisor adviser therapist "
            + "accountant else different another other elsewhere resources authorities healthcare qualified"),
        (Does.Have, "have has had lack lacks hold possess got"),
        (Does.Must, "must rather prefer need respectfully politely going"),
        (Does.Can, "can could may might"),
        (Does.Think, "think know believe want wish"),
        (Does.Round, "but enough highly myself"),
        (Does.Only, "only just solely"),
        (Does.Lack, "lack lacks"));

    /// <summary>The classes of the words of a sentence, in order.</summary>
    public static List<Does> Of(ReadOnlySpan<char> sentence)
    {
        var row = new List<Does>(sentence.Length / 5);
        Words.Each(sentence, row, static (word, list) => list.Add(Classes.GetValueOrDefault(StableHash.Of(word))));
        return row;
    }

    /// <summary>Index of the first word of a class within <paramref name="reach"/> words from an index; −1 where there is none.</summary>
    public static int Within(this List<Does> row, int from, int reach, Does wanted)
    {
        for (var i = Math.Max(0, from); i < row.Count && i < from + reach; i++)
            if ((row[i] & wanted) != 0) return i;
        return -1;
    }

    /// <summary>True where any word is of a class.</summary>
    public static bool Has(this List<Does> row, Does wanted) => row.Within(0, row.Count, wanted) >= 0;

    private static Dictionary<ulong, Does> Make(params (Does Does, string Words)[] lists)
    {
        var classes = new Dictionary<ulong, Does>();
        foreach (var (does, words) in lists)
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                classes[StableHash.Of(word)] = classes.GetValueOrDefault(StableHash.Of(word)) | does;
        return classes;
    }
}
