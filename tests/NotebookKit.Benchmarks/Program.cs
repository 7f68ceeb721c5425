using NotebookKit.Benchmarks;

// Each verb is one benchmark: dotnet run --project tests/NotebookKit.Benchmarks -- split
switch (args.FirstOrDefault())
{
    case "split": SplitBenchmark.Run(); return 0;
    default:
        Console.Error.WriteLine("Give a benchmark: split");
        return 2;
}
