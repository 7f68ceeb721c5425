using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit;

/// <summary>Walks the free texts of an example: the one place that knows which fields hold text.</summary>
internal static class ExampleTexts
{
    public static IEnumerable<TextField> List(Example example)
    {
        var all = new List<TextField>();
        Map(example, field =>
        {
            all.Add(field);
            return field.Text;
        });
        return all;
    }

    public static Example Map(Example example, Func<TextField, string> map)
    {
        var messages = MapTurns(example.Messages, false, map);
        var declined = example.Declined is null ? null : MapTurns(example.Declined, true, map);
        var tools = MapJson(example.Tools, new(TextPart.Tools, null, -1, false, ""), map);
        var prompt = MapText(example.GeneratorPrompt, new(TextPart.GeneratorPrompt, null, -1, false, ""), map);
        var metadata = MapJson(example.Metadata, new(TextPart.Metadata, null, -1, false, ""), map);
        var same = ReferenceEquals(messages, example.Messages) && ReferenceEquals(declined, example.Declined)
            && ReferenceEquals(tools, example.Tools) && ReferenceEquals(prompt, example.GeneratorPrompt)
            && ReferenceEquals(metadata, example.Metadata);
        return same ? example : example with
        {
            Messages = messages,
            Declined = declined,
            Tools = tools,
            GeneratorPrompt = prompt,
            Metadata = metadata,
        };
    }

    /// <summary>128 bits of SHA-256 over roles and texts, each with its length in front, so that no two
    /// different conversations give the same bytes.</summary>
    public static UInt128 Hash(Example example)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[8];
        var buffer = new byte[1024];
        foreach (var field in List(example))
        {
            BinaryPrimitives.WriteInt32LittleEndian(head, ((int)field.Part << 8) | ((int)(field.Role ?? 0) << 4) | (field.Declined ? 1 : 0));
            var most = Encoding.UTF8.GetMaxByteCount(field.Text.Length);
            if (buffer.Length < most) buffer = new byte[most];
            var length = Encoding.UTF8.GetBytes(field.Text, buffer);
            BinaryPrimitives.WriteInt32LittleEndian(head[4..], length);
            sha.AppendData(head);
            sha.AppendData(buffer.AsSpan(0, length));
        }

        Span<byte> digest = stackalloc byte[32];
        sha.GetHashAndReset(digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    private static IReadOnlyList<Message> MapTurns(IReadOnlyList<Message> turns, bool declined, Func<TextField, string> map)
    {
        Message[]? changed = null;
        for (var i = 0; i < turns.Count; i++)
        {
            var turn = turns[i];
            var next = MapTurn(turn, i, declined, map);
            if (ReferenceEquals(next, turn)) continue;
            changed ??= [.. turns];
            changed[i] = next;
        }

        return changed ?? turns;
    }

    private static Message MapTurn(Message turn, int index, bool declined, Func<TextField, string> map)
    {
        var content = MapText(turn.Content, new(TextPart.Content, turn.Role, index, declined, ""), map);
        var name = MapText(turn.Name, new(TextPart.Name, turn.Role, index, declined, ""), map);
        ToolCall[]? calls = null;
        for (var c = 0; c < turn.ToolCalls.Count; c++)
        {
            var arguments = MapJson(turn.ToolCalls[c].Arguments, new(TextPart.Arguments, turn.Role, index, declined, ""), map)!;
            if (ReferenceEquals(arguments, turn.ToolCalls[c].Arguments)) continue;
            calls ??= [.. turn.ToolCalls];
            calls[c] = calls[c] with { Arguments = arguments };
        }

        return ReferenceEquals(content, turn.Content) && ReferenceEquals(name, turn.Name) && calls is null
            ? turn
            : turn with { Content = content, Name = name, ToolCalls = calls ?? turn.ToolCalls };
    }

    private static string? MapText(string? text, TextField field, Func<TextField, string> map)
    {
        if (text is null) return null;
        var mapped = map(field with { Text = text });
        return string.Equals(mapped, text, StringComparison.Ordinal) ? text : mapped;
    }

    private static string? MapJson(string? json, TextField field, Func<TextField, string> map) =>
        json is null ? null : JsonTexts.Map(json, (key, text) => MapText(text, field with { Key = key }, map)!);
}
