namespace NotebookKit;

/// <summary>Marks a list of texts that may be personal data or secrets: descriptions of a stage, and with them manifests, hold its length and SHA-256, never its texts.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HashedOptionAttribute : Attribute;
