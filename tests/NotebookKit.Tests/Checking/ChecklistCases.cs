using System.Collections.Immutable;
using NotebookKit.Checking;
using NotebookKit.Display;
using NotebookKit.Reviewing;

namespace NotebookKit.Tests.Checking;

/// <summary>One thing is wrong with the sound dataset, and what the item must say to it.</summary>
internal sealed record ChecklistCase(string Id, CheckState State, string What, Func<(Dataset Data, AssessmentOptions Options)> Make);

internal static class ChecklistCases
{
    private const CheckState Pass = CheckState.Pass, Warn = CheckState.Warn, Fail = CheckState.Fail, Person = CheckState.NeedsPerson;

    public static IReadOnlyList<ChecklistCase> All { get; } =
    [
        Change("message-format", Fail, "a row without an answer at its end", (e, i) => i == 3 ? e with { Messages = [.. e.Messages, new(Role.User, "And then?")] } : e),
        Change("message-format", Fail, "an empty turn", (e, i) => i == 3 ? e with { Messages = [new(Role.User, " "), e.Messages[1]] } : e),
        Change("system-prompts", Warn, "two prompts", (e, i) => e with { Messages = [new(Role.System, $"You are helper {i % 2}."), .. e.Messages] }),
        Change("system-prompts", Pass, "one prompt", (e, _) => e with { Messages = [new(Role.System, "You are a helper."), .. e.Messages] }),
        Change("complete-responses", Warn, "one open fence", (e, i) => i == 8 ? Answer(e, "Like this:\n```\nrun it") : e),
        Change("complete-responses", Fail, "many open fences", (e, i) => i < 20 ? Answer(e, $"Like {i}:\n```\nrun it") : e),
        Change("token-limits", Warn, "a row that trainers cut", (e, i) => i == 8 ? Answer(e, CheckData.Words("long", 1_500)) : e),
        Change("token-limits", Fail, "rows above the limit that was given", (e, _) => e, o => o with { MaxTokens = 10 }),
        Change("token-limits", Pass, "rows below the limit that was given", (e, _) => e, o => o with { MaxTokens = 500 }),
        Change("factually-correct", Person, "no verdicts", (e, _) => e),
        Review("factually-correct", Pass, "sixty right rows of each source", 60, (_, v) => v),
        Review("factually-correct", Warn, "five right rows of each source", 5, (_, v) => v),
        Review("factually-correct", Fail, "a fifth wrong", 60, (i, v) => i % 5 == 0 ? v with { Kind = VerdictKind.Wrong } : v),
        Change("style-and-tone", Person, "no verdicts", (e, _) => e),
        Review("style-and-tone", Pass, "all proud", 60, (_, v) => Answered(v, true)),
        Review("style-and-tone", Warn, "few read", 4, (_, v) => Answered(v, true)),
        Review("style-and-tone", Fail, "a quarter not proud", 60, (i, v) => Answered(v, i % 4 != 0)),
        Change("no-pii", Fail, "a mail address", (e, i) => i == 9 ? Answer(e, "Write to nadia.example@example.com and wait for an answer.") : e),
        Change("no-pii", Warn, "a name", (e, i) => i == 9 ? Answer(e, "Ask at the counter, the name is Qvortrup, and wait for an answer.") : e),
        Change("no-harm", Person, "no verdicts", (e, _) => e),
        Change("no-harm", Person, "a threat", (e, i) => i == 4 ? e.WithFlag(new("Cleaning", "threat", 1, 0)) : e),
        Review("no-harm", Pass, "sixty harmless rows of each source", 60, (_, v) => v with { Harmful = false }),
        Review("no-harm", Warn, "few read", 3, (_, v) => v with { Harmful = false }),
        Change("edge-cases", Person, "no verdicts", (e, _) => e),
        Review("edge-cases", Pass, "each kind confirmed", 10, (i, v) => v with { Edge = new[] { "decline", "ambiguous", "out-of-domain" }[i % 3] }),
        Review("edge-cases", Warn, "one kind confirmed", 10, (_, v) => v with { Edge = "decline" }),
        Change("balanced", Warn, "a rare label", (e, i) => i is 2 or 3 ? e with { Label = "rare" } : e),
        Change("balanced", Warn, "nine tenths in one label", (e, i) => e with { Label = i % 12 == 1 ? "few" : "many" }),
        Change("balanced", Fail, "nearly all in one label", (e, i) => e with { Label = i % 40 == 1 ? "few" : "many" }),
        Change("balanced", Pass, "no labels", (e, _) => e with { Label = null }),
        Change("lengths-varied", Warn, "all the same length", (e, i) => Ask(e, $"How can {i:0000} be done?")),
        Change("topics-diverse", Warn, "most rows about one thing", (e, i) => i % 10 < 6 ? Ask(e, $"Please reset the password of my account now, number {i}!") : e),
        Change("topics-diverse", Fail, "all rows about one thing", (e, i) => Ask(e, $"Please reset the password of my account now, number {i}!")),
        Change("no-near-duplicates", Warn, "two twins", (e, i) => i == 1 ? Twin(e, 2) : e),
        Change("no-near-duplicates", Fail, "many twins", (e, i) => i % 4 == 1 ? Twin(e, i + 1) : e),
        Change("no-leakage", Fail, "a test row that is in train", (e, i) => i == 7 ? CheckData.Row(8) with { Id = e.Id, Position = e.Position, Split = Split.Test } : e),
        Change("no-leakage", Fail, "a question of the test that is in train, in capitals", (e, i) => i == 7 ? Ask(e, CheckData.Row(8).Input.ToUpperInvariant()) : e),
        Change("no-leakage", Fail, "a torn conversation", (e, i) => i is 7 or 8 ? e with { Conversation = "thread" } : e),
        Change("no-leakage", Fail, "a torn family", (e, i) => i is 7 or 8 ? e with { ParentId = "parent" } : e),
        Change("no-leakage", Warn, "a question of the test that is nearly in train", (e, i) => i == 7 ? Ask(e, CheckData.Row(8).Input.Replace("How can", "How could", StringComparison.Ordinal)) : e),
        Before("test-representative", Fail, "most short inputs left", 800),
        Before("test-representative", Warn, "some short inputs left", 40),
        Before("train-representative", Fail, "most short inputs left", 800),
        Before("train-representative", Warn, "some short inputs left", 16),
        Change("test-representative", Warn, "too few test rows", (e, i) => e.Split == Split.Test && i > 100 ? e with { Split = Split.Train } : e),
        Change("test-held-out", Fail, "no test", (e, _) => e.Split == Split.Test ? e with { Split = Split.Train } : e),
        Change("test-held-out", Fail, "a repeated test row", (e, i) => i == 7 ? e with { Repeat = 2 } : e),
        Change("test-held-out", Fail, "a test row that a training row was made from", (e, i) => i == 8 ? e with { ParentId = "row-7" } : e),
        Change("test-held-out", Warn, "a synthetic test row", (e, i) => i == 7 ? e with { Origin = Origin.Synthetic } : e),
        Change("history-span", Warn, "a week", (e, i) => e with { CreatedAt = e.CreatedAt!.Value.AddDays(i).AddHours(i % 160) }),
        Change("history-span", Warn, "no dates", (e, _) => e with { CreatedAt = null }),
        Change("history-span", Pass, "nothing recorded", (e, _) => e with { CreatedAt = null, Origin = Origin.HumanWritten }),
        new("history-span", Warn, "two months of tickets", () => (Dataset.Of(CheckData.Rows().Select((e, i) => e with { CreatedAt = e.CreatedAt!.Value.AddDays(i - (i % 60)) }),
            History.OfInputs([new("tickets.jsonl", 420, 420, 0, 0, 0) { Format = "tickets" }], [])), CheckData.Options)),
        Change("labels-appear", Warn, "a label that ended", (e, i) => e.Label == "billing" && i < 200 ? e with { Label = "account" } : e),
        Change("labels-appear", Pass, "no labels", (e, _) => e with { Label = null }),
        Change("edge-decline", Warn, "none", (e, _) => e with { Tags = [] }),
        Change("edge-ambiguous", Warn, "none", (e, _) => e with { Tags = [] }),
        Change("edge-out-of-domain", Warn, "none", (e, _) => e with { Tags = [] }),
        Change("edge-decline", Pass, "labels only", (e, _) => e with { Tags = [], Task = TaskKind.Classification }),
        new("size", Warn, "two hundred rows", () => (Dataset.Of(CheckData.Rows(200)), CheckData.Options)),
        new("size", Fail, "forty rows", () => (Dataset.Of(CheckData.Rows(40)), CheckData.Options)),
        Change("test-size", Warn, "ten test rows", (e, i) => e.Split == Split.Test && i > 70 ? e with { Split = Split.Train } : e),
        Change("test-size", Fail, "no test", (e, _) => e.Split == Split.Test ? e with { Split = Split.Train } : e),
        Change("synthetic-share", Warn, "a third synthetic", (e, i) => i % 3 == 1 ? e with { Origin = Origin.Synthetic } : e),
        Change("synthetic-share", Fail, "all synthetic", (e, _) => e with { Origin = Origin.Synthetic }),
        Change("synthetic-share", Pass, "a third synthetic under S4's policy", (e, i) => i % 3 == 1 ? e with { Origin = Origin.Synthetic } : e,
            o => o with { Recipe = new("mine", [new("synthetic", new NotebookKit.Balancing.SyntheticShare { Policy = NotebookKit.Balancing.SyntheticPolicy.S4Half })]) }),
        Change("author-share", Warn, "two thirds by one author", (e, i) => e with { Author = i % 3 == 0 ? "other" : "first" }),
        Change("author-share", Warn, "the main author left", (e, i) => e with { Author = i > 200 ? "gone" : $"author {i % 5}" }),
        Change("author-share", Pass, "one author", (e, _) => e with { Author = "only" }),
        Change("consistent-answers", Warn, "a contradiction", (e, i) => i is 4 or 5 ? e.WithFlag(new("Contradictions", "contradiction", 0.9, 0.8)) : e),
        Change("consistent-answers", Pass, "a contradiction that a person decided", (e, i) => i is 4 or 5 ? e.WithFlag(new("Contradictions", "contradiction", 0.9, 0.8)).WithTag("reviewed") : e),
        Change("licences", Fail, "a public row without a licence", (e, i) => i == 4 ? e with { Licence = "unknown", Origin = Origin.PublicDataset } : e),
        Change("licences", Warn, "a licence without commerce", (e, i) => i == 4 ? e with { Licence = "CC-BY-NC-4.0" } : e),
        Change("licences", Warn, "a row from nowhere", (e, i) => i == 4 ? e with { Licence = null, Origin = Origin.Unknown } : e),
        Change("licences", Pass, "own rows without a licence", (e, _) => e with { Licence = null }),
        Change("consent", Fail, "a person who opted out", (e, i) => i == 4 ? e with { Consent = "opted-out" } : e),
        Change("consent", Warn, "no basis", (e, i) => i == 4 ? e with { Consent = null } : e),
        Change("consent", Pass, "nothing recorded", (e, _) => e with { Consent = null, Origin = Origin.HumanWritten }),
    ];

