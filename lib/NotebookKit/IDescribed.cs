namespace NotebookKit;

/// <summary>An option value that describes itself in one text: that text stands for it in the options of a stage.</summary>
public interface IDescribed
{
    /// <summary>What it is, with everything that decides its work.</summary>
    string Description { get; }
}
