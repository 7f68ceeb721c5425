using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NotebookKit.Sourcing;

/// <summary>Gives ids: the source's own where it has one (<c>source/id</c>), else a keyed hash of all that the record says. They do
/// not depend on the file's place, the order of rows or any option.</summary>
internal static class Identities
{
    public static string[] Of(IReadOnlyList<Draft> drafts, string[] names, RunContext run)
    {
        var ids = new string[drafts.Count];
        var key = run.Key;
        Chunks.Run(drafts.Count, run, (from, to) =>
        {
            for (var i = from; i < to; i++) ids[i] = Own(drafts[i], names) ?? "x" + key.Code("id", Content(drafts[i]));
            return 0;
        });
        var first = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            if (first.TryAdd(ids[i], i)) continue;
            if (!groups.TryGetValue(ids[i], out var group)) groups[ids[i]] = group = [first[ids[i]]];
            group.Add(i);
        }

        foreach (var (id, group) in groups) Separate(id, group, drafts, ids);
        return ids;
    }

    private static string? Own(Draft draft, string[] names) => draft.GivenId is not { } id ? null
        : draft.Part == 0 ? $"{names[draft.Input]}/{id}"
        : string.Create(CultureInfo.InvariantCulture, $"{names[draft.Input]}/{id}.{draft.Part + 1}");

    /// <summary>Several records have one id: the one with the smallest hash keeps it, others get their hash, copies a number.</summary>
    private static void Separate(string id, List<int> group, IReadOnlyList<Draft> drafts, string[] ids)
    {
        var records = group.GroupBy(i => Hash(drafts[i]), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        // Eight digits tell records of one id apart; should two agree in them, all digits are used.
        var digits = records.Select(r => r.Key[..8]).Distinct(StringComparer.Ordinal).Count() == records.Count ? 8 : 64;
        for (var r = 0; r < records.Count; r++)
        {
            var name = r == 0 ? id : $"{id}~{records[r].Key[..digits]}";
            var copy = 1;
            foreach (var i in records[r])
                ids[i] = copy++ == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}+{copy - 1}");
        }
    }

    private static string Hash(Draft draft) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content(draft))));

    /// <summary>All that the record says, each part with its length in front.</summary>
    private static string Content(Draft draft)
    {
        var text = new StringBuilder(512);
        Turns(text, draft.Messages);
        if (draft.Declined is { } declined)
        {
            text.Append('|');
            Turns(text, declined);
        }

        foreach (var field in (ReadOnlySpan<string?>)
            [
                draft.Tools, draft.Label, draft.Author, draft.Subject, draft.Conversation, draft.ParentId, draft.Generator, draft.GeneratorPrompt,
                draft.Licence, draft.Consent, draft.Status, draft.Metadata, .. draft.KnownNames,
            ])
            Add(text, field);
        text.Append(CultureInfo.InvariantCulture, $"{draft.CreatedAt?.UtcTicks}|{(int)draft.Events}|{draft.Rating}|{draft.RatingOf}|");
        text.Append(CultureInfo.InvariantCulture, $"{(int)draft.AnsweredBy}|{(int)draft.Origin}|{draft.Generation}");
        return text.ToString();
    }

    private static void Turns(StringBuilder text, List<Message> turns)
    {
        foreach (var turn in turns)
        {
            text.Append((char)('0' + (int)turn.Role));
            Add(text, turn.Content);
            if (turn.Name is not null || turn.ToolCallId is not null || turn.Weight is not null)
            {
                Add(text, turn.Name);
                Add(text, turn.ToolCallId);
                text.Append(CultureInfo.InvariantCulture, $"{turn.Weight};");
            }

            foreach (var call in turn.ToolCalls)
            {
                Add(text, call.Id);
                Add(text, call.Name);
                Add(text, call.Arguments);
            }
        }
    }

    private static void Add(StringBuilder text, string? part)
    {
        if (part is null) text.Append('-');
        else text.Append(part.Length).Append(':').Append(part);
    }
}
