namespace NotebookKit.Augmenting;

/// <summary>What speech recognition writes down: no marks and no capitals, a filler here and there, a word said twice, words that sound alike, and long words in two parts.</summary>
internal static class SpeechText
{
    /// <summary>Chances at full strength: that a word is taken for one that sounds alike, that a filler or the word itself stands before it once more, that it is cut in two.</summary>
    private const double Mistaken = 0.9, Filler = 0.1, Twice = 0.06;

    private sealed record Spoken(string[] Fillers, Dictionary<string, string> Alike);

    private static readonly Dictionary<string, Spoken> ByLanguage = new()
    {
        ["en"] = new(["um", "uh", "like", "so", "well"], Alike("their=there|there=their|they're=their|you're=your|your=you're|its=it's|it's=its|to=too|too=to|two=to|for=four|no=know|know=no|new=knew|right=write|write=right|here=hear|hear=here|buy=by|by=buy|week=weak|mail=male|"
            + "ate=eight|one=won|our=are|where=wear|which=witch|whole=hole|wait=weight|sale=sail|plane=plain|fare=fair|site=sight|piece=peace|cancel=can sell|into=in to|maybe=may be|everyday=every day|already=all ready|login=log in|password=pass word|online=on line|download=down load|email=e mail|website=web site|account=a count|receive=re seve|update=up date|upgrade=up grade|weekend=week end")),
        ["de"] = new(["äh", "ähm", "also", "ja", "halt"], Alike("das=dass|dass=das|seid=seit|seit=seid|wieder=wider|wider=wieder|mehr=meer|viel=fiel|fiel=viel|wahr=war|war=wahr|ihn=in|ihm=im|mann=man|man=mann|lehren=leeren|passwort=pass wort|konto=kon to|zurück=zu rück|email=e mail|rechnung=rech nung|bestellung=be stellung")),
        ["fr"] = new(["euh", "ben", "alors", "hein"], Alike("à=a|a=à|et=est|est=et|ces=ses|ses=ces|c'est=ses|ou=où|où=ou|son=sont|sont=son|on=ont|ont=on|peu=peux|peux=peu|mais=mes|mes=mais|compte=conte|fois=foi|voir=voire|mot=maux|aussitôt=aussi tôt|courriel=cou riel")),
        ["es"] = new(["eh", "este", "pues", "bueno"], Alike("haber=a ver|hay=ahí|ahí=hay|tubo=tuvo|tuvo=tubo|hola=ola|vez=ves|ves=vez|hecho=echo|echo=hecho|si=sí|sí=si|mas=más|más=mas|el=él|tu=tú|porque=por que|también=tan bien|sino=si no|correo=co rreo|contraseña=contra seña")),
    };

    /// <summary>The text as it would have been heard.</summary>
    public static string Of(string text, MessyHand hand)
    {
        var spoken = ByLanguage[hand.Language];
        var heard = new List<string>();
        foreach (var piece in TextPieces.Of(text))
        {
            if (piece.Kind == PieceKind.Between) continue;
            if (piece.Kind == PieceKind.Fixed)
            {
                heard.Add(piece.Text);
                continue;
            }

            var word = piece.Text.Replace('’', '\'').ToLowerInvariant();
            if (hand.Luck.Unit() < Filler * hand.Strength) heard.Add(spoken.Fillers[hand.Luck.Below(spoken.Fillers.Length)]);
            if (hand.Luck.Unit() < Twice * hand.Strength) heard.Add(word);
            heard.Add(spoken.Alike.TryGetValue(word, out var alike) && hand.Luck.Unit() < Mistaken * hand.Strength ? alike : word);
        }

        return string.Join(' ', heard);
    }

    private static Dictionary<string, string> Alike(string list) => list.Split('|').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
