using System.Text;

namespace NotebookKit.Samples;

/// <summary>The fragments of one topic, by mark (see Fragments/billing.txt for what the marks mean).</summary>
internal sealed class Topic(string key)
{
    private readonly Dictionary<string, List<string>> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int, int)[]> fits = new(StringComparer.Ordinal);

    /// <summary><c>billing/refund</c>.</summary>
    public string Key { get; } = key;

    /// <summary><c>billing</c>: the label of the rows.</summary>
    public string Category { get; } = key[..key.IndexOf('/', StringComparison.Ordinal)];

    public IReadOnlyList<string> this[string mark] =>
        marks.TryGetValue(mark, out var list) ? list : throw new InvalidDataException($"{Key} has no fragments marked '{mark}'.");

    /// <summary>Which causes and steps (their numbers in the topic) answer this question; none: all of them do.</summary>
    public IReadOnlyList<(int Cause, int Step)> Fits(string question) => fits.GetValueOrDefault(question, []);

    public void Add(string mark, string text)
    {
        if (mark.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
        {
            fits[text] = [.. mark[(open + 1)..^1].Split(' ').Select(p => (p[0] - '0', p[1] - '0'))];
            mark = mark[..open];
        }

        if (!marks.TryGetValue(mark, out var list)) marks[mark] = list = [];
        list.Add(text);
    }
}

/// <summary>All fragments, read from the embedded text files.</summary>
internal static class Bank
{
    private static readonly Dictionary<string, Topic> Topics = Load();

    public static Topic Get(string key) => Topics[key];

    public static IReadOnlyList<Topic> Of(string category) =>
        [.. Topics.Values.Where(t => t.Category == category).OrderBy(t => t.Key, StringComparer.Ordinal)];

    /// <summary>The two sides of a <c>question => answer</c> fragment.</summary>
    public static string[] Sides(string fragment) => fragment.Split(" => ", StringSplitOptions.TrimEntries);

    private static Dictionary<string, Topic> Load()
    {
        var topics = new Dictionary<string, Topic>(StringComparer.Ordinal);
        var assembly = typeof(Bank).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => !n.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            Topic? topic = null;
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
                if (line.StartsWith("== ", StringComparison.Ordinal)) topics.Add(line[3..], topic = new Topic(line[3..]));
                else
                {
                    var colon = line.IndexOf(": ", StringComparison.Ordinal);
                    topic!.Add(line[..colon], line[(colon + 2)..]);
                }
            }
        }

        return topics;
    }
}
