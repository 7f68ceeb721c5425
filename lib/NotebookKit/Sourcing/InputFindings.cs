namespace NotebookKit.Sourcing;

/// <summary>Codes of <see cref="InputReport.Findings"/>.</summary>
public static class InputFindings
{
    /// <summary>The file is not text (failure).</summary>
    public const string NotText = "not-text";

    /// <summary>The file holds no record (failure).</summary>
    public const string EmptyInput = "empty-input";

    /// <summary>All records were rejected (failure).</summary>
    public const string NoReadableRecord = "no-readable-record";

    /// <summary>The file holds records of several formats; each was read by its own (warning).</summary>
    public const string MixedFormats = "mixed-formats";

    /// <summary>The same file was given twice; it was read once (warning).</summary>
    public const string GivenTwice = "given-twice";

    /// <summary>Ratings lie above the scale and were left out (warning).</summary>
    public const string RatingAboveScale = "rating-above-scale";

    /// <summary>The field map fits no record of any input (warning).</summary>
    public const string MapUnused = "map-unused";

    /// <summary>The field map fits, but no record of the file has a field that it names (warning).</summary>
    public const string MapFieldMissing = "map-field-missing";
}
