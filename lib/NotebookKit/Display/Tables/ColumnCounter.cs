using System.Collections;
using System.Globalization;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>Counts the values of one column: eight bytes a value, and sixteen for each that differs.</summary>
internal sealed class ColumnCounter(string name)
{
    private readonly List<double> numbers = [];
    private readonly HashSet<ulong> distinct = [];
    private (ColumnKind Kind, string Unit)? kind;
    private bool isMixed;
    private long missing;

    public void Add(object? value)
    {
        switch (value)
        {
            case null or DBNull or "": missing++; break;
            case string text: Add(text); break;
            case bool flag: Count(flag ? 1 : 0, ColumnKind.Flag); break;
            case DateTimeOffset date: Count((date.UtcDateTime - DateTime.UnixEpoch).TotalMilliseconds, ColumnKind.Date); break;
            case DateTime date: Count((date - DateTime.UnixEpoch).TotalMilliseconds, ColumnKind.Date); break;
            case DateOnly date: Count((date.ToDateTime(TimeOnly.MinValue) - DateTime.UnixEpoch).TotalMilliseconds, ColumnKind.Date); break;
            case Enum name: Add(name.ToString()); break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or Half or nint or nuint or Int128 or UInt128 or System.Numerics.BigInteger:
                Add(Double(value));
                break;
            case ICollection items: Count(items.Count, ColumnKind.Text, "items"); break;
            default: Add(CellValue.Of(value).Text ?? ""); break;
        }
    }

    public void Add(string? text)
    {
        if (string.IsNullOrEmpty(text)) missing++;
        else Count(text.Length, ColumnKind.Text, "characters", StableHash.Of(text));
    }

    public void Add(double number)
    {
        if (double.IsNaN(number)) missing++;
        else Count(number, ColumnKind.Number);
    }

    public void Add(int count, string unit) => Count(count, ColumnKind.Number, unit);

    public void AddMissing(long rows = 1) => missing += rows;

    public DescribedColumn Finish()
    {
        numbers.Sort();
        // A column of mixed values has lengths, numbers and dates in it: their quantiles would say nothing.
        var (what, unit) = isMixed ? (ColumnKind.Text, "mixed") : kind ?? (ColumnKind.Text, "no values");
        var spread = new DescribedColumn(name, what, unit, numbers.Count, missing, distinct.Count);
        if (numbers.Count == 0 || isMixed) return spread;
        return spread with
        {
            Min = numbers[0],
            Quartile1 = Quantile(25),
            Median = Quantile(50),
            Quartile3 = Quantile(75),
            Max = numbers[^1],
            Mean = what == ColumnKind.Date ? null : numbers.Sum() / numbers.Count,
        };
    }

    private void Count(double number, ColumnKind what, string unit = "", ulong? identity = null)
    {
        numbers.Add(number);
        isMixed |= kind is { } known && (known.Kind != what || known.Unit != unit);
        kind ??= (what, unit);
        distinct.Add(identity ?? BitConverter.DoubleToUInt64Bits(number));
    }

    private double Quantile(int percent) => numbers[(int)((((long)numbers.Count * percent) + 99) / 100) - 1];

    private static double Double(object number) => number switch
    {
        Half half => (double)half,
        Int128 big => (double)big,
        UInt128 big => (double)big,
        System.Numerics.BigInteger big => (double)big,
        nint native => native,
        nuint native => native,
        _ => Convert.ToDouble(number, CultureInfo.InvariantCulture),
    };
}
