namespace NotebookKit.Balancing;

/// <summary>How classes are brought into proportion.</summary>
public enum BalanceMethod
{
    /// <summary>Not at all; the distribution is only counted.</summary>
    None,

    /// <summary>Small classes are repeated up to the size of the largest (S4: "Duplicate minority class examples to match the majority count").</summary>
    Upsample,

    /// <summary>Large classes are cut down to the size of the smallest (S4: "Randomly remove majority class examples to match the minority count").</summary>
    Downsample,

    /// <summary>No class may have more than a fixed number of rows.</summary>
    Cap,

    /// <summary>The classes get given shares (S0: the distribution of real use).</summary>
    Target,
}

/// <summary>What makes a class.</summary>
public enum BalanceBy
{
    /// <summary>The label; rows without one pass untouched.</summary>
    Label,

    /// <summary>The source; rows without one pass untouched.</summary>
    Source,

    /// <summary>The group of similar rows; rows outside of any pass untouched.</summary>
    Cluster,

    /// <summary>Characters of the whole conversation: 0-199, 200-999, 1000-3999, 4000+.</summary>
    LengthBand,
}
