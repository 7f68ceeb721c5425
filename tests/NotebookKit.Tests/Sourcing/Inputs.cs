using System.IO.Compression;
using System.Text;
using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>A folder of input files that is gone after the test.</summary>
internal sealed class Inputs : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("sourcing-").FullName;

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Reads one file of the given text.</summary>
    public Dataset Read(string name, string text, SourcingOptions? options = null) => Checked(Sources.Read([File(name, text)], options));

    public Dataset Read(string name, byte[] bytes, SourcingOptions? options = null) => Checked(Sources.Read([File(name, bytes)], options));

    /// <summary>Every test is a test of the account, too.</summary>
    public static Dataset Checked(Dataset data)
    {
        foreach (var input in data.History.Inputs)
            Assert.Equal(input.Records, input.Examples + input.Joined + input.Rejected - input.Expanded);
        Assert.Equal(data.Count, data.History.Inputs.Sum(i => i.Examples));
        Assert.Equal(data.History.Rejected.Count, data.History.Inputs.Sum(i => i.Rejected));
        return data;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
