namespace NotebookKit.Display;

/// <summary>One bin of a comparison.</summary>
/// <param name="Name">What is in it: <c>20–49</c>.</param>
/// <param name="Expected">Inputs before cleaning.</param>
/// <param name="Actual">Inputs of the split.</param>
public sealed record DriftBin(string Name, long Expected, long Actual);

/// <summary>How far the inputs of a split have moved from the inputs before cleaning, in one respect.</summary>
/// <param name="Feature">What is compared: <c>length</c>, <c>typos</c>, <c>fragments</c>.</param>
/// <param name="Split">The split that is compared.</param>
/// <param name="Psi">Population stability index, from 0 (the same); null where too few rows say nothing.</param>
/// <param name="State">What the index means.</param>
/// <param name="Bins">The counts behind it.</param>
public sealed record Drift(string Feature, Split Split, double? Psi, CheckState State, IReadOnlyList<DriftBin> Bins);
