using System.Globalization;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Recall by origin of the name: names that no made-up training sentence had, in chat sentences that training did not see. A name counts as found where
/// all its words are masked. The table of names may know them: the last column says of how many words.</summary>
internal static class Origins
{
    private const int Names = 500, Draws = 1000;

    private static readonly string[] Sentences =
    [
        "just spoke to {P}, they will sort out the booking", "{F} said the router is fine now", "could you add {P} as second driver?", "The technician, {P}, arrives tomorrow.", "hey, {P} never got the confirmation mail",
        "I booked it under {P}.", "my sister {P} lives at the same address", "Please cancel the ticket of {P} and keep mine.", "{P} paid for both of us.", "Is that the same {S} who called on Monday?",
        "Thanks for your help {F}, you saved my day", "The lease was signed by {P} in May.", "ok so {p} is my landlord", "pls give the code to {p}", "{P}: sorry, I was away from the keyboard", "we are four: me, {F}, and two kids", "AND {U} STILL HAS MY CHARGER",
        "Anything new from {P}?", "- {P}, tenant", "hello, it is {P} from flat 12",
    ];

    public static void Print(bool verbose)
    {
        foreach (var (setting, gapLimit) in ((Sensitivity, double)[])[(Sensitivity.Balanced, 3), (Sensitivity.RecallFirst, 3), (Sensitivity.PrecisionFirst, 0)])
        {
            var masker = new Anonymizer { Sensitivity = setting }.For();
            Console.WriteLine($"{setting}: {"origin",-16} {"names",6} {"texts",6} {"recall",7} {"95% interval",15} {"in table",9}");
            var recalls = new List<double>();
            foreach (var group in NamePools.Groups) recalls.Add(Print(group, masker, verbose && setting == Sensitivity.Balanced));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   best {recalls.Max():P1}, worst {recalls.Min():P1}, gap {100 * (recalls.Max() - recalls.Min()):F1} points{(gapLimit > 0 ? $" (at most {gapLimit})" : "")}"));
        }
    }

    /// <summary>Recall of one group over some of its names; for tests.</summary>
    private static double Print(string group, Masker masker, bool verbose)
    {
        var (forenames, surnames) = NamePools.Of(group, test: true);
        var perName = new List<(int Found, int All)>();
        int known = 0, words = 0;
        var misses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Names; i++)
        {
            // Neighbours in the order of the pairs differ in both parts, so that all names come in turn.
            var (forename, surname) = (forenames[i % forenames.Length], surnames[(i + (i / forenames.Length)) % surnames.Length]);
            var found = 0;
            foreach (var sentence in Sentences)
            {
                var slot = sentence.IndexOf('{', StringComparison.Ordinal);
                var name = sentence[slot + 1] switch { 'F' => forename, 'S' => surname, 'p' => $"{forename} {surname}".ToLowerInvariant(), 'U' => $"{forename} {surname}".ToUpperInvariant(), _ => $"{forename} {surname}" };
                var text = string.Concat(sentence.AsSpan(0, slot), name, sentence.AsSpan(slot + 3));
                var tokens = new List<NameToken>();
                NameTokens.Read(name, tokens);
                var spans = masker.Find(text);
                var hit = tokens.All(t => spans.Any(s => s.Start <= slot + t.Start && slot + t.End <= s.End));
                if (hit) found++;
                else if (verbose) misses[sentence] = misses.GetValueOrDefault(sentence) + 1;
            }

            perName.Add((found, Sentences.Length));
            var parts = new List<NameToken>();
            NameTokens.Read($"{forename} {surname}", parts);
            words += parts.Count;
            known += parts.Count(p => p.Info.IsName);
        }

        var recall = Recall(perName);
        var (low, high) = Interval(perName, group);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {group,-22} {Names,6} {Names * Sentences.Length,6} {recall,7:P1} {low,7:P1}–{high:P1} {known / (double)words,9:P0}"));
        foreach (var (sentence, count) in misses.OrderByDescending(m => m.Value).Take(6)) Console.WriteLine($"        {count} missed: {sentence}");
        return recall;
    }

    private static double Recall(IReadOnlyCollection<(int Found, int All)> names) => names.Sum(n => n.Found) / (double)names.Sum(n => n.All);

    /// <summary>Bootstrap over names: the texts of one name are not independent.</summary>
    private static (double Low, double High) Interval(List<(int Found, int All)> names, string group)
    {
        var draws = Enumerable.Range(0, Draws).Select(d => Recall([.. Enumerable.Range(0, names.Count)
            .Select(i => names[(int)(KeyedRandom.Bits((ulong)d, group, i.ToString(CultureInfo.InvariantCulture)) % (ulong)names.Count)])])).Order().ToList();
        return (draws[Draws / 40], draws[Draws - 1 - (Draws / 40)]);
    }
}
