using System.Globalization;
using System.Runtime.InteropServices;
using NotebookKit.Anonymizing;
using NotebookKit.Text;

namespace NotebookKit.Training;

/// <summary>Runs of words as the trainer sees them: for each word its features, the gap before it, and the tags that it may have.</summary>
internal sealed class NamesExamples
{
    private const byte All = 0b111_1111, NoPerson = 0b111_1001;

    private const double Forgotten = 0.17;

    /// <summary>The levels as forename, surname and place, and the flag for organizations (see <see cref="NameInfo"/>).</summary>
    private const int NamesAndPlaces = 0b1111 | 0b1100_0000 | (1 << 10);

    private int rows;

    private readonly List<ulong> features = [];
    private readonly List<byte> gaps = [], allowed = [];
    private readonly List<int> starts = [0];

    public int Words => gaps.Count;

    public int Runs => starts.Count - 1;

    public ReadOnlySpan<ulong> Features => CollectionsMarshal.AsSpan(features);

    public (int Start, int End) Run(int index) => (starts[index], starts[index + 1]);

    public ReadOnlySpan<byte> Gaps(int run) => CollectionsMarshal.AsSpan(gaps)[starts[run]..starts[run + 1]];

    public ReadOnlySpan<byte> Allowed(int run) => CollectionsMarshal.AsSpan(allowed)[starts[run]..starts[run + 1]];

    public void Add(Marked row)
    {
        var list = new List<NameToken>();
        NameTokens.Read(row.Text, list);
        var tokens = CollectionsMarshal.AsSpan(list);
        Forget(row, tokens);
        var casing = NameRuns.Casing(tokens);
        Span<ulong> own = stackalloc ulong[NameFeatures.Count];
        Span<byte> marks = stackalloc byte[NameRuns.MaxRun], between = stackalloc byte[NameRuns.MaxRun];
        int from = 0, span = 0;
        while (NameRuns.Next(row.Text, tokens, casing, ref from, out var start, out var end))
        {
            NameFeatures.MarkPhrases(tokens, start, end, marks);
            var setting = NameSetting.Of(tokens, start, end);
            NameLattice.ReadGaps(row.Text, tokens, start, between[..(end - start)]);
            var (before, beforeSpan) = (0, -1);
            for (var i = start; i < end; i++)
            {
                NameFeatures.Describe(row.Text, tokens, start, end, i, casing, setting, marks, own);
                features.AddRange(own);
                gaps.Add(between[i - start]);
                while (span < row.Spans.Count && row.Spans[span].End <= tokens[i].Start) span++;
                var inside = span < row.Spans.Count && row.Spans[span].Start <= tokens[i].Start && tokens[i].End <= row.Spans[span].End && row.Spans[span].Type >= 0;
                if (inside && row.Spans[span].Type > Corpora.Organization)
                {
                    allowed.Add(row.Spans[span].Type switch { Corpora.NoPerson => NoPerson, Corpora.Service => 0b110_0001, Corpora.Nothing => 1, _ => All });
                    (before, beforeSpan) = (0, -1);
                    continue;
                }

                var tag = inside ? (2 * row.Spans[span].Type) + 1 : 0;
                if (inside && beforeSpan == span && NameModel.IsAllowed(between[i - start], before, tag + 1)) tag++;
                allowed.Add(inside ? (byte)(1 << tag) : Unmarked(row, tokens, i, before));
                (before, beforeSpan) = (tag, inside ? span : -1);
            }

            starts.Add(gaps.Count);
        }
    }

    /// <summary>Some words of names are learned as if no list had them: lists never have all.</summary>
    private void Forget(Marked row, Span<NameToken> tokens)
    {
        rows++;
        foreach (var span in row.Spans.Where(s => s.Type <= Corpora.Organization))
            for (var i = 0; i < tokens.Length; i++)
                if (span.Start <= tokens[i].Start && tokens[i].End <= span.End && KeyedRandom.Unit(13, "forget", string.Create(CultureInfo.InvariantCulture, $"{rows} {i}")) < Forgotten)
                    tokens[i] = tokens[i] with { Info = new((ushort)(tokens[i].Info.Bits & ~NamesAndPlaces)) };
    }

    /// <summary>Tags of a word that nobody marked: outside, or whatever was not marked at all in its row.</summary>
    private static byte Unmarked(Marked row, ReadOnlySpan<NameToken> tokens, int i, int before)
    {
        var info = tokens[i].Info;
        if (row.NoPersons) return IsUsual(tokens, i) ? All : NoPerson;
        if (row.OnlyUnknown) return info.IsName || info.Place > 1 || info.IsFirm || info.IsCompanyWord ? All : (byte)1;
        if (row.OnlyPersons && (info.Place > 0 || info.IsFirm || info.IsCompanyWord)) return before == 0 ? (byte)0b010_1001 : NoPerson;
        return 1;
    }

    /// <summary>A forename that many have, before a surname or a forename that is no usual word: even a row that should have no person has one there.</summary>
    private static bool IsUsual(ReadOnlySpan<NameToken> tokens, int i) =>
        IsPair(tokens, i) || (i > 0 && IsPair(tokens, i - 1));

    private static bool IsPair(ReadOnlySpan<NameToken> tokens, int i) =>
        i + 1 < tokens.Length && tokens[i].Info is { Forename: 3, Common: 0 } && tokens[i + 1] is { Gap: Gap.Space, Info: { Common: 0 } second } && second.Forename + second.Surname > 1;
}
