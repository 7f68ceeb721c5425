namespace NotebookKit.Display;

/// <summary>Counts all columns of rows in one pass.</summary>
internal static class Describing
{
    public static Description Rows<T>(IEnumerable<T> source)
    {
        var counters = new Dictionary<string, (RowColumn Column, ColumnCounter Counter)>(StringComparer.Ordinal);
        var isKnown = false;
        var total = 0L;
        foreach (var row in source)
        {
            if (row is not null && (!isKnown || row is System.Collections.IEnumerable and not string))
            {
                foreach (var column in RowReader.Columns(typeof(T), [row]))
                {
                    if (counters.ContainsKey(column.Name)) continue;
                    var late = new ColumnCounter(column.Name);
                    late.AddMissing(total);
                    counters.Add(column.Name, (column, late));
                }

                isKnown = true;
            }

            foreach (var (column, counter) in counters.Values)
                if (row is null) counter.AddMissing();
                else counter.Add(column.Read(row));
            total++;
        }

        if (counters.Count == 0)
            foreach (var column in RowReader.Columns(typeof(T), []))
            {
                var empty = new ColumnCounter(column.Name);
                empty.AddMissing(total);
                counters.Add(column.Name, (column, empty));
            }

        return new() { Rows = total, Columns = [.. counters.Values.Select(c => c.Counter.Finish())] };
    }

    public static Description Examples(IEnumerable<Example> examples)
    {
        ColumnCounter id = new("id"), turns = new("turns"), system = new("system"), input = new("input"), output = new("output"), tokens = new("tokens"), label = new("label"),
            source = new("source"), task = new("task"), origin = new("origin"), author = new("author"), subject = new("subject"), thread = new("thread"), created = new("created"),
            rating = new("rating"), occurrences = new("occurrences"), repeat = new("repeat"), split = new("split"), flags = new("flags");
        var scores = new SortedDictionary<string, ColumnCounter>(StringComparer.Ordinal);
        var rows = 0L;
        foreach (var e in examples)
        {
            id.Add(e.Id);
            turns.Add(e.Messages.Count, "turns");
            system.Add(e.SystemPrompt);
            input.Add(e.Input);
            output.Add(e.Output);
            tokens.Add(TokenEstimate.Of(e));
            label.Add(e.Label);
            source.Add(e.Source);
            task.Add(Known(e.Task != TaskKind.Unknown, e.Task));
            origin.Add(Known(e.Origin != Origin.Unknown, e.Origin));
            author.Add(e.Author);
            subject.Add(e.Subject);
            thread.Add(e.Conversation);
            created.Add(e.CreatedAt);
            rating.Add(e.Signals.Rating);
            occurrences.Add(e.Occurrences);
            repeat.Add(e.Repeat);
            split.Add(e.Split);
            if (e.Flags.Count == 0) flags.AddMissing();
            else flags.Add(e.Flags.Count, "flags");
            foreach (var (name, value) in e.Scores)
            {
                if (!scores.TryGetValue(name, out var counter)) scores.Add(name, counter = new(name));
                counter.Add(value);
            }

            rows++;
        }

        ColumnCounter[] all = [id, turns, system, input, output, tokens, label, source, task, origin, author, subject, thread, created, rating, occurrences, repeat, split, flags];
        var columns = all.Select(c => c.Finish()).Where(c => c.Count > 0 || c.Name is "id" or "input" or "output");
        // A row without a score was not counted when it passed: the name may not have been known yet.
        var measured = scores.Values.Select(c => c.Finish()).Select(c => c with { Missing = rows - c.Count });
        return new() { Rows = rows, Columns = [.. columns, .. measured] };
    }

    /// <summary>The heading that a selector makes: <c>label</c> of <c>e => e.Label</c>; the fallback where it is not as simple.</summary>
    public static string Heading(string selector, string fallback)
    {
        var dot = selector.LastIndexOf('.');
        var name = dot < 0 ? "" : selector[(dot + 1)..].Trim();
        return name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) && selector.Count(c => c == '.') == 1 ? CellValue.Words(name) : fallback;
    }

    private static string? Known<T>(bool known, T value)
        where T : struct, Enum => known ? NameCache<T>.Names[value] : null;

    /// <summary>Names of an enum's members, made once.</summary>
    private static class NameCache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(v => v, v => v.ToString());
    }
}
