namespace NotebookKit.Anonymizing;

/// <summary>Whether a number without separators, letters in upper case, follows the rule of its kind.</summary>
internal delegate bool IdCheck(ReadOnlySpan<char> id);

/// <summary>A kind of number that authorities or registers give out: how it is written and checked, and the words that stand near it.</summary>
internal sealed record NationalId
{
    // Enough for rules with a check of one in a thousand and a date.
    private const int MaxDraws = 60_000;

    private readonly string[] templates;

    /// <summary>Makes a row.</summary>
    /// <param name="type">The kind: one of <see cref="EntityTypes"/>.</param>
    /// <param name="forms">How it is written, with <c>|</c> between: <c>#</c> is a digit, <c>@</c> a letter, <c>*</c> either; all else stands for itself. The first is the one without separators.</param>
    /// <param name="check">The rule.</param>
    /// <param name="bare">Score of the form without separators where no word is near; 0 where it needs a word.</param>
    /// <param name="official">Score of a form with the official separators where no word is near.</param>
    /// <param name="cues">Words that say so, with <c>|</c> between.</param>
    /// <param name="make">How an invented one begins to be made, as in forms; <c>y m d</c> are a date of two digits each, letters in braces a choice. Null: the first form.</param>
    public NationalId(string type, string forms, IdCheck check, double bare, double official, string cues, string? make = null)
    {
        Type = type;
        Forms = [.. forms.Split('|')];
        Check = check;
        Alone = bare;
        Official = official;
        CueWords = cues;
        // Programs name their fields so: "il_id".
        Cues = new($"{cues}|{type.ToLowerInvariant().Replace('_', ' ')}");
        templates = make?.Split('|') ?? [];
    }

    /// <summary>The kind.</summary>
    public string Type { get; }

    /// <summary>How it is written.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>The rule.</summary>
    public IdCheck Check { get; }

    /// <summary>Score without separators and words.</summary>
    public double Alone { get; }

    /// <summary>Score with separators, without words.</summary>
    public double Official { get; }

    /// <summary>Words that say so, as given.</summary>
    public string CueWords { get; }

    /// <summary>Words that say so.</summary>
    public Cues Cues { get; }

    /// <summary>An invented number that follows the rule, in the grouping of an original where that is as long; null where none is found.</summary>
    public string? Make(string? like, ref Fakes.Draws draw)
    {
        var template = Template(like is null ? -1 : Fakes.Compact(like).Length);
        Span<char> id = stackalloc char[Length(template)];
        for (var i = 0; i < MaxDraws; i++)
        {
            Fill(template, id, ref draw);
            if (Check(id)) return Written(id.ToString(), like);
        }

        return null;
    }

    /// <summary>The template, or else the form, that makes so many letters and digits; the first where none does.</summary>
    private string Template(int length)
    {
        foreach (var template in templates)
            if (Length(template) == length) return template;
        foreach (var form in Forms)
            if (Length(form) == length) return Bare(form);
        return templates.Length > 0 ? templates[0] : Bare(Forms[0]);
    }

    private static string Bare(string form) => string.Concat(form.Where(IsPlace));

    private static bool IsPlace(char c) => char.IsAsciiLetterOrDigit(c) || c is '#' or '@' or '*';

    /// <summary>How many letters and digits; a choice in braces is one.</summary>
    private static int Length(string form)
    {
        var length = 0;
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '{') i = form.IndexOf('}', i);
            if (form[i] == '}' || IsPlace(form[i])) length++;
        }

        return length;
    }

    private string Written(string id, string? like)
    {
        if (like is not null && Fakes.Compact(like).Length == id.Length) return Fakes.Dressed(id, like);
        foreach (var form in Forms)
            if (form.Length > id.Length && Length(form) == id.Length) return Fakes.Dressed(id, string.Concat(form.Select(c => IsPlace(c) ? 'A' : c)));
        return id;
    }

    private static void Fill(string template, Span<char> id, ref Fakes.Draws draw)
    {
        int at = 0, year = draw.Next(100), month = 1 + draw.Next(12), day = 1 + draw.Next(28);
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is 'y' or 'm' or 'd')
            {
                var part = c == 'y' ? year : c == 'm' ? month : day;
                id[at++] = (char)('0' + (part / 10));
                id[at++] = (char)('0' + (part % 10));
                i++;
            }
            else if (c == '{')
            {
                var close = template.IndexOf('}', i);
                id[at++] = template[i + 1 + draw.Next(close - i - 1)];
                i = close;
            }
            else
            {
                id[at++] = c switch
                {
                    '#' => (char)('0' + draw.Next(10)),
                    '@' => (char)('A' + draw.Next(26)),
                    '*' => draw.Next(2) == 0 ? (char)('0' + draw.Next(10)) : (char)('A' + draw.Next(26)),
                    _ => c,
                };
            }
        }
    }
}
