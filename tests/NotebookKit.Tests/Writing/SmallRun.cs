using NotebookKit.Display;
using NotebookKit.Writing;

namespace NotebookKit.Tests.Writing;

/// <summary>A small run with stages made of lambdas: rows that leave before and after masking, one withheld, one replaced by another,
/// one without an answer, copies in train, all three splits.</summary>
internal static class SmallRun
{
    public const string Mail = "maria.lopez@example.org";

    public static readonly Recipe Recipe = new("small recipe", [new("format", new NotebookKit.Formatting.FormatCheck())]);

    public static IEnumerable<Example> Examples()
    {
        yield return Row("t-1", $"Where is my parcel? Write to {Mail}.", "open") with { Signals = new() { Status = "open" } };
        yield return Build.Chat("n-1", (Role.User, "How do I reset it?")) with { Source = "tickets" };
        yield return Build.Chat("n-2", (Role.User, "how do I RESET it")) with { Source = "chats" };
        yield return Build.Chat("n-3", (Role.User, $"Call {Mail}!")) with { Source = "tickets" };
        yield return Row("w-1", $"secret {Mail}", "leak");
        yield return Row("d-1", "Same question, asked again by someone", "billing") with { Scores = Scores.Empty.With("score", 0.25) };
        for (var i = 1; i <= 12; i++)
            yield return Row($"k-{i}", $"Question number {i} about topic {i % 3} from {Mail}", i % 3 == 0 ? "billing" : "delivery") with { Task = TaskKind.Chat, Origin = Origin.ProductionLog, Licence = "MIT" };
    }

    public static Dataset Run(RunContext? run = null)
    {
        var inputs = new InputReport("/home/x/tickets.jsonl", 20, 18, 0, 2, 0) { Format = "tickets", Sha256 = new('a', 64), Findings = [new(Severity.Note, "byte-order-mark", "The file begins with one.")] };
        var rejected = new[] { new RejectedRow("/home/x/tickets.jsonl", 3, "input", "missing-field: input", $"{{\"raw\":\"{Mail}\"}}"), new RejectedRow("/home/x/tickets.jsonl", 9, null, "bad-json", null) };
        var data = Dataset.Of(Examples(), History.OfInputs([inputs], rejected));
        data = data.Apply(new LambdaStage("Extraction", e => e.Signals.Status == "open" ? Outcome.Remove(e, "not-resolved") : e.Output.Length == 0 ? Outcome.Remove(e, "no-answer") : Outcome.Keep(e)), run).Kept;
        data = data.Apply(new LambdaStage("Anonymizing", e => e.Id == "w-1" ? Outcome.Remove(e, "pii-remained", 1, 0, withheld: true) : Outcome.Keep(Mask(e))), run).Kept;
        data = data.Apply(new LambdaStage("Near duplicates", e => e.Id == "d-1" ? Outcome.Remove(e, "near-duplicate", 0.9125, 0.8, "k-3") : Outcome.Keep(e)), run).Kept;
        data = data.Apply(new LambdaStage("Splitting", e => Outcome.Keep(e with { Split = e.Id switch { "k-1" => Split.Test, "k-2" => Split.Validation, _ => Split.Train } })), run).Kept;
        data = data.Apply(new LambdaStage("Balancing", e => Outcome.Keep(e.Split == Split.Train && e.Label == "billing" ? e with { Repeat = 3 } : e)), run).Kept;
        return Recipe.Run(data, run);
    }

    public static RunOutput Output(Dataset? result = null, RunContext? run = null) => new()
    {
        Result = result ?? Run(run),
        Recipe = Recipe,
        Mask = Mask,
        MaskText = MaskText,
        MaskedBy = "Anonymizing",
        Run = run ?? new() { Seed = 7 },
        Before = DatasetProfile.Of([.. Examples()]),
    };

    public static Example Mask(Example example) => example.MapTexts(f => MaskText(f.Text));

    public static string MaskText(string text) => text.Replace(Mail, "[EMAIL]", StringComparison.Ordinal);

    private static Example Row(string id, string user, string label) => Build.Example(id, user, $"The answer to {id} is a sentence long enough.") with { Label = label, Source = "tickets" };
}

/// <summary>A folder that is there for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("notebookkit test ");

    public string Root => root.FullName;

    public string At(string name) => Path.Combine(root.FullName, name);

    public void Dispose() => root.Delete(recursive: true);
}
