using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

public sealed class ClientTests
{
    /// <summary>What a stream says whose other thread closes it at this moment; thrown by a writer's thread, it would end the process.</summary>
    [Fact]
    public async Task An_error_of_the_connection_ends_the_client_and_nothing_else()
    {
        var gone = new TaskCompletionSource<string?>();
        using var stream = new Failing(new InvalidOperationException("The stream does not support writing."));
        using var client = new Client(stream, SocketKind.Rep, new WireLimits(), new ByteBudget(1_000_000), (_, _) => { }, (_, why) => gone.SetResult(why));
        client.Start("test");
        client.Send([1, 2, 3]);
        Assert.Equal("the kernel failed on it: InvalidOperationException", await gone.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    /// <summary>A client that greets as it should and then says nothing; the first write after the greeting fails.</summary>
    private sealed class Failing(Exception error) : Stream
    {
        private readonly MemoryStream said = new([.. Handshake.Greeting, .. Handshake.Ready("REQ")]);
        private readonly ManualResetEventSlim closed = new();
        private int writes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = said.Read(buffer, offset, count);
            if (read == 0) closed.Wait();
            return read;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (++writes > 2) throw error;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            closed.Set();
            base.Dispose(disposing);
        }
    }
}
