namespace NotebookKit.Anonymizing;

/// <summary>Names, secrets, user names and numbers that stand clearly in one place of a record and are looked for in all others.</summary>
internal sealed class LearnedValues
{
    private const int MinId = 6, MinSecret = 6, MaxSecret = 256, MaxValues = 32;

    private List<string>? names, secrets;
    private List<(string Text, string Type)>? handles;
    private KnownNumbers? numbers;
    private RecognizerContext? known;

    /// <summary>True where nothing was learned.</summary>
    public bool IsEmpty => names is null && secrets is null && handles is null && numbers is null;

    /// <summary>Keeps what is sure enough: a secret that mixes kinds of characters, whom a mail address names, a number. Names behind a cue: <see cref="AddTold"/>.</summary>
    public void Add(Span span, string text)
    {
        var value = text.AsSpan(span.Start, span.Length);
        switch (span.Type)
        {
            case EntityTypes.ApiKey:
                if (value.Length is >= MinSecret and <= MaxSecret && Secrets.Classes(value) > 1) Add(ref secrets, value.ToString());
                break;
            case EntityTypes.Email:
                if (MailNames.Shown(text, span) is { } shown) AddName(shown);
                if (value.IndexOf('@') is > 0 and var at) AddMail(value[..at]);
                break;
            case EntityTypes.Phone or EntityTypes.CreditCard or EntityTypes.Iban:
                AddNumber(value, span.Type);
                break;
            case EntityTypes.Passport or EntityTypes.UsPassport or EntityTypes.DriverLicense or EntityTypes.UsDriverLicense or EntityTypes.InsuranceNumber or EntityTypes.MedicalRecord or EntityTypes.PersonalNumber
                or EntityTypes.LicensePlate:
                // Told by a word beside it once; elsewhere in the record it is the same.
                if (value.Length >= MinId && value.ContainsAnyInRange('0', '9')) AddHandle(value.ToString(), span.Type);
                break;
            default:
                break;
        }
    }

    /// <summary>True for a name that stands behind a cue that is sure.</summary>
    public static bool IsTold(Span span) => span.Type == EntityTypes.Person && span.Score >= 0.85 && span.Identity is null && span.Recognizer is "CueName" or "AsianName";

    /// <summary>Keeps the names that cues told, where what was found of a person covers them.</summary>
    /// <param name="told">The names; they are sorted.</param>
    /// <param name="found">What was found, without overlaps, in the order of the text.</param>
    /// <param name="text">The text of both.</param>
    public void AddTold(List<Span> told, List<Span> found, string text)
    {
        told.Sort(static (a, b) => a.Start.CompareTo(b.Start) is not 0 and var order ? order : a.End.CompareTo(b.End));
        var at = 0;
        foreach (var name in told)
        {
            // Both are in order: each is walked once, however many there are.
            while (at < found.Count && found[at].End < name.End) at++;
            if (names?.Count >= MaxValues || at == found.Count) return;
            if (found[at] is { Type: EntityTypes.Person, Identity: null } person && person.Start <= name.Start) AddName(text[name.Start..name.End]);
        }
    }

    /// <summary>Keeps a person's name.</summary>
    public void AddName(string name)
    {
        var before = names?.Count ?? 0;
        Add(ref names, name);
        if (names!.Count > before) known = null;
    }

    /// <summary>Keeps what the part of a mail address before the at sign says: a user name, and a name where it is made of one.</summary>
    public void AddMail(ReadOnlySpan<char> local)
    {
        if (MailNames.Name(local) is { } name) AddName(name);
        if (MailNames.IsHandle(local)) AddHandle(local.ToString(), EntityTypes.UserName);
    }

    /// <summary>Keeps a user name or an id.</summary>
    public void AddHandle(string text, string type)
    {
        if ((handles ??= []).Count < MaxValues && !handles.Exists(h => h.Text.Equals(text, StringComparison.OrdinalIgnoreCase))) handles.Add((text, type));
    }

    /// <summary>Keeps the digits of a number.</summary>
    public void AddNumber(ReadOnlySpan<char> value, string type) => (numbers ??= new()).Add(value, type);

    /// <summary>Adds where what was learned stands in a text.</summary>
    public void Find(string text, Recognizer byName, List<Span> into)
    {
        foreach (var secret in secrets ?? []) FindWhole(text, secret, EntityTypes.ApiKey, 0.75, StringComparison.Ordinal, into);
        FindIds(text, into);
        if (names is null) return;
        known ??= new() { KnownNames = [.. names] };
        var first = into.Count;
        byName.Find(text, known, into);
        // A word that is usual in the language too is a name only where the cue was.
        for (var i = into.Count - 1; i >= first; i--)
            if (into[i].Type == EntityTypes.Person && !char.IsUpper(text[into[i].Start]) && text[into[i].Start] < 0x590) into.RemoveAt(i);
    }

    /// <summary>Adds where user names, ids and numbers stand: a name inside a user name must not be cut out of it first.</summary>
    public void FindIds(string text, List<Span> into)
    {
        foreach (var (handle, type) in handles ?? []) FindWhole(text, handle, type, 0.9, StringComparison.OrdinalIgnoreCase, into);
        numbers?.Find(text, into);
    }

    private static void FindWhole(string text, string value, string type, double score, StringComparison comparison, List<Span> into)
    {
        for (var at = text.IndexOf(value, comparison); at >= 0; at = text.IndexOf(value, at + value.Length, comparison))
            if (Chars.IsBoundary(text, at) && Chars.IsBoundary(text, at + value.Length)) into.Add(new(at, at + value.Length, type, score, "Learned"));
    }

    private static void Add(ref List<string>? values, string text)
    {
        if ((values ??= []).Count < MaxValues && !values.Contains(text)) values.Add(text);
    }
}
