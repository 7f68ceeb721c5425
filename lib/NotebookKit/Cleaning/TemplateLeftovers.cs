namespace NotebookKit.Cleaning;

/// <summary>Removes examples whose answer still holds a place of a template: <c>{{name}}</c>, <c>&lt;insert date&gt;</c>, <c>[Your
/// Name]</c>, "lorem ipsum". Source: own rule; a model that learns them says them.</summary>
/// <remarks>Judged: assistant turns outside code fences and lines of code, and of JSON the values; not the kit's own placeholders such as
/// <c>[EMAIL]</c>, and not a place that stands in the user's text too, or any where the user asks for a template: then the conversation is
/// about them.</remarks>
public sealed record TemplateLeftovers : ExampleStage
{
    /// <summary>An assistant turn holds a place of a template. <c>measured</c>: how many; <c>limit</c>: 0.</summary>
    public const string Reason = "template-leftover";

    /// <summary>A text of fewer lines is no program; its lines are judged one by one.</summary>
    private const int ProgramLines = 4;

    /// <summary>Words by which a user asks for places to fill in.</summary>
    private static readonly string[] Asking = ["template", "placeholder", "boilerplate", "fill in", "mail merge", "vorlage", "platzhalter", "plantilla", "modèle de"];

    /// <summary>Words by which a user asks about code.</summary>
    private static readonly string[] Coding =
    [
        "html", "css", "javascript", "python", "php", "regex", "regular expression", "jinja", "django", "handlebars", "angular", "sql", "bash", "latex", "printf", "c++", "c#", "java ", "markdown", "programming",
        "source code", "snippet", "syntax", "command line", "shell", "xml", "yaml", "json", "powershell", "linux", "windows", "ruby", "rails", "compiler",
    ];

    /// <inheritdoc/>
    public override string Name => "Template leftovers";

    /// <inheritdoc/>
    public override int Version => 3;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Example example, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var (finds, ofCode) = (0, (bool?)null);
        foreach (var turn in example.Messages)
        {
            if (turn is not { Role: Role.Assistant, Content: { } text } || IsProgram(text)) continue;
            finds += Count(example, text, ofCode ??= IsAboutCode(example));
        }

        if (Answers.AreFields(example)) finds = Answers.Last(example)?.Content is { Length: > 0 } json && json.TrimStart() is ['{' or '[' or '`', ..] ? LeftoverValues.CountIn(json) : 0;
        return finds == 0 || AsksForPlaces(example) ? Outcome.Keep(example) : Outcome.Remove(example, Reason, finds, 0);
    }

    /// <summary>A line that is only a place ends like a line of code, and is none.</summary>
    private static bool IsProgram(string text) =>
        CodeFences.IsMostly(text, ProgramLines) && !(text.Contains("{{", StringComparison.Ordinal) && !CodeFences.IsMostly(text.Replace("}}", "", StringComparison.Ordinal), ProgramLines));

    private static int Count(Example example, string text, bool ofCode)
    {
        var finds = 0;
        var places = new List<(int From, int Length)>();
        foreach (var line in CodeFences.Prose(text))
        {
            places.Clear();
            Leftovers.AddTo(places, line, ofCode);
            places.Sort();
            var end = 0;
            foreach (var (from, length) in places)
            {
                // Two patterns may see one place.
                if (from >= end && !IsAskedFor(example, line.Slice(from, length))) finds++;
                end = Math.Max(end, from + length);
            }
        }

        return finds;
    }

    /// <summary>True where someone shows code, or the user asks about it by name.</summary>
    private static bool IsAboutCode(Example example)
    {
        foreach (var turn in example.Messages)
        {
            if (turn.Content is not { } text) continue;
            if (text.Contains('`')) return true;
            if (turn.Role != Role.User) continue;
            if (CodeFences.IsMostly(text)) return true;
            foreach (var word in Coding)
                if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool AsksForPlaces(Example example)
    {
        foreach (var turn in example.Messages)
            if (turn is { Role: Role.User, Content: { } text })
                foreach (var word in Asking)
                    if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsAskedFor(Example example, ReadOnlySpan<char> place)
    {
        foreach (var turn in example.Messages)
            if (turn.Role == Role.User && turn.Content.AsSpan().Contains(place, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
