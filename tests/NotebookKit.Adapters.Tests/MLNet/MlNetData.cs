using System.Globalization;

namespace NotebookKit.Adapters.Tests.MLNet;

/// <summary>Small invented corpora, and a folder for files.</summary>
internal static class MlNetData
{
    private static readonly string[] Items = ["parcel", "invoice", "refund", "order", "delivery", "address", "payment", "voucher"];
    private static readonly string[] Asks = ["where is", "please change", "how do I cancel", "I have a question about", "when will I get", "can you check"];
    private static readonly string[] Foods = ["sourdough", "lasagne", "risotto", "pancakes", "goulash", "brownies", "ratatouille"];

    /// <summary>Requests to a shop, labelled by what they ask.</summary>
    public static Dataset Shop(int count, int from = 0) => Dataset.Of(Enumerable.Range(from, count).Select(i =>
        Row($"shop-{i}", $"{Asks[i % 6]} my {Items[i / 6 % 8]} for the {Items[i * 5 / 7 % 8]} number {i}") with { Label = Asks[i % 6].Split(' ')[0] }));

    /// <summary>Questions about cooking.</summary>
    public static Dataset Kitchen(int count, int from = 0) => Dataset.Of(Enumerable.Range(from, count).Select(i =>
        Row($"kitchen-{i}", $"how long does {Foods[i % 7]} stay in the oven at {150 + (i % 9 * 10)} degrees with {Foods[i / 7 % 7]} and garlic") with { Label = "kitchen" }));

    public static Example Alien { get; } = Row("alien", "zirkonium polarisiert quantenfelder jenseits supraleitender magnetare");

    public static Example Row(string id, string text, string answer = "We will look.") => new() { Id = id, Messages = [new(Role.User, text), new(Role.Assistant, answer)] };

    /// <summary>Runs something as on a machine of another language.</summary>
    public static T In<T>(string culture, Func<T> what)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            return what();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

/// <summary>A folder for files, gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mlnet");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
