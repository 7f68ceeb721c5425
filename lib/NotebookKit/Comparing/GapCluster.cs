namespace NotebookKit.Comparing;

/// <summary>A topic that both sets are divided by.</summary>
/// <param name="Number">Its number, from 1: that with the most live rows first.</param>
/// <param name="Live">Live rows in it.</param>
/// <param name="Train">Training rows in it, copies not counted.</param>
/// <param name="LiveShare">Its share of the live lines, 0–1.</param>
/// <param name="TrainShare">Its share of the training lines, copies counted, 0–1.</param>
/// <param name="Terms">Words that are typical of it, the most typical first: only such as stand in several of its rows, of at least three people.</param>
/// <param name="Central">Id of the live row nearest to its middle; of a training row where it has no live one.</param>
public sealed record GapCluster(int Number, int Live, int Train, double LiveShare, double TrainShare, IReadOnlyList<string> Terms, string Central);
