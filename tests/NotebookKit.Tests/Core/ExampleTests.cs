using System.Reflection;

namespace NotebookKit.Tests.Core;

public class ExampleTests
{
    private static readonly Example Full = new()
    {
        Id = "full",
        Messages =
        [
            new(Role.System, "sys") { Name = "sysname" },
            new(Role.User, "ask"),
            new(Role.Assistant, "call") { ToolCalls = [new("1", "find", """{"city":"Paris","n":[{"deep":"x"}],"phone":4155550100,"ok":true}""")] },
            new(Role.Tool, "result") { ToolCallId = "1" },
            new(Role.Assistant, "answer"),
        ],
        Declined = [new(Role.Assistant, "draft")],
        Tools = """[{"name":"find"}]""",
        GeneratorPrompt = "prompt",
        Metadata = """{"note":"hi","count":3}""",
    };

    /// <summary>String properties that hold no free text. A new one must be put here or into ExampleTexts.</summary>
    private static readonly string[] NoText =
        ["Id", "Label", "Source", "Author", "Subject", "Conversation", "ParentId", "Generator", "Licence", "Consent", "Cluster", "KnownNames", "Tags", "Flags"];

    [Fact]
    public void Every_text_is_listed_once_with_its_place() => Assert.Equal(
        [
            "messages[0].content=sys", "messages[0].name=sysname", "messages[1].content=ask", "messages[2].content=call",
            "messages[2].arguments=city", "messages[2].arguments=Paris", "messages[2].arguments=n", "messages[2].arguments=deep", "messages[2].arguments=x",
            "messages[2].arguments=phone", "messages[2].arguments=4155550100", "messages[2].arguments=ok", "messages[3].content=result", "messages[4].content=answer",
            "declined[0].content=draft", "tools=name", "tools=find", "generatorprompt=prompt", "metadata=note", "metadata=hi", "metadata=count",
        ],
        Full.Texts.Select(t => $"{t.Path}={t.Text}"));

    [Fact]
    public void Every_property_with_text_is_walked()
    {
        foreach (var property in typeof(Example).GetProperties().Where(p => p.SetMethod is not null && !NoText.Contains(p.Name)))
        {
            var holdsText = property.PropertyType == typeof(string) || (property.PropertyType != typeof(Scores) && property.PropertyType.IsGenericType
                && property.PropertyType.GetInterfaces().Append(property.PropertyType).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)));
            if (!holdsText) continue;
            var without = Full with { };
            typeof(Example).GetProperty(property.Name)!.SetValue(without, property.PropertyType.IsAssignableFrom(typeof(Message[])) ? Array.Empty<Message>() : null);
            Assert.True(without.Texts.Count() < Full.Texts.Count(), $"Example.{property.Name} holds text that ExampleTexts does not walk");
        }

        foreach (var property in typeof(Message).GetProperties().Where(p => p.PropertyType == typeof(string) && p.Name != "ToolCallId"))
            Assert.Contains(Full.Texts, t => t.Path.EndsWith(property.Name.ToLowerInvariant(), StringComparison.Ordinal));
    }

    [Fact]
    public void Mapped_texts_stay_in_their_places_and_json_stays_json()
    {
        var mapped = Full.MapTexts(t => t.Text is "Paris" or "hi" or "draft" or "4155550100" ? "\"]<" : t.Text);
        Assert.Equal("""{"city":"\"]<","n":[{"deep":"x"}],"phone":"\"]<","ok":true}""", mapped.Messages[2].ToolCalls[0].Arguments);
        Assert.Equal("""{"note":"\"]<","count":3}""", mapped.Metadata);
        Assert.Equal("\"]<", mapped.Declined![0].Content);
        Assert.Same(Full.Tools, mapped.Tools);
    }

    [Fact]
    public void Nothing_changed_gives_the_same_instance() => Assert.Same(Full, Full.MapTexts(t => new string(t.Text)));

    [Fact]
    public void Broken_json_is_mapped_as_one_text()
    {
        var broken = Full with { Metadata = "{\"note\": hi" };
        Assert.Equal("X", broken.MapTexts(t => t.Part == TextPart.Metadata ? "X" : t.Text).Metadata);
    }

    [Fact]
    public void The_content_hash_sees_texts_and_roles_and_nothing_else()
    {
        Assert.Equal(Full.ContentHash, (Full with { Id = "other", Label = "x", Occurrences = 4 }).WithScore("a", 1).ContentHash);
        Assert.NotEqual(Full.ContentHash, Full.MapTexts(t => t.Text == "ask" ? "asks" : t.Text).ContentHash);
        Assert.NotEqual(Build.Example("a", "ab", "c").ContentHash, Build.Example("a", "a", "bc").ContentHash);
        Assert.NotEqual(Build.Chat("a", (Role.User, "x")).ContentHash, Build.Chat("a", (Role.Assistant, "x")).ContentHash);
    }

    [Fact]
    public void Input_is_what_stands_before_the_last_answer()
    {
        Assert.Equal("ask\ncall\nresult", Full.Input);
        Assert.Equal(("answer", "ask", "sys"), (Full.Output, Full.LastUserTurn, Full.SystemPrompt));
        Assert.Equal("only", Build.Chat("a", (Role.User, "only")).Input);
        Assert.Equal("", new Example { Id = "bare" }.Input);
    }
}
