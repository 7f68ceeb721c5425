namespace NotebookKit.Anonymizing;

/// <summary>Where a run of words stands: how its sentence begins, how long its text is, and how much of what is around it is code.</summary>
/// <param name="Opening">Hash of the first word of the sentence; 0 where that is farther off than <see cref="Reach"/> words.</param>
/// <param name="Length">Words of the text: 0 for up to two, then 1 to 5.</param>
/// <param name="Code">Marks of code around the run: 0 to 3.</param>
internal readonly record struct NameSetting(ulong Opening, int Length, int Code)
{
    /// <summary>How many words are looked at on each side.</summary>
    public const int Reach = 16;

    /// <summary>Looks around a run.</summary>
    public static NameSetting Of(ReadOnlySpan<NameToken> tokens, int start, int end)
    {
        var opening = start;
        while (opening > 0 && start - opening < Reach && !Begins(tokens[opening].Gap)) opening--;
        var code = 0;
        for (var i = Math.Max(0, start - (Reach / 2)); i < Math.Min(tokens.Length, end + (Reach / 2)); i++)
            if (tokens[i].Gap == Gap.Code || tokens[i].Shape == Shape.Code) code++;
        var isFar = opening > 0 && !Begins(tokens[opening].Gap);
        return new(isFar ? 0 : tokens[opening].Hash, tokens.Length switch { <= 2 => 0, <= 5 => 1, <= 9 => 2, <= 16 => 3, <= 40 => 4, _ => 5 }, code switch { 0 => 0, < 3 => 1, < 7 => 2, _ => 3 });
    }

    private static bool Begins(Gap gap) => gap is Gap.Start or Gap.Period or Gap.Line or Gap.Stop;
}
