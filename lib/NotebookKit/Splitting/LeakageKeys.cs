using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Splitting;

/// <summary>The normal forms by which the leakage check finds equal texts. Written apart from those of deduplication and of splitting on purpose: a fault in
/// them must not hide here too.</summary>
internal static class LeakageKeys
{
    /// <summary>128 bits of all that is said and called, with roles; 0 where nothing is.</summary>
    public static UInt128 Whole(Example example)
    {
        var form = new Form();
        var empty = true;
        foreach (var message in example.Messages)
        {
            if (message.Role == Role.System) continue;
            form.Mark((char)(message.Role + 1));
            empty &= !form.Add(message.Content);
            foreach (var call in message.ToolCalls)
            {
                form.Mark('\u0001');
                form.Add(call.Name);
                form.Mark('\u0001');
                form.Add(call.Arguments);
                empty = false;
            }
        }

        var hash = form.Hash();
        return empty ? 0 : hash;
    }

    /// <summary>128 bits of what is asked; 0 where nothing is.</summary>
    public static UInt128 Input(Example example)
    {
        var form = new Form();
        var empty = !form.Add(example.Input);
        var hash = form.Hash();
        return empty ? 0 : hash;
    }

    /// <summary>The normal form of some texts, in a rented buffer that <see cref="Hash"/> gives back.</summary>
    private ref struct Form()
    {
        private char[] buffer = ArrayPool<char>.Shared.Rent(4096);
        private int length;

        public void Mark(char mark)
        {
            Grow(1);
            buffer[length++] = mark;
        }

        /// <summary>Adds letters, digits and marks in lower case; of a text without any, the text itself without white space at its ends.
        /// False where nothing is left.</summary>
        public bool Add(string? text)
        {
            Grow(text?.Length ?? 0);
            var before = length;
            foreach (var c in text ?? "")
                if (Counts(c)) buffer[length++] = char.ToLowerInvariant(c);
            if (length > before) return true;
            var trimmed = text.AsSpan().Trim();
            trimmed.CopyTo(buffer.AsSpan(length));
            length += trimmed.Length;
            return trimmed.Length > 0;
        }

        public readonly UInt128 Hash()
        {
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(buffer.AsSpan(0, length));
            var hash = new UInt128(StableHash.Of(bytes, 0x6C65616B), StableHash.Of(bytes, 0x73706C6974));
            ArrayPool<char>.Shared.Return(buffer);
            return hash;
        }

        private void Grow(int by)
        {
            if (length + by <= buffer.Length) return;
            var wider = ArrayPool<char>.Shared.Rent(Math.Max(length + by, 2 * length));
            buffer.AsSpan(0, length).CopyTo(wider);
            ArrayPool<char>.Shared.Return(buffer);
            buffer = wider;
        }
    }

    private static bool Counts(char c)
    {
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c);
        return char.IsLetterOrDigit(c) || char.IsSurrogate(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
