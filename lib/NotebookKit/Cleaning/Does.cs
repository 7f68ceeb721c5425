namespace NotebookKit.Cleaning;

/// <summary>What a word does in a sentence that refuses, fails or only accompanies; a word may do several things.</summary>
[Flags]
internal enum Does : long
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

    /// <summary>I, me: one speaker, not a company.</summary>
    Me = 1 << 23,

    /// <summary>Evades: steer clear, stay neutral, leave it there.</summary>
    Evade = 1 << 24,

    /// <summary>Joins words and says nothing.</summary>
    Glue = 1 << 25,

    /// <summary>Who knows more: a doctor, a coach, a human.</summary>
    Expert = 1 << 26,

    /// <summary>Cares: help, crisis, alone.</summary>
    Care = 1 << 27,

    /// <summary>Something, anything, nothing.</summary>
    Thing = 1 << 28,

    /// <summary>The user: you.</summary>
    You = 1 << 29,

    /// <summary>Speaks of what is or was, not of ability or will: did, would.</summary>
    Past = 1 << 30,

    /// <summary>Something other than what was asked: else, different.</summary>
    Else = 1L << 31,

    /// <summary>Names the very thing that was asked, which an answer hardly does: request, question.</summary>
    Asked = 1L << 33,

    /// <summary>Too much: "too sensitive for me".</summary>
    Too = 1L << 34,

    /// <summary>Leads the talk back or on: stick to, return.</summary>
    Steer = 1L << 35,

    /// <summary>Names a kind of question, which one refuses as a whole: topic, type, content.</summary>
    Kind = 1L << 38,

    /// <summary>Says that a thing is under way: yet, already.</summary>
    Still = 1L << 36,

    /// <summary>The leave to speak, of which a shop does not say that it lacks it: position, liberty.</summary>
    Leave = 1L << 37,

    /// <summary>Shut for talk: closed, taboo.</summary>
    Closed = 1L << 32,
}
