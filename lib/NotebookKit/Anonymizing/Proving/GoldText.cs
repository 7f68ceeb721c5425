namespace NotebookKit.Anonymizing;

/// <summary>A text in which somebody marked the personal data: what a masker should find in it.</summary>
/// <param name="Id">Its name within the set.</param>
/// <param name="Text">The text.</param>
/// <param name="Spans">What is marked; offsets in UTF-16 units of the text.</param>
public sealed record GoldText(string Id, string Text, IReadOnlyList<Span> Spans);
