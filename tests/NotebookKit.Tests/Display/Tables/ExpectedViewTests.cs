using NotebookKit.Display;
using NotebookKit.Tests.Writing;

namespace NotebookKit.Tests.Display;

/// <summary>What the views look like, byte by byte. <c>NOTEBOOKKIT_ACCEPT=1</c> writes the files anew.</summary>
public class ExpectedViewTests
{
    private static readonly string Folder = Path.Combine(RealData.Repository, "tests", "NotebookKit.Tests", "Expected", "Tables");

    private static readonly Example Chat = new()
    {
        Id = "chat-7",
        Label = "delivery",
        Messages =
        [
            new(Role.System, "You help the customers of a parcel service."), new(Role.User, "Where is parcel 7? Write to [EMAIL], ask for [NAME_3f2a9c01].\nIt was sent on Monday\u202E."),
            new Message { Role = Role.Assistant, ToolCalls = [new("1", "track_parcel", "{\"parcel\":7}")] }, new(Role.Tool, "{\"state\":\"in transit\"}"), new(Role.Assistant, "It will arrive on Tuesday."),
        ],
        Declined = [new(Role.Assistant, "I do not know.")],
    };

    [Fact]
    public void The_views_are_as_they_were()
    {
        var data = SmallRun.Run();
        var removed = data.History.Stages[2].Removed;
        var views = new Dictionary<string, IView>
        {
            ["dataset"] = data.ToTable(4),
            ["dataset-columns"] = data.ToTable(3, ["id", "label", "turns", "repeat"]),
            ["removed"] = removed.ToTable(),
            ["rejected"] = data.History.Rejected.ToTable(),
            ["history"] = data.History,
            ["stage-result"] = data.Keep("Rule", "too-odd", e => e.Id != "k-4"),
            ["findings"] = StageFinding.Of(data).ToTable(),
            ["describe"] = data.Describe(),
            ["count"] = data.CountBy(e => e.Label),
            ["cross"] = data.CrossTable(e => e.Label, e => e.Split),
            ["sample"] = data.Sample(3),
            ["chat"] = Chat.ToChat(),
            ["differences"] = "The quick brown fox jumps over the lazy dog.".DifferencesTo("The quick red fox leapt over a lazy dog!"),
            ["pair"] = removed[0].ToPair(data),
            ["objects"] = new[] { new { Name = "Ada", Age = 36, Tags = new[] { "a", "b" }, Text = new string('x', 150), Missing = (string?)null } }.ToTable(),
        };
        Directory.CreateDirectory(Folder);
        var written = views.SelectMany(v => new[] { (v.Key + ".txt", v.Value.ToText()), (v.Key + ".html", v.Value.ToHtml().Replace("><", ">\n<", StringComparison.Ordinal)) })
            .Append(("dataset.md", data.ToTable(4).ToMarkdown().TrimEnd())).ToDictionary(v => v.Item1, v => v.Item2 + "\n");
        if (Environment.GetEnvironmentVariable("NOTEBOOKKIT_ACCEPT") == "1")
            foreach (var (name, text) in written) File.WriteAllText(Path.Combine(Folder, name), text);
        Assert.Equal(written.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        foreach (var (name, text) in written) Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, name)), System.Text.Encoding.UTF8.GetBytes(text));
        Assert.DoesNotContain(SmallRun.Mail, string.Concat(written.Values), StringComparison.Ordinal);
    }
}
