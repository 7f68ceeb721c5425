using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotebookKit.Kernel.Cells.Packages;

/// <summary>Finds the files of packages by a small project outside of the user's folders, restored by the SDK. What was found is kept by the list of packages.</summary>
/// <param name="options">Where to keep it, how long to wait, and where the notebook lies: package sources configured for its folder are asked.</param>
internal sealed partial class PackageProject(SessionOptions options)
{
    /// <summary>The files of the packages, all resolved together so that their versions agree.</summary>
    /// <exception cref="PackageException">They were not found.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public PackageAssets Resolve(IReadOnlyList<PackageRequest> packages, CancellationToken cancel)
    {
        var project = Project(packages.OrderBy(p => p.Id, StringComparer.OrdinalIgnoreCase));
        var folder = Path.Combine(options.PackageDirectory, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(project + options.BaseDirectory)))[..24]);
        var kept = Path.Combine(folder, "assets.json");
        if (Kept(kept) is { IsWhole: true } known) return known;
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "packages.csproj"), project);
            var assets = Read(Build(folder, cancel));
            // Two sessions may resolve the same list at once: each writes a whole file.
            var temporary = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(temporary, JsonSerializer.Serialize(assets));
            File.Move(temporary, kept, overwrite: true);
            return assets;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"the folder for packages cannot be written ({error.GetType().Name}).");
        }
    }

    private static PackageAssets? Kept(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<PackageAssets>(File.ReadAllText(file)) : null;
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Project(IEnumerable<PackageRequest> packages) => $"""
        <Project>
          <PropertyGroup>
            <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
            <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
            <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
          </PropertyGroup>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.{Environment.Version.Minor}</TargetFramework>
            <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <UseAppHost>false</UseAppHost>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', packages.Select(p => $"    <PackageReference Include=\"{SecurityElement.Escape(p.Id)}\" Version=\"{SecurityElement.Escape(p.Version ?? "*")}\" />"))}
          </ItemGroup>
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
        </Project>
        """;

    /// <summary>Restores the project and gives what the SDK printed.</summary>
    private string Build(string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Sdk()) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[]
        {
            "msbuild", "packages.csproj", "-restore", "-nologo", "-t:ResolvePackageAssets", "-getItem:RuntimeCopyLocalItems", "-getItem:NativeCopyLocalItems",
            "-nodeReuse:false", $"-p:RestoreRootConfigDirectory={options.BaseDirectory}",
        }) start.ArgumentList.Add(argument);
        // What the host was started with is none of this build's business.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Started(start);
        process.StandardInput.Close();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(options.PackageTimeout);
        try
        {
            var error = process.StandardError.ReadToEndAsync(time.Token);
            var output = process.StandardOutput.ReadToEndAsync(time.Token).GetAwaiter().GetResult();
            process.WaitForExitAsync(time.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 ? output : throw Failed(output + "\n" + error.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PackageException(FormattableString.Invariant($"fetching took longer than {options.PackageTimeout.TotalSeconds:0} s."));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static PackageAssets Read(string output)
    {
        try
        {
            return PackageAssets.Read(output[Math.Max(0, output.IndexOf('{', StringComparison.Ordinal))..]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException)
        {
            throw new PackageException("the SDK said something unexpected; it has to be 8.0.200 or newer.");
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new PackageException("the .NET SDK (dotnet) was not found; packages need it.");
        }
    }

    private static string Sdk() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>The first error line, without the path of the project.</summary>
    private static PackageException Failed(string output)
    {
        var found = Error().Matches(output).Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value.Trim()}").Distinct(StringComparer.Ordinal).ToList();
        return new(found is [var first, ..] ? first : "the SDK could not restore it.");
    }

    [GeneratedRegex(@"error (\w+\d+)\s*: (.*?)(?: \[[^\[\]]*\])?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Error();
}

/// <summary>Packages that could not be had; the message says why in one line.</summary>
internal sealed class PackageException(string message) : Exception(message);
