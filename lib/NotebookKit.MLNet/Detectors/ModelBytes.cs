using System.IO.Compression;
using Microsoft.ML;

namespace NotebookKit.MLNet;

/// <summary>ML.NET's models in files of the kit. ML.NET writes a zip archive with the time of its entries in it; here the entries are written by themselves, so that equal models are equal bytes.</summary>
internal static class ModelBytes
{
    public static void Write(BinaryWriter writer, MLContext ml, ITransformer model, DataViewSchema schema)
    {
        using var zipped = new MemoryStream();
        ml.Model.Save(model, schema, zipped);
        zipped.Position = 0;
        using var archive = new ZipArchive(zipped, ZipArchiveMode.Read);
        var entries = archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal).ToArray();
        writer.Write(entries.Length);
        foreach (var entry in entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            writer.Write(entry.FullName.Replace('\\', '/'));
            writer.Write((int)content.Length);
            writer.Write(content.GetBuffer(), 0, (int)content.Length);
        }
    }

    /// <exception cref="FormatException">It is no model.</exception>
    public static (ITransformer Model, DataViewSchema Schema) Read(BinaryReader reader, MLContext ml)
    {
        using var zipped = new MemoryStream();
        using (var archive = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            var count = reader.ReadInt32();
            for (var i = 0; i < count; i++)
            {
                using var entry = archive.CreateEntry(reader.ReadString(), CompressionLevel.NoCompression).Open();
                var (length, buffer) = (reader.ReadInt32(), new byte[64 * 1024]);
                while (length > 0)
                {
                    var read = reader.Read(buffer, 0, Math.Min(buffer.Length, length));
                    if (read == 0) throw new EndOfStreamException();
                    entry.Write(buffer, 0, read);
                    length -= read;
                }
            }
        }

        zipped.Position = 0;
        try
        {
            return (ml.Model.Load(zipped, out var schema), schema);
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException or NotSupportedException or TypeLoadException or System.Reflection.TargetInvocationException)
        {
            throw new FormatException("ML.NET cannot read its model.", error);
        }
    }
}
