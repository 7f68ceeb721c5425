using System.Text;

namespace NotebookKit.Anonymizing;

/// <summary>Names of JSON fields as words before a value, so that recognizers read them as people's labels.</summary>
internal static class FieldKeys
{
    /// <summary>Longest value, in UTF-16 units, that a field's name says something of; longer ones are texts.</summary>
    public const int LongestValue = 80;

    private const int LongestName = 48;

    /// <summary>True for what a field's name tells. Names of people and places are not among them: a field <c>name</c> may be that of a plan, a file or a function;
    /// those that name a customer or an author are known names of the record.</summary>
    public static bool Tells(string type) => type is not (EntityTypes.Person or EntityTypes.Location or EntityTypes.Organization or EntityTypes.Title or EntityTypes.Nrp);

    /// <summary><c>passport_no</c>, <c>passportNo</c> and <c>passport-no</c> as <c>passport no: </c>; of a long name, its end.</summary>
    public static string Lead(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = Math.Max(0, name.Length - LongestName); i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && words.Length > 0 && char.IsLower(name[i - 1])) words.Append(' ');
            words.Append(c is '_' or '-' or '.' or '/' ? ' ' : c);
        }

        return words.Append(": ").ToString();
    }
}
