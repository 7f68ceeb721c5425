[assembly: AssemblyFixture(typeof(WorkingFolder))]

namespace NotebookKit.Tests.Support;

/// <summary>Tests run with the repository as working folder, because that is where the samples of the documentation are typed.</summary>
public sealed class WorkingFolder
{
    /// <summary>Made once, before the first test.</summary>
    public WorkingFolder() => Environment.CurrentDirectory = RealData.Repository;
}
