using System.Text;
using System.Text.RegularExpressions;
using NotebookKit.Kernel.Documents;

namespace NotebookKit.Kernel.Running;

/// <summary>What outputs must keep to if a notebook is to be shared by version control: small, the same on every machine, without scripts.</summary>
internal static partial class OutputForm
{
    /// <summary>Bytes that the outputs of a notebook may have. Larger ones make histories heavy, and forges stop showing the notebook.</summary>
    public const int MostBytes = 100_000;

    /// <summary>Every breach, one line each.</summary>
    public static IEnumerable<string> Breaches(Notebook notebook)
    {
        if (notebook.Minor < 5) yield return $"nbformat_minor is {notebook.Minor}, expected 5: cells need ids";
        var (number, bytes) = (0, 0);
        foreach (var cell in notebook.Cells)
        {
            if (Lines.At(cell.Json, "metadata", "execution") is not null) yield return $"cell {cell.Position}: its metadata hold times of a run (execution)";
            if (cell.Kind != CellKind.Code) continue;
            if (cell.Runs) number++;
            var where = cell.Runs ? $"In [{number}]" : $"cell {cell.Position}";
            if (cell.ExecutionCount != (cell.Runs ? number : null)) yield return cell.ExecutionCount is { } count ? $"{where}: its number is {count}" : $"{where}: it never ran";
            foreach (var output in cell.Outputs)
            {
                bytes += Encoding.UTF8.GetByteCount(JsonText.Indented(output));
                var texts = OutputText.All(output).ToList();
                if (texts.Select(t => AbsolutePath().Match(t.Text)).FirstOrDefault(m => m.Success) is { } path) yield return $"{where}: an absolute path of this machine: {path.Value}…";
                if (texts.Exists(t => t.Type is "application/javascript" || (OutputText.IsMarkup(t.Type) && t.Text.Contains("<script", StringComparison.OrdinalIgnoreCase))))
                    yield return $"{where}: a script";
            }
        }

        if (bytes > MostBytes) yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"outputs have {bytes:N0} bytes, at most {MostBytes:N0}: show fewer rows or fewer points");
    }

    [GeneratedRegex(@"(?<![\w./:\-])(?:/(?:home|Users|root|tmp|var/folders|mnt)/|file:///)\w|(?<!\w)[A-Za-z]:\\\w", RegexOptions.CultureInvariant)]
    private static partial Regex AbsolutePath();
}
