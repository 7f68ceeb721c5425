namespace NotebookKit.Faults;

/// <summary>What became of one planted fault.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Where">File and row.</param>
/// <param name="Variant">The hand-written variant.</param>
/// <param name="Text">The row as it was written.</param>
/// <param name="IsFound">True where it was found for the planted reason.</param>
/// <param name="Reasons">All reasons that were given, in ordinal order; empty where it went through unseen.</param>
internal sealed record Verdict(string Kind, string Where, string Variant, string Text, bool IsFound, string[] Reasons)
{
    /// <summary>True where it left for a reason that is not the planted one.</summary>
    public bool IsOther => !IsFound && Reasons.Length > 0;
}

/// <summary>A clean row that was removed, or one that was listed.</summary>
/// <param name="Where">File and row.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsRemoved">False where it stayed and was listed.</param>
/// <param name="IsSound">True for a planted row that only looks like a fault.</param>
/// <param name="Text">The row as it was written.</param>
internal sealed record Alarm(string Where, string Reason, bool IsRemoved, bool IsSound, string Text);

/// <summary>What one run over one set gave.</summary>
internal sealed record Measured(ulong Seed, int Rows, int Clean, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Alarm> Alarms);
