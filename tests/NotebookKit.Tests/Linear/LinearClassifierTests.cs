using NotebookKit.Linear;
using NotebookKit.Tests.Outliers;

namespace NotebookKit.Tests.Linear;

public class LinearClassifierTests
{
    private static readonly string[] Things = ["parcel", "invoice", "lamp", "garden", "train", "window", "kettle", "violin", "river", "carpet"];

    // 20 classes are more than fit into one block.
    private static readonly string[] Texts = [.. Enumerable.Range(0, 400).Select(i => $"{(i % 20 < 10 ? "where is" : "please sell")} the {Things[i % 10]} of {Things[i * 7 % 10]} number {i}")];
    private static readonly string[] Labels = [.. Enumerable.Range(0, 400).Select(i => $"class-{i % 20:00}")];
    private static readonly LinearClassifier Model = LinearClassifier.Train(Texts, Labels);

    private static byte[] Bytes(LinearClassifier model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        model.Write(writer);
        return stream.ToArray();
    }

    [Fact]
    public void Texts_go_to_the_class_whose_words_they_have()
    {
        Assert.Equal([.. Labels.Distinct().Order(StringComparer.Ordinal)], Model.Classes);
        var right = Texts.Where((t, i) => Model.Classes[Array.IndexOf(Model.Probabilities(t), Model.Probabilities(t).Max())] == Labels[i]).Count();
        Assert.InRange(right, 395, 400);
        Assert.Equal("class-02", Model.Classes[Array.IndexOf(Model.Logits("where are the lamps"), Model.Logits("where are the lamps").Max())]);
    }

    [Fact]
    public void Probabilities_add_up_to_one_and_say_less_of_a_text_of_unknown_words()
    {
        foreach (var text in (string[])[Texts[0], "zirkonium quantenfeld", "", "?!"]) Assert.Equal(1, Model.Probabilities(text).Sum(), 1e-5);
        Assert.True(Model.Probabilities(Texts[0]).Max() > 0.8);
        Assert.True(Model.Logits("zirkonium quantenfeld").Max() < 0);
        Assert.Equal(Model.Logits(""), Model.Logits("?!"));
    }

    [Fact]
    public void The_same_rows_in_any_order_on_any_number_of_threads_give_the_same_bytes()
    {
        var expected = Bytes(Model);
        Assert.Equal(expected, Bytes(LinearClassifier.Train(Texts, Labels, run: new() { Threads = 1 })));
        Assert.Equal(expected, Bytes(LinearClassifier.Train(Texts, Labels, run: new() { Threads = 4 })));
        Assert.Equal(expected, Bytes(LinearClassifier.Train([.. Texts.Reverse()], [.. Labels.Reverse()])));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        using var reader = new BinaryReader(new MemoryStream(Bytes(Model)));
        var read = LinearClassifier.Read(reader);
        Assert.Equal(reader.BaseStream.Length, reader.BaseStream.Position);
        Assert.Equal(Bytes(Model), Bytes(read));
        Assert.Equal(Model.Probabilities(Texts[7]), read.Probabilities(Texts[7]));
    }

    [Fact]
    public void Terms_and_the_weight_of_the_class_are_the_logit()
    {
        var terms = Model.Terms(Texts[2], "class-02");
        var bias = Model.Logits("")[2];
        Assert.Equal(Model.Logits(Texts[2])[2], terms.Sum(t => t.Weight) + bias, 1e-4);
        Assert.Contains(terms.Take(8), t => t.Name == "the lamp" && t.Weight > 0);
        Assert.Contains(terms, t => t.Name == "_lam");
        Assert.Throws<ArgumentException>("label", () => Model.Terms("a", "no class"));
    }

