namespace NotebookKit.Anonymizing;

/// <summary>Addresses, dates of birth and user names in the second pass: fewer shapes than the recognizers have, less asked of what stands around them.</summary>
internal static class ResidualPlaces
{
    private const int Reach = 60;

    private static readonly string[] Streets = [" street", " road", " avenue", " ave.", " ave,", " lane", " blvd", " boulevard", " drive,", " terrace,", "straße ", "strasse ", "str. ", "straat ", "gatan "];

    private static readonly string[] Living = ["i live at ", "lives at ", "my address is ", "address: ", "adresse: ", "anschrift: ", "dirección: ", "indirizzo: ", "endereço: ", "adres: ", "shipping address is ", "j'habite au ", "ich wohne in der ", "vivo en la calle "];

    private static readonly string[] Births = ["born ", "birthday", "date of birth", "dob", "birth date", "birthdate", "geboren", "geburtsdatum", "nacimiento", "naissance", "nascita", "nascimento", "geboortedatum"];

    private static readonly string[] Logins = ["my username is ", "my user name is ", "my login is ", "username: ", "user name: ", "login name: ", "user id: ", "userid: ", "my handle is ", "my nick is ", "benutzername: ", "nom d'utilisateur : ", "nombre de usuario: "];

    private static readonly System.Buffers.SearchValues<string> StreetStarts = System.Buffers.SearchValues.Create(Streets, StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> LivingStarts = System.Buffers.SearchValues.Create(Living, StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> BirthStarts = System.Buffers.SearchValues.Create(Births, StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> LoginStarts = System.Buffers.SearchValues.Create(Logins, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds what looks like one.</summary>
    public static void Find(ReadOnlySpan<char> text, List<Span> into)
    {
        if (text.ContainsAnyInRange('0', '9'))
        {
            for (var at = Next(text, 0, StreetStarts); at >= 0; at = Next(text, at + 3, StreetStarts)) Street(text, at, into);
            for (var at = Next(text, 0, LivingStarts); at >= 0; at = Next(text, at + 3, LivingStarts)) Home(text, at, into);
            for (var at = Next(text, 0, BirthStarts); at >= 0; at = Next(text, at + 3, BirthStarts)) Birth(text, at, into);
        }

        for (var at = Next(text, 0, LoginStarts); at >= 0; at = Next(text, at + 3, LoginStarts)) Login(text, at, into);
    }

    private static int Next(ReadOnlySpan<char> text, int from, System.Buffers.SearchValues<string> starts)
    {
        if (from >= text.Length) return -1;
        var found = text[from..].IndexOfAny(starts);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>A number and one to three large words before a word for a street; or a number of up to four figures behind a German, Dutch or Swedish one.</summary>
    private static void Street(ReadOnlySpan<char> text, int at, List<Span> into)
    {
        if (text[at] != ' ')
        {
            var number = at + text[at..].IndexOf(' ') + 1;
            var stop = Chars.EndOfDigits(text, number);
            var start = at;
            while (start > 0 && at - start < 30 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
            if (stop - number is > 0 and < 5 && start < at && char.IsUpper(text[start]) && at - start > 2 && !(char.IsAsciiDigit(Chars.At(text, stop + 1)) && Chars.At(text, stop) is '.' or ',' or ':'))
                into.Add(new(start, stop, EntityTypes.StreetAddress, 0.6, "ResidualAddress"));
            return;
        }

        var p = at;
        for (var words = 0; words < 4; words++)
        {
            var word = p;
            while (word > 0 && p - word < 20 && !char.IsWhiteSpace(text[word - 1])) word--;
            if (word == p) return;
            if (words > 0 && char.IsAsciiDigit(text[word]))
            {
                var digits = Chars.EndOfDigits(text, word);
                // A year before a street's name is a year, and a place in a list is a place.
                if (digits - word > 5 || p - digits > 1 || (digits - word == 4 && text[word..].StartsWith("20")) || (digits - word < 3 && words > 2)) return;
                into.Add(new(word, at + 1 + EndOfWord(text[(at + 1)..]), EntityTypes.StreetAddress, 0.6, "ResidualAddress"));
                return;
            }

            if (!char.IsUpper(text[word]) || (word > 0 && text[word - 1] != ' ')) return;
            p = word - 1;
            if (p <= 0) return;
        }
    }

    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end;
    }

    /// <summary>Behind "I live at": whatever is written large with a number in it.</summary>
    private static void Home(ReadOnlySpan<char> text, int at, List<Span> into)
    {
        var start = at + text[at..].IndexOf(' ') + 1;
        // The phrase may have several words; the value begins behind its last space.
        foreach (var phrase in Living)
            if (text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) start = at + phrase.Length;
        var rest = text[start..Math.Min(text.Length, start + Reach)];
        var end = rest.IndexOfAny('\n', ';', '[');
        if (end < 0) end = rest.Length;
        var sentence = rest[..end].IndexOf(". ");
        var value = rest[..(sentence >= 0 ? sentence : end)].TrimEnd(" .!?\"'");
        var digit = value.IndexOfAnyInRange('0', '9');
        if (digit < 0 || value.Length < 5 || value.Contains('@') || value.Contains("://", StringComparison.Ordinal) || value.Contains('=') || value.Contains('(') || value.Contains('{')) return;
        // An address of a network or a machine is another kind.
        if (value.IndexOf(':') >= 0 || value.Count('.') > 1 || value.StartsWith("0x") || !(char.IsUpper(value[0]) || char.IsAsciiDigit(value[0])) || value.IndexOfAnyExceptInRange('0', '9') < 0) return;
        var letters = 0;
        foreach (var c in value) letters += char.IsLetter(c) ? 1 : 0;
        if (letters > 3 && value.Contains(' ')) into.Add(new(start, start + value.Length, EntityTypes.StreetAddress, 0.6, "ResidualAddress"));
    }

    /// <summary>Behind a word for birth, within a few words: three groups of figures, or a day or a month beside a year.</summary>
    private static void Birth(ReadOnlySpan<char> text, int at, List<Span> into)
    {
        if (at > 0 && char.IsLetter(text[at - 1])) return;
        var rest = text.Slice(at, Math.Min(40, text.Length - at));
        var line = rest.IndexOfAny('\n', '[');
        if (line >= 0) rest = rest[..line];
        var digit = rest.IndexOfAnyInRange('0', '9');
        if (digit < 0 || rest[..digit].Contains(". ", StringComparison.Ordinal) || rest[..digit].Contains('(')) return;
        var start = at + digit;
        var end = start;
        var (groups, year) = (0, false);
        while (end < text.Length && end - start < 16 && char.IsAsciiDigit(text[end]))
        {
            var stop = Chars.EndOfDigits(text, end);
            year |= stop - end == 4 && text[end] is '1' or '2';
            groups++;
            end = stop;
            if (Chars.At(text, end) is '-' or '/' or '.' && char.IsAsciiDigit(Chars.At(text, end + 1))) end++;
            else break;
        }

        if (groups == 3 && end - start is >= 6 and <= 10) into.Add(new(start, end, EntityTypes.DateOfBirth, 0.6, "ResidualBirth"));
        else if (groups == 1 && !year && end - start < 3)
        {
            // "5 May 1980", "5th of May 1980".
            var behind = text[end..Math.Min(text.Length, end + 22)];
            var next = behind.IndexOfAnyInRange('0', '9');
            if (next > 3 && Chars.EndOfDigits(behind, next) - next == 4 && behind[next] is '1' or '2') into.Add(new(start, end + next + 4, EntityTypes.DateOfBirth, 0.6, "ResidualBirth"));
        }
    }

    /// <summary>Behind "username:": one word with a digit or an underscore in it.</summary>
    private static void Login(ReadOnlySpan<char> text, int at, List<Span> into)
    {
        foreach (var phrase in Logins)
        {
            if (!text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) continue;
            var start = at + phrase.Length;
            if (Chars.At(text, start) is '"' or '\'') start++;
            var end = start;
            while (end < text.Length && end - start < 40 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
            var value = text[start..end];
            if (value.Length is < 4 or > 32 || !(value.ContainsAnyInRange('0', '9') || value.Contains('_')) || !(value.ContainsAnyInRange('a', 'z') || value.ContainsAnyInRange('A', 'Z'))) return;
            if (Chars.At(text, end) is '(' or '[' or '.' && char.IsLetterOrDigit(Chars.At(text, end + 1)) || Chars.At(text, end) == '@' || value.Contains("your", StringComparison.OrdinalIgnoreCase) || value.Contains("user", StringComparison.OrdinalIgnoreCase)) return;
            into.Add(new(start, end, EntityTypes.UserName, 0.6, "ResidualUser"));
            return;
        }
    }
}
