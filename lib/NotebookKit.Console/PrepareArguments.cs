using System.CommandLine;
using System.Globalization;
using NotebookKit.Augmenting;
using NotebookKit.Formatting;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Console;

/// <summary>What the user asked for, checked as far as it can be without opening an input.</summary>
internal sealed record PrepareArguments
{
    /// <summary>Input files; none means the bundled samples.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Folder of the results.</summary>
    public required string Out { get; init; }

    /// <summary>What goes into the recipe.</summary>
    public required PrepareOptions Options { get; init; }

    /// <summary><c>--set</c>, in the order given.</summary>
    public required IReadOnlyList<(string Key, string Value)> Settings { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>File of the secret key, or null.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Environment variable of the secret key, or null.</summary>
    public string? KeyEnv { get; init; }

    /// <summary>File for the way back from pseudonyms and surrogates, or null.</summary>
    public string? Vault { get; init; }

    /// <summary>Threads, or null for all.</summary>
    public int? Threads { get; init; }

    /// <summary>The earlier run to be repeated, or null.</summary>
    public LikeManifest? Like { get; init; }

    /// <summary>Warnings end the run with exit code 1, too.</summary>
    public bool Strict { get; init; }

    /// <summary>A failed item of the checklist ends the run with exit code 3.</summary>
    public bool Gate { get; init; }

    /// <summary>The user asked for help.</summary>
    public bool Help { get; init; }

    /// <summary>The user asked for the version.</summary>
    public bool Version { get; init; }

    /// <summary>Reads arguments.</summary>
    /// <exception cref="UsageException">One line that says what is wrong and what is possible.</exception>
    public static PrepareArguments Parse(IReadOnlyList<string> args)
    {
        var command = new PrepareSyntax();
        var parsed = command.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0) throw new UsageException(PrepareSyntax.InOneLine(parsed.Errors[0].Message));

        var inputs = parsed.GetValue(command.Inputs) ?? [];
        if (inputs.FirstOrDefault(i => i.Length == 0) is not null) throw new UsageException("An input's name is empty.");
        var behindDashes = args.Contains("--") ? args.SkipWhile(a => a != "--").ToHashSet(StringComparer.Ordinal) : [];
        if (inputs.FirstOrDefault(i => i.StartsWith('-') && !behindDashes.Contains(i)) is { } odd) throw new UsageException(command.Unknown(odd));

        string? Text(Option<string> option) => parsed.GetValue(option) is { Length: > 0 } text ? text
            : parsed.GetValue(option) is null ? null : throw new UsageException($"{option.Name} was given an empty value.");

        var like = Text(command.Like) is { } manifest ? LikeManifest.Read(manifest) : null;
        var asked = like?.Options ?? new();
        List<string> allowed = [.. Text(command.Terms) is { } terms ? OwnLists.Lines(command.Terms, terms) : [], .. Text(command.Allow) is { } allow ? OwnLists.Lines(command.Allow, allow) : []];
        return new()
        {
            Like = like,
            Inputs = inputs,
            Out = Text(command.Out) ?? "out",
            Seed = Text(command.Seed) is { } seed ? Number<ulong>(command.Seed, seed, "a whole number from 0 to 18446744073709551615") : like?.Seed ?? 1,
            KeyFile = Text(command.KeyFile),
            KeyEnv = Text(command.KeyEnv),
            Vault = Text(command.Vault),
            Threads = Text(command.Threads) is { } threads ? AtLeastOne(command.Threads, threads) : null,
            Strict = parsed.GetValue(command.Strict),
            Gate = parsed.GetValue(command.Gate),
            Help = parsed.GetValue(command.Help),
            Version = parsed.GetValue(command.Version),
            Settings = [.. (parsed.GetValue(command.Set) ?? []).Select(s => Pair(command.Set, s, "near.threshold=0.85", first: true))],
            Options = asked with
            {
                Format = Text(command.Format) is { } format ? Word<ChatFormat>(command.Format, format) : asked.Format,
                Task = Text(command.Task) is { } task ? TaskOf(command.Task, task) : asked.Task,
                Sample = Text(command.Sample) is { } sample ? AtLeastOne(command.Sample, sample) : asked.Sample,
                Language = Text(command.Language),
                BaseModel = Text(command.BaseModel),
                Terms = allowed,
                Deny = Text(command.Deny) is { } deny ? OwnLists.Denied(command.Deny, deny, allowed) : [],
                InDomain = Text(command.InDomain) is { } domain ? [domain] : [],
                Detector = Text(command.Detector),
                Earlier = parsed.GetValue(command.Earlier) ?? [],
                Against = parsed.GetValue(command.Against) ?? [],
                Verdicts = parsed.GetValue(command.Verdicts) ?? [],
                SourceFacts = Text(command.Sources),
                MaxTokens = Text(command.MaxTokens) is { } tokens ? AtLeastOne(command.MaxTokens, tokens) : asked.MaxTokens,
                LeastRecall = Text(command.LeastRecall) is { } least ? Share(command.LeastRecall, least) : asked.LeastRecall,
                Messy = MessyOf(Text(command.MessyVariants), Text(command.MessyShare), Text(command.MessyKinds), command, asked.Messy),
                Licences = Text(command.Licences)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Sourcing = Reading(command, parsed, inputs, parsed.GetValue(command.Against) ?? [], asked.Sourcing),
            },
        };
    }

