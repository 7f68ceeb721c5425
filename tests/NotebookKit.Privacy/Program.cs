using NotebookKit.Privacy;

// Measures the anonymizing: against sets with marked personal data, and against clean ones. It prints counts; of texts it shows alarms in clean public rows only.
const string Usage =
    """
    usage: dotnet run -c Release --project tests/NotebookKit.Privacy -- evaluate [set…] [options]

      sets: presidio_split (dev_v2, dev_large), pii_anon_eval, pii_syn_nano, pasteguard_pii, generated; default: all
      --sensitivity WORD    recall-first, balanced or precision-first (default: balanced)
      --predictions FILE    writes our spans, a line a text
      --gold FILE           writes the texts with their marks, for other tools to read
      --score FILE          scores the spans of that file in place of ours
      --seed N              seed of the generated texts (default: 1)

           or: … -- generate [--seed N] [--out FILE]      writes the generated texts with their marks
           or: … -- alarms [--list] [--rows N] [--sensitivity WORD] [--seed N]      finds in clean rows; ends with 1 above the target
           or: … -- planted [--list] [--rows N] [--sensitivity WORD] [--seed N]     recall of what is planted in the bundled samples, N of each type (at most 1,000)
    """;

try
{
    switch (args is [var verb, ..] ? verb : "")
    {
        case "evaluate":
            Evaluation.Run(EvaluationArguments.Parse(args.AsSpan(1)));
            return 0;
        case "generate":
            var wanted = EvaluationArguments.Parse(args.AsSpan(1));
            using (var file = wanted.Out is null ? Console.Out : new StreamWriter(wanted.Out))
                foreach (var text in Generated.Texts(wanted.Seed)) SpanFiles.Write(file, text, text.Spans, withText: true);
            return 0;
        case "alarms":
            return Alarms.Run(EvaluationArguments.Parse(args.AsSpan(1)));
        case "planted":
            PlantedRun.Run(EvaluationArguments.Parse(args.AsSpan(1)));
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception error) when (error is FormatException or OverflowException or IOException)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(Usage);
    return 2;
}
