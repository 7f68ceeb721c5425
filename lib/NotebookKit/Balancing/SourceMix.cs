using System.Diagnostics.CodeAnalysis;

namespace NotebookKit.Balancing;

/// <summary>Which share of the training rows comes from which kind of source.</summary>
public sealed record SourceMix
{
    private SourceMix(string name, Shares shares) => (Name, Shares) = (name, shares);

    /// <summary>S1: "50% production logs, 20% public datasets, 20% manually annotated, 10% synthetic augmentation".</summary>
    public static SourceMix S1 { get; } = new(nameof(S1), Shares.Parse("production=0.5,public=0.2,human=0.2,synthetic=0.1"));

    /// <summary>The mix's name.</summary>
    public string Name { get; init; }

    /// <summary>Shares of <c>production</c>, <c>public</c>, <c>human</c> and <c>synthetic</c> (distilled rows are counted as synthetic).</summary>
    public Shares Shares { get; init; }

    /// <summary>Reads the name <c>S1</c>, or shares: <c>production=0.6,public=0.2,human=0.1,synthetic=0.1</c>.</summary>
    /// <exception cref="FormatException">It is neither, or names another kind of source.</exception>
    public static SourceMix Parse(string text) => TryParse(text, out var mix) ? mix : throw new FormatException(
        "A source mix is S1, or shares of production, public, human and synthetic that add up to at most 1, such as production=0.5,public=0.2,human=0.2,synthetic=0.1.");

    /// <summary>Reads what <see cref="Parse"/> reads; false where it is something else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SourceMix? mix)
    {
        mix = string.Equals(text?.Trim(), S1.Name, StringComparison.OrdinalIgnoreCase) ? S1 : null;
        if (mix is null && Shares.TryParse(text, out var shares) && shares.Values.Keys.All(S1.Shares.Values.ContainsKey)) mix = new(shares.ToString(), shares);
        return mix is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The kind of source that an origin is; null where it is not known.</summary>
    internal static string? KindOf(Origin origin) => origin switch
    {
        Origin.ProductionLog => "production",
        Origin.PublicDataset => "public",
        Origin.HumanWritten => "human",
        Origin.Synthetic or Origin.Distilled => "synthetic",
        _ => null,
    };
}
