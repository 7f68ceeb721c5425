using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>All finds of one record, before anything is written: only then is it known that "Jane" is the Jane Fairweather who signs below. One instance serves one thread.</summary>
internal sealed class RecordFinds
{
    /// <summary>More people than this who share a word of their names cannot be told apart by it.</summary>
    private const int MostNamesakes = 64;

    private readonly List<FoundText> texts = [];
    private readonly Dictionary<(string, string), int> numbers = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private Dictionary<string, string>? people;
    private bool? dayFirst;

    /// <summary>Texts in the order of the record.</summary>
    public IReadOnlyList<FoundText> Texts => texts;

    /// <summary>The key of the run.</summary>
    public required SecretKey Key { get; init; }

    /// <summary>Whom the record is about; empty for a single text.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The time that stands for now, where it is known.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Adds a text.</summary>
    public FoundText Add(FoundText text)
    {
        texts.Add(text);
        return text;
    }

    /// <summary>True where nothing was found in any text.</summary>
    public bool IsEmpty => texts.TrueForAll(t => t.IsEmpty);

    /// <summary>What a find means in this record.</summary>
    public Entity EntityOf(Span span, string value)
    {
        if (people is null) Resolve();
        var identity = CanonicalValue.Of(span.Type, span.Identity ?? value);
        if (span.Type == EntityTypes.Person && people!.TryGetValue(identity, out var full)) identity = full;
        return new(span.Type, value) { Identity = identity, Key = Key, Subject = Subject, AsOf = AsOf, Record = this, DayFirst = dayFirst };
    }

    /// <summary>The number of an entity: a new one behind those that were given, and behind those that stand in the texts already.</summary>
    public int NumberOf(Entity entity)
    {
        var kind = EntityTypes.ShortName(entity.Type);
        if (numbers.TryGetValue((kind, entity.Identity), out var number)) return number;
        if (!counts.TryGetValue(kind, out var last))
            foreach (var text in texts) last = Math.Max(last, Placeholders.LastNumber(text.Searched, kind));
        counts[kind] = numbers[(kind, entity.Identity)] = last + 1;
        return last + 1;
    }

    private void Resolve()
    {
        people = new(StringComparer.Ordinal);
        int daysFirst = 0, monthsFirst = 0;
        foreach (var text in texts)
            foreach (var find in text.Finds)
            {
                if (find.Span.Type is EntityTypes.DateTime or EntityTypes.DateOfBirth && DateText.Order(find.Value) is { } order) _ = order ? daysFirst++ : monthsFirst++;
                if (find.Span.Type == EntityTypes.Person && CanonicalValue.Of(EntityTypes.Person, find.Span.Identity ?? find.Value) is var name) people[name] = name;
            }

        dayFirst = daysFirst == monthsFirst ? null : daysFirst > monthsFirst;
        if (people.Count > 1) Join(people);
    }

    /// <summary>A name whose words all are words of one longer name of the record means that person; "J." is a word that begins so. Where two longer names fit, it stays its own.</summary>
    private static void Join(Dictionary<string, string> people)
    {
        var names = people.Keys.Select(k => (Key: k, Words: k.Split(' '))).OrderByDescending(n => n.Words.Length).ThenBy(n => n.Words.Count(w => w.Length == 1)).ThenBy(n => n.Key, StringComparer.Ordinal).ToList();
        var byWord = new Dictionary<string, List<(string Key, string[] Words)>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var whole = name.Words.FirstOrDefault(w => w.Length > 1);
            if (whole is not null && byWord.TryGetValue(whole, out var namesakes) && namesakes.Count <= MostNamesakes)
            {
                var meant = namesakes.Where(n => n.Words.Length + n.Words.Count(w => w.Length > 1) > name.Words.Length + name.Words.Count(w => w.Length > 1) && IsPart(name.Words, n.Words)).Select(n => people[n.Key]).Distinct(StringComparer.Ordinal).Take(2).ToList();
                if (meant.Count == 1) people[name.Key] = meant[0];
            }

            if (name.Words.Length < 2) continue;
            foreach (var word in name.Words)
            {
                if (!byWord.TryGetValue(word, out var list)) byWord[word] = list = [];
                if (list.Count <= MostNamesakes) list.Add(name);
            }
        }
    }

    private static bool IsPart(string[] part, string[] whole)
    {
        System.Span<bool> taken = stackalloc bool[Math.Min(whole.Length, 16)];
        foreach (var word in part)
        {
            var at = -1;
            for (var i = 0; i < taken.Length && at < 0; i++)
                if (!taken[i] && (whole[i] == word || word.Length == 1 && whole[i][0] == word[0])) at = i;
            if (at < 0) return false;
            taken[at] = true;
        }

        return true;
    }
}
