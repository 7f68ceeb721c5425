using System.Text;

namespace NotebookKit;

/// <summary>Bytes of summaries and plans, with the version of their form in front.</summary>
internal static class Persisted
{
    /// <summary>The written form.</summary>
    public static byte[] ToBytes<T>(T value)
        where T : IPersisted<T>
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.Unicode);
        writer.Write(T.FormatVersion);
        value.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads it back; null where it was written in another version.</summary>
    public static T? FromBytes<T>(byte[] bytes)
        where T : IPersisted<T>
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.Unicode);
        return reader.ReadInt32() == T.FormatVersion ? T.Read(reader) : default;
    }

    /// <summary>Writes a list with its length in front.</summary>
    public static void WriteList<T>(this BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items) write(item);
    }

    /// <summary>Reads a list that <see cref="WriteList"/> wrote.</summary>
    public static T[] ReadList<T>(this BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (var i = 0; i < items.Length; i++) items[i] = read();
        return items;
    }

    /// <summary>Writes a text that may be null.</summary>
    public static void WriteOptional(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    /// <summary>Reads a text that may be null.</summary>
    public static string? ReadOptional(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    /// <summary>Writes what was found about the whole.</summary>
    public static void WriteFindings(this BinaryWriter writer, IReadOnlyCollection<Finding> findings) => writer.WriteList(findings, finding =>
    {
        writer.Write((byte)finding.Severity);
        writer.Write(finding.Code);
        writer.Write(finding.Text);
    });

    /// <summary>Reads findings that <see cref="WriteFindings"/> wrote.</summary>
    public static Finding[] ReadFindings(this BinaryReader reader) =>
        reader.ReadList(() => new Finding((Severity)reader.ReadByte(), reader.ReadString(), reader.ReadString()));
}
