namespace NotebookKit.Anonymizing;

/// <summary>Finds one kind of personal data in text, or a few kinds that one look tells apart. Stateless and thread-safe; linear in the length of the text.</summary>
public abstract class Recognizer : IDescribed
{
    /// <summary>What it finds first of all: one of <see cref="EntityTypes"/>, or a type of one's own (upper case, digits, underscores).</summary>
    public abstract string EntityType { get; }

    /// <summary>All types that its spans may have. Default: <see cref="EntityType"/> alone.</summary>
    public virtual IReadOnlyList<string> Types => [EntityType];

    /// <summary>Name in spans and options. Default: the type's name without "Recognizer".</summary>
    public virtual string Name => GetType().Name.Replace("Recognizer", "", StringComparison.Ordinal);

    /// <summary>Adds what it finds, also what it is less sure of: the caller's limit decides. Spans may overlap: who wins is decided later.</summary>
    /// <param name="text">The text; zero-width characters are gone, full-width letters and all decimal digits are ASCII.</param>
    /// <param name="context">What is known beside the text.</param>
    /// <param name="into">The list to add to.</param>
    public abstract void Find(string text, RecognizerContext context, List<Span> into);

    /// <summary>The recognizer as a run uses it: one that can be stopped, where that matters. Default: itself.</summary>
    internal virtual Recognizer Prepare(RunContext run) => this;

    string IDescribed.Description => $"{EntityType}:{Name}";

    /// <summary>A span of this recognizer.</summary>
    protected Span At(int start, int end, double score) => new(start, end, EntityType, score, Name);

    /// <summary>A span of one of its <see cref="Types"/>.</summary>
    protected Span At(int start, int end, string type, double score) => new(start, end, type, score, Name);
}
