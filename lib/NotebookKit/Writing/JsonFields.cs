using System.Globalization;
using System.Text.Json;

namespace NotebookKit.Writing;

/// <summary>Reads files of an earlier run: a field that is missing or of another kind is an error that names file, line and field.</summary>
internal static class JsonFields
{
    /// <summary>A whole file as one JSON object.</summary>
    /// <exception cref="RunFolderException">It is missing, cannot be read, or is no JSON object.</exception>
    public static JsonElement Page(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Damaged(path, null, "a JSON object was expected");
        }
        catch (JsonException error)
        {
            throw Damaged(path, error.LineNumber + 1, "JSON was expected", error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RunFolderException($"'{path}' is missing.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"'{path}' cannot be read: {RunOutput.Why(error)}.", error);
        }
    }

    /// <summary>Every line as a JSON object, with its number from 1. The object is valid until the next one.</summary>
    /// <exception cref="RunFolderException">The file is missing, cannot be read, or a line is no JSON object.</exception>
    public static IEnumerable<(long Line, JsonElement Row)> Lines(string path)
    {
        using var lines = Open(path);
        var number = 0L;
        while (Next(lines, path) is { } line)
        {
            number++;
            using var document = Parse(line, path, number);
            yield return (number, document.RootElement);
        }
    }

    /// <summary>Opens a file of lines.</summary>
    /// <exception cref="RunFolderException">It is missing or cannot be read.</exception>
    public static StreamReader Open(string path)
    {
        try
        {
            return new(path, System.Text.Encoding.UTF8, false, 1 << 16);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RunFolderException($"'{path}' is missing: the folder is not whole, or an older version of the kit wrote it. Prepare the dataset again.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"'{path}' cannot be read: {RunOutput.Why(error)}.", error);
        }
    }

    /// <summary>A line as a JSON object.</summary>
    public static JsonDocument Parse(string line, string path, long number)
    {
        try
        {
            var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            throw Damaged(path, number, "a JSON object was expected");
        }
        catch (JsonException error)
        {
            throw Damaged(path, number, "a JSON object was expected", error);
        }
    }

    /// <summary>The next line; null at the end.</summary>
    public static string? Next(StreamReader lines, string path)
    {
        try
        {
            return lines.ReadLine();
        }
        catch (IOException error)
        {
            throw new RunFolderException($"'{path}' cannot be read: {RunOutput.Why(error)}.", error);
        }
    }

    /// <summary>A text, or null where there is none.</summary>
    public static string? Text(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString() : null;

    /// <summary>A number, or null where there is none.</summary>
    public static double? Number(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number ? field.GetDouble() : null;

    /// <summary>A whole number, or 0 where there is none.</summary>
    public static long Whole(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var whole) ? whole : 0;

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Array ? field.EnumerateArray() : [];

    /// <summary>A text item of a list; null where it is none.</summary>
    public static string? AsText(this JsonElement item) => item.ValueKind == JsonValueKind.String ? item.GetString() : null;

    /// <summary>A number item of a list; null where it is none.</summary>
    public static double? AsNumber(this JsonElement item) => item.ValueKind == JsonValueKind.Number ? item.GetDouble() : null;

    /// <summary>The error about a damaged file.</summary>
    public static RunFolderException Damaged(string path, long? line, string expected, Exception? cause = null) =>
        new($"'{path}'{(line is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number}") : "")} is damaged: {expected}. Prepare the dataset again.", cause);
}
