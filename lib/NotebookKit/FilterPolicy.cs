namespace NotebookKit;

/// <summary>What a filter does with an example that fails its rule.</summary>
public enum FilterPolicy
{
    /// <summary>The example stays and is listed for review.</summary>
    Flag,

    /// <summary>The example is removed.</summary>
    Remove,
}
