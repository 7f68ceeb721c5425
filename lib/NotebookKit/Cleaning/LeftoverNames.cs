namespace NotebookKit.Cleaning;

/// <summary>Tells what stands between the marks of a place from what people write between the same marks: names of fields, names as programs
/// have them, and orders to fill something in.</summary>
internal static class LeftoverNames
{
    private static readonly System.Buffers.SearchValues<char> Capitals = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    private static readonly System.Buffers.SearchValues<char> CountSigns = System.Buffers.SearchValues.Create("0123456789 -–abcdefghijklmnopqrstuvwxyz");

    private static readonly System.Buffers.SearchValues<char> OptionSigns = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzäöüß -_/");

    /// <summary>Most words of an order.</summary>
    private const int LongestOrder = 16;

    /// <summary>Words that name a field of a letter, an order or an account; the last word of a place is one of them.</summary>
    private static readonly HashSet<string> Fields = Set(
        "name firstname lastname fullname surname fname lname forename nickname customer customername client user username agent company companyname business organization organisation employer email mail phone telephone mobile contact "
        + "address street date day month year time hour hours duration deadline order ordernumber orderid number amount price cost total fee percentage quantity product productname "
        + "service item model plan brand city country state location venue title position role department team signature link url website subject topic author reason issue problem voucher coupon discount "
        + "device feature step point item category priority placeholder option version serial currency language pronoun value variable text content message answer response reply summary example photo image screenshot logo file region area zip postcode postal goal distance weight height age rating days weeks minutes steps period store shop branch question error list size color colour provider platform carrier partner owner coach doctor patient student teacher details information description ticket invoice account agent id code reference recipient sender manager event project here trainer instructor tutor technician advisor adviser representative rep guest tenant participant subscriber reader speaker cta line closing instructions solution paragraph greeting salutation closing remark remarks member membership subscription password "
        + "prénom nom numéro adresse montant client entreprise ville téléphone vorname nachname kunde firma datum betrag nummer anrede ort straße strasse ansprechpartner unternehmen nombre apellido fecha importe número empresa cliente ciudad nome cognome data azienda naam achternaam bedrag bedrijf");

    /// <summary>Ends of joined words that name fields: "Kundenname", "serialnumber".</summary>
    private static readonly string[] FieldEnds = ["name", "number", "nummer", "adresse", "address", "datum", "email"];

    /// <summary>Words that begin an order to fill something in.</summary>
    private static readonly HashSet<string> Orders = Set(
        "insert your enter specify fill type customer's client's user's company's recipient's salesperson's agent's member's provide attach paste describe mention placeholder replace tbd todo summarize summarise "
        + "ihr ihre ihren votre tu su einfügen insérer insertar inserire");

    /// <summary>Words that begin an order or the name of a button; with this many words it is an order.</summary>
    private static readonly HashSet<string> LooseOrders = Set("add include put choose select delete remove explain write list give state check link use state name repeat thank apologize apologise confirm ask tell optional if translate rephrase adapt shorten update verify personalise personalize rewrite");
    private const int LooseOrderWords = 4;

    /// <summary>Words that end an order.</summary>
    private static readonly HashSet<string> OrderEnds = Set("here tbd todo tbc placeholder einfügen eintragen ergänzen einsetzen ausfüllen aquí ici hier hinzufügen");

    /// <summary>What a writer means to put in later.</summary>
    private static readonly HashSet<string> Media = Set("image screenshot photo picture logo figure video gif chart icon");

    /// <summary>To whom a remark between brackets speaks.</summary>
    private static readonly HashSet<string> Addressed = Set("agent support editor author writer reviewer internal translator supporter team todo fixme");

    /// <summary>Fields that are also remarks when they stand in brackets by themselves: "[link]", "[here]".</summary>
    private static readonly HashSet<string> Remarks = Set("here line instructions solution paragraph reader speaker guest link url website code id reference details information description issue problem reason model state data su closing event text content message answer response reply summary example photo image screenshot logo file list question error steps value language version area region weight height age goal days weeks minutes distance period size color colour store shop device feature step point item category priority placeholder option");