    [Fact]
    public void Out_of_fold_each_text_is_judged_by_a_model_that_has_not_seen_it()
    {
        var labels = Labels.ToArray();
        foreach (var i in (int[])[15, 90, 222]) labels[i] = labels[(i + 5) % 400];
        var made = LinearClassifier.OutOfFold(Texts, labels, run: new() { Threads = 2 });
        Assert.Equal((400, 20), (made.GetLength(0), made.GetLength(1)));
        int Likeliest(int row) => Enumerable.Range(0, 20).MaxBy(c => made[row, c]);
        Assert.All((int[])[15, 90, 222], row => Assert.Equal(Labels[row], Model.Classes[Likeliest(row)]));
        Assert.All(Enumerable.Range(0, 400), row => Assert.Equal(1, Enumerable.Range(0, 20).Sum(c => made[row, c]), 1e-5));
        Assert.Equal(made, LinearClassifier.OutOfFold(Texts, labels, run: new() { Threads = 1 }));
    }

    [Fact]
    public void Out_of_fold_equal_texts_never_teach_each_other()
    {
        // Each text stands there twice, and the words of no two others are alike: seen or not makes all the difference.
        string[] texts = [.. Enumerable.Range(0, 60).SelectMany(i => Enumerable.Repeat(string.Concat(Enumerable.Range(0, 8).Select(k => (char)('a' + ((i * 31 + k * k * 7 + i * k) % 26)))), 2))];
        string[] labels = [.. texts.Select((_, i) => i / 2 % 2 == 0 ? "even" : "odd")];
        var made = LinearClassifier.OutOfFold(texts, labels);
        Assert.InRange(Enumerable.Range(0, texts.Length).Average(i => made[i, labels[i] == "even" ? 0 : 1]), 0.3, 0.7);
    }

    [Fact]
    public void Rows_without_words_are_left_out()
    {
        var model = LinearClassifier.Train([.. Texts, "", "…"], [.. Labels, "empty", "class-00"]);
        Assert.DoesNotContain("empty", model.Classes);
        Assert.Equal(Bytes(Model), Bytes(model));
        var made = LinearClassifier.OutOfFold([.. Texts, ""], [.. Labels, "class-00"]);
        Assert.Equal(1, Enumerable.Range(0, 20).Sum(c => made[400, c]), 1e-5);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>("labels", () => LinearClassifier.Train(["a"], []));
        Assert.StartsWith("Classes are told apart where there are at least 2", Assert.Throws<ArgumentException>("labels", () => LinearClassifier.Train(["a b", "c", ""], ["x", "x", "y"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearClassifier.OutOfFold(Texts, Labels, folds: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearOptions { Cost = 0 });
        Assert.Throws<OperationCanceledException>(() => LinearClassifier.Train(Texts, Labels, run: new() { Cancel = new(true) }));
    }

    [Fact]
    public void The_most_frequent_terms_are_kept()
    {
        var model = LinearClassifier.Train(Texts, Labels, new() { MaxTerms = 1_000, MinTexts = 1 });
        Assert.Equal(1_000, model.TermCount);
        Assert.Contains(model.Terms("the lamp", "class-02"), t => t.Name == "lamp");
    }

    [Fact]
    public void Real_requests_are_told_apart_and_the_model_knows_how_sure_it_is()
    {
        var (train, test) = (OutlierData.Hwu("train"), OutlierData.Hwu("test"));
        var model = LinearClassifier.Train([.. train.Select(r => r.Text)], [.. train.Select(r => r.Label)]);
        var found = test.Select(r => (Made: model.Probabilities(r.Text), r.Label)).Select(r => (Sure: (double)r.Made.Max(), Right: model.Classes[Array.IndexOf(r.Made, r.Made.Max())] == r.Label)).ToArray();
        var accuracy = found.Average(f => f.Right ? 1.0 : 0);
        TestContext.Current.SendDiagnosticMessage($"accuracy {accuracy:F4}, mean probability {found.Average(f => f.Sure):F4}");
        Assert.InRange(accuracy, 0.86, 1);
        Assert.InRange(found.Average(f => f.Sure) - accuracy, -0.03, 0.03);
    }
}
