namespace NotebookKit.Samples;

/// <summary>Plants hand-written variants: what each kind's lines mean, and where in a row they go.</summary>
internal static class FromVariants
{
    /// <summary>Personal data, by the mark in front of the line: <c>q</c> behind the question, <c>Q</c> in front of it, <c>a</c> and <c>A</c> the
    /// same with the answer, <c>n</c> and <c>N</c> with a coach's note.</summary>
    public static void Personal(SampleFile file, Maker maker, string kind, int count, Func<Row, bool> fit)
    {
        string[] marks = file.Name == "notes.jsonl" ? ["n: ", "N: "] : ["q: ", "Q: ", "a: ", "A: "];
        file.Plant(kind, count, (row, draw) =>
        {
            row.Variant = maker.Variants.Next(kind, marks);
            var filled = Filled.Of(row.Variant[3..], draw, Somebody(row, draw));
            switch (row.Variant[0])
            {
                case 'Q' or 'N': row.Question = Joined(filled.Text, row.Question); break;
                case 'A': row.Answer = Joined(filled.Text, row.Answer); break;
                case 'a': row.Answer = Joined(row.Answer, filled.Text); break;
                default: row.Question = Joined(row.Question, filled.Text); break;
            }

            row.Personal.AddRange(filled.Values);
        }, fit);
    }

    /// <summary>The whole answer is another text: a refusal, an error.</summary>
    public static void Answers(SampleFile file, Maker maker, string kind, int count, Func<Row, bool> fit) => file.Plant(kind, count, (row, _) =>
    {
        // An accepted refusal would be one that a person approves of.
        if (row.Json.ContainsKey("feature"))
        {
            row.Json.Remove("rating");
            Harm.SetEvents(row, "copied");
        }

        row.Answer = row.Variant = maker.Variants.Next(kind);
    }, fit);

    /// <summary>A line <c>&gt; TEXT</c> stands behind the answer, <c>= TEXT</c> in its place, any other in front of it.</summary>
    public static void Leftovers(SampleFile file, Maker maker, int count, Func<Row, bool> fit) => file.Plant("template-leftover", count, (row, _) =>
    {
        row.Variant = maker.Variants.Next("template-leftover");
        row.Answer = row.Variant[..2] switch
        {
            "> " => Joined(row.Answer, row.Variant[2..]),
            "= " => row.Variant[2..],
            _ => Joined(row.Variant, row.Answer),
        };
    }, fit);

    /// <summary>The answer goes on, and stops in the middle.</summary>
    public static void Truncated(SampleFile file, Maker maker, int count, Func<Row, bool> fit) => file.Plant("truncated-answer", count, (row, _) =>
    {
        row.Variant = maker.Variants.Next("truncated-answer");
        row.Answer = Joined(row.Answer, row.Variant);
    }, fit);

    /// <summary>A damaged text behind the answer, or (<c>q </c> in front of the line) behind the question.</summary>
    public static void Damaged(SampleFile file, Maker maker, int count, Func<Row, bool> fit) => file.Plant("encoding-damage", count, (row, _) =>
    {
        row.Variant = maker.Variants.Next("encoding-damage");
        if (row.Variant.StartsWith("q ", StringComparison.Ordinal)) row.Question = Joined(row.Question, Damage.Of(row.Variant[2..]));
        else row.Answer = Joined(row.Answer, Damage.Of(row.Variant));
    }, fit);

    /// <summary>Whole questions with their answers, each once: <c>question => answer</c>; a language in front is left out.</summary>
    public static void Pairs(SampleFile file, Maker maker, string kind, int count, Func<Draw, string, string, Row> make)
    {
        foreach (var variant in maker.Variants.Take(kind, count))
        {
            var sides = Bank.Sides(kind == "wrong-language" ? variant[4..] : variant);
            var row = make(new Draw(kind, sides[0]), sides[0], sides[1]);
            row.Variant = variant;
            file.Rows.Add(row);
            file.Note(kind, row);
        }
    }

    /// <summary>Broken lines in front of sound ones.</summary>
    public static void Broken(SampleFile file, Maker maker, int count, Func<Draw, Row> make)
    {
        var before = file.Take("broken-json", count);
        for (var i = 0; i < count; i++)
        {
            var row = maker.New($"{file.Name}, broken {i}", attempt => make(new Draw(file.Name, "broken", i, attempt)));
            row.Json["id"] = FormattableString.Invariant($"{char.ToUpperInvariant(file.Name[0])}-990{i:00}");
            for (var tried = 0; ; tried++)
            {
                if (tried == 100) throw new InvalidDataException($"{file.Name}: no recipe breaks {row.Json["id"]}.");
                var recipe = maker.Variants.Next("broken-json");
                if (Breakage.Of(Written.Line(row.Json), recipe) is not { } broken) continue;
                file.Broken.Add(new(before[i], broken, recipe, row));
                break;
            }
        }
    }

    /// <summary>Half of the time the ticket's own customer, else somebody whom no field names.</summary>
    private static Person Somebody(Row row, Draw draw)
    {
        var stranger = People.Number(draw.Between(700, 1500));
        if (draw.Chance(50) || row.Json["customer"]?.GetValue<string>() is not { } name) return stranger;
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return new(name[..space], name[(space + 1)..], row.Json["customer_email"]!.GetValue<string>());
    }

    private static string Joined(string first, string second) =>
        first.Length == 0 ? second
        : char.IsWhiteSpace(first[^1]) || char.IsWhiteSpace(second[0]) ? first + second
        : char.IsLetterOrDigit(first[^1]) && !second.StartsWith(',') ? first + ". " + second
        : first + " " + second;
}
