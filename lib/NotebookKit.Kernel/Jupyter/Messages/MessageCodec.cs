using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Jupyter.Messages;

/// <summary>Messages of Jupyter's protocol 5.3 as frames, signed with HMAC-SHA-256. Nothing of a message is read before its signature holds.</summary>
internal sealed class MessageCodec(byte[] key)
{
    /// <summary>The version of the protocol.</summary>
    public const string Version = "5.3";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private readonly string session = Guid.NewGuid().ToString("N");
    private long count;

    /// <summary>Reads a message.</summary>
    /// <exception cref="WireException">It is none, or its signature does not hold.</exception>
    public Request Read(Client from, IReadOnlyList<byte[]> frames)
    {
        var at = 0;
        while (at < frames.Count && !frames[at].AsSpan().SequenceEqual(Delimiter)) at++;
        if (frames.Count < at + 6) throw new WireException("a message lacks frames");
        byte[] header = frames[at + 2], parent = frames[at + 3], metadata = frames[at + 4], content = frames[at + 5];
        if (key.Length > 0 && !CryptographicOperations.FixedTimeEquals(frames[at + 1], Sign(header, parent, metadata, content)))
            throw new WireException("the signature of a message does not hold");
        try
        {
            var head = Object(header);
            var before = Object(parent).TryGetProperty("msg_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
            Object(metadata);
            if (!head.TryGetProperty("msg_type", out var type) || type.ValueKind != JsonValueKind.String) throw new WireException("a message has no type");
            return new(from, [.. frames.Take(at)], header, type.GetString()!, Object(content), before);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new WireException("a message is not JSON");
        }
    }

    /// <summary>A <c>msg_id</c> that no other message has.</summary>
    public string NewId() => string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref count)}");

    /// <summary>The frames of a message.</summary>
    /// <param name="before">What goes before the delimiter: the way to a client, or the topic.</param>
    /// <param name="type">Its type.</param>
    /// <param name="parent">The header of what it answers; null for nothing.</param>
    /// <param name="content">Writes its content's fields.</param>
    /// <param name="id">Its <c>msg_id</c>; null for a new one.</param>
    public IReadOnlyList<byte[]> Write(IReadOnlyList<byte[]> before, string type, byte[]? parent, Action<Utf8JsonWriter> content, string? id = null)
    {
        var header = JsonParts.Bytes(json =>
        {
            json.WriteString("msg_id", id ?? NewId());
            json.WriteString("session", session);
            json.WriteString("username", "kernel");
            json.WriteString("date", DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("msg_type", type);
            json.WriteString("version", Version);
        });
        byte[] nothing = "{}"u8.ToArray();
        parent ??= nothing;
        var body = JsonParts.Bytes(content);
        return [.. before, Delimiter, key.Length == 0 ? [] : Sign(header, parent, nothing, body), header, parent, nothing, body];
    }

    /// <summary>The signature of the four parts of a message, in small hexadecimal letters.</summary>
    private byte[] Sign(params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static JsonElement Object(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new WireException("a part of a message is not a JSON object");
        return document.RootElement.Clone();
    }
}
