using System.Collections.Frozen;

namespace NotebookKit.Augmenting;

/// <summary>Leaves the words that carry the meaning, as one types them into a search field: no greetings, articles, pronouns, auxiliaries and marks.</summary>
internal static class KeywordStyle
{
    private static readonly Dictionary<string, FrozenSet<string>> Light = new()
    {
        ["en"] = Set("a an the i i'm i've i'd i'll you your yours he she it it's its we they them me my mine our us this that these those there is are was were be been being am do does did don't doesn't didn't have has had will would can could shall should "
            + "may might must to of in on at by for from with as and or but so if then than please thanks thank hi hello hey dear good morning afternoon evening just also very really some any how what's what which who where when why tell know like want need wondering about let's let"),
        ["de"] = Set("ein eine einen einem einer der die das den dem des ich du er sie es wir ihr mich mir mein meine meinen dein deine euer ihre ihren uns bin bist ist sind war waren sein hat habe haben hatte wird werden würde kann können könnte könnten soll sollte muss "
            + "möchte will zu von im in am an auf bei mit für und oder aber wenn dann als dass bitte danke hallo guten morgen tag abend auch noch nur mal sehr wie was wer wo wann warum welche welcher gerne man sich ja doch"),
        ["fr"] = Set("un une le la les l' des du de d' je j'ai tu il elle on nous vous ils elles me mon ma mes ton ta tes votre vos notre nos ce cet cette ces c'est est sont était être ai as a avons avez ont peut peux pouvez pourriez puis dois doit faut "
            + "à au aux en dans sur par pour avec et ou mais si que qui quoi comment où quand pourquoi merci bonjour bonsoir salut svp s'il plaît aussi très voudrais veux"),
        ["es"] = Set("un una unos unas el la los las lo de del yo tú él ella nosotros ustedes me mi mis tu tus su sus te se nos este esta estos estas eso esto es son era ser estar está están estoy he ha han había puede puedo pueden podría podrían debo debe quiero quisiera "
            + "a al en por para con y o pero si que qué quién cómo dónde cuándo porque hola gracias buenos días buenas tardes favor también muy necesito"),
    };

    /// <summary>Words that are left at full strength, and how many more at none.</summary>
    private const int Few = 3, More = 6;

    /// <summary>The text as keywords; the text itself where it is as short already.</summary>
    public static string Of(string text, MessyHand hand)
    {
        var light = Light[hand.Language];
        var pieces = TextPieces.Of(text).Where(p => p.Kind != PieceKind.Between).ToList();
        var heavy = pieces.Where(p => p.Kind == PieceKind.Fixed || !light.Contains(p.Text.Replace('’', '\'').ToLowerInvariant())).ToList();
        if (heavy.Count == 0) return text;
        var most = Few + (int)Math.Round((1 - hand.Strength) * More) + hand.Luck.Below(2);
        // What must stay to the letter carries the meaning: it is taken first, then the first words; all in their order.
        var taken = Enumerable.Range(0, heavy.Count).OrderBy(i => heavy[i].Kind == PieceKind.Fixed ? 0 : 1).ThenBy(i => i).Take(Math.Max(most, heavy.Count(p => p.Kind == PieceKind.Fixed))).Order().ToList();
        return taken.Count >= pieces.Count ? text : string.Join(' ', taken.Select(i => heavy[i].Kind == PieceKind.Word ? heavy[i].Text.ToLowerInvariant() : heavy[i].Text));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
