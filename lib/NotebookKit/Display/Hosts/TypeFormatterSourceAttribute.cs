namespace NotebookKit.Display;

/// <summary>Tells .NET Interactive how a type shows itself. The host finds the attribute by this name, whatever assembly it is in, so that the
/// kit needs no reference to it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters; it has a constructor without parameters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The renderings that the host asks for; it puts all of them into one output.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
}
