namespace NotebookKit.Anonymizing;

/// <summary>Words before a number that make it a postcode: a word for postcodes, or a verb of living and delivering with a preposition.</summary>
internal static class PostcodeCues
{
    private const int Window = 48, MaxWords = 8, MaxGoing = 6;

    private static readonly PhraseSearch Cues = new(
    [
        "zip", "postcode", "post code", "post-code", "postal", "plz", "postleitzahl", "cap", "cep", "c.p.", "cp", "pin", "postnummer", "postnr", "postnumret", "kod", "psč", "psc", "irányító", "eircode", "〒", "postinumero", "индекс", "código", "codigo", "code",
        "codice", "poststed", "cod po", "邮编", "郵便", "우편번호", "posta kodu",
    ]);

    private static readonly WordMap CueWords = new(
        "zip zipcode zip-code zips postcode postcodes code postal plz postleitzahl cap cep c.p cp pin pincode postnummer postnr kod pocztowy psc iranyitoszam eircode postinumero индекс почтовый codigo poste postkod kodu number no nr is ist es est e è area for my your the new our of to was as like"
        + " código cod po poczt addr address shipping billing home delivery residence postnumret postnummeret codice er är det mój moj twój jest mi mio mon lautet you have on file me bei ihnen jetzt now nu ora ahora ist");

    private static readonly WordMap Strong = new("zip zipcode zip-code postcode plz postleitzahl cap cep pincode postnummer postnr postnumret postnummeret eircode postinumero psc cp postal postale pocztowy индекс iranyitoszam poste postkod kodu");

    /// <summary>Words for codes of any kind: enough for a number with the hyphen or the letters of a postcode.</summary>
    private static readonly WordMap AnyCode = new("kod kodem code código codigo codice");

    private static readonly WordMap Prepositions = new("in to at near for around from nach in aus bei à a au dans en al el le du den w do na z till i ved fra från naar uit te em no para de til por");

    /// <summary>Living, moving and delivering, what is delivered and what is looked for near a place.</summary>
    private static readonly WordMap Going = new(
        "live lives living lived moved moving move deliver delivers delivered delivery delivering ship ships shipped shipping mail mailed located based reside resides residing relocated store stores shop shops branch branches finder dealer dealers courier couriers weather pickup"
        + " liefern liefert geliefert lieferung versand versenden versendet verschickt wohne wohnt wohnen wohnhaft lebe lebt umgezogen habite habitez habitent habitons j'habite livrez livrer livre livrons livraison expédiez expédier envoyez"
        + " vivo vive vivimos viven envían envíos envío envian entregan entregáis enviáis mandan resido reside residimos abito abita abitiamo consegnate consegna consegnano spedite spedizione spediscono vivo"
        + " moro mora moramos entregam entrega entregas enviam woon woont wonen levert leveren bezorgt bezorgen verzendt verzenden bor levererar leverans leverer levering skickar mieszkam mieszka dostarczacie dostawa wysyłacie wysyłka toimitatteko asun asuu");

    /// <summary>A score where words for postcodes stand before an index, with nothing but small words between.</summary>
    public static double Before(ReadOnlySpan<char> text, int start, PostcodeShape shape)
    {
        var before = text[Math.Max(0, start - Window)..start];
        if (Cues.IndexIn(before) < 0) return 0;
        var p = before.Length;
        var isCode = false;
        for (var i = 0; i < MaxWords; i++)
        {
            while (p > 0 && before[p - 1] is ' ' or ':' or '=' or '"' or '\'' or '.' or '#' or '-' or '_' or '\t' or '(' or '〒' or '>')
                if (before[--p] == '〒') return 0.85;
            var end = p;
            while (p > 0 && char.IsLetter(before[p - 1])) p--;
            if (p == end) break;
            var word = before[p..end];
            if (IsJoined(word) || Strong.Has(word) || (i > 0 && word.Equals("post", StringComparison.OrdinalIgnoreCase)) || (i > 0 && word.Equals("pin", StringComparison.OrdinalIgnoreCase) && Chars.EndOfDigits(text, start) - start is 3 or 6)) return 0.85;
            isCode |= AnyCode.Has(word);
            if (!CueWords.Has(word)) break;
        }

        return isCode && shape == PostcodeShape.Joined ? 0.55 : 0;
    }

    /// <summary>"postalCode", "zipCode".</summary>
    private static bool IsJoined(ReadOnlySpan<char> word) => word.EndsWith("zip", StringComparison.OrdinalIgnoreCase) || word.EndsWith("zipcode", StringComparison.OrdinalIgnoreCase) || word.EndsWith("postalcode", StringComparison.OrdinalIgnoreCase) || word.EndsWith("postcode", StringComparison.OrdinalIgnoreCase);

    /// <summary>"We ship to 60601.", "Liefern Sie auch nach 10115?": a preposition right before it, a verb of living or delivering up to six words back, and the end of a part behind it.</summary>
    public static bool Goes(ReadOnlySpan<char> text, int start, int end)
    {
        var next = WordWalk.SkipSpaces(text, end);
        if (!(Chars.At(text, next) is '.' or ',' or '\n' or '\r' or '!' or '?' or ';' or ')' or '"') || (Chars.At(text, end) is '.' or ',' && char.IsAsciiLetterOrDigit(Chars.At(text, end + 1)))) return false;
        var p = WordWalk.SkipSpacesBack(text, start);
        if (p == start) return false;
        var word = WordWalk.Start(text, p);
        if (word == p || !Prepositions.Has(text[word..p])) return false;
        for (var i = 0; i < MaxGoing; i++)
        {
            p = WordWalk.SkipSpacesBack(text, word);
            if (p == word) return false;
            word = WordWalk.Start(text, p);
            if (word == p) return false;
            // "Livrez-vous": the verb alone.
            var hyphen = text[word..p].IndexOf('-');
            if (Going.Has(hyphen < 0 ? text[word..p] : text.Slice(word, hyphen))) return true;
        }

        return false;
    }
}
