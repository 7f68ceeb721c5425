namespace NotebookKit.Sourcing;

/// <summary>A record cannot be read; caught where its file is read and turned into a <see cref="RejectedRow"/>. Never leaves this folder.</summary>
internal sealed class RecordException(string code, string expected, string? at = null) : Exception($"{code}: {expected}")
{
    public string? Field => at;
}

/// <summary>Why a record could not be read. Codes in <see cref="RejectedRow.Reason"/>, followed by what was expected.</summary>
public static class RejectReasons
{
    /// <summary>The record is not JSON.</summary>
    public const string NotJson = "not-json";

    /// <summary>The file ends in the middle of the record.</summary>
    public const string Truncated = "truncated";

    /// <summary>The record is JSON, but no object.</summary>
    public const string NotAnObject = "not-an-object";

    /// <summary>The bytes are not UTF-8.</summary>
    public const string InvalidUtf8 = "invalid-utf8";

    /// <summary>The record is longer than <see cref="SourcingOptions.MaxLineBytes"/>.</summary>
    public const string LineTooLong = "line-too-long";

    /// <summary>The fields are those of no known format.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>A field that the format needs is missing or empty.</summary>
    public const string MissingField = "missing-field";

    /// <summary>A field holds another kind of value than the format says.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>A turn's speaker is unknown.</summary>
    public const string UnknownRole = "unknown-role";

    /// <summary>A turn holds an image, a sound or a file; only text is read.</summary>
    public const string UnsupportedContent = "unsupported-content";

    /// <summary>A CSV row has more or fewer cells than the header.</summary>
    public const string CellCount = "cell-count";

    /// <summary>A quote in a CSV row is not closed.</summary>
    public const string UnclosedQuote = "unclosed-quote";

    /// <summary>An event refers to an interaction or query that is in no input.</summary>
    public const string NoSuchInteraction = "no-such-interaction";

    /// <summary>The compressed file is damaged or cut; what came before was read.</summary>
    public const string DamagedGzip = "damaged-gzip";
}