    /// <summary>Settings of stages that stand behind options of their own and were given now: over a manifest they win.</summary>
    public static IEnumerable<(string Key, string Value)> Asked(PrepareOptions now, PrepareOptions before)
    {
        if (now.Format != before.Format) yield return ("format.format", RecipeText.Kebab(now.Format.ToString()));
        if (now.Language is { } language) yield return ("language.languages", language);
        if (now.BaseModel is { } model) yield return ("self-distillation.baseModel", model);
        if (now.Licences is { } licences) yield return ("permissions.licences", string.Join(',', licences));
    }

    /// <summary>Which variants are to be made: what is given now over what the earlier run had.</summary>
    private static MessyVariants? MessyOf(string? count, string? share, string? kinds, PrepareSyntax command, MessyVariants? before)
    {
        var detail = share is not null ? command.MessyShare : kinds is not null ? command.MessyKinds : null;
        if (count is "0" || (count is null && before is null))
            return detail is null ? null : throw new UsageException($"{detail.Name} needs {command.MessyVariants.Name} N from 1, such as {command.MessyVariants.Name} 1.");
        var made = before ?? new();
        if (count is not null) made = made with { VariantsPerRow = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 6 ? number : throw Refuse(command.MessyVariants, "a whole number from 0 to 6", count) };
        if (share is not null) made = made with { Share = Share(command.MessyShare, share) };
        if (kinds is not null) made = made with { Kinds = [.. kinds.Split(',', StringSplitOptions.TrimEntries).Select(k => Word<MessyKind>(command.MessyKinds, k))] };
        return made;
    }

