using System.Buffers;
using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>An <see cref="Anonymizer"/> made ready for a run: finds and replaces personal data in single texts. Thread-safe.</summary>
public sealed partial class Masker
{
    /// <summary>A replacement changes the neighbours of what stays, so a text is looked at again until nothing is found: masking what is masked
    /// changes nothing. Texts of people need two rounds.</summary>
    private const int MaxRounds = 8;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly Anonymizer options;
    private readonly IReadOnlyList<Recognizer> recognizers;
    private readonly SecretKey key;
    private readonly double minScore;
    private readonly TermList terms;
    private readonly HashSet<string> wanted;
    private readonly RunContext run;

    internal Masker(Anonymizer options, RunContext run)
    {
        this.options = options;
        this.run = run;
        key = run.Key;
        minScore = options.MinScore;
        terms = new(options.Terms);
        // Who says what is to take the place of a type wants it to be found.
        wanted = new(options.Types.Concat(options.Operators.Keys), StringComparer.Ordinal);
        recognizers = [.. Recognizers.BuiltIn.Where(r => r.Types.Any(wanted.Contains)), .. options.Recognizers];
        // A find of a built-in type that nobody asked for may come from a recognizer of several types; a type of one's own is always wanted, also one that a
        // service only tells with its answer.
        foreach (var type in options.Recognizers.SelectMany(r => r.Types)) wanted.Add(type);
    }

    /// <summary>True where the key behind pseudonyms and codes is known to its owner alone.</summary>
    internal bool HasSecretKey => key.IsSecret;

    /// <summary>The personal data in a text, without overlaps, in the order of the text; offsets are those of the text as given.</summary>
    public IReadOnlyList<Span> Find(string text, IReadOnlyList<string>? knownNames = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<Span>();
        Find(text, new() { KnownNames = knownNames ?? [] }, spans, []);
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
        var context = new RecognizerContext { KnownNames = example.KnownNames, StandIns = StandIns.Of(example.StandIns) };
        var (author, subject, conversation) = (Code("author", 'a', example.Author), Code("subject", 's', example.Subject), Code("conversation", 'c', example.Conversation));
        var record = new RecordFinds { Key = key, Subject = subject ?? conversation ?? example.Id, AsOf = run.AsOf ?? example.CreatedAt };
        example.MapTexts(field =>
        {
            var found = record.Add(new(field.Text) { IsName = field.Part == TextPart.Name });
            if (found.IsName) SearchName(found, field.Role, context, tally);
            else Search(found, context, tally);
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
            Find(text.Searched, context, spans, placeholders);
            if (spans.Count == 0) return;
            foreach (var span in spans)
            {
                tally?.Add("found:" + span.Type);
                context.Learned.Add(span, text.Searched.AsSpan(span.Start, span.Length));
            }

            text.Take(spans, options.OperatorOf);
        }
    }

    /// <summary>Finds what other places of the record gave away.</summary>
    private void SearchLearned(FoundText text, RecognizerContext context, Tally? tally)
    {
        if (context.Learned.IsEmpty || text.Searched.Length < 2) return;
        var spans = new List<Span>();
        var placeholders = new List<(int, int)>();
        context.Learned.Find(text.Searched, ByName, spans);
        if (spans.Count == 0) return;
        Placeholders.Find(text.Searched, placeholders);
        context.StandIns?.Find(text.Searched, placeholders);
        spans.RemoveAll(s => s.Score < minScore || Placeholders.Meets(placeholders, s) || terms.Covers(text.Searched, s));
        if (spans.Count == 0) return;
        Overlaps.Resolve(spans);
        foreach (var span in spans) tally?.Add("found:" + span.Type);
        text.Take(spans, options.OperatorOf);
        Search(text, context, tally);
    }

    private static readonly KnownNameRecognizer ByName = new();

    private void Find(string text, RecognizerContext context, List<Span> spans, List<(int Start, int End)> placeholders)
    {
        spans.Clear();
        var plain = PlainText.Of(text);
        Placeholders.Find(plain.Text, placeholders);
        context.StandIns?.Find(plain.Text, placeholders);
        foreach (var recognizer in recognizers) recognizer.Find(plain.Text, context, spans);
        if (spans.Count == 0) return;
        spans.RemoveAll(s => s.Score < minScore || s.End <= s.Start || !IsWanted(s.Type) || Placeholders.Meets(placeholders, s) || terms.Covers(plain.Text, s));
        Overlaps.Resolve(spans);
        for (var i = 0; i < spans.Count; i++) spans[i] = plain.Original(spans[i]);
    }

    private bool IsWanted(string type) => wanted.Contains(type) || !EntityTypes.All.Contains(type);

    /// <summary>A speaker's name is a person's where the record, the lists or a recognizer say so.</summary>
    private void SearchName(FoundText found, Role? role, RecognizerContext context, Tally? tally)
    {
        if (role is Role.Tool || IsCode(found.Searched)) return;
        var text = found.Searched.Replace('_', ' ').Replace('-', ' ');
        var spans = new List<Span>();
        Find(text, context, spans, []);
        if (spans.Count == 0 && wanted.Contains(EntityTypes.Person) && context.StandIns?.IsWhole(text) != true && SpeakerNames.IsPerson(text)) spans.Add(new(0, text.Length, EntityTypes.Person, 0.5, "Speaker"));
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
