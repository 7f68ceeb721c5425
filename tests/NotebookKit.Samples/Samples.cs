using System.Text;

namespace NotebookKit.Samples;

/// <summary>All sample files, made anew: the same bytes at every run, on any machine, under any culture.</summary>
internal sealed class Samples
{
    private Samples(IReadOnlyList<SampleFile> files, SortedDictionary<string, byte[]> bytes)
    {
        Files = files;
        Bytes = bytes;
    }

    public IReadOnlyList<SampleFile> Files { get; }

    /// <summary>What is written, by file name.</summary>
    public SortedDictionary<string, byte[]> Bytes { get; }

    /// <summary>The bundled samples.</summary>
    public static Samples Make()
    {
        World.Enter(0, VariantHalf.Open);
        return Make(Planting.In);
    }

    /// <summary>A set for the evaluation: the same kind of rows by another seed, and at least <paramref name="each"/> faults of each kind.</summary>
    public static Samples Make(ulong seed, VariantHalf half, int each)
    {
        World.Enter(seed, half);
        return Make((file, maker) => DensePlanting.In(file, maker, each));
    }

    private static Samples Make(Action<SampleFile, Maker> plant)
    {
        var maker = new Maker();
        var tickets = Planted(Tickets.Make(maker));
        var interactions = Planted(Interactions.Make(maker));
        var clicks = Planted(SmallFiles.Clicks(maker));
        var notes = Planted(SmallFiles.Notes(maker));
        var open = Planted(SmallFiles.Public(maker));
        var synthetic = Planted(SmallFiles.Synthetic(maker, tickets, interactions));

        SampleFile Planted(SampleFile file)
        {
            plant(file, maker);
            return file;
        }

        IReadOnlyList<SampleFile> files = [tickets, interactions, clicks, notes, open, synthetic];
        foreach (var file in files) Written.Order(file);
        Written.GiveIds(tickets, "T", 10001);
        Written.GiveIds(interactions, "I", 20001);
        Written.GiveIds(notes, "N", 3001);
        Written.GiveIds(open, "P", 501);
        Written.GiveIds(synthetic, "S", 701);
        foreach (var row in synthetic.Rows)
            if (row.Json["parent_id"]!.GetValue<string>().Length == 0) row.Json["parent_id"] = row.Parent!.Id;

        var bytes = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var text = file == clicks ? Written.Csv(file) : file == open ? Written.JsonArray(file) : Written.JsonLines(file);
            bytes[file.Name] = Encoding.UTF8.GetBytes(text);
        }

        foreach (var file in files) bytes[Path.GetFileNameWithoutExtension(file.Name) + ".md"] = Encoding.UTF8.GetBytes(Cards.Card(file));
        bytes["faults.json"] = Encoding.UTF8.GetBytes(Cards.Faults(files));
        bytes["personal.json"] = Encoding.UTF8.GetBytes(Cards.Personal(files));
        return new(files, bytes);
    }
}
