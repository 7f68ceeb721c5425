using System.Text;

namespace NotebookKit.Kernel.Cells.Running;

/// <summary>The console of the process, of which each cell has its own: what runs for a cell, on whatever thread, writes to that cell's outputs;
/// everything else goes where it went before. A cell that reads finds no input.</summary>
internal static class RoutedConsole
{
    private static readonly Lock Gate = new();
    private static TextWriter? routedOut, routedError;
    private static TextReader? routedIn;

    /// <summary>Puts it in place, also again after somebody else has set a console of his own.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!ReferenceEquals(Console.Out, routedOut))
            {
                Console.SetOut(new Writer(Console.Out, "stdout"));
                routedOut = Console.Out;
            }

            if (!ReferenceEquals(Console.Error, routedError))
            {
                Console.SetError(new Writer(Console.Error, "stderr"));
                routedError = Console.Error;
            }

            if (routedIn is not null && ReferenceEquals(Console.In, routedIn)) return;
            Console.SetIn(new Reader(Console.In));
            routedIn = Console.In;
        }
    }

    private sealed class Writer : TextWriter
    {
        private readonly TextWriter outside;
        private readonly string stream;

        public Writer(TextWriter outside, string stream)
        {
            this.outside = outside;
            this.stream = stream;
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (CellRun.Current is { } run) run.Write(stream, buffer);
            else outside.Write(buffer);
        }

        public override void WriteLine(string? value)
        {
            if (CellRun.Current is { } run) run.Write(stream, value + "\n");
            else outside.WriteLine(value);
        }

        public override void Flush()
        {
            if (CellRun.Current is null) outside.Flush();
        }
    }

    private sealed class Reader(TextReader outside) : TextReader
    {
        public override int Read() => CellRun.Current is null ? outside.Read() : -1;

        public override int Peek() => CellRun.Current is null ? outside.Peek() : -1;

        public override string? ReadLine() => CellRun.Current is null ? outside.ReadLine() : null;
    }
}
