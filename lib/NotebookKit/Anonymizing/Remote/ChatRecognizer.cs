using System.Globalization;
using Microsoft.Extensions.AI;

namespace NotebookKit.Anonymizing;

/// <summary>A language model as a recognizer. It is asked to quote what is personal, and each quote must stand in the text word for word: what it makes up is refused
/// and counted. A text cannot talk it into leaving data in that the built-in recognizers find, nor into types that nobody asked for. Texts leave the process, and
/// the machine where the model is elsewhere.</summary>
public sealed class ChatRecognizer : RemoteRecognizer
{
    private readonly IChatClient client;
    private readonly string model;

    /// <summary>Makes it for a model.</summary>
    /// <param name="client">The model's client; it is not disposed.</param>
    public ChatRecognizer(IChatClient client)
        : base(4_000)
    {
        ArgumentNullException.ThrowIfNull(client);
        this.client = client;
        var facts = client.GetService<ChatClientMetadata>();
        model = $"{facts?.ProviderName} {facts?.DefaultModelId}".Trim();
    }

    /// <inheritdoc/>
    public override string EntityType => Entities[0];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types => Entities;

    /// <inheritdoc/>
    public override string Name => "Chat";

    /// <summary>Types to ask for: of <see cref="EntityTypes"/>, or one's own (capital letter first, then capital letters, digits, underscores). At least one. Default: person, street
    /// address, date of birth, user name, where a model sees more than rules do.</summary>
    public IReadOnlyList<string> Entities
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = [.. value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (field.Count == 0 || !field.All(RemoteFind.IsType)) throw new ArgumentOutOfRangeException(nameof(Entities), "Types are of capital letters, digits and underscores, at most 64; at least one must be given.");
        }
    } = [EntityTypes.DateOfBirth, EntityTypes.Person, EntityTypes.StreetAddress, EntityTypes.UserName];

    /// <summary>Score of its finds. Ratio, 0–1, default 0.7: by context alone.</summary>
    public double Score { get; init => field = Guard.Ratio(value); } = 0.7;

    /// <summary>The model's seed, for models that take one. Default 1. The temperature is 0.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The model to ask, where the client serves several. Default null: the client's own.</summary>
    public string? Model { get; init; }

    /// <inheritdoc/>
    protected override string Settings => string.Create(CultureInfo.InvariantCulture, $"model {Model ?? model}, prompt {ChatQuestion.Version}, seed {Seed}, score {Score}, {string.Join(' ', Entities)}");

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<RemoteFind>> AskAboutAsync(string text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        var question = ChatQuestion.About(text, Entities);
        // An answer that cannot be read is asked for once more, with the next seed: with the same one it would be the same.
        for (var attempt = 0; ; attempt++)
        {
            var options = new ChatOptions { Temperature = 0, Seed = Seed + attempt, ModelId = Model, ResponseFormat = ChatQuestion.Format(Entities), ToolMode = ChatToolMode.None };
            var answer = await AnswerAsync(question, options, cancel).ConfigureAwait(false);
            if (ChatAnswer.Read(answer, text, Entities, Score) is { } read)
            {
                CountRefused(read.Refused);
                return read.Finds;
            }

            if (attempt > 0) throw new RemoteRecognizerException("Chat: the model twice answered with something other than the JSON that was asked for. Take another model, or set MaxCharacters lower.");
        }
    }

    private async Task<string> AnswerAsync(IReadOnlyList<ChatMessage> question, ChatOptions options, CancellationToken cancel)
    {
        ChatResponse response;
        try
        {
            response = await client.GetResponseAsync(question, options, cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException and not OutOfMemoryException)
        {
            // Its message may repeat the question.
            throw new RemoteRecognizerException($"Chat: the model's client failed with {error.GetType().Name}. Is the model running, and the key for it right?", isTransient: true);
        }

        if (response.FinishReason == ChatFinishReason.ContentFilter) throw new RemoteRecognizerException("Chat: the model's filter refused a text. Leave the row out, or take another model.");
        if (response.FinishReason == ChatFinishReason.Length) throw new RemoteRecognizerException("Chat: the model's answer was cut off. Set MaxCharacters lower.");
        return response.Text;
    }
}
