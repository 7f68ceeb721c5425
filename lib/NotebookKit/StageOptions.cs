using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using NotebookKit.Text;

namespace NotebookKit;

/// <summary>The options of a stage are its public init properties; this lists them and writes them as canonical JSON.</summary>
internal static class StageOptions
{
    /// <summary>The options, in ordinal order of names. Options whose type is a stage or a list of stages are children, not options.</summary>
    public static IEnumerable<PropertyInfo> Of(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetMethod is not null && p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(ReferenceOptionAttribute)))
        .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>All options as JSON: ordinal order of names, no white space, numbers in their shortest round-trip form.</summary>
    public static string ToJson(object owner)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonTexts.Writing)) WriteObject(writer, owner);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteObject(Utf8JsonWriter writer, object owner)
    {
        writer.WriteStartObject();
        foreach (var option in Of(owner.GetType()))
        {
            writer.WritePropertyName(CamelCase(option.Name));
            if (option.IsDefined(typeof(HashedOptionAttribute)) && option.GetValue(owner) is IEnumerable<string> texts) WriteHashed(writer, [.. texts]);
            else WriteValue(writer, option.GetValue(owner));
        }

        writer.WriteEndObject();
    }

    private static void WriteHashed(Utf8JsonWriter writer, string[] texts)
    {
        if (texts.Length == 0) WriteList(writer, texts);
        else writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture,
            $"{texts.Length} entries, SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))}"));
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case Enum member: writer.WriteStringValue(member.ToString()); break;
            case int or long or short or byte: writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case ulong big: writer.WriteNumberValue(big); break;
            case double or float or decimal: writer.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case DateTimeOffset date: writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeSpan span: writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture)); break;
            case IDescribed described: writer.WriteStringValue(described.Description); break;
            case Stage stage: WriteStage(writer, stage); break;
            case Delegate: writer.WriteStringValue("(code)"); break;
            case IDictionary map: WriteMap(writer, map); break;
            case IEmbeddingGenerator embedder: writer.WriteStringValue(Embeddings.EmbedderName.Of(embedder)); break;
            case IEnumerable items: WriteList(writer, items); break;
            default: WriteObject(writer, value); break;
        }
    }

    private static void WriteStage(Utf8JsonWriter writer, Stage stage)
    {
        var description = stage.Describe();
        writer.WriteStartObject();
        writer.WriteString("name", description.Name);
        writer.WritePropertyName("options");
        writer.WriteRawValue(description.Options);
        writer.WriteNumber("version", description.Version);
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map)
    {
        writer.WriteStartObject();
        foreach (var key in map.Keys.Cast<object>().OrderBy(k => k.ToString(), StringComparer.Ordinal))
        {
            writer.WritePropertyName(key.ToString()!);
            WriteValue(writer, map[key]);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items) WriteValue(writer, item);
        writer.WriteEndArray();
    }

    /// <summary><c>MinOutput</c> → <c>minOutput</c>.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
