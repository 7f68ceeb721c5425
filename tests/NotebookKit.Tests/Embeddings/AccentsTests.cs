using System.Globalization;
using System.Text;
using NotebookKit.Embeddings;

namespace NotebookKit.Tests.Embeddings;

public class AccentsTests
{
    /// <summary>Whether this machine can take letters apart by itself; under invariant globalization it cannot.</summary>
    internal static bool MachineKnows { get; } = "é".Normalize(NormalizationForm.FormD).Length == 2;

    [Fact]
    public void The_table_is_what_Unicode_says()
    {
        if (!MachineKnows)
        {
            Assert.InRange(File.ReadLines(Path.Combine(RealData.Repository, "lib/NotebookKit/Embeddings/Data/accents.txt")).Count(), 700, 800);
            return;
        }

        var lines = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        for (var c = '\u00C0'; c < '\uFFFF'; c++)
        {
            if (char.IsSurrogate(c) || c is >= '\uAC00' and <= '\uD7A3' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned) continue;
            if (Bare(c) is not { } bare) continue;
            if (!lines.TryGetValue(bare, out var letters)) lines[bare] = letters = new();
            letters.Append(c);
        }

        Accepted.Is("lib/NotebookKit/Embeddings/Data/accents.txt", string.Concat(lines.Select(l => $"{l.Key}\t{l.Value}\n")));
    }

    [Theory]
    [InlineData("Ångström", "Angstrom")]
    [InlineData("Việt Nam", "Viet Nam")]
    [InlineData("ёлка, й", "елка, и")]
    [InlineData("Άλφα", "Αλφα")]
    [InlineData("e\u0301 in two characters", "e in two characters")]
    [InlineData("ガ", "カ")]
    [InlineData("한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData("øßł are letters, not accents", "øßł are letters, not accents")]
    public void Accents_go(string text, string bare)
    {
        var into = new StringBuilder();
        foreach (var c in text) Accents.Append(c, into);
        Assert.Equal(bare, into.ToString());
    }

    [Fact]
    public void Korean_syllables_come_apart_as_Unicode_says()
    {
        if (!MachineKnows) return;
        for (var c = '\uAC00'; c <= '\uD7A3'; c++)
        {
            var into = new StringBuilder();
            Accents.Append(c, into);
            Assert.Equal(c.ToString().Normalize(NormalizationForm.FormD), into.ToString());
        }
    }

    /// <summary>What is left of a character, by the machine's own tables; null where nothing changes.</summary>
    private static string? Bare(char c)
    {
        var apart = c.ToString().Normalize(NormalizationForm.FormD);
        return apart == c.ToString() ? null : string.Concat(apart.Where(a => CharUnicodeInfo.GetUnicodeCategory(a) != UnicodeCategory.NonSpacingMark));
    }
}
