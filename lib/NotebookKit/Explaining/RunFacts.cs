using NotebookKit.Trails;

namespace NotebookKit.Explaining;

/// <summary>A stage, as far as explaining needs it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its key in the recipe.</param>
/// <param name="Options">Its options as canonical JSON.</param>
internal sealed record StageFacts(string Name, string? Key, string Options);

/// <summary>An input, as far as explaining needs it.</summary>
/// <param name="File">Its name as it was given.</param>
/// <param name="Format">What it was taken for.</param>
internal sealed record InputFacts(string File, string Format);

/// <summary>What is known about a run, whether it is in memory or in a folder.</summary>
internal interface IRunFacts
{
    /// <summary>The stages, in order.</summary>
    IReadOnlyList<StageFacts> Stages { get; }

    /// <summary>The inputs, in order.</summary>
    IReadOnlyList<InputFacts> Inputs { get; }

    /// <summary>Records that could not be read.</summary>
    IReadOnlyList<RejectedRow> Rejected { get; }

    /// <summary>Records that went into other rows.</summary>
    IReadOnlyList<JoinedRecord> Joined { get; }

    /// <summary>All ids, in the order of reading.</summary>
    IReadOnlyCollection<string> Ids { get; }

    /// <summary>A row; null where there is none of that id.</summary>
    RowTrail? Find(string id);

    /// <summary>Ids of the rows that were read at a line of an input.</summary>
    IReadOnlyList<string> At(int input, long line);

    /// <summary>Rows that left in favour of the one, directly.</summary>
    IReadOnlyList<string> LeftFor(string id);

    /// <summary>Rows that a stage found to stand to this one in some way.</summary>
    IEnumerable<Relation> Related(string id);

    /// <summary>File and lines of a kept row; no lines where nothing is written yet.</summary>
    (string? File, IReadOnlyList<long> Lines) PlaceOf(RowTrail row);

    /// <summary>What a row says, masked; null where it may not be shown.</summary>
    LifeText? TextOf(RowTrail row);

    /// <summary>Rows whose masked text has the given one, without regard to case.</summary>
    IEnumerable<TextMatch> Search(string text);
}

/// <summary>A row whose text was searched for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kept">True where it is in the dataset.</param>
/// <param name="Text">What it says, masked.</param>
public sealed record TextMatch(string Id, bool Kept, LifeText Text);

/// <summary>No row has the id that was asked for.</summary>
public sealed class UnknownRowException : Exception
{
    internal UnknownRowException(string asked, IReadOnlyList<string> nearest, int rows)
        : base(Sentence(asked, nearest, rows))
    {
        Asked = asked;
        Nearest = nearest;
    }

    /// <summary>What was asked for.</summary>
    public string Asked { get; }

    /// <summary>Ids that are like it, the nearest first.</summary>
    public IReadOnlyList<string> Nearest { get; }

    private static string Sentence(string asked, IReadOnlyList<string> nearest, int rows) => nearest.Count > 0
        ? $"There is no row '{asked}' in this run; did you mean {string.Join(" or ", nearest)}?"
        : FormattableString.Invariant($"There is no row '{asked}' among the {rows} rows of this run; ask by id, by file:line of an input, or by a piece of text.");
}
