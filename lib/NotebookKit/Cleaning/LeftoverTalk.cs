using System.Buffers;

namespace NotebookKit.Cleaning;

/// <summary>What the users of a conversation say about places and code; looked up when it is asked for the first time.</summary>
internal sealed class LeftoverTalk(Example example)
{
    /// <summary>Words by which a user asks for places to fill in.</summary>
    private static readonly SearchValues<string> Asking = SearchValues.Create(
        ["template", "placeholder", "boilerplate", "fill in", "mail merge", "vorlage", "platzhalter", "plantilla", "modèle de"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words by which a user asks about code.</summary>
    private static readonly SearchValues<string> Coding = SearchValues.Create(
    [
        "html", "css", "javascript", "python", "php", "regex", "regular expression", "jinja", "django", "handlebars", "angular", "sql", "bash", "latex", "printf", "c++", "c#", "java ", "markdown", "programming",
        "source code", "snippet", "syntax", "command line", "shell", "xml", "yaml", "json", "powershell", "linux", "windows", "ruby", "rails", "compiler",
    ],
    StringComparison.OrdinalIgnoreCase);

    private bool? isAboutCode;

    /// <summary>True where someone shows code, or the user asks about it by name.</summary>
    public bool IsAboutCode => isAboutCode ??= FindsCode();

    /// <summary>True where the user asks for a template.</summary>
    public bool AsksForPlaces
    {
        get
        {
            foreach (var turn in example.Messages)
                if (turn is { Role: Role.User, Content: { } text } && text.AsSpan().ContainsAny(Asking)) return true;
            return false;
        }
    }

    /// <summary>True where a place stands in a user's text, too.</summary>
    public bool Holds(ReadOnlySpan<char> place)
    {
        foreach (var turn in example.Messages)
            if (turn.Role == Role.User && turn.Content.AsSpan().Contains(place, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private bool FindsCode()
    {
        foreach (var turn in example.Messages)
        {
            if (turn.Content is not { } text) continue;
            if (text.Contains('`')) return true;
            if (turn.Role == Role.User && (CodeFences.IsMostly(text) || text.AsSpan().ContainsAny(Coding))) return true;
        }

        return false;
    }
}
