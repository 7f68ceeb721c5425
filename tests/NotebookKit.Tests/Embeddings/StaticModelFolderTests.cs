using NotebookKit.Embeddings;

namespace NotebookKit.Tests.Embeddings;

public sealed class StaticModelFolderTests : IDisposable
{
    private readonly ModelFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_is_named() => Says(Path.Combine(folder.Path, "none"), "There is no folder '*none'. Expected one with model.safetensors, tokenizer.json and config.json.");

    [Fact]
    public void A_folder_without_a_model_says_what_was_expected() => Says(folder.Path, "*: model.safetensors and tokenizer.json were expected there or in its 0_StaticEmbedding; save the model with save_pretrained.");

    [Fact]
    public void The_layout_of_sentence_transformers_is_read()
    {
        folder.Write("");
        var inner = Directory.CreateDirectory(Path.Combine(folder.Path, "0_StaticEmbedding")).FullName;
        foreach (var file in new[] { "model.safetensors", "tokenizer.json" }) File.Move(Path.Combine(folder.Path, file), Path.Combine(inner, file));
        File.Delete(Path.Combine(folder.Path, "config.json"));
        File.WriteAllText(Path.Combine(folder.Path, "modules.json"), """[{"idx": 0, "type": "sentence_transformers.models.StaticEmbedding"}, {"idx": 1, "type": "sentence_transformers.models.Normalize"}]""");
        Assert.Equal([0.6f, 0.8f], StaticEmbedder.Load(folder.Path).Embed("a"));
    }

    [Theory]
    [InlineData("\"type\": \"WordPiece\"", "\"type\": \"Unigram\"", "*tokenizer.json, field \"model.type\": WordPiece was expected, found Unigram; models over other tokenizers are not read.")]
    [InlineData("\"type\": \"BertNormalizer\"", "\"type\": \"NFC\"", "*tokenizer.json, field \"normalizer.type\": BertNormalizer was expected, found NFC; models over other tokenizers are not read.")]
    [InlineData("\"type\": \"BertPreTokenizer\"", "\"type\": \"Metaspace\"", "*tokenizer.json, field \"pre_tokenizer.type\": BertPreTokenizer was expected, found Metaspace; models over other tokenizers are not read.")]
    [InlineData("\"你\": 6", "\"你\": -6", "*tokenizer.json, field \"model.vocab\": whole numbers from 0 on were expected.")]
    [InlineData("\"你\": 6", "\"你\": \"6\"", "*tokenizer.json: a value has another type than a tokenizer.json has there.")]
    [InlineData("\"你\": 6", "\"你\": 7", "*model.safetensors: there are vectors for 7 pieces, and tokenizer.json numbers them up to 7. The files do not belong together.")]
    [InlineData("\"vocab\"", "\"words\"", "*tokenizer.json, field \"vocab\": it was expected and is not there.")]
    [InlineData("{\"added", "{{\"added", "*tokenizer.json, line 1: JSON was expected.")]
    public void A_tokenizer_of_another_kind_is_named(string good, string bad, string message)
    {
        folder.Write("", tokenizer: ModelFolder.Tokenizer.Replace(good, bad, StringComparison.Ordinal));
        Says(folder.Path, message);
    }

    [Theory]
    [InlineData(0, "*it ends in the length of its header*")]
    [InlineData(7, "*it ends in the length of its header*")]
    [InlineData(20, "*its header is said to have * bytes*")]
    [InlineData(-1, "*tensor \"embeddings\" of 7 × 2 numbers does not lie within the file; it may be cut off*")]
    public void A_table_that_is_cut_off_is_named(int length, string message)
    {
        folder.Write("");
        var file = Path.Combine(folder.Path, "model.safetensors");
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, length < 0 ? bytes[..^1] : bytes[..length]);
        Says(folder.Path, message);
    }

    [Theory]
    [InlineData("\"embeddings\"", "\"embeddingz\"", "*the tensor \"embeddings\" or \"embedding.weight\" was expected; there are: embeddingz. Static models only*")]
    [InlineData("\"F32\"", "\"F12\"", "*tensor \"embeddings\" has the type F12; *")]
    [InlineData("[7,2]", "[7,3]", "*does not lie within the file*")]
    [InlineData("[7,2]", "[742]", "*has to have two dimensions*")]
    [InlineData("\"dtype\"", "\"dtipe\"", "*its header is not what the format asks for*")]
    [InlineData("[0,56]", "[9,56]", "*does not lie within the file*")]
    public void A_table_that_is_none_is_named(string good, string bad, string message)
    {
        folder.Write("");
        var file = Path.Combine(folder.Path, "model.safetensors");
        var bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
        Assert.Contains(good, bytes, StringComparison.Ordinal);
        File.WriteAllBytes(file, System.Text.Encoding.Latin1.GetBytes(bytes.Replace(good, bad, StringComparison.Ordinal)));
        Says(folder.Path, message);
    }

    [Fact]
    public void Rows_and_weights_have_to_fit()
    {
        folder.Write("", mapping: [0, 0, 1, 2, 9, 0, 0], rows: 3);
        Says(folder.Path, "*the tensor \"mapping\" names row 9 of 3.");
        folder.Write("", weights: [1, 1]);
        Says(folder.Path, "*there are 2 weights for pieces up to number 6.");
        folder.Write("", weights: [1, 1, float.NaN, 1, 1, 1, 1]);
        Says(folder.Path, "*a number of the table is no finite one.");
    }

    private static void Says(string path, string message)
    {
        var said = Assert.Throws<BadInputException>(() => StaticEmbedder.Load(path)).Message;
        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", ".*", StringComparison.Ordinal) + "$", said);
        Assert.DoesNotContain('\n', said);
    }
}
