using System.Globalization;
using NotebookKit.Samples;

namespace NotebookKit.Faults;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Arguments
{
    public const string Usage =
        """
        usage: dotnet run -c Release --project tests/NotebookKit.Faults -- [options]

          --held              plant the held half of the variants (default: the open half)
          --seed N            seed of a set; may be given more than once (default: 7001 7002 7003)
          --each N            faults of each kind in a set, 6 to 80 (default: 60)
          --least SHARE       share of each kind that has to be found (default: 0.95)
          --clean SHARE       share of clean rows that may be removed (default: 0.03)
          --show KIND         list what was missed of a kind, or "clean" for clean rows that were removed; open half only
          --keep FOLDER       leave the sets in this folder
          --threads N         threads of the run (default: all)

        Ends with 0 where all shares are reached, 1 where not, 2 where it was called wrongly.
        """;

    public VariantHalf Half { get; private set; }

    /// <summary>Three seeds that are used for nothing else.</summary>
    public List<ulong> Seeds { get; } = [];

    public int Each { get; private set; } = 60;

    public double Least { get; private set; } = 0.95;

    public double Clean { get; private set; } = 0.03;

    public List<string> Show { get; } = [];

    public string? Keep { get; private set; }

    public int Threads { get; private set; } = Environment.ProcessorCount;

    /// <exception cref="FormatException">An option is unknown, or its value is.</exception>
    public static Arguments Parse(string[] args)
    {
        var asked = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");
            switch (args[i])
            {
                case "--held": asked.Half = VariantHalf.Held; break;
                case "--seed": asked.Seeds.Add(ulong.Parse(Value(), CultureInfo.InvariantCulture)); break;
                case "--each": asked.Each = int.Parse(Value(), CultureInfo.InvariantCulture); break;
                case "--least": asked.Least = double.Parse(Value(), CultureInfo.InvariantCulture); break;
                case "--clean": asked.Clean = double.Parse(Value(), CultureInfo.InvariantCulture); break;
                case "--show": asked.Show.Add(Value()); break;
                case "--keep": asked.Keep = Value(); break;
                case "--threads": asked.Threads = int.Parse(Value(), CultureInfo.InvariantCulture); break;
                default: throw new FormatException($"Unknown option {args[i]}.");
            }
        }

        if (asked.Show.Find(k => k != "clean" && !Wanted.Kinds.Contains(k)) is { } unknown)
            throw new FormatException($"Unknown kind {unknown}; there are clean, {string.Join(", ", Wanted.Kinds)}.");
        if (asked.Half == VariantHalf.Held && (asked.Show.Count > 0 || asked.Keep is not null))
            throw new FormatException("The held half is only measured: --show and --keep are for the open half, so that nobody fits a rule to what it holds.");
        if (asked.Each is < 6 or > 80) throw new FormatException("--each is a number from 6 to 80.");
        if (asked.Seeds.Contains(0)) throw new FormatException("Seed 0 is that of the bundled samples.");
        if (asked.Seeds.Count == 0) asked.Seeds.AddRange([7001, 7002, 7003]);
        return asked;
    }
}