    /// <summary>What the kit itself writes in brackets.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "NAME", "EMAIL", "PHONE", "CARD", "IBAN", "IP", "SSN", "SECRET", "ADDRESS", "URL", "PERSON", "TERM", "PASSWORD", "IP_ADDRESS", "EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD", "API_KEY", "IBAN_CODE", "US_SSN" };

    /// <summary>True for what the kit itself writes in brackets.</summary>
    public static bool IsOwn(ReadOnlySpan<char> inner) => Own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(inner);

    /// <summary>True for a word that names a field.</summary>
    public static bool IsFieldWord(ReadOnlySpan<char> word)
    {
        if (Has(Fields, word)) return true;
        foreach (var end in FieldEnds)
            if (word.Length > end.Length + 2 && word.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A remark to who sends the text: "agent: add a signature".</summary>
    public static bool IsAddressed(ReadOnlySpan<char> inner) => inner.IndexOf(':') is > 0 and var colon && Has(Addressed, inner[..colon]) && inner.Length > colon + 3;

    /// <summary>One to four words of which the last names a field, or an order to fill something in.</summary>
    public static bool IsField(ReadOnlySpan<char> inner)
    {
        inner = inner.Trim();
        if (inner.IsEmpty || IsOrder(inner)) return !inner.IsEmpty;
        foreach (var c in inner)
            if (!char.IsLetter(c) && c is not (' ' or '_' or '-' or '/' or '\'' or '’' or ',' or '.' or '&' or '#' or ':')) return false;
        var count = Words(inner, out var first, out var last);
        // "[link to the article]", "[name of the coach]"
        if (count is > 2 and < 7 && IsFieldWord(first) && inner[first.Length..].TrimStart() is var rest && (rest.StartsWith("to ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("of ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("for ", StringComparison.OrdinalIgnoreCase))) return true;
        if (count == 2 && inner is "First Last" or "first last" or "FIRST LAST") return true;
        if (count == 1 && inner.Equals("placeholder", StringComparison.OrdinalIgnoreCase)) return true;
        // "[Add goal]" is a button.
        if (count > 1 && Has(LooseOrders, first) && first is not ("state" or "name" or "State" or "Name")) return false;
        return count is > 0 and < 5 && !(count == 1 && Has(Remarks, inner)) && IsFieldWord(last) && !inner.Contains(". ", StringComparison.Ordinal);
    }

    /// <summary>A word that names a field, however common; a place where nothing else stands on its line.</summary>
    public static bool IsAnyField(ReadOnlySpan<char> inner) => IsFieldWord(inner.Trim()) || IsField(inner);

    /// <summary>What is chosen from (<c>low|high</c>), measured out ("1-2 sentences") or counted (<c>X</c>).</summary>
    public static bool IsChoice(ReadOnlySpan<char> inner)
    {
        if (inner is "X" or "Y" or "Z" or "N" or "XX" or "XXX" or "##" or "#") return true;
        if (char.IsAsciiDigit(inner[0]) || inner.StartsWith("one ", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("two ", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("three ", StringComparison.OrdinalIgnoreCase))
        {
            var last = inner[(inner.LastIndexOf(' ') + 1)..];
            return last is "sentence" or "sentences" or "words" or "paragraph" or "paragraphs" or "bullets" or "lines" or "examples" or "items" or "steps" or "points" && inner[1..].IndexOfAnyExcept(CountSigns) < 0;
        }

        if (inner.Count('|') is 0 or > 8) return false;
        foreach (var option in inner.Split('|'))
            if (inner[option].Trim() is not { IsEmpty: false, Length: < 24 } one || one.IndexOfAnyExcept(OptionSigns) >= 0) return false;
        return true;
    }

    /// <summary>A name as programs have it: with an underscore, a point or a capital inside.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> inner)
    {
        if (inner.Length < 4 || !(char.IsAsciiLetter(inner[0]) || inner[0] == '_')) return false;
        var joined = false;
        for (var i = 1; i < inner.Length; i++)
        {
            if (inner[i] == '?' && i + 1 < inner.Length && inner[i + 1] == '.') continue;
            if (!char.IsAsciiLetterOrDigit(inner[i]) && inner[i] is not ('_' or '.')) return false;
            joined |= inner[i] is '_' or '.' || (char.IsAsciiLetterUpper(inner[i]) && char.IsAsciiLetterLower(inner[i - 1]));
        }

        return joined && char.IsAsciiLetterOrDigit(inner[^1]);
    }

    /// <summary>A word in capitals only.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> inner) => inner.Length > 2 && inner.IndexOfAnyExcept(Capitals) < 0;

    /// <summary>A name of a field with what to say where it is missing: "first_name|friend", "name,fallback=you".</summary>
    public static bool HasDefault(ReadOnlySpan<char> inner)
    {
        var end = inner.IndexOfAny("|,:");
        if (end <= 0 || inner[..end].Trim().Contains(' ')) return false;
        var name = inner[..end].Trim();
        // "subscriber:firstname | default:reader"
        if (inner[end] == ':' && inner[(end + 1)..].IndexOf('|') is > 0 and var bar && IsField(inner.Slice(end + 1, bar).Trim())) return true;
        return (inner[end] == '|' || inner.Contains("fallback", StringComparison.OrdinalIgnoreCase) || inner.Contains("default", StringComparison.OrdinalIgnoreCase)) && (IsField(name) || IsIdentifier(name));
    }

    /// <summary>What a writer means to put in later, with its number: "Screenshot 2".</summary>
    public static bool IsNumberedMedium(ReadOnlySpan<char> inner) =>
        inner.LastIndexOf(' ') is > 3 and var space && inner[(space + 1)..] is { Length: 1 or 2 } number && number.IndexOfAnyExceptInRange('0', '9') < 0 && inner[..space] is not ("figure" or "Figure" or "chart" or "Chart") && Has(Media, inner[..space]);

    private static bool IsOrder(ReadOnlySpan<char> inner)
    {
        var count = Words(inner, out var first, out var last);
        if (count is < 2 or > LongestOrder || inner.ContainsAny('"', '=', ';')) return false;
        if (Has(Addressed, first) && inner[first.Length..].TrimStart() is [':' or '–' or '-', ' ', ..] or ['t', 'o', ' ', ..]) return true;
        // "[Enter HAMLET]" is a direction on a stage.
        if (first is "Enter" && last.Length > 1 && char.IsUpper(last[1])) return false;
        if (Has(Media, first) && inner[first.Length..].TrimStart() is [':', ..] or ['o', 'f', ' ', ..]) return true;
        return Has(Orders, first) || Has(OrderEnds, last) || (Has(LooseOrders, first) && (count >= LooseOrderWords || inner[first.Length..].StartsWith(" this ") || inner[first.Length..].StartsWith(" your ")));
    }

    /// <summary>How many words there are, the first and the last.</summary>
    private static int Words(ReadOnlySpan<char> inner, out ReadOnlySpan<char> first, out ReadOnlySpan<char> last)
    {
        first = last = default;
        var count = 0;
        for (var i = 0; i < inner.Length;)
        {
            var start = i;
            while (i < inner.Length && (char.IsLetter(inner[i]) || inner[i] is '\'' or '’') && !(i > start && char.IsUpper(inner[i]) && char.IsLower(inner[i - 1]))) i++;
            if (i == start)
            {
                i++;
                continue;
            }

            last = inner[start..i];
            if (count++ == 0) first = last;
        }

        if (last is [.., '’' or '\'', 's']) last = last[..^2];
        return count;
    }

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
