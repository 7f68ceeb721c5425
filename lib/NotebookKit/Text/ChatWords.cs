using System.Collections.Frozen;

namespace NotebookKit.Text;

/// <summary>How people shorten words where they write fast: what is written whole, and what is written instead. One table for those who count short forms and those who make them.</summary>
internal static class ChatWords
{
    /// <summary>Short forms that are also words, units or parts of words: they are written, but never counted.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "is", "ne", "nen", "hab", "min", "app", "doc", "info", "pic", "def", "num", "std", "str", "nr", "prob", "ka", "ts", "ns", "vs", "pr", "ds", "r", "c", "x", "pa", "bn", "lg", "tt", "pw", "toy", "cdo", "tel", "thru", "btw",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Whole, string Short)[]> ByLanguage = new Dictionary<string, (string, string)[]>
    {
        ["en"] = Pairs("as soon as possible=asap|by the way=btw|for your information=fyi|in my opinion=imo|i don't know=idk|at the moment=atm|going to=gonna|want to=wanna|thank you=ty|please=pls|you=u|your=ur|are=r|thanks=thx|"
            + "because=cuz|people=ppl|before=b4|tomorrow=tmrw|message=msg|messages=msgs|account=acct|information=info|password=pw|without=w/o|about=abt|minutes=mins|hours=hrs|appointment=appt|address=addr|document=doc|application=app|"
            + "approximately=approx|great=gr8|later=l8r|something=smth|between=btwn|though=tho|through=thru|tonight=2nite|picture=pic|probably=prob|definitely=def|really=rly|okay=k|number=nr|maximum=max|minimum=min"),
        ["de"] = Pairs("mit freundlichen grüßen=mfg|so schnell wie möglich=asap|viele grüße=vg|liebe grüße=lg|zum beispiel=zb|keine ahnung=ka|kein problem=kp|vielleicht=vllt|eigentlich=eigtl|wahrscheinlich=wsl|beziehungsweise=bzw|"
            + "gegebenenfalls=ggf|irgendwie=iwie|irgendwas=iwas|telefonnummer=tel|nummer=nr|straße=str|minuten=min|stunden=std|habe=hab|ist=is|nicht=nich|eine=ne|einen=nen|danke=thx|bitte=bidde|wegen=wg|morgen=mrgn|schreiben=schreibn|haben=ham"),
        ["fr"] = Pairs("s'il vous plaît=svp|s'il te plaît=stp|parce que=pcq|quelque chose=qqch|quelqu'un=qqn|rendez-vous=rdv|aujourd'hui=ajd|beaucoup=bcp|bonjour=bjr|bonsoir=bsr|pourquoi=pq|toujours=tjs|tout=tt|tous=ts|problème=pb|salut=slt|"
            + "c'est=c|vous=vs|nous=ns|pour=pr|dans=ds|message=msg|numéro=num|maintenant=mtn|merci=mci|temps=tps|combien=cb|quand=qd"),
        ["es"] = Pairs("por favor=porfa|fin de semana=finde|porque=xq|qué=q|que=q|también=tb|mensaje=msj|mucho=mxo|gracias=grax|para=pa|información=info|teléfono=tel|quiero=kiero|bien=bn|estoy=toy|cuando=cdo|donde=dnd|saludos=slds|"
            + "besos=bss|número=num|minutos=min|por=x|siempre=smpr|tambien=tb"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Counted = ByLanguage.Values.SelectMany(pairs => pairs.Select(p => p.Short)).Concat(["plz", "u", "tmr", "wud", "shud", "cud", "lol", "omg", "im", "dont", "cant", "wont", "didnt", "doesnt", "isnt", "ive", "thanx", "tnx", "k", "coz", "bcoz", "wat", "gud", "hav"])
        .Where(s => !Ambiguous.Contains(s) && s.All(char.IsAsciiLetterOrDigit)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Counted.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Languages with a table, in ordinal order: de, en, es, fr.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. ByLanguage.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The pairs of a language, those of several words first; those of English for a language without a table.</summary>
    public static IReadOnlyList<(string Whole, string Short)> Of(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"];

    /// <summary>Words of a text that are short forms in any of the languages. What is a word of its own in one of them ("is", "min") is left out; an apostrophe that was left out counts
    /// ("dont"), one that is there does not ("don't").</summary>
    public static int CountIn(ReadOnlySpan<char> text)
    {
        Span<char> word = stackalloc char[8];
        var (count, length, whole) = (0, 0, true);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (Fold.IsWord(text[i]) || text[i] is '\'' or '’' or '_' or '@' or '-'))
            {
                whole &= length < word.Length && char.IsAsciiLetterOrDigit(text[i]);
                if (whole) word[length++] = char.ToLowerInvariant(text[i]);
                continue;
            }

            if (whole && length > 0 && Lookup.Contains(word[..length])) count++;
            (length, whole) = (0, true);
        }

        return count;
    }

    private static (string, string)[] Pairs(string list) =>
        [.. list.Split('|').Select(p => p.Split('=')).Select(p => (p[0], p[1])).OrderByDescending(p => p.Item1.Count(c => c == ' ')).ThenByDescending(p => p.Item1.Length).ThenBy(p => p.Item1, StringComparer.Ordinal)];
}
