using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Pages;

/// <summary>Where the pages of a set of notebooks lie, and where links in them lead.</summary>
internal sealed class PageLinks
{
    private static readonly Dictionary<string, string> Pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    private readonly Dictionary<string, string> pages = new(StringComparer.Ordinal);
    private readonly string folder;

    /// <summary>Names the pages: a notebook's own name with <c>.html</c>, a number behind it where two have the same.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="folder">Where the pages will lie.</param>
    public PageLinks(IEnumerable<Notebook> notebooks, string folder)
    {
        this.folder = Path.GetFullPath(folder);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index" };
        foreach (var file in notebooks.Select(n => Path.GetFullPath(n.Name)))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            for (var i = 2; !taken.Add(name); i++) name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{i}");
            pages[file] = name + ".html";
        }
    }

    /// <summary>The page of a notebook.</summary>
    public string PageOf(Notebook notebook) => pages[Path.GetFullPath(notebook.Name)];

    /// <summary>A link of a notebook as its page has it: to another notebook of the set, its page; to another file, that file as seen from the page.</summary>
    public string Link(Notebook from, string target)
    {
        if (FileOf(from, target, out var rest) is not { } file) return target;
        return (pages.TryGetValue(file, out var page) ? Uri.EscapeDataString(page) : Encoded(Path.GetRelativePath(folder, file))) + rest;
    }

    /// <summary>A picture of a notebook as part of its page: from an attachment of the cell or from a file. What cannot be had stays a link.</summary>
    public string Picture(Notebook from, NotebookCell cell, string target)
    {
        const string Attachment = "attachment:";
        if (target.StartsWith(Attachment, StringComparison.Ordinal))
            return cell.Attachments?[Uri.UnescapeDataString(target[Attachment.Length..])] is System.Text.Json.Nodes.JsonObject kinds && kinds.FirstOrDefault() is { Key: { } type, Value: { } data }
                ? $"data:{type};base64,{Lines.Joined(data)}" : target;
        if (FileOf(from, target, out _) is not { } file || !Pictures.TryGetValue(Path.GetExtension(file), out var kind) || !File.Exists(file)) return Link(from, target);
        return $"data:{kind};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}";
    }

    /// <summary>The file that a relative link means; null for addresses and for places on the same page.</summary>
    private static string? FileOf(Notebook from, string target, out string rest)
    {
        var end = target.IndexOfAny(['#', '?']);
        var path = end < 0 ? target : target[..end];
        rest = end < 0 ? "" : target[end..];
        if (path.Length == 0 || path[0] == '/' || path.Contains(':', StringComparison.Ordinal)) return null;
        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(from.Name))!, Uri.UnescapeDataString(path)));
    }

    private static string Encoded(string path) => string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
}
