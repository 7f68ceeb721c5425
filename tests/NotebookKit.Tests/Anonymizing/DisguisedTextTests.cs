using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

public class DisguisedTextTests
{
    private static readonly Masker Masker = new Anonymizer().For();

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(RealData.Repository, "tests", "NotebookKit.Tests", "Anonymizing", file)).Where(l => l.Length > 0 && l[0] != '#');

    public static TheoryData<string, string> Disguises => [.. Lines("DisguisedTexts.txt").Select(l => l.Split('\t')).Select(p => (p[0], p[1]))];

    public static TheoryData<string> Others => [.. Lines("LookAlikes.txt")];

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_value_in_disguise_is_found_with_its_exact_offsets(string type, string line)
    {
        var text = new StringBuilder();
        var wanted = new List<(int, int, string)>();
        var start = 0;
        foreach (var c in Unescaped(line))
        {
            if (c == '«') start = text.Length;
            else if (c == '»') wanted.Add((start, text.Length, type));
            else text.Append(c);
        }

        Assert.Equal(wanted, Masker.Find(text.ToString()).Select(s => (s.Start, s.End, s.Type)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_only_looks_like_a_disguise_stays(string line)
    {
        var text = Unescaped(line);
        Assert.Equal(text, Masker.MaskText(text));
    }

    [Fact]
    public void The_tables_hold_what_they_promise()
    {
        Assert.True(Disguises.Count >= 80, $"{Disguises.Count} disguises");
        Assert.True(Others.Count >= 60, $"{Others.Count} look-alikes");
    }

    [Fact]
    public void Hostile_text_of_disguises_takes_time_in_proportion()
    {
        // Not timed: a quadratic search would not end within the time a test run is given.
        foreach (var unit in (string[])["%40", "&#64;", "a@b\n", "12-\n3", "one two one five ", "4 1 1 1  ", "a at b dot ", "j o @ ", "YWFhYWFhYWFhYWFh", "\u0430a", "\uD835\uDC1A", "a\u0301", "=\n", "x 1234567\n"])
            Assert.NotNull(Masker.Find(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length))));
    }

    [Fact]
    public void Base64_is_read_one_layer_deep()
    {
        var once = Convert.ToBase64String(Encoding.UTF8.GetBytes("jane.fairweather@example.com"));
        Assert.Equal("see [EMAIL] end", Masker.MaskText($"see {once} end"));
        Assert.DoesNotContain(Masker.Find($"see {Convert.ToBase64String(Encoding.UTF8.GetBytes(once))} end"), s => s.Type == EntityTypes.Email);
    }

    [Fact]
    public void Types_that_nobody_asked_for_stay_in_disguise()
    {
        var phones = new Anonymizer { Types = [EntityTypes.Phone] };
        Assert.Equal("[PHONE] or john&#64;example.com", phones.MaskText("2 1 2 - 5 5 5 - 0 1 4 7 or john&#64;example.com"));
        Assert.Equal("2 1 2 - 5 5 5 - 0 1 4 7 or [EMAIL]", new Anonymizer { Types = [EntityTypes.Email] }.MaskText("2 1 2 - 5 5 5 - 0 1 4 7 or john&#64;example.com"));
    }

    [Fact]
    public void What_is_allowed_is_allowed_in_disguise_too()
    {
        Assert.Equal("mail help&#64;example.com", new Anonymizer { Terms = ["help@example.com"] }.MaskText("mail help&#64;example.com"));
        Assert.Equal("mail [EMAIL]", Masker.MaskText("mail help&#64;example.com"));
    }

    private static string Unescaped(string line) =>
        Regex.Replace(line.Replace('⏎', '\n'), @"\{([0-9A-F]{4,5})\}", m => char.ConvertFromUtf32(int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
}
