namespace NotebookKit.Adapters.Tests.Interactive;

/// <summary>The host's formatters are static: nothing else runs beside these tests.</summary>
[CollectionDefinition(nameof(HostCollection), DisableParallelization = true)]
public sealed class HostCollection;
