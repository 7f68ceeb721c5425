namespace NotebookKit.Labels;

/// <summary>A row whose label is probably wrong.</summary>
/// <param name="Example">The row, as the stage received it.</param>
/// <param name="Judgement">What the models say.</param>
/// <param name="ByPerson">True where a person wrote, chose or edited the answer: it is listed only.</param>
public sealed record LabelIssue(Example Example, LabelJudgement Judgement, bool ByPerson);

/// <summary>A label in numbers.</summary>
public sealed record LabelAccount
{
    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>Rows with it.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that were judged: none where the label is not judged.</summary>
    public required int Judged { get; init; }

    /// <summary>Rows that are suspect.</summary>
    public required int Suspect { get; init; }

    /// <summary>Estimated share of rows with it that are of another label, 0–1, by the calibrated joint of the sample; null where it is not judged.</summary>
    public double? NoiseRate { get; init; }

    /// <summary>Of the rows that the models call so without having seen them, the share that has the label, 0–1; null where there is none.</summary>
    public double? Precision { get; init; }

    /// <summary>Of the judged rows with it, the share that the models call so without having seen them, 0–1; null where there is none.</summary>
    public double? Recall { get; init; }

    /// <summary>True for less than a tenth of the rows that an even share would give (cleanlab: share &lt; 0.1 ÷ labels).</summary>
    public required bool IsNearEmpty { get; init; }
}

/// <summary>Two labels that are taken for each other.</summary>
/// <param name="Label">The given label.</param>
/// <param name="Predicted">The label that the models prefer without having seen the rows.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Share">Share of the judged rows with the given label, 0–1.</param>
/// <param name="Suspect">How many of these rows are suspect: the others lie where the two labels meet.</param>
public sealed record LabelConfusion(string Label, string Predicted, int Rows, double Share, int Suspect);

/// <summary>Why a label is suspect, or not.</summary>
/// <param name="Judgement">What the models say; null where the row is not judged.</param>
/// <param name="ForSuggested">The nearest rows with the suggested label, nearest first.</param>
/// <param name="ForGiven">The nearest rows with the given label, nearest first.</param>
/// <param name="Terms">What speaks for the suggested label against the given one, strongest first; _ marks the end of a word in a part of one. Text from the row: show it where the row itself may be shown.</param>
public sealed record LabelExplanation(LabelJudgement? Judgement, IReadOnlyList<LabelNeighbour> ForSuggested, IReadOnlyList<LabelNeighbour> ForGiven, IReadOnlyList<string> Terms);

/// <summary>A row near another one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Similarity">Cosine of the built-in embeddings, 0–1.</param>
public readonly record struct LabelNeighbour(string Id, double Similarity);
