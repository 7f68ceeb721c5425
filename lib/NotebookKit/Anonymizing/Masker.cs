using System.Buffers;
using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>An <see cref="Anonymizer"/> made ready for a run: finds and replaces personal data in single texts. Thread-safe.</summary>
public sealed class Masker
{
    /// <summary>A replacement changes the neighbours of what stays, so a text is looked at again until nothing is found: masking what is masked
    /// changes nothing. Texts of people need two rounds.</summary>
    private const int MaxRounds = 8;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly Anonymizer options;
    private readonly SecretKey key;
    private readonly Finder finder;

    internal Masker(Anonymizer options, SecretKey key)
    {
        this.options = options;
        this.key = key;
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
        return MaskLearned(Mask(text, context, null), context, null);
    }

    /// <summary>The example with personal data replaced in all its texts, and persons' fields turned into keyed codes.</summary>
    public Example Mask(Example example) => Mask(example, null);

    internal Example Mask(Example example, Tally? tally)
    {
        ArgumentNullException.ThrowIfNull(example);
        var learned = new LearnedValues();
        var context = new RecognizerContext { KnownNames = RecordFacts.Read(example, learned), Learned = learned };
        var masked = example.MapTexts(field => field.Part == TextPart.Name ? MaskName(field, context, tally) : Mask(field.Text, context, tally));
        if (!context.Learned.IsEmpty) masked = masked.MapTexts(field => field.Part == TextPart.Name ? field.Text : MaskLearned(field.Text, context, tally));
        var (author, subject, conversation) = (Code("author", 'a', example.Author), Code("subject", 's', example.Subject), Code("conversation", 'c', example.Conversation));
        if (ReferenceEquals(author, example.Author) && ReferenceEquals(subject, example.Subject) && ReferenceEquals(conversation, example.Conversation) && example.KnownNames.Count == 0)
            return masked;
        return masked with { Author = author, Subject = subject, Conversation = conversation, KnownNames = [] };
    }

    private string Mask(string text, RecognizerContext context, Tally? tally)
    {
        if (text.Length < 2) return text;
        var spans = new List<Span>();
        var placeholders = new List<(int, int)>();
        for (var round = 0; round < MaxRounds; round++)
        {
            finder.Find(text, context, spans, placeholders);
            if (spans.Count == 0) return text;
            foreach (var span in spans)
            {
                tally?.Add("found:" + span.Type);
                context.Learned.Add(span, text);
            }

            text = Replace(text, spans, options.Operator, key);
        }

        return text;
    }

    /// <summary>The masked text without what other places of its record gave away.</summary>
    private string MaskLearned(string text, RecognizerContext context, Tally? tally)
    {
        if (context.Learned.IsEmpty || text.Length < 2) return text;
        var spans = new List<Span>();
        var placeholders = new List<(int, int)>();
        finder.FindLearned(text, context, spans, placeholders);
        if (spans.Count == 0) return text;
        foreach (var span in spans) tally?.Add("found:" + span.Type);
        return Mask(Replace(text, spans, options.Operator, key), context, tally);
    }

    /// <summary>The text with spans replaced that are in its order and do not overlap.</summary>
    internal static string Replace(string text, List<Span> spans, Operator with, SecretKey key)
    {
        var masked = new StringBuilder(text.Length);
        var position = 0;
        foreach (var span in spans)
        {
            masked.Append(text, position, span.Start - position);
            var replacement = with.Replace(span, text[span.Start..span.End], key);
            masked.Append(replacement);
            position = span.End;
            if (replacement.Length == 0 && Chars.Before(text, span.Start) is ' ' or '\n' && Chars.At(text, position) == ' ') position++;
        }

        return masked.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>A speaker's name is a person's where the record, the lists or a recognizer say so. It stays within the characters that trainers
    /// accept in names.</summary>
    private string MaskName(TextField field, RecognizerContext context, Tally? tally)
    {
        if (field.Role is Role.Tool || IsCode(field.Text)) return field.Text;
        var text = field.Text.Replace('_', ' ').Replace('-', ' ');
        var spans = new List<Span>();
        finder.Find(text, context, spans, []);
        if (spans.Count == 0 && options.Types.Contains(EntityTypes.Person) && SpeakerNames.IsPerson(text)) spans.Add(new(0, text.Length, EntityTypes.Person, 0.5, "Speaker"));
        if (spans.Count == 0) return field.Text;
        tally?.Add("found:" + spans[0].Type);
        return options.Operator.Replace(spans[0] with { Start = 0, End = text.Length }, text, key).Trim('[', ']');
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
