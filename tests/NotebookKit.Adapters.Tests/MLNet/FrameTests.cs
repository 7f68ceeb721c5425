using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;
using NotebookKit.Display;
using NotebookKit.MLNet;
using NotebookKit.Sourcing;

namespace NotebookKit.Adapters.Tests.MLNet;

public class FrameTests
{
    /// <summary>One row with everything, one with nothing but an id and a question.</summary>
    private static Dataset Two { get; } = Dataset.Of(
    [
        new()
        {
            Id = "ı-1",
            Position = new(2, 7, 1) { Line = 12 },
            Messages =
            [
                new(Role.System, "Be brief."), new(Role.User, "Where is \"it\"?\n– İstanbul 😀") { Name = "ada" },
                new(Role.Assistant, null) { ToolCalls = [new("c1", "find", "{\"a\":1.5}"), new(null, "log", "{broken")] },
                new(Role.Tool, "here") { ToolCallId = "c1" }, new(Role.Assistant, "There.") { Weight = 0.5 },
            ],
            Tools = "[]",
            Declined = [new(Role.Assistant, "No.")],
            Label = "place",
            Task = TaskKind.QuestionAnswering,
            Origin = Origin.ProductionLog,
            Source = "desk",
            Author = "a1",
            Subject = "s1",
            Conversation = "c9",
            ParentId = "p0",
            Generator = "m",
            GeneratorPrompt = "Say it.",
            Licence = "MIT",
            Consent = "opted-in",
            Generation = 2,
            CreatedAt = new(2024, 5, 31, 17, 20, 1, 234, TimeSpan.Zero),
            Signals = new() { Events = Events.Accepted | Events.ThumbsUp, Rating = 4.25, Status = "open", AnsweredBy = AnsweredBy.Human },
            Occurrences = 3,
            Scores = Scores.Empty.With("quality", 0.1 + 0.2).With("words", 1_234_567),
            Flags = [new("Cleaning", "short", 1.5, 2), new("Review", "odd, or not")],
            Tags = ["edge:decline", "a, b"],
            Cluster = "k",
            Split = Split.Test,
            Repeat = 4,
            Weight = 0.75,
            Metadata = "{\"x\":1}",
        },
        new() { Id = "2", Messages = [new(Role.User, "Hello")] },
    ]);

    [Fact]
    public void Every_field_comes_back()
    {
        var back = Two.ToDataFrame().ToDataset();
        foreach (var (was, now) in Two.Examples.Zip(back.Examples))
        {
            Assert.Equal(was.ContentHash, now.ContentHash);
            Assert.Equal(was.Position.Line, now.Position.Line);
            Assert.Equal(was.Messages.Select(Told), now.Messages.Select(Told));
            Assert.Equal(was.Declined?.Select(Told), now.Declined?.Select(Told));
            Assert.Equal(was.Flags, now.Flags);
            Assert.Equal(was.Tags, now.Tags);
            // Lists compare by reference; all else is compared here.
            Example Plain(Example e) => e with { Messages = Two.Examples[1].Messages, Declined = null, Flags = Two.Examples[1].Flags, Tags = Two.Examples[1].Tags, KnownNames = Two.Examples[1].KnownNames };
            Assert.Equal(Plain(was) with { Position = default }, Plain(now) with { Position = default });
            Assert.Equal((was.Position.Source, was.Position.Part), (now.Position.Source, now.Position.Part));
        }
    }

    [Fact]
    public void What_is_null_stays_null_and_types_are_kept()
    {
        var frame = Two.ToDataFrame();
        Assert.Equal(DataFrames.ColumnNames.Append("score.quality").Append("score.words"), frame.Columns.Select(c => c.Name));
        foreach (var name in (string[])["label", "created", "rating", "weight", "split", "tools", "declined", "output", "score.quality", "metadata"])
        {
            Assert.Null(frame[name][1]);
            Assert.NotNull(frame[name][0]);
        }

        Assert.Equal(typeof(DateTime), frame["created"].DataType);
        Assert.Equal(typeof(double), frame["rating"].DataType);
        Assert.Equal(typeof(int), frame["turns"].DataType);
        Assert.Equal(0.1 + 0.2, frame["score.quality"][0]);
    }

