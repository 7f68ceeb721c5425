using System.Text;

namespace NotebookKit.Kernel.Cells.Running;

/// <summary>The console of the process, of which each cell has its own: what runs for a cell, on whatever thread, writes to that cell's outputs;
/// everything else goes where it went before. A cell that reads asks whoever runs it.</summary>
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
            if (!ReferenceEquals(System.Console.Out, routedOut))
            {
                System.Console.SetOut(new Writer(System.Console.Out, "stdout"));
                routedOut = System.Console.Out;
            }

            if (!ReferenceEquals(System.Console.Error, routedError))
            {
                System.Console.SetError(new Writer(System.Console.Error, "stderr"));
                routedError = System.Console.Error;
            }

            if (routedIn is not null && ReferenceEquals(System.Console.In, routedIn)) return;
            System.Console.SetIn(new Reader(System.Console.In));
            routedIn = System.Console.In;
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
        public override int Read() => CellRun.Current is { } run ? run.Typed.Read() : outside.Read();

        public override int Peek() => CellRun.Current is { } run ? run.Typed.Peek() : outside.Peek();

        public override int Read(char[] buffer, int index, int count) => CellRun.Current is { } run ? run.Typed.Read(buffer.AsSpan(index, count)) : outside.Read(buffer, index, count);

        public override string? ReadLine() => CellRun.Current is { } run ? run.Typed.ReadLine() : outside.ReadLine();

        public override string ReadToEnd() => CellRun.Current is null ? outside.ReadToEnd() : throw new NotSupportedException("What a cell reads from the console has no end; read it line by line.");
    }
}
