using System.Text;
using NotebookKit.Kernel.Jupyter.Messages;
using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

/// <summary>Signed messages with bytes changed, cut, doubled or made up, from a seed.</summary>
internal static class WireFuzz
{
    private static readonly byte[] Key = "a-key-of-the-fuzz"u8.ToArray();

    /// <summary>Reads many broken streams as the kernel does.</summary>
    /// <returns>How many messages were refused, and how many came through unchanged.</returns>
    /// <exception cref="InvalidOperationException">A message that nobody signed came through, or another exception than a refusal.</exception>
    public static (int Refused, int Whole) Run(int times, int seed)
    {
        var random = new Random(seed);
        var codec = new MessageCodec(Key);
        var limits = new WireLimits { FrameBytes = 1 << 20, MessageBytes = 1 << 21, Frames = 64 };
        var (refused, whole) = (0, 0);
        for (var i = 0; i < times; i++)
        {
            var frames = codec.Write([[1, 2, 3]], "execute_request", null, json => json.WriteString("code", "1 + " + i + new string('x', i % 300)));
            var bytes = FrameWriter.Message(frames);
            var broken = Broken(bytes, random);
            try
            {
                var reader = new FrameReader(new MemoryStream(broken), limits);
                while (reader.ReadMessage() is var (read, isCommand))
                {
                    if (isCommand) continue;
                    codec.Read(null!, read);
                    // What stands before the delimiter is no part of what is signed.
                    if (!read.TakeLast(4).SelectMany(f => f).SequenceEqual(frames.TakeLast(4).SelectMany(f => f)))
                        throw new InvalidOperationException(FormattableString.Invariant($"seed {seed}, message {i}: what nobody signed came through."));
                    whole++;
                }
            }
            catch (WireException)
            {
                refused++;
            }
            catch (Exception error) when (error is not InvalidOperationException)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"seed {seed}, message {i}: {error.GetType().Name}"), error);
            }
        }

        return (refused, whole);
    }

    private static byte[] Broken(byte[] bytes, Random random)
    {
        var broken = bytes.ToArray();
        switch (random.Next(7))
        {
            case 0: broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8)); break;
            case 1: for (var n = random.Next(1, 20); n > 0; n--) broken[random.Next(broken.Length)] = (byte)random.Next(256); break;
            case 2: return broken[..random.Next(broken.Length)];
            case 3: return [.. broken[..random.Next(broken.Length)], .. broken];
            case 4: random.NextBytes(broken); break;
            case 5:
                var at = random.Next(broken.Length);
                return [.. broken[..at], .. Encoding.ASCII.GetBytes("<IDS|MSG>"), .. broken[at..]];
            default:
                var (from, to) = (random.Next(broken.Length), random.Next(broken.Length));
                (broken[from], broken[to]) = (broken[to], broken[from]);
                break;
        }

        return broken;
    }
}
