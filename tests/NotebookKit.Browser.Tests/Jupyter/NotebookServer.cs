using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NotebookKit.Kernel.Jupyter.Install;

namespace NotebookKit.Browser.Tests.Jupyter;

/// <summary>Jupyter's classic notebook server with the installed kernel: on this machine only, on a free port, without a token, in folders of its own that are
/// empty at first and gone at the end. Where Jupyter or the kernel is missing, tests skip with that reason; in CI they fail.</summary>
public sealed class NotebookServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nbk-jupyter-");
    private readonly StringBuilder log = new();
    private Process? process;
    private string? missing;
    private int notebooks;

    private int Port { get; set; }

    private string Notebooks => folder.CreateSubdirectory("notebooks").FullName;

    public async ValueTask InitializeAsync()
    {
        var (program, installed) = (Tool.Find("jupyter-notebook"), KernelFolders.OfUser());
        if (program is null) missing = "There is no classic Jupyter notebook here: install it (apt-get install jupyter-notebook).";
        else if (!File.Exists(installed.SpecFile)) missing = "The kernel is not installed: dotnet run notebooks/scripts/kernel.cs -- install";
        else await Start(program, Path.GetDirectoryName(installed.Specs)!);
    }

    /// <summary>Writes a notebook into the server's folder.</summary>
    /// <returns>Where a browser finds it.</returns>
    public Uri Add(string json)
    {
        if (missing is not null && Environment.GetEnvironmentVariable("CI") != "true") Assert.Skip(missing);
        Assert.True(missing is null, missing);
        var name = FormattableString.Invariant($"notebook-{Interlocked.Increment(ref notebooks)}.ipynb");
        File.WriteAllText(Path.Combine(Notebooks, name), json);
        return new Uri(FormattableString.Invariant($"http://127.0.0.1:{Port}/notebooks/{name}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private async Task Start(string program, string kernels)
    {
        Port = FreePort();
        var start = new ProcessStartInfo(program, ["--no-browser", "--allow-root", "--ip=127.0.0.1", FormattableString.Invariant($"--port={Port}"), "--NotebookApp.port_retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=", "--notebook-dir=" + Notebooks])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Notebooks };
        foreach (var (variable, name) in new[] { ("JUPYTER_DATA_DIR", "data"), ("JUPYTER_CONFIG_DIR", "config"), ("JUPYTER_RUNTIME_DIR", "runtime"), ("IPYTHONDIR", "ipython") })
            start.Environment[variable] = folder.CreateSubdirectory(name).FullName;
        start.Environment["JUPYTER_PATH"] = kernels;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{Port}/")) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(100))
        {
            if (process.HasExited) break;
            try
            {
                var known = await client.GetStringAsync(new Uri("api/kernelspecs", UriKind.Relative));
                Assert.Contains(KernelFolders.Name, known, StringComparison.Ordinal);
                return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        lock (log) Assert.Fail("Jupyter's server did not start:\n" + log);
    }

    private void Note(string? line)
    {
        lock (log) log.AppendLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
