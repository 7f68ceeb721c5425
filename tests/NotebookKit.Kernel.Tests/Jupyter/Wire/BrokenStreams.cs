using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

/// <summary>One stream of bytes for one of the kernel's sockets.</summary>
/// <param name="Socket">Which: shell, iopub, stdin, control, heartbeat.</param>
/// <param name="Kind">What was done to it.</param>
/// <param name="Bytes">All that the client sends.</param>
internal sealed record BrokenStream(int Socket, string Kind, byte[] Bytes);

/// <summary>Streams that no good client sends: made up, mutated, signed with a wrong key, changed after they were signed; and well signed ones whose
/// content makes no sense. The n-th stream of a seed is always the same. None of them may run the canary.</summary>
internal sealed class BrokenStreams(int seed, string key, string canary)
{
    private static readonly string[] Types = ["DEALER", "SUB", "DEALER", "DEALER", "REQ"];

    private static readonly string[] Odd =
    [
        "null", "true", "-1", "1e999", "123456789012345678901234567890", "\"\"", "\"\\ud83d\"", "\"\\u0000\"", "[]", "{}", "[[[[[[]]]]]]", "{\"a\":{\"a\":{}}}", "0.5", "\"😀😀\"", "2147483648", "\"__proto__\"",
    ];

    /// <summary>Requests that are answered without a cell; <c>%</c> is a value that makes no sense.</summary>
    private static readonly (string Type, string Content)[] Harmless =
    [
        ("kernel_info_request", "{}"), ("kernel_info_request", "{\"a\":%}"), ("is_complete_request", "{\"code\":%}"), ("history_request", "{\"hist_access_type\":%,\"n\":%,\"output\":%}"),
        ("history_request", "{\"hist_access_type\":\"range\",\"start\":%,\"stop\":%,\"session\":%}"), ("history_request", "{\"hist_access_type\":\"search\",\"pattern\":%,\"unique\":%,\"n\":%}"),
        ("comm_info_request", "{\"target_name\":%}"), ("comm_open", "{\"comm_id\":%,\"target_name\":%,\"data\":%}"), ("comm_msg", "{\"comm_id\":%,\"data\":%}"), ("comm_close", "{\"comm_id\":%}"),
        ("interrupt_request", "{}"), ("input_reply", "{\"value\":%}"), ("input_reply", "{}"), ("no_such_request", "{\"code\":%}"), ("reply", "{}"), ("", "{}"),
    ];

    /// <summary>Requests that take a while: a few of them are enough.</summary>
    private static readonly (string Type, string Content)[] Costly =
    [
        ("complete_request", "{\"code\":\"Console.Wri\",\"cursor_pos\":%}"), ("complete_request", "{\"code\":%,\"cursor_pos\":%}"), ("inspect_request", "{\"code\":\"Console.WriteLine\",\"cursor_pos\":%,\"detail_level\":%}"),
        ("execute_request", "{\"code\":\"1\",\"silent\":%,\"store_history\":%,\"user_expressions\":%,\"allow_stdin\":%,\"stop_on_error\":%}"), ("execute_request", "{\"code\":%}"),
    ];

