using NotebookKit.Anonymizing;

namespace NotebookKit.Training;

internal static class NamesErrors
{
    public static void Print(string set)
    {
        string[] types = [EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization];
        var masker = new Anonymizer { Types = types }.For();
        foreach (var (name, rows) in Corpora.KeptApart())
        {
            if (!name.StartsWith(set)) continue;
            foreach (var row in rows)
            {
                var found = masker.Find(row.Text);
                var missed = row.Spans.Where(g => g.Type >= 0 && !found.Any(f => f.Type == types[g.Type] && NamesEvaluation.Meets(g.Start, g.End, f.Start, f.End))).ToList();
                var wrong = found.Where(f => !row.Spans.Any(g => g.Type >= 0 && f.Type == types[g.Type] && NamesEvaluation.Meets(g.Start, g.End, f.Start, f.End))).ToList();
                if (missed.Count + wrong.Count == 0) continue;
                Console.WriteLine(row.Text + "\n   MISSED " + string.Join(", ", missed.Select(m => row.Text[m.Start..m.End] + "/" + m.Type)) + "  WRONG " + string.Join(", ", wrong.Select(m => row.Text[m.Start..m.End] + "/" + m.Type[..3] + m.Score + m.Recognizer)));
            }
        }
    }
}
