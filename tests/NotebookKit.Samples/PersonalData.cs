namespace NotebookKit.Samples;

/// <summary>Plants personal data of each type in texts, and keeps the values.</summary>
internal static class PersonalData
{
    private static readonly (string Kind, Func<Draw, string> Value, string[] Says)[] Types =
    [
        ("pii-email", d => People.Number(d.Below(1500)).Mail,
            ["you can reach me at {0}", "pls answer to {0} instead", "my other mail is {0}", "write to {0}, the old box is full"]),
        ("pii-phone", People.UsPhone, ["call me on {0} after five", "my number is {0}", "text me at {0} please", "phone {0}, mornings only"]),
        ("pii-phone-international", People.ForeignPhone, ["call me on {0} after five", "my number is {0}", "reachable at {0} all day", "mobile {0}"]),
        ("pii-card", People.Card, ["the card is {0}", "paid with card {0}", "card number {0} if you need it", "it ends up on {0} each month"]),
        ("pii-iban", People.Iban, ["please send it to {0}", "my iban is {0}", "bank account {0}", "transfer from {0} was made"]),
        ("pii-ip", People.Ip, ["the login came from {0}", "app log says client {0} refused", "my address is {0} at the moment", "router shows {0}"]),
        ("pii-ssn", People.Ssn, ["my ssn is {0}", "for the identity check: social security number {0}", "SSN {0}"]),
        ("pii-api-key", People.ApiKey, ["my export script uses the key {0}", "token {0} stopped working", "api key: {0}"]),
    ];

    /// <summary>Numbers and addresses: <paramref name="each"/> rows of each type.</summary>
    public static void Plant(SampleFile file, int each, Func<Row, bool> fit, params string[] only)
    {
        foreach (var (kind, value, says) in Types)
        {
            if (only.Length > 0 && !only.Contains(kind)) continue;
            file.Plant(kind, each, (row, draw) =>
            {
                var personal = value(draw);
                var said = draw.Of<string>(says).Replace("{0}", personal, StringComparison.Ordinal);
                // Now and then the agent repeats it.
                if (draw.Chance(25)) row.Answer = $"{row.Answer} {Capital(Turned(said))}.";
                else row.Question = $"{row.Question} {said}";
                row.Personal.Add(personal);
            }, fit);
        }
    }

    /// <summary>Names: <paramref name="each"/> rows greeted, signed, and introduced.</summary>
    public static void PlantNames(SampleFile file, int each, Func<Row, bool> fit)
    {
        file.Plant("pii-name-greeting", each, (row, draw) =>
        {
            var who = Named(row, draw);
            var called = draw.Of(who.First, who.First, who.Name);
            row.Answer = draw.Of($"Hi {called}, ", $"Dear {called},\n", $"Hello {called}! ", $"Good morning {called}, ") + row.Answer;
            row.Personal.Add(called);
        }, fit);
        file.Plant("pii-name-signature", each, (row, draw) =>
        {
            var who = Named(row, draw);
            var called = draw.Of(who.Name, who.Name, who.First);
            row.Question += draw.Of($"\n\nBest regards,\n{called}", $"\nthanks, {called}", $"\n\nKind regards\n{called}", $"\n\nSincerely, {called}");
            row.Personal.Add(called);
        }, fit);
        file.Plant("pii-name-introduction", each, (row, draw) =>
        {
            var who = Named(row, draw);
            var said = draw.Of("my name is {0}. ", "Hi, this is {0} speaking. ", "I am {0} and I have a question: ", "{0} here. ");
            row.Question = said.Replace("{0}", who.Name, StringComparison.Ordinal) + row.Question;
            row.Personal.Add(who.Name);
        }, fit);
    }

    /// <summary>Half of the time the ticket's own customer, else somebody whom no field names.</summary>
    private static Person Named(Row row, Draw draw)
    {
        var stranger = People.Number(draw.Between(700, 1500));
        if (draw.Chance(50) || row.Json["customer"]?.GetValue<string>() is not { } name) return stranger;
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return new(name[..space], name[(space + 1)..], row.Json["customer_email"]!.GetValue<string>());
    }

    private static string Turned(string said) =>
        said.Replace("my ", "your ", StringComparison.Ordinal).Replace(" me ", " you ", StringComparison.Ordinal);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
