using NotebookKit.Training;

// Makes the tables and models that the library embeds, and measures them. It prints counts only, never texts.
switch (args is [var verb, ..] ? verb : "")
{
    case "names-table":
        NamesTable.Make();
        return 0;
    case "names-model":
        NamesModel.Train();
        return 0;
    case "names-eval":
        NamesEvaluation.Print();
        return 0;
    case "origins":
        Origins.Print(verbose: args.Contains("--sentences"));
        return 0;
    case "embedder":
        EmbedderModel.Train();
        return 0;
    case "embedder-eval":
        EmbedderEvaluation.Print();
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run --project tests/NotebookKit.Training -- names-table | names-model | names-eval | origins [--sentences] | embedder | embedder-eval");
        return 2;
}