    private static ChecklistCase Change(string id, CheckState state, string what, Func<Example, int, Example> change, Func<AssessmentOptions, AssessmentOptions>? options = null) =>
        new(id, state, what, () => (CheckData.With(change), options?.Invoke(CheckData.Options) ?? CheckData.Options));

    private static ChecklistCase Review(string id, CheckState state, string what, int perSource, Func<int, Verdict, Verdict> say) => new(id, state, what, () =>
    {
        var data = Dataset.Of(CheckData.Rows());
        return (data, CheckData.Reviewed(data, perSource, say));
    });

    /// <summary>The sound dataset after so many short fragments were removed from it.</summary>
    private static ChecklistCase Before(string id, CheckState state, string what, int removed) => new(id, state, what, () =>
    {
        var more = Enumerable.Range(0, removed).Select(i => Build.Example($"short-{i}", $"{CheckData.Word((ulong)i)}?", "No."));
        return (Dataset.Of([.. CheckData.Rows(), .. more]).Keep("Cleaning", "too-short", e => !e.Id.StartsWith("short", StringComparison.Ordinal)).Kept, CheckData.Options);
    });

    private static Example Ask(Example e, string question) => e with { Messages = [new(Role.User, question), .. e.Messages.Skip(1)] };

    private static Example Answer(Example e, string answer) => e with { Messages = [e.Messages[0], new(Role.Assistant, answer)] };

    private static Example Twin(Example e, int of) => e with
    {
        Messages = [new(Role.User, CheckData.Row(of).Input), new(Role.Assistant, CheckData.Row(of).Output.Replace("and choose it", "and take it", StringComparison.Ordinal))],
        Split = CheckData.Row(of).Split,
    };

    private static Verdict Answered(Verdict verdict, bool proud) => verdict with { Answers = ImmutableSortedDictionary<string, bool>.Empty.Add(ReviewQuestions.Proud, proud).Add(ReviewQuestions.Format, true) };
}
