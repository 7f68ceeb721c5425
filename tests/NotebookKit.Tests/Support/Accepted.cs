using System.Text;

namespace NotebookKit.Tests.Support;

/// <summary>Texts of the repository that must be what the code says. With <c>NOTEBOOKKIT_ACCEPT=1</c> they are rewritten instead of compared;
/// the difference is then in the version control, to be read before it is committed.</summary>
internal static class Accepted
{
    private const int Shown = 20;

    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("NOTEBOOKKIT_ACCEPT") is "1";

    /// <summary>Fails with the lines that differ, and says how to accept them.</summary>
    /// <param name="file">Path of the file below the repository, with forward slashes.</param>
    /// <param name="now">What the file should say, with line feeds.</param>
    public static void Is(string file, string now)
    {
        var path = Path.Combine(RealData.Repository, file);
        var before = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (string.Equals(before, now, StringComparison.Ordinal)) return;
        if (Rewrites)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
            return;
        }

        Assert.Fail($"{file} does not say what the code does:\n{Difference(before, now)}"
            + "\nIf the code is right: NOTEBOOKKIT_ACCEPT=1 dotnet test, then read the difference before you commit it.");
    }

    /// <summary>Lines that only one of two texts has, in place: <c>-</c> the file, <c>+</c> the code.</summary>
    public static string Difference(string before, string now)
    {
        string[] left = before.Split('\n'), right = now.Split('\n');
        int[,] common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
            for (var j = right.Length - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var text = new StringBuilder();
        var lines = 0;
        for (int i = 0, j = 0; (i < left.Length || j < right.Length) && lines < Shown;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                i++;
                j++;
                continue;
            }

            var isLeft = j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]);
            text.Append("\n  ").Append(isLeft ? i + 1 : j + 1).Append(isLeft ? " - " : " + ").Append(isLeft ? left[i++] : right[j++]);
            lines++;
        }

        return text.Append(lines == Shown ? "\n  …" : "").ToString();
    }
}
