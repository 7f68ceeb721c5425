using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Display;

/// <summary>A value as a cell shows it: the same text in every culture, and the kind that its column gets.</summary>
internal readonly record struct CellValue(string? Text, ColumnKind Kind)
{
    private const int MostItems = 3, LongestItem = 60;

    /// <summary>The cell of any value; null has no text.</summary>
    public static CellValue Of(object? value) => value switch
    {
        null or DBNull => new(null, ColumnKind.Text),
        string text => new(text, ColumnKind.Text),
        char c => new(c.ToString(), ColumnKind.Text),
        bool flag => new(flag ? "yes" : "no", ColumnKind.Flag),
        sbyte or byte or short or ushort or int or uint or long => new(Numbers.Count(Convert.ToInt64(value, CultureInfo.InvariantCulture)), ColumnKind.Number),
        ulong or nint or nuint or Int128 or UInt128 or System.Numerics.BigInteger => new(((IFormattable)value).ToString("N0", CultureInfo.InvariantCulture), ColumnKind.Number),
        double number => new(Number(number), ColumnKind.Number),
        float number => new(Number(number), ColumnKind.Number),
        Half number => new(Number((double)number), ColumnKind.Number),
        decimal number => new(number.ToString("#,0.####", CultureInfo.InvariantCulture), ColumnKind.Number),
        DateTimeOffset date => new(Date(date.UtcDateTime), ColumnKind.Date),
        DateTime date => new(Date(date), ColumnKind.Date),
        DateOnly date => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ColumnKind.Date),
        TimeOnly time => new(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), ColumnKind.Text),
        Guid id => new(id.ToString(), ColumnKind.Id),
        Enum name => new(Words(name.ToString()), ColumnKind.Text),
        Example example => new(example.Id, ColumnKind.Id),
        Message message => new(Said(message), ColumnKind.Text),
        IReadOnlyList<Message> turns => new(Preview(turns), ColumnKind.Conversation),
        ITuple tuple => new($"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Item(tuple[i])))})", ColumnKind.Text),
        IEnumerable items => new(Items(items), ColumnKind.Text),
        IFormattable other => new(Safe(() => other.ToString(null, CultureInfo.InvariantCulture)), ColumnKind.Text),
        _ => new(Safe(value.ToString), ColumnKind.Text),
    };

    /// <summary>A number with up to four digits after the point; small ones keep three digits that say something.</summary>
    public static string Number(double number) =>
        number != 0 && Math.Abs(number) < 0.001 ? number.ToString("G3", CultureInfo.InvariantCulture) : Numbers.Value(number);

    /// <summary>A date, with the time where there is one.</summary>
    public static string Date(DateTime date) => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What a conversation is about, for one line: its last question, else its first text.</summary>
    public static string Preview(IReadOnlyList<Message> turns)
    {
        var about = turns.LastOrDefault(t => t.Role == Role.User && !t.IsEmpty) ?? turns.FirstOrDefault(t => !t.IsEmpty);
        return about is null ? Numbers.Count(turns.Count, "empty turn") : Said(about);
    }

    /// <summary>A member's or an enum's name as words: <c>CreatedAt</c> → <c>created at</c>.</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var begins = char.IsUpper(name[i]) && (i + 1 == name.Length || !char.IsUpper(name[i + 1]) || (i > 0 && char.IsLower(name[i - 1])));
            if (begins && i > 0 && name[i - 1] is not (' ' or '_')) words.Append(' ');
            words.Append(begins && (i + 1 == name.Length || !char.IsUpper(name[i + 1])) ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return words.ToString();
    }

    private static string Said(Message turn) => turn.Content is { Length: > 0 } text ? text : string.Join(", ", turn.ToolCalls.Select(c => $"→ {c.Name}"));

    private static string Item(object? value) => Visible.Cut(Of(value).Text ?? Table.None, LongestItem);

    /// <summary>A nested collection: its first items and their count. What may have no end is not enumerated.</summary>
    private static string Items(IEnumerable items)
    {
        var count = items is ICollection known ? known.Count : CountOf(items);
        if (count is null) return "(a sequence)";
        var shown = new List<string>();
        foreach (var item in items)
        {
            if (shown.Count == MostItems) break;
            shown.Add(IsPair(item, out var key, out var value) ? $"{Item(key)}: {Item(value)}" : Item(item));
        }

        return count == 0 ? "" : string.Join(", ", shown) + (count > shown.Count ? $", … ({Numbers.Count(count.Value)} in all)" : "");
    }

    private static int? CountOf(IEnumerable items) =>
        items.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)) is { } counted
            ? (int)counted.GetProperty(nameof(IReadOnlyCollection<int>.Count))!.GetValue(items)! : null;

    /// <summary>Takes a pair of a dictionary apart.</summary>
    internal static bool IsPair(object? item, out object? key, out object? value)
    {
        (key, value) = (null, null);
        if (item?.GetType() is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(KeyValuePair<,>)) return false;
        (key, value) = (type.GetProperty("Key")!.GetValue(item), type.GetProperty("Value")!.GetValue(item));
        return true;
    }

    private static string? Safe(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return $"({error.GetType().Name})";
        }
    }
}
