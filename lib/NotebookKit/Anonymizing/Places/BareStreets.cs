using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Streets without a house number: a guess ("Baker Street is busy"), better where somebody lives there or a postcode follows.</summary>
internal ref struct BareStreets(ReadOnlySpan<char> text)
{
    private const int MaxNames = 4;

    /// <summary>Kinds of street with the space before them, and German ones, which end a word.</summary>
    private static readonly SearchValues<string> Kinds = SearchValues.Create(
        [" Street", " Road", " Avenue", " Lane", " Boulevard", " Drive", " Crescent", " Terrace", " Close", " Highway", " Parkway", "straße", "strasse", "straat", "gatan", "rue ", "Rue ", "Calle ", "calle ", "Rua ", "Piazza ", "Viale ", "Plaza ", "ulica ", "ul. "], StringComparison.Ordinal);

    private readonly ReadOnlySpan<char> text = text;
    private int position = 0;

    /// <summary>The street found.</summary>
    public (int Start, int End, double Score) Current { get; private set; }

    /// <summary>Itself.</summary>
    public readonly BareStreets GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    public bool MoveNext()
    {
        while (position < text.Length)
        {
            var found = text[position..].IndexOfAny(Kinds);
            if (found < 0) return false;
            var at = position + found;
            position = at + 3;
            var isBehind = text[at] == ' ' || char.IsLower(text[at]) && char.IsLetter(Chars.Before(text, at));
            if (!(isBehind ? Behind(at, out var start, out var end) : InFront(at, out start, out end))) continue;
            var tail = AddressTail.Read(text, end, out var strength);
            var cue = StreetAddressRecognizer.HasCue(text, start);
            var score = strength == 2 ? 0.8 : cue ? 0.6 : strength == 1 ? 0.5 : 0.35;
            Current = (start, strength > 0 ? tail : end, score);
            position = Math.Max(position, Current.End);
            return true;
        }

        return false;
    }

    private readonly bool Behind(int at, out int start, out int end)
    {
        var kind = text[at] == ' ' ? at + 1 : at;
        end = WordWalk.End(text, kind);
        start = at;
        if (text[at] != ' ')
        {
            start = WordWalk.Start(text, at);
            return char.IsUpper(text[start]) && end - start > 6 && end > kind && !char.IsAsciiDigit(Chars.At(text, WordWalk.SkipSpaces(text, end)));
        }

        if (StreetTable.Types.Of(text[kind..end]) == 0) return false;
        var names = 0;
        for (var p = at; names < MaxNames; names++)
        {
            var word = WordWalk.Start(text, p);
            if (word == p || !char.IsUpper(text[word]) || NoStarts.Has(text[word..p])) break;
            start = word;
            p = word > 0 && text[word - 1] == ' ' ? word - 1 : word;
            if (p == word)
            {
                names++;
                break;
            }
        }

        return names > 0;
    }

    private static readonly WordMap NoStarts = new("the a an on at in i my this that is from to and or of down up along off near main-road");

    private readonly bool InFront(int at, out int start, out int end)
    {
        start = at;
        end = at;
        if (Chars.IsWord(Chars.Before(text, at))) return false;
        var p = at + text[at..].IndexOf(' ') + 1;
        for (var i = 0; i < MaxNames; i++)
        {
            var stop = WordWalk.End(text, p);
            if (stop == p) break;
            if (NumberFirst.IsName(text[p..stop])) end = stop;
            else if (!StreetTable.Particles.Has(text[p..stop])) break;
            p = stop + 1;
            if (Chars.At(text, stop) != ' ') break;
        }

        return end > at;
    }
}
