using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookKit.Anonymizing;

/// <summary>Which signs a text has that some recognizers cannot do without. One pass, 32 units at a time, spares most texts many.</summary>
/// <param name="At">An at sign.</param>
/// <param name="Bracket">An opening square bracket.</param>
/// <param name="Underscore">An underscore.</param>
/// <param name="Escape">One of <see cref="Escapes.Signs"/>.</param>
/// <param name="Line">A line feed.</param>
/// <param name="Ascii">No letter or mark beyond ASCII.</param>
/// <param name="Run">Fifteen or more characters in a row that keys and tokens are written with.</param>
internal readonly record struct TextSigns(bool At, bool Bracket, bool Underscore, bool Escape, bool Line, bool Ascii, bool Run)
{
    private const int Wide = 32;

    /// <summary>Looks at a text.</summary>
    public static TextSigns Of(ReadOnlySpan<char> text)
    {
        Vector256<byte> all = default, at = default, bracket = default, underscore = default, escape = default, line = default;
        var (before, run) = (0UL, false);
        // The last units stand in a block of their own.
        Span<char> rest = stackalloc char[Wide];
        rest.Clear();
        text[(text.Length / Wide * Wide)..].CopyTo(rest);
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var last = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(rest));
        for (var from = 0; from < text.Length; from += Wide)
        {
            ref var block = ref from + Wide > text.Length ? ref last : ref Unsafe.Add(ref units, from);
            // What is no byte becomes the last one, which is none of the signs.
            var bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref block), Vector256.LoadUnsafe(ref block, 16));
            all |= bytes;
            var (underscores, equals, percents) = (Is(bytes, '_'), Is(bytes, '='), Is(bytes, '%'));
            at |= Is(bytes, '@');
            bracket |= Is(bytes, '[');
            underscore |= underscores;
            escape |= Is(bytes, '&') | Is(bytes, '\\') | percents | equals;
            line |= Is(bytes, '\n');
            var token = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26)) | Vector256.LessThan(bytes - Vector256.Create((byte)'-'), Vector256.Create((byte)13))
                | underscores | equals | percents | Is(bytes, '+') | Is(bytes, '~');
            var bits = before | ((ulong)token.ExtractMostSignificantBits() << Wide);
            before = bits >> Wide;
            // Runs of 2, 4, 8 and then 15 bits.
            bits &= bits >> 1;
            bits &= bits >> 2;
            bits &= bits >> 4;
            run |= (bits & (bits >> (TokenRuns.Least - 8))) != 0;
        }

        return new(Any(at), Any(bracket), Any(underscore), Any(escape), Any(line), all.ExtractMostSignificantBits() == 0, run);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Is(Vector256<byte> bytes, char sign) => Vector256.Equals(bytes, Vector256.Create((byte)sign));

    private static bool Any(Vector256<byte> found) => found != Vector256<byte>.Zero;
}
