using System.Diagnostics.CodeAnalysis;
using NotebookKit.Text;

namespace NotebookKit.Anonymizing;

/// <summary>What takes the place of personal data. Pure and thread-safe: equal spans of equal text give equal replacements.</summary>
public abstract record Operator : IDescribed, IParsable<Operator>
{
    /// <summary>The type in brackets: <c>[EMAIL]</c>, <c>[PHONE]</c>, <c>[NAME]</c>, <c>[CARD]</c>, <c>[IBAN]</c>, <c>[IP]</c>, <c>[SSN]</c>,
    /// <c>[URL]</c>, <c>[SECRET]</c>.</summary>
    public static Operator Placeholder { get; } = new PlaceholderOperator();

    /// <summary>An asterisk for every letter and digit; separators stay.</summary>
    public static Operator Mask { get; } = new MaskOperator();

    /// <summary>Nothing; of two spaces that meet, one goes too.</summary>
    public static Operator Remove { get; } = new RemoveOperator();

    /// <summary>The type with eight digits of a keyed code: <c>[NAME_3f2a9c01]</c>, the same for the same person everywhere. With a key that is made of the
    /// seed, anyone can test guesses: the stage warns.</summary>
    public static Operator Pseudonym { get; } = new PseudonymOperator();

    /// <summary>Name in options: <c>placeholder</c>, <c>mask</c>, <c>remove</c>, <c>pseudonym</c>.</summary>
    public abstract string Name { get; }

    /// <summary>True where the replacement depends on the run's key.</summary>
    public virtual bool NeedsKey => false;

    string IDescribed.Description => Name;

    /// <summary>The text in place of a span.</summary>
    /// <param name="span">What was found.</param>
    /// <param name="value">The text it covers.</param>
    /// <param name="key">The key of the run.</param>
    public abstract string Replace(Span span, string value, SecretKey key);

    /// <summary>The operator of a name.</summary>
    /// <exception cref="FormatException">No built-in operator has that name.</exception>
    public static Operator Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("The operator must be one of placeholder, mask, remove, pseudonym.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Operator result)
    {
        result = s?.Trim().ToLowerInvariant() switch
        {
            "placeholder" => Placeholder,
            "mask" => Mask,
            "remove" => Remove,
            "pseudonym" => Pseudonym,
            _ => null,
        };
        return result is not null;
    }

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    private sealed record PlaceholderOperator : Operator
    {
        public override string Name => "placeholder";

        public override string Replace(Span span, string value, SecretKey key) => $"[{EntityTypes.ShortName(span.Type)}]";
    }

    private sealed record MaskOperator : Operator
    {
        public override string Name => "mask";

        public override string Replace(Span span, string value, SecretKey key) =>
            string.Create(value.Length, value, static (masked, source) =>
            {
                for (var i = 0; i < masked.Length; i++) masked[i] = Fold.IsWord(source[i]) ? '*' : source[i];
            });
    }

    private sealed record RemoveOperator : Operator
    {
        public override string Name => "remove";

        public override string Replace(Span span, string value, SecretKey key) => "";
    }

    private sealed record PseudonymOperator : Operator
    {
        // 32 bits: among 10,000 persons two share a pseudonym in one of a hundred datasets.
        private const int Digits = 8;

        public override string Name => "pseudonym";

        public override bool NeedsKey => true;

        public override string Replace(Span span, string value, SecretKey key) =>
            $"[{EntityTypes.ShortName(span.Type)}_{key.Code("pseudonym " + span.Type, Fold.Key(span.Identity ?? value))[..Digits]}]";
    }
}
