using System.Buffers;
using System.Text.RegularExpressions;

namespace NotebookKit.Cleaning;

/// <summary>What the users of a conversation say about places and code; looked up when it is asked for the first time.</summary>
internal sealed partial class LeftoverTalk(Example example)
{
    /// <summary>Words by which a user asks for places to fill in.</summary>
    private static readonly SearchValues<string> Asking = SearchValues.Create(
        ["template", "placeholder", "boilerplate", "fill in", "mail merge", "vorlage", "platzhalter", "plantilla", "modèle de"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The same words without "template", which may also be one of the app.</summary>
    private static readonly SearchValues<string> AskingOtherwise = SearchValues.Create(
        ["placeholder", "boilerplate", "fill in", "mail merge", "vorlage", "platzhalter", "plantilla", "modèle de", "letter", "mail", "message", "reply"], StringComparison.OrdinalIgnoreCase);

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
                if (turn is { Role: Role.User, Content: { } text } && text.AsSpan().ContainsAny(Asking) && !IsUsed(text)) return true;
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

    /// <summary>True where the user wants a template of the app to be used, and what comes of it has no places: "use the meal template with rice".</summary>
    private static bool IsUsed(string text) => text.Contains("template", StringComparison.OrdinalIgnoreCase) && !text.AsSpan().ContainsAny(AskingOtherwise) && Using().IsMatch(text);

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

    [GeneratedRegex(@"\b(?:use|take|apply|follow|load|using|pick)\s(?:\w+\s){0,5}template\b|^\W*template\s(?!for\b|to\b|of\b|that\b)\w", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Using();
}
