namespace NotebookKit.Anonymizing;

/// <summary>Short and pet forms of forenames that are in wide use. Each line holds the forms of one name: any of them may stand for any other.</summary>
internal static class PetNames
{
    private const string Lines = """
        william will bill billy willy willie liam
        elizabeth elisabeth liz lizzie beth betty eliza lisa libby bess
        robert rob bob bobby robbie bert
        richard rick dick rich ricky richie
        margaret maggie meg peggy greta marge margie
        katherine catherine kathryn kate katie kathy cathy kat kay kitty
        james jim jimmy jamie
        john johnny jack jon
        jonathan jon jonny johnny
        edward ed eddie ted teddy ned
        charles charlie chuck chas
        thomas tom tommy
        joseph joe joey
        michael mike mick mickey mikey
        christopher chris kit topher
        christine christina christiane chris chrissy tina
        alexander alex sascha sasha xander alec
        alexandra alex sandra sasha lexi
        benjamin ben benny benji
        daniel dan danny
        danielle dani
        david dave davy
        stephen steven steve stevie
        stephanie steph steffi
        andrew andy drew
        anthony tony
        antonio toni tonio
        nicholas nicolas nick nicky klaus
        matthew matt matty
        patrick pat paddy
        patricia pat patty trish tricia
        samuel sam sammy
        samantha sam sammy
        jennifer jen jenny jenn
        jessica jess jessie
        rebecca becky becca
        deborah debbie deb
        susan susanne sue susie suzy
        barbara barb barbie babs
        dorothy dot dottie dolly
        victoria vicky tori vic
        victor vic
        gregory greg
        geoffrey jeffrey geoff jeff
        gerald jerry gerry
        kenneth ken kenny
        lawrence laurence larry
        leonard leo len lenny
        frederick fred freddie fritz
        frederike fredi rike
        philip phillip phil
        raymond ray
        ronald ron ronnie
        donald don donnie
        timothy tim timmy
        walter walt wally
        zachary zach zack
        nathaniel nathan nate nat
        vincent vince vinnie
        theodore theo ted teddy
        abigail abby gail
        amanda mandy
        cynthia cindy
        pamela pam
        gabriel gabe
        gabriele gabi gaby
        jacqueline jackie
        judith judy
        kimberly kim
        melissa mel missy
        valerie val
        veronica ronnie vera
        virginia ginny
        frances fran francie
        francis frank francisco paco pancho
        franz franzi
        johannes hannes hans johann
        johanna hanna hanne
        sebastian basti seb
        maximilian max maxi
        friedrich fritz
        wilhelm willi
        heinrich heiner heinz
        joachim achim jochen
        katharina kathi kati katrin
        margarete grete gretel
        josef sepp joschi
        josé pepe
        ignacio nacho
        guadalupe lupe lupita
        dolores lola
        rosario charo
        concepción concha conchita
        eduardo edu lalo
        giuseppe beppe peppe pino
        francesco franco ciccio
        aleksandr sascha sasha alik
        dmitri dima mitja
        ekaterina katja katya
        mikhail misha
        nikolai kolja kolya
        tatiana tanja tanya
        vladimir wolodja volodya vova
        ivan wanja vanya
        jan honza janek
        jakub kuba
        tomáš tomek
        małgorzata gosia
        katarzyna kasia
        agnieszka aga
        """;

    private static readonly Dictionary<ulong, ulong[]> Forms = Make();

    /// <summary>Hashes of the other forms of a folded forename.</summary>
    public static ulong[] Of(string folded) => Forms.TryGetValue(NameTokens.Hash(folded), out var forms) ? forms : [];

    private static Dictionary<ulong, ulong[]> Make()
    {
        var forms = new Dictionary<ulong, HashSet<ulong>>();
        foreach (var line in Lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var hashes = line.Split(' ').Select(w => NameTokens.Hash(w)).ToList();
            foreach (var hash in hashes)
            {
                if (!forms.TryGetValue(hash, out var others)) forms[hash] = others = [];
                others.UnionWith(hashes);
            }
        }

        return forms.ToDictionary(f => f.Key, f => f.Value.Where(h => h != f.Key).Order().ToArray());
    }
}
