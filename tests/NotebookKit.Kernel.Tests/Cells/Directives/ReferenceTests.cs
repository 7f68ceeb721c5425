using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKit.Kernel.Cells;

namespace NotebookKit.Kernel.Tests.Cells.Directives;

/// <summary>Cells that refer to files, in a folder made for the test.</summary>
public sealed class ReferenceTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cells-");
    private readonly NotebookSession session;

    public ReferenceTests() => session = new(new() { BaseDirectory = folder.FullName });

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private Task<CellResult> Run(string code) => session.RunAsync(code, "Cell[1]");

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private string Library(string name, string code, params string[] uses)
    {
        var file = Write(name + ".dll", "");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetFileName(f).StartsWith("System.", StringComparison.Ordinal)).Concat(uses);
        var result = CSharpCompilation.Create(Path.GetFileName(name), [CSharpSyntaxTree.ParseText(code)], references.Select(r => MetadataReference.CreateFromFile(r)), new(OutputKind.DynamicallyLinkedLibrary)).Emit(file);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return file;
    }

    [Fact]
    public async Task The_kit_that_a_cell_refers_to_is_the_hosts_own()
    {
        Library("NotebookKit", "public class Impostor { }");
        (await Run("#r \"NotebookKit.dll\"\nusing NotebookKit;\nusing NotebookKit.Display;")).IsOk();
        var result = await Run("var data = Dataset.Of([]); data");
        Assert.Contains("text/html", Assert.IsType<ResultOutput>(Assert.Single(result.IsOk().Outputs)).Data.Renderings.Keys);
        Assert.Equal("true", (await Run("#r \"nowhere/NotebookKit.dll\"\ntypeof(Dataset).Assembly.Location.StartsWith(AppContext.BaseDirectory)")).Value());
    }

    [Fact]
    public async Task A_library_is_found_with_what_lies_beside_it()
    {
        var deep = Library("lib/Deep", "namespace Deep { public class Base { public int Size() => 3; } }");
        Library("lib/Upper", "namespace Upper { public class Sub : Deep.Base { } }", deep);
        Assert.Equal("3", (await Run("#r \"lib/Upper.dll\"\nusing Upper;\nnew Sub().Size()")).Value());
    }

    [Fact]
    public async Task A_reference_may_stand_below_other_code() =>
        Assert.Equal("1", (await Run($"var one = 1;\n#r \"{Library("Below", "public class Below { public int N = 1; }").Replace('\\', '/')}\"\nnew Below().N")).Value());

    [Fact]
    public async Task A_reference_in_a_text_is_none() => Assert.Equal("12", (await Run("\"\"\"\n#r \"nowhere\"\n\"\"\".Length")).Value());

    [Fact]
    public async Task A_missing_file_says_where_it_was_looked_for()
    {
        var error = (await Run("\n#r \"nowhere.dll\"")).Failed("CompilationError");
        Assert.StartsWith("Cell[1], line 2: #r \"nowhere.dll\": there is no such file", error.Value, StringComparison.Ordinal);
        Assert.StartsWith("Cell[1], line 1: #load \"no.csx\": there is no such file", (await Run("#load \"no.csx\"")).Failed("CompilationError").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_says_so()
    {
        Write("text.dll", "text");
        Assert.Contains("not a .NET assembly", (await Run("#r \"text.dll\"")).Failed("CompilationError").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loaded_files_declare_for_the_cell_and_later_ones()
    {
        Write("tools/more.cs", "namespace Numbers;\npublic static class Three { public const int Value = 3; }");
        Write("tools/helpers2.csx", "using Numbers;\n#load \"more.cs\"\nint Triple(int n) => n * Three.Value;\nTriple(1)");
        var result = await Run("#load \"tools/helpers2.csx\"\nvar six = Triple(2);");
        Assert.Empty(result.IsOk().Outputs);
        Assert.Equal("9", (await Run("six + Triple(1)")).Value());
    }

    [Fact]
    public async Task Errors_in_a_loaded_file_name_it()
    {
        Write("bad.csx", "\nmissing();");
        Assert.StartsWith("bad.csx, line 2, column 1: CS0103", (await Run("#load \"bad.csx\"\n1")).Failed("CompilationError").Value, StringComparison.Ordinal);
        Write("throws.csx", "void Fail() {\n  throw new FormatException(\"x\"); }");
        Assert.Equal(["FormatException: x", "   at Fail in throws.csx, line 2", "   at Cell[1], line 2"], (await Run("#load \"throws.csx\"\nFail();")).Failed("FormatException").Traceback);
    }

    [Fact]
    public async Task A_file_that_loads_itself_is_refused()
    {
        Write("a.csx", "#load \"b.csx\"");
        Write("b.csx", "#load \"a.csx\"");
        Assert.Contains("loads itself", (await Run("#load \"a.csx\"")).Failed("CompilationError").Value, StringComparison.Ordinal);
    }
}
