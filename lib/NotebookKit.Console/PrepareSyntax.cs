using System.CommandLine;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Console;

/// <summary>The arguments of the command and what each means. No short options: <c>-c</c>, <c>-f</c>, <c>-p</c>, <c>-r</c>, <c>-v</c> belong to <c>dotnet run</c>.</summary>
internal sealed class PrepareSyntax : Command
{
    /// <summary>The tasks, as they are written.</summary>
    public const string Tasks = "classification, qa, chat, summarization, generation or extraction";

    /// <summary>The kinds of origin, as they are written.</summary>
    public static readonly string OriginKinds = string.Join(", ", Enum.GetNames<Origin>().Where(n => n != nameof(NotebookKit.Origin.Unknown)).Select(RecipeText.Kebab));

    /// <summary>Makes the syntax.</summary>
    public PrepareSyntax()
        : base("prepare")
    {
        Add(Inputs);
        foreach (var option in All) Add(option);
    }

    public Argument<string[]> Inputs { get; } = new("inputs") { Arity = ArgumentArity.ZeroOrMore };

    public Option<string> Out { get; } = Value("--out", "FOLDER", "Where the results go. A folder that holds an earlier result is replaced whole; any other folder must be empty. Default: out, in the current folder.");

    public Option<string> Format { get; } = Value("--format", "NAME", "Shape of the training rows: chatml (OpenAI messages, the default), sharegpt or alpaca.");

    public Option<string> Task { get; } = Value("--task", "NAME", $"What the model will do: {Tasks}. It selects length rules, size guidance and score weights. Default: detected for each input.");

    public Option<string> Seed { get; } = Value("--seed", "N", "Seed of every random choice; the same inputs and seed give the same bytes. Default: 1.");

    public Option<string> Sample { get; } = Value("--sample", "N", "Run the whole recipe on N rows drawn by the seed, to try settings in seconds.");

    public Option<string[]> Set { get; } = Values("--set", "KEY=VALUE", "Change one option of one stage; may be given several times. All keys are listed below.");

    public Option<string[]> Map { get; } = Values("--map", "MAP", $"Which fields to read where the shape is your own: input=question,output=reply,label=topic (JSONL, CSV, TSV), or for one of several files notes.csv:input=note,output=summary. Fields may go to {string.Join(", ", FieldMap.Targets)}.");

    public Option<string[]> ReadAs { get; } = Values("--read-as", "SHAPE", $"Shape of all inputs, or of one (chats.json=alpaca), where it should not be detected: {string.Join(", ", SourceFormats.Codes)}.");

    public Option<string[]> Origin { get; } = Values("--origin", "FILE=KIND", $"Where an input comes from: {OriginKinds}. May be given several times.");

    public Option<string> Licences { get; } = Value("--licences", "LIST", "Licences that may be used, by comma; rows with another one are removed. Default: all.");

    public Option<string> Like { get; } = Value("--like", "MANIFEST", "Run like an earlier run: its manifest.json, or its folder. Recipe, options, format, seed and how inputs are read are taken from it; what is given here wins. What differs is said in one line each.");

    public Option<string> Terms { get; } = Value("--terms", "FILE", "Terms of your domain (article numbers, codes), one a line, that are never masked as personal data.");

    public Option<string> Allow { get; } = Value("--allow", "FILE", "Words and values, one a line, that are never masked: the same as --terms. Both may be given.");

    public Option<string> Deny { get; } = Value("--deny", "FILE", "Words and values, one a line, that are always masked: as [CUSTOM], or by a type of your own before a tab (PROJECT_CODE<TAB>Bluefin).");

    public Option<string> KeyFile { get; } = Value("--key-file", "FILE", "Secret behind pseudonyms and group codes, at least 16 bytes (openssl rand -hex 32). Default: made of the seed, which is stable but not secret.");

    public Option<string> KeyEnv { get; } = Value("--key-env", "NAME", "Environment variable that holds the secret, in place of --key-file.");

    public Option<string> Vault { get; } = Value("--vault", "FILE", "Write what pseudonyms and surrogates stand for to a new file, encrypted with the key; reveal.cs reads it. Outside of the folder of the results. Needs --key-file or --key-env. Default: no way back.");

    public Option<string> InDomain { get; } = Value("--in-domain", "FILE", "Rows that are typical of your domain; a classifier then helps to find those that are not.");

