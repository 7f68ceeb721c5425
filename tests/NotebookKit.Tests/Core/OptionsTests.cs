using NotebookKit.Deduplicating;

namespace NotebookKit.Tests.Core;

public class OptionsTests
{
    [Fact]
    public void A_description_is_canonical_json() => Assert.Equal(
        """{"answerSimilarity":0.8,"key":"Whole","measureFrom":null,"shingleWords":3,"threshold":0.85}""",
        new NearDuplicates { Threshold = 0.85 }.Describe().Options);

    [Fact]
    public void A_bad_value_is_refused_with_the_value_and_the_range()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new NearDuplicates { ShingleWords = 0 });
        Assert.StartsWith("ShingleWords must be from 1 to 20, but was 0.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NearDuplicates { Key = (DuplicateKey)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunContext { Threads = 0 });
    }

    [Fact]
    public void A_key_gives_the_same_code_for_the_same_value_only()
    {
        var key = SecretKey.FromSeed(1);
        Assert.Equal(key.Code("name", "Ada"), SecretKey.FromSeed(1).Code("name", "Ada"));
        Assert.NotEqual(key.Code("name", "Ada"), key.Code("mail", "Ada"));
        Assert.NotEqual(key.Code("name", "Ada"), SecretKey.FromSeed(2).Code("name", "Ada"));
        Assert.Matches("^[0-9a-f]{32}$", key.Code("name", "Ada"));
        Assert.False(key.IsSecret);
    }

    [Fact]
    public void A_key_file_must_be_long_enough()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "0123456789abcdef0123\n");
        Assert.True(SecretKey.FromFile(path).IsSecret);
        File.WriteAllText(path, "short\n");
        Assert.Contains("holds 5 bytes; at least 16 are needed", Assert.Throws<ArgumentException>(() => SecretKey.FromFile(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
