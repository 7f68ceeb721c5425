using NotebookKit.Samples;

if (args is not [("write" or "check") and var verb, var folder])
{
    Console.Error.WriteLine("usage: dotnet run --project tests/NotebookKit.Samples -- write|check FOLDER");
    return 2;
}

var samples = Samples.Make();
var faults = Check.Of(samples);
foreach (var fault in faults) Console.Error.WriteLine(fault);
if (verb == "write")
{
    Directory.CreateDirectory(folder);
    foreach (var (name, bytes) in samples.Bytes) File.WriteAllBytes(Path.Combine(folder, name), bytes);
}
else
{
    foreach (var (name, bytes) in samples.Bytes)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(bytes)) continue;
        Console.Error.WriteLine($"{name} differs from what the program makes.");
        faults = [.. faults, name];
    }
}

var rows = samples.Files.Sum(f => f.Rows.Count);
var planted = samples.Files.Sum(f => f.Faults.Values.Sum(l => l.Count) + f.BrokenLines.Count);
Console.WriteLine(FormattableString.Invariant($"{rows} rows, {planted} planted ({100.0 * planted / rows:0.0}%), {faults.Count} complaints"));
return faults.Count == 0 ? 0 : 1;