    public Option<string> Detector { get; } = Value("--detector", "FILE", "A detector that detect.cs saved: each row gets its score, and rows above --set outlier-filter.maxDetector=LIMIT are listed as strange.");

    public Option<string[]> Earlier { get; } = Values("--earlier", "FOLDER", "Results of an earlier run, with its audit/: new rows that are duplicates of rows which it kept leave, and it is said for which. Nothing of the earlier rows is read again but their signatures. The same key file (or seed) is needed. May be given several times.");

    public Option<string[]> Against { get; } = Values("--against", "FILE", "What the model will be tested on: a test set, an evaluation file or a benchmark, in any shape that inputs have; may be given several times. Rows that overlap with it leave before training.");

    public Option<string[]> Verdicts { get; } = Values("--verdicts", "FILE", "Filled-in audit/review-sample.jsonl of an earlier run (or CSV with its fields), with the same inputs, seed and key file: wrong rows leave, corrected ones get the right answer. May be given several times.");

    public Option<string> Sources { get; } = Value("--sources", "FILE", "What the sources cost and weigh in the source matrix, as JSON: {\"tickets.jsonl\": {\"cost\": 120, \"currency\": \"USD\", \"weight\": 0.5}}.");

    public Option<string> MaxTokens { get; } = Value("--max-tokens", "N", "Tokens that your model or trainer allows in a row; longer rows then fail the checklist. Default: above 2048 is a warning.");

    public Option<string> LeastRecall { get; } = Value("--least-recall", "SHARE", "Plant invented personal data in copies of the masked rows, and fail where less than this share of a type is found: 0.98. Default: nothing is planted.");

    public Option<string> MessyVariants { get; } = Value("--messy-variants", "N", "Make up to N (1 to 6) messy variants of training rows: typing errors, short forms, small letters, fragments, dropped context, slips of speech, each of another kind. They have ids of their own and a tag (messy:typos), are marked as synthetic and derived, and are never held out. 0: none, the default.");

    public Option<string> MessyShare { get; } = Value("--messy-share", "SHARE", "Share of the training rows that get messy variants: 0.3, the default.");

    public Option<string> MessyKinds { get; } = Value("--messy-kinds", "LIST", $"Kinds of messy variants, by comma: {string.Join(", ", Enum.GetNames<Augmenting.MessyKind>().Select(RecipeText.Kebab))}. Default: all.");

    public Option<string> Language { get; } = Value("--language", "CODE", "Language that the rows must have (en, de …); others are removed. Default: only listed.");

    public Option<string> BaseModel { get; } = Value("--base-model", "NAME", "Model that will be trained; answers it wrote itself are reported.");

    public Option<string> Threads { get; } = Value("--threads", "N", "Threads to use; results do not depend on it. Default: all processors.");

    public Option<bool> Strict { get; } = new("--strict") { Description = "Exit with 1 also where there are warnings." };

    public Option<bool> Gate { get; } = new("--gate") { Description = "Exit with 3 where an item of the checklist fails." };

    public Option<bool> Help { get; } = new("--help", "-h") { Description = "Show this." };

    public Option<bool> Version { get; } = new("--version") { Description = "Show the version." };

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [Out, Like, Format, Task, Seed, Sample, Set, Map, ReadAs, Origin, Licences, Terms, Allow, Deny, KeyFile, KeyEnv, Vault, InDomain, Detector, Earlier, Against, Verdicts, Sources, MaxTokens, LeastRecall, MessyVariants, MessyShare, MessyKinds, Language, BaseModel, Threads, Strict, Gate, Version, Help];

    /// <summary>The sentence about an option that does not exist.</summary>
    public string Unknown(string given)
    {
        var name = given.Split('=')[0];
        var nearest = All.Select(o => o.Name).OrderBy(n => RecipeText.EditDistance(n, name)).ThenBy(n => n, StringComparer.Ordinal).First();
        return $"There is no option '{name}'" + (RecipeText.EditDistance(nearest, name) <= Math.Max(2, name.Length / 3) ? $"; did you mean {nearest}?" : ".");
    }

    /// <summary>The parser's own message without what would break the line.</summary>
    public static string InOneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Option<string> Value(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static Option<string[]> Values(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Arity = ArgumentArity.OneOrMore };
}
