using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Names of persons, places and organizations anywhere in a text, by a table of names and a small model that weighs it against spelling and
/// neighbours. The score is the share of such finds that were right on sentences kept apart from training; finds from 0.25 on are given.</summary>
public sealed class ListNameRecognizer : Recognizer
{
    private readonly NameModel? model;

    /// <summary>Log-odds by which a word must be outside of names to be left without a second look.</summary>
    private const float Margin = 7;

    private const double MaxItem = 0.45;

    /// <summary>Log-odds against a person that outweigh a cue.</summary>
    private const float Sure = 2.5f;

    private static readonly ulong By = NameTokens.Hash("by");

    private static readonly string[] Kinds = [EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization];

    /// <summary>Makes one with the model that the library brings along.</summary>
    public ListNameRecognizer() { }

    /// <summary>Makes one with another model; for training.</summary>
    internal ListNameRecognizer(NameModel model) => this.model = model;

    /// <summary>Finds with a lower score are left out.</summary>
    internal double Least { get; init; } = 0.25;

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.Person;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Types => Kinds;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(into);
        var tokens = CollectionsMarshal.AsSpan(context.Tokens(text));
        if (tokens.IsEmpty) return;
        var model = this.model ?? NameModel.Default;
        var casing = NameRuns.Casing(tokens);
        Span<float> scores = stackalloc float[NameRuns.MaxRun * NameLattice.Width], forward = stackalloc float[NameRuns.MaxRun * NameLattice.Width], backward = stackalloc float[NameRuns.MaxRun * NameLattice.Width];
        var lattice = new NameLattice(scores, forward, backward);
        Span<ulong> features = stackalloc ulong[NameFeatures.Count];
        Span<byte> marks = stackalloc byte[NameRuns.MaxRun], gaps = stackalloc byte[NameRuns.MaxRun], tags = stackalloc byte[NameRuns.MaxRun];
        var from = 0;
        while (NameRuns.Next(text, tokens, casing, ref from, out var start, out var end))
        {
            var words = end - start;
            NameFeatures.MarkPhrases(tokens, start, end, marks);
            var setting = NameSetting.Of(tokens, start, end);
            for (var i = 0; i < words; i++)
            {
                NameFeatures.Describe(text, tokens, start, end, start + i, casing, setting, marks, features);
                lattice.Put(i, model.Score(features));
            }

            if (lattice.IsNothing(words, Margin)) continue;
            NameLattice.ReadGaps(text, tokens, start, gaps[..words]);
            lattice.Best(model, gaps[..words], tags[..words]);
            lattice.Weigh(model, gaps[..words]);
            for (var type = 0; type < Kinds.Length; type++) Add(text, tokens, start, words, type, lattice, gaps, tags, model, into);
        }
    }

    /// <summary>True for a word alone that the model surely takes for no part of a person's name, whatever cue stands before it.</summary>
    internal static bool IsNoPerson(string text, ReadOnlySpan<NameToken> tokens, int word)
    {
        Span<ulong> features = stackalloc ulong[NameFeatures.Count];
        Span<float> scores = stackalloc float[NameLattice.Width];
        Span<byte> marks = stackalloc byte[NameRuns.MaxRun];
        marks.Clear();
        NameFeatures.Describe(text, tokens, word, word + 1, word, NameRuns.Casing(tokens), NameSetting.Of(tokens, word, word + 1), marks, features);
        new NameLattice(scores, default, default).Put(0, NameModel.Default.Score(features));
        return scores[0] - Math.Max(scores[1], scores[2]) > Sure;
    }

    /// <summary>Adds the spans of a type in the likeliest tags, and those whose words may be of the type though others are likelier.</summary>
    private void Add(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int start, int words, int type, NameLattice lattice, ReadOnlySpan<byte> gaps, ReadOnlySpan<byte> tags, NameModel model, List<Span> into)
    {
        var begin = (2 * type) + 1;
        for (var i = 0; i < words; i++)
        {
            if (tags[i] != begin) continue;
            var last = i;
            while (last + 1 < words && tags[last + 1] == begin + 1) last++;
            Close(text, tokens, start, i, last, type, lattice, model, into);
            i = last;
        }

        for (var i = 0; i < words; i++)
        {
            if (!MayBe(lattice, i, begin)) continue;
            var (last, other) = (i, !IsOf(tags[i], begin));
            while (last + 1 < words && MayBe(lattice, last + 1, begin) && gaps[last + 1] != (byte)RunGap.Other && lattice[last + 1, begin + 1] >= lattice[last + 1, begin])
            {
                last++;
                other |= !IsOf(tags[last], begin);
            }

            if (other) Close(text, tokens, start, i, last, type, lattice, model, into);
            i = last;
        }
    }

    private static bool IsOf(byte tag, int begin) => tag == begin || tag == begin + 1;

    /// <summary>A quarter of the chance of being right is reached from about this probability on.</summary>
    private static bool MayBe(NameLattice lattice, int word, int begin) => lattice[word, begin] + lattice[word, begin + 1] > 0.08f;

    private void Close(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> tokens, int start, int first, int last, int type, NameLattice lattice, NameModel model, List<Span> into)
    {
        while (last > first && tokens[start + last].Info.IsLink && tokens[start + last].Shape == Shape.Lower) last--;
        // "CV.Jane.Doe.pdf" is the file's name.
        if (type == 0 && last > first && tokens[start + first] is { Shape: Shape.Upper, Info.Forename: < 2 } head && tokens[start + first + 1].Gap == Gap.Period && tokens[start + first + 1].Start == head.End + 1) first++;
        if (type == 0 && (IsOrdinary(tokens.Slice(start + first, last - first + 1)) || IsEnding(tokens, start + first))) return;
        var begin = (2 * type) + 1;
        double sum = 0;
        for (var i = first; i <= last; i++) sum += lattice[i, begin] + lattice[i, begin + 1];
        var score = Math.Round(model.Calibrate(type, sum / (last - first + 1), Condition(tokens[start + first], first == last)), 2);
        var (from, to) = (tokens[start + first].Start, tokens[start + last].End);
        if (type == 0 && first == last && (IsItem(tokens, start + first) || (tokens[start + first].Shape == Shape.Lower && IsCode(text, from, to)))) score = Math.Min(score, MaxItem);
        if (type == 0 && (NamedPlaces.Follows(tokens, start + last) || NamedPlaces.Holds(tokens, start + first, start + last))) score = Math.Min(score, MaxItem);
        // "arranged and sung by", "Labour Day", "Falken is a Danish film": no person, no firm.
        if ((type == 0 && first == last && tokens[start + first].Shape == Shape.Lower && start + first + 1 < tokens.Length && tokens[start + first + 1] is { Gap: Gap.Space } next && next.Hash == By) || (type == 2 && Works.Are(tokens, start + first, start + last))) score = Math.Min(score, MaxItem);
        if (score >= Least && to - from > 1) into.Add(At(from, to, Kinds[type], score));
    }

    /// <summary>What a probability is worth hangs on how the name is written: 0 a word that is written large, 1 several, 2 a word that is written small, 3 several.</summary>
    internal static int Condition(ReadOnlySpan<char> name)
    {
        var tokens = new List<NameToken>();
        NameTokens.Read(name, tokens, lookUp: false);
        return tokens.Count == 0 ? 0 : Condition(tokens[0], tokens.Count == 1);
    }

    /// <inheritdoc cref="Condition(ReadOnlySpan{char})"/>
    private static int Condition(in NameToken first, bool isAlone) => (first.Shape == Shape.Lower ? 2 : 0) + (isAlone ? 0 : 1);

    /// <summary>A small word that is called, assigned, or has the sign of a variable or an option before it.</summary>
    private static bool IsCode(ReadOnlySpan<char> text, int from, int to) =>
        (from > 0 && text[from - 1] is '$' or '{' or '<' or '&') || (from > 1 && text[from - 1] == '-' && text[from - 2] == ' ') || (to < text.Length && text[to] is '(' or '[' or '=') || text[to..].StartsWith(" = ")
        || (from > 2 && text[(from - 2)..from] is "< " or "= " or "> ");

    /// <summary>A word alone on its line that no list knows well: an item of a list as likely as a name.</summary>
    private static bool IsItem(ReadOnlySpan<NameToken> tokens, int i) =>
        tokens[i] is { Gap: Gap.Line, Info: { Forename: < 2, Surname: < 2 } } && (i + 1 == tokens.Length || tokens[i + 1].Gap == Gap.Line);

    /// <summary>A small word right behind a full stop ends a file's name or a domain.</summary>
    private static bool IsEnding(ReadOnlySpan<NameToken> tokens, int i) =>
        i > 0 && tokens[i] is { Gap: Gap.Period, Shape: Shape.Lower } && tokens[i].Start == tokens[i - 1].End + 1;

    /// <summary>True where no word is more than the name of a field, a term of technology or a word of greetings.</summary>
    private static bool IsOrdinary(ReadOnlySpan<NameToken> words)
    {
        foreach (var word in words)
            if (!NameCues.IsOrdinary(word)) return false;
        return true;
    }
}
