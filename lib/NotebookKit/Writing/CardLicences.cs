namespace NotebookKit.Writing;

/// <summary>Licences as Hugging Face names them in a dataset card.</summary>
internal static class CardLicences
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "afl-3.0", "agpl-3.0", "apache-2.0", "artistic-2.0", "bsd", "bsd-2-clause", "bsd-3-clause", "bsl-1.0", "c-uda", "cc", "cc-by-2.0", "cc-by-2.5",
        "cc-by-3.0", "cc-by-4.0", "cc-by-nc-2.0", "cc-by-nc-3.0", "cc-by-nc-4.0", "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0", "cc-by-nc-sa-3.0",
        "cc-by-nc-sa-4.0", "cc-by-nd-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc0-1.0", "cdla-permissive-1.0", "cdla-permissive-2.0", "cdla-sharing-1.0",
        "ecl-2.0", "epl-1.0", "epl-2.0", "eupl-1.1", "eupl-1.2", "gfdl", "gpl", "gpl-2.0", "gpl-3.0", "isc", "lgpl", "lgpl-2.1", "lgpl-3.0", "mit", "mpl-2.0",
        "ms-pl", "ncsa", "odbl", "odc-by", "ofl-1.1", "openrail", "osl-3.0", "other", "pddl", "postgresql", "unknown", "unlicense", "wtfpl", "zlib",
    };

    /// <summary>The licences of the rows, each once: <c>unknown</c> for rows without one, <c>other</c> for one that is not on the list.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Example> examples)
    {
        var given = examples.Select(e => e.Licence ?? "").Distinct(StringComparer.Ordinal).ToList();
        return given.Count == 0 ? ["unknown"] : [.. given.Select(IdOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string IdOf(string licence)
    {
        var id = licence.Trim().ToLowerInvariant().Replace(' ', '-');
        foreach (var end in new[] { "-only", "-or-later", "-license", "-licence" })
            if (id.EndsWith(end, StringComparison.Ordinal)) id = id[..^end.Length];
        return id.Length == 0 ? "unknown" : id switch
        {
            "cc0" => "cc0-1.0",
            "apache" => "apache-2.0",
            "pddl-1.0" => "pddl",
            "odc-by-1.0" => "odc-by",
            "odbl-1.0" => "odbl",
            _ => Known.Contains(id) ? id : "other",
        };
    }
}
