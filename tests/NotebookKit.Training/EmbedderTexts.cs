namespace NotebookKit.Training;

/// <summary>Texts that the embedder learns from: which words are usual, and in which direction all texts lie. None of a set that it is measured on.</summary>
internal static class EmbedderTexts
{
    public static IEnumerable<string> All() =>
    [
        .. Corpora.RunningTexts(), .. Corpora.ToLearn().Select(t => t.Text), .. File.ReadLines(DataFolder.At("sms_spam", "data", "sms.tsv")).Select(l => l.Split('\t')[^1]),
        .. File.ReadLines(DataFolder.At("minhash_articles", "data", "articles_1000.train")),
    ];
}
