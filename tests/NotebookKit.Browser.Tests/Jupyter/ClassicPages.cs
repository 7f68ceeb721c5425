namespace NotebookKit.Browser.Tests.Jupyter;

/// <summary>One server for all tests of the page; it starts with the first of them.</summary>
[CollectionDefinition(nameof(ClassicPages))]
public sealed class ClassicPages : ICollectionFixture<NotebookServer>;
