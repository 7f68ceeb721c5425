using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NotebookKit.Kernel.Jupyter;

/// <summary>Ends the kernel with the process that started it: nobody would stop it any more, and it would hold that process's streams.</summary>
internal static class ParentWatch
{
    /// <summary>How Jupyter names the starting process: a number; on Windows a handle.</summary>
    public const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Starts to watch where the environment names a process.</summary>
    public static void Start(Action gone)
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var named) || named <= 1) return;
        var isDirect = !OperatingSystem.IsWindows() && GetParent() == named;
        new Thread(Watch) { IsBackground = true, Name = "watches the parent" }.UnsafeStart();

        void Watch()
        {
            if (OperatingSystem.IsWindows()) WaitFor((nint)named);
            // Whoever loses its parent gets another.
            else while (isDirect ? GetParent() == named : Exists((int)named)) Thread.Sleep(Pause);
            gone();
        }
    }

    private static void WaitFor(nint handle)
    {
        using var ended = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        ended.WaitOne();
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetParent();
}
