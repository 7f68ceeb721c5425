namespace NotebookKit.Anonymizing;

/// <summary>The check codes of payment cards beside their names: <c>CVV 123</c>, "security code is 4411". PCI DSS, requirement 3.3, lets nobody keep them.</summary>
public sealed class CardCodeRecognizer : Recognizer
{
    private const int MostFillers = 8, FewestDigits = 3, MostDigits = 4;

    private static readonly PhraseSearch Names = new(
        ["cvv", "cvc", "security code", "card code", "card verification", "kartenprüf", "prüfziffer der karte", "cryptogramme", "código de seguridad", "codigo de seguridad", "codice di sicurezza", "código de segurança"]);

    private static readonly WordMap Fillers = new("is was are code number no nr value verification ist lautet est es è é the on back of my card der karte de di da seguridad sicurezza segurança visuel");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.ApiKey;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        if (context.Numbers(text).IsEmpty) return;
        var span = text.AsSpan();
        for (var from = 0; from < span.Length;)
        {
            var found = Names.IndexIn(span[from..]);
            if (found < 0) return;
            var at = from + found;
            from = at + FewestDigits;
            if (Chars.IsWord(Chars.Before(span, at))) continue;
            var name = WordWalk.End(span, at);
            // "CVV2" is the name of the printed code.
            if (Chars.At(span, name) == '2' && !char.IsAsciiDigit(Chars.At(span, name + 1))) name++;
            var start = Value(span, name);
            var end = Chars.EndOfDigits(span, start);
            if (end - start is >= FewestDigits and <= MostDigits && !Chars.IsWord(Chars.At(span, end)) && !(Chars.At(span, end) is '.' or ',' && char.IsAsciiDigit(Chars.At(span, end + 1)))) into.Add(At(start, end, 0.8));
        }
    }

    /// <summary>Where the value would begin: behind marks and a few words that may stand between.</summary>
    private static int Value(ReadOnlySpan<char> text, int at)
    {
        for (var fillers = 0; ; fillers++)
        {
            while (at < text.Length && text[at] is ' ' or ':' or '=' or '#' or '"' or '\'' or '*' or '-' or '(' or ')') at++;
            var word = WordWalk.End(text, at);
            if (fillers > MostFillers || word == at || char.IsAsciiDigit(text[at]) || !Fillers.Has(text[at..word])) return at;
            at = word;
        }
    }
}
