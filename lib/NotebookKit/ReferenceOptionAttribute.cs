namespace NotebookKit;

/// <summary>Marks an option that is no text but other data: a stage tells of it by the hashes among its references, and no manifest or list of settings has it among the options.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReferenceOptionAttribute : Attribute;
