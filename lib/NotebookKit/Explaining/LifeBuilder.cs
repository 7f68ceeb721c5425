using System.Globalization;
using NotebookKit.Display;
using NotebookKit.Recipes;
using NotebookKit.Text;
using NotebookKit.Trails;

namespace NotebookKit.Explaining;

/// <summary>Puts a row's life together from what is known about the run.</summary>
internal sealed class LifeBuilder(IRunFacts facts)
{
    private const int MostListed = 100;
    private const int MostNearest = 3;
    private const int MostAnswers = 10, LongestAnswer = 160;

    private static readonly System.Buffers.SearchValues<char> Hex = System.Buffers.SearchValues.Create("0123456789abcdef");

    /// <summary>The life of the row with an id, or of the record at <c>file:line</c>.</summary>
    /// <exception cref="UnknownRowException">There is none.</exception>
    public RowLife Why(string asked)
    {
        if (facts.Find(asked) is { } row) return Life(asked, row, []);
        if (AtLine(asked) is { } atLine) return atLine;
        var same = facts.Ids.Where(id => Bare(id) == asked || id.EndsWith("/" + asked, StringComparison.Ordinal)).Take(MostNearest + 1).ToList();
        if (same.Count == 1 && facts.Find(same[0]) is { } only) return Life(asked, only, [$"'{asked}' is how the source calls it; in the run its id is {same[0]}."]);
        throw new UnknownRowException(asked, same.Count > 0 ? same : Nearest(asked), facts.Ids.Count);
    }

