namespace NotebookKit.Tests.Outliers.Detectors;

/// <summary>A folder for files of detectors, gone after the test.</summary>
internal sealed class DetectorFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("detectors");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
