using NotebookKit.Benchmarks;

// dotnet run --project tests/NotebookKit.Benchmarks -- <verb> [rows]
var verb = args.FirstOrDefault() ?? "help";
var rows = args.Length > 1 ? int.Parse(args[1] is [>= (char)48 and <= (char)57, ..] ? args[1] : "0", System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
switch (verb)
{
    case "generate": ChatRows.Write(args[2], rows!.Value, 7); return 0;
    case "recipe": return StageBenchmark.Run(rows ?? 100_000);
    case "duplicates": return args is [_, "only", _] ? DuplicateBenchmark.RunOnly(args[2]) : DuplicateBenchmark.Run(args.Length > 1 ? args[1] : null);
    case "contradictions": return ContradictionBenchmark.Run(rows ?? 10_000);
    case "label-noise": return LabelNoiseBenchmark.Run(args is [_, "tables", ..]);
    case "near-rows": return NearBenchmark.Run(rows ?? 50_000, args.Length > 2 ? args[2] : null);
    case "near-scale": return NearScaleBenchmark.Run(rows ?? 1_000_000, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 100);
    case "decontaminate": return DecontaminationBenchmark.Run(rows ?? 200_000, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 20);
    case "semantic": return SemanticBenchmark.Run(rows ?? 100_000, args.Length > 2 ? args[2] : null);
    case "incremental": return IncrementalBenchmark.Run(rows ?? 100_000, args is [_, _, "semantic", ..], args.Length > 4 ? args[3] : null, args.Length > 4 ? args[4] : null);
    case "outliers": return OutlierBenchmark.Run(rows ?? OutlierBenchmark.Seeds);
    case "linear": return LinearBenchmark.Run(rows ?? 15_000);
    case "gap": return GapBenchmark.Run(rows ?? 100_000);
    case "detectors": return DetectorBenchmark.Run(rows ?? 100_000, args.Length > 2 ? args[2] : null);
    case "proof": return ProofBenchmark.Run();
    case "split": SplitBenchmark.Run(); return 0;
    case "cleaning": CleaningBenchmark.Run(rows ?? 100_000); return 0;
    case "embed": EmbedderBenchmark.Run(rows ?? 100_000); return 0;
    case "views": ViewBenchmark.Run(rows ?? 100_000); return 0;
    case "kernel": return await KernelBenchmark.RunAsync();
    case "pii": PiiBenchmark.Run(rows ?? 20); return 0;
    case "pii-finds": PiiBenchmark.WriteFinds(args[1]); return 0;
    case "wire": return WireBenchmark.Run(rows ?? 200_000);
    case "soak": return SoakBenchmark.Run(rows ?? 20_000);
    case "kernel-first": return await KernelBenchmark.FirstAsync();
    case "kernel-memory": return await KernelBenchmark.MemoryAsync();
    default:
        Console.WriteLine("verbs: recipe [ROWS] | generate ROWS FILE | duplicates [PEER] | contradictions [ROWS] | label-noise [tables] | near-rows [ROWS] [PEER] | near-scale [ROWS] [TEMPLATES] | decontaminate [ROWS [MEGABYTES]] | semantic [ROWS [FOLDER OF A MODEL]] | incremental [ROWS [semantic]] | outliers [SEEDS] | linear [TEXTS] | detectors [ROWS [NAME]] | gap [ROWS] | proof | split | cleaning [ROWS] | embed [TEXTS] | views [ROWS] | kernel | pii [MEGABYTES] | pii-finds FILE | wire [STREAMS] | soak [CELLS]");
        return verb == "help" ? 0 : 2;
}
