using NotebookKit.Cleaning;

namespace NotebookKit.Tests.Cleaning;

public class LanguageMixTests
{
    private static Example English(int i) => Build.Example($"en-{i}", $"Where do I find invoice number {i} in my account?", "Open your profile, then choose billing and the month that you need.");

    private static Example German(int i) => Build.Example($"de-{i}", $"Wo finde ich die Rechnung Nummer {i} in meinem Konto?", "Öffnen Sie Ihr Profil und wählen Sie dort den Monat, den Sie brauchen.");

    [Fact]
    public void Rows_are_counted_by_language_most_frequent_first()
    {
        var mix = LanguageMix.Of(Build.Dataset([English(1), English(2), German(1), Build.Example("x", "?", "42")]), 1);
        Assert.Equal([new("en", 2), new("de", 1), new(LanguageMix.Unknown, 1)], mix);
    }

    [Fact]
    public void A_large_dataset_is_sampled_and_the_sample_does_not_depend_on_the_order()
    {
        Example[] rows = [.. Enumerable.Range(0, 2_400).Select(i => i % 4 == 0 ? German(i) : English(i))];
        var mix = LanguageMix.Of(Build.Dataset(rows), 5);
        Assert.Equal(LanguageMix.SampleSize, mix.Sum(m => m.Value));
        Assert.InRange(mix.Single(m => m.Key == "de").Value, 440, 560);
        Assert.Equal(mix, LanguageMix.Of(Build.Dataset([.. rows.Reverse()]), 5));
    }
}
