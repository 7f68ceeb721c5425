using NotebookKit.Text;

namespace NotebookKit.Sourcing;

/// <summary>Finds the calls of one conversation in a log: each call sends all that was said before, so only the last one is an example. A request
/// that was sent again is one call, and its last good response counts.</summary>
internal static class LlmLogJoin
{
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(10);

    public static void Run(IReadOnlyList<Draft> drafts)
    {
        var calls = drafts.Where(d => d.Format == SourceFormat.LlmLogs).Select(d => new Call(d)).ToList();
        JoinRetries(calls);
        calls.RemoveAll(c => c.Draft.IsJoined);
        JoinPrefixes(calls);
    }

    /// <summary>The same request of the same person or session within ten minutes, or without any date.</summary>
    private static void JoinRetries(List<Call> calls)
    {
        foreach (var group in calls.GroupBy(c => (c.Draft.Conversation, c.Draft.Subject, c.Request)))
        {
            Call? best = null;
            foreach (var call in group.OrderBy(c => c.Draft.CreatedAt ?? DateTimeOffset.MinValue).ThenBy(c => c.Draft.Input).ThenBy(c => c.Draft.Record))
            {
                if (best is null || call.Draft.CreatedAt - best.Latest > Retry)
                {
                    best = call;
                    continue;
                }

                var better = call.HasAnswer || !best.HasAnswer ? call : best;
                var other = ReferenceEquals(better, call) ? best : call;
                other.Draft.IsJoined = true;
                other.Draft.JoinedTo = better.Draft;
                better.Latest = call.Draft.CreatedAt;
                best = better;
            }
        }
    }

    private static void JoinPrefixes(List<Call> calls)
    {
        var byWhole = new Dictionary<UInt128, List<Call>>();
        foreach (var call in calls)
        {
            if (!byWhole.TryGetValue(call.Whole, out var same)) byWhole[call.Whole] = same = [];
            same.Add(call);
        }

        foreach (var call in calls)
        {
            // Each earlier call goes into one later call only, so that two people who began alike keep their own.
            foreach (var prefix in call.Prefixes)
            {
                if (!byWhole.TryGetValue(prefix, out var earlier)) continue;
                var one = earlier.Find(e => !e.Draft.IsJoined && !ReferenceEquals(e, call) && e.MayBePartOf(call));
                if (one is null) continue;
                one.Draft.IsJoined = true;
                one.Draft.JoinedTo = call.Draft;
            }
        }
    }

    private sealed class Call
    {
        public Call(Draft draft)
        {
            Draft = draft;
            var info = (LlmCall)draft.JoinData!;
            HasAnswer = info.HasAnswer;
            Latest = draft.CreatedAt;
            var hash = default(UInt128);
            var prefixes = new List<UInt128>(info.Sent);
            for (var i = 0; i < draft.Messages.Count; i++)
            {
                hash = Next(hash, draft.Messages[i]);
                if (i < info.Sent) prefixes.Add(hash);
            }

            Whole = hash;
            Request = prefixes[^1];
            Prefixes = prefixes;
        }

        public Draft Draft { get; }

        public bool HasAnswer { get; }

        public DateTimeOffset? Latest { get; set; }

        /// <summary>All that was sent.</summary>
        public UInt128 Request { get; }

        /// <summary>All that was sent and came back.</summary>
        public UInt128 Whole { get; }

        /// <summary>Every beginning of what was sent.</summary>
        public List<UInt128> Prefixes { get; }

        public bool MayBePartOf(Call later) =>
            (Draft.Conversation is null || later.Draft.Conversation is null || string.Equals(Draft.Conversation, later.Draft.Conversation, StringComparison.Ordinal))
            && (Draft.Subject is null || later.Draft.Subject is null || string.Equals(Draft.Subject, later.Draft.Subject, StringComparison.Ordinal))
            && !(Draft.CreatedAt > later.Draft.CreatedAt);

        private static UInt128 Next(UInt128 hash, Message turn)
        {
            var text = (turn.Content ?? "").AsSpan().Trim();
            var low = StableHash.Of(text, (ulong)hash + (ulong)turn.Role);
            var high = StableHash.Of(text, (ulong)(hash >> 64) ^ 0x5DEECE66D ^ (ulong)turn.Role);
            foreach (var call in turn.ToolCalls)
            {
                low = StableHash.Of(call.Arguments, StableHash.Of(call.Name, low));
                high = StableHash.Of(call.Arguments, StableHash.Of(call.Name, high));
            }

            return new(high, low);
        }
    }
}
