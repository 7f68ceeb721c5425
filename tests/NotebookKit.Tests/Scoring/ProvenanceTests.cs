using NotebookKit.Scoring;

namespace NotebookKit.Tests.Scoring;

public class ProvenanceTests
{
    [Theory]
    [InlineData(AnsweredBy.Human, Events.Accepted, Origin.ProductionLog, "gpt-4o", AnsweredBy.Human)]
    [InlineData(AnsweredBy.Model, Events.Edited, Origin.ProductionLog, "gpt-4o", AnsweredBy.EditedModel)]
    [InlineData(AnsweredBy.Unknown, Events.None, Origin.PublicDataset, "gpt-4o", AnsweredBy.Model)]
    [InlineData(AnsweredBy.Unknown, Events.None, Origin.Distilled, null, AnsweredBy.Model)]
    [InlineData(AnsweredBy.Unknown, Events.None, Origin.HumanWritten, null, AnsweredBy.Human)]
    [InlineData(AnsweredBy.Unknown, Events.CategoryAssigned, Origin.ProductionLog, null, AnsweredBy.Human)]
    [InlineData(AnsweredBy.Unknown, Events.Accepted, Origin.ProductionLog, null, AnsweredBy.Model)]
    [InlineData(AnsweredBy.Unknown, Events.Accepted, Origin.PublicDataset, null, AnsweredBy.Unknown)]
    [InlineData(AnsweredBy.Unknown, Events.None, Origin.ProductionLog, null, AnsweredBy.Unknown)]
    public void The_author_of_the_target_is_told_by_all_that_is_known(AnsweredBy by, Events events, Origin origin, string? generator, AnsweredBy expected) =>
        Assert.Equal(expected, Provenance.Of(new() { Id = "a", Origin = origin, Generator = generator, Signals = new() { AnsweredBy = by, Events = events } }));
}
