using System.Runtime.CompilerServices;
using NotebookKit.Kernel.Running;

namespace NotebookKit.Kernel.Tests.Running;

/// <summary>The program of the tests is also the process in which the runner under test runs a notebook.</summary>
internal static class ChildOfTests
{
    [ModuleInitializer]
    internal static void BecomeChild()
    {
        if (Environment.GetCommandLineArgs() is [_, NotebookChild.Marker, ..] args) Environment.Exit(NotebookChild.Run(args[1..], _ => new ScriptedSession()));
    }
}
