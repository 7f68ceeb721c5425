using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>A piece that was found: where it is in the searched text, what it is, and what stood there.</summary>
internal readonly record struct Found(int Start, int End, Span Span, string Value);

/// <summary>One text with what was found in it. While it is searched, stand-ins hold the places of finds (<see cref="Searched"/>), so that each round sees what earlier rounds left;
/// what is written in the end is decided by <see cref="Write"/>, once the whole record is known: nothing that an operator wrote is ever searched or replaced again.</summary>
internal sealed class FoundText(string text)
{
    private List<Found>? finds;

    /// <summary>The text with stand-ins in the places of finds.</summary>
    public string Searched { get; private set; } = text;

    /// <summary>Finds in the order of the text.</summary>
    public IReadOnlyList<Found> Finds => finds ?? [];

    /// <summary>True where nothing was found.</summary>
    public bool IsEmpty => finds is null;

    /// <summary>True for the name of a speaker, which is one word to trainers.</summary>
    public bool IsName { get; init; }

    /// <summary>Puts stand-ins into the places of spans that are in the order of the text and do not overlap. A find that meets an earlier one takes it in.</summary>
    public void Take(List<Span> spans, Func<string, Operator> operatorOf)
    {
        if (spans.Count == 0) return;
        var before = Finds;
        var taken = new List<Found>(before.Count + spans.Count);
        var searched = new StringBuilder(Searched.Length);
        int position = 0, next = 0;

        void Copy(int end)
        {
            for (; next < before.Count && before[next].End <= end; next++)
            {
                searched.Append(Searched, position, before[next].Start - position);
                position = before[next].Start;
                var start = searched.Length;
                searched.Append(Searched, position, before[next].End - position);
                position = before[next].End;
                taken.Add(before[next] with { Start = start, End = searched.Length });
            }
        }

        foreach (var span in spans)
        {
            if (span.Start < position || span.End <= span.Start) continue;
            Copy(span.Start);
            var (start, end) = (span.Start, span.End);
            var value = new StringBuilder();
            var read = start;
            for (; next < before.Count && before[next].Start < end; next++)
            {
                start = Math.Min(start, before[next].Start);
                if (before[next].Start > read) value.Append(Searched, read, before[next].Start - read);
                value.Append(before[next].Value);
                read = before[next].End;
                end = Math.Max(end, read);
            }

            if (read < end) value.Append(Searched, read, end - read);
            searched.Append(Searched, position, start - position);
            var found = value.ToString();
            var standIn = operatorOf(span.Type).WhileSearching(span.Type, found);
            taken.Add(new(searched.Length, searched.Length + standIn.Length, span, found));
            searched.Append(standIn);
            position = end;
            if (standIn.Length == 0 && LeavesTwoSpaces(Searched, start, end)) position++;
        }

        Copy(Searched.Length);
        Searched = searched.Append(Searched, position, Searched.Length - position).ToString();
        finds = taken;
    }

    /// <summary>Takes the whole text as one find.</summary>
    public void TakeAll(Span span, string value)
    {
        finds = [new(0, value.Length, span with { Start = 0, End = value.Length }, value)];
        Searched = value;
    }

    /// <summary>The text with what <paramref name="replace"/> gives for each find.</summary>
    public string Write(Func<Found, string> replace)
    {
        if (finds is null) return Searched;
        var written = new StringBuilder(Searched.Length);
        var position = 0;
        foreach (var find in finds)
        {
            written.Append(Searched, position, find.Start - position);
            var replacement = replace(find);
            written.Append(replacement);
            position = find.End;
            if (replacement.Length == 0 && find.End > find.Start && LeavesTwoSpaces(Searched, find.Start, find.End)) position++;
        }

        return written.Append(Searched, position, Searched.Length - position).ToString();
    }

    private static bool LeavesTwoSpaces(string text, int start, int end) => Chars.Before(text, start) is ' ' or '\n' && Chars.At(text, end) == ' ';
}
