using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Names in Chinese, Japanese and Korean by the signs around them: before a form of address (様, さん, 先生, 님), behind "my name is"
/// (私は, 我叫, 저는) and alone on the last line. These scripts put no spaces between words.</summary>
public sealed class AsianNameRecognizer : Recognizer
{
    private const int MaxName = 6;

    private static readonly string[] Behind = ["様", "さん", "さま", "女士", "先生", "小姐", "님", "씨"];

    private static readonly string[] Before = ["私は", "わたしは", "僕は", "名前は", "我叫", "我是", "名字是", "저는", "제 이름은 "];

    private static readonly string[] Ends = ["と申", "です", "といい", "입니다", "이라고", "라고"];

    private static readonly string[] Others = ["お客", "皆", "みな", "客户", "各位", "고객", "たく", "お疲れ", "여러분", "顾客", "用户", "선생"];

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        if (!text.AsSpan().ContainsAnyInRange('\u3040', '\uD7A3')) return;
        foreach (var form in Behind)
            for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
            {
                var end = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
                var start = end;
                while (start > 0 && end - start < MaxName && IsNameSign(text[start - 1])) start--;
                // A name stands at the beginning of a part of a sentence.
                if (start == 0 || !IsNameSign(text[start - 1]) && (char.IsWhiteSpace(text[start - 1]) || char.IsPunctuation(text[start - 1]))) Add(text, start, end, into);
            }

        foreach (var cue in Before)
            for (var at = text.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cue, at + 1, StringComparison.Ordinal))
            {
                var start = at + cue.Length;
                while (start < text.Length && text[start] == ' ') start++;
                var end = start;
                while (end < text.Length && end - start < MaxName && IsNameSign(text[end]) && !IsAny(text.AsSpan(end), Ends)) end++;
                var rest = text.AsSpan(end);
                if (IsAny(rest, Ends) || (cue.Contains('叫') && (rest.IsEmpty || !IsNameSign(rest[0])))) Add(text, start, end, into);
                else if (cue is "我是" && end - start is 2 or 3 && (rest.IsEmpty || rest[0] is '，' or ',' or '。')) Add(text, start, end, into);
            }

        LastLine(text, into);
    }

    private void LastLine(string text, List<Span> into)
    {
        var end = text.AsSpan().TrimEnd().Length;
        var start = end;
        while (start > 0 && end - start <= MaxName && IsNameSign(text[start - 1])) start--;
        if (start < 2 || text[start - 1] != '\n' || end - start is < 2 or > 4 || text.AsSpan(start, end - start).ContainsAnyInRange('\u3040', '\u309F')) return;
        if (text.AsSpan(0, start).TrimEnd() is { IsEmpty: false } before && before[^1] is '！' or '!' or '。' or '.' or '，' or ',' or '、') Add(text, start, end, into);
    }

    private void Add(string text, int start, int end, List<Span> into)
    {
        if (end - start is < 1 or > MaxName || IsAny(text.AsSpan(start), Others)) return;
        into.Add(At(start, end, 0.85));
    }

    private static bool IsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsNameSign(char c) => c is >= '\u30A0' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3' or '々' || (c > '\u3100' && Fold.IsIdeograph(c));
}
