namespace NotebookKit.Anonymizing;

/// <summary>Words around a name by which it is a place's or a business's, whoever is called so, too: talk of the weather, of tables and tickets, of orders. Somebody's house, and a name
/// behind a form of address or an introduction, stay somebody's.</summary>
internal static class PlaceTalk
{
    /// <summary>How many words before and behind a name are looked at, in its sentence.</summary>
    private const int Back = 14, Ahead = 8, NearWeather = 3, MaxFront = 3;

    private static readonly HashSet<ulong> Weather = Set("weather forecast forecasts rain rains rainy raining snow snows snowy snowing snowstorm snowfall windy sunny cloudy chilly chillier humid humidity temperature temperatures foggy hail blizzard stormy thunderstorm freezing hurricane tornado overcast drizzle");

    private static readonly HashSet<ulong> Forecasts = Set("weather forecast"), Having = Set("has have having gets get getting");

    private static readonly HashSet<ulong> Lands = Set("district province republic kingdom state county isle isles gulf bay city town");

    private static readonly HashSet<ulong> Venues = Set("restaurant restaurants table brasserie bistro pizzeria trattoria steakhouse diner cafeteria tavern pub bar brewery joint reservation reservations cafe café buffet pastelería gastropub eatery");

    private static readonly HashSet<ulong> Orders = Set("order orders ordered ordering deliver delivers delivered delivery delivering takeout takeaway menu food pizza");

    private static readonly HashSet<ulong> Plays = Set("play hear"), Days = Set("next last this"), Months = Set("jan feb mar apr jun jul aug sep sept oct nov dec"), Serves = Set("serves serving");

    /// <summary>What goes on behind the name of a shop, as nothing that is somebody's does: "Doe's has takeaway", "call Doe's to order".</summary>
    private static readonly HashSet<ulong> ShopVerbs = Set("has have does delivers deliver serves serve takes accepts opens closes");

    private static readonly ulong In = NameTokens.Hash("in"), For = NameTokens.Hash("for"), Around = NameTokens.Hash("around"), Near = NameTokens.Hash("near"), To = NameTokens.Hash("to"), Close = NameTokens.Hash("close"), From = NameTokens.Hash("from"), At = NameTokens.Hash("at"),
        Some = NameTokens.Hash("some"), S = NameTokens.Hash("s"), Express = NameTokens.Hash("express"), The = NameTokens.Hash("the"), And = NameTokens.Hash("and"), Of = NameTokens.Hash("of"), Order = NameTokens.Hash("order");

    /// <summary>True where the words around say that a name is nobody's.</summary>
    public static bool IsAround(ReadOnlySpan<NameToken> tokens, int first, int last)
    {
        if (IsArgument(tokens, first, last)) return true;
        if (first == 0 || HasOwnCue(tokens, first)) return last + 1 < tokens.Length && IsShop(tokens, first, last);
        // The place may have more words than what was taken for a name: "Sierra Jane Doe".
        for (var i = 0; i < MaxFront && first > 1 && tokens[first].Gap == Gap.Space && tokens[first - 1].IsCapital && !tokens[first - 1].Info.IsStop && tokens[first - 1].Gap == Gap.Space; i++) first--;
        ref readonly var before = ref tokens[first - 1];
        if (last + 1 < tokens.Length && tokens[last + 1] is { Gap: Gap.Apostrophe, Length: 1 }) return IsShop(tokens, first, last);
        // "a table for two at Doe", also "at , Doe" where a form left something out.
        if (before.Hash == At && tokens[first].Gap is Gap.Space or Gap.Comma) return Said(tokens, first - 1, Back, Venues);
        if (tokens[first].Gap != Gap.Space) return false;
        // "is Doe having rainy weather"
        if (last + 2 < tokens.Length && tokens[last + 1].Gap == Gap.Space && Having.Contains(tokens[last + 1].Hash) && Follows(tokens, last + 1, NearWeather, Forecasts)) return true;
        if (last + 1 < tokens.Length && tokens[last + 1].Gap == Gap.Space && tokens[last + 1].Hash == Express && before.Hash == The) return true;
        // "play some Christian rock", "next Jun".
        if (first > 1 && before.Hash == Some && Plays.Contains(tokens[first - 2].Hash)) return true;
        if (first == last && Days.Contains(before.Hash) && Months.Contains(tokens[first].Hash)) return true;
        if (IsBesideLand(tokens, last)) return true;
        if (before.Hash == For) return Said(tokens, first - 1, NearWeather, Weather);
        if (Serves.Contains(before.Hash)) return first == last && Said(tokens, first - 1, Back, Venues);
        if (!(before.Hash == In || before.Hash == Around || before.Hash == Near || (before.Hash == To && first > 1 && tokens[first - 2].Hash == Close))) return false;
        return Said(tokens, first - 1, Back, Weather) || Said(tokens, first - 1, Back, Venues) || Follows(tokens, last, Ahead, Weather);
    }

