namespace NotebookKit;

/// <summary>What a stage is, so that two runs can be compared and results reused: it goes into the manifest.</summary>
/// <param name="Name">The stage's name.</param>
/// <param name="Version">Rises when the same input would give another output.</param>
/// <param name="Options">All options as canonical JSON: ordinal order of names, no white space.</param>
/// <param name="References">Ids of models and hashes of reference sets that decide with it.</param>
public sealed record StageDescription(string Name, int Version, string Options, IReadOnlyList<string> References);
