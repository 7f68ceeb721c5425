using System.Collections.Immutable;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>What a check came to.</summary>
public enum CheckState
{
    /// <summary>In order.</summary>
    Pass,

    /// <summary>Look at it before training.</summary>
    Warn,

    /// <summary>Do not train on this.</summary>
    Fail,

    /// <summary>Only a person can tell; the evidence names what to read.</summary>
    NeedsPerson,
}

/// <summary>One item of the checklist.</summary>
/// <param name="Id">A stable kebab-case name.</param>
/// <param name="Group">The heading that it stands under: Format, Content, Distribution, Splits (S4's four), Coverage, Sources.</param>
/// <param name="Text">What is checked, as a statement that holds where the check passes.</param>
/// <param name="Article">Where the item comes from: S4 for its own sixteen, in its words.</param>
/// <param name="State">What the check came to.</param>
/// <param name="Evidence">Short sentences with the numbers, ids and limits, and where a limit comes from; never text of the data.</param>
public sealed record ChecklistItem(string Id, string Group, string Text, string Article, CheckState State, IReadOnlyList<string> Evidence);

/// <summary>The checklist of a finished run: what to verify before training, with the evidence.</summary>
[TypeFormatterSource(typeof(ViewFormatterSource))]
public sealed record Checklist : IView
{
    /// <summary>No items.</summary>
    public static Checklist Empty { get; } = new() { Items = [] };

    /// <summary>The items, group by group.</summary>
    public required ImmutableArray<ChecklistItem> Items { get; init; }

    /// <summary>The item of that name, or null.</summary>
    public ChecklistItem? this[string id] => Items.FirstOrDefault(i => i.Id == id);

    /// <summary>How many items came to a state.</summary>
    public int Count(CheckState state) => Items.Count(i => i.State == state);

    /// <summary>The state in files and on screens: <c>pass</c>, <c>warn</c>, <c>fail</c>, <c>needs-person</c>.</summary>
    public static string Word(CheckState state) => state == CheckState.NeedsPerson ? "needs-person" : Numbers.Words(state);

    /// <summary>One row per item: state, group, text, evidence.</summary>
    public Table ToTable() => new()
    {
        Columns = [new("State"), new("Group"), new("Item"), new("Evidence")],
        Rows = [.. Items.Select(i => (IReadOnlyList<string>)[Word(i.State), i.Group, i.Text, string.Join(" ", i.Evidence)])],
    };

    /// <inheritdoc/>
    public string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public string ToHtml() => ToTable().ToHtml();
}

/// <summary>What to do next, for the top of a report.</summary>
/// <param name="Id">Id of the checklist item, or code of the finding, that it follows from.</param>
/// <param name="State">How urgent it is.</param>
/// <param name="Text">One imperative sentence with its number.</param>
public sealed record NextStep(string Id, CheckState State, string Text);
