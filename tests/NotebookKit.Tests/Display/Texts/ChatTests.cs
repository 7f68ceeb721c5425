using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

public class ChatTests
{
    private static readonly Example Conversation = new()
    {
        Id = "c-1",
        Label = "delivery",
        Messages =
        [
            new(Role.System, "Be brief."), new(Role.User, "Where is it?\nWrite to [EMAIL] or [NAME_3f2a9c01]\u202E.") { Name = "Ada" },
            new Message { Role = Role.Assistant, ToolCalls = [new("1", "track", "{\"id\":7}")] }, new(Role.Tool, "{\"state\":\"sent\"}"), new(Role.Assistant, ""),
        ],
        Declined = [new(Role.Assistant, "No idea.")],
    };

    /// <summary>Masks nothing.</summary>
    private static readonly TextMask Open = new(e => e, t => t, History.Empty);

    [Fact]
    public void A_chat_has_roles_names_tool_calls_and_the_declined_answer() => Assert.Equal(
        """
        c-1 · delivery
        system     Be brief.
        user Ada   Where is it?
                   Write to [EMAIL] or [NAME_3f2a9c01]⟨U+202E⟩.
        assistant  → track({"id":7})
        tool       {"state":"sent"}
        assistant  (says nothing)
        declined answer:
        assistant  No idea.
        """, Conversation.ToChat(Open).ToText());

    [Fact]
    public void Placeholders_and_hidden_characters_are_marked()
    {
        var html = Conversation.ToChat().ToHtml();
        Assert.Contains("<span class=\"nk-ph\">[EMAIL]</span> or <span class=\"nk-ph\">[NAME_3f2a9c01]</span><span class=\"nk-hidden\">⟨U+202E⟩</span>.", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"nk-turn nk-assistant\"><span class=\"nk-role\">assistant</span><div class=\"nk-call\">→ <b>track</b><code>{&quot;id&quot;:7}</code></div></div>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[EMAIL]", true)]
    [InlineData("[NAME_3f2a9c01]", true)]
    [InlineData("[PERSON_1]", true)]
    [InlineData("[ORDER-ID]", true)]
    [InlineData("[a]", false)]
    [InlineData("[Email]", false)]
    [InlineData("[EMAIL", false)]
    [InlineData("[A B]", false)]
    public void What_the_anonymizer_puts_in_is_a_placeholder(string text, bool isOne)
    {
        Assert.Equal(isOne, Marked.Text(text).ToString().Contains("nk-ph", StringComparison.Ordinal));
        foreach (var type in NotebookKit.Anonymizing.EntityTypes.All)
            foreach (var name in new[] { NotebookKit.Anonymizing.Operator.Placeholder, NotebookKit.Anonymizing.Operator.Numbered, NotebookKit.Anonymizing.Operator.Pseudonym })
                Assert.StartsWith("<span class=\"nk-ph\">[", Marked.Text(name.Replace(new(type, "x"))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_turns_and_long_conversations_are_cut_and_say_so()
    {
        var chat = new ChatView { Messages = [.. Enumerable.Repeat(new Message(Role.User, new string('x', 150)), 5)], LongestTurn = 100, MostTurns = 2 };
        Assert.StartsWith("… 3 earlier turns\nuser       xxx", chat.ToText(), StringComparison.Ordinal);
        Assert.Contains("(+50 characters)", chat.ToHtml(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => chat with { MostTurns = 0 });
        Assert.Equal("no turns", new ChatView { Messages = [] }.ToText());
    }

    [Fact]
    public void A_removal_stands_beside_what_was_kept_instead()
    {
        var (gone, kept) = (Build.Example("a", "How do I reset it?", "Press the red button."), Build.Example("b", "How do I reset it", "Press the green button."));
        var result = Build.Dataset(gone, kept).Apply(new LambdaStage("Near duplicates", e => e.Id == "a" ? Outcome.Remove(e, "near-duplicate", 0.91, 0.8, "b") : Outcome.Keep(e)));
        var pair = Assert.Single(result.ToPairs());
        Assert.Equal("removed a by Near duplicates: near-duplicate · measured 0.91 · limit 0.8\nkept instead b\nuser       How do I reset it[-?-]\nassistant  Press the [-red-]{+green+} button.", pair.ToText());
        Assert.Equal(pair.ToHtml(), result.Removed[0].ToPair(result.Kept).ToHtml());
        Assert.Contains("Press the <del>red</del> button.", pair.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("Press the <ins>green</ins> button.", pair.ToHtml(), StringComparison.Ordinal);
        Assert.Empty(result.ToPairs(0));
    }

    [Fact]
    public void What_was_kept_but_left_later_is_found_in_the_history()
    {
        var data = Build.Dataset(Build.Example("a", "one", "two"), Build.Example("b", "one", "two!"));
        var first = data.Apply(new LambdaStage("Near duplicates", e => e.Id == "a" ? Outcome.Remove(e, "near-duplicate", 0.91, 0.8, "b") : Outcome.Keep(e)));
        var gone = first.Kept.Keep("Later", "odd", _ => false).Kept;
        Assert.Contains("two{+!+}", first.Removed[0].ToPair(gone).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_with_little_in_common_have_no_marks_inside_words_of_each_other()
    {
        var removal = new Removal(Build.Example("a", "alpha beta gamma delta of epsilon", "x"), "Rule", "odd", null, null, "b", false);
        var pair = RemovedPair.Of(removal, Build.Example("b", "completely other words of some kind", "x"), Open);
        Assert.Contains("[-alpha beta gamma delta of epsilon-]{+completely other words of some kind+}", pair.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Withheld_text_is_in_no_pair()
    {
        var removal = new Removal(Build.Example("a", "secret", "secret"), "Rule", "odd", null, null, "b", true);
        foreach (var view in new IView[] { RemovedPair.Of(removal, Build.Example("b", "other", "x")), removal.ToChat() })
            Assert.DoesNotContain("secret", view.ToText() + view.ToHtml(), StringComparison.Ordinal);
    }
}
