using NotebookKit.Console;
using NotebookKit.Kernel.Documents;
using NotebookKit.Kernel.Running;
using NotebookKit.Kernel.Tests.Documents;

namespace NotebookKit.Kernel.Tests.Running;

public class RunNotebooksCommandTests
{
    [Fact]
    public void A_good_run_is_written_back_and_then_holds()
    {
        var file = Sample.File("good.ipynb", "# Title", "print a\nvalue 1", "", "cells");
        var (code, said, _) = Run(file);
        Assert.Equal(0, code);
        Assert.Contains("ok    " + file + ": 2 cells", said, StringComparison.Ordinal);
        var notebook = Notebook.Read(file);
        Assert.Equal([null, 1, null, 2], notebook.Cells.Select(c => c.ExecutionCount));
        Assert.Equal("2\n", Assert.Single(notebook.Cells[3].Outputs)["text"]![0]!.ToString());
        Assert.Equal(0, Run(file, "--check").Code);
    }

    [Fact]
    public void A_failing_cell_is_named_with_line_and_error_and_the_other_notebooks_run()
    {
        var bad = Sample.File("bad.ipynb", "# Title", "print a", "print b\nfail There is no column 'x'.", "print never");
        var before = File.ReadAllText(bad);
        var good = Sample.File("good.ipynb", "print a");
        var (code, said, _) = Run(bad, good);
        Assert.Equal(1, code);
        Assert.Contains($"FAIL  {bad}: In [2] (cell 3), line 2: InvalidOperationException: There is no column 'x'.", said, StringComparison.Ordinal);
        Assert.Contains("          fail There is no column 'x'.", said, StringComparison.Ordinal);
        Assert.Contains("ok    " + good, said, StringComparison.Ordinal);
        Assert.EndsWith("2 notebooks, 1 failed.\n", said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(bad));
        Assert.Single(Notebook.Read(good).Cells[0].Outputs);
    }

