using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using NotebookKit.Kernel.Cells.Compiling;

namespace NotebookKit.Kernel.Cells.Running;

/// <summary>Exceptions on threads that a cell started and nobody waits for. They would end the process; here they become a message of the session whose code
/// is in their stack. Those of the host's own code still do what they always did.</summary>
internal static class StrayErrors
{
    private static int installed;

    /// <summary>Puts it in place once. A process that has a handler of its own keeps it.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) == 1) return;
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(IsOfCell);
        }
        catch (InvalidOperationException)
        {
            // Somebody was there before: strays end as the host decided.
        }
    }

    private static bool IsOfCell(Exception error)
    {
        foreach (var frame in new StackTrace(error).GetFrames())
        {
            if (frame.GetMethod()?.Module.Assembly is not { } assembly || AssemblyLoadContext.GetLoadContext(assembly) is not CellLoadContext context) continue;
            context.Strayed?.Invoke(error);
            return true;
        }

        return false;
    }
}
