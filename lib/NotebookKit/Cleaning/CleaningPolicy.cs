namespace NotebookKit.Cleaning;

/// <summary>What a rule does with an example that it finds fault with, where people may see it differently.</summary>
public enum CleaningPolicy
{
    /// <summary>Keep the example and list it for review.</summary>
    List,

    /// <summary>Remove the example.</summary>
    Remove,
}
