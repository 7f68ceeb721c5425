using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>An <see cref="Anonymizer"/> made ready for a run: finds and replaces personal data in single texts. Thread-safe.</summary>
public sealed partial class Masker
{
    /// <summary>A replacement changes the neighbours of what stays, so a text is looked at again until nothing is found: masking what is masked
    /// changes nothing. Texts of people need two rounds.</summary>
    private const int MaxRounds = 8;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly Anonymizer options;
    private readonly SecretKey key;
    private readonly Finder finder;
    private readonly RunContext run;

    internal Masker(Anonymizer options, RunContext run)
    {
        this.options = options;
        this.run = run;
        key = run.Key;
        finder = Finder.For(options);
    }

    /// <summary>True where the key behind pseudonyms and codes is known to its owner alone.</summary>
    internal bool HasSecretKey => key.IsSecret;

    /// <summary>The personal data in a text, without overlaps, in the order of the text; offsets are those of the text as given.</summary>
    public IReadOnlyList<Span> Find(string text, IReadOnlyList<string>? knownNames = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<Span>();
        finder.Find(text, new() { KnownNames = knownNames ?? [] }, spans, []);
        return spans;
    }

    /// <summary>The text with personal data replaced.</summary>
    public string MaskText(string text, IReadOnlyList<string>? knownNames = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var context = new RecognizerContext { KnownNames = knownNames ?? [] };
        var record = new RecordFinds { Key = key, AsOf = run.AsOf };
        var found = record.Add(new(text));
        Search(found, context, null);
        SearchLearned(found, context, null);
        return found.Write(find => Replacement(record.EntityOf(find.Span, find.Value)));
    }

    /// <summary>The example with personal data replaced in all its texts, and persons' fields turned into keyed codes.</summary>
    public Example Mask(Example example) => Mask(example, null, out _);

    /// <param name="example">The example.</param>
    /// <param name="tally">Takes counts, or null.</param>
    /// <param name="leaving">How many finds want the row to leave.</param>
    internal Example Mask(Example example, Tally? tally, out int leaving)
    {
        ArgumentNullException.ThrowIfNull(example);
        var learned = new LearnedValues();
        var context = new RecognizerContext { KnownNames = RecordFacts.Read(example, learned), Learned = learned, StandIns = StandIns.Of(example.StandIns) };
        var (author, subject, conversation) = (Code("author", 'a', example.Author), Code("subject", 's', example.Subject), Code("conversation", 'c', example.Conversation));
        var record = new RecordFinds { Key = key, Subject = subject ?? conversation ?? example.Id, AsOf = run.AsOf ?? example.CreatedAt };
        example.MapTexts(field =>
        {
            var found = record.Add(new(field.Text) { IsName = field.Part == TextPart.Name });
            if (found.IsName) SearchName(found, field.Role, context, tally);
            else
            {
                // What tools are called and what their parameters mean is said by a program, of no person.
                if (field.Key is { } name && field.Part != TextPart.Tools) SearchByKey(found, name, context, tally);
                Search(found, context, tally);
            }

            return field.Text;
        });
        if (!context.Learned.IsEmpty)
            foreach (var found in record.Texts)
                if (!found.IsName) SearchLearned(found, context, tally);
        var masked = Written(example, record, out leaving);
        if (ReferenceEquals(author, example.Author) && ReferenceEquals(subject, example.Subject) && ReferenceEquals(conversation, example.Conversation) && example.KnownNames.Count == 0)
            return masked;
        return masked with { Author = author, Subject = subject, Conversation = conversation, KnownNames = [] };
    }

    private void Search(FoundText text, RecognizerContext context, Tally? tally)
    {
        if (text.Searched.Length < 2) return;
        var spans = new List<Span>();
        var placeholders = new List<(int, int)>();
        for (var round = 0; round < MaxRounds; round++)
        {
            finder.Find(text.Searched, context, spans, placeholders);
            if (spans.Count == 0) return;
            foreach (var span in spans)
            {
                tally?.Add("found:" + span.Type);
                context.Learned.Add(span, text.Searched);
            }

            text.Take(spans, options.OperatorOf);
        }
    }

    /// <summary>Finds numbers and codes that only the name of their field tells: <c>"passport_no": "H53586613"</c> is read as <c>passport no: H53586613</c>.</summary>
    private void SearchByKey(FoundText text, string name, RecognizerContext context, Tally? tally)
    {
        if (text.Searched.Length is < 2 or > FieldKeys.LongestValue) return;
        var lead = FieldKeys.Lead(name);
        var spans = new List<Span>();
        finder.Find(lead + text.Searched, context, spans, []);
        spans.RemoveAll(s => s.Start < lead.Length || !FieldKeys.Tells(s.Type));
        if (spans.Count == 0) return;
        for (var i = 0; i < spans.Count; i++)
        {
            spans[i] = spans[i] with { Start = spans[i].Start - lead.Length, End = spans[i].End - lead.Length };
            tally?.Add("found:" + spans[i].Type);
            context.Learned.Add(spans[i], text.Searched);
        }

        text.Take(spans, options.OperatorOf);
    }

    /// <summary>Finds what other places of the record gave away.</summary>
    private void SearchLearned(FoundText text, RecognizerContext context, Tally? tally)
    {
        if (context.Learned.IsEmpty || text.Searched.Length < 2) return;
        var spans = new List<Span>();
        var placeholders = new List<(int, int)>();
        finder.FindLearned(text.Searched, context, spans, placeholders);
        if (spans.Count == 0) return;
        foreach (var span in spans) tally?.Add("found:" + span.Type);
        text.Take(spans, options.OperatorOf);
        Search(text, context, tally);
    }

    /// <summary>A speaker's name is a person's where the record, the lists or a recognizer say so.</summary>
    private void SearchName(FoundText found, Role? role, RecognizerContext context, Tally? tally)
    {
        if (role is Role.Tool || IsCode(found.Searched)) return;
        var text = found.Searched.Replace('_', ' ').Replace('-', ' ');
        var spans = new List<Span>();
        finder.Find(text, context, spans, []);
        if (spans.Count == 0 && finder.Wants(EntityTypes.Person) && context.StandIns?.IsWhole(text) != true && SpeakerNames.IsPerson(text)) spans.Add(new(0, text.Length, EntityTypes.Person, 0.5, "Speaker"));
        if (spans.Count == 0) return;
        tally?.Add("found:" + spans[0].Type);
        found.TakeAll(spans[0], text);
    }

    private static bool IsCode(string name) => SpeakerNames.IsReplacement(name);

    private string? Code(string purpose, char prefix, string? value)
    {
        if (string.IsNullOrEmpty(value) || IsGroupCode(value, prefix)) return value;
        return $"{prefix}-{key.Code(purpose, value)[..16]}";
    }

    private static bool IsGroupCode(string value, char prefix) =>
        value.Length == 18 && value[0] == prefix && value[1] == '-' && !value.AsSpan(2).ContainsAnyExcept(HexDigits);
}
