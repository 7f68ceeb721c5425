using NotebookKit.Anonymizing;

namespace NotebookKit.Privacy;

/// <summary>What was asked for on the command line.</summary>
internal sealed record EvaluationArguments
{
    public List<string> Sets { get; } = [];

    public Sensitivity Sensitivity { get; private set; } = Sensitivity.Balanced;

    public string? Predictions { get; private set; }

    public string? Score { get; private set; }

    public string? Gold { get; private set; }

    public string? Out { get; private set; }

    public bool List { get; private set; }

    public ulong Seed { get; private set; } = 1;

    public int Rows { get; private set; } = 10_000;

    /// <exception cref="FormatException">An option is unknown, or its value is.</exception>
    public static EvaluationArguments Parse(ReadOnlySpan<string> args)
    {
        var asked = new EvaluationArguments();
        for (var i = 0; i < args.Length; i++)
        {
            var option = args[i];
            if (!option.StartsWith("--", StringComparison.Ordinal))
            {
                if (option == "presidio_split") asked.Sets.AddRange(["dev_v2", "dev_large"]);
                else asked.Sets.Add(PublicSets.Names.Contains(option) ? option : throw new FormatException($"Unknown set {option}; there are presidio_split, {string.Join(", ", PublicSets.Names)}."));
                continue;
            }

            if (option == "--list")
            {
                asked.List = true;
                continue;
            }

            if (++i >= args.Length) throw new FormatException($"{option} needs a value.");
            switch (option)
            {
                case "--sensitivity":
                    asked.Sensitivity = args[i] switch
                    {
                        "recall-first" => Sensitivity.RecallFirst,
                        "balanced" => Sensitivity.Balanced,
                        "precision-first" => Sensitivity.PrecisionFirst,
                        var other => throw new FormatException($"Unknown sensitivity {other}; there are recall-first, balanced, precision-first."),
                    };
                    break;
                case "--predictions": asked.Predictions = args[i]; break;
                case "--score": asked.Score = args[i]; break;
                case "--gold": asked.Gold = args[i]; break;
                case "--out": asked.Out = args[i]; break;
                case "--seed": asked.Seed = ulong.Parse(args[i], System.Globalization.CultureInfo.InvariantCulture); break;
                case "--rows": asked.Rows = int.Parse(args[i], System.Globalization.CultureInfo.InvariantCulture); break;
                default: throw new FormatException($"Unknown option {option}.");
            }
        }

        if (asked.Sets.Count == 0) asked.Sets.AddRange(PublicSets.Names);
        return asked;
    }
}
