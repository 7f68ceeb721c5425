using System.Buffers;
using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>The half of a masker that writes: what operators give in the places of finds.</summary>
public sealed partial class Masker
{
    /// <summary>What trainers accept in a speaker's name. Source: OpenAI API reference, chat messages, "name": letters, digits, underscores and hyphens.</summary>
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private static readonly KnownNameRecognizer ByName = new();

    private static readonly JoinedNameRecognizer Joined = new();

    /// <summary>The text with placeholders in the places of spans that are in its order and do not overlap.</summary>
    internal static string WithPlaceholders(string text, List<Span> spans)
    {
        var masked = new StringBuilder(text.Length);
        var position = 0;
        foreach (var span in spans)
        {
            masked.Append(text, position, span.Start - position).Append('[').Append(EntityTypes.ShortName(span.Type)).Append(']');
            position = span.End;
        }

        return masked.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>True where a text that stays as it is (the name of a source) holds a name that its record gives.</summary>
    internal bool NamesAPerson(string text, IReadOnlyList<string> knownNames)
    {
        if (knownNames.Count == 0 || !finder.Wants(EntityTypes.Person)) return false;
        // Nearly no source is named so: a look at the words saves the search.
        if (!knownNames.Any(n => n.Split(' ').Any(w => w.Length > 2 && text.Contains(w, StringComparison.OrdinalIgnoreCase)))) return false;
        var spans = new List<Span>();
        var context = new RecognizerContext { KnownNames = knownNames };
        ByName.Find(text, context, spans);
        Joined.Find(text, context, spans);
        return spans.Count > 0;
    }

    /// <summary>The example with the replacements of all finds.</summary>
    private Example Written(Example example, RecordFinds record, out int leaving)
    {
        leaving = 0;
        if (record.IsEmpty) return example;
        foreach (var text in record.Texts)
            foreach (var find in text.Finds)
                if (options.OperatorOf(find.Span.Type).RemovesRow) leaving++;
        var standIns = new HashSet<string>(example.StandIns, StringComparer.Ordinal);
        var next = 0;
        // The texts come in the order in which they were searched: both times it is the example as it was given.
        var masked = example.MapTexts(_ =>
        {
            var text = record.Texts[next++];
            return text.Write(find =>
            {
                var entity = record.EntityOf(find.Span, find.Value);
                var replacement = text.IsName ? NameReplacement(entity) : Replacement(entity);
                if (StandIns.IsOne(replacement)) standIns.Add(text.IsName ? replacement.Replace('_', ' ').Replace('-', ' ') : replacement);
                return replacement;
            });
        });
        return standIns.Count == example.StandIns.Count ? masked : masked with { StandIns = [.. standIns.Order(StringComparer.Ordinal)] };
    }

    private string Replacement(Entity entity)
    {
        var with = options.OperatorOf(entity.Type);
        var replacement = with.Replace(entity);
        if (with.IsReversible) run.Vault?.Add(entity, replacement);
        return replacement;
    }

    /// <summary>A speaker's name without what trainers refuse; where nothing is left, the word of the placeholder.</summary>
    private string NameReplacement(Entity entity)
    {
        var with = options.OperatorOf(entity.Type);
        var replacement = with.Replace(entity).Trim('[', ']');
        var name = string.Create(replacement.Length, replacement, static (chars, source) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                var folded = NotebookKit.Text.Fold.Char(source[i]);
                chars[i] = NameCharacters.Contains(source[i]) ? source[i] : !NameCharacters.Contains(folded) ? '_' : char.IsUpper(source[i]) ? char.ToUpperInvariant(folded) : folded;
            }
        });
        if (!name.AsSpan().ContainsAnyExcept('_', '-')) return EntityTypes.ShortName(entity.Type);
        if (with.IsReversible) run.Vault?.Add(entity, name);
        return name;
    }
}
