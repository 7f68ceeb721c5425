using NotebookKit.Anonymizing;
namespace NotebookKit.Training;
internal static class NamesTry
{
    public static void Print()
    {
        var r = new ListNameRecognizer { Least = 0.0 };
        while (Console.ReadLine() is { } line)
        {
            var spans = new List<Span>(); var c = new RecognizerContext();
            r.Find(line, c, spans);
            Console.WriteLine(line + " => " + string.Join("; ", spans.Select(s => line[s.Start..s.End] + "/" + s.Type[..3] + s.Score)) + "   [" + string.Join(" ", c.Tokens(line).Where(t=>t.Info.Bits!=0).Select(t => line[t.Start..t.End] + ":F" + t.Info.Forename + "S" + t.Info.Surname + "C" + t.Info.Common + "P" + t.Info.Place)) + "]");
        }
    }
}
