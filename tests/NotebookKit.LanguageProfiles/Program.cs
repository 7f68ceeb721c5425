// Makes and measures the language profiles:
//   dotnet run --project tests/NotebookKit.LanguageProfiles -- train DATA      writes lib/NotebookKit/Cleaning/Languages/profiles.bin
//   dotnet run --project tests/NotebookKit.LanguageProfiles -- measure DATA    prints the accuracy of the profiles in the library
// DATA: a folder with lingua_testdata and langid_franc. Build again after training: the library embeds the file.

using System.Globalization;
using NotebookKit.Cleaning;
using NotebookKit.ProfileTraining;
using NotebookKit.Tests.Cleaning;

if (args is not [("train" or "measure") and var command, var data] || !Directory.Exists(data))
{
    Console.Error.WriteLine("usage: train DATA | measure DATA, with an existing folder DATA");
    return 2;
}

if (command == "train")
{
    var target = Path.Combine("lib", "NotebookKit", "Cleaning", "Languages", "profiles.bin");
    using var file = File.Create(target);
    LanguageProfiles.Write(file, Trainer.Train(data));
    Console.WriteLine($"{target}: {file.Length} bytes");
    return 0;
}

foreach (var (name, samples) in new[] { ("own sentences", LanguageSamples.Sentences), ("held-out word pairs, six to a text", LanguageSamples.HeldOutTexts(data, 6)) })
{
    Console.WriteLine(name);
    foreach (var language in samples.GroupBy(s => s.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
    {
        var wrong = language.Select(s => LanguageIdentifier.Identify(s.Text)).Where(found => found != language.Key).GroupBy(f => f).Select(g => $"{g.Key} {g.Count()}");
        var ratio = LanguageSamples.Accuracy([.. language]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {language.Key}  {ratio:0.000}  of {language.Count()}  {string.Join(", ", wrong)}"));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  big ten  {LanguageSamples.Accuracy([.. samples.Where(s => LanguageSamples.BigTen.Contains(s.Language))]):0.000}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  all      {LanguageSamples.Accuracy([.. samples]):0.000}"));
}

return 0;
