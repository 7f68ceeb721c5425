using Microsoft.Extensions.AI;

namespace NotebookKit.Tests.Anonymizing.Remote;

/// <summary>A language model that answers as the test says.</summary>
/// <param name="answer">The answer to the text of a question, and the number of the call from 1.</param>
internal sealed class FakeChat(Func<string, int, string> answer) : IChatClient
{
    private int calls;

    public int Calls => calls;

    public List<ChatOptions> Options { get; } = [];

    public List<string> Rules { get; } = [];

    public ChatFinishReason? Finish { get; init; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        lock (Options)
        {
            Options.Add(options!);
            Rules.Add(all[0].Text);
        }

        // The lines between the marks.
        var text = all[1].Text[(all[1].Text.IndexOf('\n', StringComparison.Ordinal) + 1)..all[1].Text.LastIndexOf('\n')];
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(text, Interlocked.Increment(ref calls)))) { FinishReason = Finish });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("fake", null, "fake-1") : null;

    public void Dispose()
    {
    }
}
