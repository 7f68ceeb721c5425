using System.Text;
using NotebookKit.Text;

namespace NotebookKit.Cleaning;

/// <summary>The lists that ship with the kit, read once.</summary>
internal sealed class PhraseLists
{
    public static readonly PhraseLists Refusals = new("refusals");
    public static readonly PhraseLists Errors = new("errors");
    public static readonly PhraseLists Clarifications = new("clarifications");
    public static readonly PhraseLists Declines = new("declines");
    public static readonly PhraseLists OutOfDomain = new("out-of-domain");
    public static readonly PhraseLists FlaggedWords = new("flagged-words");
    public static readonly PhraseLists Threats = new("threats");

    private readonly Lazy<(string[] Lines, Phrases Phrases, string Reference)> list;

    private PhraseLists(string name)
    {
        list = new(() =>
        {
            using var stream = typeof(PhraseLists).Assembly.GetManifestResourceStream($"Cleaning.{name}.txt")!;
            // Lines are cut and trimmed, so a checkout with CRLF gives the same list and the same reference.
            var lines = new StreamReader(stream, Encoding.UTF8).ReadToEnd().Split('\n').Select(l => l.Trim()).ToArray();
            return (lines, Phrases.Of(lines), FormattableString.Invariant($"list:{name}:{StableHash.Of(string.Join('\n', lines)):x16}"));
        });
    }

    /// <summary>Name and hash of the list, for the description of a stage.</summary>
    public string Reference => list.Value.Reference;

    /// <summary>The list, with further phrases of the user.</summary>
    public Phrases With(IReadOnlyList<string> more) => more.Count == 0 ? list.Value.Phrases : Phrases.Of([.. list.Value.Lines, .. more]);
}
