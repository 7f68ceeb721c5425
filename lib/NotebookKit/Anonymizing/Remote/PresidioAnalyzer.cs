using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Presidio's analyzer as a recognizer, over HTTP: <c>POST {endpoint}/analyze</c>. Texts leave the process, and the machine where the service is elsewhere.
/// Source: Presidio's REST API, <c>presidio-analyzer/app.py</c>.</summary>
public sealed class PresidioAnalyzer : RemoteRecognizer
{
    /// <summary>Answers are short; a longer one is none.</summary>
    private const int MaxAnswer = 16 << 20;

    private static readonly HttpClient Shared = new() { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    private readonly HttpClient http;
    private readonly Uri analyze;
    private readonly string shown;

    /// <summary>Makes it for a service, <c>http://localhost:5002</c> say.</summary>
    /// <param name="endpoint">Address of the service, without <c>/analyze</c>.</param>
    /// <param name="http">A client with headers of one's own (a token, say). Default: one that all share.</param>
    public PresidioAnalyzer(Uri endpoint, HttpClient? http = null)
        : base(100_000)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")) throw new ArgumentException("The endpoint must be an absolute address with http or https, such as http://localhost:5002.", nameof(endpoint));
        this.http = http ?? Shared;
        analyze = new(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/analyze");
        // Without a user name and password that may stand in the address.
        shown = analyze.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
    }

    /// <inheritdoc/>
    public override string EntityType => Types.Count > 0 ? Types[0] : EntityTypes.Person;

    /// <summary>Our names of <see cref="Entities"/>: these are masked whatever <see cref="Anonymizer.Types"/> says. Empty where all are asked for.</summary>
    public override IReadOnlyList<string> Types => Entities is null ? [] : [.. Entities.Select(PresidioNames.FromPresidio).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override string Name => "Presidio";

    /// <summary>Language of the texts, as the service knows it (ISO 639-1). Default <c>en</c>.</summary>
    public string Language
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    } = "en";

    /// <summary>Finds with a lower score are not asked for. Ratio, 0–1, default 0.25: the lowest limit of <see cref="Anonymizer.Sensitivity"/>.</summary>
    public double ScoreThreshold { get; init => field = Guard.Ratio(value); } = 0.25;

    /// <summary>Types to ask for, by Presidio's names (<see cref="PresidioNames"/>) or those of recognizers that your service has. Default null: all that it has; then types that
    /// <see cref="EntityTypes"/> knows too are masked as <see cref="Anonymizer.Types"/> says, all others always.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Presidio has no such type, or calls it otherwise.</exception>
    public IReadOnlyList<string>? Entities { get; init => field = value is null ? null : [.. value.Select(Checked).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]; }

    /// <inheritdoc/>
    protected override string Settings => string.Create(CultureInfo.InvariantCulture, $"language {Language}, score {ScoreThreshold}, {(Entities is null ? "all types" : string.Join(' ', Entities))}");

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<RemoteFind>> AskAboutAsync(string text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var content = new ByteArrayContent(Question(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var request = new HttpRequestMessage(HttpMethod.Post, analyze) { Content = content };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK) throw Fault(string.Create(CultureInfo.InvariantCulture, $"answered {(int)response.StatusCode} ({response.StatusCode}). {Advice(response.StatusCode)}"), IsTransient(response.StatusCode));
            await response.Content.LoadIntoBufferAsync(MaxAnswer, cancel).ConfigureAwait(false);
            return PresidioJson.Parse(await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), text);
        }
        catch (HttpRequestException error)
        {
            throw Fault($"gave no answer ({error.HttpRequestError}). Is the service running?", isTransient: true);
        }
        catch (FormatException error)
        {
            throw Fault($"answered with {error.Message}. See whether it is Presidio's analyzer.", isTransient: false);
        }
    }

    private byte[] Question(string text)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonTexts.Writing))
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("language", Language);
            json.WriteNumber("score_threshold", ScoreThreshold);
            if (Entities is not null)
            {
                json.WriteStartArray("entities");
                foreach (var entity in Entities) json.WriteStringValue(entity);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private RemoteRecognizerException Fault(string what, bool isTransient) => new($"Presidio at {shown} {what}", isTransient);

    /// <summary>Too many questions, and what a server says when it is the one that fails. Presidio says 500 also for a language that it does not have.</summary>
    private static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => "Give the address without /analyze, and see whether it is Presidio's analyzer.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Give a client with the right headers.",
        HttpStatusCode.TooManyRequests => "Set Concurrency lower.",
        _ => "See its log, and whether it has the language and the types that are asked for.",
    };

    private static string Checked(string type)
    {
        if (!RemoteFind.IsType(type)) throw new ArgumentOutOfRangeException(nameof(type), "A type is of capital letters, digits and underscores, at most 64.");
        var theirs = PresidioNames.ToPresidio(type);
        if (theirs is null) throw new ArgumentOutOfRangeException(nameof(type), type, "Presidio has no recognizer for this type; the built-in ones look for it.");
        if (!string.Equals(theirs, type, StringComparison.Ordinal)) throw new ArgumentOutOfRangeException(nameof(type), type, $"Presidio does not tell this type from {theirs}; ask for {theirs}.");
        return type;
    }
}
