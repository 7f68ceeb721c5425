using NotebookKit.Display;

namespace NotebookKit.Checking;

/// <summary>What a check came to.</summary>
/// <param name="State">The state.</param>
/// <param name="Next">What to do about it, in imperative words with the number; null where nothing is to be done.</param>
/// <param name="Evidence">Short sentences.</param>
internal sealed record CheckResult(CheckState State, string? Next, IReadOnlyList<string> Evidence)
{
    public static CheckResult Pass(params IEnumerable<string> evidence) => new(CheckState.Pass, null, [.. evidence]);

    public static CheckResult Warn(string next, params IEnumerable<string> evidence) => new(CheckState.Warn, next, [.. evidence]);

    public static CheckResult Fail(string next, params IEnumerable<string> evidence) => new(CheckState.Fail, next, [.. evidence]);

    public static CheckResult Ask(string next, params IEnumerable<string> evidence) => new(CheckState.NeedsPerson, next, [.. evidence]);
}

/// <summary>One item of the checklist and how it is decided. A new item is one entry in its group's list and one short method.</summary>
/// <param name="Id">A stable kebab-case name.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Text">What is checked; S4's items in its words.</param>
/// <param name="Article">Where it comes from.</param>
/// <param name="Weight">How much it matters among items of the same state, for the list of next steps: 1 little, 9 most.</param>
/// <param name="Decide">The decision.</param>
internal sealed record Check(string Id, string Group, string Text, string Article, int Weight, Func<RunFacts, CheckResult> Decide);
