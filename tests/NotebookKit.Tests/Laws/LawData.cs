namespace NotebookKit.Tests.Laws;

/// <summary>Datasets that the laws run every stage over: ordinary rows with every kind of field and fault, and the edges.</summary>
internal static class LawData
{
    private static readonly string[] Topics = ["billing", "technical", "account", "delivery"];

    private static readonly string[] Subjects =
        ["invoice", "password", "parcel", "refund", "subscription", "screen", "export", "calendar", "route", "battery", "coupon", "profile"];

    private static readonly string[] Verbs = ["change", "find", "cancel", "repair", "share", "download", "explain", "delay", "replace", "check"];

    /// <summary>Rows as apps record them: labels, dates, authors, conversations, signals, twins, contradictions, personal data, faults.</summary>
    public static Dataset Varied(int count = 160) => Dataset.Of(Enumerable.Range(0, count).Select(Row));

    /// <summary>The edges, by name.</summary>
    public static IEnumerable<(string Name, Dataset Data)> Edges()
    {
        yield return ("empty", Dataset.Empty);
        yield return ("one row", Build.Dataset(Row(0)));
        yield return ("all identical", Dataset.Of(Enumerable.Range(0, 40).Select(i => Row(1) with { Id = $"same-{i}", Position = new(0, i) })));
        yield return ("nothing in it", Build.Dataset(new Example { Id = "bare" }, new Example { Id = "null", Messages = [new(Role.User, null), new(Role.Assistant, null)] }));
        yield return ("a megabyte", Build.Dataset(
            Build.Example("big-1", string.Concat(Enumerable.Repeat("how do I do this? ", 60_000)), "like this"),
            Build.Example("big-2", new string('a', 1_000_000), new string('@', 1_000_000)),
            Build.Example("big-3", "why", string.Concat(Enumerable.Range(0, 120_000).Select(i => $"{i} ")))));
        yield return ("every script", Build.Dataset(
            Build.Example("s-1", "如何重置我的密码？请告诉我。", "打开设置，然后选择重置密码。"), Build.Example("s-2", "كيف يمكنني إعادة تعيين كلمة المرور؟", "افتح الإعدادات."),
            Build.Example("s-3", "पासवर्ड कैसे बदलें?", "सेटिंग खोलें।"), Build.Example("s-4", "🙂👩‍👩‍👧 👍🏽", "🎉"), Build.Example("s-5", "Как мне сменить пароль?", "Откройте настройки.")));
        yield return ("damaged text", Build.Dataset(
            Build.Example("d-1", "\uD800 alone \uDC00", "\uDFFF\uD800"), Build.Example("d-2", "\0\u0001\u202E\u2066 <script>alert(1)</script>", "\uFFFD\uFFFD"),
            Build.Example("d-3", "   ", "\t\r\n"), Build.Example("d-4", "", "")));
        yield return ("no answers", Dataset.Of(Enumerable.Range(0, 30).Select(i => Build.Chat($"q-{i}", (Role.User, $"question number {i} about the invoice")))));
        yield return ("one conversation", Dataset.Of(Varied(60).Examples.Select(e => e with { Conversation = "all", Subject = "one" })));
    }

    private static Example Row(int i)
    {
        var topic = Topics[i % 7 % Topics.Length];
        var question = $"How do I {Verbs[i % 10]} my {Subjects[i * 5 % 12]} when the {Subjects[i * 7 % 12]} is number {i / 3 * 3}?";
        var answer = $"Open the {topic} page, pick {Subjects[i * 5 % 12]}, then choose {Verbs[i % 10]} and confirm with the button at the bottom, step {i / 3 * 3 % 17}.";
        var example = Build.Example($"row-{i}", Faulty(i, question), i % 29 == 3 ? "I'm sorry, but I cannot help with that." : answer) with
        {
            Label = i % 11 == 0 ? null : topic,
            Task = (TaskKind)(i % 7),
            Origin = (Origin)(i % 6),
            Source = i % 3 == 0 ? "tickets" : "chats",
            Author = $"agent {i % 5}",
            Subject = $"person {i % 37}",
            Conversation = $"thread-{i / 2}",
            CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(i * 31),
            Licence = i % 4 == 0 ? "CC-BY-4.0" : null,
            Consent = i % 23 == 5 ? "opted-out" : "opted-in",
            Generator = i % 5 == 4 ? "big-model-1" : null,
            Generation = i % 5 == 4 ? 1 : 0,
            Signals = new Signals { Events = (Events)(1 << (i % 13)), Rating = i % 3 == 0 ? (i % 5) + 1 : null, Status = i % 9 == 1 ? "open" : "resolved", AnsweredBy = (AnsweredBy)(i % 4) },
            Metadata = i % 6 == 0 ? $"{{\"order\":{4_000_000 + i},\"note\":\"called {i}\"}}" : null,
            KnownNames = i % 8 == 0 ? ["Nadia Example"] : [],
            Scores = i % 2 == 0 ? Scores.Empty.With("quality", i % 10 / 10.0) : default,
        };
        if (i % 10 == 7)
            example = example with { Messages = [new(Role.System, "You help customers."), .. example.Messages, new(Role.User, "And then?"), new(Role.Assistant, $"Then wait {i} minutes.")] };
        return i % 19 == 6 ? example with { Declined = [new(Role.Assistant, "No idea, sorry.")] } : example;
    }

    private static string Faulty(int i, string question) => (i % 20) switch
    {
        1 => question.ToUpperInvariant(),
        3 => "ok",
        5 => $"{question} Write to nadia.example{i}@example.com or call +1 415-555-01{i % 90 + 10}.",
        7 => $"Hello, my name is Nadia Example. {question}",
        9 => $"{question} {question} {question} {question} {question} {question}",
        11 => "{{customer_name}} " + question,
        13 => question.Replace("o", "Ã³", StringComparison.Ordinal),
        15 => "Wie kann ich meine Rechnung ändern, wenn die Lieferung noch nicht da ist und niemand antwortet?",
        _ => question,
    };
}