    [Fact]
    public void Columns_can_be_chosen_and_threads_do_not_matter()
    {
        string[] wanted = ["score.quality", "id", "input"];
        var one = Two.ToDataFrame(wanted, new() { Threads = 1 });
        var many = Two.ToDataFrame(wanted, new() { Threads = 8 });
        Assert.Equal(wanted, one.Columns.Select(c => c.Name));
        Assert.Equal(one.ToString(), many.ToString());
        Assert.Contains("There is no column 'colour'; there are id, input", Assert.Throws<ArgumentException>(() => Two.ToDataFrame(["colour"])).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Two.ToDataFrame(["id", "id"])).Message, StringComparison.Ordinal);
        Assert.Equal(0, Dataset.Empty.ToDataFrame().Rows.Count);
    }

    [Theory, InlineData("tr-TR"), InlineData("de-DE")]
    public void The_culture_of_the_machine_does_not_matter(string culture)
    {
        var (here, there) = (Two.ToDataFrame(), MlNetData.In(culture, () => Two.ToDataFrame()));
        foreach (var column in here.Columns)
            for (var row = 0; row < 2; row++) Assert.Equal(column[row], there[column.Name][row]);
        Assert.Equal(Two.Examples[0].Signals, MlNetData.In(culture, () => here.ToDataset().Examples[0].Signals));
        var text = new DataFrame(new StringDataFrameColumn("q", ["a"]), new StringDataFrameColumn("stars", ["4.5"]), new StringDataFrameColumn("when", ["2024-05-31T17:20:00+02:00"]));
        var read = MlNetData.In(culture, () => text.ToDataset(FieldMap.Parse("input=q,rating=stars,created=when")).Examples[0]);
        Assert.Equal(4.5, read.Signals.Rating);
        Assert.Equal(new DateTimeOffset(2024, 5, 31, 15, 20, 0, TimeSpan.Zero), read.CreatedAt);
    }

    [Fact]
    public void A_map_says_which_columns_are_what()
    {
        var frame = new DataFrame(
            new StringDataFrameColumn("title", ["Parcel", null]), new StringDataFrameColumn("body", ["Where is it?", "Hm"]), new StringDataFrameColumn("reply", ["There.", null]),
            new Int64DataFrameColumn("ticket", [17L, 18L]), new DoubleDataFrameColumn("stars", new double?[] { 4, double.NaN }), new DateTimeDataFrameColumn("day", new DateTime?[] { new(2024, 5, 31), null }));
        var data = frame.ToDataset(FieldMap.Parse("input=title+body,output=reply,id=ticket,rating=stars,created=day"));
        Assert.Equal(["17", "18"], data.Examples.Select(e => e.Id));
        Assert.Equal(["Parcel\nWhere is it?", "Hm"], data.Examples.Select(e => e.Input));
        Assert.Equal(["There.", ""], data.Examples.Select(e => e.Output));
        Assert.Equal([4.0, null], data.Examples.Select(e => e.Signals.Rating));
        Assert.Equal(new DateTimeOffset(2024, 5, 31, 0, 0, 0, TimeSpan.Zero), data.Examples[0].CreatedAt);
        Assert.Null(data.Examples[1].CreatedAt);
        Assert.Equal(["row-1", "row-2"], frame.ToDataset(FieldMap.Parse("input=body")).Examples.Select(e => e.Id));
    }

    [Theory]
    [InlineData("input=nothing", "there is no column \"nothing\", which was to be the input; there are q, secret, n")]
    [InlineData("input=q,rating=secret", "row 2, column \"secret\": a number such as 4.5 was expected")]
    [InlineData("input=q,created=secret", "row 1, column \"secret\": a date was expected")]
    [InlineData("input=q,created=n", "row 1, column \"n\": a date was expected")]
    [InlineData("input=q,id=n", "row 2: it has the id of row 1")]
    [InlineData("input=q,id=empty", "row 1, column \"empty\": an id was expected")]
    [InlineData("input=q,rating=n+secret", "made of one column")]
    public void An_error_says_where_and_what_to_do_and_repeats_no_cell(string map, string expected)
    {
        var frame = new DataFrame(new StringDataFrameColumn("q", ["ada@example.org", "b"]), new StringDataFrameColumn("secret", ["5", "ada@example.org"]), new Int32DataFrameColumn("n", [1, 1]), new StringDataFrameColumn("empty", [null!, null!]));
        var message = Assert.Throws<BadInputException>(() => frame.ToDataset(FieldMap.Parse(map))).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("task", "poetry", "one of Unknown, Classification")]
    [InlineData("task", "3", "one of Unknown, Classification")]
    [InlineData("messages", "[{\"role\":\"ada\"}]", "a JSON list of turns")]
    [InlineData("messages", "{ada", "a JSON list of turns")]
    [InlineData("tags", "{\"ada\":1}", "a JSON list of texts")]
    [InlineData("flags", "[{\"Stage\":\"ada\"}]", "a JSON list of flags")]
    [InlineData("turns_", "x", "neither a column \"input\" nor \"messages\"")]
    [InlineData("occurrences", "1.5", "a whole number was expected")]
    public void Cells_of_our_own_columns_are_checked_too(string column, string cell, string expected)
    {
        var frame = new DataFrame(new StringDataFrameColumn(column == "turns_" ? "q" : column == "messages" ? "label" : "input", ["x"]), new StringDataFrameColumn(column, [cell]));
        var message = Assert.Throws<BadInputException>(() => frame.ToDataset()).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_typed_by_the_kinds_of_its_columns()
    {
        var table = new Table
        {
            Columns = [new("what"), new("n", ColumnKind.Number), new("part", ColumnKind.Share), new("day", ColumnKind.Date), new("is", ColumnKind.Flag), new("n", ColumnKind.Number)],
            Rows = [["a", "1,234.5", "12.3%", "2024-05-31", "yes", "1.5e-7"], [null, "–", "< 0.1%", "2024-05-31 17:20", "no", "-3"], ["c", null, "> 99.9%", null, null, ""]],
        };
        var frame = MlNetData.In("tr-TR", table.ToDataFrame);
        Assert.Equal(["what", "n", "part", "day", "is", "n (2)"], frame.Columns.Select(c => c.Name));
        Assert.Equal([1234.5, null, null], frame["n"].Cast<double?>());
        Assert.Equal([0.123, 0.0005, 0.9995], frame["part"].Cast<double?>().Select(v => Math.Round(v!.Value, 9)));
        Assert.Equal([new DateTime(2024, 5, 31), new DateTime(2024, 5, 31, 17, 20, 0), null], frame["day"].Cast<DateTime?>());
        Assert.Equal([true, false, null], frame["is"].Cast<bool?>());
        Assert.Equal([1.5e-7, -3, null], frame["n (2)"].Cast<double?>());
        Assert.Null(frame["what"][1]);
        var odd = table with { Rows = [["a", "ada", null, null, null, null]] };
        var message = Assert.Throws<ArgumentException>(odd.ToDataFrame).Message;
        Assert.Contains("Table, row 1, column \"n\": a number such as 1,234.5 was expected", message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_examples_and_counts_are_frames_at_once()
    {
        var shop = MlNetData.Shop(60);
        Assert.Equal(20, shop.Examples.ToTable().ToDataFrame().Rows.Count);
        var counts = shop.CountBy(e => e.Label).ToTable().ToDataFrame();
        Assert.Equal(60, counts.Columns.Where(c => c.DataType == typeof(double)).Max(c => c.Cast<double?>().Sum()));
    }

    [Fact]
    public void A_data_view_is_read_to_its_end()
    {
        var view = MlNetData.Shop(250).ToDataView();
        Assert.Equal(100, view.ToDataFrame().Rows.Count);
        Assert.Equal(250, view.ToWholeDataFrame().Rows.Count);
    }

    [Fact]
    public void Numbers_that_are_not_there_are_no_zeros()
    {
        var frame = new DataFrame(
            new Int32DataFrameColumn("n", new int?[] { 1, null }), new BooleanDataFrameColumn("is", new bool?[] { null, true }), new Int64DataFrameColumn("whole", [1L, 2L]), new DoubleDataFrameColumn("x", new double?[] { null, 1 }),
            new StringDataFrameColumn("t", ["a", null]));
        Assert.Equal([1, 0], ((IDataView)frame).GetColumn<int>("n"));
        var safe = frame.ToSafeDataView();
        Assert.Equal([1, double.NaN], safe.GetColumn<double>("n"));
        Assert.Equal([double.NaN, 1], safe.GetColumn<double>("is"));
        Assert.Equal([1L, 2L], safe.GetColumn<long>("whole"));
        Assert.Equal([double.NaN, 1], safe.GetColumn<double>("x"));
        var dates = new DataFrame(new DateTimeDataFrameColumn("day", new DateTime?[] { null, new(2024, 1, 1) }));
        Assert.Contains("'day' has 1 rows without a date", Assert.Throws<ArgumentException>(dates.ToSafeDataView).Message, StringComparison.Ordinal);
    }

    private static string Told(Message m) => $"{m.Role}|{m.Content}|{m.Name}|{m.ToolCallId}|{m.Weight}|{string.Join(';', m.ToolCalls)}";
}
