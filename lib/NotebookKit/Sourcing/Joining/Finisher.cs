namespace NotebookKit.Sourcing;

/// <summary>Makes the example of a draft: options are applied here, after the id, so that they never change it.</summary>
internal sealed class Finisher(IReadOnlyList<ReadInput> inputs, string[] names, TaskKind[] tasks, ParentIds parents, SourcingOptions options)
{
    public Example Finish(Draft draft, string id)
    {
        var path = inputs[draft.Input].Path;
        return new()
        {
            Id = id,
            Position = new(draft.Input, draft.Record, draft.Part) { Line = draft.Line },
            Messages = WithSystem(draft.Messages),
            Tools = draft.Tools,
            Declined = draft.Declined,
            Label = draft.Label,
            Task = options.Task ?? (draft.Task != TaskKind.Unknown ? draft.Task : tasks[draft.Input]),
            Origin = OriginOf(draft, path),
            Source = names[draft.Input],
            Author = draft.Author,
            Subject = draft.Subject,
            Conversation = draft.Conversation,
            ParentId = parents.Of(draft),
            Generator = draft.Generator,
            GeneratorPrompt = draft.GeneratorPrompt,
            Generation = draft.Generation,
            Licence = draft.Licence ?? (SourcingOptions.For(options.Licences, path, out var licence) ? licence : null),
            Consent = draft.Consent ?? (SourcingOptions.For(options.Consents, path, out var consent) ? Values.Consent(consent) : null),
            CreatedAt = draft.CreatedAt,
            Signals = SignalsOf(draft),
            Metadata = draft.Metadata,
            KnownNames = draft.KnownNames,
        };
    }

    private IReadOnlyList<Message> WithSystem(List<Message> messages) =>
        string.IsNullOrEmpty(options.System) || messages.Exists(m => m.Role == Role.System) ? messages : [new(Role.System, options.System), .. messages];

    private Origin OriginOf(Draft draft, string path)
    {
        if (SourcingOptions.For(options.Origins, path, out var forced)) return forced;
        if (draft.Origin != Origin.Unknown) return draft.Origin;
        return draft.Format.IsLog() ? Origin.ProductionLog : Origin.Unknown;
    }

    private Signals SignalsOf(Draft draft)
    {
        if (draft is { Events: Events.None, Rating: null, Status: null, AnsweredBy: AnsweredBy.Unknown }) return Signals.None;
        return new() { Events = draft.Events, Rating = Rating(draft), Status = draft.Status, AnsweredBy = draft.AnsweredBy };
    }

    /// <summary>The rating on a scale of 5, at least 1; null where it lies above its scale.</summary>
    private double? Rating(Draft draft)
    {
        if (draft.Rating is not { } rating) return null;
        var best = draft.RatingOf ?? options.RatingScale;
        return rating > best ? null : Math.Max(1, Math.Round(rating * 5 / best, 6));
    }
}
