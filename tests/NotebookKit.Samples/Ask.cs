namespace NotebookKit.Samples;

/// <summary>Rows of one question and one answer, for each file.</summary>
internal static class Ask
{
    public static Row Ticket(Draw draw, string question, string answer) =>
        Tickets.Of(draw, draw.Of("account", "technical", "billing"), draw.Of("Question", "Help", "Request"), question, answer).Recent(draw);

    public static Row Click(Draw draw, string query, string text) => SmallFiles.ClickOf(draw, "", query, draw.Of("Other topics", "From the forum"), text);

    public static Row Public(Draw draw, string question, string answer) => SmallFiles.PublicOf(draw, "", question, answer);

    public static Row LostTicket(Draw draw) => Tickets.Of(draw, "billing", "Lost", Filler(draw), "See above.");

    public static Row LostInteraction(Draw draw) => Interactions.Of(draw, Filler(draw), "Lost in the log.");

    /// <summary>True for a click with a question of some words, which a way of writing can change.</summary>
    public static bool IsSearched(Row row) => row.Question.Length > 0 && row.Answer.Length > 0;

    private static string Filler(Draw draw) => new Story(Bank.Get("billing/refund"), draw).Ask(brief: true);
}
