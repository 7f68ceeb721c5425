using System.Globalization;

namespace NotebookKit.Tests.Support;

/// <summary>Makes small examples and datasets, so that a test reads like the sentence that describes it.</summary>
internal static class Build
{
    public static Example Example(string id, string user, string assistant) => new()
    {
        Id = id,
        Position = new(0, StableNumber(id)),
        Messages = [new(Role.User, user), new(Role.Assistant, assistant)],
        Source = "test",
    };

    public static Example Chat(string id, params (Role Role, string? Content)[] turns) => new()
    {
        Id = id,
        Position = new(0, StableNumber(id)),
        Messages = [.. turns.Select(t => new Message(t.Role, t.Content))],
        Source = "test",
    };

    public static Dataset Dataset(params Example[] examples) => NotebookKit.Dataset.Of(examples);

    /// <summary>The number at the end of an id ("row-12" → 12), else 0.</summary>
    private static long StableNumber(string id)
    {
        var digits = new string([.. id.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]);
        return long.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
