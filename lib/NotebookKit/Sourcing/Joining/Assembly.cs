using System.Globalization;

namespace NotebookKit.Sourcing;

/// <summary>Joins records, gives ids, applies the options, and closes the account of each input.</summary>
internal static class Assembly
{
    public static Dataset Run(IReadOnlyList<ReadInput> inputs, string[] names, SourcingOptions options, RunContext run)
    {
        var drafts = inputs.SelectMany(i => i.Drafts).ToList();
        run.Cancel.ThrowIfCancellationRequested();
        InteractionJoin.Run(drafts);
        SearchJoin.Run(drafts);
        LlmLogJoin.Run(drafts);
        foreach (var draft in drafts)
            if (draft.Rejection is { } reason) Reject(inputs[draft.Input], draft, reason);
        var kept = drafts.FindAll(d => !d.IsJoined && d.Rejection is null);
        var ids = Identities.Of(kept, names, run);
        var tasks = inputs.Select(i => TaskGuess.Of(i.Drafts.FindAll(d => !d.IsJoined && d.Rejection is null))).ToArray();
        var finisher = new Finisher(inputs, names, tasks, new ParentIds(kept, ids), options);
        var examples = Chunks.Run(kept.Count, run, (from, to) =>
        {
            var part = new Example[to - from];
            for (var i = from; i < to; i++) part[i - from] = finisher.Finish(kept[i], ids[i]);
            return part;
        }).SelectMany(p => p).ToList();
        var reports = inputs.Select((input, i) => Account(input, input.Drafts, tasks[i], options)).ToList();
        if (options.Map is not null && drafts.Count > 0 && !drafts.Exists(d => d.Format == SourceFormat.Mapped))
        {
            var unused = new Finding(Severity.Warning, InputFindings.MapUnused, "No record of any input has the input field that the field map names.");
            reports[0] = reports[0] with { Findings = [.. reports[0].Findings, unused] };
        }

        if (options.Map is { } map)
            for (var i = 0; i < reports.Count; i++) reports[i] = reports[i] with { Findings = [.. reports[i].Findings, .. MissingFields(map, inputs[i].Drafts)] };

        return Dataset.Of(examples, History.OfInputs(reports, [.. inputs.SelectMany(i => i.Rejected.OrderBy(r => r.Line))], Joined(inputs, drafts, kept, ids)));
    }

    /// <summary>Where each joined record went: into a draft that may itself have gone into another.</summary>
    private static List<JoinedRecord> Joined(IReadOnlyList<ReadInput> inputs, List<Draft> drafts, List<Draft> kept, string[] ids)
    {
        var joined = new List<JoinedRecord>();
        var numbers = new Dictionary<Draft, int>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts)
        {
            if (draft.JoinedTo is null || !draft.IsJoined) continue;
            if (numbers.Count == 0)
                for (var i = 0; i < kept.Count; i++) numbers[kept[i]] = i;
            var target = draft;
            for (var steps = 0; target is { IsJoined: true, JoinedTo: { } next } && steps < drafts.Count; steps++) target = next;
            if (numbers.TryGetValue(target, out var number)) joined.Add(new(inputs[draft.Input].Path, draft.Line, ids[number]));
        }

        return joined;
    }

    /// <summary>A misspelt name in a map leaves a whole column empty, and nothing else would say so.</summary>
    private static IEnumerable<Finding> MissingFields(FieldMap map, List<Draft> drafts)
    {
        var mapped = drafts.FindAll(d => d.Format == SourceFormat.Mapped);
        if (mapped.Count == 0) return [];
        var found = mapped.Aggregate(0UL, (bits, draft) => bits | draft.MapFields);
        return map.Names.Where((_, i) => (found & (1UL << i)) == 0).Select(name => new Finding(Severity.Warning, InputFindings.MapFieldMissing,
            $"No record of this file has the field '{name.Field}' that the field map names for {name.Target}."));
    }

    private static void Reject(ReadInput input, Draft draft, string reason)
    {
        var row = new RejectedRow(input.Path, draft.Line, null, reason, draft.Raw);
        input.Rejected.Add(row);
        if (draft.HasBulkLine) input.Rejected.Add(row with { Line = draft.Line - 1, Raw = null });
    }

    private static InputReport Account(ReadInput input, List<Draft> drafts, TaskKind task, SourcingOptions options)
    {
        var kept = drafts.FindAll(d => !d.IsJoined && d.Rejection is null);
        var joined = drafts.Count(d => d.IsJoined) + drafts.Count(d => d.HasBulkLine && d.Rejection is null);
        var formats = drafts.GroupBy(d => d.Format).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (g.Key, Count: g.Count())).ToList();
        return new(input.Path, input.Records, kept.Count, joined, input.Rejected.Count, kept.Count(d => d.Part > 0))
        {
            Format = formats.Count > 0 ? formats[0].Key.Code() : "",
            Task = options.Task ?? task,
            Sha256 = input.Sha256,
            Findings = [.. input.Findings, .. Findings(input, kept.Count + joined, formats, drafts, options)],
        };
    }

    private static IEnumerable<Finding> Findings(ReadInput input, int used, List<(SourceFormat Format, int Count)> formats, List<Draft> drafts, SourcingOptions options)
    {
        if (input.Findings.Exists(f => f.Code == InputFindings.NotText)) yield break;
        if (input.Records == 0) yield return new(Severity.Failure, InputFindings.EmptyInput, "The file holds no record.");
        else if (used == 0)
            yield return new(Severity.Failure, InputFindings.NoReadableRecord, Text($"None of the {input.Records} records can be read; the rejected records say why."));

        // Pairs without events beside interactions are one log: not every use of an app leaves an event.
        if (formats.Count > 1 && !formats.TrueForAll(f => f.Format is SourceFormat.Pairs or SourceFormat.Interactions))
        {
            var counts = string.Join(", ", formats.Select(f => Text($"{f.Count} {f.Format.Code()}")));
            yield return new(Severity.Warning, InputFindings.MixedFormats, $"The file mixes formats ({counts}); each record was read by its own.");
        }

        var above = drafts.Count(d => d.Rating > (d.RatingOf ?? options.RatingScale));
        if (above == 0) yield break;
        yield return new(Severity.Warning, InputFindings.RatingAboveScale, Text($"{above} ratings lie above the scale of {options.RatingScale} and were left out; set the scale."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
