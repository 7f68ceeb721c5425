using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace NotebookKit.Tests.Anonymizing.Remote;

/// <summary>An HTTP service on this machine that answers as Presidio's analyzer does.</summary>
internal sealed class FakeAnalyzer : IDisposable
{
    private readonly HttpListener listener;
    private readonly Func<JsonElement, int, Task<(int Status, string Body)>> answer;
    private readonly Lock gate = new();
    private int calls, now;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Status and body for a question; the number of the call counts from 1.</param>
    public FakeAnalyzer(Func<JsonElement, int, Task<(int Status, string Body)>> answer)
    {
        this.answer = answer;
        (listener, Endpoint) = Start();
        _ = Serve();
    }

    /// <summary>Finds each of the words, as Presidio tells it: in code points.</summary>
    public static FakeAnalyzer Of(params (string Type, string Word)[] words) => new((question, _) => Task.FromResult((200, Finds(question.GetProperty("text").GetString()!, words))));

    public Uri Endpoint { get; }

    public int Calls => calls;

    /// <summary>How many calls were answered at the same time, at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The last question.</summary>
    public string Question { get; private set; } = "";

    public static string Finds(string text, params (string Type, string Word)[] words)
    {
        var finds = new List<object>();
        foreach (var (type, word) in words)
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var start = text[..at].EnumerateRunes().Count();
                finds.Add(new { analysis_explanation = (string?)null, entity_type = type, start, end = start + word.EnumerateRunes().Count(), score = 0.85 });
            }

        return JsonSerializer.Serialize(finds);
    }

    public void Dispose() => listener.Close();

    private static (HttpListener, Uri) Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, new(address));
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Somebody took the port in between.
            }
        }
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => Answer(context));
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        try
        {
            int call;
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var question = await reader.ReadToEndAsync();
            lock (gate)
            {
                call = ++calls;
                MostAtOnce = Math.Max(MostAtOnce, ++now);
                Question = question;
            }

            Assert.Equal(("POST", "/analyze", "application/json"), (context.Request.HttpMethod, context.Request.Url!.AbsolutePath, context.Request.ContentType));
            using var json = JsonDocument.Parse(question);
            var (status, body) = await answer(json.RootElement, call);
            lock (gate) now--;
            context.Response.StatusCode = status;
            var bytes = Encoding.UTF8.GetBytes(body);
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The other side went away.
        }
    }
}
