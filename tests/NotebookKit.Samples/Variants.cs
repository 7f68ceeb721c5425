using System.Globalization;
using System.Text;

namespace NotebookKit.Samples;

/// <summary>Hand-written faults: one file per kind and half, one variant a line. Each is given once before any is given again.</summary>
internal sealed class Variants(VariantHalf half)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Files = Load();

    private readonly Dictionary<string, Queue<string>> left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> rounds = new(StringComparer.Ordinal);

    /// <summary>All kinds that have a file, in ordinal order.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. Files.Keys.Select(f => f[..f.IndexOf('.', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The variants of a kind as they are written, escapes resolved.</summary>
    public static IReadOnlyList<string> Of(string kind, VariantHalf half) =>
        Files.TryGetValue($"{kind}.{(half == VariantHalf.Open ? "open" : "held")}", out var lines) ? lines : throw new InvalidDataException($"There are no {half} variants of {kind}.");

    /// <summary>How many variants of a kind there are.</summary>
    public int Count(string kind) => Of(kind, half).Count;

    /// <summary>The next variant in random order; with marks, the next of those that begin with one of them.</summary>
    public string Next(string kind, params string[] marks)
    {
        var key = kind + string.Concat(marks);
        if (!left.TryGetValue(key, out var queue) || queue.Count == 0)
        {
            var round = rounds[key] = rounds.GetValueOrDefault(key) + 1;
            var fit = Of(kind, half).Where(v => marks.Length == 0 || marks.Any(m => v.StartsWith(m, StringComparison.Ordinal))).ToList();
            if (fit.Count == 0) throw new InvalidDataException($"{kind} ({half}) has no variant marked {string.Join(" or ", marks)}.");
            left[key] = queue = new(new Draw("variants", key, round).Shuffled(fit));
        }

        return queue.Dequeue();
    }

    /// <summary>Variants that were not given yet, in random order; fewer where there are no more.</summary>
    public IEnumerable<string> Take(string kind, int count)
    {
        var fresh = Math.Min(count, Count(kind) - taken.GetValueOrDefault(kind));
        taken[kind] = taken.GetValueOrDefault(kind) + fresh;
        for (var i = 0; i < fresh; i++) yield return Next(kind);
    }

    private static Dictionary<string, IReadOnlyList<string>> Load()
    {
        var files = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var assembly = typeof(Variants).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("variants/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var lines = reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal));
            files[name["variants/".Length..]] = [.. lines.Select(Unescaped)];
        }

        return files;
    }

    /// <summary><c>\n</c>, <c>\t</c>, <c>\s</c> (a blank that an editor would trim), <c>\uXXXX</c> and <c>\\</c>.</summary>
    private static string Unescaped(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\')
            {
                text.Append(line[i]);
                continue;
            }

            switch (line[++i])
            {
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case 's': text.Append(' '); break;
                case '\\': text.Append('\\'); break;
                case 'u':
                    text.Append((char)ushort.Parse(line.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default: throw new InvalidDataException($"Unknown escape \\{line[i]} in: {line}");
            }
        }

        return text.ToString();
    }
}
