namespace NotebookKit.Tests.Cleaning;

/// <summary>Runs one rule over one example, so that a test reads like a sentence.</summary>
internal static class Rules
{
    public const string Question = "How do I change the address of my order?";
    public const string Good = "Open your orders, choose the one that is not sent yet, and press Change address.";

    public static StageResult Run(Stage rule, Example example) => Build.Dataset(example).Apply(rule);

    /// <summary>The reason of removal; null where the example stays.</summary>
    public static string? Reason(Stage rule, Example example) => Run(rule, example).Removed.SingleOrDefault()?.Reason;

    /// <summary>The reason of removal of an answer to an ordinary question.</summary>
    public static string? Reason(Stage rule, string answer, string question = Question) => Reason(rule, Build.Example("a", question, answer));

    public static Removal Removal(Stage rule, Example example) => Assert.Single(Run(rule, example).Removed);

    public static Example Kept(Stage rule, Example example) => Assert.Single(Run(rule, example).Kept.Examples);

    public static Example WithEvents(Events events, string answer = Good) =>
        Build.Example("a", Question, answer) with { Signals = new() { Events = events } };

    public static Message Calling(string id) => new(Role.Assistant, null) { ToolCalls = [new(id, "find_order", "{\"id\":7}")] };

    public static Message ToolResult(string? id) => new(Role.Tool, "{\"status\":\"sent\"}") { ToolCallId = id };
}
