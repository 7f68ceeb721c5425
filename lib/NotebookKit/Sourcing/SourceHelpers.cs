using System.Collections.Immutable;

namespace NotebookKit.Sourcing;

/// <summary>Support tickets, for a notebook cell: <c>var tickets = Tickets.Read("tickets.jsonl");</c></summary>
public static class Tickets
{
    /// <summary>Reads a file of tickets.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static Dataset Read(string path, SourcingOptions? options = null, RunContext? run = null) => Forced.Read(path, SourceFormat.Tickets, options, run);
}

/// <summary>Chat rows (OpenAI, ShareGPT, Alpaca; recognized row by row), for a notebook cell.</summary>
public static class ChatFile
{
    /// <summary>Reads a file of chat rows.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static Dataset Read(string path, SourcingOptions? options = null, RunContext? run = null) => Sources.Read([path], options, run);
}

/// <summary>What users did with an app's suggestions, for a notebook cell.</summary>
public static class Interactions
{
    /// <summary>Reads a file of interactions.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static Dataset Read(string path, SourcingOptions? options = null, RunContext? run = null) => Forced.Read(path, SourceFormat.Interactions, options, run);
}

/// <summary>Logged calls of a language model, for a notebook cell.</summary>
public static class LlmLogs
{
    /// <summary>Reads a file of calls.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static Dataset Read(string path, SourcingOptions? options = null, RunContext? run = null) => Forced.Read(path, SourceFormat.LlmLogs, options, run);
}

/// <summary>Any file of fields, for a notebook cell: <c>MappedFile.Read("notes.csv", "input=note,output=summary")</c>.</summary>
public static class MappedFile
{
    /// <summary>Reads a file by a map of its fields.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">The map cannot be used.</exception>
    public static Dataset Read(string path, string map, SourcingOptions? options = null, RunContext? run = null)
    {
        options ??= new();
        var maps = options.Maps.ToImmutableDictionary(StringComparer.Ordinal).SetItem(path, FieldMap.Parse(map));
        return Sources.Read([path], options with { Maps = maps }, run);
    }
}

/// <summary>Reads one file by one format.</summary>
internal static class Forced
{
    public static Dataset Read(string path, SourceFormat format, SourcingOptions? options, RunContext? run)
    {
        options ??= new();
        return Sources.Read([path], options with { Formats = options.Formats.ToImmutableDictionary(StringComparer.Ordinal).SetItem(path, format) }, run);
    }
}