    /// <summary>"print(hostname)": a small word in the brackets of a call.</summary>
    private static bool IsArgument(ReadOnlySpan<NameToken> tokens, int first, int last) =>
        first == last && first > 0 && tokens[first] is { Gap: Gap.Quote, Shape: Shape.Lower } && tokens[first].Start == tokens[first - 1].End + 1 && tokens[first - 1].Shape is Shape.Lower or Shape.Code
        && (last + 1 == tokens.Length || tokens[last + 1].Gap is Gap.Line or Gap.Quote or Gap.Stop);

    /// <summary>"Mrs", "my name is", "my friend".</summary>
    private static bool HasOwnCue(ReadOnlySpan<NameToken> tokens, int first) =>
        NameCues.MayEnd(tokens[first - 1].Hash) && NameCues.EndingAt(tokens, first - 1) is Cue.Title or Cue.Introduction or Cue.Greeting or Cue.Kin or Cue.Field or Cue.Signature or Cue.Self;

    /// <summary>"Doe and the Province of …": lands are named together with lands.</summary>
    private static bool IsBesideLand(ReadOnlySpan<NameToken> tokens, int last)
    {
        var next = last + 1;
        if (next >= tokens.Length || tokens[next].Hash != And || tokens[next].Gap != Gap.Space) return false;
        if (++next < tokens.Length && tokens[next].Hash == The) next++;
        return next + 1 < tokens.Length && tokens[next] is { Gap: Gap.Space, IsCapital: true } && tokens[next + 1].Hash == Of && Lands.Contains(tokens[next].Hash);
    }

    /// <summary>A name with an s that is no possessive: "does Doe's deliver", "call Doe's to order", "delivered from Doe's".</summary>
    private static bool IsShop(ReadOnlySpan<NameToken> tokens, int first, int last)
    {
        if (tokens[last + 1] is not { Gap: Gap.Apostrophe, Length: 1 } || tokens[last + 1].Hash != S) return false;
        var next = last + 2;
        if (next < tokens.Length && tokens[next].Gap == Gap.Space)
        {
            if (ShopVerbs.Contains(tokens[next].Hash)) return true;
            return tokens[next].Hash == To && next + 1 < tokens.Length && tokens[next + 1].Hash == Order;
        }

        return first > 0 && (tokens[first - 1].Hash == From || tokens[first - 1].Hash == At) && Said(tokens, first - 1, Ahead, Orders);
    }

    /// <summary>True where one of the words stands at most so many words back in the sentence.</summary>
    private static bool Said(ReadOnlySpan<NameToken> tokens, int from, int reach, HashSet<ulong> words)
    {
        for (var i = from; i > 0 && from - i < reach; i--)
        {
            if (tokens[i].Gap is Gap.Line or Gap.Stop or Gap.Start or Gap.Period) return false;
            if (words.Contains(tokens[i - 1].Hash)) return true;
        }

        return false;
    }

    private static bool Follows(ReadOnlySpan<NameToken> tokens, int last, int reach, HashSet<ulong> words)
    {
        for (var i = last + 1; i < tokens.Length && i <= last + reach; i++)
        {
            if (tokens[i].Gap is Gap.Line or Gap.Stop or Gap.Period) return false;
            if (words.Contains(tokens[i].Hash)) return true;
        }

        return false;
    }

    private static HashSet<ulong> Set(string words) => [.. words.Split(' ').Select(w => NameTokens.Hash(w))];
}
