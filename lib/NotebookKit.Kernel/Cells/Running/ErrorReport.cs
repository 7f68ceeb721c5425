using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using NotebookKit.Kernel.Cells.Compiling;
using NotebookKit.Kernel.Cells.Rendering;

namespace NotebookKit.Kernel.Cells.Running;

/// <summary>Says what a cell threw: the message, its causes, and where in the user's own code it came from. Paths of the machine are left out.</summary>
/// <param name="context">Tells the cells' own assemblies.</param>
/// <param name="baseDirectory">The notebook's folder: paths in messages are said from there.</param>
internal sealed partial class ErrorReport(CellLoadContext context, string baseDirectory)
{
    /// <summary>Frames shown of one error; a deep recursion shows its first.</summary>
    private const int MostFrames = 20;

    /// <summary>The error of an exception.</summary>
    public ErrorOutput Of(Exception thrown)
    {
        if (thrown is CellFailure known) return known.Error;
        var error = Unwrapped(thrown);
        var lines = ImmutableArray.CreateBuilder<string>();
        Add(lines, error, "");
        return new(TypeNames.Of(error.GetType()), Message(error), lines.ToImmutable());
    }

    /// <summary>The error of an interrupted cell.</summary>
    /// <param name="reason">Why it was stopped.</param>
    /// <param name="limit">Its time limit.</param>
    /// <param name="thrown">What its code threw on being stopped; null where it threw nothing.</param>
    public ErrorOutput OfStop(StopReason reason, TimeSpan? limit, Exception? thrown)
    {
        var (name, message) = reason == StopReason.TimedOut
            ? ("TimeoutExpired", FormattableString.Invariant($"The cell took longer than {limit!.Value.TotalSeconds:0.##} s and was stopped."))
            : ("Interrupted", "The cell was interrupted.");
        return new(name, message, [message, .. thrown is null ? [] : Frames(Deepest(thrown))]);
    }

    /// <summary>The error of a cell that could not be stopped.</summary>
    public static ErrorOutput OfStuck(StopReason reason, TimeSpan grace)
    {
        var message = FormattableString.Invariant($"The cell did not stop within {grace.TotalSeconds:0.##} s and goes on by itself. Restart the session to be rid of it.");
        return new(reason == StopReason.TimedOut ? "TimeoutExpired" : "Interrupted", message, [message]);
    }

    /// <summary>Whether an exception is only how the code of a stopped cell ends.</summary>
    public static bool IsStop(Exception thrown) => thrown switch
    {
        OperationCanceledException or ThreadInterruptedException => true,
        AggregateException many => many.InnerExceptions.All(IsStop),
        _ => thrown.InnerException is { } inner && IsStop(inner),
    };

    private void Add(ImmutableArray<string>.Builder lines, Exception error, string before)
    {
        lines.Add($"{before}{TypeNames.Of(error.GetType())}: {Message(error)}");
        lines.AddRange(Frames(error));
        var causes = error is AggregateException many ? many.InnerExceptions.Take(5) : error.InnerException is { } one ? [one] : [];
        foreach (var cause in causes) Add(lines, cause, "caused by ");
    }

    private IEnumerable<string> Frames(Exception error)
    {
        var frames = new StackTrace(error, fNeedFileInfo: true).GetFrames()
            .Where(f => f.GetMethod() is { } m && m.DeclaringType is not null && context.IsCell(m.Module.Assembly))
            .Select(f => (Name: Function(f.GetMethod()!), Cell: f.GetFileName(), Line: f.GetFileLineNumber()))
            .Select(f => "   at " + (f.Name is null ? "" : f.Name + " in ") + (f.Cell is { } cell ? FormattableString.Invariant($"{Path.GetFileName(cell)}, line {f.Line}") : "a cell"))
            .ToList();
        return frames.Count <= MostFrames ? frames : [.. frames.Take(MostFrames), FormattableString.Invariant($"   … and {frames.Count - MostFrames} more")];
    }

    /// <summary>The name of a function as it was written; null for the cell itself.</summary>
    private static string? Function(MethodBase method)
    {
        var type = method.DeclaringType!;
        var name = method.Name;
        if (name == "MoveNext" && type.Name.StartsWith('<')) (name, type) = (type.Name, type.DeclaringType ?? type);
        if (name.Contains("<Initialize>", StringComparison.Ordinal) && !name.Contains("g__", StringComparison.Ordinal))
            return name.Contains("b__", StringComparison.Ordinal) ? "a lambda" : null;
        if (Local().Match(name) is { Success: true } local) name = local.Groups[1].Value;
        else if (name.Contains("b__", StringComparison.Ordinal)) name = (Outer().Match(name) is { Success: true } o ? o.Groups[1].Value + ", " : "") + "a lambda";
        else if (Outer().Match(name) is { Success: true } outer) name = outer.Groups[1].Value;
        while (type is not null && (type.Name.StartsWith('<') || type.Name.StartsWith("Submission#", StringComparison.Ordinal))) type = type.DeclaringType;
        if (name is ".ctor") return type is null ? null : $"new {TypeNames.Of(type)}";
        return type is null ? name : $"{TypeNames.Of(type)}.{name}";
    }

    private string Message(Exception error)
    {
        var message = error.Message;
        if (Path.GetDirectoryName(baseDirectory) is not null)
            message = message.Replace(baseDirectory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace($"'{baseDirectory}'", "'.'", StringComparison.Ordinal);
        return Home is null ? message : message.Replace(Home + Path.DirectorySeparatorChar, "~" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static string? Home { get; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 1 } home ? home : null;

    private static Exception Unwrapped(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrapped(only),
        TargetInvocationException { InnerException: { } inner } => Unwrapped(inner),
        _ => error,
    };

    private static Exception Deepest(Exception error) => error is AggregateException { InnerExceptions: [var first, ..] } ? Deepest(first) : error;

    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex Local();

    [GeneratedRegex(@"^<+([^>]+)>")]
    private static partial Regex Outer();
}
