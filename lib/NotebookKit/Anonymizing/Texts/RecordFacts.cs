using System.Text.Json;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>What the row's own fields say about persons: names, mail addresses, user names, ids, phone, card and account numbers.</summary>
internal static class RecordFacts
{
    private const int MaxDepth = 4, MaxLength = 100;

    private static readonly HashSet<string> Persons = Set("name fullname firstname lastname surname givenname familyname displayname customername clientname patientname agentname authorname contactname username customer client agent author user requester "
        + "assignee reporter contact sender from to cc bcc replyto recipient owner nickname assignedto member employee patient email customeremail useremail clientemail");

    private static readonly HashSet<string> Handles = Set("user username userid login handle screenname nickname account accountname accountid accountno accountnumber customer customerid customernumber customerno clientid clientnumber memberid membernumber "
        + "patientid employeeid loyaltynumber policynumber uid owner author");

    private static readonly HashSet<string> Phones = Set("phone phonenumber phoneno mobile mobilenumber cell cellphone tel telephone telefon handy fax whatsapp contactnumber callerid"),
        Cards = Set("card cardnumber creditcard creditcardnumber debitcard pan"), Accounts = Set("iban bankaccount");

    /// <summary>Reads the fields; names go to the list, the rest to what was learned.</summary>
    public static IReadOnlyList<string> Read(Example example, LearnedValues into)
    {
        List<string>? names = null;
        if (example.Metadata is { Length: > 4 } metadata) Scan(metadata, into, ref names);
        if (example.Author is { } author) Person(author, into, ref names);
        if (example.Subject is { } subject && !Person(subject, into, ref names) && IsId(subject)) into.AddHandle(subject, EntityTypes.UserName);
        return names is null ? example.KnownNames : [.. example.KnownNames, .. names.Where(n => !example.KnownNames.Contains(n))];
    }

    private static void Scan(string metadata, LearnedValues into, ref List<string>? names)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonEscapes.Repair(metadata));
            Scan(document.RootElement, "", "", 0, into, ref names);
        }
        catch (JsonException)
        {
            // Text that is no JSON has no fields; it is searched as text.
        }
    }

    private static void Scan(JsonElement value, string key, string parent, int depth, LearnedValues into, ref List<string>? names)
    {
        if (depth > MaxDepth) return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Scan(property.Value, Key(property.Name), key, depth + 1, into, ref names);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Scan(item, key, parent, depth + 1, into, ref names);
                break;
            case JsonValueKind.String:
                Take(value.GetString()!, key, parent, into, ref names);
                break;
            case JsonValueKind.Number:
                Take(value.GetRawText(), key, parent, into, ref names);
                break;
            default:
                break;
        }
    }

    private static void Take(string value, string key, string parent, LearnedValues into, ref List<string>? names)
    {
        value = value.Trim();
        if (value.Length is < 3 or > MaxLength || value.Contains('[', StringComparison.Ordinal)) return;
        if (Phones.Contains(key)) into.AddNumber(value, EntityTypes.Phone);
        else if (Cards.Contains(key)) into.AddNumber(value, EntityTypes.CreditCard);
        else if (Accounts.Contains(key)) into.AddNumber(value, EntityTypes.Iban);
        else if (Persons.Contains(key) && Person(value, into, ref names)) return;
        else if ((Handles.Contains(key) || (key is "id" or "number" or "login" && Persons.Contains(parent))) && IsId(value)) into.AddHandle(value, EntityTypes.UserName);
    }

    /// <summary>Takes a name or a mail address; false for what is neither.</summary>
    private static bool Person(string value, LearnedValues into, ref List<string>? names)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && value.Length <= MaxLength)
        {
            var bracket = value.LastIndexOf('<', at);
            if (bracket > 0 && MailNames.PersonName(value.AsSpan(0, bracket).Trim(" \"'")) is { } shown) Add(shown, ref names);
            var local = value[(bracket + 1)..at].Trim();
            if (MailNames.Name(local) is { } name) Add(name, ref names);
            if (MailNames.IsHandle(local)) into.AddHandle(local, EntityTypes.UserName);
            return true;
        }

        if (MailNames.PersonName(value) is not { } person || !IsNamed(person)) return false;
        Add(person, ref names);
        return true;
    }

    /// <summary>True where lists know one of the words as a name of persons: "Premium Plan" is none.</summary>
    private static bool IsNamed(string text)
    {
        foreach (var range in text.AsSpan().Split(' '))
            if (NameTable.Find(NameTokens.Hash(text.AsSpan()[range])) is { Forename: > 0 } or { Surname: > 1 }) return true;
        return false;
    }

    /// <summary>An id that is no word: with a digit or a mark in it.</summary>
    private static bool IsId(string value) =>
        MailNames.IsHandle(value) && !IsCode(value) && (value.AsSpan().ContainsAnyInRange('0', '9') || NameTable.Find(NameTokens.Hash(value)).Common == 0);

    /// <summary>A code that an earlier run has put there: <c>s-</c> and sixteen digits.</summary>
    private static bool IsCode(string value) => value.Length == 18 && value[1] == '-';

    private static void Add(string name, ref List<string>? names)
    {
        if ((names ??= []).Count < KnownName.Most && !names.Contains(name)) names.Add(name);
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