    /// <summary>The n-th stream.</summary>
    public BrokenStream Of(int n)
    {
        var random = new Random(unchecked(seed * 1_000_003 + n));
        var socket = random.Next(10) switch { < 5 => 0, 5 => 1, 6 or 7 => 2, 8 => 3, _ => 4 };
        var greeting = Greeting(socket);
        var how = random.Next(100);
        if (how < 8) return new(socket, "noise", Noise(random, random.Next(1, 400)));
        if (how < 20) return new(socket, "broken handshake", Mutated(greeting, random));
        if (how < 24) return new(socket, "handshake that stops", greeting[..random.Next(greeting.Length)]);
        if (how < 32) return new(socket, "noise after the handshake", [.. greeting, .. Noise(random, random.Next(1, 2000))]);
        if (how < 40) return new(socket, "odd frames", [.. greeting, .. OddFrames(random)]);
        if (socket == 1) return new(socket, "subscriptions", [.. greeting, .. Many(random, 1, 80, () => Frames([[(byte)random.Next(3), .. Noise(random, random.Next(40))]]))]);
        if (socket == 4) return new(socket, "heartbeats", [.. greeting, .. Many(random, 1, 8, () => Frames([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => Noise(random, random.Next(300)))]))]);
        if (how < 55) return new(socket, "signed by a stranger", [.. greeting, .. Many(random, 1, 3, () => Frames(Signed(Encoding.ASCII.GetBytes("another key"), "execute_request", Execute(), random)))]);
        if (how < 65) return new(socket, "signed by a stranger, mutated", [.. greeting, .. Mutated(Frames(Signed(Encoding.ASCII.GetBytes("another key"), "execute_request", Execute(), random)), random)]);
        if (how < 80) return new(socket, "changed after it was signed", [.. greeting, .. Frames(Changed(Signed(Encoding.ASCII.GetBytes(key), "execute_request", Execute(), random), random))]);
        return new(socket, "well signed nonsense", [.. greeting, .. Many(random, 1, 5, () =>
        {
            var (type, content) = random.Next(400) == 0 ? Costly[random.Next(Costly.Length)] : Harmless[random.Next(Harmless.Length)];
            return Frames(Signed(Encoding.ASCII.GetBytes(key), type, Filled(content, random), random));
        })]);
    }

    private string Execute() => "{\"code\":" + System.Text.Json.JsonSerializer.Serialize(canary) + ",\"silent\":true,\"store_history\":false}";

    private static byte[] Greeting(int socket)
    {
        var type = Encoding.ASCII.GetBytes(Types[socket]);
        byte[] ready = [5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, (byte)type.Length, .. type, 8, .. "Identity"u8, 0, 0, 0, 1, (byte)'f'];
        return [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 1, .. "NULL"u8, .. new byte[48], 4, (byte)ready.Length, .. ready];
    }

    private static List<byte[]> Signed(byte[] by, string type, string content, Random random)
    {
        var header = $"{{\"msg_id\":\"{random.Next()}\",\"msg_type\":{System.Text.Json.JsonSerializer.Serialize(type)},\"session\":\"f\",\"username\":\"f\",\"version\":\"5.3\"}}";
        var parent = random.Next(5) == 0 ? Odd[random.Next(Odd.Length)] : "{}";
        byte[][] parts = [.. new[] { header, parent, "{}", content }.Select(Encoding.UTF8.GetBytes)];
        byte[] signature = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(by, parts.SelectMany(p => p).ToArray())));
        return [.. Enumerable.Range(0, random.Next(3)).Select(_ => Noise(random, 5)), "<IDS|MSG>"u8.ToArray(), signature, .. parts];
    }

    /// <summary>A signed message with its signature or a signed part changed for sure.</summary>
    private static List<byte[]> Changed(List<byte[]> frames, Random random)
    {
        var at = frames.Count - 1 - random.Next(5);
        var part = frames[at];
        switch (random.Next(4))
        {
            case 0 when part.Length > 0: part[random.Next(part.Length)] ^= (byte)(1 << random.Next(8)); break;
            case 1: frames[at] = [.. part, (byte)' ']; break;
            case 2: frames[at] = part[..(part.Length / 2)]; break;
            default: frames[at] = [(byte)' ', .. part]; break;
        }

        return frames;
    }

    private static string Filled(string content, Random random)
    {
        var filled = new StringBuilder();
        foreach (var c in content) filled.Append(c == '%' ? Odd[random.Next(Odd.Length)] : c.ToString());
        return filled.ToString();
    }

    private static byte[] OddFrames(Random random) => random.Next(6) switch
    {
        0 => Length(random.Next(2) | 2, random.NextInt64()),
        1 => Length(2, long.MaxValue - random.Next(10)),
        2 => [(byte)random.Next(8, 256), .. Noise(random, 20)],
        3 => [.. Many(random, 1, 1500, () => [1, 0])],
        4 => [4, 3, (byte)random.Next(256), (byte)'X', (byte)'Y', 4, 9, 4, .. "PING"u8, 0, 1, 7, 7],
        _ => [1, 1, 0, 4, 7, 4, .. "PING"u8, 0, 0],
    };

    private static byte[] Length(int flags, long length)
    {
        var bytes = new byte[9];
        bytes[0] = (byte)flags;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), length);
        return bytes;
    }

    private static byte[] Frames(IReadOnlyList<byte[]> frames) =>
        [.. frames.SelectMany((f, i) => (byte[])[.. f.Length < 256 ? [(byte)(i < frames.Count - 1 ? 1 : 0), (byte)f.Length] : Length(i < frames.Count - 1 ? 3 : 2, f.Length), .. f])];

    private static byte[] Many(Random random, int least, int most, Func<byte[]> one) => [.. Enumerable.Range(0, random.Next(least, most + 1)).SelectMany(_ => one())];

    private static byte[] Noise(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var broken = bytes.ToArray();
        var (at, to) = (random.Next(broken.Length), random.Next(broken.Length));
        switch (random.Next(6))
        {
            case 0: broken[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: for (var n = random.Next(1, 20); n > 0; n--) broken[random.Next(broken.Length)] = (byte)random.Next(256); break;
            case 2: return broken[..at];
            case 3: return [.. broken[..at], .. broken[Math.Min(at, to)..]];
            case 4: return [.. broken[..at], .. Noise(random, random.Next(1, 20)), .. broken[at..]];
            default: (broken[at], broken[to]) = (broken[to], broken[at]); break;
        }

        return broken;
    }
}
