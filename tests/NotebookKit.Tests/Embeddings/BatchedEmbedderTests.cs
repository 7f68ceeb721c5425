using System.Net;
using NotebookKit.Embeddings;

namespace NotebookKit.Tests.Embeddings;

public class BatchedEmbedderTests
{
    private static readonly string[] Texts = ["a", "bb", "a", "ccc", "dddd"];

    [Fact]
    public async Task Texts_are_asked_about_once_and_in_batches()
    {
        var service = new FakeGenerator();
        using var embedder = new BatchedEmbedder(service) { BatchSize = 3 };
        var made = await embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([1f, 2f, 1f, 3f, 4f], made.Select(m => m.Vector.Span[0]));
        Assert.Equal([["a", "bb", "ccc"], ["dddd"]], service.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 4, true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 4, true)]
    [InlineData(null, 4, true)]
    [InlineData(HttpStatusCode.Unauthorized, 1, false)]
    [InlineData(HttpStatusCode.BadRequest, 1, false)]
    public async Task What_may_be_gone_the_next_time_is_asked_again(HttpStatusCode? status, int calls, bool isPassing)
    {
        var service = new FakeGenerator { OnCall = _ => throw new HttpRequestException("the text in a message", null, status) };
        using var embedder = new BatchedEmbedder(service) { Backoff = TimeSpan.Zero };
        var error = await Assert.ThrowsAsync<EmbeddingException>(() => embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(calls, service.Asked.Count);
        Assert.Equal(isPassing ? "The embedding generator gave no answer; it was asked 4 times (HttpRequestException)." : "The embedding generator failed (HttpRequestException).", error.Message);
    }

    [Fact]
    public async Task An_answer_that_comes_late_is_taken()
    {
        var service = new FakeGenerator { OnCall = call => { if (call < 3) throw new TimeoutException(); } };
        using var embedder = new BatchedEmbedder(service) { Backoff = TimeSpan.Zero };
        Assert.Equal(5, (await embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken)).Count);
        Assert.Equal(3, service.Asked.Count);
    }

    [Fact]
    public async Task Other_answers_than_were_asked_for_are_refused()
    {
        await Refused(new FakeGenerator { Short = 1 }, "The embedding generator gave 3 vectors for 4 texts.");
        await Refused(new FakeGenerator { Vector = t => new float[t.Length] }, "The embedding generator gave a vector of 2 numbers where 1 were expected.");
        await Refused(new FakeGenerator { Vector = _ => [] }, "The embedding generator gave a vector without numbers.");
        await Refused(new FakeGenerator { Vector = _ => [float.NaN] }, "The embedding generator gave a vector with a number that is no finite one.");
    }

    [Fact]
    public async Task A_stop_is_no_failure_of_the_service()
    {
        using var stop = new CancellationTokenSource();
        var service = new FakeGenerator { OnCall = _ => { stop.Cancel(); throw new OperationCanceledException(); } };
        using var embedder = new BatchedEmbedder(service) { Backoff = TimeSpan.Zero };
        await Assert.ThrowsAsync<OperationCanceledException>(() => embedder.GenerateAsync(Texts, cancellationToken: stop.Token));
        Assert.Single(service.Asked);
    }

    private static async Task Refused(FakeGenerator service, string message)
    {
        using var embedder = new BatchedEmbedder(service);
        Assert.Equal(message, (await Assert.ThrowsAsync<EmbeddingException>(() => embedder.GenerateAsync(Texts, cancellationToken: TestContext.Current.CancellationToken))).Message);
    }
}
