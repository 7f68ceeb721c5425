namespace NotebookKit.Labels;

/// <summary>Which rows are taken for wrongly labelled; the names are those of cleanlab's <c>filter_by</c>. Where the model itself prefers the given label, no rule but the three of low scores takes the row.</summary>
public enum LabelFilter
{
    /// <summary><c>prune_by_noise_rate</c>: for each pair of a given and a truer label, as many rows as the calibrated joint counts there, those first whose probabilities differ most.</summary>
    PruneByNoiseRate,

    /// <summary><c>prune_by_class</c>: for each given label, as many rows as the calibrated joint counts outside of it, those first whose given label is least probable.</summary>
    PruneByClass,

    /// <summary><c>both</c>: rows that <see cref="PruneByNoiseRate"/> and <see cref="PruneByClass"/> both take.</summary>
    Both,

    /// <summary><c>confident_learning</c>: rows that the confident joint counts under another label than the given one.</summary>
    ConfidentLearning,

    /// <summary><c>predicted_neq_given</c>: rows whose most probable label is not the given one.</summary>
    PredictedNeqGiven,

    /// <summary><c>low_normalized_margin</c>: as many rows as <see cref="Labels.ConfidentLearning.EstimatedErrors"/>, those of the lowest normalized margin.</summary>
    LowNormalizedMargin,

    /// <summary><c>low_self_confidence</c>: as many rows as <see cref="Labels.ConfidentLearning.EstimatedErrors"/>, those of the lowest self-confidence.</summary>
    LowSelfConfidence,

    /// <summary>Rows that <see cref="LowNormalizedMargin"/> and <see cref="LowSelfConfidence"/> both take: the given label is improbable, and another one is far ahead. Not a rule of cleanlab.</summary>
    LowBoth,

    /// <summary>Rows that <see cref="LowBoth"/> takes and that are, besides, among as many rows of the lowest margins that the model gives which doubts the label least: of several models each finds it wrong by
    /// itself. With one model the same as <see cref="LowBoth"/>. Not a rule of cleanlab.</summary>
    LowInEach,
}
