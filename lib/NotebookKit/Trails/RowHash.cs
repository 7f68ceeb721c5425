using NotebookKit.Text;

namespace NotebookKit.Trails;

/// <summary>A hash of what the model is given and learns: roles, texts, tool calls, tool definitions and the answer that lost. It tells whether two versions of
/// a dataset hold the same row, whatever its id.</summary>
internal static class RowHash
{
    /// <summary>64 bits, the same on every machine.</summary>
    public static ulong Of(Example example)
    {
        var hash = Turns(example.Messages, 1);
        if (example.Declined is { } declined) hash = Turns(declined, StableHash.Combine(hash, 2));
        return example.Tools is { } tools ? StableHash.Of(tools, hash) : hash;
    }

    private static ulong Turns(IReadOnlyList<Message> turns, ulong hash)
    {
        foreach (var turn in turns)
        {
            hash = StableHash.Of(turn.Content ?? "", StableHash.Combine(hash, (ulong)turn.Role));
            foreach (var call in turn.ToolCalls) hash = StableHash.Of(call.Arguments, StableHash.Of(call.Name, hash));
        }

        return hash;
    }
}
