using NotebookKit.Text;

namespace NotebookKit.Outliers;

/// <summary>A row that may be in the sample. Its features are taken from the text only when they are needed: most rows of a part
/// fall out of the sample again.</summary>
internal sealed class SampledRow : IComparable<SampledRow>
{
    private string? text;

    public SampledRow(ulong key, string id, string? label, string text) => (Key, Id, Label, this.text) = (key, id, label, text);

    private SampledRow(ulong key, string id, string? label, FeatureBag features) => (Key, Id, Label, Features) = (key, id, label, features);

    /// <summary>Keyed hash of the id: the rows with the smallest are the sample.</summary>
    public ulong Key { get; }

    public string Id { get; }

    public string? Label { get; }

    public FeatureBag Features
    {
        get
        {
            lock (this)
            {
                if (field is not null) return field;
                field = TextFeatures.Of(text);
                text = null;
                return field;
            }
        }
    }

    public int CompareTo(SampledRow? other) =>
        Key.CompareTo(other!.Key) is not 0 and var order ? order : string.CompareOrdinal(Id, other.Id);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Key);
        writer.Write(Id);
        writer.WriteOptional(Label);
        Features.Write(writer);
    }

    public static SampledRow Read(BinaryReader reader) =>
        new(reader.ReadUInt64(), reader.ReadString(), reader.ReadOptional(), FeatureBag.Read(reader));
}
