namespace NotebookKit.Samples;

/// <summary>The two halves of the hand-written variants: rules may be improved by looking at the open ones; the held ones only measure.</summary>
internal enum VariantHalf
{
    Open,
    Held,
}

/// <summary>Which set is being made. The bundled samples are those of seed 0 and the open half; sets are made one after the other.</summary>
internal static class World
{
    public static ulong Seed { get; private set; }

    public static VariantHalf Half { get; private set; }

    public static void Enter(ulong seed, VariantHalf half) => (Seed, Half) = (seed, half);
}
