using NotebookKit.Kernel.Cells;
using NotebookKit.Kernel.Cells.Packages;

namespace NotebookKit.Kernel.Tests.Cells.Packages;

/// <summary>Packages, from a package that the build of this repository has restored, and from an empty source: no network is asked.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("packages-");

    public void Dispose() => folder.Delete(recursive: true);

    private NotebookSession Session()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "source"));
        File.WriteAllText(Path.Combine(folder.FullName, "nuget.config"), "<configuration><packageSources><clear /><add key=\"empty\" value=\"source\" /></packageSources></configuration>");
        return new(new() { BaseDirectory = folder.FullName, PackageDirectory = Path.Combine(folder.FullName, "kept") });
    }

    [Fact]
    public async Task A_package_is_there_for_later_cells_and_kept_for_later_sessions()
    {
        const string Cell = "#r \"nuget: Spectre.Console, 0.49.1\"\nusing Spectre.Console;";
        await using (var session = Session())
        {
            (await session.RunAsync(Cell, "Cell[1]")).IsOk();
            Assert.Equal("[[x]]", (await session.RunAsync("Markup.Escape(\"[x]\")", "Cell[2]")).Value());
            (await session.RunAsync(Cell, "Cell[1]")).IsOk();
            Assert.Contains("already there in version 0.49.1", (await session.RunAsync("#r \"nuget: Spectre.Console, 0.49.0\"", "Cell[3]")).Failed("CompilationError").Value, StringComparison.Ordinal);
        }

        var kept = Directory.EnumerateFiles(folder.FullName, "assets.json", SearchOption.AllDirectories).Single();
        var written = File.GetLastWriteTimeUtc(kept);
        await using var again = Session();
        Assert.Equal("[[x]]", (await again.RunAsync(Cell + "\nMarkup.Escape(\"[x]\")", "Cell[1]")).Value());
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
    }

    [Fact]
    public async Task A_package_that_does_not_exist_says_so_in_one_line()
    {
        await using var session = Session();
        var error = (await session.RunAsync("\n#r \"nuget: Nothing.Of.This.Name, 1.0.0\"", "Cell[4]")).Failed("CompilationError");
        Assert.StartsWith("Cell[4], line 2: NU1101: Unable to find package Nothing.Of.This.Name", error.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.FullName, error.Value, StringComparison.Ordinal);
        Assert.Equal("1", (await session.RunAsync("1", "Cell[5]")).Value());
    }

    [Theory]
    [InlineData("Some.Package", "Some.Package", null)]
    [InlineData("Some.Package, 1.2.3-beta.1", "Some.Package", "1.2.3-beta.1")]
    [InlineData("Some.Package,[1.0,2.0)", "Some.Package", "[1.0,2.0)")]
    [InlineData("Some.Package, *", "Some.Package", null)]
    [InlineData("Some.Package, 1.*", "Some.Package", "1.*")]
    public void A_request_is_read(string text, string id, string? version) => Assert.Equal(new PackageRequest(id, version), PackageRequest.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a, 1\" />")]
    [InlineData("a/b")]
    [InlineData("a, $(Home)x")]
    public void What_is_no_request_is_refused(string text) => Assert.Null(PackageRequest.Parse(text));

    [Fact]
    public async Task A_request_that_cannot_be_read_says_what_was_expected() =>
        Assert.Contains("expected \"nuget: Id\"", (await Session().RunAsync("#r \"nuget: a b c\"", "Cell[1]")).Failed("CompilationError").Value, StringComparison.Ordinal);

    [Fact]
    public async Task A_native_library_of_a_package_is_found_by_its_name()
    {
        if (!OperatingSystem.IsLinux() || !System.Runtime.InteropServices.NativeLibrary.TryLoad("libsqlite3.so.0", out _)) Assert.Skip("The test borrows a library of Linux.");
        await using var session = Session();
        var file = new[] { "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/usr/lib64" }.Select(f => Path.Combine(f, "libsqlite3.so.0")).FirstOrDefault(File.Exists);
        if (file is null) Assert.Skip("The test borrows a library of Linux.");
        File.Copy(file, Path.Combine(folder.FullName, "libe_borrowed.so"));
        session.Context.KnowNative(Path.Combine(folder.FullName, "libe_borrowed.so"));
        var result = await session.RunAsync("using System.Runtime.InteropServices;\nclass Native { [DllImport(\"e_borrowed\")] public static extern int sqlite3_libversion_number(); }\nNative.sqlite3_libversion_number() > 3000000", "Cell[1]");
        Assert.Equal("true", result.Value());
    }
}
