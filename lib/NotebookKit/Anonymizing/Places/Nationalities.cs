namespace NotebookKit.Anonymizing;

/// <summary>Nationalities, religions and political groups. Names of people by country: ISO 3166 countries with their demonyms; the rest are common words.</summary>
internal static class Nationalities
{
    /// <summary>A people or a country's adjective.</summary>
    public const int People = 1;

    /// <summary>Also a language, or used for food and things.</summary>
    public const int Language = 2;

    /// <summary>A religion or its believers.</summary>
    public const int Religion = 4;

    /// <summary>A political group.</summary>
    public const int Politics = 8;

    /// <summary>Also another usual word.</summary>
    public const int Doubtful = 16;

    /// <summary>The words, in English, and the usual ones of German, French, Spanish and Italian; plurals with -s are tried too.</summary>
    public static readonly WordMap Words = new WordMap()
        .Add(People, "afghan albanian algerian american andorran angolan antiguan argentine argentinian argentinean armenian australian austrian azerbaijani azeri bahamian bahraini bangladeshi barbadian belarusian belgian belizean beninese"
            + " bhutanese bolivian bosnian botswanan brazilian british briton bruneian bulgarian burkinabe burundian cambodian cameroonian canadian chadian chilean colombian comorian congolese costarican cuban cypriot djiboutian dominican ecuadorian"
            + " ecuadorean egyptian emirati eritrean ethiopian fijian filipino filipina gabonese gambian ghanaian grenadian guatemalan guinean guyanese haitian honduran icelander indian iraqi israeli ivorian jamaican jordanian kenyan")
        .Add(People, "kuwaiti laotian lebanese liberian libyan liechtensteiner luxembourger macedonian malagasy malawian maldivian malian mauritanian mauritian mexican micronesian moldovan monegasque montenegrin moroccan mozambican namibian"
            + " nepali nepalese nicaraguan nigerian nigerien omani pakistani palauan palestinian panamanian paraguayan peruvian qatari rwandan salvadoran salvadorean samoan saudi senegalese seychellois singaporean somali sudanese surinamese"
            + " swazi syrian taiwanese tajik tanzanian togolese tongan trinidadian tunisian turkmen tuvaluan ugandan uruguayan uzbek vanuatuan venezuelan yemeni zambian zimbabwean kosovar kurdish kurd tibetan uyghur")
        .Add(People, "african asian european latino latina hispanic chicano arab caucasian scandinavian nordic balkan slavic westerner aborigine maori inuit cherokee navajo apache sioux hawaiian puertorican texan californian"
            + " englishman englishwoman frenchman frenchwoman irishman irishwoman scotsman welshman dutchman spaniard dane swede finn scot pole turk serb croat slovak slovene czech basque bengali punjabi gujarati tamil sikh african-american chechen tatar tahitian greenlander faroese bermudian moravian bavarian catalonian flemish walloon galician corsican sicilian zulu xhosa yoruba igbo hausa pashtun hmong rohingya roma sami frisian sardinian tyrolean")
        .Add(People | Language, "english french german spanish italian portuguese dutch danish swedish norwegian finnish icelandic polish czech slovak slovenian croatian serbian hungarian romanian greek turkish russian ukrainian chinese japanese"
            + " korean vietnamese thai indonesian malaysian malay burmese mongolian persian iranian hebrew arabic hindi swahili irish welsh scottish catalan latvian lithuanian estonian georgian kazakh kyrgyz maltese swiss lankan zealander")
        .Add(People, "deutscher deutsche österreicher schweizer franzose französin italiener spanier engländer amerikaner russe türke türkin pole polin grieche niederländer brite chinese japaner syrer afghane ukrainer")
        .Add(People, "français française allemand allemande espagnol italien anglais américain belge suisse portugais marocain algérien tunisien español española mexicano mexicana alemán francés argentino colombiano chileno peruano cubano")
        .Add(Religion, "christian muslim moslem jewish jew hindu buddhist sikh catholic protestant mormon atheist agnostic baptist methodist lutheran anglican presbyterian evangelical pentecostal quaker shia shiite sunni sufi zoroastrian jain taoist"
            + " baha'i rastafarian pagan wiccan scientologist calvinist christianity islam judaism hinduism buddhism catholicism islamic hasidic amish katholik katholisch protestant muslimin jude jüdin moslemisch musulman catholique juif bouddhiste")
        .Add(Politics, "democrat republican communist socialist marxist fascist nazi tory tories labourite libertarian leninist maoist trotskyist zionist bolshevik trumpist thatcherite whig federalist sozialdemokrat kommunist leftist")
        .Add(Politics | Doubtful, "conservative liberal democratic progressive anarchist nationalist labour green labor liberals greens conservatives democrats");

    /// <summary>Words behind which a language's name means the language, or before which it describes a thing.</summary>
    public static readonly WordMap LanguageFronts = new("study studying studied studies major majored speak speaks spoke spoken speaking in into from to learn learning translate translated translation language read write fluent native old middle modern simple basic");

    /// <summary>Things that are called after a country.</summary>
    public static readonly WordMap LanguageBacks = new(
        "translation language word words phrase sentence text version grammar dictionary food cuisine restaurant restaurants fries toast pastry bread cheese wine beer beers dressing coffee sauce shepherd bulldog ale lager stout whiskey whisky oak press"
        + " muffin breakfast cuisine dish recipe recipes keyboard characters alphabet letters name title song music film movie series art literature class lesson teacher course subtitles style roulette doors window door toast braid horn dollar inch pilsner hop hops");

    /// <summary>What a word means; a plural counts as its singular.</summary>
    public static int Of(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 18) return 0;
        var kind = Words.Of(word);
        if (kind == 0 && word.Length > 4 && word[^1] == 's') kind = Words.Of(word[^2] is 's' ? word : word[..^1]) & ~Language;
        return kind;
    }
}
