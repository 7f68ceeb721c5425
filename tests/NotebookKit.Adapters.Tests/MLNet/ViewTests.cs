using Microsoft.ML;
using Microsoft.ML.Data;
using NotebookKit.MLNet;

namespace NotebookKit.Adapters.Tests.MLNet;

public class ViewTests
{
    [Fact]
    public void Examples_are_read_as_they_are_asked_for()
    {
        var made = 0;
        IEnumerable<Example> Endless()
        {
            for (var i = 0; ; i++)
            {
                made++;
                yield return MlNetData.Row($"r{i}", $"text {i}");
            }
        }

        var ml = new MLContext();
        var view = Endless().ToDataView(ml);
        Assert.Equal(0, made);
        Assert.Equal(["text 0", "text 1", "text 2"], ml.Data.TakeRows(view, 3).GetColumn<string>("Input"));
        Assert.InRange(made, 3, 2_000);
    }

    [Fact]
    public void What_is_not_there_says_so()
    {
        var rated = MlNetData.Row("a", "x") with { Signals = new() { Rating = 4 }, CreatedAt = new DateTimeOffset(2024, 5, 31, 2, 0, 0, TimeSpan.FromHours(2)), Scores = Scores.Empty.With("quality", 0.5), Label = "l" };
        var view = Dataset.Of([rated, MlNetData.Row("b", "y")]).ToDataView(scores: ["quality", "none"]);
        Assert.Equal([4, float.NaN], view.GetColumn<float>("Rating"));
        Assert.Equal([true, false], view.GetColumn<bool>("HasDate"));
        Assert.Equal(new DateTime(2024, 5, 31), view.GetColumn<DateTime>("CreatedAt").First());
        Assert.Equal(["l", ""], view.GetColumn<string>("Label"));
        Assert.Equal([[0.5f, float.NaN], [float.NaN, float.NaN]], view.GetColumn<float[]>("Scores"));
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        view.Schema["Scores"].GetSlotNames(ref names);
        Assert.Equal(["quality", "none"], names.DenseValues().Select(n => n.ToString()));
        Assert.Null(Dataset.Empty.ToDataView().Schema.GetColumnOrNull("Scores"));
    }

    [Fact]
    public void A_pipeline_of_MLNET_trains_on_it()
    {
        var ml = new MLContext(1);
        var view = Dataset.Of(MlNetData.Shop(100).Examples.Concat(MlNetData.Kitchen(100).Examples)).ToDataView(ml);
        var model = ml.Transforms.Conversion.MapValueToKey("Key", "Label").Append(ml.Transforms.Text.FeaturizeText("Features", "Input")).AppendCacheCheckpoint(ml)
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy("Key")).Fit(view);
        Assert.True(ml.MulticlassClassification.Evaluate(model.Transform(view), "Key").MicroAccuracy > 0.9);
    }
}
