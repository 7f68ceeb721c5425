using System.Globalization;
using NotebookKit.Adapters.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var number = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : (int?)null;
switch (args.Length > 0 ? args[0] : "")
{
    case "outliers": return MlNetBenchmark.Run(number ?? MlNetBenchmark.Seeds);
    case "frames": return FrameBenchmark.Run(number ?? 1_000_000);
    default:
        Console.WriteLine("verbs: outliers [SEEDS] | frames [ROWS]");
        return 2;
}
