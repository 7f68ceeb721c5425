namespace NotebookKit.Scoring;

/// <summary>Who wrote the target of an example, by all that is known about it.</summary>
public static class Provenance
{
    private const Events ChosenByPerson = Events.CategoryAssigned | Events.Clicked | Events.TemplateUsed;

    /// <summary>Name of the generator where a model wrote the answer but was not logged.</summary>
    public const string UnknownModel = "unknown-model";

    /// <summary>Who wrote the target. What the source says comes first; then an edit; then a model's name, a synthetic origin or an acceptance in
    /// a product's log (users accept what a model offers); then what a person wrote or chose.</summary>
    public static AnsweredBy Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var signals = example.Signals;
        if (signals.AnsweredBy == AnsweredBy.Human) return AnsweredBy.Human;
        if (signals.AnsweredBy == AnsweredBy.EditedModel || signals.Has(Events.Edited)) return AnsweredBy.EditedModel;
        if (signals.AnsweredBy == AnsweredBy.Model || example.Generator is not null || example.Generation > 0) return AnsweredBy.Model;
        if (example.Origin is Origin.Synthetic or Origin.Distilled) return AnsweredBy.Model;
        if (example.Origin == Origin.HumanWritten || (signals.Events & ChosenByPerson) != 0) return AnsweredBy.Human;
        return example.Origin == Origin.ProductionLog && signals.Has(Events.Accepted) ? AnsweredBy.Model : AnsweredBy.Unknown;
    }

    /// <summary>The example with <see cref="Example.Generator"/> and <see cref="Example.Generation"/> set where a model wrote the answer
    /// and nobody edited it.</summary>
    internal static Example Complete(Example example, AnsweredBy by) =>
        by != AnsweredBy.Model || (example.Generator is not null && example.Generation > 0) ? example : example with
        {
            Generator = example.Generator ?? UnknownModel,
            Generation = Math.Max(1, example.Generation),
        };
}
