using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Splitting;

/// <summary>The normal forms by which the leakage check finds equal texts. Written apart from those of deduplication and of splitting on purpose: a fault in
/// them must not hide here too.</summary>
internal static class LeakageKeys
{
    /// <summary>128 bits of all that is said and called, with roles; 0 where nothing is.</summary>
    public static UInt128 Whole(Example example)
    {
        var text = new StringBuilder();
        var empty = true;
        foreach (var message in example.Messages)
        {
            if (message.Role == Role.System) continue;
            text.Append((char)(message.Role + 1));
            var before = text.Length;
            Append(text, message.Content ?? "");
            foreach (var call in message.ToolCalls)
            {
                text.Append('\u0001').Append(call.Name);
                Append(text, call.Arguments);
            }

            empty &= text.Length == before;
        }

        return empty ? 0 : Hash(text);
    }

    /// <summary>128 bits of what is asked; 0 where nothing is.</summary>
    public static UInt128 Input(Example example)
    {
        var text = new StringBuilder();
        Append(text, example.Input);
        return text.Length == 0 ? 0 : Hash(text);
    }

    /// <summary>Letters, digits and marks in lower case; of a text without any, the text itself without white space at its ends.</summary>
    private static void Append(StringBuilder into, string text)
    {
        var before = into.Length;
        foreach (var c in text)
            if (Counts(c)) into.Append(char.ToLowerInvariant(c));
        if (into.Length == before) into.Append(text.AsSpan().Trim());
    }

    private static bool Counts(char c)
    {
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c);
        return char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static UInt128 Hash(StringBuilder text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(0, buffer, text.Length);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(buffer.AsSpan(0, text.Length));
        var hash = new UInt128(StableHash.Of(bytes, 0x6C65616B), StableHash.Of(bytes, 0x73706C6974));
        ArrayPool<char>.Shared.Return(buffer);
        return hash;
    }
}
