namespace NotebookKit.Cleaning;

/// <summary>What a word does in the report of a failure; a word may do several things.</summary>
[Flags]
internal enum FailurePart
{
    /// <summary>Anything else.</summary>
    None = 0,

    /// <summary>A program or a part of one.</summary>
    Thing = 1,

    /// <summary>A word that fails by itself: crashed, timeout, overloaded.</summary>
    Failure = 2,

    /// <summary>Denies: could not, unable.</summary>
    Not = 4,

    /// <summary>"No", which denies the thing behind it.</summary>
    No = 128,

    /// <summary>Explains: "404 means that".</summary>
    Explains = 256,

    /// <summary>What a program does: load, connect, complete.</summary>
    Work = 8,

    /// <summary>Asks to try again, or says that it will be right soon.</summary>
    Again = 16,

    /// <summary>Apologizes or thanks.</summary>
    Polite = 32,

    /// <summary>Something, an, unexpected: what goes before "error".</summary>
    Some = 64,

    /// <summary>Joins words and says nothing.</summary>
    Glue = 512,

    /// <summary>A number, or a word with digits in it.</summary>
    Number = 1024,

    /// <summary>Runs and then does not: stopped, quit, closed.</summary>
    Stop = 2048,

    /// <summary>What only language models count: tokens, context.</summary>
    Measure = 4096,

    /// <summary>What runs out: memory, space.</summary>
    Supply = 8192,

    /// <summary>Says that a program tried and did not: no speaker refuses so.</summary>
    Tried = 16384,

    /// <summary>A failure that only programs and machines have: overloaded, timed out.</summary>
    Strong = 32768,

    /// <summary>Not there yet: loading, restarting.</summary>
    Pending = 65536,

    /// <summary>A failure that people have, too: a problem, lost, wrong.</summary>
    Soft = 262144,

    /// <summary>A part of what answers, not of what the reader uses: server, model, reply.</summary>
    Core = 524288,

    /// <summary>Of whom a report speaks that no program makes of itself: the user, she.</summary>
    Person = 1048576,

    /// <summary>A failure that holds its own denial: not found.</summary>
    Denied = 2097152,

    /// <summary>The reader: you, your.</summary>
    You = 131072,
}
