using NotebookKit.Anonymizing;

namespace NotebookKit.Tests.Anonymizing;

/// <summary>Finds of one kind at a score, with offsets held against the text.</summary>
internal static class Finds
{
    /// <summary>What is found of a type, as it stands in the text.</summary>
    public static string[] Of(string text, string type, double minScore = 0.5) =>
        [.. new Anonymizer { Types = [type], MinScore = minScore }.For().Find(text).Select(s => text[s.Start..s.End])];

    /// <summary>Holds that nothing but the value is found, and where it is: the first place in the text.</summary>
    public static void Only(string text, string type, string value, double minScore = 0.5)
    {
        var spans = new Anonymizer { Types = [type], MinScore = minScore }.For().Find(text);
        Assert.Equal([value], spans.Select(s => text[s.Start..s.End]));
        Assert.Equal((text.IndexOf(value, StringComparison.Ordinal), type), (spans[0].Start, spans[0].Type));
    }
}
