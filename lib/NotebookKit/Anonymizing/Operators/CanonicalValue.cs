using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>One form for all spellings of a value, so that the same thing has the same code: what a person would take for the same must give the same text, and nothing else.</summary>
internal static class CanonicalValue
{
    /// <summary>The form of a value of a type.</summary>
    public static string Of(string type, string value)
    {
        var form = type switch
        {
            EntityTypes.Person => string.Join(' ', PersonWords.Of(value)),
            EntityTypes.Email => Mail(value),
            EntityTypes.Phone => Phone(value),
            // Case decides in secrets.
            EntityTypes.ApiKey => value.Trim(),
            EntityTypes.UserName => Fold.Key(value).TrimStart('@'),
            EntityTypes.DateTime or EntityTypes.DateOfBirth => DateText.Read(value, null)?.Canonical ?? "",
            EntityTypes.Url or EntityTypes.DomainName or EntityTypes.IpAddress or EntityTypes.Location or EntityTypes.Organization or EntityTypes.StreetAddress
                or EntityTypes.Title or EntityTypes.Nrp or EntityTypes.Age => "",
            _ => Compact(value),
        };
        return form.Length > 0 ? form : Fold.Key(value);
    }

    /// <summary>Letters and digits of a number with check digits or groups, folded; nothing where there is no digit.</summary>
    private static string Compact(string value)
    {
        var compact = new StringBuilder(value.Length);
        var digit = false;
        foreach (var c in value)
        {
            var folded = Fold.Char(c);
            if (folded == '\0' || !Fold.IsWord(c)) continue;
            compact.Append(folded);
            digit |= char.IsAsciiDigit(folded);
        }

        return digit ? compact.ToString() : "";
    }

    /// <summary>Small letters; "at" and "dot" that are spelled out are signs.</summary>
    private static string Mail(string value)
    {
        var mail = Fold.Key(value);
        if (mail.Contains('@') && !mail.Contains(' ')) return mail;
        foreach (var (word, sign) in new[] { ("at", "@"), ("dot", ".") })
            foreach (var written in new[] { $"({word})", $"[{word}]", $"{{{word}}}", $" {word} " }) mail = mail.Replace(written, sign, StringComparison.Ordinal);
        return mail.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Digits alone; the trunk zero in brackets, the sign for abroad and the code of North America are not part of the number.</summary>
    private static string Phone(string value)
    {
        var digits = new StringBuilder(value.Length);
        var plain = value.Replace("(0)", "", StringComparison.Ordinal);
        foreach (var c in plain)
            if (Fold.Char(c) is >= '0' and <= '9' and var digit) digits.Append(digit);
        var number = digits.ToString();
        var abroad = plain.AsSpan().TrimStart(" (").StartsWith("+");
        if (!abroad && number.StartsWith("00", StringComparison.Ordinal)) (number, abroad) = (number[2..], true);
        if (number.Length == 11 && number[0] == '1') return number[1..];
        return abroad && number.Length > 0 ? "+" + number : number;
    }
}

/// <summary>The words of a person's name, folded: what its forms have in common.</summary>
internal static class PersonWords
{
    private static readonly HashSet<string> Titles = new(
        ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "herr", "frau", "monsieur", "madame", "mme", "mlle", "sr", "sra", "srta", "don", "dona", "sig", "signor", "signora", "dott", "ing", "mag"],
        StringComparer.Ordinal);

    /// <summary>The words in the order of the name, without titles; "Berg, Anna" is "anna berg".</summary>
    public static string[] Of(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var comma = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            var folded = Fold.Char(c);
            if (folded == '\0') continue;
            if (Fold.IsWord(c) && c != '_' || folded == '\'' && word.Length > 0 && i + 1 < name.Length && char.IsLetter(name[i + 1]))
            {
                word.Append(folded);
                continue;
            }

            if (word.Length > 0)
            {
                var text = word.ToString();
                if (text.EndsWith("'s", StringComparison.Ordinal) && text.Length > 3) text = text[..^2];
                words.Add(text);
                word.Clear();
            }

            if (folded == ',') comma = comma < 0 && words.Count > 0 ? words.Count : int.MaxValue;
        }

        if (comma > 0 && comma < words.Count) words = [.. words.Skip(comma), .. words.Take(comma)];
        if (words.Exists(w => !Titles.Contains(w))) words.RemoveAll(IsTitle);
        return [.. words];
    }

    /// <summary>True for a word that is no part of a name: <c>dr</c>.</summary>
    public static bool IsTitle(string word) => Titles.Contains(word);
}
