using NotebookKit.Display;
using NotebookKit.Writing;

namespace NotebookKit.Console;

/// <summary>What the commands that ask finished runs have in common: arguments, errors in one line, pages.</summary>
internal static class QuestionCommand
{
    /// <summary>The answer was given.</summary>
    public const int Done = 0;

    /// <summary>Something could not be read or written.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments, a folder that is not one of a run, a row that does not exist.</summary>
    public const int Wrong = 2;

    /// <summary>Does the work; whatever goes wrong is one line on the error stream.</summary>
    public static int Guarded(Terminal terminal, string name, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (UsageException error)
        {
            return Say(terminal, name, Wrong, $"{error.Message} See --help.");
        }
        catch (Exception error) when (error is RunFolderException or Explaining.UnknownRowException or BadInputException or Sourcing.SourceException)
        {
            return Say(terminal, name, Wrong, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Say(terminal, name, Failed, error.Message);
        }
    }

    /// <summary>Splits arguments into plain ones and options. An option that takes a value has it behind it or behind "=".</summary>
    /// <exception cref="UsageException">An option is unknown, given twice, or lacks its value.</exception>
    public static (List<string> Plain, Dictionary<string, string> Options) Split(IReadOnlyList<string> args, string[] withValue, string[] switches)
    {
        var plain = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var onlyPlain = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (onlyPlain || !args[i].StartsWith('-') || args[i].Length == 1)
            {
                plain.Add(args[i]);
                continue;
            }

            if (args[i] == "--")
            {
                onlyPlain = true;
                continue;
            }

            var sign = args[i].IndexOf('=', StringComparison.Ordinal);
            var option = args[i] is "-h" ? "--help" : sign < 0 ? args[i] : args[i][..sign];
            string value;
            if (switches.Contains(option)) value = "";
            else if (!withValue.Contains(option)) throw new UsageException($"There is no option '{option}'; there are {string.Join(", ", withValue.Concat(switches))}.");
            else if (sign >= 0) value = args[i][(sign + 1)..];
            else if (++i < args.Count) value = args[i];
            else throw new UsageException($"{option} needs a value.");
            if (withValue.Contains(option) && value.Length == 0) throw new UsageException($"{option} was given an empty value.");
            if (!options.TryAdd(option, value)) throw new UsageException($"{option} was given twice.");
        }

        return (plain, options);
    }

    /// <summary>Writes a page that needs nothing else; an existing file that is no page is not replaced.</summary>
    /// <exception cref="UsageException">The path is a folder, or not a page's.</exception>
    public static void WritePage(string path, string title, IEnumerable<IView> views)
    {
        CheckPage(path);
        File.WriteAllText(path, ViewPage.Build(title, views));
    }

    /// <summary>Refuses a path that a page must not be written to.</summary>
    /// <exception cref="UsageException">The path is a folder, or not a page's.</exception>
    public static void CheckPage(string path)
    {
        if (Directory.Exists(path)) throw new UsageException($"--html: '{path}' is a folder; give a file.");
        if (Path.GetExtension(path).ToLowerInvariant() is not (".html" or ".htm")) throw new UsageException($"--html: '{path}' must end in .html.");
    }

    private static int Say(Terminal terminal, string name, int code, string line)
    {
        terminal.Trouble($"{name}: {line}");
        return code;
    }
}
