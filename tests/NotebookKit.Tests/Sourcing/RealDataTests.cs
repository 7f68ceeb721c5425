using NotebookKit.Sourcing;

namespace NotebookKit.Tests.Sourcing;

/// <summary>Public sets, with the exact account of each file.</summary>
public class RealDataTests
{
    private const string Fixtures = "axolotl_fixtures/tests/fixtures/", Demo = "llamafactory_demo/data/", Dogo = "multidogo/splits_annotated_at_turn_level/airline/";

    [Theory]
    [InlineData("gpteacher/Codegen/codegen-instruct.json", 4535, 4535, 0, 0, "alpaca")]
    [InlineData("gpteacher/Roleplay/roleplay-simple-deduped-roleplay-instruct.json", 1923, 1923, 0, 0, "alpaca")]
    [InlineData(Demo + "alpaca_en_demo.json", 999, 999, 0, 0, "alpaca")]
    [InlineData(Demo + "alpaca_zh_demo.json", 1000, 1000, 0, 0, "alpaca")]
    [InlineData(Demo + "glaive_toolcall_en_demo.json", 300, 300, 0, 0, "sharegpt")]
    [InlineData(Demo + "dpo_en_demo.json", 300, 300, 0, 0, "sharegpt")]
    [InlineData(Demo + "kto_en_demo.json", 300, 300, 0, 0, "openai-messages")]
    [InlineData(Demo + "reason_tool_use_demo_50.jsonl", 50, 50, 0, 0, "openai-messages")]
    [InlineData(Demo + "v1_sft_demo.jsonl", 500, 500, 0, 0, "openai-messages")]
    [InlineData(Demo + "mllm_demo.json", 6, 0, 0, 6, "")]
    [InlineData("openai_cookbook_fork/examples/data/toy_chat_fine_tuning.jsonl", 5, 5, 0, 0, "openai-messages")]
    [InlineData("openai_cookbook_fork/examples/data/drone_training.jsonl", 103, 103, 0, 0, "openai-messages")]
    [InlineData(Fixtures + "conversation.json", 1, 1, 0, 0, "sharegpt")]
    [InlineData(Fixtures + "conversation.missingturns.json", 1, 1, 0, 0, "sharegpt")]
    [InlineData(Fixtures + "conversation.tokenized.json", 1, 0, 0, 1, "")]
    [InlineData(Fixtures + "alpaca/alpaca.json", 2, 2, 0, 0, "alpaca")]
    [InlineData("fastchat/data/dummy_conversation.json", 500, 500, 0, 0, "sharegpt")]
    [InlineData("fastchat/fastchat/llm_judge/data/mt_bench/question.jsonl", 80, 80, 0, 0, "pairs")]
    [InlineData("abcd_sample/data/abcd_sample.json", 3, 3, 0, 0, "tickets")]
    [InlineData("ubi_chorus/sample-data/ubi_queries_events.ndjson", 7842, 858, 6860, 124, "search-logs")]
    [InlineData("oasst_samples/en_100_tree.jsonl", 100, 100, 0, 0, "message-trees")]
    [InlineData("self_instruct/data/seed_tasks.jsonl", 175, 175, 0, 0, "alpaca")]
    public void Each_file_is_accounted_for(string file, int records, int examples, int joined, int rejected, string format)
    {
        var input = Assert.Single(Inputs.Checked(Sources.Read([RealData.At(file)])).History.Inputs);
        Assert.Equal((records, examples, joined, rejected, format), (input.Records, input.Examples, input.Joined, input.Rejected, input.Format));
        Assert.Equal(64, input.Sha256.Length);
    }

