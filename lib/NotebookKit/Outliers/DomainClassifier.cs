using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>Tells rows known to be in the domain from the corpus at large (S1: "train a simple classifier on your known in-domain examples").
/// Two models are trained, each on one half; each row is judged by the model that has not seen its half, so no row is called foreign
/// only because it stood in the background. What counts as foreign is fitted on the known rows themselves, judged the same way.</summary>
internal sealed class DomainClassifier
{
    private readonly LogisticRegression[] models;
    private readonly double limit;
    private readonly double scale;

    private DomainClassifier(LogisticRegression[] models, double limit, double scale) => (this.models, this.limit, this.scale) = (models, limit, scale);

    /// <summary>Trains; rows in the order of their keys.</summary>
    public static DomainClassifier Train(IReadOnlyList<SampledRow> inDomain, IReadOnlyList<SampledRow> background, RunContext run)
    {
        var models = new LogisticRegression[2];
        Chunks.Run(2, run, (from, to) =>
        {
            for (var half = from; half < to; half++)
            {
                var rows = inDomain.Select(r => (Row: r, Positive: true)).Concat(background.Select(r => (Row: r, Positive: false)))
                    .Where(r => Half(r.Row.Features) == half).OrderBy(r => r.Row).ThenBy(r => r.Positive);
                models[half] = LogisticRegression.Train([.. rows.Select(r => (r.Row.Features, r.Positive))]);
            }

            return 0;
        }, ranges: 2);
        var known = inDomain.Select(r => Math.Round(models[1 - Half(r.Features)].LogOdds(r.Features), 6)).Order().ToArray();
        var spread = Spread.Of(known);
        var range = Math.Max(spread.Range, 0.1);
        return new(models, spread.Q1 - (Spread.CleanlabFactor * range), range);
    }

    /// <summary>0–1; 0.5 is where the known rows would call one of themselves an outlier (Q1 − 1.7 IQR of their log-odds).</summary>
    public double Score(FeatureBag features) =>
        Math.Round(1 / (1 + Math.Exp((limit - models[1 - Half(features)].LogOdds(features)) / scale)), 6);

    public void Write(BinaryWriter writer)
    {
        writer.Write(limit);
        writer.Write(scale);
        foreach (var model in models) model.Write(writer);
    }

    public static DomainClassifier Read(BinaryReader reader)
    {
        var (limit, scale) = (reader.ReadDouble(), reader.ReadDouble());
        return new([LogisticRegression.Read(reader), LogisticRegression.Read(reader)], limit, scale);
    }

    /// <summary>By content, so that equal texts are always in the same half.</summary>
    private static int Half(FeatureBag features) => (int)(StableHash.Combine(features.Content, 2) & 1);
}
