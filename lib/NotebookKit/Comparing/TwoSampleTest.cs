namespace NotebookKit.Comparing;

/// <summary>A term or a habit of writing that gives a set away.</summary>
/// <param name="Text">The word, or the habit in brackets: <c>(no capital letter)</c>.</param>
/// <param name="PointsToLive">True where it gives live rows away, false where training rows.</param>
/// <param name="Weight">Its weight in the classifier, mean over the folds; above 0 for live.</param>
/// <param name="Train">Training rows that have it, of those looked at.</param>
/// <param name="Live">Live rows that have it, of those looked at.</param>
public sealed record TellTaleTerm(string Text, bool PointsToLive, double Weight, long Train, long Live);

/// <summary>A row that the classifier is surest about.</summary>
/// <param name="Id">Id of the row.</param>
/// <param name="LogOdds">Log-odds that it is live: above 0 the classifier takes it for a live row.</param>
public sealed record TellTaleRow(string Id, double LogOdds);

/// <summary>How well a classifier that has not seen a row tells which of two sets it is from (classifier two-sample test; D. Lopez-Paz and M. Oquab, "Revisiting classifier two-sample tests", 2017).</summary>
/// <param name="Auc">Area under the ROC curve: 0.5 cannot tell them apart, 1 always can. Null where a set has fewer than 30 rows.</param>
/// <param name="Low">Lower end of its 95% interval (J. Hanley and B. McNeil 1982).</param>
/// <param name="High">Upper end of its 95% interval.</param>
/// <param name="ChanceLimit">What two samples of one population stay below in 95 of 100 comparisons: one-sided, by the null variance of the Mann–Whitney statistic, (n + m + 1) ÷ 12nm, fold by fold, twice as large
/// because two rows of different folds are judged by models that have each learnt from the other one.</param>
/// <param name="Terms">What gives either set away, the strongest first; none where the sets cannot be told apart.</param>
/// <param name="MostTrain">The training rows that look least like live ones, the surest first.</param>
/// <param name="MostLive">The live rows that look least like training rows, the surest first.</param>
public sealed record TwoSampleTest(
    double? Auc, double Low, double High, double ChanceLimit, IReadOnlyList<TellTaleTerm> Terms, IReadOnlyList<TellTaleRow> MostTrain, IReadOnlyList<TellTaleRow> MostLive)
{
    /// <summary>True where the AUC is above what chance reaches.</summary>
    public bool CanBeToldApart => Auc > ChanceLimit;
}
