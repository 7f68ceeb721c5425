using System.Text.RegularExpressions;

namespace NotebookKit.Tests.Samples;

/// <summary>What plants faults and what finds them are strangers to each other: no list, phrase or sentence stands on both sides.</summary>
public sealed partial class VariantTests
{
    private static readonly string Generator = Path.Combine(RealData.Repository, "tests", "NotebookKit.Samples");

    /// <summary>Recipes that change a row and hold hardly any text of their own.</summary>
    private static readonly string[] Recipes = ["exact-duplicate", "near-duplicate", "broken-json"];

    public static TheoryData<string> Kinds =>
        [.. Directory.GetFiles(Path.Combine(Generator, "Variants")).Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Kinds))]
    public void Each_kind_has_thirty_variants_and_more_in_both_halves_and_none_twice(string kind)
    {
        var (open, held) = (Lines(kind, "open"), Lines(kind, "held"));
        Assert.InRange(open.Count, 30, 100);
        Assert.InRange(held.Count, 30, 100);
        // Verbatim repeats are a recipe of both halves.
        var twice = open.Concat(held).Select(l => IsWholeText(kind) ? Bare(l.Text) : l.Mark + l.Text).GroupBy(t => t).Count(g => g.Count() > 1 && g.Key != "same");
        Assert.True(twice == 0, $"{kind}: {twice} variants stand twice");
    }

    [Fact]
    public void The_generator_references_nothing_of_the_library()
    {
        Assert.DoesNotContain("Reference Include", File.ReadAllText(Path.Combine(Generator, "NotebookKit.Samples.csproj")), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Generator, "*.cs"))
            foreach (Match match in Using().Matches(File.ReadAllText(file)))
                Assert.True(match.Value is "NotebookKit.Samples" or "NotebookKit.Faults", $"{file} names {match.Value}");
    }

    /// <summary>Of at least twelve characters and three words, so that nobody has to avoid a greeting. What fails is named by file and line
    /// only: whoever writes rules must not see the held half.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void No_variant_stands_in_the_library(string kind)
    {
        if (Recipes.Contains(kind)) return;
        foreach (var half in new[] { "open", "held" })
            foreach (var (line, _, text) in Lines(kind, half))
                foreach (var phrase in text.Split(" => ").Select(Bare).Where(p => p.Length >= 12 && p.Count(c => c == ' ') >= 2))
                    foreach (var (file, content) in Library.Value)
                        Assert.False(content.Contains($" {phrase} ", StringComparison.Ordinal), $"{kind}.{half}.txt, line {line} stands in {file}");
    }

    /// <summary>Entries of three words and more are compared with whole variants and their whole sentences. That a short phrase occurs inside
    /// a longer sentence is what a list is for; variants are not chosen around it, or the held half would hold just what lists miss.</summary>
    [Fact]
    public void No_entry_of_a_list_of_the_library_is_a_variant_or_a_sentence_of_one()
    {
        var entries = Directory.EnumerateFiles(Path.Combine(RealData.Repository, "lib"), "*.txt", SearchOption.AllDirectories).Where(IsSource)
            .SelectMany(File.ReadLines).Select(Bare).Where(e => e.Count(c => c == ' ') >= 2).ToHashSet();
        Assert.True(entries.Count > 100);
        foreach (var kind in Kinds.Select(k => k.Data))
            foreach (var half in new[] { "open", "held" })
                foreach (var (line, _, text) in Lines(kind, half))
                    foreach (var sentence in text.Split(" => ").SelectMany(t => Sentence().Split(t).Append(t)))
                        Assert.False(entries.Contains(Bare(sentence)), $"{kind}.{half}.txt, line {line} is an entry of a list");
    }

    private static readonly Lazy<List<(string File, string Content)>> Library = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(RealData.Repository, "lib"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".txt" or ".json" or ".csv" && IsSource(f)).Select(f => (f, $" {Bare(File.ReadAllText(f))} "))]);

    /// <summary>False where a line is a recipe, or where the slots and marks of a sentence make the difference.</summary>
    private static bool IsWholeText(string kind) => !Recipes.Contains(kind) && !kind.StartsWith("pii-", StringComparison.Ordinal) && kind != "template-leftover";

    private static bool IsSource(string file) =>
        !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    /// <summary>The lines of a file with their numbers; the mark of a personal line says where in a row it goes.</summary>
    private static List<(int Number, string Mark, string Text)> Lines(string kind, string half) =>
        [.. File.ReadLines(Path.Combine(Generator, "Variants", $"{kind}.{half}.txt")).Select((text, i) => (Number: i + 1, Text: text))
            .Where(l => l.Text.Length > 0 && !l.Text.StartsWith("# ", StringComparison.Ordinal))
            .Select(l => kind.StartsWith("pii-", StringComparison.Ordinal) ? (l.Number, l.Text[..3], l.Text[3..]) : (l.Number, "", l.Text))];

    /// <summary>Lower-case words with single blanks between them; escapes and slots left out.</summary>
    private static string Bare(string text) =>
        string.Join(' ', Word().Matches(Slot().Replace(Escape().Replace(text, " "), " ").ToLowerInvariant()).Select(m => m.Value));

    [GeneratedRegex(@"\bNotebookKit\.\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    [GeneratedRegex(@"\\[nts]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\{[A-Za-z0-9]+(:[^}]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:]\s+|\\n", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
