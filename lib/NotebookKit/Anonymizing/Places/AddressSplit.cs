namespace NotebookKit.Anonymizing;

/// <summary>Tells an address block apart into its street, its places and its postcode: <c>4 Oak Lane, Springfield, IL 62704</c> is a street, two places and a postcode;
/// <c>10115 Berlin</c> is a postcode and a place.</summary>
/// <remarks>Only where places are looked for as well: then each part takes its own operator, and counts as what it is. Where they are not, the block stays one find, so that no
/// part of it is left in the text.</remarks>
internal static class AddressSplit
{
    /// <summary>Digits that a postcode has at least, where nothing else tells it from a number of a house or a flat.</summary>
    private const int LeastDigits = 4;

    /// <summary>Splits the blocks in a list of spans; the parts come behind the others.</summary>
    /// <param name="text">The text of the spans.</param>
    /// <param name="spans">The spans, in any order.</param>
    public static void Apply(string text, List<Span> spans)
    {
        for (int i = 0, count = spans.Count; i < count; i++)
        {
            var span = spans[i];
            if (span.Type == EntityTypes.StreetAddress && span.Recognizer == Streets) spans[i] = Street(text, span, spans);
            else if (span.Type == EntityTypes.Postcode && span.Recognizer == Postcodes && LastCode(text, span.Start, span.End, out var stop) is >= 0 and var code)
            {
                spans[i] = span with { Start = code, End = stop };
                foreach (var (start, end) in (ReadOnlySpan<(int, int)>)[(span.Start, code), (stop, span.End)])
                    for (var to = TrimEnd(text, start, end); to > start;)
                    {
                        var from = PieceStart(text, start, to);
                        Place(text, span, from, to, spans);
                        to = from == start ? start : TrimEnd(text, start, from);
                    }
            }
        }
    }

    private static readonly string Streets = new StreetAddressRecognizer().Name, Postcodes = new PostcodeRecognizer().Name;

    /// <summary>The street of a block; what stands behind it is added to the list. Read from the end, because streets have no form that ends them.</summary>
    private static Span Street(ReadOnlySpan<char> text, Span block, List<Span> into)
    {
        var end = block.End;
        // What a ship or a post abroad is called is no place.
        if (MilitaryMail.Post(text[block.Start..end]) >= 0) return block;
        while (true)
        {
            var start = PieceStart(text, block.Start, end);
            // The first piece is the street, whatever it has; so are pieces with figures that are no postcode.
            if (start == block.Start)
            {
                var code = LastCode(text, start, end, out var stop);
                if (code > start && stop == end && TrimEnd(text, start, code) is var street && HasDigit(text[start..street]))
                {
                    into.Add(block with { Start = code, End = end, Type = EntityTypes.Postcode });
                    end = street;
                }

                return block with { End = end };
            }

            if (!Piece(text, block, start, end, into)) return block with { End = end };
            end = TrimEnd(text, block.Start, start);
        }
    }

    /// <summary>Adds the place and the postcode of a piece; false where it is part of the street.</summary>
    private static bool Piece(ReadOnlySpan<char> text, Span block, int start, int end, List<Span> into)
    {
        var piece = text[start..end];
        if (StreetTable.Units.Has(text[start..WordWalk.End(text, start)])) return false;
        var code = LastCode(text, start, end, out var stop);
        if (code < 0)
        {
            if (HasDigit(piece)) return false;
            if (HasLetter(piece)) into.Add(block with { Start = start, End = end, Type = EntityTypes.Location });
            return true;
        }

        if (HasDigit(text[start..code]) || HasDigit(text[stop..end])) return false;
        into.Add(block with { Start = code, End = stop, Type = EntityTypes.Postcode });
        Place(text, block, start, code, into);
        Place(text, block, stop, end, into);
        return true;
    }

    private static void Place(ReadOnlySpan<char> text, Span block, int start, int end, List<Span> into)
    {
        start = WordWalk.SkipSpaces(text, start);
        end = TrimEnd(text, start, end);
        if (end > start && HasLetter(text[start..end])) into.Add(block with { Start = start, End = end, Type = EntityTypes.Location });
    }

    /// <summary>Start of the last postcode in a piece, at the start of a word; −1 where there is none.</summary>
    private static int LastCode(ReadOnlySpan<char> text, int start, int end, out int stop)
    {
        stop = -1;
        var found = -1;
        for (var p = start; p < end;)
        {
            var shape = PostcodeShapes.Read(text[..end], p, out var behind);
            if (shape != PostcodeShape.None && behind <= end && (shape != PostcodeShape.Bare || behind - p >= LeastDigits))
            {
                (found, stop) = (p, behind);
                p = behind;
            }

            while (p < end && Chars.IsWord(text[p])) p++;
            while (p < end && !Chars.IsWord(text[p])) p++;
        }

        return found;
    }

    /// <summary>Start of the piece that ends at an index: behind a comma, a line's end or a bar.</summary>
    private static int PieceStart(ReadOnlySpan<char> text, int from, int end)
    {
        var cut = text[from..end].LastIndexOfAny(",;\n\r|");
        var line = text[from..end].LastIndexOf("\\n");
        if (line > cut) cut = line + 1;
        if (cut < 0) return from;
        var start = WordWalk.SkipSpaces(text, from + cut + 1);
        return start < end ? start : from;
    }

    /// <summary>End of a piece without the spaces and signs that part it from the next.</summary>
    private static int TrimEnd(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && (WordWalk.IsSpace(text[end - 1]) || text[end - 1] is ',' or ';' or '\n' or '\r' or '|' or '-' or '\u2013' or '·')) end--;
        if (end - start > 2 && text[end - 1] == 'n' && text[end - 2] == '\\') return TrimEnd(text, start, end - 2);
        return end;
    }

    private static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetter(c)) return true;
        return false;
    }
}