    private static SourcingOptions Reading(PrepareSyntax command, ParseResult parsed, string[] inputs, string[] against, SourcingOptions before)
    {
        // A file to compare with may need to be told how it is read, as any other.
        string[] files = inputs.Length == 0 ? [] : [.. inputs, .. against];
        FieldMap? map = null;
        var maps = new Dictionary<string, FieldMap>(StringComparer.Ordinal);
        foreach (var item in parsed.GetValue(command.Map) ?? [])
        {
            // "file.csv:input=a,output=b": what stands before the last colon in front of the first "=" is a file.
            var colon = item.IndexOf('=') is > 0 and var sign ? item.LastIndexOf(':', sign) : -1;
            try
            {
                if (colon > 0) maps[File(command.Map, item[..colon], files)] = FieldMap.Parse(item[(colon + 1)..]);
                else map = map is null ? FieldMap.Parse(item) : throw new UsageException($"{command.Map.Name} was given twice; for several files write {command.Map.Name} FILE:input=…");
            }
            catch (ArgumentException error)
            {
                throw new UsageException($"{command.Map.Name}: {error.Message}", error);
            }
        }

        var formats = new Dictionary<string, SourceFormat>(StringComparer.Ordinal);
        foreach (var item in parsed.GetValue(command.ReadAs) ?? [])
        {
            var sign = item.LastIndexOf('=');
            var format = SourceFormats.Codes.Contains(item[(sign + 1)..].Trim(), StringComparer.OrdinalIgnoreCase)
                ? SourceFormats.Parse(item[(sign + 1)..]) : throw Refuse(command.ReadAs, string.Join(", ", SourceFormats.Codes), item[(sign + 1)..]);
            if (sign > 0) formats[File(command.ReadAs, item[..sign], files)] = format;
            else foreach (var input in inputs) formats.TryAdd(input, format);
        }

        var origins = new Dictionary<string, Origin>(StringComparer.Ordinal);
        foreach (var (file, kind) in (parsed.GetValue(command.Origin) ?? []).Select(i => Pair(command.Origin, i, "wiki.jsonl=public-dataset", first: false)))
            origins[File(command.Origin, file, inputs)] = OriginOf(command.Origin, kind);
        return before with { Map = map ?? before.Map, Maps = Merged(before.Maps, maps), Formats = Merged(before.Formats, formats), Origins = Merged(before.Origins, origins) };
    }

    /// <summary>What is given now wins, also where the earlier run called the file by its name alone.</summary>
    private static Dictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T> before, Dictionary<string, T> now)
    {
        var names = now.Keys.Select(k => Path.GetFileName(k)).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, value) in before)
            if (!names.Contains(Path.GetFileName(file))) now[file] = value;
        return now;
    }

    /// <summary>A file named beside an option must be one of the inputs, by path or by name: a misspelt one would change nothing and say nothing.</summary>
    private static string File(Option option, string file, string[] inputs) =>
        inputs.Length == 0 || inputs.Any(i => i == file || Path.GetFileName(i) == file) ? file
        : throw new UsageException($"{option.Name} names '{file}', which is not one of the inputs.");

    /// <summary>Why a file could not be read, in words that fit behind its name.</summary>
    public static string Why(string path) =>
        Directory.Exists(path) ? "is a folder, not a file" : System.IO.File.Exists(path) ? "cannot be read" : "does not exist";

    private static T Number<T>(Option option, string text, string what)
        where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse(option, what, text);

    private static int AtLeastOne(Option option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Refuse(option, "a whole number from 1", text);

    private static double Share(Option option, string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : throw Refuse(option, "a share from 0 to 1, such as 0.98", text);

    private static T Word<T>(Option option, string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => string.Equals(n, text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name)
            : throw Refuse(option, string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant())), text);

    private static TaskKind TaskOf(Option option, string text) =>
        text.Equals("qa", StringComparison.OrdinalIgnoreCase) ? TaskKind.QuestionAnswering
        : Enum.TryParse<TaskKind>(text, ignoreCase: true, out var task) && task is not TaskKind.Unknown && !char.IsAsciiDigit(text[0]) ? task
        : throw Refuse(option, PrepareSyntax.Tasks, text);

    private static (string Left, string Right) Pair(Option option, string text, string example, bool first)
    {
        // A setting's value may hold "="; a file's name may, too, so the kind behind it is cut from the end.
        var at = first ? text.IndexOf('=') : text.LastIndexOf('=');
        return at > 0 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : throw Refuse(option, $"name=value, such as {example}", text);
    }

    private static Origin OriginOf(Option option, string kind) =>
        Enum.GetNames<Origin>().FirstOrDefault(n => n != nameof(Origin.Unknown) && RecipeText.Kebab(n).Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<Origin>(name) : throw Refuse(option, PrepareSyntax.OriginKinds, kind);

    private static UsageException Refuse(Option option, string what, string text) => new($"{option.Name} takes {what}, but was given '{text}'.");
}