    [Fact]
    public void Jobs_run_at_once_and_are_told_in_the_order_of_the_files()
    {
        var folder = Directory.CreateTempSubdirectory("nbk-meet").FullName;
        var (here, there) = (Path.Combine(folder, "here"), Path.Combine(folder, "there"));
        var first = Sample.File("first.ipynb", $"meet {here} {there}", "print a");
        var second = Sample.File("second.ipynb", $"meet {there} {here}");
        var (code, said, _) = Run(first, second, "--jobs", "2");
        Assert.Equal(0, code);
        Assert.Matches(@"^ok    \S+first\.ipynb: 2 cells, [0-9.]+ s\nok    \S+second\.ipynb: 1 cells, [0-9.]+ s\n2 notebooks, 0 failed\.\n$", said);

        // One after the other, the first waits in vain for the second.
        File.Delete(here);
        File.Delete(there);
        (code, said, _) = Run(first, second, "--timeout", "3");
        Assert.Equal(1, code);
        Assert.Contains("In [1] (cell 1): TimeoutExpired", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stuck_cell_is_stopped_from_outside_and_named()
    {
        var file = Sample.File("stuck.ipynb", "print a", "hang");
        var (code, said, _) = Run(file, "--timeout", "3");
        Assert.Equal(1, code);
        Assert.Contains("In [2] (cell 2): TimeoutExpired: the cell did not end within 3 s", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 3", "ProcessEnded: the process of the notebook ended with exit code 3")]
    [InlineData("crash all is lost", "all is lost")]
    public void A_cell_that_ends_the_process_is_named(string cell, string message)
    {
        var (code, said, _) = Run(Sample.File("gone.ipynb", "print a", cell));
        Assert.Equal(1, code);
        Assert.Contains("In [2] (cell 2): ProcessEnded", said, StringComparison.Ordinal);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_notebook_has_a_fresh_process_in_its_own_folder_without_a_culture_and_in_utc()
    {
        var file = Sample.File("one.ipynb", "where", "culture", "cells");
        Assert.Equal(0, Run(file, Sample.File("two.ipynb", "cells")).Code);
        var texts = Notebook.Read(file).Cells.Select(c => c.Outputs[0]["text"]![0]!.ToString()).ToList();
        Assert.Equal([Path.GetFileName(Path.GetDirectoryName(file)) + "\n", "1.5 00:00:00\n", "3\n"], texts);
    }

    [Fact]
    public void A_cell_that_must_fail_is_kept_with_its_error_and_one_that_does_not_is_an_error()
    {
        var file = Sample.File("raises.ipynb", "fail on purpose @@raises-exception", "print after");
        Assert.Equal(0, Run(file).Code);
        Assert.Equal("on purpose", Notebook.Read(file).Cells[0].Outputs[0]["evalue"]!.ToString());
        Assert.Equal(0, Run(file, "--check").Code);
        var (code, said, _) = Run(Sample.File("calm.ipynb", "print calm @@raises-exception"));
        Assert.Equal(1, code);
        Assert.Contains("In [1] (cell 1): NoError: the cell has the tag raises-exception and ran to its end", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_writes_nothing_and_shows_the_first_difference()
    {
        var file = Sample.File("held.ipynb", "print a", "print b\nprint c");
        Assert.Equal(0, Run(file).Code);
        var other = File.ReadAllText(file).Replace("\"c\\n\"", "\"old\\n\"", StringComparison.Ordinal);
        File.WriteAllText(file, other);
        var (code, said, _) = Run(file, "--check");
        Assert.Equal(1, code);
        Assert.Contains("In [2] (cell 2): stdout differs from a fresh run", said, StringComparison.Ordinal);
        Assert.Contains("line 2:\n          - held  old\n          + fresh c", said, StringComparison.Ordinal);
        Assert.Equal(other, File.ReadAllText(file));
    }

    [Fact]
    public void A_check_of_a_notebook_that_never_ran_says_so()
    {
        var (code, said, _) = Run(Sample.File("new.ipynb", "print a"), "--check");
        Assert.Equal(1, code);
        Assert.Contains("In [1]: it never ran", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_rows_are_not_saved_unless_that_is_said()
    {
        var file = Sample.File("raw.ipynb", "print a", "raw jo@example.com");
        var before = File.ReadAllText(file);
        var (code, said, _) = Run(file);
        Assert.Equal(1, code);
        Assert.Contains("In [2] shows rows as they were recorded", said, StringComparison.Ordinal);
        Assert.DoesNotContain("jo@example.com", said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(file));
        Assert.Equal(0, Run(file, "--allow-raw").Code);
        Assert.Equal(1, Run(file, "--check").Code);
        Assert.Equal(0, Run(file, "--check", "--allow-raw").Code);
        Assert.Equal(0, Run(Sample.File("invented.ipynb", "raw jo@example.com @@allow-raw")).Code);
    }

    [Fact]
    public void A_notebook_in_another_language_is_not_run()
    {
        var file = Sample.File("python.ipynb", "print a");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"metadata\":{},\"nbformat\"", "\"metadata\":{\"kernelspec\":{\"language\":\"python\"}},\"nbformat\"", StringComparison.Ordinal));
        var (code, said, _) = Run(file);
        Assert.Equal(1, code);
        Assert.Contains("it is written in python; only C# is run", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_fails_and_the_others_run()
    {
        var broken = Sample.File("broken.ipynb");
        File.WriteAllText(broken, "{");
        var (code, said, _) = Run(broken, Sample.File("good.ipynb", "print a"));
        Assert.Equal(1, code);
        Assert.Contains($"FAIL  {broken}: ", said, StringComparison.Ordinal);
        Assert.EndsWith("2 notebooks, 1 failed.\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("nowhere.ipynb")]
    [InlineData("--timeout", "0")]
    [InlineData("--timeout", "soon")]
    [InlineData("--jobs", "0")]
    [InlineData("--jobs", "many")]
    [InlineData("--html")]
    public void Wrong_arguments_are_one_line_and_code_2(params string[] args)
    {
        var (code, said, trouble) = Run(args);
        Assert.Equal(2, code);
        Assert.Equal("", said);
        Assert.Single(trouble.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_notebook_whose_packages_are_not_to_be_had_is_left_out_and_said()
    {
        var file = Needing("needs.ipynb", "[\"Nothing.Of.This.Name, 1.0.0\"]");
        var before = File.ReadAllText(file);
        var (code, said, _) = Run(file, Sample.File("good.ipynb", "print a"));
        Assert.Equal(0, code);
        Assert.Contains($"left  {file}: it needs the package Nothing.Of.This.Name 1.0.0, which cannot be had here (NU1101); not run\n", said, StringComparison.Ordinal);
        Assert.EndsWith("2 notebooks, 0 failed, 1 left out.\n", said, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(file));
        Assert.Equal(0, Run(file, "--ran", Path.GetTempPath()).Code);
    }

    [Theory]
    [InlineData("[]", 0, "ok    ")]
    [InlineData("[\"a b c\"]", 1, "FAIL  ")]
    [InlineData("[1]", 1, "FAIL  ")]
    [InlineData("\"Some.Package\"", 1, "FAIL  ")]
    public void What_is_needed_must_be_packages(string needs, int expected, string verdict)
    {
        var (code, said, _) = Run(Needing("needs.ipynb", needs));
        Assert.Equal(expected, code);
        Assert.StartsWith(verdict, said, StringComparison.Ordinal);
    }

    /// <summary>A notebook that says what it needs, in a folder with an empty package source.</summary>
    private static string Needing(string name, string needs)
    {
        var file = Sample.File(name, "print a");
        var metadata = "\"metadata\":{\"notebookkit\":{\"needs\":" + needs + "}},\"nbformat\"";
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"metadata\":{},\"nbformat\"", metadata, StringComparison.Ordinal));
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file)!, "source"));
        File.WriteAllText(Path.Combine(folder.Parent!.FullName, "nuget.config"), "<configuration><packageSources><clear /><add key=\"empty\" value=\"source\" /></packageSources></configuration>");
        return file;
    }

    [Fact]
    public void Pages_are_written_of_the_notebooks_that_ran()
    {
        var pages = Path.Combine(Directory.CreateTempSubdirectory("nbk-notebooks").FullName, "pages");
        var (code, said, _) = Run(Sample.File("good.ipynb", "# Good", "print a <b>"), Sample.File("bad.ipynb", "fail x"), Sample.File("raw.ipynb", "raw jo@example.com"), "--html", pages);
        Assert.Equal(1, code);
        Assert.Equal(["good.html", "index.html"], Directory.GetFiles(pages).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("a &lt;b&gt;", File.ReadAllText(Path.Combine(pages, "good.html")), StringComparison.Ordinal);
        Assert.Contains("Pages: file://", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_gives_all_its_notebooks_in_order_but_no_hidden_copies()
    {
        var folder = Directory.CreateTempSubdirectory("nbk-notebooks").FullName;
        foreach (var name in new[] { "b.ipynb", "a.ipynb", ".ipynb_checkpoints/a.ipynb", "sub/c.ipynb", "note.md" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), Sample.JsonOf("print a"));
        }

        Assert.Equal(["a.ipynb", "b.ipynb", "sub/c.ipynb"], NotebookFiles.Find([folder, Path.Combine(folder, "a.ipynb")]).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')));
    }

    private static (int Code, string Said, string Trouble) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = RunNotebooksCommand.Run(new Terminal(output, error), args, ChildProcess.ThisProgram);
        return (code, output.ToString(), error.ToString());
    }
}