    [Theory]
    [InlineData(Dogo + "dev.tsv", 1966, 0)]
    [InlineData(Dogo + "test.tsv", 3931, 6)]
    [InlineData(Dogo + "train.tsv", 13519, 16)]
    public void Multidogo_is_classification_by_a_map(string file, int records, int rejected)
    {
        var data = Inputs.Checked(MappedFile.Read(RealData.At(file), "input=utterance,label=intent,conversation=conversationId"));
        var input = data.History.Inputs[0];
        Assert.Equal((records, rejected, TaskKind.Classification), (input.Records, input.Rejected, input.Task));
        Assert.All(data.Examples, e => Assert.Equal(e.Label, e.Output));
        Assert.All(data.Examples, e => Assert.NotNull(e.Conversation));
        Assert.All(data.History.Rejected, r => Assert.StartsWith("missing-field: ", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Tool_calls_of_glaive_are_calls_with_arguments()
    {
        var data = Sources.Read([RealData.At(Demo + "glaive_toolcall_en_demo.json")]);
        var first = data.Examples[0];
        var call = Assert.Single(first.Messages[3].ToolCalls);
        Assert.Equal(("search_recipes", null), (call.Name, first.Messages[3].Content));
        Assert.Contains("\"chicken\"", call.Arguments, StringComparison.Ordinal);
        Assert.Equal(Role.Tool, first.Messages[4].Role);
        Assert.StartsWith("[", first.Tools, StringComparison.Ordinal);
        Assert.All(data.Examples, e => Assert.DoesNotContain(e.Messages, m => m.Content?.StartsWith("{\"name\":", StringComparison.Ordinal) == true && m.Role == Role.Assistant));
    }

    [Fact]
    public void Drone_rows_call_functions_without_text()
    {
        var data = Sources.Read([RealData.At("openai_cookbook_fork/examples/data/drone_training.jsonl")]);
        Assert.All(data.Examples, e => Assert.True(e.Messages[^1] is { Content: null, ToolCalls.Count: 1 }));
        Assert.Equal(("takeoff_drone", "{\"altitude\": 100}"), (data.Examples[0].Messages[^1].ToolCalls[0].Name, data.Examples[0].Messages[^1].ToolCalls[0].Arguments));
        Assert.All(data.Examples, e => Assert.NotNull(e.Tools));
        Assert.Equal(TaskKind.Extraction, data.History.Inputs[0].Task);
    }

    [Fact]
    public void Preference_rows_keep_the_answer_that_lost()
    {
        var dpo = Sources.Read([RealData.At(Demo + "dpo_en_demo.json")]);
        Assert.All(dpo.Examples, e => Assert.Equal(Role.Assistant, Assert.Single(e.Declined!).Role));
        var kto = Sources.Read([RealData.At(Demo + "kto_en_demo.json")]);
        Assert.All(kto.Examples, e => Assert.True(e.Signals.Has(Events.ThumbsUp) ^ e.Signals.Has(Events.ThumbsDown)));
    }

    [Fact]
    public void A_broken_order_of_turns_is_kept_for_cleaning_to_judge()
    {
        var data = Sources.Read([RealData.At(Fixtures + "conversation.missingturns.json")]);
        Assert.Contains(data.Examples[0].Messages, m => m is { Role: Role.Assistant, Content: "" });
    }

    [Fact]
    public void Abcd_dialogues_are_tickets_whose_actions_are_no_turns()
    {
        var data = Sources.Read([RealData.At("abcd_sample/data/abcd_sample.json")]);
        var first = data.Examples[0];
        Assert.Equal("abcd_sample/3592", first.Id);
        Assert.Equal(Origin.ProductionLog, first.Origin);
        Assert.Contains("crystal minh", first.KnownNames);
        Assert.StartsWith("Hi! I need to return an item", first.Messages[0].Content, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Messages, m => m.Content!.Contains("Account has been pulled up", StringComparison.Ordinal));
        Assert.Contains("Account has been pulled up", first.Metadata, StringComparison.Ordinal);
        Assert.All(first.Messages.Zip(first.Messages.Skip(1)), p => Assert.NotEqual(p.First.Role, p.Second.Role));
    }

    [Fact]
    public void The_best_path_of_a_tree_alternates_and_ends_in_an_answer()
    {
        var data = Sources.Read([RealData.At("oasst_samples/en_100_tree.jsonl")]);
        Assert.Equal(100, data.Examples.Count(e => e.Messages[^1].Role == Role.Assistant));
        Assert.All(data.Examples, e => Assert.All(e.Messages.Select((m, i) => (m, i)), t => Assert.Equal(t.i % 2 == 0 ? Role.User : Role.Assistant, t.m.Role)));
        Assert.StartsWith("The first step is to research your options.", data.Examples[0].Output, StringComparison.Ordinal);
        Assert.Equal("chip20b", data.Examples[0].Generator);
    }

    [Fact]
    public void Search_clicks_pair_the_query_with_the_result()
    {
        var data = Sources.Read([RealData.At("ubi_chorus/sample-data/ubi_queries_events.ndjson")]);
        var pairs = data.Examples.Where(e => e.Messages.Count == 2).ToList();
        Assert.Equal(143, pairs.Count);
        Assert.Contains(pairs, e => e.Messages[0].Content == "gold" && e.Output.StartsWith("Kooljewelry", StringComparison.Ordinal));
        Assert.All(pairs, e => Assert.True(e.Signals.Has(Events.Clicked)));
    }

    [Fact]
    public void All_real_files_together_have_unique_ids_in_any_order()
    {
        string[] files = [RealData.At(Demo + "alpaca_en_demo.json"), RealData.At("fastchat/data/dummy_conversation.json"), RealData.At(Fixtures + "conversation.json")];
        var ids = Sources.Read(files).Examples.Select(e => e.Id).Order(StringComparer.Ordinal);
        Assert.Equal(ids, Sources.Read(files.Reverse()).Examples.Select(e => e.Id).Order(StringComparer.Ordinal));
    }
}
