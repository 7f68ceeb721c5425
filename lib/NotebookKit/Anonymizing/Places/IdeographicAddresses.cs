using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Addresses of China, Japan and Korea in their own scripts: the place from large to small, the number at the end.</summary>
internal static class IdeographicAddresses
{
    private const int MaxLength = 40;

    /// <summary>Road, street, lane, district, city, town, road in Hangul: what stands before the number.</summary>
    private static readonly SearchValues<char> Kinds = SearchValues.Create("路街道巷弄町区市村丁로길동");

    private static readonly SearchValues<char> Divisions = SearchValues.Create("省市区區县縣都府道州시구군도");

    /// <summary>Adds what looks like one.</summary>
    public static void Find(ReadOnlySpan<char> text, StreetAddressRecognizer recognizer, List<Span> into)
    {
        for (var from = 0; from < text.Length;)
        {
            var found = text[from..].IndexOfAny(Kinds);
            if (found < 0) return;
            var kind = from + found;
            from = kind + 1;
            var digit = WordWalk.SkipSpaces(text, from);
            if (text[kind] is '区' or '市' or '町' or '村')
            {
                // "神南1-2-3": the quarter's name stands between.
                while (digit - from < 8 && IsScript(Chars.At(text, digit)) && !Kinds.Contains(text[digit])) digit++;
                if (digit > from && Chars.At(text, Chars.EndOfDigits(text, digit)) is not ('-' or '丁' or '番' or '号')) continue;
            }

            if (text[kind] == '丁' && Chars.At(text, digit) == '目') digit++;
            if (!char.IsAsciiDigit(Chars.At(text, digit)) || (digit > from && text[kind] < '가' && text[from] == ' ')) continue;
            var start = kind;
            while (start > 0 && kind - start < MaxLength && (IsScript(text[start - 1]) || char.IsAsciiDigit(text[start - 1]) || (text[start - 1] == ' ' && text[kind] >= '가' && start > 1 && IsScript(text[start - 2])))) start--;
            var end = Chars.EndOfDigits(text, digit);
            while (end - digit < MaxLength && Chars.At(text, end) is '-' or '号' or '號' or '番' or '地' or '楼' or '室' or '单' or '元' or '栋' or '幢' or '之' or '층' or '호' or '번' or '길' || (char.IsAsciiDigit(Chars.At(text, end)) && end > digit)) end++;
            var places = text[start..kind].ContainsAny(Divisions);
            if (kind - start < 2 || (!places && text[start..end].IndexOfAny("号號番-") < 0)) continue;
            while (start < kind && text[start] is '在' or '住' or '于' or '址' or '是' or '：') start++;
            into.Add(recognizer.Made(start, end, places ? 0.75 : 0.5));
            from = end;
        }
    }

    private static bool IsScript(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7AF';
}
