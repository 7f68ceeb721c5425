namespace NotebookKit.Tests.Laws;

/// <summary>Hands stages to the laws: each test folder that has stages has one implementation, found by reflection.
/// A test proves that every stage type of the library is handed in.</summary>
internal interface IStageCases
{
    /// <summary>Each stage type at least once with its default options, and with options that make it remove or change rows.</summary>
    IEnumerable<Stage> Stages { get; }
}
