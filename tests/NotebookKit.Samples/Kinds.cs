namespace NotebookKit.Samples;

/// <summary>A kind of planted fault.</summary>
/// <param name="Code">Its name in cards and in faults.json.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Minimum">How many there are at least over all files.</param>
/// <param name="IsPair">True where two rows belong together.</param>
/// <param name="IsSound">True where the row is right and must stay.</param>
internal sealed record Kind(string Code, string Meaning, int Minimum, bool IsPair = false, bool IsSound = false);

/// <summary>All kinds of planted faults.</summary>
internal static class Kinds
{
    public static readonly Kind[] All =
    [
        new("abandoned", "the user left in the middle", 15),
        new("ambiguous", "an unclear question that is rightly answered by asking back (sound: keep)", 5, IsSound: true),
        new("asked-again", "the customer says the same again, or the event asked_again follows", 15),
        new("bot-answered", "a program answered the ticket", 15),
        new("broken-json", "a line that is no JSON; given as line numbers", 5),
        new("broken-turns", "the turns are out of order, or the customer has the last word", 8),
        new("contradiction", "the same question with two answers that cannot both be right", 12, IsPair: true),
        new("copy-of-parent", "a synthetic row that hardly differs from the row it was made from", 4, IsPair: true),
        new("crashed", "the app crashed during the interaction", 10),
        new("empty-answer", "the answer is empty or white space", 12),
        new("encoding-damage", "text that was read in the wrong encoding", 20),
        new("error-answer", "an error message stands in place of the answer", 8),
        new("exact-duplicate", "the same text under another id; also in other case, with other white space, marks or Unicode forms", 40, IsPair: true),
        new("flagged-words", "vulgar words in the answer", 6),
        new("human-decline", "a person says no, for a reason (sound: keep)", 10, IsSound: true),
        new("licence-nc", "the licence forbids commercial use", 10),
        new("licence-unknown", "nobody knows the licence", 1),
        new("low-rating", "rated 1 or 2 of 5", 25),
        new("near-duplicate", "the same text with a few words changed", 40, IsPair: true),
        new("no-answer", "nobody answered", 8),
        new("no-rating", "a resolved ticket that nobody rated", 10),
        new("off-topic", "a question from another world, with its answer: tax law, astronomy, chess", 24),
        new("opted-out", "the customer does not want the row used", 10),
        new("out-of-window", "more than two years older than the rest", 10),
        new("pii-api-key", "an access key in the text", 5),
        new("pii-card", "a card number in the text", 5),
        new("pii-email", "a mail address in the text, also one that is spelled out", 8),
        new("pii-iban", "a bank account number in the text", 5),
        new("pii-ip", "an IP address in the text", 5),
        new("pii-name-greeting", "a person is greeted by name", 8),
        new("pii-name-introduction", "a person says who is writing", 8),
        new("pii-name-signature", "a person signs", 8),
        new("pii-password", "a password or PIN in the text", 5),
        new("pii-phone", "a phone number of the United States in the text", 6),
        new("pii-phone-international", "a phone number of another country in the text", 5),
        new("pii-ssn", "a social security number in the text", 5),
        new("refusal", "a model refused without reason", 15),
        new("rejected", "the user rejected the answer", 25),
        new("repeated-text", "the answer says the same again and again", 12),
        new("rude-customer", "vulgar words in the question", 6),
        new("same-id-other-record", "two different records have the same id", 3),
        new("same-id-same-record", "the same record twice", 3),
        new("stale-answer", "an old answer that a newer one replaced (the old one in front)", 5, IsPair: true),
        new("template-leftover", "a place of a template was never filled in", 12),
        new("threat", "somebody is threatened (mildly)", 4),
        new("thumbs-down", "the user gave a thumbs-down", 10),
        new("too-short-answer", "an answer of a word or two", 12),
        new("too-short-question", "a question of fewer than ten characters", 8),
        new("truncated-answer", "the answer stops in the middle", 20),
        new("unknown-parent", "a synthetic row whose parent does not exist", 3),
        new("unresolved", "the ticket is open or pending", 20),
        new("wrong-language", "question and answer in another language than English", 24),
    ];

    private static readonly Dictionary<string, Kind> ByCode = All.ToDictionary(k => k.Code, StringComparer.Ordinal);

    public static Kind Of(string code) => ByCode[code];
}
