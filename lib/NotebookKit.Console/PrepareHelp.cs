using System.Text;
using NotebookKit.Recipes;
using NotebookKit.Sourcing;

namespace NotebookKit.Console;

/// <summary>The help: what the command does, examples, options, and every setting of every stage with its documentation.</summary>
internal static class PrepareHelp
{
    private const int Width = 110;

    private const string Opening = """
        Turns what an app already records into a dataset that is fit to fine-tune a language model.

        Usage:
          dotnet run notebooks/scripts/prepare.cs -- [inputs…] [options]

          The arguments stand behind "--"; before it the SDK takes them.
          Inputs are JSONL, JSON, CSV or TSV files, also as .gz. Without inputs the bundled samples are prepared.

        Examples:
          dotnet run notebooks/scripts/prepare.cs
          dotnet run notebooks/scripts/prepare.cs -- tickets.jsonl chats.json --out my-dataset --format chatml --seed 7
          dotnet run notebooks/scripts/prepare.cs -- reviews.csv --map input=product,output=review --task generation
          dotnet run notebooks/scripts/prepare.cs -- tickets.jsonl --verdicts review.jsonl --sources sources.json --gate
          dotnet run notebooks/scripts/prepare.cs -- february.jsonl --out february --earlier january
          dotnet run notebooks/scripts/prepare.cs -- tickets.jsonl --sample 200 --set near.threshold=0.85 --set length.minOutput=10

        Results:
          to hand over   train.jsonl, validation.jsonl, test.jsonl, manifest.json, README.md
          to keep        audit/ with removed.jsonl, rejected.jsonl, to-label.jsonl, review-sample.jsonl, rows.jsonl, trail.jsonl,
                         kept.sketches, report.html, report.json

        Exit codes:
          0   done
          1   done, but look at it: no row was kept, an input could not be used, or a check failed; all files are written
          2   wrong arguments, an input that is missing, or a folder that must not be replaced: nothing was written
          3   done, but an item of the checklist failed (--gate only); all files are written
          130 stopped by Ctrl-C: nothing was written

        """;

    /// <summary>The whole help.</summary>
    public static string Text(Recipe recipe, SourcingOptions sourcing)
    {
        var text = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        text.Append("\nOptions:\n");
        foreach (var option in new PrepareSyntax().All)
        {
            var name = option.HelpName is { } value ? $"{option.Name} {value}" : string.Join(", ", option.Aliases.Append(option.Name).OrderByDescending(n => n.Length));
            Row(text, "  " + name, 28, option.Description ?? "");
        }

        text.Append("\nSettings for --set, with their present values (--task and other options change some of them):\n");
        string? step = null;
        foreach (var setting in recipe.Settings(sourcing))
        {
            if (setting.Step != step)
            {
                step = setting.Step;
                text.Append('\n').Append("  ").Append(step).Append(": ").Append(recipe.Steps.FirstOrDefault(s => s.Key == step)?.Stage.Name ?? "how inputs are read").Append('\n');
            }

            text.Append("    ").Append(setting.Key).Append(" = ").Append(setting.Value).Append("   (").Append(setting.Type).Append(")\n");
            Row(text, "", 8, setting.Description);
        }

        return text.Append("""

            NOTEBOOKKIT_DEBUG=1 prints the details of an unexpected error; NO_COLOR=1 prints plain lines.

            """.ReplaceLineEndings("\n")).ToString();
    }

    /// <summary>A label with wrapped text beside or below it.</summary>
    private static void Row(StringBuilder text, string label, int indent, string description)
    {
        text.Append(label);
        var column = label.Length;
        if (column > indent - 2)
        {
            text.Append('\n');
            column = 0;
        }

        text.Append(' ', indent - column);
        column = indent;
        foreach (var word in description.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column + word.Length > Width && column > indent)
            {
                text.Append('\n').Append(' ', indent);
                column = indent;
            }

            text.Append(word).Append(' ');
            column += word.Length + 1;
        }

        text.Length -= text[^1] == ' ' && column > indent ? 1 : 0;
        text.Append('\n');
    }
}
