using System.Globalization;
using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Mail addresses of invented people. A local part that spells a name gets the name of that name's invented person, also in records that do not tell whose it is.</summary>
internal static class SurrogateMail
{
    private const int LongWord = 9;

    // RFC 2606, section 3: nobody can have an address there.
    private static readonly string[] Hosts = ["example.com", "example.org", "example.net"];

    private static readonly HashSet<string> Offices = new(["info", "support", "sales", "admin", "office", "contact", "help", "service", "noreply", "no", "reply", "hello", "team", "billing", "kontakt", "postmaster", "webmaster", "hr", "jobs"], StringComparer.Ordinal);

    /// <summary>The address in place of another.</summary>
    public static string Of(Entity entity)
    {
        var mail = CanonicalValue.Of(EntityTypes.Email, entity.Value);
        var draws = entity.Draws("surrogate");
        var at = mail.LastIndexOf('@');
        var local = at > 0 ? mail[..at] : mail;
        if (local.Length > 128) local = local[..128];
        var host = Hosts[new KeyedDraws(entity.Key, "surrogate host", mail[(at + 1)..]).Next(Hosts.Length)];
        for (var i = 0; ; i++)
        {
            var made = $"{Local(local, entity.Key, draws)}@{host}";
            if (!string.Equals(made, mail, StringComparison.Ordinal) || i == 8) return made;
        }
    }

    private static string Local(string local, SecretKey key, KeyedDraws draws)
    {
        var words = Words(local).Where(w => !Offices.Contains(w)).ToArray();
        var person = words.Length == 0 ? [] : SurrogatePeople.Words(words.Length == 1 && words[0].Length >= LongWord ? [words[0], words[0]] : words, key);
        var made = new StringBuilder();
        var next = 0;
        var digits = 0;
        for (var i = 0; i < local.Length;)
        {
            var start = i;
            if (char.IsLetter(local[i]))
            {
                while (i < local.Length && IsWord(local[i])) i++;
                var word = local[start..i];
                if (Offices.Contains(word)) made.Append(word);
                else if (words.Length == 1 && person.Length == 2) made.Append(Plain(person[0])[..1]).Append(Plain(person[1]));
                else if (word.Length == 1) made.Append(Plain(person[next++])[..1]);
                else made.Append(Plain(person[next++]));
            }
            else if (char.IsAsciiDigit(local[i]))
            {
                i++;
                digits++;
                made.Append((char)('0' + draws.Next(10)));
            }
            else
            {
                made.Append(local[i++] is '.' or '_' or '-' or '+' ? local[start] : '-');
            }
        }

        // Digits keep namesakes apart.
        if (digits < 2 && words.Length > 0) made.Append((10 + draws.Next(90)).ToString(CultureInfo.InvariantCulture));
        else if (words.Length == 0 && digits == 0) made.Append((10 + draws.Next(90)).ToString(CultureInfo.InvariantCulture));
        return made.Length > 0 ? made.ToString() : "mail" + (10 + draws.Next(90)).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Words(string local)
    {
        for (var i = 0; i < local.Length;)
        {
            var start = i++;
            if (!char.IsLetter(local[start])) continue;
            while (i < local.Length && IsWord(local[i])) i++;
            yield return local[start..i];
        }
    }

    private static bool IsWord(char c) => char.IsLetter(c);

    /// <summary>ASCII letters alone: what is left of a name in an address.</summary>
    private static string Plain(string word)
    {
        var plain = string.Concat(Fold.Key(word).Where(char.IsAsciiLetterLower));
        return plain.Length > 0 ? plain : "x";
    }
}
