using NotebookKit.Explaining;
using NotebookKit.Recipes;
using NotebookKit.Tests.Writing;

namespace NotebookKit.Tests.Explaining;

/// <summary>A small run in which every kind of fate is met: kept, near-duplicate, contradiction, orphan, withheld, joined, rejected, suffixed.</summary>
public sealed class ExplainedRun : IDisposable
{
    private static readonly string[] Verbs = ["close", "rename", "export", "archive", "share", "delete", "print"];
    private static readonly string[] Things = ["invoice", "project", "calendar", "address book", "mailbox", "report", "contract", "printer", "password"];

    private readonly TestFolder folder = new();

    public ExplainedRun()
    {
        Chats = folder.At("chats.jsonl");
        File.WriteAllLines(Chats,
        [
            .. Enumerable.Range(0, 80).Select(i => Row($"c-{i}", $"How do I {Verbs[i % 7]} the {Things[i / 7 % 9]} number {i} in my account?", $"Open the page of the {Things[i / 7 % 9]} and choose {Verbs[i % 7]}; step {i} takes a moment.")),
            Row("near-1", Long("monday"), "Press the green button on the left side of the screen and wait until the lamp is on for ten seconds."),
            Row("near-2", Long("tuesday"), "Press the green button on the left side of the screen and wait until the lamp is on for ten seconds."),
            Row("exact-1", "Where do I find the user manual of the coffee machine?", "It is in the drawer below the machine, in a blue folder."),
            Row("exact-2", "where do I find the USER manual of the coffee machine", "It is in the drawer below the machine, in a blue folder."),
            Row("mail-1", "Please send the contract to maria.lopez@example.org before the meeting.", "I sent it to maria.lopez@example.org a minute ago, with the appendix."),
            Row("short-1", "How long does the delivery take to the islands?", "Two days."),
            Row("twice-1", "What does the red lamp on the front panel mean?", "It means that the filter has to be changed this week."),
            Row("twice-1", "Which cable belongs to the second screen on the desk?", "The short one with the white plug, behind the shelf."),
            Row("same-1", "Does the printer on the third floor take large paper?", "Yes, in its lower tray, sixty sheets at a time."),
            Row("same-1", "Does the printer on the third floor take large paper?", "Yes, in its lower tray, sixty sheets at a time."),
            Row("says-1", "How many days of holiday do new members of the team get?", "They get thirty days, counted from the first of January."),
            Row("says-2", "How many days of holiday do new members of the team get?", "Only twelve, and none of them before the end of the trial period."),
            "{\"messages\": 7, \"id\": \"bad-1\"}",
            "{broken",
        ]);
        Log = folder.At("log.jsonl");
        File.WriteAllLines(Log,
        [
            """{"id":"i-1","session_id":"s1","input":"Write a short reply to the landlord about the heating.","output":"Dear landlord, the heating in the kitchen has been cold since Friday. Please send somebody."}""",
            """{"interaction_id":"i-1","event":"accepted"}""",
        ]);
        Preparation = FineTuning.Prepare([Chats, Log], run: new() { Seed = 5, Threads = 2 });
        Out = folder.At("out");
        Preparation.WriteTo(Out);
        Opened = RunFolder.Open(Out);
    }

    public string Chats { get; }

    public string Log { get; }

    public string Out { get; }

    public Preparation Preparation { get; }

    public RunFolder Opened { get; }

    public string At(string name) => folder.At(name);

    public void Dispose() => folder.Dispose();

    /// <summary>A copy of the folder that a test may damage.</summary>
    public string Copy(string name)
    {
        var target = folder.At(name);
        foreach (var file in Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(Out, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return target;
    }

    private static string Long(string day) =>
        $"Since {day} the machine in the hall does not start any more when I press the button, the lamp stays dark and the fan makes a strange noise for a while, what can I do about it now?";

    private static string Row(string id, string user, string assistant) =>
        $$"""{"id":"{{id}}","messages":[{"role":"user","content":"{{user}}"},{"role":"assistant","content":"{{assistant}}"}]}""";
}