    private RowLife? AtLine(string asked)
    {
        var colon = asked.LastIndexOf(':');
        if (colon <= 0 || !long.TryParse(asked.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return null;
        var file = asked[..colon];
        for (var i = 0; i < facts.Inputs.Count; i++)
        {
            var input = facts.Inputs[i];
            if (input.File != file && Path.GetFileName(input.File) != Path.GetFileName(file)) continue;
            if (facts.Rejected.FirstOrDefault(r => r.Line == line && r.File == input.File) is { } rejected) return Rejected(asked, rejected, input);
            if (facts.Joined.FirstOrDefault(j => j.Line == line && j.File == input.File) is { } joined && facts.Find(joined.Id) is { } target)
            {
                var life = Life(asked, target, [$"The record at {input.File}, line {Plain(line)} is no row of its own: it went into {joined.Id}. What follows is the life of that row."]);
                return life with { Fate = RowFate.Joined };
            }

            var rows = facts.At(i, line);
            if (rows.Count == 0 || facts.Find(rows[0]) is not { } row) continue;
            return Life(asked, row, rows.Count == 1 ? [] : [$"The record made {Numbers.Count(rows.Count, "row")}: {string.Join(", ", rows.Take(10))}{(rows.Count > 10 ? " …" : "")}."]);
        }

        return null;
    }

    private static RowLife Rejected(string asked, RejectedRow row, InputFacts input)
    {
        var colon = row.Reason.IndexOf(':', StringComparison.Ordinal);
        var code = colon < 0 ? row.Reason : row.Reason[..colon];
        var meaning = (colon < 0 ? "The record could not be read" : "The record could not be read: " + row.Reason[(colon + 1)..].Trim()) + (row.Field is { } field ? $" (field {field})." : ".");
        return new()
        {
            Asked = asked,
            Fate = RowFate.Rejected,
            Read = new(row.File, row.Line, 0, 0, input.Format, null),
            End = new(0, "Sourcing", null, code, meaning, null, null, [], "Mend the record and run again; its raw text is in audit/rejected.jsonl."),
        };
    }

    private RowLife Life(string asked, RowTrail row, IReadOnlyList<string> notes)
    {
        var left = LeftInFavour(row.Id);
        var input = row.At.Source >= 0 && row.At.Source < facts.Inputs.Count ? facts.Inputs[row.At.Source] : null;
        return new()
        {
            Asked = asked,
            Id = row.Id,
            Fate = row.Exit is null ? RowFate.Kept : RowFate.Removed,
            Read = new(input?.File, row.At.Line > 0 ? row.At.Line : null, row.At.Record, row.At.Part, input?.Format, row.Source),
            Label = row.Label,
            Steps = LifeSteps.Of(row, facts.Stages),
            End = row.Exit is { } exit ? End(exit) : null,
            Place = row.Exit is null ? Place(row) : null,
            Instead = Instead(row),
            StandsFor = left.Links,
            StandsForCount = left.Count,
            Related = Related(row.Id),
            Joined = [.. facts.Joined.Where(j => j.Id == row.Id).Take(MostListed).Select(j => $"{j.File}:{Plain(j.Line)}")],
            Notes = [.. notes, .. Notes(row)],
            Text = row.Exit?.Withheld == true ? null : facts.TextOf(row),
        };
    }

    private IEnumerable<string> Notes(RowTrail row)
    {
        if (row.Exit?.Withheld == true) yield return "Its text is withheld: personal data may remain in it.";
        if (row.Changes is null && facts.Stages.Count > 0) yield return "What the stages changed is not known: the rows were put together anew between two stages.";
        var bare = Bare(row.Id);
        var family = facts.Ids.Where(id => id != row.Id && id.StartsWith(bare, StringComparison.Ordinal) && Bare(id) == bare).Take(10).ToList();
        if (family.Count == 0) yield break;
        yield return $"Its source gave this id to {Numbers.Count(family.Count + 1, "record")}; also in this run: {string.Join(", ", family)}. "
            + "A copy of the same record is numbered (+2), another record of the same id carries a code (~0123abcd).";
    }

    /// <summary>The id as its source gave it: <c>tickets/7~0123abcd</c> and <c>tickets/7+2</c> → <c>tickets/7</c>.</summary>
    private static string Bare(string id)
    {
        var slash = id.LastIndexOf('/');
        if (slash < 0) return id;
        var plus = id.LastIndexOf('+');
        if (plus > slash && int.TryParse(id.AsSpan(plus + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var copy) && copy > 1) id = id[..plus];
        var tilde = id.LastIndexOf('~');
        return tilde > slash && id.Length - tilde is 9 or 65 && id.AsSpan(tilde + 1).IndexOfAnyExcept(Hex) < 0 ? id[..tilde] : id;
    }

    private LifeEnd End(RowExit exit)
    {
        var stage = facts.Stages[exit.Stage];
        var reason = Reasons.Explain(stage, exit);
        return new(exit.Stage + 1, stage.Name, stage.Key, exit.Reason, reason.Meaning, exit.Measured, exit.Limit, reason.ToKeep, reason.Advice) { Outside = OutsideCause.Of(exit.CauseId)?.Text };
    }

    private LifePlace Place(RowTrail row)
    {
        var (file, lines) = facts.PlaceOf(row);
        return new(row.Split ?? Split.Train, file, lines, Math.Max(1, row.Repeat), row.Weight, row.Cluster);
    }

    private List<LifeLink> Instead(RowTrail row)
    {
        var chain = new List<LifeLink>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { row.Id };
        // A row of an earlier run may have the very id of this one: it is the same record.
        while (row.Exit is { CauseId: { } cause } exit && (exit.CauseRun is not null || seen.Add(cause)))
        {
            if (exit.CauseRun is { } run)
            {
                chain.Add(new(cause, RowFate.Kept, facts.Stages[exit.Stage].Name, exit.Reason, exit.Measured, $"a row of an earlier run ({run})") { Run = run });
                break;
            }

            if (facts.Find(cause) is not { } next) break;
            chain.Add(Link(next, facts.Stages[exit.Stage].Name, exit));
            row = next;
        }

        return chain;
    }

    private (List<LifeLink> Links, int Count) LeftInFavour(string id)
    {
        var links = new List<LifeLink>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        var open = new Queue<string>([id]);
        while (open.TryDequeue(out var keeper))
            foreach (var left in facts.LeftFor(keeper))
            {
                if (!seen.Add(left)) continue;
                open.Enqueue(left);
                if (links.Count < MostListed && facts.Find(left) is { Exit: { } exit } row) links.Add(Link(row, facts.Stages[exit.Stage].Name, exit));
            }

        return (links, seen.Count - 1);
    }

    private List<LifeRelation> Related(string id)
    {
        var related = new List<LifeRelation>();
        // What contradicts it comes first: many may agree with it.
        foreach (var relation in facts.Related(id).OrderBy(r => r.Kind == Relation.SameAnswer).Take(MostListed))
        {
            var other = relation.Id == id ? relation.Other : relation.Id;
            // A neighbour of an odd row is not odd itself: it is told of the odd one only.
            if (relation.Kind == Relation.Neighbour && relation.Id != id) continue;
            if (facts.Find(other) is { } row) related.Add(new(relation.Kind, other, relation.Similarity, Where(row), relation.Kind == Relation.Contradiction && related.Count < MostAnswers ? Answer(row) : null));
        }

        return related;
    }

    private string? Answer(RowTrail row) =>
        row.Exit?.Withheld != true && facts.TextOf(row) is { Output.Length: > 0 } text ? Visible.Cut(text.Output, LongestAnswer) : null;

    private string Where(RowTrail row) => row.Exit is { } exit ? $"{facts.Stages[exit.Stage].Name} ({exit.Reason})" : LifeAsText.Place(Place(row));

    private LifeLink Link(RowTrail row, string stage, RowExit by) => new(
        row.Id, row.Exit is null ? RowFate.Kept : RowFate.Removed, stage, by.Reason, by.Measured, Where(row));

    private List<string> Nearest(string asked) =>
    [
        .. facts.Ids.Where(id => Math.Abs(id.Length - asked.Length) <= Math.Max(2, asked.Length / 3))
            .Select(id => (Id: id, Distance: RecipeText.EditDistance(id, asked)))
            .Where(n => n.Distance <= Math.Max(2, asked.Length / 3))
            .OrderBy(n => n.Distance).ThenBy(n => n.Id, StringComparer.Ordinal).Take(MostNearest).Select(n => n.Id),
    ];

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
