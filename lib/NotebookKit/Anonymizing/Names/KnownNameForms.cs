namespace NotebookKit.Anonymizing;

/// <summary>The forms that a known name takes in text: with case endings, with other letters for umlauts, as a pet name, as a user name.</summary>
internal static class KnownNameForms
{
    /// <summary>Shortest part that takes endings, and shortest user name: what is shorter is too often another word. In letters.</summary>
    private const int LeastInflected = 3, LeastHandle = 5;

    /// <summary>Endings behind a consonant: English and German -s; West Slavic -a, -u, -ovi, -em, -ová …; Finnish with its -i-.</summary>
    private static readonly string[] BehindConsonant = "s es a u ovi owi em om e ova ove ovou ou ovy in ille illa ilta issa ista ia".Split(' ');

    /// <summary>Endings behind a vowel: -s; Finnish; Slavic adjectives lose the vowel before theirs.</summary>
    private static readonly string[] BehindVowel = "s n lle lla lta ssa sta nn vi".Split(' ');

    /// <summary>Endings in the place of a final -a, and of a final -y or -i.</summary>
    private static readonly string[] ForA = "y e u o ou i ie in ina ine inu iny".Split(' '), ForY = "eho emu ym em ego iego iemu im a ou e".Split(' ');

    private static readonly string[] CyrillicConsonant = "а у ом ем е ы ым ой ою".Split(' '), CyrillicA = "ы и у ю ой ей е".Split(' '), CyrillicJ = "я ю ем е".Split(' ');

    /// <summary>Other letters for one, folded; the umlaut alone is folded away before.</summary>
    private static readonly (string Long, string Short)[] Letters = [("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "ß"), ("aa", "a")];

    private static readonly (char Letter, string Long)[] Accents = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ß', "ss"), ('ø', "oe"), ('å', "aa"), ('æ', "ae")];

    /// <summary>All forms but misspelt ones, as hashes.</summary>
    public static Dictionary<ulong, NameForm> Of(KnownName name)
    {
        var forms = new Dictionary<ulong, NameForm>();
        foreach (var word in name.Words) forms[word] = NameForm.Word;
        var spelled = Spelled(name.Full);
        foreach (var part in name.Folded.Concat(spelled).Distinct(StringComparer.Ordinal))
        {
            if (part.Length < LeastInflected) continue;
            forms.TryAdd(NameTokens.Hash(part), NameForm.Inflected);
            foreach (var form in Inflected(part)) forms.TryAdd(NameTokens.Hash(form), NameForm.Inflected);
            foreach (var pet in PetNames.Of(part)) forms.TryAdd(pet, NameForm.Pet);
        }

        foreach (var handle in Handles(name.Folded)) forms.TryAdd(NameTokens.Hash(handle), NameForm.Handle);
        return forms;
    }

    /// <summary>Words with two letters for an umlaut, and with one for two: Müller, Mueller, Muller.</summary>
    private static IEnumerable<string> Spelled(string name)
    {
        foreach (var word in name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = word.ToLowerInvariant();
            var other = lower;
            foreach (var (letter, two) in Accents) other = other.Replace(letter.ToString(), two, StringComparison.Ordinal);
            if (!string.Equals(other, lower, StringComparison.Ordinal)) yield return KnownName.Folding(other);
            foreach (var (two, one) in Letters)
                if (lower.Length > 4 && lower.Contains(two, StringComparison.Ordinal)) yield return KnownName.Folding(lower.Replace(two, one, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Inflected(string part)
    {
        var (stem, last) = (part[..^1], part[^1]);
        if (last is >= 'а' and <= 'я')
        {
            var endings = last is 'а' or 'я' ? CyrillicA : last is 'й' or 'ь' ? CyrillicJ : CyrillicConsonant;
            return endings.Select(e => (last is 'а' or 'я' or 'й' or 'ь' ? stem : part) + e);
        }

        return last switch
        {
            < 'a' or > 'z' => [],
            'a' => ForA.Select(e => stem + e).Concat(BehindVowel.Select(e => part + e)),
            'y' or 'i' => ForY.Select(e => stem + e).Concat(BehindVowel.Select(e => part + e)),
            'e' or 'o' or 'u' => BehindVowel.Select(e => part + e),
            _ => BehindConsonant.Select(e => part + e),
        };
    }

    /// <summary>First and last word, and first letters, run together.</summary>
    private static IEnumerable<string> Handles(string[] words)
    {
        if (words.Length < 2) yield break;
        var (first, last) = (words[0], words[^1]);
        foreach (var handle in (string[])[first + last, last + first, first[..1] + last, last + first[..1], first + last[..1]])
            if (handle.Length >= LeastHandle) yield return handle;
    }
}
