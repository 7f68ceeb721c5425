using System.Diagnostics;

namespace NotebookKit.Tests.Console;

public class ScriptTests
{
    [Fact]
    public async Task The_library_that_a_script_loads_is_optimized_from_whatever_folder_it_runs()
    {
        // File-based apps build Debug unless told otherwise; only the root's build files reach the library behind a script.
        var script = Path.Combine(RealData.Repository, "notebooks", "scripts", "prepare.cs");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", script, "--", "--version"])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await error);
        Assert.Matches(@"^NotebookKit \d+\.\d+\.\d+, \.NET 10\.\S+, optimized\s*$", output);
    }
}
