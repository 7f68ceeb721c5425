using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NotebookKit.Kernel.Cells.Running;

/// <summary>What the engine writes into loops and functions of cells, so that they can be interrupted and cannot overflow the stack. Public because
/// cells are assemblies of their own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellCheck
{
    /// <summary>How long the checks of a stopped cell stay on after its end: work that it left on other threads ends, too.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(3);

    private static volatile int stopping;

    /// <summary>Stands in every loop: ends an interrupted cell.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static void Loop()
    {
        if (stopping != 0) Stop();
    }

    /// <summary>Stands in every function: ends an interrupted cell, and a recursion without end before it takes the process along.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">Functions call each other too deep.</exception>
    public static void Enter()
    {
        if (stopping != 0) Stop();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) TooDeep();
    }

    /// <summary>Turns the checks on for a while longer than what is disposed.</summary>
    internal static IDisposable TurnOn()
    {
        Interlocked.Increment(ref stopping);
        return new Turned();
    }

    private static void Stop() => CellRun.Current?.ThrowIfStopped();

    private static void TooDeep() =>
        throw new InsufficientExecutionStackException("Functions call each other too deep: the stack is full. Check how the recursion ends, or use a loop.");

    private sealed class Turned : IDisposable
    {
        private int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) == 0)
                Task.Delay(Lasting).ContinueWith(_ => Interlocked.Decrement(ref stopping), TaskScheduler.Default);
        }
    }
}
