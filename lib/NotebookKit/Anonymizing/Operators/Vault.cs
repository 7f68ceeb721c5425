using System.Buffers;
using System.Text;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>The way back for the owner of the key: a file of a run that tells what pseudonyms and surrogates stand for. Thread-safe once it is open.</summary>
public sealed class Vault
{
    internal const string Kind = "notebookkit-vault-1";
    internal const string HeaderType = "kind";

    private readonly Dictionary<string, string> originals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly SearchValues<string> search;
    private readonly int[] lengths;

    private Vault(Dictionary<string, List<string>> entries)
    {
        foreach (var (replacement, meant) in entries) originals[replacement] = meant.Count == 1 ? meant[0] : $"{{{string.Join(" | ", meant)}}}";
        lookup = originals.GetAlternateLookup<ReadOnlySpan<char>>();
        search = SearchValues.Create([.. originals.Keys], StringComparison.Ordinal);
        lengths = [.. originals.Keys.Select(k => k.Length).Distinct().OrderDescending()];
    }

    /// <summary>How many replacements it can turn back.</summary>
    public int Count => originals.Count;

    /// <summary>Opens a vault.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The key of the run that wrote it.</param>
    /// <exception cref="BadInputException">It is no vault, was damaged, or was written with another key.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Vault Open(string path, SecretKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var cipher = new VaultCipher(key);
        var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var (type, replacement, original) = Read(path, number, line);
            if (number == 1)
            {
                if (type != HeaderType || replacement != Kind) throw NoVault(path);
                if (cipher.Open(original, Kind) is null) throw new BadInputException($"The vault '{path}' was written with another key: give the key of its run.");
                continue;
            }

            var meant = cipher.Open(original, Place(type, replacement)) ?? throw BadInputException.At(path, number, "original", "the entry was changed or is damaged; take the vault of the run again.");
            if (!entries.TryGetValue(replacement, out var all)) entries[replacement] = all = [];
            if (!all.Contains(meant)) all.Add(meant);
        }

        return number == 0 ? throw NoVault(path) : new(entries);
    }

    /// <summary>The text with originals in the places of replacements; JSON stays JSON. Where one replacement stands for several originals, all are given:
    /// <c>{Jo Marsh | Ada Pell}</c>.</summary>
    public string Reveal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return originals.Count == 0 ? text : JsonTexts.Map(text, Plain);
    }

    private string Plain(string text)
    {
        var span = text.AsSpan();
        StringBuilder? revealed = null;
        var copied = 0;
        for (var from = 0; from < text.Length;)
        {
            var found = span[from..].IndexOfAny(search);
            if (found < 0) break;
            from += found;
            var length = LengthAt(span, from);
            if (length == 0)
            {
                from++;
                continue;
            }

            lookup.TryGetValue(span.Slice(from, length), out var original);
            (revealed ??= new(text.Length)).Append(text, copied, from - copied).Append(original);
            copied = from += length;
        }

        return revealed?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    /// <summary>What an entry belongs to: it opens nowhere else.</summary>
    internal static string Place(string type, string replacement) => $"{type}\n{replacement}";

    private int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (!Chars.IsBoundary(text, start)) return 0;
        foreach (var length in lengths)
            if (start + length <= text.Length && lookup.ContainsKey(text.Slice(start, length)) && Chars.IsBoundary(text, start + length)) return length;
        return 0;
    }

    private static (string Type, string Replacement, string Original) Read(string path, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? throw new FormatException();
            return (Text("type"), Text("replacement"), Text("original"));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw number == 1 ? NoVault(path) : BadInputException.At(path, number, null, "the line is damaged; take the vault of the run again.");
        }
    }

    private static BadInputException NoVault(string path) => new($"'{path}' is no vault: give the file that prepare wrote with --vault.");
}
